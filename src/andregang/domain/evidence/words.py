"""Likeness by words: inflection and compounds of Norwegian and English, exact terms, shared fragments.

Light on purpose: it stands beside likeness in meaning, and alone where nothing better runs.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_][\w+#.]*[\w+#]|[^\W\d_]")
_SPLIT = re.compile(r"[./]")
# Longest first; a stem keeps at least four letters.
_SUFFIX_WORDS = (
    "ingene ingane elsene elsane ingen inga inger ingar elsen elser else asjonen asjoner asjonar asjon ation ations "
    "heten heter heit heita ende ande erte ere ers arar arane erne ene ane ing ings est ert ede ert ast ter "
    "te de et en er ar as es ed ly t e a r s"
)
_SUFFIXES = sorted(_SUFFIX_WORDS.split(), key=len, reverse=True)
_STOP_WORDS = (
    "og i på med for til av som er å en et ei ein eit de dei det den du vi har kan vil skal må om ved fra frå eller "
    "samt også vår våre din ditt dine seg sin sitt sine være vere blir bli ble vart the and of to in with for on as "
    "at by or an is are be we you your our will from this that both både deg oss man hos være var ikke ikkje etter "
    "over under mot mellom innen innan gjennom nye ny nytt a per ca ut inn opp ned alle alt m.m osv etc"
)
_STOP = frozenset(_STOP_WORDS.split())
_COMPOUND_LEAST = 5


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its ending: near enough one form for the inflections of a noun, verb or adjective."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word


@lru_cache(maxsize=4_000)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order."""
    return tuple(stem(word) for word in content_words(text))


def content_words(text: str) -> list[str]:
    """The words that carry meaning, as written but in lower case."""
    words = (part for token in _TOKEN.findall(text.casefold()) for part in _SPLIT.split(token) if part)
    return [word for word in words if word not in _STOP and not word.isdigit()]


@lru_cache(maxsize=4_000)
def terms(text: str) -> frozenset[str]:
    """Names that must be matched to the letter: tools, standards, systems (ISO 9001, SAP, DIPS, C++, QGIS)."""
    found = set()
    for index, token in enumerate(_TOKEN.findall(text)):
        inner_capital = any(c.isupper() for c in token[1:])
        has_digit = any(c.isdigit() for c in token) and any(c.isalpha() for c in token)
        if inner_capital or has_digit or "+" in token or "#" in token or (index and token[0].isupper()):
            found.add(token.casefold().strip("."))
    return frozenset(term for term in found if len(term) > 1)


@lru_cache(maxsize=4_000)
def fragments(text: str) -> Counter[str]:
    """How often each run of four letters stands in the words of the text."""
    counted: Counter[str] = Counter()
    for token in _TOKEN.findall(text.casefold()):
        if token not in _STOP:
            padded = f" {token} "
            counted.update(padded[i : i + 4] for i in range(max(1, len(padded) - 3)))
    return counted


def cosine(left: Counter[str], right: Counter[str]) -> float:
    """Likeness of two counts, 0 to 1."""
    if not left or not right:
        return 0.0
    if len(right) < len(left):
        left, right = right, left
    dot = sum(n * right[key] for key, n in left.items() if key in right)
    return dot / math.sqrt(sum(n * n for n in left.values()) * sum(n * n for n in right.values()))


@lru_cache(maxsize=50_000)
def kinship(left: str, right: str) -> float:
    """How far two stems are one word: 1 the same, less when one is a part of the other's compound, else 0."""
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    if len(short) < _COMPOUND_LEAST:
        return 0.0
    if long.startswith(short) or long.endswith(short):
        return 0.7
    if short in long:
        return 0.4
    first = 0
    while first < len(short) and short[first] == long[first]:
        first += 1
    return 0.5 if first >= max(6, len(short) - 2) else 0.0


@dataclass(frozen=True)
class WordLikeness:
    """Likeness by words of an ad's lines to lines of a CV; words that stand in many of the ad's lines count for less.

    How common a word is in the CV does not count: a line more must not make the others worse.
    """

    plain: re.Pattern[str]
    counts: Counter[str] = field(default_factory=Counter)

    def weight(self, word: str) -> float:
        base = 0.25 if self.plain.match(word) else 1.0
        return base / (1.0 + math.log1p(max(0, self.counts[word] - 1)))

    def overlap(self, asked: str, offered: str) -> float:
        """Share of the ad line's weight that the CV line has too, 0 to 1."""
        wanted = dict.fromkeys(stems(asked))
        given = dict.fromkeys(stems(offered))
        if not wanted or not given:
            return 0.0
        total = found = 0.0
        for word in wanted:
            weight = self.weight(word)
            total += weight
            found += weight * max(kinship(word, other) for other in given)
        return found / total if total else 0.0

    def likeness(self, asked: str, offered: str) -> float:
        """Overlap, shared fragments and shared names together, 0 to 1."""
        shared = min(2, len(terms(asked) & terms(offered))) / 2
        value = 0.6 * self.overlap(asked, offered) + 0.4 * cosine(fragments(asked), fragments(offered)) + 0.25 * shared
        return min(1.0, value)


def word_likeness(plain: re.Pattern[str], lines: Sequence[str]) -> WordLikeness:
    """Likeness by words for an ad of these lines; `plain` finds words that say how, not what."""
    return WordLikeness(plain, Counter(word for line in lines for word in set(stems(line))))
