"""What will be remembered at the interview when a question is practised at certain times."""

import datetime as dt
import math
from collections.abc import Sequence

from andregang.domain.schedule.model import Grade, Memory, Practised, Trace

FIRST_TIME = 0.5
"""How likely a question never practised is answered well."""

_DAY = 86400.0
_KEPT = 400_000
_FINE, _COARSE = 50, 10
_ORIGIN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - days are counted on the wall calendar of each moment


def in_days(moment: dt.datetime) -> float:
    """A moment as days on its own wall calendar, so that a whole number is a midnight there."""
    return (moment.replace(tzinfo=None) - _ORIGIN).total_seconds() / _DAY


class Forecast:
    """Expected recall, with what was reckoned before kept. `memory` says how remembering falls."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._after: dict[tuple[Trace | None, float], Trace] = {}

    def trace(self, practised: Sequence[Practised]) -> Trace | None:
        """What the answers have left; None when there were none."""
        trace: Trace | None = None
        for one in practised:
            trace = self._memory.answered(trace, one.grade, in_days(one.at))
        return trace

    def recalled(self, trace: Trace | None, times: Sequence[float], asked: float) -> float:
        """How likely it is remembered when `asked`, after being practised at these times, in order."""
        for at in times:
            trace = self._practised(trace, at)
        return 0.0 if trace is None else self._memory.recall(trace, asked)

    def _practised(self, trace: Trace | None, at: float) -> Trace:
        """The trace one can expect: between remembering it then and not, by how likely each is."""
        known = self._after.get((trace, at))
        if known is None:
            likely = FIRST_TIME if trace is None else self._memory.recall(trace, at)
            well, badly = (self._memory.answered(trace, grade, at) for grade in (Grade.GOOD, Grade.AGAIN))
            power = likely * math.log(well.stability) + (1 - likely) * math.log(badly.stability)
            difficulty = likely * well.difficulty + (1 - likely) * badly.difficulty
            # Rounded, so that what is nearly the same is reckoned once.
            known = Trace(math.exp(round(power * _FINE) / _FINE), round(difficulty * _COARSE) / _COARSE, at)
            if len(self._after) >= _KEPT:
                self._after.clear()
            self._after[trace, at] = known
        return known
