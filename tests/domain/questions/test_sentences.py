"""Whole questions, as a native would say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from question_cases import make_ad

from andregang.content import load_questions
from andregang.domain.job_ad import ItemKind
from andregang.domain.questions import PhraseForm, hv_drill, task_phrase
from andregang.domain.text import Language

BANK = load_questions()
SENTENCES = """
nb | Lede et team på åtte | Hvordan vil du gå frem hos oss for å lede et team på åtte?
nb | Lede et team på åtte | Når arbeidet du sist med å lede et team på åtte, og hva var situasjonen?
nb | Lede et team på åtte | Hva er det første du gjør når du får ansvar for å lede et team på åtte?
nb | Drift av kommunale bygg | Hvordan vil du gå frem hos oss i arbeidet med drift av kommunale bygg?
nb | Drift av kommunale bygg | Hva er det første du gjør når du får ansvar for drift av kommunale bygg?
nb | Drift av kommunale bygg | Hvor har du lært det du kan om drift av kommunale bygg?
nb | Noe helt annet må gjøres | Hvordan vil du gå frem hos oss i arbeidet med oppgaven «Noe helt annet må gjøres»?
nn | Leie eit lag på åtte | Korleis vil du gå fram hos oss for å leie eit lag på åtte?
nn | Leie eit lag på åtte | Når arbeidde du sist med å leie eit lag på åtte, og kva var situasjonen?
nn | Drift av kommunale bygg | Kva er det første du gjer når du får ansvar for drift av kommunale bygg?
nn | Drift av kommunale bygg | Kvar har du lært det du kan om drift av kommunale bygg?
en | Lead a team of eight | How will you go about leading a team of eight here?
en | Lead a team of eight | When were you last leading a team of eight, and what was the situation?
en | Operation of municipal buildings | How will you handle operation of municipal buildings here?
en | Operation of municipal buildings | Where did you learn what you know about operation of municipal buildings?
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_a_task_stands_natively_in_a_question(row: str) -> None:
    code, line, expected = row.split(" | ")
    language = Language(code)
    ad = make_ad(tasks=(line,), language=language)
    assert expected in [q.words for q in hv_drill(ad.items[0], BANK, language, ad)]


def test_a_name_keeps_its_capital_and_a_common_word_loses_it() -> None:
    def words(line: str, small: frozenset[str] = frozenset()) -> str:
        return task_phrase(line, Language.NB, Language.NB, BANK.lexicons[Language.NB], small).words

    assert words("Excel-modeller og rapporter") == "Excel-modeller og rapporter"
    assert words("HMS og kvalitet") == "HMS og kvalitet"
    assert words("Drift av anlegg") == "drift av anlegg"
    assert words("Public relations", frozenset({"public"})) == "public relations"


@given(st.text(max_size=300), st.sampled_from([Language.NB, Language.NN, Language.EN]))
def test_any_line_whatever_gets_words_for_a_question(line: str, language: Language) -> None:
    phrase = task_phrase(line, language, language, BANK.lexicons[language])
    assert phrase.form is PhraseForm.QUOTED or phrase.words
    assert "\n" not in phrase.complement


WORDS = """
å og eller samt av for med i på til som der et en ansvar drift lede utvikle bygg kunder du vil skal bidra ,
- : ; ( ) « » . herunder budsjett- både mellom være HMS IT Azure seg sine gode and of the lead you will
"""
ALPHABET = st.sampled_from(WORDS.split())


@given(st.lists(ALPHABET, max_size=25), st.sampled_from([Language.NB, Language.NN, Language.EN]))
def test_a_phrase_is_short_and_never_ends_on_a_loose_word(tokens: list[str], language: Language) -> None:
    phrase = task_phrase(" ".join(tokens), language, language, BANK.lexicons[language])
    if phrase.form is not PhraseForm.QUOTED:
        said = phrase.words.split()
        assert len(said) <= 14
        assert said[-1] not in BANK.lexicons[language].words["links"]
        assert not phrase.words.endswith((",", ":", ";", "-"))


@pytest.mark.parametrize("line", ["å " * 50_000, "(" * 100_000, "ansvar for " * 9_000, ", og" * 25_000, "a-" * 50_000])
def test_a_hostile_line_is_read_as_any_other(line: str) -> None:
    ad = make_ad(tasks=(line.strip(),))
    assert ad.items[0].kind is ItemKind.TASK
    assert len(hv_drill(ad.items[0], BANK, Language.NB, ad)) == 7
