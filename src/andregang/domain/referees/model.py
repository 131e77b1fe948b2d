"""Somebody who can be called about the person, and what that one was part of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.examples import Telling


class Relation(StrEnum):
    """How the referee worked with the person."""

    LED_ME = "led_me"
    BESIDE = "beside"
    UNDER_ME = "under_me"
    CUSTOMER = "customer"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Referee:
    """A referee. `claims` are the ids of the examples that one was part of, as the person has said.

    `asked` is when the person asked, `agreed` the answer (None: no answer yet), `contact` a number or an address as
    written, `call_at` when it suits to be called, `said` what the person would like confirmed.
    """

    id: str
    name: str
    role: str = ""
    relation: Relation = Relation.UNKNOWN
    contact: str = ""
    claims: tuple[str, ...] = ()
    asked: dt.datetime | None = None
    agreed: bool | None = None
    call_at: str = ""
    said: str = ""

    @property
    def leads(self) -> bool:
        """Whether this one has led the person."""
        return self.relation is Relation.LED_ME

    @property
    def refused(self) -> bool:
        return self.agreed is False


@dataclass(frozen=True, slots=True)
class Claim:
    """An example as something to confirm; `weight` is what it counts for, by the lines of the ad it serves."""

    example: Telling
    weight: int


@dataclass(frozen=True, slots=True)
class Confirmable:
    """A claim with the referees who were part of it, in their own order."""

    claim: Claim
    referees: tuple[Referee, ...]


def relation_of(value: str) -> Relation:
    """The relation of a stored or typed value; unknown for anything else."""
    return Relation(value) if value in tuple(Relation) else Relation.UNKNOWN


def confirmable(claims: Sequence[Claim], referees: Sequence[Referee]) -> tuple[Confirmable, ...]:
    """Which referee can confirm which claim: only those who were part of it."""
    return tuple(
        Confirmable(claim, tuple(one for one in referees if claim.example.id in one.claims)) for claim in claims
    )
