"""Which days to the interview are worked on, and how much each can hold (substance 2.6)."""

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum, StrEnum

PER_DAY = 3
_LIGHT = 30
_LAST_DAY_LEFT = 45
_MORNING = 10
_SAME_DAY = 30
_BEFORE_LEAVING = 25
_BEDTIME = dt.time(22, 30)
_EVERY_DAY = 7
_LONGEST_REST = 4
_FARTHEST = 400


class DayKind(StrEnum):
    """What a day on the plan is for."""

    WORK = "work"
    BEFORE = "before"
    INTERVIEW = "interview"


class Rest(IntEnum):
    """How the days far ahead are spread: more and more rest, every second day, every day."""

    GROWING = 0
    ONE_DAY = 2
    NONE = 1


@dataclass(frozen=True, slots=True)
class WorkDay:
    """A day with what it can hold; `room` is in minutes."""

    date: dt.date
    kind: DayKind
    room: int


def work_days(
    now: dt.datetime, start: dt.datetime, minutes_per_day: int, since: dt.date, rest: Rest = Rest.GROWING
) -> tuple[WorkDay, ...]:
    """The days from `now` to `start` that are worked on, in order; none when the start is past.

    Same day: one short session. One day: tonight and the morning. To seven days: every day. More: days 1, 2, 4, 7, 11
    … counted from `since`, the day before, and never more than four days' rest before that; or, when that holds too
    little, every second day or every day.
    """
    if minutes_per_day <= 0 or start <= now:
        return ()
    today, last = now.date(), start.date()
    if today == last:
        left = int((start - now).total_seconds() // 60) - _BEFORE_LEAVING
        room = min(minutes_per_day, _SAME_DAY, left)
        return (WorkDay(last, DayKind.INTERVIEW, room),) if room > 0 else ()
    days = [_day(date, now, last, minutes_per_day) for date in _dates(today, last, since, rest)]
    days.append(WorkDay(last, DayKind.INTERVIEW, min(minutes_per_day, _MORNING)))
    return tuple(day for day in days if day.room > 0)


def _dates(today: dt.date, last: dt.date, since: dt.date, rest: Rest) -> list[dt.date]:
    before = last - dt.timedelta(days=1)
    if (last - today).days <= _EVERY_DAY:
        return [today + dt.timedelta(days=offset) for offset in range((last - today).days)]
    first = min(since, today)
    if (today - first).days > _FARTHEST:
        first = today
    dates: list[dt.date] = []
    date, step = first, 1
    while date < before:
        dates.append(date)
        date += dt.timedelta(days=rest or step)
        step += 1
    if (before - dates[-1]).days > _LONGEST_REST:
        dates.append(before - dt.timedelta(days=2))
    return [date for date in dates if date >= today] + [before]


def _day(date: dt.date, now: dt.datetime, last: dt.date, minutes_per_day: int) -> WorkDay:
    room = minutes_per_day
    if date == now.date():
        bedtime = dt.datetime.combine(date, _BEDTIME, tzinfo=now.tzinfo)
        room = max(0, min(room, int((bedtime - now).total_seconds() // 60)))
    if date != last - dt.timedelta(days=1):
        return WorkDay(date, DayKind.WORK, room)
    only = date == now.date()
    return WorkDay(date, DayKind.BEFORE, min(room, _LAST_DAY_LEFT if only else _LIGHT))
