"""Reading an invitation: when, where, who, what on the agenda, what to bring, and what is still unknown."""

from andregang.domain.meeting.model import (
    AgendaItem,
    Assessment,
    AssessmentTime,
    CaseTask,
    Doubt,
    DoubtfulTime,
    Gap,
    Meeting,
    MeetingContact,
    MessageKind,
    Participant,
    Side,
)
from andregang.domain.meeting.reading import parse_invitation

__all__ = [
    "AgendaItem",
    "Assessment",
    "AssessmentTime",
    "CaseTask",
    "Doubt",
    "DoubtfulTime",
    "Gap",
    "Meeting",
    "MeetingContact",
    "MessageKind",
    "Participant",
    "Side",
    "parse_invitation",
]
