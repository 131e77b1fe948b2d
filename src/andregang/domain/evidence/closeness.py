"""How close each line of the CV is to each line of the ad, on one scale from 0 to 1, whatever measured it."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from andregang.domain.cv import CvSection
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.features import plain_features
from andregang.domain.evidence.lexicon import finder
from andregang.domain.evidence.model import Similarity
from andregang.domain.evidence.words import content_words, word_likeness
from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.vocabulary import Vocabulary

# From here on a line counts as evidence, and as direct evidence.
PRESENT = 0.4
DIRECT = 0.6


# Without a ranker: how much closer a line of this kind must be than a line that says what someone did.
_HANDICAP = {
    CvSection.LANGUAGES: 0.2,
    CvSection.CERTIFICATES: 0.08,
    CvSection.PROFILE: 0.04,
    CvSection.EDUCATION: 0.05,
    CvSection.SKILLS: 0.04,
    CvSection.OTHER: 0.05,
    CvSection.VOLUNTEER: 0.02,
}
_HEADING = 0.06
# What one says of oneself comes after what one did (EV: a claim is no evidence), but where interest is asked for.
_CLAIMED = 0.75
_INTEREST = re.compile(r"interess|motivasjon|lyst|motivat|keen|engasje", re.IGNORECASE)
_EXPERIENCE = re.compile(r"erfaring|røynsle|praksis|experience", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What a ranker is given: the lines of the ad, the lines of the CV, the heading of each CV line's job or degree
    (or ""), and for each pair the features that need no model: `features[item][line]`, named in `FEATURES`.

    `title` is the ad's, `heads` the lines that name a job or post: together they say whether the trade is the same.
    """

    asked: tuple[str, ...]
    offered: tuple[str, ...]
    contexts: tuple[str, ...]
    features: tuple[tuple[tuple[float, ...], ...], ...]
    title: str = ""
    heads: tuple[str, ...] = ()


Ranker = Callable[[Pairs], Sequence[Sequence[float]]]
"""Closeness of each CV line (column) to each ad line (row), 0 to 1; `PRESENT` and `DIRECT` are its thresholds."""


def closeness_of(
    items: Sequence[AdItem],
    candidates: Sequence[Candidate],
    similarity: Similarity | None,
    vocabulary: Vocabulary,
    ranker: Ranker | None,
    title: str = "",
) -> list[tuple[float, ...]]:
    """A row for each item, a value for each candidate."""
    if not items or not candidates:
        return [() for _ in items]
    if ranker is not None:
        rows = [tuple(row) for row in ranker(pairs_of(items, candidates, vocabulary, title))]
    elif similarity is not None:
        rows = _by_meaning(items, candidates, similarity)
    else:
        rows = _by_words(items, candidates, vocabulary)
    return _relevant_experience(items, _claims_last(items, candidates, rows), vocabulary)


def _claims_last(
    items: Sequence[AdItem], candidates: Sequence[Candidate], rows: list[tuple[float, ...]]
) -> list[tuple[float, ...]]:
    share = tuple(_CLAIMED if c.section is CvSection.PROFILE else 1.0 for c in candidates)
    return [
        row
        if _INTEREST.search(item.quote.words)
        else tuple(value * kept for value, kept in zip(row, share, strict=True))
        for item, row in zip(items, rows, strict=True)
    ]


def _relevant_experience(
    items: Sequence[AdItem], rows: list[tuple[float, ...]], vocabulary: Vocabulary
) -> list[tuple[float, ...]]:
    """Lines that ask for "relevant experience" and name nothing get what the lines speak for in the ad's tasks."""
    plain = finder(vocabulary, "evidence.generic")
    named = [any(not plain.match(word) for word in content_words(item.quote.words)) for item in items]
    tasks = [row for row, item, names in zip(rows, items, named, strict=True) if names and item.kind is ItemKind.TASK]
    if not tasks:
        return rows
    whole = tuple(_upper_mean([row[line] for row in tasks]) for line in range(len(rows[0])))
    return [
        row if names or not _EXPERIENCE.search(item.quote.words) else tuple(map(max, whole, row))
        for row, item, names in zip(rows, items, named, strict=True)
    ]


def _upper_mean(values: Sequence[float]) -> float:
    best = sorted(values, reverse=True)[:3]
    return sum(best) / len(best)


def pairs_of(
    items: Sequence[AdItem], candidates: Sequence[Candidate], vocabulary: Vocabulary, title: str = ""
) -> Pairs:
    """The ad's and the CV's lines as a ranker sees them."""
    return Pairs(
        tuple(item.quote.words for item in items),
        tuple(candidate.said for candidate in candidates),
        tuple(candidate.above for candidate in candidates),
        plain_features(items, candidates, vocabulary),
        title,
        tuple(candidate.said for candidate in candidates if candidate.heads),
    )


def _by_meaning(
    items: Sequence[AdItem], candidates: Sequence[Candidate], similarity: Similarity
) -> list[tuple[float, ...]]:
    contexts = sorted({c.above for c in candidates if c.above})
    column = {words: len(candidates) + n for n, words in enumerate(contexts)}
    rows = similarity([i.quote.words for i in items], [*(c.said for c in candidates), *contexts])
    bar = 0.19 + 0.02 * math.log2(max(1.0, len(candidates) / 15))
    closeness = []
    for row in rows:
        values = []
        for c in candidates:
            value = row[c.index] - _HANDICAP.get(c.section, 0.0) - (_HEADING if c.heads else 0.0)
            if c.above:
                value = max(value, 0.85 * value + 0.15 * row[column[c.above]])
            values.append(_logistic((value - bar) / 0.06))
        closeness.append(tuple(values))
    return closeness


def _by_words(
    items: Sequence[AdItem], candidates: Sequence[Candidate], vocabulary: Vocabulary
) -> list[tuple[float, ...]]:
    likeness = word_likeness(finder(vocabulary, "evidence.generic"), [i.quote.words for i in items])
    return [
        tuple(_logistic((likeness.likeness(item.quote.words, c.text) - 0.25) / 0.06) for c in candidates)
        for item in items
    ]


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, value))))
