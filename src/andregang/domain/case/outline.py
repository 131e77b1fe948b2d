"""An outline of the talk: minutes a part that sum to exactly the time given, with a buffer (substance 6.4)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from andregang.domain.case.model import Assignment

STEP = 15
"""Seconds are given out in quarters of a minute."""

_LEAST = 30


class PartKind(StrEnum):
    """What a part of the talk is."""

    OPENING = "opening"
    DEMAND = "demand"
    CLOSING = "closing"
    BUFFER = "buffer"


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part of the talk in seconds. `key` is stable: the demand's words, or the kind; `title` its words, if any."""

    key: str
    kind: PartKind
    seconds: int
    title: str = ""


def make_outline(assignment: Assignment, given: dict[str, int] | None = None) -> tuple[OutlinePart, ...]:
    """The opening, a part a demand, the closing and a buffer of a tenth, at least a minute; together exactly the time.

    `given` are seconds the person set for some parts, by key; the rest share what is left. What is given counts
    first: the buffer gives way, down to nothing, and when even that is too little the rest is 0. Empty without a time.
    """
    minutes = assignment.minutes_to_talk
    if not minutes:
        return ()
    total = 60 * minutes
    parts = [OutlinePart("opening", PartKind.OPENING, 0)]
    parts += [OutlinePart(demand.words, PartKind.DEMAND, 0, demand.words) for demand in assignment.demands]
    parts += [OutlinePart("closing", PartKind.CLOSING, 0)]
    given = {part.key: max(0, given[part.key]) for part in parts if given and part.key in given}
    buffer = min(max(60, _rounded(total / 10)), total // 4)
    set_aside = sum(given.values())
    open_parts = [part for part in parts if part.key not in given]
    buffer = max(0, min(buffer, total - set_aside - _LEAST * len(open_parts)))
    shares = _shared(max(0, total - set_aside - buffer), open_parts)
    shares.update(given)
    parts = [replace(part, seconds=shares[part.key]) for part in parts]
    rest = total - sum(part.seconds for part in parts)
    return (*parts, OutlinePart("buffer", PartKind.BUFFER, rest))


def overrun(parts: Sequence[OutlinePart]) -> int:
    """The seconds the parts ask for beyond the time given: what the buffer lacks."""
    return max(0, -sum(part.seconds for part in parts if part.kind is PartKind.BUFFER))


def _rounded(seconds: float) -> int:
    return STEP * max(0, round(seconds / STEP))


def _shared(seconds: int, parts: Sequence[OutlinePart]) -> dict[str, int]:
    """The seconds shared out by weight in steps; the last of the heavy parts take what rounding leaves."""
    weights = [{PartKind.OPENING: 0.5, PartKind.CLOSING: 0.5}.get(part.kind, 1.0) for part in parts]
    total = sum(weights)
    if not parts or seconds <= 0:
        return {part.key: 0 for part in parts}
    shares = [STEP * int(seconds * weight / total / STEP) for weight in weights]
    order = sorted(range(len(parts)), key=lambda place: (-weights[place], place))
    left = seconds - sum(shares)
    for turn in range(left // STEP):
        shares[order[turn % len(order)]] += STEP
    shares[order[0]] += left % STEP
    return {part.key: share for part, share in zip(parts, shares, strict=True)}
