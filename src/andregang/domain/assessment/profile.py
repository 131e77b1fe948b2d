"""A result as it is shown: placed with its error, said by a phrase, with the caution its test needs."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.assessment.error import (
    CAUTIOUS,
    AssessmentKind,
    Interval,
    Level,
    read_reliability,
    sure_difference,
    with_error,
)
from andregang.domain.assessment.instruments import Form, Instrument, find_instruments
from andregang.domain.assessment.scales import LINEAR, Scale, Stretch, bands, from_z, read_score
from andregang.domain.assessment.traits import Trait, trait_called
from andregang.domain.errors import InvalidInput

_SIGNS = {-2: "m2", -1: "m1", 0: "0", 1: "p1", 2: "p2"}


@dataclass(frozen=True, slots=True)
class Placed:
    """One result. `interval` is None for a type, and for a score that is none on its scale."""

    kind: AssessmentKind
    instrument: Instrument | None
    trait: Trait | None
    scale: Scale
    written: str
    interval: Interval | None

    @property
    def phrase(self) -> str:
        """The key of the sentence that says where it lies; "" when nothing may be said."""
        if self.scale is Scale.TYPE:
            return "TYPE"
        if self.interval is None:
            return ""
        if self.scale is Scale.BAND:
            return f"BAND_{self.written}"
        low, high = self.interval.levels
        return f"LEVEL_{_SIGNS[low]}_{_SIGNS[high]}"

    @property
    def caution(self) -> str:
        """The key of what must be said about such tests; "" for none."""
        form = self.instrument.form if self.instrument else (Form.TYPE if self.scale is Scale.TYPE else Form.NORMATIVE)
        return "" if form is Form.NORMATIVE else f"FORM_{form.value}"

    @property
    def limit(self) -> str:
        """The key of what such a score cannot say."""
        return f"LIMIT_{self.kind.value}"

    @property
    def between(self) -> tuple[float, float] | None:
        """The interval in the scale's own numbers, rounded outwards and kept inside the scale."""
        if self.interval is None or self.interval.middle is None:
            return None
        return in_numbers(self.scale, self.interval.stretch)


def in_numbers(scale: Scale, stretch: Stretch) -> tuple[float, float]:
    """A stretch in a scale's own numbers, rounded outwards: whole bands, whole numbers, or tenths of z."""
    if scale is Scale.PERCENTILE:
        return max(1, math.floor(from_z(scale, stretch.low))), min(99, math.ceil(from_z(scale, stretch.high)))
    linear = LINEAR[scale]
    if linear.whole:
        return bands(stretch, scale)
    step = 0.1 if scale is Scale.Z else 1
    low = math.floor(round(from_z(scale, stretch.low) / step, 6)) * step
    high = math.ceil(round(from_z(scale, stretch.high) / step, 6)) * step
    return round(max(low, linear.lowest), 1), round(min(high, linear.highest), 1)


def place_result(
    trait: str,
    scale: str,
    score: str,
    reliability: str,
    instrument: str,
    instruments: Sequence[Instrument],
    traits: Sequence[Trait],
) -> Placed:
    """A result as it was kept, placed. Never raises: what is no score on its scale is shown without a place."""
    known = find_instruments(instrument, instruments)
    test = known[0].instrument if known else next((one for one in instruments if one.name == instrument), None)
    about = trait_called(trait, traits)
    # A test of several kinds of tasks is one of abilities; a publisher may sell both under one name.
    kinds = [one.kind for one in (about, test) if one]
    first = kinds[-1] if kinds else AssessmentKind.PERSONALITY
    kind = AssessmentKind.ABILITY if AssessmentKind.ABILITY in kinds else first
    on = Scale(scale) if scale in set(Scale) else Scale.TYPE
    interval = None
    if on is not Scale.TYPE:
        try:
            stated = read_reliability(reliability)
            sure = CAUTIOUS[kind] if stated is None else stated
            interval = with_error(read_score(on, score), sure, assumed=stated is None)
        except InvalidInput:
            interval = None
    return Placed(kind, test, about, on, score, interval)


def surely_differ(one: Placed, other: Placed) -> bool:
    """Whether two scores lie further apart than error can explain; never between what is not placed by a number."""
    first, second = one.interval, other.interval
    if first is None or second is None or first.middle is None or second.middle is None:
        return False
    return abs(first.middle - second.middle) > sure_difference(min(first.reliability, second.reliability))


def likely_questions(placed: Placed, *, demanded: bool) -> tuple[str, ...]:
    """The ids of the bank's questions that a result like this brings (substance 3.10, 3.11), the likeliest first."""
    if placed.kind is AssessmentKind.ABILITY:
        low = placed.interval is not None and placed.interval.highest < Level.MIDDLE
        numbers = placed.trait is not None and placed.trait.id == "numerical"
        below = ("IQ-ET06", "IQ-ET07") if low else ("IQ-ET07",)
        return ("IQ-ET01", *below, "IQ-ET03", "IQ-ET04", *(("IQ-ET08",) if numbers else ()))
    if placed.kind is AssessmentKind.TYPE:
        return ("IQ-PT01", "IQ-PT06", "IQ-PT12")
    middle = placed.interval is not None and placed.interval.levels == (Level.MIDDLE, Level.MIDDLE)
    balance = () if middle else ("IQ-PT04", "IQ-PT05")
    return ("IQ-PT02", "IQ-PT03", *(("IQ-PT10",) if demanded else ()), *balance, "IQ-PT09", "IQ-PT07")
