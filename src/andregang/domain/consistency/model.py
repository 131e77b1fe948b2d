"""What was said where, and two places that do not say the same."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.dates import PartialDate
from andregang.domain.text import fold


class Topic(StrEnum):
    """What can differ between two places (substance 7.4)."""

    FIGURE = "figure"
    DATE = "date"
    TITLE = "title"
    REASON = "reason"
    PAY = "pay"


@dataclass(frozen=True, slots=True)
class Held:
    """A post as a CV states it. `end` is None while `ongoing`, or when none is given."""

    employer: str
    title: str
    start: PartialDate | None = None
    end: PartialDate | None = None
    ongoing: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """Words the person has said or written.

    `source` names the place and is only compared: two statements of one source are never held against each other.
    `about` is what it is about when the words do not say (the example's title, the employer). `asked` is the topic the
    words were written down under, when they were. `held` is the post the words state, on a line of a CV.
    """

    source: str
    text: str
    about: str = ""
    asked: Topic | None = None
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One of the two: `value` are the words that differ and `quote` the sentence they stand in, both verbatim in the
    statement's text (white space folded); `start` and `end` are the offsets of `value` in it.
    """

    source: str
    start: int
    end: int
    value: str
    quote: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places that speak of the same thing and do not say the same."""

    topic: Topic
    one: Said
    other: Said

    @property
    def key(self) -> str:
        """The same for the same two sentences wherever they stand: how "it is not the same thing" is remembered."""
        words = sorted(f"{fold(said.value)} | {fold(said.quote)}".casefold() for said in (self.one, self.other))
        return hashlib.sha256("\n".join((self.topic.value, *words)).encode("utf-8", "replace")).hexdigest()[:16]
