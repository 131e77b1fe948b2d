"""The meeting one is called to, as the invitations tell it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.source import Document, Quote, Stated


class MessageKind(StrEnum):
    """What a message from the recruiter does."""

    INVITATION = "invitation"
    RESCHEDULE = "reschedule"
    CANCELLATION = "cancellation"
    OFFER = "offer"
    REJECTION = "rejection"
    OTHER = "other"


class Side(StrEnum):
    """Whom a person at the meeting speaks for."""

    AGENCY = "agency"
    EMPLOYER = "employer"
    UNKNOWN = "unknown"


class Gap(StrEnum):
    """What a careful candidate still has to ask for, in the order it is asked."""

    WHO = "who"
    AGENDA = "agenda"
    DURATION = "duration"
    PLACE = "place"
    PREPARATION = "preparation"
    NEXT_STEPS = "next_steps"


class AssessmentTime(StrEnum):
    """When a test is taken or gone through, seen from the meeting."""

    BEFORE = "before"
    READ_BACK = "read_back"
    IN_MEETING = "in_meeting"


class Doubt(StrEnum):
    """Something about the time that the person should check before trusting it."""

    YEAR_INFERRED = "year_inferred"
    WEEKDAY_DIFFERS = "weekday_differs"
    CALENDAR_DIFFERS = "calendar_differs"
    IN_THE_PAST = "in_the_past"
    SEVERAL_TIMES = "several_times"


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone the person will meet. `first_time` is None until it is known whether they have met."""

    name: str
    role: str | None
    side: Side
    quote: Quote
    first_time: bool | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A part of the meeting, with its minutes when they are stated or follow from clock times."""

    what: str
    minutes: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Assessment:
    """A test, work sample, role play or group exercise the message speaks of."""

    what: str
    when: AssessmentTime
    quote: Quote


@dataclass(frozen=True, slots=True)
class CaseTask:
    """A task, presentation or trial lecture to perform; `minutes` is the time to present."""

    task: str
    minutes: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class MeetingContact:
    """Whom to ask."""

    name: str
    phone: str | None
    email: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class DoubtfulTime:
    """A doubt with the places in the message that raise it."""

    doubt: Doubt
    quotes: tuple[Quote, ...]


class Fact(StrEnum):
    """A fact about the meeting that a later message can change."""

    KIND = "kind"
    TIME = "time"
    END = "end"
    PLACE = "place"
    LINK = "link"
    PEOPLE = "people"
    AGENDA = "agenda"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class Change:
    """What a newer message changed. `before` and `after` quote both messages, either may be empty.

    For times `was` and `became` hold the values.
    """

    fact: Fact
    before: tuple[Quote, ...] = ()
    after: tuple[Quote, ...] = ()
    was: dt.datetime | None = None
    became: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """What one message says about a meeting. Times carry an offset; `sent` is when the message was written."""

    document: Document
    kind: MessageKind
    round: Stated[int] | None = None
    start: Stated[dt.datetime] | None = None
    end: Stated[dt.datetime] | None = None
    place: Stated[str] | None = None
    video_link: Stated[str] | None = None
    participants: tuple[Participant, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    tests: tuple[Assessment, ...] = ()
    case: CaseTask | None = None
    bring: tuple[Quote, ...] = ()
    reply_by: Stated[dt.date] | None = None
    contact: MeetingContact | None = None
    missing: tuple[Gap, ...] = ()
    doubts: tuple[DoubtfulTime, ...] = ()
    sent: dt.datetime | None = None
    unread: tuple[Quote, ...] = ()
    changes: tuple[Change, ...] = ()
