"""A deck held against its assignment, the time it takes, and what goes first."""

import random
import statistics

import pytest

from andregang.content import load_vocabulary
from andregang.domain.case import (
    CutReason,
    Deck,
    Pace,
    Pressure,
    Slide,
    SlideRole,
    own_pace,
    parse_assignment,
    review_deck,
    seconds_for,
    words_for,
    words_said,
)
from andregang.domain.case.affinity import centred

from .decks import assignment, deck, pairs

TEXT = "Forbered en presentasjon på 5 minutter. Fortell oss:\n- hva som er årsaken til køen\n- hva tiltaket koster\n- hvordan du får de ansatte med\n"


def f1(right: int, made_up: int, missed: int) -> float:
    return 2 * right / (2 * right + made_up + missed)


def test_by_words_alone_most_that_is_missing_or_off_the_task_is_found():
    # Labelled before the first run (0.53 then); by meaning as well it is higher, and measured in the bench.
    right = made_up = missed = 0
    for pair in pairs():
        found = review_deck(parse_assignment(pair.document, load_vocabulary()), pair.deck, load_vocabulary())
        uncovered = {found.assignment.demands[place].words for place in found.uncovered}
        for got, wanted in ((uncovered, pair.uncovered), (set(found.off_task), pair.off_task)):
            right, made_up, missed = right + len(got & wanted), made_up + len(got - wanted), missed + len(wanted - got)
    assert f1(right, made_up, missed) >= 0.65


def test_a_demand_without_a_slide_is_uncovered_and_a_slide_about_oneself_is_off_the_task():
    slides = "# Kø\nKari\n\n---\n\n# Årsaken til køen\n- Køen skyldes at to skranker er stengt\n\n---\n\n# Litt om meg\n- Kåret til årets ansatt\n\n---\n\n# De ansatte\n- Vi spør de ansatte hver uke og velger sammen\n\n---\n\n# Takk"
    found = review_deck(assignment(TEXT), deck(slides), load_vocabulary())
    assert [found.assignment.demands[place].words for place in found.uncovered] == ["hva tiltaket koster"]
    assert found.off_task == (3,)
    assert found.covering(0) == (2,)
    assert found.cuts[0].reason is CutReason.OFF_TASK


def test_meaning_is_used_when_it_is_there():
    slides = "# Kø\n\n---\n\n# Aaa\n- bbb ccc\n\n---\n\n# Ddd\n- eee fff\n\n---\n\n# Ggg\n- hhh iii\n\n---\n\n# Takk"
    near = {"Aaa": 2, "Ddd": 1, "Ggg": 0}

    def similarity(queries, passages):
        return [[0.9 if near.get(p.split()[0]) == i else 0.1 for p in passages] for i in range(len(queries))]

    task = assignment(TEXT.replace("årsaken til køen", "qqq rrr").replace("tiltaket koster", "sss ttt"))
    plain = review_deck(task, deck(slides), load_vocabulary())
    by_meaning = review_deck(task, deck(slides), load_vocabulary(), None, similarity)
    assert [one.covers for one in plain.slides] != [one.covers for one in by_meaning.slides]


def test_a_hidden_slide_answers_nothing_and_takes_no_time():
    shown = Deck(
        (
            Slide(1, "Kø"),
            Slide(2, "Årsaken til køen", ("Køen skyldes stengte skranker",), hidden=True),
            Slide(3, "Takk"),
        )
    )
    found = review_deck(assignment(TEXT), shown, load_vocabulary())
    assert found.slides[1].seconds == 0
    assert found.slides[1].covers == ()


def test_cuts_are_enough_to_keep_the_time_and_off_task_slides_come_first():
    long = " ".join(["ord"] * 260)
    slides = f"# Kø\n\n---\n\n# Bakgrunn\n- {long}\n\n---\n\n# Årsaken til køen\n- Køen skyldes {long}\n\n---\n\n# Hvorfor meg\n- Kåret {long}\n\n---\n\n# De ansatte\n- Vi spør de ansatte {long}\n\n---\n\n# Takk"
    found = review_deck(assignment(TEXT), deck(slides), load_vocabulary())
    assert found.pressure is Pressure.OVER
    assert [cut.reason for cut in found.cuts][:2] == [CutReason.OFF_TASK, CutReason.NOT_ASKED]
    kept = found.seconds - sum(cut.seconds for cut in found.cuts)
    assert kept <= 5 * 60


def test_too_many_slides_are_counted():
    task = assignment(TEXT + "\nBruk inntil to lysbilder.\n")
    assert review_deck(task, deck("# A\n\n---\n\n# B\n\n---\n\n# C\n\n---\n\n# D"), load_vocabulary()).slides_over == 2


# --- The time


def read_aloud(words: int, rate: float, chance: random.Random) -> float:
    """The seconds one slide takes a reader of this rate: words of uneven length, breath at every tenth word or so, and
    a long pause now and then that makes a twentieth of the talk on average, as TM1 leaves out and the formula adds."""
    talking = sum(chance.gauss(60 / rate, 0.3 * 60 / rate) for _ in range(words))
    pauses = 0.0
    while pauses < talking * chance.uniform(0.03, 0.075):
        pauses += chance.uniform(0.5, 2.5)
    return talking + pauses


def test_the_predicted_length_is_within_five_per_cent_of_simulated_readings_of_known_rate():
    chance = random.Random(7)
    errors = []
    for _ in range(120):
        rate = chance.uniform(105, 165)
        slides = tuple(
            Slide(n, f"Tittel {n}", (), " ".join(["ord"] * chance.randrange(60, 200)))
            for n in range(1, chance.randrange(5, 12))
        )
        counts = [words_said(slide, SlideRole.CONTENT) for slide in slides]
        took = sum(read_aloud(count, rate, chance) for count in counts) + sum(
            chance.uniform(1, 3.2) for _ in slides[1:]
        )
        predicted = sum(seconds_for(count, Pace(rate), 0 if n == 0 else 1) for n, count in enumerate(counts))
        errors.append(abs(predicted - took) / took)
    assert statistics.mean(errors) <= 0.05
    assert statistics.mean(errors) > 0.001


def test_a_pace_measured_in_one_reading_foretells_the_next():
    chance = random.Random(11)
    errors = []
    for _ in range(60):
        rate = chance.uniform(105, 165)
        measured = own_pace(250, read_aloud(250, rate, chance), with_pauses=True)
        took = read_aloud(1200, rate, chance)
        errors.append(abs(seconds_for(1200, measured) - took) / took)
    assert statistics.mean(errors) <= 0.05


@pytest.mark.parametrize(("words", "seconds"), [(5, 60.0), (200, 5.0), (100, 600.0), (900, 60.0)])
def test_a_pace_nobody_speaks_at_is_none(words, seconds):
    assert own_pace(words, seconds) is None


def test_words_for_a_time_leave_a_tenth_free():
    assert words_for(10, Pace()) == (9 * 130)
    assert words_for(5, Pace()) == 4 * 130


def test_notes_that_are_a_manuscript_stand_for_the_slide():
    slide = Slide(2, "Tittel", ("punkt",), " ".join(["ord"] * 80))
    assert words_said(slide, SlideRole.CONTENT) == 80
    assert words_said(Slide(2, "Tittel", ("punkt",), "to ord"), SlideRole.CONTENT) == 30
    assert words_said(Slide(9, "Takk"), SlideRole.CLOSING) == 15


def test_a_matrix_is_centred_both_ways():
    rows = centred([[1.0, 2.0, 6.0], [0.0, 5.0, 1.0]])
    assert all(abs(sum(row)) < 1e-9 for row in rows)
    assert all(abs(sum(column)) < 1e-9 for column in zip(*rows, strict=True))
