"""What one referee is told: only what that one was part of (substance 7.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.examples import ExamplePart, Telling
from andregang.domain.referees.model import Claim, Referee

TOLD = 2
"""How many examples a brief holds."""

MOST_LINES = 3
"""How many lines of the ad say what the employer is most concerned with."""


@dataclass(frozen=True, slots=True)
class RefereeBrief:
    """One page for one referee. `examples` are those the referee was part of, the heaviest first and two at most.

    `concerns` are words of the ad. `improve` is what the person says they should be better at, written for this page
    and taken from no example; `confirm` what they would like this referee to confirm.
    """

    referee: Referee
    position: str
    employer: str
    concerns: tuple[str, ...]
    examples: tuple[Telling, ...]
    confirm: str
    improve: str


def brief_for(
    referee: Referee,
    claims: Sequence[Claim],
    *,
    position: str = "",
    employer: str = "",
    concerns: Sequence[str] = (),
    improve: str = "",
) -> RefereeBrief:
    """The brief of one referee. Nothing of an example the referee was not part of gets in."""
    theirs = [claim for claim in claims if claim.example.id in referee.claims]
    theirs.sort(key=lambda claim: -claim.weight)
    told = tuple(_told(claim.example) for claim in theirs[:TOLD])
    return RefereeBrief(referee, position, employer, tuple(concerns[:MOST_LINES]), told, referee.said, improve)


def _told(example: Telling) -> Telling:
    """The example without what is for oneself: what was learned, and the bridge to the new job."""
    kept = (ExamplePart.FRAME, ExamplePart.PLANNED, ExamplePart.DID, ExamplePart.RESULT)
    parts = {part: example.parts[part] for part in kept if example.parts.get(part, "").strip()}
    return Telling(example.id, example.title, parts, ())
