"""Practice tasks as such tests have them. A task knows its answer, and why each other option is wrong."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction


class TaskKind(StrEnum):
    """What a task is made of."""

    MATRIX = "matrix"
    NUMBERS = "numbers"
    VERBAL = "verbal"


TARGET = {TaskKind.MATRIX: 60, TaskKind.NUMBERS: 90, TaskKind.VERBAL: 45}
"""Seconds to aim at, as in short tests of the kind; a target, never a limit."""


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


class Fill(StrEnum):
    EMPTY = "empty"
    STRIPED = "striped"
    FILLED = "filled"


class Feature(StrEnum):
    """What can change from cell to cell."""

    SHAPE = "shape"
    FILL = "fill"
    COUNT = "count"


class Rule(StrEnum):
    """How a feature goes along a row: the same, one step on, each of three once, or the first two together."""

    SAME = "same"
    STEP = "step"
    EACH = "each"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a grid: `count` shapes of one kind and fill, 1 to 6."""

    shape: Shape
    fill: Fill
    count: int

    def of(self, feature: Feature) -> Shape | Fill | int:
        """The value of a feature."""
        if feature is Feature.COUNT:
            return self.count
        return self.shape if feature is Feature.SHAPE else self.fill


@dataclass(frozen=True, slots=True)
class MatrixTask:
    """Eight cells of a grid of nine, row by row, and six that could be the last. `wrong` are, for each option, the
    features that break a rule; none for the answer."""

    cells: tuple[Cell, ...]
    options: tuple[Cell, ...]
    answer: int
    rules: tuple[tuple[Feature, Rule], ...]
    wrong: tuple[tuple[Feature, ...], ...]
    kind: TaskKind = TaskKind.MATRIX


class Asked(StrEnum):
    """What a task about a table asks for."""

    CHANGE = "change"
    SHARE = "share"
    AVERAGE = "average"
    DIFFERENCE = "difference"


class Slip(StrEnum):
    """How one comes to a wrong number."""

    OTHER_BASE = "other_base"
    NOT_PERCENT = "not_percent"
    OTHER_ROW = "other_row"
    OTHER_COLUMN = "other_column"
    OF_THE_ROW = "of_the_row"
    NOT_DIVIDED = "not_divided"
    ONE_LEFT_OUT = "one_left_out"
    ADDED = "added"
    ONE_COLUMN = "one_column"
    MISCOUNTED = "miscounted"


@dataclass(frozen=True, slots=True)
class NumberTask:
    """A table and a question about `row` (and `other`) in the columns `first` and `last`, all by place from 0.

    `labels` is which set of row names is used. `slips` tell how one comes to each option; None for the answer.
    """

    asked: Asked
    labels: int
    values: tuple[tuple[int, ...], ...]
    row: int
    other: int
    first: int
    last: int
    options: tuple[Fraction, ...]
    answer: int
    slips: tuple[Slip | None, ...]
    kind: TaskKind = TaskKind.NUMBERS

    @property
    def percent(self) -> bool:
        return self.asked in (Asked.CHANGE, Asked.SHARE)


class Verdict(IntEnum):
    """The three answers to a claim."""

    FOLLOWS = 0
    CONTRADICTED = 1
    UNKNOWN = 2


class Says(StrEnum):
    """What a sentence says of two things: that one comes before the other, or about two groups."""

    BEFORE = "before"
    ALL = "all"
    NONE = "nobody"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`says` of the first and the second thing, by number."""

    says: Says
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class VerbalTask:
    """Sentences that hold, and a claim. `setting` is which set of words, `names` which of its words stand for the
    things; `chain` are the things that lead from the claim's one to its other, in order, when the claim is settled
    by an order."""

    setting: int
    names: tuple[int, ...]
    premises: tuple[Sentence, ...]
    claim: Sentence
    answer: Verdict
    chain: tuple[int, ...] = ()
    kind: TaskKind = TaskKind.VERBAL

    @property
    def of_order(self) -> bool:
        return self.claim.says is Says.BEFORE


Task = MatrixTask | NumberTask | VerbalTask
