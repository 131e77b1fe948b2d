"""Reading an invitation: when, where, who, what on the agenda, what to bring, and what is still unknown."""

from andregang.domain.meeting.merging import changes, merge_messages
from andregang.domain.meeting.model import (
    AgendaItem,
    Assessment,
    AssessmentTime,
    CaseTask,
    Change,
    Doubt,
    DoubtfulTime,
    Fact,
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
    "Change",
    "Doubt",
    "DoubtfulTime",
    "Fact",
    "Gap",
    "Meeting",
    "MeetingContact",
    "MessageKind",
    "Participant",
    "Side",
    "changes",
    "merge_messages",
    "parse_invitation",
]
