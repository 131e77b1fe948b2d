"""Starting: one question a page, and none that is already answered."""

from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.preparation import Preparation


class Step(StrEnum):
    """One question of the start, in the order they are asked: a document, then what was read in it."""

    AD = "annonse"
    CHECK_AD = "annonsen-lest"
    CV = "cv"
    CHECK_CV = "cv-lest"
    INVITATION = "innkalling"
    CHECK_MEETING = "motet-lest"


_STEPS = tuple(Step)
_CHECKS = (Step.CHECK_AD, Step.CHECK_CV, Step.CHECK_MEETING)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the start stands: a step, and which of the three parts (ad, CV, invitation) it belongs to."""

    step: Step | None
    part: int
    parts: int = len(_CHECKS)


def progress_at(step: Step) -> Progress:
    """Which part a step belongs to."""
    return Progress(step, _STEPS.index(step) // 2 + 1)


def next_step(preparation: Preparation, after: Step | None) -> Progress:
    """The first step after `after` that has something to ask about this preparation; its step is None at the end."""
    for step in _STEPS[_STEPS.index(after) + 1 if after else 0 :]:
        if _asks(step, preparation):
            return progress_at(step)
    return Progress(None, len(_CHECKS))


def step_after_giving(preparation: Preparation, step: Step) -> Progress:
    """Where to go once something was given at a step: the same question when what was given answers another one."""
    return progress_at(step) if _asks(step, preparation) else next_step(preparation, step)


def step_before(preparation: Preparation | None, step: Step) -> Step | None:
    """The step to go back to: the one before, unless it has nothing to show."""
    for earlier in reversed(_STEPS[: _STEPS.index(step)]):
        if earlier not in _CHECKS or (preparation is not None and _asks(earlier, preparation)):
            return earlier
    return None


def _asks(step: Step, preparation: Preparation) -> bool:
    match step:
        case Step.AD:
            return preparation.ad is None
        case Step.CHECK_AD:
            return preparation.ad is not None
        case Step.CV:
            return preparation.cv is None
        case Step.CHECK_CV:
            return preparation.cv is not None
        case Step.INVITATION:
            return preparation.meeting is None and preparation.given_start is None
        case Step.CHECK_MEETING:
            return preparation.meeting is not None
