"""Reading one message about a meeting."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from andregang.domain.meeting.answers import read_contact, read_reply_by
from andregang.domain.meeting.case_task import read_case
from andregang.domain.meeting.correspondence import HOME, Correspondence, lay_out
from andregang.domain.meeting.gaps import read_gaps
from andregang.domain.meeting.kind import read_kind, read_round
from andregang.domain.meeting.model import Meeting, MessageKind
from andregang.domain.meeting.papers import read_papers
from andregang.domain.meeting.parts import Plan
from andregang.domain.meeting.people import read_participants
from andregang.domain.meeting.plan import agenda_of, read_plan
from andregang.domain.meeting.sides import read_sides
from andregang.domain.meeting.tasks import read_tests
from andregang.domain.meeting.when import read_when
from andregang.domain.meeting.where import read_link, read_place
from andregang.domain.source import Document, Quote
from andregang.domain.vocabulary import Vocabulary

_NO_MEETING = {MessageKind.OFFER, MessageKind.REJECTION, MessageKind.OTHER}


def parse_invitation(document: Document, vocabulary: Vocabulary, now: dt.datetime | None = None) -> Meeting:
    """What one message says about a meeting, every value with its quote. Never raises.

    The newest letter of a thread decides, older quoted ones fill in what it does not change. Times are those of
    Europe/Oslo unless another zone is stated. `now` (aware) serves to infer a missing year where nothing is dated,
    and to tell that the meeting is past; relative words ("i morgen") never count from it.
    """
    mail = lay_out(document, vocabulary, now)
    kind = read_kind(mail)
    plan = read_plan(mail) if kind not in _NO_MEETING else Plan()
    sets_up = kind not in _NO_MEETING
    when = read_when(mail, kind, plan)
    link = read_link(mail) if sets_up else None
    place = read_place(mail) if sets_up else None
    agenda = agenda_of(mail, plan) if kind is not MessageKind.CANCELLATION else ()
    participants = read_participants(mail, read_sides(mail)) if sets_up else ()
    tests = read_tests(mail, kind)
    case = read_case(mail, kind, plan)
    bring = read_papers(mail, kind)
    meeting = Meeting(
        document=document,
        kind=kind,
        round=read_round(mail, kind),
        start=when.start,
        end=when.end,
        place=place,
        video_link=link,
        participants=participants,
        agenda=agenda,
        tests=tests,
        case=case,
        bring=bring,
        reply_by=read_reply_by(mail, kind),
        contact=read_contact(mail, kind),
        missing=read_gaps(mail, kind, when, participants, agenda, tests, case, bring, has_place=bool(place or link)),
        doubts=when.doubts,
        sent=_sent(mail),
    )
    return replace(meeting, unread=_unread(mail, meeting))


def _sent(mail: Correspondence) -> dt.datetime | None:
    sent = mail.newest.sent
    if sent is None:
        stamp = mail.event.says("dtstamp") if mail.event else ""
        try:
            sent = dt.datetime.fromisoformat(stamp)
        except ValueError:
            return None
    return sent if sent.tzinfo else sent.replace(tzinfo=HOME)


_MOST_UNREAD = 40


def _unread(mail: Correspondence, meeting: Meeting) -> tuple[Quote, ...]:
    """The newest letter's sentences no fact was taken from, greetings left out."""
    taken = sorted((quote.start, quote.end) for quote in _quotes(meeting))
    left = [
        mail.quote(sentence.start, sentence.end)
        for sentence in mail.newest.sentences
        if len(sentence.text.split()) > 3 and not any(a < sentence.end and sentence.start < b for a, b in taken)
    ]
    return tuple(left[:_MOST_UNREAD])


def _quotes(meeting: Meeting) -> Iterator[Quote]:
    for stated in (meeting.round, meeting.start, meeting.end, meeting.place, meeting.video_link, meeting.reply_by):
        if stated:
            yield stated.quote
    yield from (person.quote for person in meeting.participants)
    yield from (item.quote for item in meeting.agenda)
    yield from (test.quote for test in meeting.tests)
    if meeting.case:
        yield meeting.case.quote
    if meeting.contact:
        yield meeting.contact.quote
    yield from meeting.bring
