"""What lines are about: words of both languages that mean nearly the same at work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.evidence.concepts import concept_likeness, concepts_in
from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("Regnskapsførsel for småbedrifter", "Bookkeeping for four cafés"),
        ("Rekneskap og avstemming", "Reconciled the ledger each Friday"),
        ("Legge fram budsjett", "Built the forecast with the foremen"),
        ("Opplæring av nyansatte", "Trained nine newcomers"),
        ("Turnusarbeid", "Worked nights and weekends"),
        ("Gravemaskinkjøring", "Excavator operator"),
        ("Sakshandsaming", "Case officer for boat permits"),
        ("Reingjering av rom", "Cleaned fourteen rooms"),
    ],
)
def test_lines_of_two_languages_are_about_the_same(asked: str, offered: str) -> None:
    vocabulary = load_vocabulary()
    assert concepts_in(asked, vocabulary) & concepts_in(offered, vocabulary)
    assert concept_likeness(vocabulary, [asked]).shared(asked, offered) > 0


@pytest.mark.parametrize(
    ("asked", "offered"),
    [("Sveising av rør", "Klippet hår på eldre"), ("Undervise i fransk", "Byttet bremser og eksosanlegg")],
)
def test_lines_of_different_work_share_nothing(asked: str, offered: str) -> None:
    assert concept_likeness(load_vocabulary(), [asked]).shared(asked, offered) == 0


def test_a_later_part_of_a_compound_counts_and_a_word_inside_another_does_not() -> None:
    lists = {"concept.a.audit": {Language.NB: ("revisjon",)}, "concept.a.bar": {Language.NB: ("bar",)}}
    vocabulary = Vocabulary(lists)
    assert concepts_in("Internrevisjonen", vocabulary) == {"a.audit"}
    assert concepts_in("Barnehage, barsk", vocabulary) == frozenset()
    assert concepts_in("Bar og kjøkken", vocabulary) == {"a.bar"}


def test_what_every_line_of_the_ad_speaks_of_counts_less() -> None:
    vocabulary = load_vocabulary()
    asked = "Budsjett og sveising"
    alone = concept_likeness(vocabulary, [asked]).shared(asked, "Sveiste tanker")
    common = concept_likeness(vocabulary, [asked, "Sveising", "Sveise stål"]).shared(asked, "Sveiste tanker")
    assert common < alone


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_has_likeness_from_nothing_to_one(asked: str, offered: str) -> None:
    likeness = concept_likeness(load_vocabulary(), [asked])
    for value in (likeness.shared(asked, offered), likeness.focus(asked, offered), likeness.fields(asked, offered)):
        assert 0.0 <= value <= 1.0 + 1e-9


def test_no_list_is_no_likeness() -> None:
    assert concept_likeness(Vocabulary({}), ["Budsjett"]).shared("Budsjett", "Budget") == 0.0
