"""What the person said of a match stands, also when the documents are read again."""

from collections.abc import Callable

import pytest

from andregang.domain.cv import Cv
from andregang.domain.evidence import Basis, Correction, Match, Strength, Verdict, apply_corrections, same_words

LINES = ("@Maler, Farge AS", "Malte hus og hytter", "Malte båter om høsten", "Kjørte varebil")
ASKED = "task: Male hus og båter"


@pytest.fixture
def match(judge: Callable[..., Match]) -> Match:
    return judge(ASKED, *LINES)


def test_a_rejected_line_is_gone_and_the_rest_stays(match: Match) -> None:
    first = match.evidence[0].quote.words
    (after,) = apply_corrections([match], [Correction("Male hus og båter", first, Verdict.REJECT)])
    assert first not in [e.quote.words for e in after.evidence]
    assert len(after.evidence) == len(match.evidence) - 1


def test_rejecting_everything_leaves_nothing_found(match: Match) -> None:
    (after,) = apply_corrections([match], [Correction("Male hus og båter", verdict=Verdict.REJECT)])
    assert (after.strength, after.evidence) == (Strength.NONE, ())


def test_a_confirmed_line_stands_first_on_the_persons_word(match: Match, cv: Callable[..., Cv]) -> None:
    (after,) = apply_corrections([match], [Correction("Male hus og båter", "Kjørte varebil")], cv(*LINES))
    assert after.evidence[0].quote.words == "Kjørte varebil"
    assert after.evidence[0].basis is Basis.PERSON


def test_own_words_are_kept_beside_the_quotes_never_as_one(judge: Callable[..., Match]) -> None:
    nothing = judge("task: Stelle hester", *LINES)
    (after,) = apply_corrections(
        [nothing], [Correction("Stelle hester", "", Verdict.ADD, "Vokste opp på en hestegård")]
    )
    assert after.own_words == ("Vokste opp på en hestegård",)
    assert after.evidence == nothing.evidence
    assert after.strength is Strength.TRANSFERABLE


def test_a_correction_of_another_line_changes_nothing(match: Match) -> None:
    assert apply_corrections([match], [Correction("Stelle hester", verdict=Verdict.REJECT)]) == (match,)


def test_a_later_word_about_the_same_line_wins(match: Match, cv: Callable[..., Cv]) -> None:
    words = match.evidence[0].quote.words
    (after,) = apply_corrections(
        [match],
        [Correction("Male hus og båter", words, Verdict.REJECT), Correction("Male hus og båter", words)],
        cv(*LINES),
    )
    assert after.evidence[0].quote.words == words


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Male hus, båter og gjerder", "male hus båter og gjerder.", True),
        ("Drift og vedlikehold av kommunens bygg og anlegg", "drift og vedlikehold av kommunens bygg", True),
        ("Drift av bygg", "Drift av båter", False),
        ("", "", False),
    ],
)
def test_a_line_cut_a_little_differently_is_still_the_same(left: str, right: str, *, same: bool) -> None:
    assert same_words(left, right) is same


def test_a_rejected_line_makes_room_for_the_next_best(judge: Callable[..., Match]) -> None:
    lines = (
        "@Maler, Farge AS",
        *(f"Malte hus {place}" for place in ("Hamar", "Vardø", "Otta", "Moss", "Mandal", "Voss")),
    )
    found = judge("task: Male hus", *lines)
    assert (len(found.evidence), bool(found.spare)) == (5, True)
    waiting = found.spare[0].quote.words
    (after,) = apply_corrections([found], [Correction("Male hus", found.evidence[0].quote.words, Verdict.REJECT)])
    assert (len(after.evidence), after.evidence[-1].quote.words) == (5, waiting)


def test_a_line_rejected_before_it_was_shown_never_moves_up(judge: Callable[..., Match]) -> None:
    lines = (
        "@Maler, Farge AS",
        *(f"Malte hus {place}" for place in ("Hamar", "Vardø", "Otta", "Moss", "Mandal", "Voss")),
    )
    found = judge("task: Male hus", *lines)
    behind = found.spare[0].quote.words
    said = [Correction("Male hus", words, Verdict.REJECT) for words in (behind, found.evidence[0].quote.words)]
    (after,) = apply_corrections([found], said)
    assert behind not in [e.quote.words for e in (*after.evidence, *after.spare)]
