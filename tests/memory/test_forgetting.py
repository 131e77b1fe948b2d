"""The memory model: what it must do whatever its numbers, and that a night counts."""

import datetime as dt

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.schedule import Grade, Trace
from andregang.memory import FsrsMemory

MEMORY = FsrsMemory()
grades = st.sampled_from(list(Grade))
histories = st.lists(st.tuples(grades, st.floats(0.1, 9)), min_size=1, max_size=6)


def after(history: list[tuple[Grade, float]]) -> Trace:
    trace, at = None, 0.5
    for grade, gap in history:
        at += gap
        trace = MEMORY.answered(trace, grade, at)
    assert trace is not None
    return trace


@given(histories, st.floats(0, 50), st.floats(0, 50))
def test_nothing_is_remembered_better_later(history, first, more):
    trace = after(history)
    soon, late = MEMORY.recall(trace, trace.last + first), MEMORY.recall(trace, trace.last + first + more)
    assert 0 < late <= soon <= 1


@given(histories)
def test_a_better_answer_never_leaves_less(history):
    trace = after(history)
    again, good, sure = (MEMORY.answered(trace, grade, trace.last + 2).stability for grade in Grade)
    assert again <= good <= sure


@pytest.mark.parametrize("history", [[(Grade.GOOD, 1)], [(Grade.AGAIN, 1), (Grade.GOOD, 2), (Grade.SURE, 5)]])
def test_it_is_the_model_of_fsrs_when_days_are_whole(history):
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, at = Card(card_id=1), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    rating = {Grade.AGAIN: Rating.Again, Grade.GOOD: Rating.Good, Grade.SURE: Rating.Easy}
    for grade, gap in history:
        at += dt.timedelta(days=gap)
        card, _ = scheduler.review_card(card, rating[grade], at)
    trace = after(history)
    assert trace.stability == pytest.approx(card.stability)
    assert trace.difficulty == pytest.approx(card.difficulty)
    later = at + dt.timedelta(days=4)
    assert MEMORY.recall(trace, trace.last + 4) == pytest.approx(scheduler.get_card_retrievability(card, later))


def test_an_answer_before_bed_and_one_after_breakfast_are_two_days():
    evening = MEMORY.answered(None, Grade.GOOD, 10.9)
    assert MEMORY.answered(evening, Grade.GOOD, 11.3).stability > MEMORY.answered(evening, Grade.GOOD, 10.95).stability
