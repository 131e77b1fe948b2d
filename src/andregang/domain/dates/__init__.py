"""Dates, times and lengths of time in Norwegian and English running text."""

from andregang.domain.dates.durations import find_durations
from andregang.domain.dates.model import Duration, Moment, PartialDate
from andregang.domain.dates.moments import find_moments

__all__ = ["Duration", "Moment", "PartialDate", "find_durations", "find_moments"]
