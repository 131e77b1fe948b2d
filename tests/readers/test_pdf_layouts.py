"""PDFs in many layouts come out in the order a person reads them."""

import json

import pytest

from andregang.domain.text import BlockKind
from readers import pdf_samples as samples
from readers.reading import field, in_order, read, words

JOBS = samples.JOBS
FIRST, SECOND = JOBS
WITH_BULLETS = [
    f for f in samples.LAYOUTS if f not in (samples.ruled_table, samples.rows_of_two, samples.label_table, samples.ad)
]


@pytest.mark.parametrize("layout", WITH_BULLETS, ids=lambda f: f.__name__)
def test_every_task_is_one_bullet_under_its_own_job(layout):
    document = read("cv.pdf", samples.pdf(layout()))
    assert words(document, BlockKind.BULLET)[: len(FIRST[3] + SECOND[3])] == [*FIRST[3], *SECOND[3]]
    assert in_order(document.text, [FIRST[2], *FIRST[3], SECOND[2], *SECOND[3]])


@pytest.mark.parametrize("layout", [samples.one_column, samples.date_column, samples.left_sidebar, samples.right_sidebar, samples.timeline, samples.label_headings], ids=lambda f: f.__name__)  # fmt: skip
def test_a_date_stays_on_the_line_of_the_job_it_dates(layout):
    document = read("cv.pdf", samples.pdf(layout()))
    for date, title, *_ in JOBS:
        line = next(line for line in document.text.split("\n") if date in line and "\t" in line)
        assert title in line


@pytest.mark.parametrize(
    "layout", [samples.left_sidebar, samples.right_sidebar, samples.rows_of_two], ids=lambda f: f.__name__
)
def test_a_sidebar_is_read_apart_from_the_text_beside_it(layout):
    text = read("cv.pdf", samples.pdf(layout())).text
    sidebar = [
        "Kontakt",
        samples.CONTACT[0],
        samples.CONTACT[1],
        "Språk",
        "Norsk – morsmål",
        "Polsk – litt muntlig",
        "Kurs",
    ]
    start, end = text.index("Kontakt\n"), text.index("Truckførerbevis T1–T4")
    assert in_order(text[start:end], sidebar)
    assert "Havbris" not in text[start:end]


def test_the_name_over_the_main_column_comes_before_the_sidebar():
    assert read("cv.pdf", samples.pdf(samples.left_sidebar())).text.startswith(samples.NAME)


def test_newspaper_columns_follow_each_other():
    text = read("cv.pdf", samples.pdf(samples.newspaper())).text
    assert in_order(text, ["Profil", "Arbeidserfaring", "Fjellro", "Utdanning", "Nordmøre", "Språk"])


def test_a_table_row_keeps_its_wrapped_cells_apart():
    document = read("cv.pdf", samples.pdf(samples.ruled_table()))
    cells = words(document, BlockKind.CELL)
    assert cells[:4] == ["Periode", "Stilling", "Arbeidsgiver", "Oppgaver"]
    for date, title, firm, tasks in JOBS:
        assert f"{date}\t{title}\t{firm}\t{tasks[0]}" in document.text


def test_labels_stay_beside_their_values():
    text = read("cv.pdf", samples.pdf(samples.label_table())).text
    for line in ("Navn\tJorunn Teig", "Mobil\t+47 400 12 345", "Norsk\tmorsmål", "Polsk\tlitt muntlig"):
        assert line in text


def test_section_names_in_the_margin_are_headings():
    document = read("cv.pdf", samples.pdf(samples.label_headings()))
    assert {"Profil", "Arbeidserfaring", "Utdanning"} <= set(words(document, BlockKind.HEADING))


def test_two_referees_abreast_are_read_one_after_the_other():
    text = read("cv.pdf", samples.pdf(samples.referees_abreast())).text
    assert in_order(text, ["Sigrun Aas", "934 00 111", "sigrun.aas@havbris.example", "Bjarte Moe", "934 00 222"])


def test_letter_spaced_headings_are_words():
    headings = words(read("cv.pdf", samples.pdf(samples.spaced_headings())), BlockKind.HEADING)
    assert "ARBEIDSERFARING" in headings
    assert "UTDANNING" in headings


def test_words_broken_by_the_typesetter_are_whole_again():
    text = read("cv.pdf", samples.pdf(samples.soft_hyphens())).text
    assert "kvalitetssystemet" in text
    assert "T1–T4" in text


def test_a_hyphen_that_belongs_to_the_word_stays():
    source = "#set page(width: 62mm, height: 60mm, margin: 5mm)\n#set text(size: 10pt, hyphenate: false)\nBokfører bilag og leverer mva-melding for kunder. Ansvar for e-handel og lærlinge-ordning."
    text = read("cv.pdf", samples.pdf(source)).text
    assert "mva-melding" in text


def test_page_numbers_stand_last_and_out_of_the_way():
    document = read("cv.pdf", samples.pdf(samples.two_pages()))
    assert document.text.endswith("Side 1 av 2\nSide 2 av 2")
    assert [document.slice(b) for b in document.fields("page")] == ["Side 1 av 2", "Side 2 av 2"]


def test_larger_type_makes_higher_headings():
    document = read("cv.pdf", samples.pdf(samples.one_column()))
    levels = {document.slice(b): b.level for b in document.blocks if b.kind is BlockKind.HEADING}
    assert levels[samples.NAME] < levels["Arbeidserfaring"]


def test_an_ad_as_pdf_has_its_bullets_and_headings():
    document = read("annonse.pdf", samples.pdf(samples.ad()))
    assert words(document, BlockKind.BULLET) == [
        "Planlegge menyer sammen med ernæringsfysiolog og beboernes råd, med vekt på ønskekost og årstidens råvarer",
        "Følge opp internkontroll (IK-mat)",
        "Lede seks kokker",
        "Fagbrev som institusjonskokk",
        "Ønskelig med erfaring fra ledelse",
    ]
    assert {"Arbeidsoppgaver", "Kvalifikasjoner"} <= set(words(document, BlockKind.HEADING))


def test_a_line_under_a_dated_line_is_a_line_of_its_own():
    source = "#set page(width: 120mm, height: 60mm, margin: 8mm)\n#set text(size: 10pt)\nMaster i logistikk, Høgskolen i Vestnes #h(1fr) 2014 – 2016 \\\nDeltid ved siden av arbeid"
    assert (
        read("cv.pdf", samples.pdf(source)).text
        == "Master i logistikk, Høgskolen i Vestnes\t2014 – 2016\nDeltid ved siden av arbeid"
    )


def test_a_europass_pdf_is_read_from_the_data_it_carries():
    passport = '<?xml version="1.0"?><SkillsPassport><LearnerInfo><Identification><PersonName><FirstName>Jorunn</FirstName><Surname>Teig</Surname></PersonName></Identification></LearnerInfo></SkillsPassport>'  # fmt: skip
    source = f'#pdf.attach("Europass.xml", bytes({json.dumps(passport)}))\nJorunn Teig'
    document = read("cv.pdf", samples.pdf(source))
    assert (document.format, field(document, "basics.name")) == ("europass", "Jorunn Teig")
