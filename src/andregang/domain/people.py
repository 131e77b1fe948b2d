"""The people of a process: how one is named in an address, and what each has heard."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from andregang.domain.meeting.attendees import Attendee
from andregang.domain.meeting.names import same_person
from andregang.domain.text import fold

_KEY_LENGTH = 10


def person_key(name: str) -> str:
    """How a person is named in an address: the same for the same name, whatever the spaces and capitals."""
    return hashlib.sha256(fold(name).casefold().encode("utf-8", "replace")).hexdigest()[:_KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Told:
    """Something told. `what` is story, example, contribution, figure, pay, reason, title or date; `person` is the id of
    the one it was told to, "" for everybody in that round."""

    what: str
    words: str
    person: str
    round: int
    at: dt.date | None = None


def heard_by(person: str, met: bool | None, told: Iterable[Told], current_round: int) -> tuple[Told, ...]:  # noqa: FBT001
    """What somebody has heard: what was told to them, and, when they were there, what everybody heard in rounds before
    this one. Nobody who is new has heard what was told before they came."""

    def reached(one: Told) -> bool:
        return one.person == person if one.person else met is True and one.round < current_round

    own = [one for one in told if reached(one)]
    return tuple(sorted(own, key=lambda one: (one.round, one.at or dt.date.min)))


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Somebody who knows the person from before: a colleague named in examples, or a referee.

    `examples` are the ids of the examples they stand in; `agreed` is None while a referee has not answered.
    """

    name: str
    relation: str = ""
    examples: tuple[str, ...] = ()
    referee: str = ""
    agreed: bool | None = None


def acquaintances(
    referees: Sequence[Acquaintance], named: Iterable[tuple[str, str]], meeting: Sequence[Attendee]
) -> tuple[Acquaintance, ...]:
    """Referees first, then colleagues by how many examples they stand in; nobody twice, and nobody one is to meet.

    `named` are (name, id of the example).
    """
    stands: dict[str, list[str]] = {}
    for name, example in named:
        known = next((one for one in stands if same_person(one, name)), name)
        ids = stands.setdefault(known, [])
        if example not in ids:
            ids.append(example)
    found = []
    for referee in referees:
        same = [name for name in stands if same_person(name, referee.name)]
        ids = [*referee.examples, *(id for name in same for id in stands.pop(name))]  # noqa: A001
        found.append(
            Acquaintance(referee.name, referee.relation, tuple(dict.fromkeys(ids)), referee.referee, referee.agreed)
        )
    colleagues = [
        Acquaintance(name, examples=tuple(ids))
        for name, ids in stands.items()
        if not any(same_person(one.name, name) for one in meeting)
    ]
    return (*found, *sorted(colleagues, key=lambda one: -len(one.examples)))
