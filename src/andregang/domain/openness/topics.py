"""What a question touches, and what an ad itself says of it. Never a verdict: the exception is always shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from andregang.domain.job_ad import JobAd
from andregang.domain.source import Quote
from andregang.domain.text import fold
from andregang.domain.vocabulary import Vocabulary

GROUPS = ("may_not_ask", "may_ask", "must_tell", "others", "others_public", "kept")
"""The groups of rules: what they may not ask, what they may, what one must tell, what one may see, what they keep."""

_LONGEST = 2000
_FORBIDDEN = ("LA1", "LA2", "LA3", "LA4", "LA5", "LA6", "LA7", "LA8", "LA9")
_ALLOWED = ("LA10", "LA11", "LA12")


class Light(StrEnum):
    """How a question stands to the rule: not without the exception, only for a reason, or allowed."""

    NOT = "not"
    REASON = "reason"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class Touched:
    """A rule a question touches."""

    law: str
    light: Light


@dataclass(frozen=True, slots=True)
class NamedInAd:
    """A rule whose exception the ad itself calls on, with its words."""

    law: str
    quote: Quote


def topics_of(question: str, vocabulary: Vocabulary) -> tuple[Touched, ...]:
    """The rules a question touches, those that may not be asked first; none when nothing was recognised."""
    text = fold(question[:_LONGEST]).casefold()
    found = []
    for law in (*_FORBIDDEN, *_ALLOWED):
        if _has(f"allowed.{law}", text, vocabulary):
            found.append(Touched(law, Light.ALLOWED))
        elif _has(f"reason.{law}", text, vocabulary):
            found.append(Touched(law, Light.REASON))
        elif _has(f"asks.{law}", text, vocabulary):
            found.append(Touched(law, Light.ALLOWED if law in _ALLOWED else Light.NOT))
    return tuple(sorted(found, key=lambda one: list(Light).index(one.light)))


def named_in_ad(ad: JobAd | None, vocabulary: Vocabulary) -> tuple[NamedInAd, ...]:
    """What the ad says it will ask for: a police certificate, a credit check, health or security demands."""
    if ad is None:
        return ()
    text = ad.document.content.text
    found = []
    for law in (*_FORBIDDEN, *_ALLOWED):
        pattern = _pattern(f"openness.in_ad.{law}", vocabulary)
        match = pattern.search(text) if pattern else None
        if match:
            start = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            start, end = _near(text, start, len(text) if end < 0 else end, match)
            found.append(NamedInAd(law, Quote(ad.document.digest, start, end, fold(text[start:end]))))
    return tuple(found)


def is_public_employer(ad: JobAd | None, vocabulary: Vocabulary) -> bool:
    """Whether the employer looks like a public body, by its name or by what only public ads say."""
    if ad is None:
        return False
    name = _pattern("openness.public.employer", vocabulary)
    said = _pattern("openness.public.says", vocabulary)
    employer = ad.employer.value if ad.employer else ""
    return bool((name and name.search(employer)) or (said and said.search(ad.document.content.text)))


def _near(text: str, start: int, end: int, match: re.Match[str]) -> tuple[int, int]:
    """The line of a match; of a very long one the part around it."""
    if end - start > 300:
        start, end = max(start, match.start() - 120), min(end, match.end() + 120)
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), end - (len(line) - len(line.rstrip()))


def _has(name: str, text: str, vocabulary: Vocabulary) -> bool:
    pattern = _pattern(f"openness.{name}", vocabulary)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=128)
def _pattern(name: str, vocabulary: Vocabulary) -> re.Pattern[str] | None:
    if name not in vocabulary.lists:
        return None
    return re.compile(rf"(?<!\w)(?:{_either(vocabulary.entries(name))})", re.IGNORECASE)


def _either(entries: Sequence[str]) -> str:
    """One expression for all entries; one that ends in * goes on to the end of the word."""
    return "|".join(_expression(entry) for entry in dict.fromkeys(entries))


def _expression(entry: str) -> str:
    if entry.startswith("re:"):
        return entry[3:]
    words = r"\s+".join(re.escape(word) for word in entry.rstrip("*").split())
    return words if entry.endswith("*") else rf"{words}(?!\w)"
