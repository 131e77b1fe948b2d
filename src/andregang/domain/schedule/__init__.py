"""Which question when, so that the most is remembered at the interview and not some day."""

from andregang.domain.schedule.forecast import FIRST_TIME, Forecast, in_days
from andregang.domain.schedule.make import make_schedule
from andregang.domain.schedule.model import (
    Grade,
    Memory,
    Practised,
    Rehearsed,
    Schedule,
    Session,
    Sitting,
    Trace,
)

__all__ = [
    "FIRST_TIME",
    "Forecast",
    "Grade",
    "Memory",
    "Practised",
    "Rehearsed",
    "Schedule",
    "Session",
    "Sitting",
    "Trace",
    "in_days",
    "make_schedule",
]
