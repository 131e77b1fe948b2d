"""Everything worth doing before this interview, each with its minutes, its worth and the days it belongs to."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.meeting import AssessmentTime, Gap
from andregang.domain.plan.days import DayKind, WorkDay
from andregang.domain.plan.model import PlanAction, PlanTask
from andregang.domain.preparation import Preparation
from andregang.domain.text import fold

IMPORTANT = 6
_TOP = 3
_DAYS_FOR_TWO_RUNS = 3
_RECALL_VALUES = (0.926, 0.916, 0.88)
_PREPARED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)
_TO_SAY = 4


@dataclass(frozen=True, slots=True)
class Possible:
    """A task with the places in the list of days it may stand: from `first` to `last`, both included."""

    task: PlanTask
    first: int
    last: int


def possible_tasks(preparation: Preparation, days: Sequence[WorkDay]) -> tuple[Possible, ...]:
    """Everything worth doing on these days, the worthiest first. No two have the same worth."""
    found = list(_all(preparation, days))
    found.sort(key=lambda one: -one.task.value)
    return tuple(
        replace(one, task=replace(one.task, value=round(one.task.value - place * 1e-6, 6)))
        for place, one in enumerate(found)
    )


def important_items(preparation: Preparation) -> tuple[AdItem, ...]:
    """The tasks and demands to prepare, in the order the questions ask about them, then in the ad's order."""
    asked = dict.fromkeys(q.item for q in preparation.questions if q.item is not None and q.item.kind in _PREPARED)
    if asked or preparation.ad is None:
        return tuple(asked)
    return preparation.ad.of_kind(ItemKind.TASK, ItemKind.MUST)


def _all(preparation: Preparation, days: Sequence[WorkDay]) -> Iterator[Possible]:
    items = important_items(preparation)[:IMPORTANT]
    work = [place for place, day in enumerate(days) if day.kind is DayKind.WORK]
    before = [place for place, day in enumerate(days) if day.kind is DayKind.BEFORE]
    morning = [place for place, day in enumerate(days) if day.kind is DayKind.INTERVIEW]
    for place in morning:
        review = _task(preparation, PlanAction.LIGHT_REVIEW, 20 if len(days) == 1 else 10, 1.0, items[:_TOP])
        yield Possible(_dated(review, days[place]), place, place)
    if not work and not before:
        yield from (Possible(_task(preparation, PlanAction.PACK, 10, 0.9), place, place) for place in morning)
        return
    if not work:
        yield from _last_evening(preparation, items, before[0], days)
        return
    run_late = _has_case(preparation) and len(work) < _DAYS_FOR_TWO_RUNS
    for place in before:
        review = _task(preparation, PlanAction.LIGHT_REVIEW, 10 if run_late else 15, 0.99, items)
        yield Possible(_dated(review, days[place]), place, place)
        yield Possible(_task(preparation, PlanAction.PACK, 5 if run_late else 10, 0.955), place, place)
        if run_late:
            yield Possible(_task(preparation, PlanAction.CASE_RUN, 15, 0.95, number=2), place, place)
    yield from _worked_on(preparation, items, work, days)


def _last_evening(
    preparation: Preparation, items: Sequence[AdItem], place: int, days: Sequence[WorkDay]
) -> Iterator[Possible]:
    recall = _task(preparation, PlanAction.RECALL, 20, 0.96, items)
    yield Possible(_dated(recall, days[place]), place, place)
    if _unknown(preparation):
        yield Possible(_task(preparation, PlanAction.ASK_UNKNOWN, 10, 0.98), place, place)
    if _has_case(preparation):
        yield Possible(_task(preparation, PlanAction.CASE_RUN, 15, 0.97, number=1), place, place)
    if _read_back(preparation):
        yield Possible(_task(preparation, PlanAction.READ_BACK, 15, 0.93), place, place)
    yield Possible(_task(preparation, PlanAction.STORY, 15, 0.95), place, place)
    yield Possible(_task(preparation, PlanAction.PACK, 10, 0.94), place, place)
    yield Possible(_task(preparation, PlanAction.CONTRIBUTION, 10, 0.88), place, place)
    yield Possible(_task(preparation, PlanAction.OWN_QUESTIONS, 10, 0.8), place, place)


def _worked_on(
    preparation: Preparation, items: Sequence[AdItem], work: Sequence[int], days: Sequence[WorkDay]
) -> Iterator[Possible]:
    first, last, count = work[0], work[-1], len(work)
    second = work[min(1, count - 1)]
    if _unknown(preparation):
        yield Possible(_task(preparation, PlanAction.ASK_UNKNOWN, 10, 0.98), first, first)
    yield Possible(_task(preparation, PlanAction.STORY, 15, 0.94), first, last)
    for number, item in enumerate(items):
        yield Possible(_task(preparation, PlanAction.EXAMPLE, 15, 0.93 - 0.03 * number, (item,)), first, last)
    yield Possible(_task(preparation, PlanAction.CONTRIBUTION, 15, 0.89), first, last)
    if _read_back(preparation):
        yield Possible(_task(preparation, PlanAction.READ_BACK, 20, 0.885), first, last)
    if _has_case(preparation):
        yield from _case(preparation, work)
    for number, place in enumerate(work[1:] if count > 1 else work):
        recall = _task(preparation, PlanAction.RECALL, 10, _recall_value(number), items)
        yield Possible(_dated(recall, days[place]), place, place)
    yield Possible(_task(preparation, PlanAction.COMPANY, 15, 0.83), first, last)
    if count > 1:
        yield Possible(_task(preparation, PlanAction.FULL_RUN, 20, 0.82), last, last)
    yield Possible(_task(preparation, PlanAction.OWN_QUESTIONS, 10, 0.795), second, last)
    yield Possible(_task(preparation, PlanAction.REFEREES, 10, 0.765), first, last)
    yield Possible(_task(preparation, PlanAction.TERMS, 15, 0.7), second, last)


def _case(preparation: Preparation, work: Sequence[int]) -> Iterator[Possible]:
    """Two stretches of work, then two runs on time on different days where there are days enough."""
    count = len(work)
    half = work[count // 2]
    yield Possible(_task(preparation, PlanAction.CASE_WORK, 20, 0.975, number=1), work[0], half)
    yield Possible(_task(preparation, PlanAction.CASE_WORK, 20, 0.965 if count > 1 else 0.945, number=2), work[0], half)
    yield Possible(_task(preparation, PlanAction.CASE_RUN, 15, 0.96, number=1), work[(count - 1) // 2], work[-1])
    if count >= _DAYS_FOR_TWO_RUNS:
        yield Possible(_task(preparation, PlanAction.CASE_RUN, 15, 0.95, number=2), half, work[-1])


def _recall_value(number: int) -> float:
    """Three recalls on different days are worth as much as examples; more are worth less and less."""
    return _RECALL_VALUES[number] if number < len(_RECALL_VALUES) else max(0.5, 0.92 - 0.03 * number)


def _task(
    preparation: Preparation,
    action: PlanAction,
    minutes: int,
    value: float,
    items: Sequence[AdItem] = (),
    *,
    number: int = 0,
) -> PlanTask:
    name = action.value + (f"-{number}" if number else "")
    if action is PlanAction.EXAMPLE and items:
        name += "-" + hashlib.sha256(fold(items[0].quote.words).casefold().encode()).hexdigest()[:8]
    return PlanTask(name, action, minutes, value, tuple(items), _to_say(preparation, action, items))


def _dated(task: PlanTask, day: WorkDay) -> PlanTask:
    return replace(task, id=f"{task.id}-{day.date.isoformat()}")


_GROUPS = {
    PlanAction.STORY: ("FØ",),
    PlanAction.CONTRIBUTION: ("B",),
    PlanAction.READ_BACK: ("PT", "ET"),
    PlanAction.CASE_RUN: ("CA",),
    PlanAction.REFEREES: ("RE",),
    PlanAction.TERMS: ("LØ",),
    PlanAction.COMPANY: ("MO",),
}


def _to_say(preparation: Preparation, action: PlanAction, items: Sequence[AdItem]) -> tuple[str, ...]:
    """The ids of the questions to answer aloud in the task."""
    if action is PlanAction.FULL_RUN:
        return tuple(question.id for question in preparation.questions[: 2 * _TO_SAY])
    if action is PlanAction.OWN_QUESTIONS:
        return tuple(question.id for question in preparation.own_questions)
    groups = _GROUPS.get(action, ())
    fitting = (q.id for q in preparation.questions if q.group in groups or (items and q.item in items))
    return tuple(fitting)[:_TO_SAY]


def _unknown(preparation: Preparation) -> bool:
    """Whether something about the meeting should be asked while there is time."""
    meeting = preparation.meeting
    return meeting is None or any(gap is not Gap.NEXT_STEPS for gap in meeting.missing)


def _has_case(preparation: Preparation) -> bool:
    return preparation.meeting is not None and preparation.meeting.case is not None


def _read_back(preparation: Preparation) -> bool:
    tests = preparation.meeting.tests if preparation.meeting else ()
    return any(test.when is not AssessmentTime.IN_MEETING for test in tests)
