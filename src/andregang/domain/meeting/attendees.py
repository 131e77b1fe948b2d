"""Those one meets: what the invitations say and what the person adds, held together by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.meeting.model import Participant, Side
from andregang.domain.meeting.names import same_person


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody one meets. `met` is None until known; `heard`: has heard the story about me; `invited`: a message or a
    correction of it names them, so that they stand on the sheet."""

    name: str
    role: str
    side: Side
    met: bool | None = None
    heard: bool = False
    invited: bool = False


def attendees(participants: Sequence[Participant], known: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Participants of the meeting with what the person said about them, then those only the person has named."""
    found = []
    for participant in participants:
        own = next((one for one in known if same_person(one.name, participant.name)), None)
        met = None if participant.first_time is None else not participant.first_time
        found.append(
            Attendee(
                participant.name,
                participant.role or (own.role if own else ""),
                participant.side if participant.side is not Side.UNKNOWN or own is None else own.side,
                own.met if own and met is None else met,
                bool(own and own.heard),
                invited=True,
            )
        )
    others = (one for one in known if not any(same_person(one.name, p.name) for p in participants))
    return (*found, *others)
