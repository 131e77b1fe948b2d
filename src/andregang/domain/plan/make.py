"""Fitting what is worth most into the days there are."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from andregang.domain.meeting import MessageKind
from andregang.domain.plan.days import PER_DAY, Rest, WorkDay, work_days
from andregang.domain.plan.model import Plan, PlanAction, PlanDay, PlanTask
from andregang.domain.plan.tasks import Possible, possible_tasks
from andregang.domain.preparation import Preparation

_STEP = 5
_LONGEST_DAY = 240
_ONE_A_DAY = frozenset({PlanAction.RECALL, PlanAction.CASE_WORK, PlanAction.CASE_RUN, PlanAction.LIGHT_REVIEW})
_NO_INTERVIEW = frozenset({MessageKind.CANCELLATION, MessageKind.REJECTION, MessageKind.OFFER})
_Places = dict[str, int]


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
    fewer minutes a day (counted in fives) the tasks of lowest value go first. Days are spread out as far as everything
    still finds room.
    """
    now, start = _same_clock(preparation.now, _start_of(preparation))
    minutes = min(minutes_per_day, _LONGEST_DAY) // _STEP * _STEP
    if start is None or minutes <= 0:
        return Plan((), minutes_per_day)
    for rest in Rest:
        days = work_days(now, start, minutes, since or now.date(), rest)
        wanted = [one for one in possible_tasks(preparation, days) if one.task.id not in done] if days else []
        places = _best(wanted, days, minutes)
        if len(places) == len(wanted):
            break
    return Plan(_as_days(wanted, places, days), minutes_per_day)


def _best(wanted: Sequence[Possible], days: Sequence[WorkDay], minutes: int) -> _Places:
    """The most worth that fits in this many minutes a day or in fewer, so that more time never gives less."""
    value = {one.task.id: one.task.value for one in wanted}
    best: _Places = {}
    for budget in range(minutes, 0, -_STEP):
        places = _most(wanted, [min(day.room, budget) for day in days])
        if sum(value[task] for task in places) > sum(value[task] for task in best):
            best = places
        if len(best) == len(wanted):
            break
    return best


def _most(wanted: Sequence[Possible], rooms: Sequence[int]) -> _Places:
    """Worthiest first, each task that finds room beside all that are worth more."""
    kept: list[Possible] = []
    best: _Places = {}
    for one in wanted:
        if places := _place([*kept, one], rooms):
            kept.append(one)
            best = places
    return best


def _place(wanted: Sequence[Possible], rooms: Sequence[int]) -> _Places | None:
    """Each task on the first day that can hold it, those with no choice first; None when one finds no room."""
    left = list(rooms)
    count = [0] * len(rooms)
    alone: set[tuple[PlanAction, int]] = set()
    places: _Places = {}
    for one in sorted(wanted, key=_choice):
        action = one.task.action
        for place in range(one.first, one.last + 1):
            needed = min(one.task.minutes, rooms[place])
            if needed <= left[place] and count[place] < PER_DAY and (action, place) not in alone:
                break
        else:
            return None
        left[place] -= needed
        count[place] += 1
        places[one.task.id] = place
        if action in _ONE_A_DAY:
            alone.add((action, place))
    return places


def _choice(one: Possible) -> tuple[bool, float]:
    return one.first < one.last, -one.task.value


def _as_days(wanted: Sequence[Possible], places: _Places, days: Sequence[WorkDay]) -> tuple[PlanDay, ...]:
    planned = []
    for place, day in enumerate(days):
        tasks = [one.task for one in wanted if places.get(one.task.id) == place]
        if tasks:
            fitted = [replace(task, minutes=min(task.minutes, day.room)) for task in tasks]
            planned.append(PlanDay(day.date, _in_order(fitted)))
    return tuple(planned)


def _in_order(tasks: Sequence[PlanTask]) -> tuple[PlanTask, ...]:
    return tuple(sorted(tasks, key=lambda task: (_PLACE_IN_DAY.get(task.action, 1), -task.value)))


_PLACE_IN_DAY: Mapping[PlanAction, int] = {
    PlanAction.ASK_UNKNOWN: 0,
    PlanAction.RECALL: 2,
    PlanAction.LIGHT_REVIEW: 3,
    PlanAction.PACK: 4,
}


def _start_of(preparation: Preparation) -> dt.datetime | None:
    """The start, unless the newest message says that there will be no interview."""
    meeting = preparation.meeting
    called_off = meeting is not None and meeting.kind in _NO_INTERVIEW
    return preparation.given_start if called_off else preparation.start


def _same_clock(now: dt.datetime, start: dt.datetime | None) -> tuple[dt.datetime, dt.datetime | None]:
    """Both on the interview's clock, so that "today" is the day there."""
    if start is None:
        return now, None
    if now.tzinfo is None or start.tzinfo is None:
        return now.replace(tzinfo=None), start.replace(tzinfo=None)
    return now.astimezone(start.tzinfo), start
