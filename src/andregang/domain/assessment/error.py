"""How sure a score is: its measurement error, and the words for where it then lies (substance 4.4)."""

import math
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from andregang.domain.assessment.scales import LINEAR, Scale, Score, Stretch
from andregang.domain.errors import InvalidInput

CONFIDENCE = {68: 1.0, 80: 1.28, 90: 1.645, 95: 1.96}
"""Standard errors to each side, by percent."""
SHOWN = 95


class AssessmentKind(StrEnum):
    """What a test measures: typical behaviour, the most one can do in a given time, or which type one is."""

    PERSONALITY = "personality"
    ABILITY = "ability"
    TYPE = "type"


CAUTIOUS = {AssessmentKind.PERSONALITY: 0.80, AssessmentKind.ABILITY: 0.85, AssessmentKind.TYPE: 0.80}
"""The reliability reckoned with when none is stated."""


class Level(IntEnum):
    """How a score stands to those compared with."""

    CLEARLY_LOWER = -2
    LOWER = -1
    MIDDLE = 0
    HIGHER = 1
    CLEARLY_HIGHER = 2


_EDGES = (-math.inf, -1.5, -0.5, 0.5, 1.5, math.inf)
_TOUCH = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the score lies with its error, in z, and the levels it covers, `lowest` to `highest`.

    `assumed` tells that no reliability was stated and a cautious one was used.
    """

    score: Score
    reliability: float
    assumed: bool
    stretch: Stretch
    lowest: Level
    highest: Level

    @property
    def levels(self) -> tuple[Level, Level]:
        return self.lowest, self.highest

    @property
    def middle(self) -> float | None:
        """Where the score itself lies in z; None for a band that a report only names."""
        return self.score.middle


def standard_error(reliability: float, scale: Scale = Scale.Z) -> float:
    """`SD·√(1 − r)`, in units of the scale. Raises InvalidInput for a reliability outside 0 to 1."""
    return LINEAR[scale].sd * math.sqrt(1 - _checked(reliability))


def sure_difference(reliability: float, scale: Scale = Scale.Z, confidence: int = SHOWN) -> float:
    """The least difference between two scores that is more than error: `k·SD·√(2 − 2r)`."""
    return CONFIDENCE[confidence] * LINEAR[scale].sd * math.sqrt(2 - 2 * _checked(reliability))


def with_error(score: Score, reliability: float, *, assumed: bool = False, confidence: int = SHOWN) -> Interval:
    """The score with its error. Never narrower than the error, nor than the stretch its own rounding stands for."""
    error = CONFIDENCE[confidence] * standard_error(reliability)
    middle, rounded = score.middle, score.stretch
    low, high = (rounded.low, rounded.high) if middle is None else (middle - error, middle + error)
    around = Stretch(min(rounded.low, low), max(rounded.high, high))
    return Interval(score, reliability, assumed, around, *levels_of(around))


def true_score(score: Score, reliability: float, *, confidence: int = SHOWN) -> Stretch | None:
    """Where the true score is likely to lie: `r·z ± k·√(r(1 − r))`, nearer the middle than the score. None for a band
    that a report only names."""
    r = _checked(reliability)
    if score.middle is None:
        return None
    error = CONFIDENCE[confidence] * math.sqrt(r * (1 - r))
    return Stretch(r * score.middle - error, r * score.middle + error)


def levels_of(stretch: Stretch) -> tuple[Level, Level]:
    """The lowest and the highest level that a stretch covers more than the edge of."""
    covered = [
        level
        for level, low, high in zip(Level, _EDGES[:-1], _EDGES[1:], strict=True)
        if min(stretch.high, high) - max(stretch.low, low) > _TOUCH
    ]
    if not covered:
        covered = [next(level for level, high in zip(Level, _EDGES[1:], strict=True) if stretch.low <= high)]
    return covered[0], covered[-1]


def read_reliability(written: str) -> float | None:
    """A reliability as a report writes it (".84", "0,84"); None when nothing stands. Raises InvalidInput."""
    text = written.strip().replace(",", ".")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise InvalidInput("reliability", "not_a_number") from None
    if not 0 < value < 1:
        raise InvalidInput("reliability", "outside_scale")
    return value


def _checked(reliability: float) -> float:
    if not 0 <= reliability <= 1:
        raise InvalidInput("reliability", "outside_scale")
    return reliability
