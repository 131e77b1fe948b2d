"""Practice tasks: a set begun, answered one at a time, seen with why, and begun anew. Never a result of a real test."""

import datetime as dt
from dataclasses import dataclass

from andregang.domain.aptitude import ORDER, Answered, PracticeSet, Task, read_set, write_set
from andregang.domain.errors import NotFound
from andregang.store import StoredPreparation, UnitOfWork

KEY = "practice_tasks"


@dataclass(frozen=True, slots=True)
class SeenTask:
    """One task of the set, its number, and the answer when it is given."""

    practice: PracticeSet
    number: int
    task: Task
    answered: Answered | None

    @property
    def last(self) -> bool:
        return self.number == len(ORDER)

    @property
    def right(self) -> bool:
        return self.answered is not None and self.answered.option == int(self.task.answer)


def see_set(uow: UnitOfWork, kept: StoredPreparation) -> PracticeSet | None:
    """The set under way, or the one done last; None before the first."""
    note = uow.notes.read(kept.id, KEY)
    return read_set(note.text) if note else None


def begin_set(uow: UnitOfWork, kept: StoredPreparation, seed: int, now: dt.datetime) -> None:
    """A new set in place of the old one."""
    _write(uow, kept, PracticeSet(seed), now)


def see_task(uow: UnitOfWork, kept: StoredPreparation, number: int) -> SeenTask:
    """A task of the set. Raises NotFound when no set is begun, or it has no such task."""
    practice = see_set(uow, kept)
    if practice is None or not 1 <= number <= len(ORDER):
        raise NotFound("task", str(number))
    return SeenTask(practice, number, practice.tasks[number - 1], practice.answered.get(number))


def answer_task(
    uow: UnitOfWork, kept: StoredPreparation, number: int, option: int, seconds: int, now: dt.datetime
) -> None:
    """Keeps the option chosen; the first answer stands. Raises NotFound, InvalidInput."""
    seen = see_task(uow, kept, number)
    _write(uow, kept, seen.practice.with_answer(number, option, seconds), now)


def _write(uow: UnitOfWork, kept: StoredPreparation, practice: PracticeSet, now: dt.datetime) -> None:
    note = uow.notes.read(kept.id, KEY)
    uow.notes.write(kept.id, KEY, write_set(practice), note.version if note else 0, now)
