"""Dates in running text: named and numeric ones, ISO weeks, and words that count from another date."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.dates.words import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, alternatives

_DAYS_BACK = 75
# A weekday may be a slip; it moves the year only to a date this near.
_DAYS_NEAR = 300
_ALL_WEEKDAYS = {**SHORT_WEEKDAYS, **WEEKDAYS}
_WEEKDAY = alternatives(WEEKDAYS)
_LEAD_WEEKDAY = rf"(?:\b(?P<weekday>{alternatives(WEEKDAYS, SHORT_WEEKDAYS)})\b\.?,?\s{{1,2}}(?:den\s|the\s|d\.\s?)?)?"
_MONTH = rf"(?P<month>{alternatives(MONTHS)})\b\.?"
_YEAR = r"(?:,?\s{0,2}(?P<year>(?:19|20)\d\d|['’]\d\d)(?![\d]))?"
_FREE = r"(?<![\w.,:/-])"

_ISO = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)")
_NAMED = re.compile(
    rf"{_LEAD_WEEKDAY}(?<![\d.,:/-])\b(?P<day>\d{{1,2}})(?:\.|st\b|nd\b|rd\b|th\b)?\s{{0,2}}(?:of\s)?{_MONTH}{_YEAR}",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"{_LEAD_WEEKDAY}\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:]\d|\d|\s?[ap]m\b){_YEAR}", re.IGNORECASE
)
_NUMERIC = re.compile(
    rf"{_LEAD_WEEKDAY}{_FREE}(?P<day>\d{{1,2}})(?P<mark>[./-])\s?(?P<number>\d{{1,2}})"
    r"(?:(?:(?P=mark)|-)\s?(?P<year>(?:19|20)\d\d|\d\d)(?!\d)|\.?(?!\d))(?![/:-]\d|[.,]\d|\s?%|\w)",
    re.IGNORECASE,
)
_DAY_ONLY = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY})\s(?:den\s)?(?P<day>\d{{1,2}})\.?(?=\s(?:til|to|og|and|eller|or|–|-)\s)", re.IGNORECASE
)
_SPLIT_DAY = re.compile(r"(?<![\w.,:/-])(?P<day>\d{1,2})\.(?=\s?(?:–|-|til|og|eller)\s?\d{1,2}\.)")
_WEEK = r"(?:uke|uka|veke|veka|week|uge)"
_IN_WEEK = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY})\s(?:(?:i|in|of)\s)?{_WEEK}\s(?P<week>\d{{1,2}})\b"
    rf"|\b{_WEEK}\s(?P<week2>\d{{1,2}}),?\s{{0,2}}(?:\(|på\s|on\s)?(?P<weekday2>{_WEEKDAY})\b",
    re.IGNORECASE,
)
_NEXT_WEEK = r"(?:(?:i\s)?neste\s(?:uke|veke)|next\sweek|(?:i\s)?(?:uka|veka)\ssom\skjem(?:mer)?)"
_RELATIVE = re.compile(
    rf"\b(?:(?P<over>i\sovermorgen|overi?morgen|i\sovermorgon|the\sday\safter\stomorrow)"
    r"|(?P<morrow>i\smorgen|imorgen|i\smorgon|imorgon|tomorrow)"
    r"|(?P<today>i\sdag|idag|today)"
    rf"|(?P<after>{_WEEKDAY})\s(?:den\s)?{_NEXT_WEEK}"
    rf"|{_NEXT_WEEK},?\s(?:på\s|on\s)?(?P<then>{_WEEKDAY})"
    rf"|(?P<word>neste|next|førstkommende|fyrstkomande|førstkomande|kommende|komande|nå|no|this|nærmeste)\s(?:på\s)?"
    rf"(?P<named>{_WEEKDAY})"
    rf"|(?P<plain>{_WEEKDAY}))\b",
    re.IGNORECASE,
)
# A bare "3.5" or "3/4" is a date only where a date is spoken of.
_DATE_LEAD = re.compile(
    r"(?:\b(?:innen|innan|før|den|dato|date|frist|fristen|senest|seinast|by|on|before|fra|frå|from|til|tid|når|tidspunkt)"
    r"|\b(?:sendt|datert))\W{0,3}\Z",
    re.IGNORECASE,
)
_TIME_NEXT = re.compile(r",?\s{0,2}(?:kl\b|klokk)|,?\s{1,2}\d{1,2}[.:]\d\d\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A date in the text, how sure its year is and whether the weekday beside it is its own."""

    start: int
    end: int
    date: dt.date
    year_given: bool = True
    weekday_fits: bool = True
    relative: bool = False


def find_days(text: str, base: dt.date | None, near: dt.date | None) -> list[Day]:
    """Every date in `text`, in order and without overlaps.

    Relative words count from `base`. A missing year is the one that puts the date nearest to, and mostly after,
    `base` or else `near`; without both such dates are skipped.
    """
    found: list[Day] = []
    taken = bytearray(len(text))
    for candidate in (*_absolute(text, base, near), *_counted(text, base)):
        if not any(taken[candidate.start : candidate.end]):
            taken[candidate.start : candidate.end] = b"\x01" * (candidate.end - candidate.start)
            found.append(candidate)
    by_start = {day.start: day for day in found}
    # "onsdag 16. til ..." stands above the bare weekday at the same place.
    by_start.update({day.start: day for day in _shared_months(text, found, taken)})
    return sorted(by_start.values(), key=lambda day: day.start)


def _absolute(text: str, base: dt.date | None, near: dt.date | None) -> Iterator[Day]:
    for pattern in (_ISO, _NAMED, _MONTH_FIRST, _NUMERIC):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if pattern is _MONTH_FIRST and not match["month"][0].isupper():
                continue
            if pattern is _NUMERIC and not _is_numeric_date(text, match):
                continue
            month = int(parts["number"]) if parts.get("number") else MONTHS[match["month"].lower()]
            name = (parts.get("weekday") or "").lower()
            weekday = _ALL_WEEKDAYS[name] if name else None
            if day := _settle(
                match, int(match["day"]), month, parts.get("year"), weekday, base or near, exact=base is not None
            ):
                yield day


def _is_numeric_date(text: str, match: re.Match[str]) -> bool:
    if match["mark"] == "-" and not match["year"]:
        return False
    if match["year"] and (match["mark"] != "." or len(match["year"]) == 4 or int(match["number"]) <= 12):
        return True
    if match["weekday"]:
        return True
    if match.group() in {"24/7", "1/1"}:
        return False
    lead = text[max(0, match.start() - 16) : match.start()]
    return bool(_DATE_LEAD.search(lead) or _TIME_NEXT.match(text, match.end()))


def _settle(
    match: re.Match[str],
    day: int,
    month: int,
    year: str | None,
    weekday: int | None,
    anchor: dt.date | None,
    *,
    exact: bool,
) -> Day | None:
    if year is not None:
        digits = year.strip("'’")
        date = _date(int(digits) + (2000 if len(digits) == 2 else 0), month, day)
        if date is None:
            return None
        return Day(match.start(), match.end(), date, weekday_fits=weekday in (None, date.weekday()))
    date = _with_year(day, month, weekday, anchor, exact=exact) if anchor else None
    if date is None:
        return None
    return Day(match.start(), match.end(), date, False, weekday in (None, date.weekday()))


def _with_year(day: int, month: int, weekday: int | None, anchor: dt.date, *, exact: bool) -> dt.date | None:
    """The date that lies ahead of the anchor, or a little behind it. When the anchor is no letter's own date, a
    weekday may move the year.
    """
    years = range(max(dt.MINYEAR, anchor.year - 3), min(dt.MAXYEAR, anchor.year + 4) + 1)
    dates = [date for year in years if (date := _date(year, month, day))]
    if not dates:
        return None
    earliest = anchor.toordinal() - _DAYS_BACK
    ahead = next((date for date in dates if date.toordinal() >= earliest), dates[-1])
    here = anchor.toordinal()
    fitting = [date for date in dates if date.weekday() == weekday and abs(date.toordinal() - here) <= _DAYS_NEAR]
    if exact or not fitting:
        return ahead
    return min(fitting, key=lambda date: abs(date.toordinal() - here))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _counted(text: str, base: dt.date | None) -> Iterator[Day]:
    if base is None or not dt.MINYEAR + 1 < base.year < dt.MAXYEAR - 1:
        return
    for match in _IN_WEEK.finditer(text):
        name = (match["weekday"] or match["weekday2"]).lower()
        if date := _in_week(int(match["week"] or match["week2"]), WEEKDAYS[name], base):
            yield Day(match.start(), match.end(), date, False, relative=True)
    for match in _RELATIVE.finditer(text):
        yield Day(match.start(), match.end(), _from_base(match, base), False, relative=True)


def _in_week(week: int, weekday: int, base: dt.date) -> dt.date | None:
    for year in (base.year, base.year + 1):
        try:
            date = dt.date.fromisocalendar(year, week, weekday + 1)
        except ValueError:
            return None
        if date >= base - dt.timedelta(days=30):
            return date
    return None


def _from_base(match: re.Match[str], base: dt.date) -> dt.date:
    for name, days in (("over", 2), ("morrow", 1), ("today", 0)):
        if match[name]:
            return base + dt.timedelta(days=days)
    weekday = WEEKDAYS[(match["after"] or match["then"] or match["named"] or match["plain"]).lower()]
    word = (match["word"] or "").lower()
    if match["after"] or match["then"] or word in {"neste", "next"}:
        return base + dt.timedelta(days=7 - base.weekday() + weekday)
    return base + dt.timedelta(days=(weekday - base.weekday()) % 7 or 7)


def _shared_months(text: str, found: list[Day], taken: bytearray) -> Iterator[Day]:
    """ "onsdag 16. til torsdag 17. desember": the first day has the month of the date after it."""
    starts = {day.start: day for day in found if not day.relative}
    for pattern in (_DAY_ONLY, _SPLIT_DAY):
        for match in pattern.finditer(text):
            later = next((starts[at] for at in range(match.end() + 1, match.end() + 13) if at in starts), None)
            if later is None or any(taken[match.start("day") : match.end()]):
                continue
            date = _date(later.date.year, later.date.month, int(match["day"]))
            if date is None:
                continue
            name = (match.groupdict().get("weekday") or "").lower()
            fits = not name or WEEKDAYS[name] == date.weekday()
            yield Day(match.start(), match.end(), date, later.year_given, fits)
