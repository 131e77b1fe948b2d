"""One trap a test: what readers of CVs stumble over."""

import pytest
from cv_reading import read_content, read_text, role, study

from andregang.domain.cv import CvSection
from andregang.domain.text import Block, BlockKind, DocumentText

WORK = "Nora Berg Vik\nnora@vik.example\n\nArbeidserfaring\n"


def only_role(lines: str):
    (one,) = read_text(WORK + lines + "\n- Passet på at alt virket\n").work
    return one


@pytest.mark.parametrize(
    "lines",
    [
        "Vaktmester, Solbakken skole, Moss 2015–2019",
        "Solbakken skole, Moss, Vaktmester 2015–2019",
        "2015–2019: Vaktmester – Solbakken skole, Moss",
        "2015–2019\nVaktmester\nSolbakken skole, Moss",
        "Vaktmester | Solbakken skole | Moss | 2015–2019",
        "Vaktmester hos Solbakken skole (2015–2019)",
        "Vaktmester ved Solbakken skole\n2015–2019",
        "Solbakken skole\t2015–2019\nVaktmester",
        "Vaktmester (2015–2019)\nSolbakken skole · Moss",
        "Arbeidsgiver: Solbakken skole\nStilling: Vaktmester\nPeriode: 2015–2019",
        "2015–2019 – Vaktmester på Solbakken skole",
        "Ansatt som vaktmester ved Solbakken skole, 2015–2019",
    ],
)
def test_position_employer_and_dates_are_found_in_any_order(lines):
    position, organisation, start, end = role(only_role(lines))
    assert (position.lower(), organisation, start, end) == ("vaktmester", "Solbakken skole", "2015", "2019")


@pytest.mark.parametrize("share", ["(80 %)", "80%", "(80 prosent stilling)", "(80 % stilling)"])
def test_the_share_of_a_post_is_no_part_of_its_name(share):
    one = only_role(f"Vaktmester {share}, Solbakken skole, 2015–2019")
    assert (role(one)[0], one.share) == ("Vaktmester", 80)


@pytest.mark.parametrize("word", ["deltid", "helg", "vikariat", "part-time"])
def test_words_for_part_time_are_no_part_of_the_position(word):
    assert role(only_role(f"Vaktmester ({word}), Solbakken skole, 2015–2019"))[0] == "Vaktmester"


def test_a_department_stays_with_the_employer_and_the_place_goes():
    assert (
        role(only_role("Sykepleier, Fjordsykehuset, medisinsk avdeling, Molde 2015–2019"))[1]
        == "Fjordsykehuset, medisinsk avdeling"
    )


def test_an_open_end_is_ongoing_and_a_missing_end_is_none():
    one = only_role("Vaktmester, Solbakken skole, 2015–")
    assert (one.ongoing, one.end) == (True, None)


def test_positions_under_one_employer_all_get_its_name():
    cv = read_text(
        WORK + "Havbris Shipping AS\nDirektør, 2019 – d.d.\n- Ledet flåten\nSjef, 2015–2019\n- Ledet kontoret\n"
    )
    assert [role(one)[:2] for one in cv.work] == [("Direktør", "Havbris Shipping AS"), ("Sjef", "Havbris Shipping AS")]


def test_a_leave_between_jobs_is_a_gap_and_no_job():
    cv = read_text(
        WORK
        + "Kokk, Kroa AS, 2019–2021\n- Lagde mat\n\nForeldrepermisjon 2018\n\nKokk, Bua AS, 2015–2018\n- Vasket opp\n"
    )
    assert [role(one)[1] for one in cv.work] == ["Kroa AS", "Bua AS"]
    assert [gap.words for gap in cv.gaps] == ["Foreldrepermisjon 2018"]


def test_a_year_inside_a_bullet_opens_no_job():
    cv = read_text(WORK + "Kokk, Kroa AS, 2015–2021\n- Kåret til årets kokk 2019\n- Verneombud 2017–2018\n")
    assert len(cv.work) == 1
    assert [q.words for q in cv.work[0].highlights] == ["Kåret til årets kokk 2019", "Verneombud 2017–2018"]


def test_a_bullet_over_two_rows_is_one_highlight():
    cv = read_text(
        WORK
        + "Kokk, Kroa AS, 2015–2021\n- Hadde ansvar for bestilling av fisk og skalldyr fra\n  lokale leverandører\n- Vasket\n"
    )
    assert cv.work[0].highlights[0].words == "Hadde ansvar for bestilling av fisk og skalldyr fra lokale leverandører"


def test_a_date_cut_by_a_narrow_column_is_mended():
    text = WORK + "mai 2013 – oktober\tMekaniker, Bil & Bua AS\n2016\t– Skiftet dekk\n"
    (one,) = read_text(text, format="pdf").work
    assert role(one) == ("Mekaniker", "Bil & Bua AS", "2013-05", "2016-10")
    assert [q.words for q in one.highlights] == ["Skiftet dekk"]


@pytest.mark.parametrize(
    "heading",
    [
        "ARBEIDSERFARING", "Yrkeserfaring:", "A R B E I D S E R F A R I N G", "## Arbeidsrøynsle", "Relevant arbeidserfaring",
        "Arbeids- og yrkeserfaring", "WORK EXPERIENCE", "1. Erfaring", "Praksis og arbeidserfaring", "Professional experience",
        "• Arbeidserfaring •", "Employment history", "Tidligere stillinger",
    ],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_set(heading):
    cv = read_text(
        f"Nora Berg Vik\n\n{heading}\nKokk, Kroa AS, 2015–2021\n- Lagde mat\n\nUtdanning\nVg2 kokkfag, Moss skole, 2012–2014\n"
    )
    assert [role(one)[0] for one in cv.work] == ["Kokk"]


@pytest.mark.parametrize(
    ("line", "language", "fluency"),
    [
        ("Norsk – morsmål", "Norsk", "morsmål"), ("Engelsk (flytende)", "Engelsk", "flytende"), ("Tysk: litt", "Tysk", "litt"),
        ("Arabisk, morsmål", "Arabisk", "morsmål"), ("Fransk\tgodt", "Fransk", "godt"), ("Spanish B2", "Spanish", "B2"),
        ("Norsk (bokmål og nynorsk) – morsmål", "Norsk (bokmål og nynorsk)", "morsmål"), ("Wolof (morsmål)", "Wolof", "morsmål"),
        ("Polsk", "Polsk", None),
    ],
)  # fmt: skip
def test_a_language_and_its_level_are_told_apart(line, language, fluency):
    (one,) = read_text(f"Nora Berg Vik\n\nSpråk\n{line}\n").languages
    assert (one.language.value, one.fluency and one.fluency.value) == (language, fluency)


def test_several_languages_on_a_line_share_or_keep_their_levels():
    cv = read_text("Nora Berg Vik\n\nSpråk: norsk og engelsk (flytende), tysk (noe)\n")
    assert [(one.language.value, one.fluency.value) for one in cv.languages] == [
        ("norsk", "flytende"),
        ("engelsk", "flytende"),
        ("tysk", "noe"),
    ]


@pytest.mark.parametrize(
    ("degree", "area"),
    [
        ("Bachelor i sosialt arbeid", "sosialt arbeid"), ("Master of Management", "Management"), ("Vg2 elenergi", "elenergi"),
        ("Fagbrev i rørleggerfaget", "rørleggerfaget"), ("MSc Computer Science", "Computer Science"),
        ("Bachelor i jus (180 stp)", "jus"), ("Studiespesialisering", "Studiespesialisering"),
    ],
)  # fmt: skip
def test_the_area_is_the_part_that_names_the_field(degree, area):
    (one,) = read_text(f"Nora Berg Vik\n\nUtdanning\n{degree}, Universitetet i Fjordby, 2012–2015\n").education
    assert (one.study_type.value, one.area.value, one.institution.value) == (degree, area, "Universitetet i Fjordby")


@pytest.mark.parametrize(
    "text",
    [
        "Curriculum Vitae\nNora Berg Vik\nKokk\n", "CV – Nora Berg Vik\n", "Navn: Nora Berg Vik\nAdresse: Moss\n",
        "Kontakt\nnora@vik.example\nSpråk\nNorsk\nNora Berg Vik\nKokk\nProfil\nLager mat.\n", "NORA BERG VIK\n1530 Moss\n",
        "Nora Berg Vik | Kokk | Moss\n", "cv\n\nMoss, 12.02.2020\n\nNora Berg Vik\nnora.vik@post.example\n",
    ],
)  # fmt: skip
def test_the_name_is_found_and_is_never_the_title(text):
    cv = read_text(text)
    assert cv.name and cv.name.value.title() == "Nora Berg Vik"


def test_referees_are_named_and_a_promise_of_them_is_none():
    cv = read_text("Nora Berg Vik\n\nReferanser\nPer Moe, sjef, Kroa AS, 900 11 222\nLiv Ås\nkjøkkensjef\n911 22 333\n")
    assert [(one.name.value, one.rest.value) for one in cv.referees] == [
        ("Per Moe", "sjef, Kroa AS, 900 11 222"),
        ("Liv Ås", "kjøkkensjef 911 22 333"),
    ]
    assert read_text("Nora Berg Vik\n\nReferanser\nOppgis på forespørsel\n").referees == ()


def test_the_owners_address_is_not_the_referees():
    cv = read_text(
        "Nora Berg Vik\n\nReferanser\nPer Moe, per@kroa.example, 900 11 222\n\nKontakt\nnora@vik.example\n988 77 665\n"
    )
    assert (cv.email.value, cv.phone.value) == ("nora@vik.example", "988 77 665")


def test_a_table_head_is_no_job():
    cv = read_text(
        WORK + "Periode\tArbeidsgiver\tStilling\n2015–2021\tKroa AS\tKokk\n2012–2015\tBua AS\tLærling\n", format="docx"
    )
    assert [role(one)[:2] for one in cv.work] == [("Kokk", "Kroa AS"), ("Lærling", "Bua AS")]


def test_evidence_lines_know_their_section_and_job():
    cv = read_text(
        WORK
        + "Kokk, Kroa AS, 2015–2021\n- Lagde mat\n\nUtdanning\nFagbrev i kokkfaget, Moss skole, 2014\n\nKurs\nHygiene 2016\n"
    )
    assert [(line.section, line.quote.words, line.role is not None) for line in cv.lines] == [
        (CvSection.WORK, "Kokk, Kroa AS, 2015–2021", True), (CvSection.WORK, "Lagde mat", True),
        (CvSection.EDUCATION, "Fagbrev i kokkfaget, Moss skole, 2014", False), (CvSection.CERTIFICATES, "Hygiene 2016", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Vi søker kokk\n\nArbeidsoppgaver\n- Lage mat\n\nKvalifikasjoner\n- Fagbrev som kokk\n\nSøknadsfrist: 12.03.2025\n",
        "Hei Nora,\n\nVi inviterer deg til andregangsintervju torsdag 3. desember kl. 13.\n\nHilsen Per\n", "", "\n\n\n", "CV",
    ],
)  # fmt: skip
def test_what_is_no_cv_is_read_without_a_job(text):
    assert read_text(text).work == ()


def fields(**values: str) -> DocumentText:
    text, blocks = "", []
    for path, value in values.items():
        path = path.replace("__", ".").replace("_0", "[0]").replace("_1", "[1]")
        blocks.append(Block(BlockKind.FIELD, len(text), len(text) + len(value), 0, path))
        text += value + "\n"
    return DocumentText(text, tuple(blocks), "json")


def test_a_structured_cv_is_read_field_by_field():
    cv = read_content(
        fields(
            basics__name="Nora Berg Vik", basics__email="nora@vik.example", basics__label="Kokk", basics__summary="Lager mat.\nForeldrepermisjon 2018",
            work_0__name="Kroa AS", work_0__position="Kokk (80 %)", work_0__startDate="2019-03", work_0__summary="• Lagde mat\n• Bestilte fisk",
            education_0__institution="Moss skole", education_0__studyType="Fagbrev i kokkfaget", education_0__startDate="2012", education_0__endDate="2014",
            languages_0__language="Norsk", languages_0__fluency="morsmål", certificates_0__name="Hygienekurs", skills_0__name="Sushi",
        )
    )  # fmt: skip
    (one,) = cv.work
    assert (role(one), one.share, one.ongoing) == (("Kokk", "Kroa AS", "2019-03", None), 80, True)
    assert [q.words for q in one.highlights] == ["Lagde mat", "Bestilte fisk"]
    assert [study(e) for e in cv.education] == [("Fagbrev i kokkfaget", "Moss skole", "2012", "2014")]
    assert cv.education[0].area.value == "kokkfaget"
    assert [gap.words for gap in cv.gaps] == ["Foreldrepermisjon 2018"]
    assert "Norsk morsmål" in [line.quote.words for line in cv.lines]
    assert cv.name.value == "Nora Berg Vik"
