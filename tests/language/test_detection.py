"""The language of documents and of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.text import Language
from andregang.language import detect_language
from andregang.language.detection import line_languages

NB, NN, EN, DA, SV = Language.NB, Language.NN, Language.EN, Language.DA, Language.SV

WHOLE = [
    (
        NB,
        "Vi søker en vaktmester som ikke er redd for høyder. Du vil jobbe sammen med tre kolleger, og noen ganger alene.",
    ),
    (
        NN,
        "Vi søkjer ein vaktmeister som ikkje er redd for høgder. Du vil arbeide saman med tre kollegaer, nokre gonger åleine.",
    ),
    (
        EN,
        "We are looking for a caretaker who is not afraid of heights. You will work with three colleagues, sometimes alone.",
    ),
    (DA, "Vi søger en vicevært, som ikke er bange for højder. Du kommer til at arbejde sammen med tre kolleger."),
    (SV, "Vi söker en vaktmästare som inte är rädd för höjder. Du kommer att arbeta tillsammans med tre kollegor."),
    (NN, "Eg har jobba på ferje i fem år og trivst godt saman med folk."),
    (NB, "Jeg har jobbet på ferge i fem år og trives godt sammen med folk."),
    (NB, "Arbeidsoppgaver\nKundemøter\nPersonlige egenskaper\nVi tilbyr"),
    (NN, "Arbeidsoppgåver\nKundemøte\nPersonlege eigenskapar\nVi tilbyr"),
    (Language.OTHER, "Ich habe fünf Jahre lang als Lehrerin an einer Schule in Köln gearbeitet."),
    (Language.OTHER, "Pracowałem jako spawacz w stoczni przez siedem lat."),
    (Language.OTHER, "12 34 56 78"),
    (Language.OTHER, ""),
]
SHORT = [
    (NB, "Hvem er du?"),
    (NN, "Kven er du?"),
    (EN, "Who are you?"),
    (NN, "Kvalifikasjonar"),
    (NB, "Kvalifikasjoner"),
    (EN, "Qualifications"),
    (SV, "Dina arbetsuppgifter"),
    (NB, "Vi tilbyr"),
    (EN, "Work experience"),
]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_a_document_is_told_by_its_small_words(language: Language, text: str) -> None:
    assert detect_language(text) is language


@pytest.mark.parametrize(("language", "text"), SHORT)
def test_a_heading_is_mostly_enough(language: Language, text: str) -> None:
    assert detect_language(text) is language


def test_an_english_menu_does_not_make_a_norwegian_page_english() -> None:
    body = "Vi trenger deg som ikke gir opp. Du må være trygg på deg selv og kunne jobbe uten mye hjelp. " * 4
    assert detect_language("Home Menu Search Cookies Accept all Read more\n" + body) is NB


def test_single_lines_are_only_told_apart_as_norwegian_or_english() -> None:
    lines = [
        "Ran the night shift and trained new staff",
        "Kjørte truck og tok imot varer",
        "Feide og måka snø kvar morgon",
    ]
    assert line_languages(lines) == [EN, NB, NB]


def test_a_line_without_cues_is_taken_for_the_documents_language() -> None:
    assert line_languages(["SAP, IFS"], EN) == [EN]
    assert line_languages([""], None) == [NB]


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(detect_language(text), Language)
    assert len(line_languages([text, text])) == 2
