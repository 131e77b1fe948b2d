"""Whether what the referee is told is what the person tells: figures and roles (substance 7.4)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.examples import Telling
from andregang.domain.meeting.names import same_person
from andregang.domain.referees.claims import named_in
from andregang.domain.referees.model import Referee

_FIGURE = re.compile(r"(?<![\w,.])\d{1,3}(?:[  ]\d{3}){0,4}(?:[.,]\d{1,4})?(?!\d)|(?<![\w,.])\d{4,12}(?:[.,]\d{1,4})?")


class Differs(StrEnum):
    """What is not the same in both places."""

    FIGURE = "figure"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Difference:
    """`told` stands in what the referee is told or as their role, `there` in the example ("" for no such figure)."""

    kind: Differs
    told: str
    there: str
    example: str = ""


def differences(referee: Referee, examples: Sequence[Telling]) -> tuple[Difference, ...]:
    """Figures the referee is asked to confirm that stand in none of their examples, and a role that is another there.

    Only the examples the referee was part of are looked at.
    """
    theirs = [example for example in examples if example.id in referee.claims]
    known = {figure for one in theirs for text in (one.title, *one.parts.values()) for figure in figures_in(text)}
    found = [Difference(Differs.FIGURE, told, "") for told in figures_in(referee.said) if told not in known]
    for example in theirs if referee.role else ():
        for named in named_in([example]):
            if same_person(named.name, referee.name) and named.role and not _same(named.role, referee.role):
                found.append(Difference(Differs.ROLE, referee.role, named.role, example.id))
    return tuple(dict.fromkeys(found))


def figures_in(text: str) -> tuple[str, ...]:
    """The figures of a text, each once, written one way: no spaces in thousands, a point before decimals."""
    plain = (re.sub(r"[  ]", "", found[0]).replace(",", ".") for found in _FIGURE.finditer(text))
    return tuple(dict.fromkeys(figure.rstrip("0").rstrip(".") if "." in figure else figure for figure in plain))


def _same(one: str, other: str) -> bool:
    a, b = one.casefold().strip(" ."), other.casefold().strip(" .")
    return a in b or b in a
