"""Examples: something the person did, in the article's five parts, with a frame before and a bridge after."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.evidence import item_key, same_words
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting.names import FULL_NAME, is_name, same_person
from andregang.domain.writing import LONGEST, SHORTEST, Length, Spoken, spoken

SERVED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD, ItemKind.QUALITY)
"""What an example can be an example of."""

_MOST_NAMES = 6
_LONGEST_NAME = 80


class ExamplePart(StrEnum):
    """The parts of an example, in the order they are told."""

    FRAME = "frame"
    PLANNED = "planned"
    DID = "did"
    RESULT = "result"
    PEOPLE = "people"
    LEARNED = "learned"
    BRIDGE = "bridge"


FIVE = (
    ExamplePart.PLANNED,
    ExamplePart.DID,
    ExamplePart.RESULT,
    ExamplePart.PEOPLE,
    ExamplePart.LEARNED,
)
"""What an example is made of (substance 2.3, PR1); the frame and the bridge are help."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An example as it is told. `items` are the words of the ad lines it serves."""

    id: str
    title: str
    parts: Mapping[ExamplePart, str]
    items: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[ExamplePart, ...]:
        """Those of the five that are still empty (substance AC5)."""
        return tuple(part for part in FIVE if not self.parts.get(part, "").strip())

    @property
    def spoken(self) -> Spoken:
        """How long it takes to tell."""
        return spoken(*self.parts.values())

    @property
    def length(self) -> Length:
        """How that stands to one and a half to two and a half minutes (substance AC1)."""
        return self.spoken.within(SHORTEST, LONGEST)

    @property
    def name(self) -> str:
        """What it is called: its title, or how it begins."""
        begins = (self.title, *(self.parts.get(part, "") for part in ExamplePart))
        first = next((text.strip().splitlines()[0] for text in begins if text.strip()), "")
        return first if len(first) <= _LONGEST_NAME else first[:_LONGEST_NAME].rpartition(" ")[0] + " …"


@dataclass(frozen=True, slots=True)
class Covered:
    """A line of the ad with its examples."""

    key: str
    item: AdItem
    examples: tuple[Telling, ...]

    @property
    def has_example(self) -> bool:
        return bool(self.examples)


def coverage(ad: JobAd | None, examples: Sequence[Telling]) -> tuple[Covered, ...]:
    """Every line an example can serve, those without one first, else in the ad's order."""
    finder = LineFinder(ad.of_kind(*SERVED) if ad else ())
    serving: dict[str, list[Telling]] = {}
    for example in examples:
        for key in finder.keys(example.items):
            serving.setdefault(key, []).append(example)
    lines = [Covered(key, item, tuple(serving.get(key, ()))) for key, item in finder.lines]
    return tuple(sorted(lines, key=lambda line: bool(line.examples)))


class LineFinder:
    """Finds the lines of an ad that words are, or were before the ad was read another way."""

    def __init__(self, items: Sequence[AdItem]) -> None:
        # An ad may say the same line twice; it is one line to find an example of.
        first: dict[str, AdItem] = {}
        for item in items:
            first.setdefault(item_key(item), item)
        self.lines = list(first.items())
        self._by_words = {_folded(item.quote.words): key for key, item in self.lines}
        self._alike: dict[str, str | None] = {}

    def keys(self, words: Iterable[str]) -> frozenset[str]:
        """The keys of the lines; the same words first, else the first line that is nearly the same."""
        found = (self._by_words.get(_folded(one)) or self._nearly(one) for one in words)
        return frozenset(key for key in found if key)

    def _nearly(self, words: str) -> str | None:
        if words not in self._alike:
            alike = (key for key, item in self.lines if same_words(item.quote.words, words))
            self._alike[words] = next(alike, None)
        return self._alike[words]


def served(words: Iterable[str], items: Sequence[AdItem]) -> frozenset[str]:
    """The keys of the lines of these that the words are."""
    return LineFinder(items).keys(words)


def with_items(
    words: Iterable[str], items: Sequence[AdItem], asked: Sequence[AdItem], chosen: Iterable[str]
) -> tuple[str, ...]:
    """The words of the lines an example serves, after the person chose by key among `asked`, some of the ad's `items`.

    Other lines, and words that stand in no line now (another ad, a line struck), are kept as they were.
    """
    keys = set(chosen)
    about = {item_key(item) for item in asked}
    finder = LineFinder(items)
    kept = [one for one in words if not finder.keys([one]) & about]
    return tuple(dict.fromkeys([*kept, *(item.quote.words for item in asked if item_key(item) in keys)]))


def possible_referees(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The people named by first and last name in a text, each once, without those in the lines already `known`."""
    taken = [name for line in known for name in (re.split(r"[,;:(]| [-–] ", line)[0].strip(),) if name]
    found: list[str] = []
    for match in FULL_NAME.finditer(text):
        name = _without_lead(match["name"].strip(" ."))
        if not name or any(same_person(name, other) for other in taken):
            continue
        taken.append(name)
        found.append(name)
    return tuple(found[:_MOST_NAMES])


def _without_lead(name: str) -> str:
    """The name without words before it that are none ("Med", "Og"); "" when fewer than two words are left."""
    parts = name.split()
    while len(parts) > 1 and not is_name(" ".join(parts)):
        parts = parts[1:]
    return " ".join(parts) if len(parts) > 1 else ""


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
