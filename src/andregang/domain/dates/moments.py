"""Dates and times of running text brought together."""

import datetime as dt
import re
from bisect import bisect_left

from andregang.domain.dates.clock import ClockTime, find_clock_times
from andregang.domain.dates.days import Day, find_days
from andregang.domain.dates.model import Moment

_JOIN = re.compile(
    r"(?:[\s,.:;–—|⋅·•@()*-]|(?<=\d)T|\b(?:kl|klokk[ae]n?|klokkeslett|tid|time|tidspunkt|at|from|fra|frå|mellom|between|start|starting|"
    r"start[ae]r|begynner|byrjar|den|dvs|i tidsrommet|oppmøte)\b){0,14}",
    re.IGNORECASE,
)
_JOIN_BACK = re.compile(
    r"[\s,]{0,3}(?:(?:om|på) (?:kvelden|morgenen|morgonen|formiddagen|ettermiddagen)\s?)?(?:på|on|the|den|i|dato|date)?[\s:,.]{0,3}",  # noqa: E501
    re.IGNORECASE,
)
_OR = re.compile(r"[\s,]{0,3}(?:eller|or|og|and|/)\s{1,2}(?:kl\.?\s)?", re.IGNORECASE)
_FAR = 48


def find_moments(text: str, base: dt.date | None, near: dt.date | None = None) -> tuple[Moment, ...]:
    """Every date and time in `text`, in order; relative words count from `base` and are skipped without one.

    `near` serves only to infer a missing year when there is no `base`. Never raises. Languages (nb, nn, en) need
    not be told. Phone numbers, amounts, versions and house numbers are no dates.
    """
    days = find_days(text, base, near)
    times = _free_times(text, days)
    moments: list[Moment] = []
    used: set[int] = set()
    for number, day in enumerate(days):
        before = days[number - 1].end if number else 0
        after = days[number + 1].start if number + 1 < len(days) else len(text)
        time = _time_of(text, day, times, used, before, after)
        moments.append(_moment(day, time))
        if time is not None and time.start >= day.end:
            moments.extend(_alternatives(text, day, time, times, used, after))
    moments.extend(
        Moment(time.start, time.end, None, time.begins, time.ends)
        for index, time in enumerate(times)
        if index not in used and not time.weak
    )
    return tuple(sorted(moments, key=lambda moment: (moment.start, moment.end)))


def _free_times(text: str, days: list[Day]) -> list[ClockTime]:
    taken = bytearray(len(text))
    for day in days:
        taken[day.start : day.end] = b"\x01" * (day.end - day.start)
    times: list[ClockTime] = []
    for time in sorted(find_clock_times(text), key=lambda time: (time.weak, time.start, -time.end)):
        if not any(taken[time.start : time.end]):
            taken[time.start : time.end] = b"\x01" * (time.end - time.start)
            times.append(time)
    return sorted(times, key=lambda time: time.start)


def _time_of(text: str, day: Day, times: list[ClockTime], used: set[int], before: int, after: int) -> ClockTime | None:
    """The clock time that belongs to a day: right after it, or else right before it."""
    following = bisect_left(times, day.end, key=lambda time: time.start)
    if following < len(times) and following not in used and times[following].start < min(after, day.end + _FAR):  # noqa: SIM102
        if _JOIN.fullmatch(text, day.end, times[following].start):
            used.add(following)
            return times[following]
    preceding = following - 1
    while preceding >= 0 and times[preceding].end > day.start:
        preceding -= 1
    if preceding >= 0 and preceding not in used and times[preceding].end >= max(before, day.start - _FAR):  # noqa: SIM102
        if _JOIN_BACK.fullmatch(text, times[preceding].end, day.start):
            used.add(preceding)
            return times[preceding]
    return None


def _alternatives(
    text: str, day: Day, first: ClockTime, times: list[ClockTime], used: set[int], after: int
) -> list[Moment]:
    """ "kl. 10 eller kl. 14": the later times are of the same day."""
    found: list[Moment] = []
    end = first.end
    for index in range(bisect_left(times, end, key=lambda time: time.start), len(times)):
        time = times[index]
        if index in used or time.start >= after or not _OR.fullmatch(text, end, time.start):
            break
        used.add(index)
        end = time.end
        found.append(_moment(Day(time.start, time.end, day.date, day.year_given, day.weekday_fits), time))
    return found


def _moment(day: Day, time: ClockTime | None) -> Moment:
    start, end = day.start, day.end
    if time is not None:
        start, end = min(start, time.start), max(end, time.end)
    return Moment(
        start,
        end,
        day.date,
        time.begins if time else None,
        time.ends if time else None,
        day.year_given,
        day.weekday_fits,
        day.relative,
    )
