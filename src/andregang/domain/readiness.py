"""How the requirements stand: counted, in words, never judged."""

from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.evidence import Match


class Standing(StrEnum):
    """How far a line of the ad is covered by evidence."""

    WELL = "well"
    THIN = "thin"
    NOT_FOUND = "not_found"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Readiness:
    """Counts of the ad's tasks, musts, shoulds and qualities by standing."""

    well: int
    thin: int
    not_found: int
    not_assessed: int


def standing_of(match: Match) -> Standing:
    """Where one line of the ad stands."""
    raise NotImplementedError


def readiness_of(matches: tuple[Match, ...]) -> Readiness:
    """The counts over all matched lines."""
    raise NotImplementedError
