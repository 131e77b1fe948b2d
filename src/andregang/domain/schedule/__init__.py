"""Which question when, so that the most is remembered at the interview and not some day."""

from andregang.domain.schedule.forecast import FIRST_TIME, Forecast, in_days
from andregang.domain.schedule.make import make_schedule
from andregang.domain.schedule.model import (
    DAYS_TO_SIT,
    Grade,
    Memory,
    Practised,
    Rehearsed,
    Schedule,
    Session,
    Settled,
    Sitting,
    Trace,
)

__all__ = [
    "DAYS_TO_SIT",
    "FIRST_TIME",
    "Forecast",
    "Grade",
    "Memory",
    "Practised",
    "Rehearsed",
    "Schedule",
    "Session",
    "Settled",
    "Sitting",
    "Trace",
    "in_days",
    "make_schedule",
]
