"""Reads CVs for the tests, and says what was found as plain tuples."""

from functools import cache

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.cv import Cv, Education, Role, parse_cv
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import DocumentText, Language

Row = tuple[str, str, str | None, str | None]


def read_text(text: str, *, format: str = "plain") -> Cv:  # noqa: A002
    return read_content(DocumentText(text, format=format))


def read_content(content: DocumentText) -> Cv:
    return parse_cv(Document("d1", "cv", DocumentKind.CV, Language.NB, content), vocabulary())


@cache
def vocabulary():
    return load_vocabulary()


def role(one: Role) -> Row:
    """Position, organisation, start and end."""
    return (
        one.position.value if one.position else "", one.organisation.value if one.organisation else "",
        str(one.start) if one.start else None, str(one.end) if one.end else None,
    )  # fmt: skip


def study(one: Education) -> Row:
    """Degree, institution, start and end."""
    return (
        one.study_type.value if one.study_type else "", one.institution.value if one.institution else "",
        str(one.start) if one.start else None, str(one.end) if one.end else None,
    )  # fmt: skip


def quotes_of(cv: Cv):
    """Every quote a CV carries."""
    for one in (*cv.work, *cv.volunteer):
        yield one.quote
        yield from (value.quote for value in (one.organisation, one.position) if value)
        yield from one.highlights
    for one in cv.education:
        yield one.quote
        yield from (value.quote for value in (one.institution, one.study_type, one.area) if value)
        yield from one.highlights
    yield from (value.quote for value in (cv.name, cv.email, cv.phone, *cv.certificates) if value)
    for skill in cv.languages:
        yield from (value.quote for value in (skill.language, skill.fluency) if value)
    for group in cv.skills:
        yield from group.keywords
    for referee in cv.referees:
        yield from (value.quote for value in (referee.name, referee.rest) if value)
    yield from (*cv.profile, *cv.gaps, *cv.unread, *(line.quote for line in cv.lines))
