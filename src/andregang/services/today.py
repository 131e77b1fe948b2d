"""Today: what is suggested, what the rest of the day holds, and ticking off."""

import datetime as dt
from dataclasses import dataclass

from andregang.domain.plan import PlanTask, make_plan, move_tasks
from andregang.domain.preparation import Preparation
from andregang.domain.readiness import Readiness, readiness_of
from andregang.domain.today import Suggestion, suggestions
from andregang.store import StoredPreparation, UnitOfWork


@dataclass(frozen=True, slots=True)
class Today:
    """The day as it stands. `open` and `done` are today's tasks; `minutes` what is left of them."""

    suggestion: Suggestion | None
    more: int
    open: tuple[PlanTask, ...]
    done: tuple[PlanTask, ...]
    readiness: Readiness

    @property
    def minutes(self) -> int:
        return sum(task.minutes for task in self.open)


def see_today(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, asked: int = 0) -> Today:
    """The day, with suggestion number `asked` (counted round)."""
    today, zone = preparation.now.date(), preparation.now.tzinfo
    marks = {mark.task: mark for mark in uow.plan_marks.of(kept.id)}
    ticked = {
        task
        for task, mark in marks.items()
        if mark.done and mark.done.astimezone(preparation.now.tzinfo).date() == today
    }
    earlier = frozenset(task for task, mark in marks.items() if mark.done and task not in ticked)
    since = kept.created.astimezone(zone).date()
    plan = make_plan(preparation, minutes_per_day=kept.minutes_per_day, done=earlier, since=since)
    moved = {task: mark.moved_to for task, mark in marks.items() if mark.moved_to}
    plan = move_tasks(plan, moved, today, preparation.start.astimezone(zone).date() if preparation.start else today)
    tasks = next((day.tasks for day in plan.days if day.date == today), ())
    possible = [s for s in suggestions(plan, preparation.matches, today) if s.task.id not in ticked]
    suggestion = possible[asked % len(possible)] if possible else None
    return Today(
        suggestion=suggestion,
        more=len(possible),
        open=tuple(task for task in tasks if task.id not in ticked),
        done=tuple(task for task in tasks if task.id in ticked),
        readiness=readiness_of(preparation.matches, cv_given=preparation.cv is not None),
    )


def tick(uow: UnitOfWork, kept: StoredPreparation, task: str, now: dt.datetime, *, done: bool) -> None:
    """The person says that a task is done, or that it is open again."""
    uow.plan_marks.mark_done(kept.id, task, now if done else None)
