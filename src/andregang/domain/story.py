"""The story about me: one text, told in 30, 90 or 180 seconds by choosing among its own sentences."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from andregang.domain.writing import Spoken, sentences, spoken

LENGTHS = (30, 90, 180)
"""The seconds there may be."""

OPENERS = 5
"""How many beginnings of a sentence are offered."""

_ALIKE = 0.6
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Version:
    """The story in `target` seconds. `sentences` are all of the text's, `chosen` the places of those that are told.

    `gone` are sentences once chosen that stand in the text no more.
    """

    target: int
    sentences: tuple[str, ...]
    chosen: frozenset[int]
    gone: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The sentences of this version, in the text's order."""
        return tuple(sentence for place, sentence in enumerate(self.sentences) if place in self.chosen)

    @property
    def spoken(self) -> Spoken:
        return spoken(*self.told)

    @property
    def left(self) -> int:
        """The seconds left of the time there is; below zero when it takes longer."""
        return self.target - self.spoken.seconds


def version(text: str, target: int, chosen: Iterable[str] | None) -> Version:
    """One version of a text, from the sentences chosen for it. A sentence that was changed a little is still chosen.

    None is chosen for the longest version yet: all of the text is told. For the others nothing is.
    """
    standing = sentences(text)
    if chosen is None:
        return Version(target, standing, frozenset(range(len(standing)) if target == max(LENGTHS) else ()))
    places: set[int] = set()
    gone = []
    for sentence in chosen:
        place = _find(sentence, standing, places)
        if place is None:
            gone.append(sentence)
        else:
            places.add(place)
    return Version(target, standing, frozenset(places), tuple(gone))


def note_of(target: int) -> str:
    """The key of the note that holds the sentences chosen for a length, one a line."""
    return f"story_{target}"


def in_short(text: str, chosen: Mapping[int, Iterable[str] | None]) -> tuple[str, ...]:
    """What to glance at before telling it: the shortest version that was chosen, else the whole text's sentences.

    `chosen` are the sentences chosen for each length, as `version` takes them.
    """
    told = (version(text, target, chosen.get(target)).told for target in sorted(LENGTHS))
    return next((sentences for sentences in told if sentences), sentences(text))


def _find(sentence: str, standing: tuple[str, ...], taken: set[int]) -> int | None:
    free = [place for place in range(len(standing)) if place not in taken]
    for place in free:
        if standing[place] == sentence:
            return place
    words = set(_WORD.findall(sentence.casefold()))
    likeness = {place: _share(words, set(_WORD.findall(standing[place].casefold()))) for place in free}
    best = max(likeness, key=lambda place: (likeness[place], -place), default=None)
    return best if best is not None and likeness[best] >= _ALIKE else None


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
