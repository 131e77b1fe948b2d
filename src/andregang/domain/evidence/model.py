"""Which CV line speaks for which line of the ad."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.cv import CvSection
from andregang.domain.job_ad import AdItem
from andregang.domain.source import Quote

# So many lines are shown for one line of the ad.
MOST = 5

Similarity = Callable[[Sequence[str], Sequence[str]], list[list[float]]]
"""Closeness in meaning of each query (ad line) to each passage (CV line): rows are queries, about −1 to 1."""


class Strength(StrEnum):
    """How far the CV carries a line of the ad."""

    DIRECT = "direct"
    TRANSFERABLE = "transferable"
    NONE = "none"


class Basis(StrEnum):
    """What a judgement rests on: a rule (degree, years, licence …), likeness in meaning, words, or the person."""

    RULE = "rule"
    MEANING = "meaning"
    WORDS = "words"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A CV line that speaks for an ad line. `context` names the job or degree it belongs to."""

    quote: Quote
    section: CvSection
    score: float
    basis: Basis
    context: Quote | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """An ad line with the CV lines that speak for it, best first.

    `rule` is the stable key of the rule that decided (`degree_level`, `years`, …) or "" when none did; `found` and
    `asked` are its two sides in the documents' own terms. Qualities are not matched: `asks_for_example` is true.
    `own_words` are what the person added; they stand in no document. `spare` are the next best lines, which move up
    when the person rejects one of `evidence`.
    """

    item: AdItem
    strength: Strength
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    asked: str = ""
    found: str = ""
    asks_for_example: bool = False
    own_words: tuple[str, ...] = ()
    spare: tuple[Evidence, ...] = ()
