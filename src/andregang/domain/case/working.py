"""The plan for the time left to work on a case: the ten steps of substance 6.5, given days and minutes."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class CaseStep(StrEnum):
    """The steps, in their order (6.5)."""

    QUESTION = "question"
    OUTSIDE = "outside"
    KNOWN = "known"
    WAYS = "ways"
    FIGURES = "figures"
    WHO = "who"
    RISK = "risk"
    ANSWER = "answer"
    ALOUD = "aloud"
    FEARED = "feared"


_WEIGHTS = {
    CaseStep.QUESTION: 2, CaseStep.OUTSIDE: 1, CaseStep.KNOWN: 2, CaseStep.WAYS: 4, CaseStep.FIGURES: 3, CaseStep.WHO: 2, CaseStep.RISK: 2,  # noqa: E501
    CaseStep.ANSWER: 1, CaseStep.ALOUD: 3, CaseStep.FEARED: 2,
}  # fmt: skip
_MOST_MINUTES = 480
_A_DAY = 120
_LEAST_MINUTES = 30


@dataclass(frozen=True, slots=True)
class WorkingStep:
    """A step on a day, with the minutes it should take."""

    step: CaseStep
    day: dt.date
    minutes: int


def make_working_plan(
    today: dt.date, day_of_talk: dt.date | None, stated_minutes: int | None = None
) -> tuple[WorkingStep, ...]:
    """The ten steps over the days left, in order, the talking aloud last and on two days where there are two.

    `stated_minutes` is the working time the assignment sets; it is kept to exactly. Otherwise about two hours a day, at most
    eight in all. The day of the talk itself is for talking aloud only, unless it is today.
    """  # noqa: E501
    days = _days(today, day_of_talk)
    minutes = min(_MOST_MINUTES, stated_minutes or _A_DAY * len(days))
    minutes = max(minutes, _LEAST_MINUTES)
    total = sum(_WEIGHTS.values())
    lengths = _exact([minutes * weight / total for weight in _WEIGHTS.values()], minutes)
    plan = []
    done = 0
    for step, length in zip(_WEIGHTS, lengths, strict=True):
        place = min(len(days) - 1, done * len(days) // minutes)
        plan.append(WorkingStep(step, days[-1] if step in (CaseStep.ALOUD, CaseStep.FEARED) else days[place], length))
        done += length
    if len(days) >= 2:
        aloud = next(number for number, entry in enumerate(plan) if entry.step is CaseStep.ALOUD)
        half = plan[aloud].minutes // 2
        if half >= 10:
            plan[aloud : aloud + 1] = [
                WorkingStep(CaseStep.ALOUD, days[-2], half),
                WorkingStep(CaseStep.ALOUD, days[-1], plan[aloud].minutes - half),
            ]
    return tuple(sorted(plan, key=lambda entry: entry.day))


def _days(today: dt.date, talk: dt.date | None) -> list[dt.date]:
    """The days to work on, from today to the evening before, at most a week."""
    last = (talk - dt.timedelta(days=1)) if talk else today + dt.timedelta(days=2)
    count = max(1, min(7, (last - today).days + 1))
    return [max(today, last - dt.timedelta(days=count - 1 - number)) for number in range(count)]


def _exact(parts: Sequence[float], total: int) -> list[int]:
    """Whole minutes that sum to the total: the largest fractions round up."""
    whole = [int(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda place: (whole[place] - parts[place], place))
    for place in order[: total - sum(whole)]:
        whole[place] += 1
    return whole
