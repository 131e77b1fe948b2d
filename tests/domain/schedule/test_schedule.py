"""The schedule to the date: the most worth remembered at the interview, in the minutes there are."""

import datetime as dt
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.schedule import (
    Forecast,
    Grade,
    Practised,
    Rehearsed,
    Session,
    Settled,
    Trace,
    in_days,
    make_schedule,
)
from andregang.memory import FsrsMemory

MONDAY = dt.datetime(2026, 11, 23, 18, tzinfo=dt.UTC)
FORECAST = Forecast(FsrsMemory())


def evening(day: int) -> dt.datetime:
    return MONDAY + dt.timedelta(days=day)


def sessions(days: int, minutes: int = 12) -> list[Session]:
    return [Session(evening(day), minutes) for day in range(days)]


def interview(days: int) -> dt.datetime:
    return evening(days) - dt.timedelta(hours=6)


def questions(*values: float) -> list[Rehearsed]:
    return [Rehearsed(f"q{number}", value) for number, value in enumerate(values)]


def practised(*grades: tuple[Grade, int]) -> tuple[Practised, ...]:
    return tuple(Practised(grade, evening(day)) for grade, day in grades)


class Ebbing:
    """A memory of our own making, to show that the schedule asks whatever it is handed."""

    def answered(self, trace: Trace | None, grade: Grade, at: float) -> Trace:
        before = trace.stability if trace else 0.5
        return Trace(before * (0.5 if grade is Grade.AGAIN else 2.0), 1.0, at)

    def recall(self, trace: Trace, at: float) -> float:
        return math.exp(-max(0.0, at - trace.last) / trace.stability)


def test_with_one_evening_the_worthiest_are_practised_and_the_rest_left_out():
    made = make_schedule(questions(0.2, 0.9, 0.5, 0.8, 0.1, 0.7), sessions(1), interview(1), FORECAST)
    assert set(made.first) == {"q1", "q3", "q5", "q2"}
    assert made.left_out == ("q0", "q4")


def test_on_the_same_day_what_is_lost_without_it_comes_first():
    made = make_schedule(questions(0.2, 0.9, 0.5), sessions(1), MONDAY + dt.timedelta(hours=3), FORECAST)
    assert made.first == ("q1", "q2", "q0")


@pytest.mark.parametrize("days", [3, 14])
def test_with_more_days_a_question_comes_on_different_days(days):
    made = make_schedule(questions(0.9, 0.8), sessions(days, 6), interview(days), FORECAST)
    for key in ("q0", "q1"):
        assert sum(key in sitting.keys for sitting in made.sittings) >= 2
    assert made.left_out == ()


def test_what_nearly_sits_gives_way_to_what_is_forgotten():
    sure = Rehearsed("sure", 0.8, practised((Grade.GOOD, -6), (Grade.SURE, -4), (Grade.SURE, -1)))
    shaky = Rehearsed("shaky", 0.7, practised((Grade.AGAIN, -1)))
    made = make_schedule([sure, shaky], sessions(1, 3), interview(1), FORECAST)
    assert made.first == ("shaky",)


def test_what_went_well_today_is_not_asked_again_today_but_what_did_not_may_be():
    well = Rehearsed("well", 0.9, practised((Grade.GOOD, 0)))
    badly = Rehearsed("badly", 0.9, practised((Grade.AGAIN, 0)))
    made = make_schedule([well, badly], sessions(2), interview(2), FORECAST)
    assert made.first == ("badly",)
    assert set(made.sittings[1].keys) == {"well", "badly"}


def test_sessions_after_the_interview_or_without_minutes_are_not_used():
    given = [Session(evening(0), 0), Session(evening(1), 9), Session(evening(5), 9)]
    made = make_schedule(questions(0.5), given, interview(3), FORECAST)
    assert [sitting.session.begins for sitting in made.sittings] == [evening(1)]
    assert make_schedule(questions(0.5), [], interview(3), FORECAST).first == ()
    assert make_schedule([], sessions(2), interview(2), FORECAST).expected == 0.0


def test_any_memory_can_be_handed_in():
    made = make_schedule(questions(0.9, 0.1), sessions(2, 3), interview(2), Forecast(Ebbing()))
    assert sorted(key for sitting in made.sittings for key in sitting.keys)[0] == "q0"


cases = st.lists(st.floats(0.05, 1.0), min_size=1, max_size=9)


@settings(max_examples=40, deadline=None)
@given(cases, st.integers(1, 6), st.integers(0, 20))
def test_no_session_holds_more_than_its_minutes_nor_a_question_twice(values, days, minutes):
    made = make_schedule(questions(*values), sessions(days, minutes), interview(days), FORECAST)
    for sitting in made.sittings:
        assert 3 * len(sitting.keys) <= minutes
        assert len(set(sitting.keys)) == len(sitting.keys)
    planned = {key for sitting in made.sittings for key in sitting.keys}
    assert planned | set(made.left_out) == {f"q{number}" for number in range(len(values))}
    assert not planned & set(made.left_out)
    assert 0.0 <= made.expected <= 1.0


@settings(max_examples=40, deadline=None)
@given(cases, st.integers(1, 5), st.integers(3, 15))
def test_more_minutes_never_remember_less(values, days, minutes):
    less = make_schedule(questions(*values), sessions(days, minutes), interview(days), FORECAST)
    more = make_schedule(questions(*values), sessions(days, minutes + 3), interview(days), FORECAST)
    assert more.expected >= less.expected - 0.01


@settings(max_examples=40, deadline=None)
@given(cases, st.integers(1, 5))
def test_what_is_left_out_is_worth_no_more_than_what_is_kept(values, days):
    made = make_schedule(questions(*values), sessions(days, 6), interview(days), FORECAST)
    worth = {f"q{number}": value for number, value in enumerate(values)}
    kept = [worth[key] for sitting in made.sittings for key in sitting.keys]
    assert all(worth[out] <= min(kept) + 1e-9 for out in made.left_out)


@pytest.mark.parametrize(
    ("grades", "settled"),
    [
        ([], Settled.NEW),
        ([(Grade.AGAIN, 0)], Settled.AGAIN),
        ([(Grade.GOOD, 0)], Settled.GOOD),
        ([(Grade.GOOD, 0), (Grade.SURE, 0), (Grade.SURE, 1)], Settled.GOOD),
        ([(Grade.GOOD, 0), (Grade.SURE, 1), (Grade.GOOD, 2)], Settled.SITS),
        ([(Grade.GOOD, 0), (Grade.SURE, 1), (Grade.GOOD, 2), (Grade.AGAIN, 3)], Settled.AGAIN),
    ],
)
def test_a_question_sits_when_it_went_well_on_three_days(grades, settled):
    assert Rehearsed("q", 1.0, practised(*grades)).settled is settled


def test_days_are_counted_on_the_wall_calendar():
    winter = dt.timezone(dt.timedelta(hours=1))
    late, early = (dt.datetime(2026, 11, day, hour, tzinfo=winter) for day, hour in ((23, 23), (24, 7)))
    assert math.floor(in_days(early)) - math.floor(in_days(late)) == 1
