"""A trial run through one meeting: its parts with their minutes, the questions in order, and how far one has come."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Part(StrEnum):
    """The parts of a second interview, in their usual order (substance 1.4, A1 to A10)."""

    WELCOME = "welcome"
    STORY = "story"
    TASKS = "tasks"
    CONTRIBUTION = "contribution"
    TESTS = "tests"
    CASE = "case"
    WORKING = "working"
    OWN = "own"
    TERMS = "terms"
    CLOSING = "closing"


OWN = "own"
"""The key of the step where the candidate asks."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of this meeting, called what the invitation calls it, with its minutes. `used` is in seconds."""

    part: Part
    title: str
    minutes: int
    used: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One question. `asks` is who asks it, "" when nobody is known; `stage` its place among the stages.

    `follows` is the key of the question it follows up on, "" for one that stood in the programme. `attempt` is the id
    of the answer; `passed` is one gone past without an answer.
    """

    key: str
    words: str
    stage: int
    asks: str = ""
    follows: str = ""
    attempt: str = ""
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Programme:
    """A meeting as it may go. Stages without questions are not stopped at."""

    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(stage.minutes for stage in self.stages)

    def of(self, stage: int) -> tuple[Step, ...]:
        """The questions of a stage."""
        return tuple(step for step in self.steps if step.stage == stage)


@dataclass(frozen=True, slots=True)
class Course:
    """A programme as it is gone through: the step one is at, and what is written there so far."""

    programme: Programme
    at: int = 0
    draft: str = ""

    @property
    def current(self) -> Step | None:
        """The question to answer now; None at the end."""
        return self.programme.steps[self.at] if self.at < len(self.programme.steps) else None

    @property
    def stage(self) -> Stage | None:
        """The part one is in."""
        return self.programme.stages[self.current.stage] if self.current else None

    @property
    def asked(self) -> frozenset[str]:
        """The ids of the bank's follow-ups asked so far."""
        return frozenset(step.key.rpartition("~")[2] for step in self.programme.steps if step.follows)

    def written(self, draft: str, clock: float) -> "Course":
        """With what is written so far, and the seconds used in this part."""
        return replace(self._timed(clock), draft=draft)

    def answered(self, attempt: str, clock: float, follow_up: tuple[str, str] | None = None) -> "Course":
        """One question further; a follow-up (its key and words) is asked next, by the same person."""
        if self.current is None:
            return self
        step = replace(self.current, attempt=attempt, passed=not attempt)
        added: tuple[Step, ...] = ()
        if follow_up is not None:
            added = (Step(*follow_up, stage=step.stage, asks=step.asks, follows=step.key),)
        timed = self._timed(clock)
        steps = (*timed.programme.steps[: self.at], step, *added, *timed.programme.steps[self.at + 1 :])
        return Course(replace(timed.programme, steps=steps), self.at + 1)

    def corrected(self, place: int, attempt: str) -> "Course":
        """With another answer to a question one has passed."""
        steps = list(self.programme.steps)
        steps[place] = replace(steps[place], attempt=attempt, passed=False)
        return replace(self, programme=replace(self.programme, steps=tuple(steps)))

    def _timed(self, clock: float) -> "Course":
        """A clock never runs backwards."""
        if self.current is None:
            return self
        stages = list(self.programme.stages)
        stage = stages[self.current.stage]
        stages[self.current.stage] = replace(stage, used=max(stage.used, clock))
        return replace(self, programme=replace(self.programme, stages=tuple(stages)))

    def values(self) -> dict[str, Any]:
        """As it is stored; `of` reads it again."""
        return {
            "stages": [[s.part.value, s.title, s.minutes, round(s.used, 1)] for s in self.programme.stages],
            "steps": [
                [s.key, s.words, s.stage, s.asks, s.follows, s.attempt, s.passed] for s in self.programme.steps
            ],
            "at": self.at,
            "draft": self.draft,
        }  # fmt: skip

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Course":
        """What was stored."""
        stages = tuple(Stage(Part(part), *rest) for part, *rest in values["stages"])
        return cls(Programme(stages, tuple(Step(*step) for step in values["steps"])), values["at"], values["draft"])
