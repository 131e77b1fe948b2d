"""What to do now: one suggestion with its reason, and the rest of the day."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import ItemKind
from andregang.domain.plan import Plan, PlanAction, PlanTask


class Cause(StrEnum):
    """Why a task is suggested now. Its words stand in `i18n`."""

    NOTHING_FOUND = "nothing_found"
    THINLY_COVERED = "thinly_covered"
    FIRST_IN_AD = "first_in_ad"
    STILL_UNKNOWN = "still_unknown"
    THEY_HAVE_NOT_HEARD = "they_have_not_heard"
    CASE_ANNOUNCED = "case_announced"
    TEST_READ_BACK = "test_read_back"
    FORGETTING = "forgetting"
    BOTH_DECIDE = "both_decide"
    SOON = "soon"


_BY_ACTION = {
    PlanAction.ASK_UNKNOWN: Cause.STILL_UNKNOWN,
    PlanAction.STORY: Cause.THEY_HAVE_NOT_HEARD,
    PlanAction.CONTRIBUTION: Cause.FIRST_IN_AD,
    PlanAction.RECALL: Cause.FORGETTING,
    PlanAction.READ_BACK: Cause.TEST_READ_BACK,
    PlanAction.CASE_WORK: Cause.CASE_ANNOUNCED,
    PlanAction.CASE_RUN: Cause.CASE_ANNOUNCED,
    PlanAction.COMPANY: Cause.BOTH_DECIDE,
    PlanAction.OWN_QUESTIONS: Cause.BOTH_DECIDE,
    PlanAction.TERMS: Cause.BOTH_DECIDE,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A task worth doing now, and why."""

    task: PlanTask
    cause: Cause


def suggestions(plan: Plan, matches: tuple[Match, ...], today: dt.date) -> tuple[Suggestion, ...]:
    """What could be done now, the best first: today's open tasks, then those of the next days."""
    days = sorted(plan.days, key=lambda day: (day.date != today, day.date))
    tasks = {task.id: task for day in days for task in day.tasks}
    return tuple(Suggestion(task, cause_of(task, matches)) for task in tasks.values())


def cause_of(task: PlanTask, matches: tuple[Match, ...]) -> Cause:
    """Why a task is on the plan: what the ad asks and the CV leaves open comes before what its action says."""
    if task.action is PlanAction.EXAMPLE and task.items:
        match = next((match for match in matches if match.item == task.items[0]), None)
        if match is not None and match.item.kind is not ItemKind.QUALITY:
            if match.strength is Strength.NONE:
                return Cause.NOTHING_FOUND
            if match.strength is Strength.TRANSFERABLE:
                return Cause.THINLY_COVERED
        return Cause.FIRST_IN_AD
    return _BY_ACTION.get(task.action, Cause.SOON)
