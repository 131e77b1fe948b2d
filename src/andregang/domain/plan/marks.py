"""What the person says about the plan: moved to another day, and how much time there is."""

import datetime as dt
from collections.abc import Mapping

from andregang.domain.plan.model import Plan, PlanDay, PlanTask

MINUTES = (15, 30, 45, 60, 90, 120)
"""The minutes a day one can choose between."""

_NEAR = 14


def move_tasks(plan: Plan, moved: Mapping[str, dt.date], today: dt.date, last: dt.date) -> Plan:
    """The plan with tasks on the days they were moved to; a move to a day that is past or after `last` is forgotten."""
    placed: dict[dt.date, list[PlanTask]] = {day.date: [] for day in plan.days}
    guests: dict[dt.date, list[PlanTask]] = {}
    for day in plan.days:
        for task in day.tasks:
            to = moved.get(task.id, day.date)
            if to == day.date or not today <= to <= last:
                placed[day.date].append(task)
            else:
                guests.setdefault(to, []).append(task)
    dates = sorted({*placed, *guests})
    days = (PlanDay(date, (*placed.get(date, ()), *guests.get(date, ()))) for date in dates)
    return Plan(tuple(day for day in days if day.tasks), plan.minutes_per_day)


def days_to_choose(plan: Plan, today: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The days a task can be moved to: the nearest two weeks, those on the plan, and the day of the interview."""
    near = {today + dt.timedelta(days=n) for n in range(_NEAR) if today + dt.timedelta(days=n) <= last}
    return tuple(sorted(near | {day.date for day in plan.days if today <= day.date <= last} | {last}))


def fewer_minutes(minutes: int) -> int:
    """The next smaller choice of minutes a day; the smallest stays."""
    return max((choice for choice in MINUTES if choice < minutes), default=MINUTES[0])
