"""Where a score and its error are drawn: the same axis in every scale, with the grey middle where most are."""

from dataclasses import dataclass

from andregang.domain.assessment import Interval, Scale, to_z
from andregang.domain.assessment.scales import LINEAR

WIDTH, MARGIN = 320, 10
_EDGE = 3.0
_TICKS = {
    Scale.STEN: range(1, 11),
    Scale.STANINE: range(1, 10),
    Scale.C: range(11),
    Scale.T: range(30, 71, 10),
    Scale.IQ: range(70, 131, 15),
    Scale.PERCENTILE: (2, 16, 50, 84, 98),
    Scale.Z: range(-2, 3),
}


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """Places along the axis in units of the drawing. `dot` is None for a band that a report only names."""

    low: float
    high: float
    dot: float | None
    middle: tuple[float, float]
    ticks: tuple[Tick, ...]
    open_low: bool
    open_high: bool

    @property
    def width(self) -> float:
        return round(self.high - self.low, 1)


def draw(interval: Interval | None) -> Drawn | None:
    """The drawing of a score with its error; None when there is nothing to place."""
    if interval is None:
        return None
    scale, stretch = interval.score.scale, interval.stretch
    ticks = tuple(Tick(_x(to_z(scale, n)), str(n).replace("-", "−")) for n in _TICKS.get(scale, ()))
    dot = None if interval.middle is None else _x(interval.middle)
    middle = (_x(-1.0), _x(1.0))
    return Drawn(_x(stretch.low), _x(stretch.high), dot, middle, ticks, stretch.low < -_EDGE, stretch.high > _EDGE)


def _x(z: float) -> float:
    inside = min(max(z, -_EDGE), _EDGE)
    return round(MARGIN + (inside + _EDGE) / (2 * _EDGE) * (WIDTH - 2 * MARGIN), 1)


def numeric(scale: Scale) -> bool:
    """Whether scores on the scale are numbers."""
    return scale in LINEAR or scale is Scale.PERCENTILE
