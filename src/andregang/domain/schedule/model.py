"""What the schedule knows: what was practised, what is left of it in memory, and when there is time."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Grade(StrEnum):
    """The person's own word on an answer: to be said again, good enough, or it sits."""

    AGAIN = "again"
    GOOD = "good"
    SURE = "sure"


class Settled(StrEnum):
    """How well a question sits, by the person's own grades."""

    NEW = "new"
    AGAIN = "again"
    GOOD = "good"
    SITS = "sits"


DAYS_TO_SIT = 3
"""On how many different days an answer must have gone well before it sits (substance 2.6)."""


@dataclass(frozen=True, slots=True)
class Trace:
    """What an answer has left in memory. `last` is when, in days; the other two are the memory model's own."""

    stability: float
    difficulty: float
    last: float


class Memory(Protocol):
    """How remembering falls and rises. Times are in days on one calendar: a whole number is a midnight."""

    def answered(self, trace: Trace | None, grade: Grade, at: float) -> Trace:
        """The trace after an answer at this time; None is a question never answered."""

    def recall(self, trace: Trace, at: float) -> float:
        """How likely it is remembered at this time, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Practised:
    """One answer with its grade. `at` carries an offset."""

    grade: Grade
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A question to remember: its key, what it is worth (> 0), its minutes, and how it went, the oldest first."""

    key: str
    value: float
    practised: tuple[Practised, ...] = ()
    minutes: int = 3

    @property
    def days(self) -> int:
        """On how many different days it was remembered."""
        return len({one.at.date() for one in self.practised if one.grade is not Grade.AGAIN})

    @property
    def settled(self) -> Settled:
        """How it stands after the last answer."""
        if not self.practised:
            return Settled.NEW
        if self.practised[-1].grade is Grade.AGAIN:
            return Settled.AGAIN
        return Settled.SITS if self.days >= DAYS_TO_SIT else Settled.GOOD


@dataclass(frozen=True, slots=True)
class Session:
    """A time to practise, with the minutes there are. `begins` carries an offset."""

    begins: dt.datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session with its questions, the one that gains most first."""

    session: Session
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Which question when. `left_out` are those there is no time for, the most worth first.

    `expected` is the share of all worth that is remembered at the interview when the schedule is kept, 0 to 1.
    """

    sittings: tuple[Sitting, ...]
    left_out: tuple[str, ...]
    expected: float

    @property
    def first(self) -> tuple[str, ...]:
        """The questions of the first session."""
        return self.sittings[0].keys if self.sittings else ()
