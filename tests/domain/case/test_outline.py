"""An outline sums to exactly the time; the working plan keeps its minutes and its order."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.case import Assignment, CaseStep, Demand, PartKind, make_outline, make_working_plan, overrun
from andregang.domain.source import Stated, own_words

TODAY = dt.date(2026, 11, 23)


def asks(count: int, minutes: int | None) -> Assignment:
    demands = tuple(Demand(own_words(f"krav nummer {n}")) for n in range(count))
    return Assignment(demands, Stated(minutes, own_words("tid")) if minutes else None)


@given(st.integers(0, 12), st.integers(1, 60))
def test_the_parts_and_the_buffer_sum_to_exactly_the_time(count, minutes):
    parts = make_outline(asks(count, minutes))
    assert sum(part.seconds for part in parts) == 60 * minutes
    assert all(part.seconds >= 0 for part in parts)
    assert parts[-1].kind is PartKind.BUFFER
    if minutes >= 6 and count <= 6:
        assert parts[-1].seconds >= max(60, 6 * minutes - 15)


@given(
    st.dictionaries(
        st.sampled_from(["opening", "closing", "krav nummer 0", "krav nummer 1", "noe annet"]), st.integers(0, 900)
    )
)
def test_what_the_person_sets_stands_and_the_sum_stays(given_seconds):
    parts = make_outline(asks(3, 10), given_seconds)
    assert sum(part.seconds for part in parts) == 600
    for part in parts[:-1]:
        assert part.seconds == given_seconds.get(part.key, part.seconds)
    assert overrun(parts) == max(0, -parts[-1].seconds)


def test_no_time_gives_no_outline():
    assert make_outline(asks(3, None)) == ()


@given(st.integers(-1, 20), st.one_of(st.none(), st.integers(30, 480)))
def test_the_working_plan_keeps_its_minutes_its_order_and_its_days(days, stated):
    talk = TODAY + dt.timedelta(days=days)
    plan = make_working_plan(TODAY, talk, stated)
    if stated:
        assert sum(entry.minutes for entry in plan) == stated
    assert {entry.step for entry in plan} == set(CaseStep)
    assert [entry.day for entry in plan] == sorted(entry.day for entry in plan)
    assert all(entry.day >= TODAY for entry in plan)
    assert all(entry.day < talk for entry in plan) or talk <= TODAY


def test_the_talk_is_given_aloud_on_two_days_where_there_are_two():
    plan = make_working_plan(TODAY, TODAY + dt.timedelta(days=4))
    assert len({entry.day for entry in plan if entry.step is CaseStep.ALOUD}) == 2
