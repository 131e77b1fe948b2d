"""Which of the three kinds a document is, from what stands in it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from andregang.domain.source import RECOGNISED, DocumentKind
from andregang.domain.text import DocumentText
from andregang.domain.vocabulary import Vocabulary

_SURE = 3.0
_READ_AT_MOST = 20_000
_YEARS = re.compile(r"\b(?:19|20)\d\d\s?[–—-]\s?(?:(?:19|20)\d\d|d\.?d\.?|nå|no\b|present)", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:kl\.?|klokka|klokken|at)\s?\d{1,2}(?:[.:]\d{2})?\b|\b\d{1,2}:\d{2}\b", re.IGNORECASE)
_GREETING = re.compile(r"^\s*(?:hei|hallo|kjære|god\s?dag|hi|hello|dear)\b", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Recognition:
    """The likeliest kind, None when nothing speaks for any; `points` per kind say how clearly."""

    kind: DocumentKind | None
    points: dict[DocumentKind, float]

    def disputes(self, given: DocumentKind) -> bool:
        """Whether the document clearly looks like another kind than the one it was given as."""
        if self.kind is None or self.kind is given or given not in self.points:
            return False
        return self.points[self.kind] >= _SURE + self.points[given]


def recognise(content: DocumentText, vocabulary: Vocabulary) -> Recognition:
    """What a document is, from its format and cue words (lists `preparation.cue.*`). Never raises."""
    points = dict.fromkeys(RECOGNISED, 0.0)
    for kind, prefixes in _STRUCTURES.items():
        if content.format in _FORMATS[kind] or any(content.fields(prefix) for prefix in prefixes):
            points[kind] += 6.0
    text = content.text[:_READ_AT_MOST]
    for kind in RECOGNISED:
        pattern = _cues(vocabulary.entries(f"preparation.cue.{kind.value}"))
        points[kind] += len({hit.group().casefold() for hit in pattern.finditer(text)})
    points[DocumentKind.CV] += min(4, len(_YEARS.findall(text)))
    if _CLOCK.search(text):
        points[DocumentKind.INVITATION] += 1.5
    if _GREETING.search(text):
        points[DocumentKind.INVITATION] += 1.5
    if content.format == "eml":
        points[DocumentKind.INVITATION] += 2.0
    best = max(points, key=lambda kind: points[kind])
    return Recognition(best if points[best] >= 1.5 else None, points)


_FORMATS = {
    DocumentKind.AD: frozenset[str](),
    DocumentKind.CV: frozenset({"json", "linkedin", "europass"}),
    DocumentKind.INVITATION: frozenset({"ics"}),
}
_STRUCTURES = {
    DocumentKind.AD: ("JobPosting",),
    DocumentKind.CV: ("work[", "education["),
    DocumentKind.INVITATION: ("event[",),
}


@lru_cache(maxsize=8)
def _cues(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(entry)}" for entry in entries), re.IGNORECASE)
