"""Fitting what is worth most into the days there are."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from andregang.domain.plan.days import PER_DAY, WorkDay, work_days
from andregang.domain.plan.model import Plan, PlanAction, PlanDay, PlanTask
from andregang.domain.plan.tasks import Possible, possible_tasks
from andregang.domain.preparation import Preparation

_STEP = 5
_LONGEST_DAY = 240
_ONE_A_DAY = frozenset({PlanAction.RECALL, PlanAction.CASE_RUN, PlanAction.LIGHT_REVIEW})
_Placed = dict[int, list[PlanTask]]


def make_plan(
    preparation: Preparation,
    *,
    minutes_per_day: int = 45,
    done: frozenset[str] = frozenset(),
    since: dt.date | None = None,
) -> Plan:
    """The plan from `preparation.now` to its start (substance 2.6). Empty when the start is unknown or past.

    `done` are ids of tasks already done; they are not planned again, and nothing undone is carried along as a debt:
    the plan is always made anew from today. `since` is the day the preparation began (today when not told). With
    fewer minutes a day the tasks of lowest value go first.
    """
    now, start = _same_clock(preparation.now, preparation.start)
    days = work_days(now, start, minutes_per_day, since or now.date()) if start is not None else ()
    wanted = [one for one in possible_tasks(preparation, days) if one.task.id not in done] if days else []
    best: _Placed = {}
    for minutes in _budgets(minutes_per_day):
        placed = _most(wanted, [replace(day, room=min(day.room, minutes)) for day in days])
        if _worth(placed) > _worth(best):
            best = placed
    return Plan(
        tuple(PlanDay(days[place].date, _in_order(tasks)) for place, tasks in sorted(best.items()) if tasks),
        minutes_per_day,
    )


def _budgets(minutes_per_day: int) -> list[int]:
    """This budget and every smaller one: what fits in less time always fits in more."""
    longest = min(minutes_per_day, _LONGEST_DAY)
    return [longest, *range(longest // _STEP * _STEP, 0, -_STEP)] if longest > 0 else []


def _most(wanted: Sequence[Possible], days: Sequence[WorkDay]) -> _Placed:
    """Worthiest first, each task that finds room beside all that are worth more."""
    kept: list[Possible] = []
    best: _Placed = {}
    for one in wanted:
        placed = _place([*kept, one], days)
        if placed is not None:
            kept.append(one)
            best = placed
    return best


def _place(wanted: Sequence[Possible], days: Sequence[WorkDay]) -> _Placed | None:
    """Each task on the first day that can hold it, those with least choice first; None when one finds no room."""
    placed: _Placed = {place: [] for place in range(len(days))}
    for one in sorted(wanted, key=lambda one: (one.last - one.first > 0, -one.task.value)):
        for place in range(one.first, one.last + 1):
            task = replace(one.task, minutes=min(one.task.minutes, days[place].room))
            if _has_room(placed[place], task, days[place].room):
                placed[place].append(task)
                break
        else:
            return None
    return placed


def _has_room(tasks: Sequence[PlanTask], task: PlanTask, room: int) -> bool:
    alone = task.action not in _ONE_A_DAY or all(other.action is not task.action for other in tasks)
    return alone and len(tasks) < PER_DAY and sum(other.minutes for other in tasks) + task.minutes <= room


def _in_order(tasks: Sequence[PlanTask]) -> tuple[PlanTask, ...]:
    return tuple(sorted(tasks, key=lambda task: (_PLACE_IN_DAY.get(task.action, 1), -task.value)))


_PLACE_IN_DAY: Mapping[PlanAction, int] = {
    PlanAction.ASK_UNKNOWN: 0,
    PlanAction.RECALL: 2,
    PlanAction.LIGHT_REVIEW: 3,
    PlanAction.PACK: 4,
}


def _worth(placed: _Placed) -> float:
    return sum(task.value for tasks in placed.values() for task in tasks)


def _same_clock(now: dt.datetime, start: dt.datetime | None) -> tuple[dt.datetime, dt.datetime | None]:
    """Both on the interview's clock, so that "today" is the day there."""
    if start is None:
        return now, None
    if now.tzinfo is None or start.tzinfo is None:
        return now.replace(tzinfo=None), start.replace(tzinfo=None)
    return now.astimezone(start.tzinfo), start
