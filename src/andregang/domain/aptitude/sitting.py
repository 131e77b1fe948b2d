"""A set of practice tasks, and one going through of it. It is practice, told as such, and no result of any test."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from random import Random

from andregang.domain.aptitude.matrix import make_matrix
from andregang.domain.aptitude.model import TARGET, Task, TaskKind, VerbalTask
from andregang.domain.aptitude.numbers import make_numbers
from andregang.domain.aptitude.verbal import make_verbal
from andregang.domain.errors import InvalidInput

ORDER = (TaskKind.MATRIX,) * 4 + (TaskKind.NUMBERS,) * 4 + (TaskKind.VERBAL,) * 4
"""The kinds of a set, as they come."""
_LONGEST = 3600
_MAKERS: dict[TaskKind, Callable[[Random], Task]] = {
    TaskKind.MATRIX: make_matrix,
    TaskKind.NUMBERS: make_numbers,
    TaskKind.VERBAL: make_verbal,
}


def make_task(kind: TaskKind, seed: int) -> Task:
    """The task of a kind and seed, always the same."""
    return _MAKERS[kind](Random(f"{kind.value}:{seed}"))  # noqa: S311 - no secret


@lru_cache(maxsize=8)
def make_set(seed: int) -> tuple[Task, ...]:
    """The tasks of a set, always the same for a seed."""
    return tuple(make_task(kind, seed * len(ORDER) + place) for place, kind in enumerate(ORDER))


def choices(task: Task) -> int:
    """How many options a task has."""
    return 3 if isinstance(task, VerbalTask) else len(task.options)


@dataclass(frozen=True, slots=True)
class Answered:
    """The option chosen, from 0, and the seconds it took."""

    option: int
    seconds: int


@dataclass(frozen=True, slots=True)
class PracticeSet:
    """One going through of a set. `answered` is by number of the task, 1 the first."""

    seed: int
    answered: Mapping[int, Answered] = field(default_factory=dict)

    @property
    def tasks(self) -> tuple[Task, ...]:
        return make_set(self.seed)

    @property
    def next_task(self) -> int | None:
        """The first task without an answer."""
        return next((n for n in range(1, len(ORDER) + 1) if n not in self.answered), None)

    @property
    def right(self) -> int:
        """How many were answered rightly."""
        return sum(int(self.tasks[n - 1].answer) == one.option for n, one in self.answered.items())

    @property
    def seconds(self) -> int:
        return sum(one.seconds for one in self.answered.values())

    @property
    def target(self) -> int:
        """The seconds aimed at for what is answered."""
        return sum(TARGET[ORDER[n - 1]] for n in self.answered)

    def with_answer(self, number: int, option: int, seconds: int) -> "PracticeSet":
        """The set with one more answer; the first answer stands. Raises InvalidInput for no such task or option."""
        if not 1 <= number <= len(ORDER) or not 0 <= option < choices(self.tasks[number - 1]):
            raise InvalidInput("option", "unknown_choice")
        if number in self.answered:
            return self
        one = Answered(option, min(max(seconds, 0), _LONGEST))
        return replace(self, answered={**self.answered, number: one})


def write_set(practice: PracticeSet) -> str:
    """The set as kept, marked as practice."""
    answered = {str(n): [one.option, one.seconds] for n, one in sorted(practice.answered.items())}
    return json.dumps({"practice": True, "seed": practice.seed, "answered": answered}, sort_keys=True)


def read_set(text: str) -> PracticeSet | None:
    """A set as it was kept; None when nothing usable was."""
    try:
        kept = json.loads(text)
        practice = PracticeSet(int(kept["seed"]))
        for number, (option, seconds) in kept["answered"].items():
            practice = practice.with_answer(int(number), int(option), int(seconds))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidInput):
        return None
    return practice
