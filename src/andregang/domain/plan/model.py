"""The days to the interview: what to do, how long it takes, never more than three things a day."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.job_ad import AdItem


class PlanAction(StrEnum):
    """What one thing on the plan is. Its words stand in `i18n`."""

    ASK_UNKNOWN = "ask_unknown"
    STORY = "story"
    EXAMPLE = "example"
    CONTRIBUTION = "contribution"
    RECALL = "recall"
    READ_BACK = "read_back"
    CASE_WORK = "case_work"
    CASE_RUN = "case_run"
    COMPANY = "company"
    OWN_QUESTIONS = "own_questions"
    REFEREES = "referees"
    TERMS = "terms"
    FULL_RUN = "full_run"
    LIGHT_REVIEW = "light_review"
    PACK = "pack"


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One thing to do. `items` are the ad lines it is about, `questions` the ids of questions to answer aloud."""

    id: str
    action: PlanAction
    minutes: int
    value: float
    items: tuple[AdItem, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day with at most three tasks."""

    date: dt.date
    tasks: tuple[PlanTask, ...]

    @property
    def minutes(self) -> int:
        return sum(task.minutes for task in self.tasks)


@dataclass(frozen=True, slots=True)
class Plan:
    """The days from today to the interview. What did not fit is dropped by value and not listed anywhere."""

    days: tuple[PlanDay, ...]
    minutes_per_day: int
