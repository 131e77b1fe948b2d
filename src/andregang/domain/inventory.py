"""The practice inventory: 120 statements about oneself, answered ten a page, put down and taken up again.

It is practice, told as such and kept apart from the results of any real test.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from andregang.domain.errors import InvalidInput
from andregang.domain.text import Language

ITEMS = 120
PAGE = 10
PAGES = ITEMS // PAGE
LOWEST_AGE, HIGHEST_AGE = 16, 99


class Factor(StrEnum):
    """The five domains. `BALANCE` is neuroticism turned round, as work tests report it."""

    BALANCE = "balance"
    EXTRAVERSION = "extraversion"
    OPENNESS = "openness"
    AGREEABLENESS = "agreeableness"
    CONSCIENTIOUSNESS = "conscientiousness"


LETTERS = {
    "N": Factor.BALANCE,
    "E": Factor.EXTRAVERSION,
    "O": Factor.OPENNESS,
    "A": Factor.AGREEABLENESS,
    "C": Factor.CONSCIENTIOUSNESS,
}


class ComparedWith(StrEnum):
    """Which norms one is compared with."""

    BOTH = "N"
    WOMEN = "F"
    MEN = "M"


@dataclass(frozen=True, slots=True)
class Item:
    """A statement. `reversed` counts against its domain; `ours` marks a Norwegian wording we have put right."""

    number: int
    domain: str
    facet: int
    reversed: bool
    words: Mapping[Language, str]
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Sitting:
    """One going through of the inventory, as far as it has come. `answers` are 1 to 5 by number of the item."""

    age: int
    compared: ComparedWith
    answers: Mapping[int, int] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        return len(self.answers) == ITEMS

    @property
    def next_page(self) -> int:
        """The first page with something unanswered; the last when there is none."""
        left = (page for page in range(1, PAGES + 1) if any(n not in self.answers for n in numbers_of(page)))
        return next(left, PAGES)

    def with_answers(self, answers: Mapping[int, int]) -> "Sitting":
        """The sitting with more answers, or others. Raises InvalidInput for what is no answer."""
        if any(not 1 <= number <= ITEMS or answer not in range(1, 6) for number, answer in answers.items()):
            raise InvalidInput("answers", "unknown_choice")
        return replace(self, answers={**self.answers, **answers})


def numbers_of(page: int) -> range:
    """The numbers of the items on a page, 1 the first."""
    return range((page - 1) * PAGE + 1, page * PAGE + 1)


def items_of(page: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """The items on a page."""
    return tuple(item for item in items if item.number in numbers_of(page))


def begin_sitting(age: str, compared: str) -> Sitting:
    """A new sitting. Raises InvalidInput: field `age` or `compared`."""
    if not (age.strip().isascii() and age.strip().isdigit()):
        raise InvalidInput("age", "not_a_number")
    if not LOWEST_AGE <= int(age) <= HIGHEST_AGE:
        raise InvalidInput("age", "out_of_range")
    if compared not in set(ComparedWith):
        raise InvalidInput("compared", "unknown_choice")
    return Sitting(int(age), ComparedWith(compared))


def write_sitting(sitting: Sitting) -> str:
    """The sitting as kept, marked as practice."""
    answers = "".join(str(sitting.answers.get(number, "-")) for number in range(1, ITEMS + 1))
    kept = {"practice": True, "age": sitting.age, "compared": sitting.compared.value, "answers": answers}
    return json.dumps(kept, sort_keys=True)


def read_sitting(text: str) -> Sitting | None:
    """A sitting as it was kept; None when nothing usable was."""
    try:
        kept = json.loads(text)
        sitting = begin_sitting(str(kept["age"]), kept["compared"])
        given = {n: int(mark) for n, mark in enumerate(str(kept["answers"])[:ITEMS], 1) if mark in "12345"}
    except (ValueError, KeyError, TypeError, InvalidInput):
        return None
    return sitting.with_answers(given)
