"""Notice: which lengths are notices, and which of them hold in the probation only."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.lengths import FoundLength, find_lengths
from andregang.domain.contract.model import Length
from andregang.domain.contract.phrases import Phrases

_BEFORE = 90
_SHORTEST_PROBATION = 21
_BESIDE = 34
_TERSE = 14


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice a clause states. `agreed` is true when it rests on a collective agreement."""

    clause: Clause
    length: Length
    in_probation: bool
    agreed: bool


def find_notices(clauses: tuple[Clause, ...], phrases: Phrases) -> tuple[Notice, ...]:
    """Every notice in the contract, in reading order."""
    found: list[Notice] = []
    before: Clause | None = None
    scope = False
    for clause in clauses:
        if before is None or before.paragraph != clause.paragraph:
            scope = phrases.in_("notice.probation_topic", clause.topic) and not phrases.in_(
                "notice.topic", clause.topic
            )
        agreed = phrases.in_("notice.agreed", clause.words)
        for length, in_probation in _scoped(clause, phrases, scope=scope):
            found.append(Notice(clause, length, in_probation, agreed))
        if phrases.in_("notice.in_probation", clause.words) and not phrases.in_("notice.ordinary", clause.words):
            scope = scope or phrases.in_("notice.probation_length", clause.words)
        before = clause
    return tuple(found)


def _scoped(clause: Clause, phrases: Phrases, *, scope: bool) -> Iterator[tuple[Length, bool]]:
    text = clause.spoken
    short = len(clause.words.split()) <= _TERSE
    about = phrases.in_("notice.says", text) or (short and phrases.in_("notice.topic", clause.topic))
    if not about or phrases.in_("notice.not", text):
        return
    lengths = [
        length
        for length in find_lengths(text)
        if not _is_probation(text, length, phrases)
        and not phrases["notice.not_before"].search(text[max(0, length.start - 24) : length.start])
        and not phrases["notice.not_after"].match(text, length.end + 1)
    ]
    marks = _marks(text, phrases)
    taken: set[int] = set()
    told: dict[int, bool] = {}
    for position, length in enumerate(lengths):
        stop = lengths[position + 1].start if position + 1 < len(lengths) else len(text)
        told.update((position, after) for after in _after(text, length, marks, taken, stop))
    current = scope
    for position, length in enumerate(lengths):
        if position in told:
            yield length.length, told[position]
            continue
        while marks and marks[0][0] < length.start:
            at, kind = marks.pop(0)
            current = current if at in taken else kind
        yield length.length, current


def _is_probation(text: str, length: FoundLength, phrases: Phrases) -> bool:
    """Whether the length is the probation's own ("a probation period of 3 months, during which ...")."""
    before = text[: length.start].rstrip(" (~")[-_BEFORE:]
    if length.length.rough_days < _SHORTEST_PROBATION or phrases.in_("KT06.notice_before", before):
        return False
    if phrases.ends("KT06.length_before", before):
        return True
    return phrases["KT06.length_after"].match(text[length.end :].lstrip(" ),")) is not None


def _marks(text: str, phrases: Phrases) -> list[tuple[int, bool]]:
    """Where the text turns to the probation (true) or away from it (false)."""
    away = [(match.start(), match.end()) for match in phrases["notice.ordinary"].finditer(text)]
    marks = [(start, False) for start, _ in away]
    for match in phrases["notice.in_probation"].finditer(text):
        if not any(start <= match.start() < end for start, end in away):
            marks.append((match.start(), True))
    return sorted(marks)


def _after(text: str, length: FoundLength, marks: list[tuple[int, bool]], taken: set[int], stop: int) -> Iterator[bool]:
    """ "14 dager i prøvetiden": a mark that follows a length with no comma or "og" between belongs to it."""
    first = bisect_left(marks, (length.end, False))
    for at, kind in marks[first : first + 1]:
        between = text[length.end : at] if length.end <= at < stop else ","
        if at - length.end <= _BESIDE and not any(
            stop in f"{between} " for stop in (",", ";", ".", " og ", " and ", ":")
        ):
            taken.add(at)
            yield kind
            return
