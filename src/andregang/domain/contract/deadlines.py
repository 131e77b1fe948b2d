"""Dates that follow from what a contract states (substance LN1, LN3, LP2)."""

import calendar
import datetime as dt

from andregang.domain.contract.model import Length


def notice_runs_from(given: dt.date) -> dt.date:
    """The day a notice counted in months runs from: the first of the month after it was given (LN1)."""
    return dt.date(given.year + given.month // 12, given.month % 12 + 1, 1)


def last_day(given: dt.date, notice: Length) -> dt.date:
    """The last day of employment when notice is given on `given` (LN3).

    Months count from the first of the next month; days and weeks from the day the notice is given.
    Raises OverflowError or ValueError past the year 9999.
    """
    if notice.months:
        return add(notice_runs_from(given), Length(notice.months, notice.days)) - dt.timedelta(days=1)
    return given + dt.timedelta(days=notice.days)


def probation_ends(start: dt.date, probation: Length) -> dt.date:
    """The last day of a probation that begins on `start`. Raises OverflowError or ValueError past the year 9999."""
    return add(start, probation) - dt.timedelta(days=1)


def add(day: dt.date, length: Length) -> dt.date:
    """The day `length` later; in a shorter month its last day."""
    month = day.month - 1 + length.months
    year, month = day.year + month // 12, month % 12 + 1
    moved = dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return moved + dt.timedelta(days=length.days)


def term_length(start: dt.date, end: dt.date) -> Length:
    """From `start` to and including `end`, in whole months where it is so, else in days."""
    after = end + dt.timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if months > 0 and add(start, Length(months)) == after:
        return Length(months)
    return Length(days=max(0, (after - start).days))


def half_of(term: Length) -> Length:
    """Half of a temporary term, the longest probation it allows (LP2); half a month counts as 15 days."""
    return Length(term.months // 2, term.days // 2 + (15 if term.months % 2 else 0))


def is_over_half(probation: Length, term: Length, start: dt.date | None) -> bool:
    """Whether a probation is longer than half of the term. Exactly half is not."""
    if term.months and not term.days and probation.months and not probation.days:
        return 2 * probation.months > term.months
    if start is None:
        return 2 * probation.rough_days > term.rough_days
    whole, part = (add(start, term) - start).days, (add(start, probation) - start).days
    # Half of a term may be a month that is a day longer than the days divided by two.
    return 2 * part > whole + 2
