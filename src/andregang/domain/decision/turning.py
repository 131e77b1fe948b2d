"""Where a job leans now, and which single answer would turn it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.decision.belief import TRUST, belief_of, worth_of
from andregang.domain.decision.model import Answer, Known, View

_EVEN = 0.25


class Lean(StrEnum):
    """Which way what is known points. Never a verdict: the person decides."""

    YES = "yes"
    EVEN = "even"
    NO = "no"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Turning:
    """An answer that alone would turn the lean: this decision, were it `to`."""

    decision: str
    to: Answer


def lean_of(views: Sequence[View]) -> Lean:
    """Which way the job leans; NOTHING when the person has not said how anything stands."""
    if not any(view.answer is not Answer.OPEN and view.weight for view in views):
        return Lean.NOTHING
    worth = worth_of([belief_of(view) for view in views])
    if abs(worth) < _EVEN:
        return Lean.EVEN
    return Lean.YES if worth > 0 else Lean.NO


def turning_points(views: Sequence[View]) -> tuple[Turning, ...]:
    """Each decision not well known whose answer, yes or no, would by itself turn what leans one way; heaviest first."""
    lean = lean_of(views)
    if lean not in (Lean.YES, Lean.NO):
        return ()
    worth = worth_of([belief_of(view) for view in views])
    sign, to = (1, Answer.NO) if lean is Lean.YES else (-1, Answer.YES)
    found = []
    for view in views:
        belief = belief_of(view)
        without = worth - belief.weight * belief.mean
        after = without - sign * belief.weight * TRUST[Known.WELL]
        if view.known is not Known.WELL and view.answer is not to and after * sign < 0:
            found.append((-belief.weight, view))
    return tuple(Turning(view.decision, to) for _, view in sorted(found, key=lambda one: one[0]))
