"""What the person must be able to decide, how much is known of it, and how it stands (substance 3.16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

DECISIONS = tuple(f"D{number}" for number in range(1, 13))
"""The ids of the twelve decisions, D1 to D12."""

MUST_KNOW = ("D1", "D2", "D6", "D10")
"""Those that may not be unknown to somebody who is ready to say yes or no."""

HEAVIEST = 3


class Known(StrEnum):
    """How much the person knows: vet, vet litt, vet ikke."""

    WELL = "well"
    PARTLY = "partly"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """How a decision stands, as far as the person knows."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class View:
    """The person's view of one decision. `weight` is 0 (means nothing) to 3 (decides)."""

    decision: str
    known: Known = Known.UNKNOWN
    answer: Answer = Answer.OPEN
    weight: int = 1

    @property
    def touched(self) -> bool:
        """Whether the person has said anything about it."""
        return self != first_view(self.decision)


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether there is enough to say both yes and no, and what must be known first."""

    ready: bool
    unknown: tuple[str, ...]


def first_view(decision: str) -> View:
    """A decision nobody has said anything about: unknown, and of double weight when it must be known."""
    return View(decision, weight=2 if decision in MUST_KNOW else 1)


def read_view(decision: str, known: str, answer: str, weight: int | str) -> View:
    """A view from stored or typed values; what cannot be used is as it was at first."""
    first = first_view(decision)
    return View(
        decision,
        Known(known) if known in tuple(Known) else first.known,
        Answer(answer) if answer in tuple(Answer) else first.answer,
        int(weight) if str(weight) in ("0", "1", "2", "3") else first.weight,
    )


def views_of(given: Mapping[str, View]) -> tuple[View, ...]:
    """All twelve in order; those not given as they are at first."""
    return tuple(given.get(decision, first_view(decision)) for decision in DECISIONS)


def readiness_to_answer(views: Sequence[View]) -> Ready:
    """The rule of substance 3.16: ready when none of tasks, manager, terms and contract is unknown."""
    known = {view.decision for view in views if view.known is not Known.UNKNOWN}
    unknown = tuple(decision for decision in MUST_KNOW if decision not in known)
    return Ready(not unknown, unknown)
