"""What a person says about the plan: moved to another day, and less time."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.plan import (
    MINUTES,
    Plan,
    PlanAction,
    PlanDay,
    PlanTask,
    days_to_choose,
    fewer_minutes,
    move_tasks,
)

TODAY = dt.date(2027, 3, 15)
LAST = dt.date(2027, 3, 19)
DAYS = st.integers(0, 4).map(lambda n: TODAY + dt.timedelta(days=n))
ANY_DAY = st.dates(dt.date(2027, 3, 1), dt.date(2027, 4, 1))


def task(name: str) -> PlanTask:
    return PlanTask(name, PlanAction.EXAMPLE, 15, 0.5)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    names = draw(st.lists(st.text("abcdef", min_size=1, max_size=3), unique=True, max_size=8))
    placed: dict[dt.date, list[PlanTask]] = {}
    for name in names:
        placed.setdefault(draw(DAYS), []).append(task(name))
    return Plan(tuple(PlanDay(day, tuple(placed[day])) for day in sorted(placed)), 45)


def ids(plan: Plan) -> list[str]:
    return [one.id for day in plan.days for one in day.tasks]


@given(plans(), st.dictionaries(st.text("abcdef", min_size=1, max_size=3), ANY_DAY))
def test_moving_loses_and_doubles_no_task(plan: Plan, moved: dict[str, dt.date]):
    assert sorted(ids(move_tasks(plan, moved, TODAY, LAST))) == sorted(ids(plan))


@given(plans(), st.dictionaries(st.text("abcdef", min_size=1, max_size=3), ANY_DAY))
def test_a_task_stands_where_it_was_moved_to_unless_that_day_is_past_or_after_the_interview(
    plan: Plan, moved: dict[str, dt.date]
):
    before = {one.id: day.date for day in plan.days for one in day.tasks}
    for day in move_tasks(plan, moved, TODAY, LAST).days:
        for one in day.tasks:
            wish = moved.get(one.id, before[one.id])
            assert day.date == (wish if TODAY <= wish <= LAST else before[one.id])


@given(plans(), st.dictionaries(st.text("abcdef", min_size=1, max_size=3), ANY_DAY))
def test_days_come_in_order_and_none_is_empty(plan: Plan, moved: dict[str, dt.date]):
    days = move_tasks(plan, moved, TODAY, LAST).days
    assert [day.date for day in days] == sorted({day.date for day in days})
    assert all(day.tasks for day in days)


def test_a_plan_nobody_touched_is_as_it_was():
    plan = Plan((PlanDay(TODAY, (task("a"), task("b"))),), 45)
    assert move_tasks(plan, {}, TODAY, LAST) == plan


@given(plans())
def test_one_can_choose_every_day_to_the_interview_and_none_after(plan: Plan):
    choices = days_to_choose(plan, TODAY, LAST)
    assert choices == tuple(TODAY + dt.timedelta(days=n) for n in range(5))


def test_far_ahead_one_chooses_among_two_weeks_the_planned_days_and_the_day_itself():
    far = TODAY + dt.timedelta(days=90)
    planned = TODAY + dt.timedelta(days=40)
    choices = days_to_choose(Plan((PlanDay(planned, (task("a"),)),), 45), TODAY, far)
    assert len(choices) == 16
    assert choices[-2:] == (planned, far)


@given(st.integers(0, 1000))
def test_less_time_is_the_next_smaller_choice_and_never_nothing(minutes: int):
    fewer = fewer_minutes(minutes)
    assert fewer in MINUTES
    assert fewer < minutes or minutes <= MINUTES[0]
