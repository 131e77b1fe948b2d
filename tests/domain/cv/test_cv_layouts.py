"""The same lives read again from every layout they are set in."""

import pytest
from cv_dating import expected
from cv_layouts import PDFS, TEXTS, WORDS, pdf
from cv_lives import LIVES, Job, Life
from cv_reading import read_content, read_text, role, study

from andregang.readers import read_documents

BY_ID = {life.id: life for life in LIVES}
# One trade a layout keeps the binary formats fast; pasted text is read for all.
SAMPLES = ("nurse", "developer", "apprentice", "lawyer")


def wanted(jobs: tuple[Job, ...], style: str):
    return [(j.position, j.organisation, expected(j.start, style), expected(j.end, style)) for j in jobs]


def as_found(found, jobs):
    """Rows with the organisation cut to the length asked for: a place that is not known as one may stand behind it."""
    return [
        (p, o if o != f"{job.organisation}, {job.place}" else job.organisation, s, e)
        for (p, o, s, e), job in zip(found, jobs, strict=False)
    ] + found[len(jobs) :]


@pytest.mark.parametrize("life", LIVES, ids=lambda life: life.id)
@pytest.mark.parametrize("layout", TEXTS)
def test_pasted_text_gives_the_life_back(layout, life):
    setting, style = TEXTS[layout]
    cv = read_text(setting(life))
    assert as_found([role(one) for one in cv.work], life.work) == wanted(life.work, style)
    assert [[q.words for q in one.highlights] for one in cv.work] == [list(job.highlights) for job in life.work]
    assert as_found([role(one) for one in cv.volunteer], life.volunteer) == wanted(life.volunteer, style)
    assert [study(one) for one in cv.education] == [(s.degree, s.institution, s.start, s.end) for s in life.education]
    assert [(one.language.value, one.fluency and one.fluency.value) for one in cv.languages] == list(life.languages)
    assert [one.value for one in cv.certificates] == list(life.certificates)
    assert [(one.name.value, one.rest and one.rest.value) for one in cv.referees] == list(life.referees)
    assert [gap.words for gap in cv.gaps] == ([life.gap] if life.gap else [])
    assert (cv.name.value, cv.email.value, cv.phone.value) == (life.name, life.email, life.phone)


def _binary(life: Life):
    for layout, (setting, style) in WORDS.items():
        yield f"{layout}.docx", setting(life), style
    for layout, (setting, style) in PDFS.items():
        yield f"{layout}.pdf", pdf(setting(life)), style


@pytest.mark.parametrize("life", [BY_ID[name] for name in SAMPLES], ids=lambda life: life.id)
def test_word_and_pdf_give_most_of_the_life_back(life):
    """Where a file's geometry misleads the reader, a role may be lost; never more than one in twenty over all layouts."""
    files = list(_binary(life))
    asked = found = 0
    for (_, _, style), content in zip(files, read_documents([(name, data) for name, data, _ in files]), strict=True):
        cv = read_content(content)
        rows = as_found([role(one) for one in cv.work], life.work)
        asked += len(life.work)
        found += sum(row in rows for row in wanted(life.work, style))
        assert cv.name and cv.name.value == life.name
    assert found >= 0.95 * asked
