"""What a trial run shows when it is over: time by part, and which parts of the answers were not found most often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.interview.model import Programme, Stage, Step
from andregang.domain.rehearsal import FIVE, AnswerAnalysis, Element


@dataclass(frozen=True, slots=True)
class Said:
    """A question with its answer as read; None when it was not answered in words."""

    step: Step
    analysis: AnswerAnalysis | None
    expected: bool

    @property
    def missing(self) -> tuple[Element, ...]:
        """The parts not found, where a question asks for something done."""
        return self.analysis.missing if self.analysis and self.expected and not self.step.follows else ()


@dataclass(frozen=True, slots=True)
class Told:
    """A part of the meeting with what was said in it."""

    stage: Stage
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The parts gone through. `often_missing` are those of the five not found in half of the answers or more, with
    how many; `expected` is how many answers they were looked for in. Seconds and minutes are of the whole."""

    told: tuple[Told, ...]
    often_missing: tuple[tuple[Element, int], ...]
    expected: int
    seconds: float
    minutes: int

    @property
    def answered(self) -> int:
        return sum(bool(said.step.attempt) for told in self.told for said in told.said)


def make_report(programme: Programme, analyses: Mapping[str, AnswerAnalysis], expects: Sequence[str]) -> Report:
    """The report of a run. `analyses` are by the id of the answer; `expects` are the keys that ask for a story."""
    told = []
    for place, stage in enumerate(programme.stages):
        steps = [step for step in programme.of(place) if step.attempt or step.passed]
        said = tuple(Said(step, analyses.get(step.attempt), step.key in expects) for step in steps)
        told.append(Told(stage, said))
    main = [s for one in told for s in one.said if s.analysis and s.expected and not s.step.follows]
    counted = Counter(element for said in main for element in said.missing)
    often = tuple((e, counted[e]) for e in FIVE if counted[e] and 2 * counted[e] >= len(main))
    gone = [one for one in told if one.said]
    return Report(
        tuple(gone), often, len(main), sum(stage.used for stage in programme.stages),
        sum(one.stage.minutes for one in gone),
    )  # fmt: skip
