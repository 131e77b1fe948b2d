"""What a line is about, in the terms of the job world: words of Norwegian and English that mean nearly the same."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from andregang.domain.vocabulary import Vocabulary

PREFIX = "concept."
_WORD = re.compile(r"[^\W_][\w#+&-]*")
_WHOLE, _INNER, _LONGEST = 3, 5, 24
_LONGEST_WORD = 80
# What every trade does: it tells less than what only some do.
_GENERAL = ("office", "lead")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists as something to look words up in: whole words, beginnings, later parts of compounds, phrases."""

    whole: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, tuple[str, ...]]
    phrases: tuple[tuple[str, str], ...]


@lru_cache(maxsize=8)
def concept_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The lists of `concept.*`; empty when there are none."""
    whole: defaultdict[str, list[str]] = defaultdict(list)
    starts: defaultdict[str, list[str]] = defaultdict(list)
    phrases = []
    for name, by_language in vocabulary.lists.items():
        if not name.startswith(PREFIX):
            continue
        concept = name[len(PREFIX) :]
        for entry in dict.fromkeys(entry for entries in by_language.values() for entry in entries):
            if " " in entry:
                phrases.append((" " + entry, concept))
            else:
                (whole if len(entry) <= _WHOLE else starts)[entry].append(concept)
    return Lexicon(
        {word: tuple(names) for word, names in whole.items()},
        {word: tuple(names) for word, names in starts.items()},
        tuple(phrases),
    )


@lru_cache(maxsize=4_000)
def concepts_in(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The concepts a line speaks of."""
    lexicon = concept_lexicon(vocabulary)
    low = text.casefold()
    words = _WORD.findall(low)
    found = {name for word in words for part in (word, *_parts(word)) for name in _of_word(part, lexicon)}
    padded = " " + " ".join(words)
    return frozenset(found.union(name for phrase, name in lexicon.phrases if phrase in padded))


def _parts(word: str) -> list[str]:
    return word.split("-") if "-" in word else []


def _of_word(word: str, lexicon: Lexicon) -> set[str]:
    word = word[:_LONGEST_WORD]
    found = set(lexicon.whole.get(word, ()))
    at, least = 0, _WHOLE + 1
    while len(word) - at >= least:
        for length in range(min(len(word) - at, _LONGEST), least - 1, -1):
            if names := lexicon.starts.get(word[at : at + length]):
                found.update(names)
                at += length
                break
        else:
            at += 1
        at, least = max(at, _WHOLE), _INNER
    return found


@dataclass(frozen=True)
class ConceptLikeness:
    """How far lines of a CV are about what an ad's lines are about; what all of the ad's lines share counts less."""

    vocabulary: Vocabulary
    counts: Counter[str] = field(default_factory=Counter)

    def of(self, text: str) -> frozenset[str]:
        return concepts_in(text, self.vocabulary)

    def weight(self, concept: str) -> float:
        base = 0.5 if concept.startswith(_GENERAL) else 1.0
        return base / (1.0 + math.log1p(max(0, self.counts[concept] - 1)))

    def shared(self, asked: str, offered: str) -> float:
        """Share of what the ad line is about that the CV line is about too, 0 to 1."""
        wanted, given = self.of(asked), self.of(offered)
        total = sum(map(self.weight, wanted))
        return sum(self.weight(name) for name in wanted & given) / total if total else 0.0

    def focus(self, asked: str, offered: str) -> float:
        """How much of both lines together is about the same, 0 to 1."""
        wanted, given = self.of(asked), self.of(offered)
        total = sum(map(self.weight, wanted)) + sum(map(self.weight, given))
        return 2 * sum(self.weight(name) for name in wanted & given) / total if total else 0.0

    def fields(self, asked: str, offered: str) -> float:
        """Share of the ad line's fields of work that the CV line is in too, 0 to 1."""
        wanted, given = ({name.partition(".")[0] for name in self.of(text)} for text in (asked, offered))
        return len(wanted & given) / len(wanted) if wanted else 0.0


def concept_likeness(vocabulary: Vocabulary, lines: Sequence[str]) -> ConceptLikeness:
    """Likeness by concepts for an ad of these lines."""
    return ConceptLikeness(vocabulary, Counter(name for line in lines for name in concepts_in(line, vocabulary)))
