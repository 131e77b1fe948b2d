"""The worksheet of what one should know about an employer (substance 8.3, FL1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.company.model import CompanyFact, FactField, FactSource

LINES = ("WS1", "WS2", "WS3", "WS4", "WS5", "WS6", "WS7", "WS8")
OPEN_SHOWN = 3
ENOUGH = 2
"""Lines that must be filled before the product says the person knows enough of the company (FL1)."""

MATERIAL: Mapping[str, frozenset[FactField]] = {
    "WS1": frozenset({FactField.INDUSTRY, FactField.PURPOSE}),
    "WS2": frozenset({FactField.ACCOUNTS, FactField.EMPLOYEES}),
    "WS3": frozenset({FactField.ROLE, FactField.PARENT, FactField.FOUNDED}),
}
"""Which facts of the registers help with a line without answering it for the person."""


@dataclass(frozen=True, slots=True)
class WorksheetLine:
    """A line: the person's own answer, what they chose to let answer it, and what may help.

    `question` is the id of the question of the bank to ask when it is empty, "" when all are chosen already.
    """

    id: str
    own: str
    chosen: tuple[CompanyFact, ...]
    material: tuple[CompanyFact, ...]
    question: str = ""

    @property
    def filled(self) -> bool:
        """Whether the person has answered it, in their own words or with somebody else's they chose."""
        return bool(self.own.strip() or self.chosen)


@dataclass(frozen=True, slots=True)
class Worksheet:
    """All lines in order."""

    lines: tuple[WorksheetLine, ...]

    @property
    def shown(self) -> tuple[WorksheetLine, ...]:
        """Those answered and the first three that are not; the rest can wait."""
        empty = [line for line in self.lines if not line.filled]
        return tuple(line for line in self.lines if line.filled or line in empty[:OPEN_SHOWN])

    @property
    def folded(self) -> tuple[WorksheetLine, ...]:
        """The rest."""
        return tuple(line for line in self.lines if line not in self.shown)

    @property
    def filled(self) -> int:
        return sum(line.filled for line in self.lines)

    @property
    def enough(self) -> bool:
        """Whether the person knows enough of the company to be called ready (FL1)."""
        return self.filled >= ENOUGH


def fill_worksheet(
    own: Mapping[str, str],
    facts: Sequence[CompanyFact],
    questions: Mapping[str, Sequence[str]],
    taken: Iterable[str] = (),
) -> Worksheet:
    """The worksheet. `own` are the person's answers by line; `questions` the ids of the bank worth asking for each, the
    best first; `taken` those already chosen. No question is proposed for two lines."""
    used = set(taken)
    lines = []
    for line in LINES:
        chosen = tuple(fact for fact in facts if fact.line == line and fact.source is not FactSource.AD)
        fields = MATERIAL.get(line, frozenset())
        material = tuple(f for f in facts if f not in chosen and (f.field in fields or f.line == line))
        written = own.get(line, "")
        question = ""
        if not (written.strip() or chosen):
            question = next((one for one in questions.get(line, ()) if one not in used), "")
            used.add(question)
        lines.append(WorksheetLine(line, written, chosen, material, question))
    return Worksheet(tuple(lines))
