"""What was found in an answer told in an interview, and what was not. Never a verdict, never a score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.text import Language, Span


class Element(StrEnum):
    """The parts of an answer (substance 2.3): the article's five between the frame and the bridge."""

    CONTEXT = "context"
    PLANNED = "planned"
    DID = "did"
    RESULT = "result"
    PEOPLE = "people"
    LEARNED = "learned"
    BRIDGE = "bridge"


FIVE = (Element.PLANNED, Element.DID, Element.RESULT, Element.PEOPLE, Element.LEARNED)
"""The five parts the article asks for, in its order."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch that says one thing: where it stands, in which sentence (0 first), and the signs it carries.

    A sign is the name of a word list without its column (`plan.word`), or one of the names of `signs.FORMS`.
    """

    start: int
    end: int
    words: str
    sentence: int
    signs: frozenset[str]

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


AnswerClassifier = Callable[[Sequence[Clause]], Sequence[Mapping[Element, float]]]
"""How likely each clause carries each element, 0 to 1; one mapping a clause, in order."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words that carry an element: `words == answer[start:end]`, verbatim."""

    start: int
    end: int
    words: str


class CheckKind(StrEnum):
    """What can be counted in an answer (substance 2.5)."""

    LENGTH = "length"  # AC1
    BACKGROUND = "background"  # AC2
    SUBSTANCE = "substance"  # AC3
    OWN_PART = "own_part"  # AC4
    MISSING = "missing"  # AC5
    RESULT_MARKER = "result_marker"  # AC6
    TIME_MARKER = "time_marker"  # AC7
    HYPOTHETICAL = "hypothetical"  # AC8
    SELF_DESCRIPTION = "self_description"  # AC9
    FILLERS = "fillers"  # AC10
    CONFIDENTIAL = "confidential"  # AC11


@dataclass(frozen=True, slots=True)
class Check:
    """One count. `worth_a_look` when it lies outside its bounds; `value` is seconds, a share (0 to 1) or a number.

    `found` are the words it rests on, verbatim.
    """

    kind: CheckKind
    worth_a_look: bool
    value: float
    found: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerAnalysis:
    """An answer as read. `elements` has all seven keys; an empty tuple means: not found.

    `words` are counted, `seconds` is how long they take at `pace` words a minute. `missing` are those of the five not
    found, in order. `clauses` are all stretches in reading order.
    """

    answer: str
    language: Language
    elements: Mapping[Element, tuple[Found, ...]]
    own_part_visible: bool
    specific_event: bool
    quantified_result: bool
    hypothetical: bool
    words: int
    pace: float
    checks: tuple[Check, ...]
    clauses: tuple[Clause, ...]

    @property
    def seconds(self) -> float:
        return self.words * 60 / self.pace

    @property
    def missing(self) -> tuple[Element, ...]:
        return tuple(element for element in FIVE if not self.elements[element])

    def check(self, kind: CheckKind) -> Check:
        """The count of a kind. Raises KeyError when it was not taken."""
        for check in self.checks:
            if check.kind is kind:
                return check
        raise KeyError(kind)
