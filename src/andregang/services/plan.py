"""The plan: the days to the interview, ticked, moved, and trimmed to the time there is."""

import datetime as dt
from dataclasses import dataclass

from andregang.domain.errors import InvalidInput
from andregang.domain.plan import (
    MINUTES,
    PlanDay,
    PlanTask,
    days_to_choose,
    fewer_minutes,
    make_plan,
    move_tasks,
)
from andregang.domain.preparation import Preparation
from andregang.store import StoredPreparation, UnitOfWork


@dataclass(frozen=True, slots=True)
class SeenDay:
    """A day with what is open and what was done on it. `minutes` is what is left."""

    date: dt.date
    open: tuple[PlanTask, ...]
    done: tuple[PlanTask, ...]

    @property
    def minutes(self) -> int:
        return sum(task.minutes for task in self.open)


@dataclass(frozen=True, slots=True)
class SeenPlan:
    """The days from today on; `earlier` are tasks done before today; `choices` the days one can move a task to."""

    days: tuple[SeenDay, ...]
    earlier: tuple[PlanTask, ...]
    choices: tuple[dt.date, ...]
    minutes_per_day: int

    @property
    def minutes(self) -> int:
        return sum(day.minutes for day in self.days)


def see_plan(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> SeenPlan:
    """The plan with the person's marks laid over it. Without days when the start is unknown or past."""
    now = preparation.now
    today = now.date()
    marks = uow.plan_marks.of(kept.id)
    done = {mark.task: mark.done.astimezone(now.tzinfo).date() for mark in marks if mark.done}
    earlier = frozenset(task for task, date in done.items() if date < today)
    since = kept.created.astimezone(now.tzinfo).date()
    made = make_plan(preparation, minutes_per_day=kept.minutes_per_day, done=earlier, since=since)
    if preparation.start is None or not made.days:
        return SeenPlan((), (), (), kept.minutes_per_day)
    last = preparation.start.astimezone(now.tzinfo).date()
    plan = move_tasks(made, {mark.task: mark.moved_to for mark in marks if mark.moved_to}, today, last)
    whole = make_plan(preparation, minutes_per_day=kept.minutes_per_day, since=since) if earlier else made
    return SeenPlan(
        tuple(_seen(day, done) for day in plan.days),
        tuple(task for day in whole.days for task in day.tasks if task.id in earlier),
        days_to_choose(plan, today, last),
        kept.minutes_per_day,
    )


def _seen(day: PlanDay, done: dict[str, dt.date]) -> SeenDay:
    return SeenDay(
        day.date,
        tuple(task for task in day.tasks if task.id not in done),
        tuple(task for task in day.tasks if task.id in done),
    )


def tick_task(uow: UnitOfWork, kept: StoredPreparation, task: str, now: dt.datetime, *, done: bool) -> None:
    """The person says that a task is done, or that it is open again."""
    uow.plan_marks.mark_done(kept.id, task, now if done else None)


def move_task(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, task: str, day: str) -> None:
    """The person moves a task to a day (ISO), or ("") lets the plan decide. Raises InvalidInput for no such day."""
    seen = see_plan(uow, kept, preparation)
    choices = {choice.isoformat(): choice for choice in seen.choices}
    if day and day not in choices:
        raise InvalidInput("day", "unknown_choice")
    uow.plan_marks.move(kept.id, task, choices.get(day))


def set_minutes(uow: UnitOfWork, kept: StoredPreparation, minutes: str) -> None:
    """How many minutes a day there are: one of `MINUTES`, or "less". Raises InvalidInput for anything else."""
    chosen = {str(choice): choice for choice in (*MINUTES, kept.minutes_per_day)}
    chosen["less"] = fewer_minutes(kept.minutes_per_day)
    if minutes not in chosen:
        raise InvalidInput("minutes", "unknown_choice")
    uow.preparations.change(kept.id, minutes_per_day=chosen[minutes])
