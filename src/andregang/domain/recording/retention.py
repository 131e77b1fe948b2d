"""How long a recording is kept, and when it may be erased."""

import datetime as dt
from collections.abc import Sequence

KEEP_DAYS = 30
"""Days after the interview a recording is kept when nothing else is chosen."""

LONGEST_AWAY = 60
"""Days: a clock that moved further than this since the program was last started may be wrong."""


def keep_until(interview: dt.date | None, today: dt.date) -> dt.date:
    """The last day a new recording is kept: 30 days after the interview, or after today when that is later."""
    return _later(max(interview or today, today), KEEP_DAYS)


def choices(interview: dt.date | None, today: dt.date) -> Sequence[dt.date | None]:
    """The last days one can choose among: a week, until the day after the interview, as usual, half a year, for ever.

    None is until the person deletes it.
    """
    days = [_later(today, 7), keep_until(interview, today), _later(today, 183)]
    if interview is not None and interview >= today:
        days.append(_later(interview, 1))
    return (*sorted(set(days)), None)


def may_erase(last: dt.date | None, today: dt.date, started: dt.date | None) -> bool:
    """Whether a recording kept until `last` may be erased today. `started` is the day of the start before this one.

    After a leap of the clock nothing is erased at the first start: a clock set wrong must not cost anybody anything.
    """
    if last is None or today <= last:
        return False
    return started is not None and abs((today - started).days) <= LONGEST_AWAY


def _later(day: dt.date, days: int) -> dt.date:
    """So many days later, as far as there are days: an interview can be said to be in the year 9999."""
    return day + min(dt.timedelta(days=days), dt.date.max - day)
