"""The messages of a process in order, each with what it changed."""

import datetime as dt
import hashlib
from dataclasses import replace

from letter_files import document

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.meeting import Fact, Meeting, MessageKind, parse_invitation
from andregang.domain.meeting.history import history, meeting_of

NOW = dt.datetime(2026, 11, 22, 21, tzinfo=dt.UTC)


def read(text: str) -> Meeting:
    one = replace(document(text), digest=hashlib.sha256(text.encode()).hexdigest())
    return parse_invitation(one, load_vocabulary(), NOW)


def mail(day: int, words: str, subject: str = "Andregangsintervju") -> Meeting:
    head = (
        f"Fra: Kari Nes <kari.nes@verk.example>\nSendt: {day}. november 2026 10:00\nTil: Jo Berg\nEmne: {subject}\n\n"
    )
    return read(f"{head}Hei Jo\n\n{words}\n\nMvh\nKari Nes\n")


INVITED = mail(23, "Velkommen til andregangsintervju mandag 7. desember kl. 10.00–11.30 i Verksgata 4.")
MOVED = mail(25, "Vi må flytte intervjuet til tirsdag 8. desember kl. 12.", "Ny tid")
PASTED = read("Hei Jo, vi må flytte intervjuet til onsdag 9. desember 2026 kl. 14.00. Hilsen Kari")


def test_no_messages_tell_nothing():
    assert history([]) == ()
    assert meeting_of([]) is None


def test_the_first_message_changes_nothing_and_the_next_says_what_it_changed():
    first, second = history([INVITED, MOVED])
    assert (first.message, first.changes) == (INVITED, ())
    change = next(change for change in second.changes if change.fact is Fact.TIME)
    assert change.was and change.became
    assert (change.was.day, change.became.day) == (7, 8)


def test_a_pasted_text_without_a_date_counts_after_the_mail_it_was_given_after():
    meeting = meeting_of([INVITED, PASTED])
    assert meeting and meeting.start
    assert meeting.start.value.isoformat() == "2026-12-09T14:00:00+01:00"
    assert meeting.place and meeting.place.value == "Verksgata 4"


def test_no_date_is_made_up_for_a_message_that_has_none():
    meeting = meeting_of([INVITED, PASTED])
    assert meeting and meeting.sent is None
    assert history([INVITED, PASTED])[1].message.sent is None


def test_dated_messages_count_by_their_date_in_whatever_order_they_are_given():
    for given in ([INVITED, MOVED], [MOVED, INVITED]):
        meeting = meeting_of(given)
        assert meeting and meeting.start and meeting.start.value.day == 8
        assert [told.message for told in history(given)] == [INVITED, MOVED]


def test_a_cancellation_stands_in_the_history():
    cancelled = mail(27, "Intervjuet tirsdag 8. desember kl. 12 er dessverre avlyst.", "Avlyst intervju")
    told = history([INVITED, MOVED, cancelled])
    assert told[-1].message.kind is MessageKind.CANCELLATION
    assert Fact.KIND in {change.fact for change in told[-1].changes}
