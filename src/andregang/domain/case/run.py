"""A run-through against its plan: where one is, how long is left, and the calm signs (static/run.js tells the same)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SIGN_SECONDS = 30
"""A sign comes at least this long before a part's time is out, and before the whole overruns."""

_WARN_AT = 45
"""Signs are lit from here on, so that half a minute is left when they have been seen."""

_SLOWEST = 1.5
"""How much slower than planned the rest is believed to go, at most."""


class Sign(StrEnum):
    """What the clock says besides the time."""

    NONE = ""
    PART_ENDING = "part_ending"
    PART_OVER = "part_over"
    OVERRUN = "overrun"
    ENDING = "ending"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock at a moment: which part, seconds in it and left of it, seconds in all, the predicted end, the signs."""

    part: int
    in_part: float
    part_left: float
    elapsed: float
    predicted: float
    part_sign: Sign
    whole_sign: Sign


def read_clock(planned: Sequence[int], changes: Sequence[float], now: float, limit: int) -> Clock:
    """The clock `now` seconds after the start.

    `planned` are the seconds of each part without the buffer, `changes` the moments (seconds after the start) at which
    the parts after the first began, `limit` the seconds given in all. The prediction: what is gone, what is left of
    this part's plan, and the plans of the parts to come, longer when the parts before took longer than planned. The
    overrun sign is lit when the prediction passes the limit, the ending sign when the limit is near in any case: a
    last part that goes on and on is foreseen by nobody.
    """
    part = min(len(changes), max(0, len(planned) - 1))
    begun = changes[part - 1] if part else 0.0
    in_part = max(0.0, now - begun)
    plan = planned[part] if planned else 0
    left = plan - in_part
    slow = min(_SLOWEST, max(1.0, begun / sum(planned[:part]))) if part and sum(planned[:part]) else 1.0
    predicted = now + max(0.0, plan * slow - in_part) + slow * sum(planned[part + 1 :])
    return Clock(part, in_part, left, now, predicted, _part_sign(left, plan), _whole_sign(now, predicted, limit))


def _part_sign(left: float, plan: float) -> Sign:
    if left < 0:
        return Sign.PART_OVER
    return Sign.PART_ENDING if left <= min(_WARN_AT, max(SIGN_SECONDS + 1, plan * 0.8)) else Sign.NONE


def _whole_sign(now: float, predicted: float, limit: int) -> Sign:
    if now >= limit:
        return Sign.OVER
    if predicted > limit:
        return Sign.OVERRUN
    return Sign.ENDING if limit - now <= _WARN_AT else Sign.NONE


@dataclass(frozen=True, slots=True)
class RunPart:
    """A part of a finished run: its plan and what it took, in seconds."""

    title: str
    planned: int
    took: int

    @property
    def difference(self) -> int:
        """Seconds over the plan; negative when under."""
        return self.took - self.planned


def compare(
    titles: Sequence[str], planned: Sequence[int], changes: Sequence[float], ended: float
) -> tuple[RunPart, ...]:
    """Plan and run side by side; parts never reached took nothing."""
    marks = [0.0, *changes[: max(0, len(planned) - 1)], ended]
    took = [
        max(0, round(marks[place + 1] - marks[place])) if place + 1 < len(marks) else 0 for place in range(len(planned))
    ]
    return tuple(RunPart(title, plan, spent) for title, plan, spent in zip(titles, planned, took, strict=True))


def kept_time(limit: int, ended: float) -> bool:
    """Whether a run ended within five per cent of its time (form 6.3, `tid`)."""
    return abs(ended - limit) <= 0.05 * limit
