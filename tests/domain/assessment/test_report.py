"""Reports as publishers lay them out: a table, a printed profile, prose; Norwegian and English; never a wrong scale."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.content.assessment import load_instruments, load_traits
from andregang.domain.assessment import Question, Scale, read_report
from andregang.domain.source import Document, DocumentKind, stands_in
from andregang.domain.text import DocumentText, Language
from andregang.readers import UnreadableDocument, read_document

REPORTS = Path(__file__).parent / "reports"


def reading(content: DocumentText):
    document = Document("report", "rapport", DocumentKind.ASSESSMENT, Language.NB, content)
    return read_report(document, load_vocabulary(), load_instruments(), load_traits())


def of_text(text: str):
    return reading(DocumentText(text))


def of_file(name: str):
    return reading(read_document(name, (REPORTS / name).read_bytes()))


def scored(report) -> list[tuple[str, str, Scale | None]]:
    return [(s.trait.value, s.score.value, s.scale.value if s.scale else None) for s in report.scores]


def test_a_table_in_a_pdf_is_read_with_its_norm_and_reliabilities():
    report = of_file("table.pdf")
    assert scored(report) == [
        ("Utadvendthet", "7", Scale.STEN),
        ("Planmessighet", "4", Scale.STEN),
        ("Åpenhet for nye ideer", "9", Scale.STEN),
        ("Emosjonell balanse", "6", Scale.STEN),
        ("Gjennomslagskraft", "2", Scale.STEN),
    ]
    assert [s.reliability.value for s in report.scores] == ["0,86", "0,81", "0,79", "0,88", "0,74"]
    assert [one.value.id for one in report.instruments] == ["TI03"]
    assert report.norm.value == "Norske ledere og spesialister, 2023 (n = 2 140)"


def test_a_printed_profile_with_brackets_and_dots_is_read():
    assert scored(of_file("profile.pdf")) == [
        ("Utoverventheit", "5", Scale.STEN),
        ("Varme", "8", Scale.STEN),
        ("Innadvend – Utadvend", "3", Scale.STEN),
        ("Struktur", "6", Scale.STEN),
        ("Uthald", "10", Scale.STEN),
    ]


def test_english_prose_is_read():
    report = of_file("prose-en.docx")
    assert scored(report) == [
        ("Outspokenness", "8", Scale.STEN),
        ("Detail conscious", "3", Scale.STEN),
        ("Emotional control", "6", Scale.STEN),
        ("Achieving", "5", Scale.STEN),
        ("Worrying", "4", Scale.STEN),
    ]
    assert report.reliability.value == ".84"
    assert report.norm.value == "UK professionals 2021"
    assert [one.value.id for one in report.instruments] == ["TI06"]


def test_norwegian_prose_about_an_ability_test_is_read():
    report = of_file("prose-nb.docx")
    assert scored(report) == [
        ("logisk resonnering", "62", Scale.PERCENTILE),
        ("tallforståelse", "31", Scale.PERCENTILE),
    ]
    assert report.reliability.value == "0,85"


def test_an_unknown_scale_is_asked_for_and_not_guessed():
    report = of_file("unknown.docx")
    assert scored(report) == [("Målrettet", "6", None), ("Samarbeid", "3", None), ("Fleksibilitet", "7", None)]
    assert {s.question for s in report.scores} == {Question.NO_SCALE}


def test_a_report_that_is_a_picture_says_so():
    with pytest.raises(UnreadableDocument) as refused:
        of_file("image-only.pdf")
    assert refused.value.reason == "scanned"


@pytest.mark.parametrize("name", ["table.pdf", "profile.pdf", "prose-en.docx", "prose-nb.docx", "unknown.docx"])
def test_every_word_claimed_stands_in_the_report(name):
    report = of_file(name)
    quotes = [q for s in report.scores for q in (s.trait.quote, s.score.quote, s.line)]
    quotes += [s.scale.quote for s in report.scores if s.scale] + [one.quote for one in report.instruments]
    assert quotes
    assert all(stands_in(q, report.document) for q in quotes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skala\tT-skår\nVarme\t56\nRo\t41", [("Varme", "56", Scale.T), ("Ro", "41", Scale.T)]),
        ("Trait\tStanine\tPercentile\nWarmth\t6\t71\nOrder\t3\t20",
         [("Warmth", "6", Scale.STANINE), ("Order", "3", Scale.STANINE)]),
        ("Stanine 1-9\nVarme 1 2 3 4 5 [6] 7 8 9", [("Varme", "6", Scale.STANINE)]),
        ("Resultat: C-skala 0–10\nVarme: 7\nOrden: 10", [("Varme", "7", Scale.C), ("Orden", "10", Scale.C)]),
        ("Resonnering: IQ 112", [("Resonnering", "112", Scale.IQ)]),
        ("Orden: T = 61", [("Orden", "61", Scale.T)]),
        ("Trait | Percentile | Norm\nOutgoing | 34 | UK managers", [("Outgoing", "34", Scale.PERCENTILE)]),
        ("Resultater (T-skår)\nNevrotisisme ........ 47", [("Nevrotisisme", "47", Scale.T)]),
        ("Numerisk evne: T-skår 56 (prosentil 73).", [("Numerisk evne", "56", Scale.T)]),
        ("På varme er z-skåren 0,75.", [("varme", "0,75", Scale.Z)]),
        ("Varme ██████░░░░ sten", [("Varme", "6", Scale.STEN)]),
        ("Utadvendthet: høy\nVarme: under middels", [("Utadvendthet", "higher", Scale.BAND), ("Varme", "lower", Scale.BAND)]),
        ("Resultat av MBTI\nDin type er INTJ.", [("MBTI", "INTJ", Scale.TYPE)]),
    ],
)  # fmt: skip
def test_a_score_is_read_on_the_scale_the_report_names(text, expected):
    assert scored(of_text(text)) == expected


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Varme: 7", Question.NO_SCALE),
        ("Varme 1 2 3 4 5 [6] 7 8 9 10", Question.NO_SCALE),
        ("Skårene er sten. Prosentil står i vedlegget.\nVarme: 7", Question.NO_SCALE),
        ("Skårene er i stanine.\nVarme 1 2 3 4 5 6 7 8 9 [10]", Question.AXIS),
        ("Skårene er i prosentil.\nVarme 1 2 3 4 5 6 [7] 8 9 10", Question.AXIS),
        ("Skårene er i C-skala.\nVarme ██████░░░░", Question.AXIS),
        ("Skala\tSten\nVarme\t12", Question.OUTSIDE),
        ("Skala\tSten\nVarme\t7\t79", Question.COLUMNS),
        ("Skala\tRåskår\nVarme\t31", Question.NO_SCALE),
    ],
)
def test_where_the_scale_is_not_said_it_is_asked_for(text, question):
    report = of_text(text)
    assert [(s.scale, s.question) for s in report.scores] == [(None, question)]


@pytest.mark.parametrize(
    "text",
    [
        "Side 3 av 12",
        "Kandidaten er 34 år og svarte på 120 spørsmål på 18 minutter.",
        "Dato: 12.11.2026",
        "Telefon 22 33 44 55",
        "Les mer om sten og prosentil i kapittel 4.",
        "1 2 3 4 5 6 7 8 9 10",
        "²",
    ],
)
def test_other_numbers_are_no_scores(text):
    assert of_text(text).scores == ()


def test_a_name_in_the_test_of_another_kind_is_no_instrument():
    assert of_text("I shape your reports about the map of Oslo.").instruments == ()


@given(st.text(max_size=400))
def test_any_text_is_read_without_error(text):
    of_text(text.replace("\r", " ").replace("\0", " "))


@given(st.lists(st.sampled_from(["Varme", "sten", "7", "\t", "\n", "[5]", "1 2 3 4", "○ ○ ● ○ ○", "på", ":", ".", "T =", "62. prosentil"]), max_size=40))  # fmt: skip
def test_pieces_of_reports_in_any_order_give_only_quotes_that_stand(pieces):
    report = of_text(" ".join(pieces))
    for score in report.scores:
        assert stands_in(score.line, report.document)
        assert stands_in(score.score.quote, report.document)
