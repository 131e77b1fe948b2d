"""The process: what comes next, which checklist it is time for, who is who."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.job_ad import AdContact, JobAd
from andregang.domain.meeting import Meeting, MeetingContact, MessageKind, Side
from andregang.domain.meeting.attendees import Attendee
from andregang.domain.preparation import Preparation
from andregang.domain.process import (
    Coming,
    InterviewRound,
    checklists_now,
    contacts_of,
    current_number,
    read_round,
    rounds_of,
    what_comes,
)
from andregang.domain.source import Document, DocumentKind, Stated, own_words
from andregang.domain.text import DocumentText, Language

OSLO = ZoneInfo("Europe/Oslo")
START = dt.datetime(2027, 3, 18, 10, 0, tzinfo=OSLO)
HERE = own_words("her")
LETTER = Document("1" * 64, "innkalling", DocumentKind.INVITATION, Language.NB, DocumentText("her"))


def meeting(kind: MessageKind = MessageKind.INVITATION, **more: object) -> Meeting:
    return Meeting(LETTER, kind, **{"start": Stated(START, HERE), **more})  # type: ignore[arg-type]


def prepare(now: dt.datetime, about: Meeting | None = None, **more: object) -> Preparation:
    return Preparation("p", "p", Language.NB, now, meeting=about, **more)  # type: ignore[arg-type]


def coming(preparation: Preparation, *kept: InterviewRound) -> list[Coming]:
    rounds = rounds_of(preparation, {one.number: one for one in kept})
    return [one.coming for one in what_comes(preparation, rounds)]


BEFORE, AFTER = START - dt.timedelta(days=6), START + dt.timedelta(days=1)
NOTED = InterviewRound(2, written=True)


@pytest.mark.parametrize(
    ("preparation", "expected"),
    [
        (prepare(BEFORE), [Coming.SET_TIME]),
        (prepare(BEFORE, given_start=START), [Coming.INTERVIEW]),
        (prepare(BEFORE, meeting()), [Coming.INTERVIEW]),
        (prepare(BEFORE, meeting(reply_by=Stated(BEFORE.date(), HERE))), [Coming.REPLY, Coming.INTERVIEW]),
        (prepare(BEFORE, meeting(reply_by=Stated(dt.date(2027, 3, 1), HERE))), [Coming.INTERVIEW]),
        (prepare(BEFORE, meeting(MessageKind.CANCELLATION)), [Coming.NEW_TIME]),
        (prepare(BEFORE, meeting(MessageKind.CANCELLATION), given_start=START), [Coming.INTERVIEW]),
        (prepare(BEFORE, meeting(MessageKind.REJECTION)), [Coming.FEEDBACK]),
        (prepare(AFTER, meeting(MessageKind.OFFER)), [Coming.DECIDE]),
        (prepare(AFTER, meeting()), [Coming.WRITE_DOWN, Coming.ASK_WHEN]),
    ],
)
def test_what_comes_next(preparation: Preparation, expected: list[Coming]):
    assert coming(preparation) == expected


def test_once_written_down_it_is_not_asked_for_again():
    assert coming(prepare(AFTER, meeting()), NOTED) == [Coming.ASK_WHEN]


@pytest.mark.parametrize(("days", "expected"), [(0, Coming.ANSWER), (1, Coming.ANSWER), (-1, Coming.ASK_FOR_ANSWER)])
def test_an_answer_is_awaited_to_the_end_of_the_promised_day(days: int, expected: Coming):
    promised = InterviewRound(2, answer_by=AFTER.date() + dt.timedelta(days=days), written=True)
    assert coming(prepare(AFTER, meeting()), promised) == [expected]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (START - dt.timedelta(days=10), ("CLA", "CLB")),
        (START - dt.timedelta(days=3), ("CLC", "CLA", "CLB")),
        (START, ("CLD",)),
    ],
)
def test_each_checklist_has_its_time(now: dt.datetime, expected: tuple[str, ...]):
    preparation = prepare(now, meeting())
    assert checklists_now(preparation, rounds_of(preparation, {})) == expected


def test_the_first_interview_is_not_asked_about_when_it_is_written_down_or_there_was_none():
    preparation = prepare(BEFORE, meeting())
    rounds = rounds_of(preparation, {1: InterviewRound(1, written=True)})
    assert checklists_now(preparation, rounds) == ("CLA",)
    first = prepare(BEFORE, meeting(round=Stated(1, HERE)))
    assert checklists_now(first, rounds_of(first, {})) == ("CLA",)


@pytest.mark.parametrize(("stated", "number"), [(None, 2), (1, 1), (3, 3), (0, 2), (400, 2)])
def test_the_round_is_the_one_stated_or_the_second(stated: int | None, number: int):
    about = meeting(round=Stated(stated, HERE) if stated is not None else None)
    assert current_number(prepare(BEFORE, about)) == number


def test_the_message_decides_about_the_current_round_and_the_person_about_the_others():
    about = meeting(place=Stated("Storgata 1", HERE))
    mine = {n: InterviewRound(n, place="mitt", outcome=f"ut {n}") for n in (1, 2, 4)}
    rounds = rounds_of(prepare(BEFORE, about), mine)
    assert [one.number for one in rounds] == [1, 2, 3, 4]
    assert [one.place for one in rounds] == ["mitt", "Storgata 1", "", "mitt"]
    assert [one.current for one in rounds] == [False, True, False, False]
    assert rounds[1].outcome == "ut 2"


def test_contacts_are_named_once_with_all_that_is_known():
    ad = JobAd(LETTER, contacts=(AdContact("Ola Vik", "leder", "911 22 333", None, HERE),))
    about = meeting(contact=MeetingContact("Mona Ask", None, "mona@byra.example", HERE))
    people = [Attendee("Ola Vik", "", Side.EMPLOYER), Attendee("Per Lie", "rådgiver", Side.AGENCY)]
    found = contacts_of(prepare(BEFORE, about, ad=ad), people)
    assert [(c.name, c.role, c.phone, c.email, c.side) for c in found] == [
        ("Ola Vik", "leder", "911 22 333", "", Side.EMPLOYER),
        ("Per Lie", "rådgiver", "", "", Side.AGENCY),
        ("Mona Ask", "", "", "mona@byra.example", Side.UNKNOWN),
    ]


def test_one_number_is_one_person_however_the_firm_is_named():
    ad = JobAd(LETTER, contacts=(AdContact("Byrå AS", None, "+47 91122333", None, HERE),))
    about = meeting(contact=MeetingContact("Mona Ask", "911 22 333", None, HERE))
    assert [c.name for c in contacts_of(prepare(BEFORE, about, ad=ad), [])] == ["Mona Ask"]


@given(st.dictionaries(st.sampled_from(["begins", "place", "side", "answer_by", "outcome"]), st.text(max_size=40)))
def test_a_form_is_read_or_refused_but_never_a_crash(fields: dict[str, str]):
    one, faults = read_round(1, fields, OSLO)
    assert one.begins is None or one.begins.tzinfo
    assert {fault.field for fault in faults} <= {"begins", "place", "answer_by", "outcome"}
