"""Claims by weight, and the people the examples name as those who were there."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from andregang.domain.examples import ExamplePart, LineFinder, Telling, possible_referees
from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.referees.model import Claim, Relation

WEIGHTS = {ItemKind.TASK: 3, ItemKind.MUST: 3, ItemKind.QUALITY: 2, ItemKind.SHOULD: 1}
"""What an example counts for by each line of the ad it serves."""

_ROLE = re.compile(r"\s{0,3}(?:,|\(|–|-)\s{0,3}(?P<role>[^,.;:()\n]{2,60})")
_LEADS = re.compile(
    r"(?:leder|leiar|sjef|direktør|formann|bas|rektor|styrer|styrar|manager|lead|supervisor|head|ceo)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named under «worked with», with the role that stands beside the name, and the examples of it."""

    name: str
    role: str
    relation: Relation
    examples: tuple[str, ...]


def claims_of(examples: Sequence[Telling], items: Sequence[AdItem]) -> tuple[Claim, ...]:
    """The examples as claims, the heaviest first; one that serves no line of the ad still counts for one."""
    finder = LineFinder(items)
    kinds = {key: item.kind for key, item in finder.lines}
    claims = [
        Claim(example, sum(WEIGHTS.get(kinds[key], 0) for key in finder.keys(example.items)) or 1)
        for example in examples
    ]
    return tuple(sorted(claims, key=lambda claim: -claim.weight))


def named_in(examples: Sequence[Telling]) -> tuple[Named, ...]:
    """Everybody named by first and last name under «worked with», each once, in the order they are named.

    Two who are called nearly the same are two: what one was part of is not told the other.
    """
    found: list[Named] = []
    for example in examples:
        text = example.parts.get(ExamplePart.PEOPLE, "")
        for name in possible_referees(text):
            role = _role_after(name, text)
            at = next((n for n, one in enumerate(found) if _same_name(one.name, name)), None)
            if at is None:
                found.append(Named(name, role, _relation(role), (example.id,)))
                continue
            one = found[at]
            role = one.role or role
            found[at] = Named(one.name, role, _relation(role), (*one.examples, example.id))
    return tuple(found)


def not_yet(named: Sequence[Named], known: Iterable[str]) -> tuple[Named, ...]:
    """Those named who are no referee yet."""
    names = tuple(known)
    return tuple(one for one in named if not any(_same_name(one.name, name) for name in names))


def _same_name(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _role_after(name: str, text: str) -> str:
    at = text.find(name)
    found = _ROLE.match(text, at + len(name)) if at >= 0 else None
    role = " ".join(found["role"].split()) if found else ""
    return "" if role[:1].isupper() and len(role.split()) > 1 else role


def _relation(role: str) -> Relation:
    """A first guess from the words of the role; the person says what is so."""
    return Relation.LED_ME if _LEADS.search(role.casefold()) else Relation.UNKNOWN
