"""The schedule to the date: the most worth remembered at the interview, in the minutes there are."""

import datetime as dt
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from andregang.domain.schedule.forecast import Forecast, in_days
from andregang.domain.schedule.model import Grade, Rehearsed, Schedule, Session, Sitting, Trace

_LEAST_GAIN = 2e-5
"""A smaller chance more of remembering is not worth anyone's three minutes."""


def make_schedule(
    questions: Sequence[Rehearsed], sessions: Sequence[Session], interview: dt.datetime, forecast: Forecast
) -> Schedule:
    """Which question in which session, so that worth × recall at `interview` is as much as it can be.

    Sessions that begin after the interview are not used. A question is practised at most once a session; in the first
    one not again when it went well the same day. Room is given, minute for minute, to what it gains most; what finds
    none is left out, the least worth first.
    """
    usable = [session for session in sessions if session.begins < interview and session.minutes > 0]
    usable.sort(key=lambda session: session.begins)
    planned = [_Planned(one, forecast, _times(one, usable), in_days(interview)) for one in questions]
    left = [session.minutes for session in usable]
    while best := max((one for one in planned if one.place(left) is not None), key=_Planned.worth, default=None):
        left[best.take()] -= best.question.minutes
    sittings = [
        Sitting(session, tuple(one.question.key for one in _in_order(planned, place)))
        for place, session in enumerate(usable)
    ]
    rest = [one.question for one in planned if not one.places and not one.question.practised]
    rest.sort(key=lambda question: -question.value)
    worth = sum(one.question.value for one in planned)
    gained = sum(one.question.value * one.recalled for one in planned)
    return Schedule(tuple(sittings), tuple(question.key for question in rest), gained / worth if worth else 0.0)


def _times(question: Rehearsed, sessions: Sequence[Session]) -> list[float | None]:
    """When it can be practised in each session; None on a day it went well already."""
    last = question.practised[-1] if question.practised else None
    return [
        None if last and last.grade is not Grade.AGAIN and last.at.date() == session.begins.date()
        else in_days(session.begins)
        for session in sessions
    ]  # fmt: skip


def _in_order(planned: Sequence["_Planned"], place: int) -> list["_Planned"]:
    """Those of one session, what is lost without it first."""
    return sorted((one for one in planned if place in one.places), key=lambda one: (-one.lost(place), one.question.key))


@dataclass
class _Planned:
    """A question with the sessions it stands in (`places`), and the next one worth giving it."""

    question: Rehearsed
    forecast: Forecast
    times: Sequence[float | None]
    asked: float
    places: list[int] = field(default_factory=list)
    recalled: float = 0.0
    trace: Trace | None = None
    _gains: list[tuple[float, int]] | None = None

    def __post_init__(self) -> None:
        self.trace = self.forecast.trace(self.question.practised)
        self.recalled = self._recalled(self.places)

    def place(self, left: Sequence[int]) -> int | None:
        """The session that gains most of those with room; None when there is none that gains."""
        if self._gains is None:
            self._gains = sorted(
                (self._recalled(sorted((*self.places, place))) - self.recalled, -place)
                for place, at in enumerate(self.times)
                if at is not None and place not in self.places
            )
        while self._gains and left[-self._gains[-1][1]] < self.question.minutes:
            self._gains.pop()
        return -self._gains[-1][1] if self._gains and self._gains[-1][0] > _LEAST_GAIN else None

    def worth(self) -> float:
        """What its next session gains for each minute."""
        return self.question.value * self._gains[-1][0] / self.question.minutes if self._gains else 0.0

    def take(self) -> int:
        """Stand in the session that gains most; which it is."""
        assert self._gains
        place = -self._gains[-1][1]
        insort(self.places, place)
        self.recalled = self._recalled(self.places)
        self._gains = None
        return place

    def lost(self, place: int) -> float:
        """The worth lost without this session."""
        return self.question.value * (self.recalled - self._recalled([one for one in self.places if one != place]))

    def _recalled(self, places: Sequence[int]) -> float:
        times = [at for place in places if (at := self.times[place]) is not None]
        return self.forecast.recalled(self.trace, times, self.asked)
