"""Why a job was left: two reasons that are not of one kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.consistency.model import Statement, Topic
from andregang.domain.consistency.subjects import Stretch, Subject, stretch_around, subject_of
from andregang.domain.consistency.words import Lexicon, names_alike, sentences_in

_FIRST_PERSON = re.compile(r"\b(?:jeg|eg|i|meg|me|min|mitt|mi|my|grunnen|årsaken|årsaka|reason|vi|we)\b", re.IGNORECASE)
_NOT_LEAVING = re.compile(
    r"slutt(?:et|a|e|er)\s(?:aldri\s)?(?:med|å)\b|\bleft\s(?:over|behind|me|us|it|them|for the)\b", re.I
)
_NEAR_BEFORE, _NEAR_AFTER = 80, 140
_KINDS = (
    "downsizing", "growth", "term", "moving", "studies", "health", "conflict", "pay", "family", "dismissed",
)  # fmt: skip
_TOGETHER = (frozenset({"downsizing", "dismissed"}), frozenset({"moving", "family"}))


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for leaving, as kinds of reason, with the words that gave it."""

    statement: int
    start: int
    end: int
    stretch: Stretch
    subject: Subject
    kinds: frozenset[str]


def reasons_in(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Reason]:
    """Every reason a statement gives for leaving a job; the sentence after may give it."""
    if statement.held:
        return
    spans = list(sentences_in(statement.text))
    for place, (start, end) in enumerate(spans):
        words = statement.text[start:end]
        asked = statement.asked is Topic.REASON
        leaves = None if _NOT_LEAVING.search(words) else _leaving(statement.text, start, end, lexicon)
        if leaves is not None:
            first, last = max(start, leaves[0] - _NEAR_BEFORE), min(end, leaves[1] + _NEAR_AFTER)
            found = _found(statement.text, first, last, lexicon)
            if not found and place + 1 < len(spans):
                found = _found(statement.text, spans[place + 1][0], spans[place + 1][1], lexicon)
        elif asked:
            found = _found(statement.text, start, end, lexicon)
        else:
            continue
        if found:
            first, last = min(a for a, _, _ in found), max(b for _, b, _ in found)
            stretch = stretch_around(statement.text, first, last)
            subject = subject_of(statement, stretch, (first, last), lexicon)
            yield Reason(index, first, last, stretch, subject, frozenset(kind for _, _, kind in found))


def _leaving(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the sentence says that the speaker left."""
    for match in lexicon.lists["leaving"].finditer(text, start, end):
        if _FIRST_PERSON.search(text, max(start, match.start() - _NEAR_BEFORE), min(end, match.end() + 25)):
            return match.span()
    return None


def _found(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    found = []
    for kind in _KINDS:
        match = lexicon.lists[f"reason.{kind}"].search(text, start, end)
        if match:
            tail = re.compile(r"\w*").match(text, match.end())
            found.append((match.start(), tail.end() if tail else match.end(), kind))
    return found


def comparable(one: Reason, other: Reason) -> bool:
    """Whether two reasons are for leaving the same job: none names another employer."""
    a, b = one.subject.places, other.subject.places
    if a and b and not names_alike(a, b):
        return False
    return not (one.subject.years and other.subject.years and not one.subject.years & other.subject.years)


def differ(one: Reason, other: Reason) -> bool:
    """Whether no kind of reason is in both, nor any two that go together."""
    if one.kinds & other.kinds:
        return False
    return not any(one.kinds & pair and other.kinds & pair for pair in _TOGETHER)
