"""The fewest referees who together can confirm what matters most, one who has led among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from andregang.domain.referees.model import Claim, Referee

MOST_CLAIMS = 6
"""How many of the heaviest claims have to be covered: about as many as a call or two takes up."""

ENOUGH = 2
"""Employers call at least two (substance RF3)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice. `uncovered` are claims among the most important that nobody can confirm; `manager` is whether one
    who has led the person is among them, `another` whether one more should be asked to make two."""

    referees: tuple[Referee, ...]
    covered: tuple[Claim, ...]
    uncovered: tuple[Claim, ...]
    manager: bool
    another: bool


def smallest_set(referees: Sequence[Referee], claims: Sequence[Claim]) -> Chosen:
    """The smallest set that covers every important claim somebody can confirm, with a manager when there is one.

    Exact. Who has said no is left out. Among sets of that size: most who have said yes, then the heaviest in all, then
    the order given. The most important claims are the six heaviest; those nobody was part of are told as uncovered.
    """
    able = [referee for referee in referees if not referee.refused]
    important = sorted(claims, key=lambda claim: -claim.weight)[:MOST_CLAIMS]
    needs = _needs(able, important)
    picked: tuple[int, ...] = ()
    if needs:
        weights = [
            (
                referee.agreed is True,
                sum(1 << at for at, claim in enumerate(claims) if claim.example.id in referee.claims),
            )
            for referee in able
        ]
        covers = next(sets for size in range(1, len(needs) + 1) if (sets := set(_covers(needs, size))))
        picked = min(covers, key=lambda one: (*_worth(one, weights, claims), one))
    chosen = tuple(able[at] for at in picked)
    ids = {example for referee in chosen for example in referee.claims}
    covered = tuple(claim for claim in claims if claim.example.id in ids)
    uncovered = tuple(claim for claim in important if claim.example.id not in ids)
    return Chosen(chosen, covered, uncovered, any(one.leads for one in chosen), len(chosen) < ENOUGH)


def _needs(able: Sequence[Referee], important: Sequence[Claim]) -> tuple[frozenset[int], ...]:
    """What has to be met, each as the places of those who meet it: every claim, and that one has led."""
    needs = [frozenset(at for at, one in enumerate(able) if claim.example.id in one.claims) for claim in important]
    needs.append(frozenset(at for at, one in enumerate(able) if one.leads))
    return tuple(sorted({need for need in needs if need}, key=lambda need: (len(need), sorted(need))))


def _covers(needs: Sequence[frozenset[int]], size: int, chosen: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Every set of at most `size` that meets all needs and has nobody to spare, in increasing order of places."""
    left = [need for need in needs if need.isdisjoint(chosen)]
    if not left:
        yield tuple(sorted(chosen))
    elif len(chosen) < size and _apart(left) <= size - len(chosen):
        fewest: frozenset[int] = min(left, key=len)
        for at in sorted(fewest):
            yield from _covers(left, size, (*chosen, at))


def _apart(needs: Sequence[frozenset[int]]) -> int:
    """How many of the needs nobody meets two of: so many referees it takes at least."""
    met: set[int] = set()
    count = 0
    for need in sorted(needs, key=len):
        if met.isdisjoint(need):
            count += 1
            met |= need
    return count


def _worth(one: tuple[int, ...], weights: Sequence[tuple[bool, int]], claims: Sequence[Claim]) -> tuple[int, int]:
    met = 0
    for at in one:
        met |= weights[at][1]
    heavy = sum(claim.weight for at, claim in enumerate(claims) if met >> at & 1)
    return -sum(weights[at][0] for at in one), -heavy
