"""How the requirements stand: counted, in words, never judged."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.evidence import Basis, Match, Strength
from andregang.domain.job_ad import ItemKind


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


def standing_of(match: Match, *, cv_given: bool = True) -> Standing:
    """Where one line of the ad stands.

    Well: the CV carries it by a rule or in meaning, or the person has confirmed it. Thin: what the CV has can be
    carried over, or only words are alike. Qualities wait for an example, and without a CV nothing is assessed.
    """
    if any(one.basis is Basis.PERSON for one in match.evidence):
        return Standing.WELL
    if match.asks_for_example or not cv_given:
        return Standing.NOT_ASSESSED
    if match.strength is Strength.NONE:
        return Standing.NOT_FOUND
    if match.strength is Strength.TRANSFERABLE:
        return Standing.THIN
    sure = match.rule or any(one.basis in (Basis.RULE, Basis.MEANING) for one in match.evidence)
    return Standing.WELL if sure else Standing.THIN


def readiness_of(matches: tuple[Match, ...], *, cv_given: bool = True) -> Readiness:
    """The counts over all matched lines."""
    counts = Counter(standing_of(match, cv_given=cv_given) for match in matches)
    return Readiness(
        well=counts[Standing.WELL],
        thin=counts[Standing.THIN],
        not_found=counts[Standing.NOT_FOUND],
        not_assessed=counts[Standing.NOT_ASSESSED],
    )


_WORST = (Standing.NOT_FOUND, Standing.THIN, Standing.NOT_ASSESSED, Standing.WELL)
_WEIGHTIEST = (ItemKind.MUST, ItemKind.TASK, ItemKind.SHOULD, ItemKind.QUALITY, ItemKind.OFFER)


def worst_first(matches: tuple[Match, ...], *, cv_given: bool = True) -> tuple[tuple[Match, Standing], ...]:
    """The matches with their standing: what lacks evidence first, demands before wishes, then as the ad has them."""
    stood = [(match, standing_of(match, cv_given=cv_given)) for match in matches]
    return tuple(sorted(stood, key=lambda one: (_WORST.index(one[1]), _WEIGHTIEST.index(one[0].item.kind))))
