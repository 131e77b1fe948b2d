"""The memory model of `fsrs` with its published parameters, as the schedule asks it."""

import datetime as dt
import math
from collections.abc import Sequence

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from andregang.domain.schedule import Grade, Trace

_RATINGS = {Grade.AGAIN: Rating.Again, Grade.GOOD: Rating.Good, Grade.SURE: Rating.Easy}
_ORIGIN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_REMEMBERED = 0.9
_KEPT = 200_000


class FsrsMemory:
    """Stability and difficulty of FSRS-6. Its intervals are not used: when to practise is the schedule's to say."""

    def __init__(self, parameters: Sequence[float] = DEFAULT_PARAMETERS) -> None:
        self._scheduler = Scheduler(tuple(parameters), learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self._decay = -self._scheduler.parameters[20]
        self._factor: float = _REMEMBERED ** (1 / self._decay) - 1
        self._known: dict[tuple[float, float, int, Grade], tuple[float, float]] = {}

    def answered(self, trace: Trace | None, grade: Grade, at: float) -> Trace:
        """The trace after an answer. A night between two answers counts as a day, however short it was."""
        nights = 0 if trace is None else max(0, math.floor(at) - math.floor(trace.last))
        key = (trace.stability, trace.difficulty, nights, grade) if trace else (0.0, 0.0, 0, grade)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            found = self._known[key] = self._review(trace, grade, nights)
        return Trace(*found, at)

    def recall(self, trace: Trace, at: float) -> float:
        """How likely it is remembered, by hours and not only by whole days."""
        past = max(0.0, at - trace.last)
        return float((1 + self._factor * past / trace.stability) ** self._decay)

    def _review(self, trace: Trace | None, grade: Grade, nights: int) -> tuple[float, float]:
        card = Card(card_id=1, state=State.Learning, step=0)
        if trace is not None:
            card = Card(1, State.Review, None, trace.stability, trace.difficulty, last_review=_ORIGIN)
        after, _ = self._scheduler.review_card(card, _RATINGS[grade], _ORIGIN + dt.timedelta(days=nights))
        assert after.stability is not None
        assert after.difficulty is not None
        return after.stability, after.difficulty
