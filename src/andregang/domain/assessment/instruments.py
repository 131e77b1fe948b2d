"""Tests met in Norway: what a score of each is counted in, and how sure that is (substance 4.2)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from andregang.domain.assessment.error import AssessmentKind
from andregang.domain.assessment.scales import Scale
from andregang.domain.text import Language


class Form(StrEnum):
    """How one answers: statements one by one, a choice between statements, or sorted into types."""

    NORMATIVE = "normative"
    FORCED_CHOICE = "forced_choice"
    TYPE = "type"


class Sure(StrEnum):
    """Where what is said of a test is read: with the publisher or an authority, second hand, or not checked."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A test. `scales` are those its scores are usually given in, the usual one first; `names` how reports call it."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: AssessmentKind
    form: Form
    scales: tuple[Scale, ...]
    sure: Sure
    model: Mapping[Language, str]
    source: str = ""


@dataclass(frozen=True, slots=True)
class FoundName:
    """An instrument's name in a text, from `start` to `end`."""

    instrument: Instrument
    start: int
    end: int


def find_instruments(text: str, instruments: Sequence[Instrument]) -> tuple[FoundName, ...]:
    """Every place the text names an instrument, in order. Longer names win over names inside them."""
    by_name = {name: one for one in instruments for name in one.names}
    return tuple(
        FoundName(by_name[match[0]], match.start(), match.end()) for match in _pattern(tuple(by_name)).finditer(text)
    )


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
