"""Starting: one question a page, and none that is already answered."""

from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.preparation import Preparation


class Step(StrEnum):
    """One question of the start, in the order they are asked."""

    AD = "annonse"
    CHECK_AD = "annonsen-lest"
    CV = "cv"
    INVITATION = "innkalling"
    CHECK_MEETING = "motet-lest"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the start stands: the next step (None when nothing is left to ask), and its number among all."""

    step: Step | None
    number: int
    total: int = len(Step)


def next_step(preparation: Preparation, after: Step | None) -> Progress:
    """The first step after `after` that has something to ask about this preparation."""
    steps = list(Step)
    for step in steps[steps.index(after) + 1 if after else 0 :]:
        if _asks(step, preparation):
            return Progress(step, steps.index(step) + 1)
    return Progress(None, len(steps))


def _asks(step: Step, preparation: Preparation) -> bool:
    match step:
        case Step.AD:
            return preparation.ad is None
        case Step.CHECK_AD:
            return preparation.ad is not None
        case Step.CV:
            return preparation.cv is None
        case Step.INVITATION:
            return preparation.meeting is None and preparation.given_start is None
        case Step.CHECK_MEETING:
            return preparation.meeting is not None
