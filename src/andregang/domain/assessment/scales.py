"""Score scales: from a score to where it stands among all, and from there to any other scale (substance 4.3).

Everything is measured in z, standard deviations from the middle of the comparison group. All of it assumes that the
group is normally distributed. A whole sten is not a point: a score stands for a stretch of z, and bands are turned
into bands.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from andregang.domain.errors import InvalidInput

NORMAL = NormalDist()
OUTERMOST = 5.0
"""|z| beyond which a number is a misprint rather than a score."""

_NUMBER = re.compile(r"[-+−]?\d{1,4}(?:[.,]\d{1,3})?")


class Scale(StrEnum):
    """What a score is counted in. `BAND` is words such as "middels", `TYPE` letters or a style."""

    STEN = "sten"
    STANINE = "stanine"
    C = "c"
    T = "t"
    PERCENTILE = "percentile"
    IQ = "iq"
    Z = "z"
    BAND = "band"
    TYPE = "type"


class RawBand(StrEnum):
    """A band a report names without saying where it begins."""

    MUCH_LOWER = "much_lower"
    LOWER = "lower"
    MIDDLE = "middle"
    HIGHER = "higher"
    MUCH_HIGHER = "much_higher"


@dataclass(frozen=True, slots=True)
class Linear:
    """`mean + sd·z`. `lowest` and `highest` end the scale; a `whole` score stands for half a step to each side."""

    mean: float
    sd: float
    lowest: float
    highest: float
    whole: bool


LINEAR = {
    Scale.STEN: Linear(5.5, 2, 1, 10, True),
    Scale.STANINE: Linear(5, 2, 1, 9, True),
    Scale.C: Linear(5, 2, 0, 10, True),
    Scale.T: Linear(50, 10, 0, 100, False),
    Scale.IQ: Linear(100, 15, 25, 175, False),
    Scale.Z: Linear(0, 1, -OUTERMOST, OUTERMOST, False),
}

# A report that does not say where its bands begin has only said on which side of the middle one is.
_RAW = {
    RawBand.MUCH_LOWER: (-math.inf, 0.0),
    RawBand.LOWER: (-math.inf, 0.0),
    RawBand.MIDDLE: (-1.0, 1.0),
    RawBand.HIGHER: (0.0, math.inf),
    RawBand.MUCH_HIGHER: (0.0, math.inf),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `low` to `high` in z; either may be infinite where a scale's last band is open."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"no stretch: {self.low}..{self.high}")

    @property
    def width(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Score:
    """A score that can be placed: as written, on its scale, and the stretch of z it stands for."""

    scale: Scale
    written: str
    value: float | None
    stretch: Stretch

    @property
    def middle(self) -> float | None:
        """Where the number itself lies in z; None for what is not a number."""
        return None if self.value is None else to_z(self.scale, self.value)


def to_z(scale: Scale, value: float) -> float:
    """A number on a scale as z. Raises InvalidInput for 0 and 100 as percentiles, which lie infinitely far out."""
    if scale is Scale.PERCENTILE:
        if not 0 < value < 100:
            raise InvalidInput("score", "percentile_edge" if value in (0, 100) else "outside_scale")
        return NORMAL.inv_cdf(value / 100)
    linear = LINEAR[scale]
    return (value - linear.mean) / linear.sd


def from_z(scale: Scale, z: float) -> float:
    """z as a number on a scale, not rounded."""
    if scale is Scale.PERCENTILE:
        return 50 * math.erfc(-z / math.sqrt(2))
    linear = LINEAR[scale]
    return linear.mean + linear.sd * z


def convert(value: float, scale: Scale, other: Scale) -> float:
    """A number on one scale as a number on another, not rounded. Raises InvalidInput."""
    return from_z(other, to_z(scale, value))


def band_of(scale: Scale, z: float) -> int:
    """The whole sten, stanine or C of z; at the ends all that lies further out."""
    linear = LINEAR[scale]
    return math.floor(min(max(from_z(scale, z) + 0.5, linear.lowest), linear.highest))


def bands(stretch: Stretch, scale: Scale) -> tuple[int, int]:
    """The whole bands of a scale that a stretch touches, first and last: a band becomes bands, never a point."""
    inside = 1e-9
    last = max(stretch.high - inside, stretch.low)
    return band_of(scale, stretch.low), band_of(scale, last)


def read_score(scale: Scale, written: str) -> Score:
    """A score as a report writes it. Raises InvalidInput (field "score") when it is none on that scale.

    A whole sten, stanine or C stands for its band, open at the ends of the scale; any other number for half of its
    last digit to each side.
    """
    text = written.strip()
    if scale is Scale.BAND:
        if text not in set(RawBand):
            raise InvalidInput("score", "not_a_band")
        return Score(scale, text, None, Stretch(*_RAW[RawBand(text)]))
    if scale is Scale.TYPE:
        if not text:
            raise InvalidInput("score", "missing")
        return Score(scale, text, None, Stretch(-math.inf, math.inf))
    if not text:
        raise InvalidInput("score", "missing")
    if not _NUMBER.fullmatch(text):
        raise InvalidInput("score", "not_a_number")
    value = float(text.replace(",", ".").replace("−", "-"))
    decimals = len(re.split("[.,]", text)[1]) if re.search("[.,]", text) else 0
    return Score(scale, text, value, _stretch(scale, value, 0.5 * 10**-decimals, decimals == 0))


def _stretch(scale: Scale, value: float, half: float, whole: bool) -> Stretch:  # noqa: FBT001
    z = to_z(scale, value)
    if scale is Scale.PERCENTILE:
        low, high = value - half, value + half
        return Stretch(
            -math.inf if low <= 0 else min(to_z(scale, low), z), math.inf if high >= 100 else max(to_z(scale, high), z)
        )
    linear = LINEAR[scale]
    if not linear.lowest <= value <= linear.highest:
        raise InvalidInput("score", "outside_scale")
    low, high = to_z(scale, value - half), to_z(scale, value + half)
    if linear.whole and whole:
        low = -math.inf if value == linear.lowest else low
        high = math.inf if value == linear.highest else high
    return Stretch(low, high)
