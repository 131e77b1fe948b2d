"""What a date or a time found in text is worth."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year or to the month, as CVs give them. `month` is 1–12 or 0 when unknown."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time or both, as found in running text.

    `start` and `end` are offsets into the text searched. `year_given` is false when the year was inferred from the
    weekday or from the base date; `weekday_fits` is false when a weekday stands that is not the date's; `relative`
    is true when the date was counted from the base ("i morgen", "neste torsdag", "tysdag i veke 50").
    """

    start: int
    end: int
    date: dt.date | None
    begins: dt.time | None = None
    ends: dt.time | None = None
    year_given: bool = True
    weekday_fits: bool = True
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time found in running text, in minutes; `start` and `end` are offsets into the text searched."""

    start: int
    end: int
    minutes: int
