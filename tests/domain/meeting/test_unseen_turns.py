"""Turns of phrase that unseen invitations took, one rule each."""

import datetime as dt

import pytest
from letter_files import document

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.dates import find_durations, find_moments
from andregang.domain.meeting import Meeting, parse_invitation
from andregang.domain.meeting.model import Doubt, Gap, MessageKind, Side

NOW = dt.datetime(2026, 11, 22, 21, tzinfo=dt.UTC)


def read(text: str) -> Meeting:
    return parse_invitation(document(text), load_vocabulary(), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Vi må avlyse intervjuet onsdag 2. desember kl. 10. Vi kommer tilbake med ny tid så snart vi kan.",
        "Vi må diverre avlyse intervjuet onsdag 2. desember kl. 10. Vi kjem tilbake med ei ny tid.",
        "We have to call tomorrow's interview off. We will get back to you with a new date.",
        "Intervjuet onsdag 2. desember kl. 10 utgår dessverre.",
    ],
)
def test_a_new_time_that_is_only_promised_leaves_a_cancellation(text: str) -> None:
    assert read(f"Hei Ada,\n\n{text}\n\nHilsen Per Vik").kind is MessageKind.CANCELLATION


def test_a_new_time_that_is_given_makes_a_called_off_meeting_a_moved_one() -> None:
    meeting = read("Hei Ada,\n\nVi må avlyse intervjuet onsdag 2. desember kl. 10. Ny tid er fredag 4. desember kl. 9.")
    assert meeting.kind is MessageKind.RESCHEDULE
    assert meeting.start
    assert meeting.start.value.day == 4


def test_the_length_of_a_part_is_not_the_length_of_the_meeting() -> None:
    meeting = read(
        "Velkommen til andregangsintervju onsdag 2. desember kl. 9. Først viser vi deg rundt i en halvtimes tid, "
        "deretter presenterer du caset ditt i ca. 20 minutter, og til slutt snakker vi om lønn i tre kvarter."
    )
    assert meeting.end is None
    assert Gap.DURATION in meeting.missing
    assert [part.minutes for part in meeting.agenda] == [30, 20, 45]
    assert meeting.case
    assert (meeting.case.task, meeting.case.minutes) == ("caset ditt", 20)


def test_the_time_to_prepare_is_taken_from_the_slot_of_the_case() -> None:
    meeting = read(
        "Intervju 2. desember 2026 kl. 10.00\n\nPlan:\n10.00 Velkommen og presentasjon\n"
        "10.10 Case: du får oppgaven i møtet og 15 minutter på å forberede deg\n10.40 Dine spørsmål\n11.00 Slutt"
    )
    assert meeting.case
    assert meeting.case.minutes == 15


def test_a_slip_of_the_weekday_does_not_move_the_meeting_a_year() -> None:
    meeting = read("Velkommen til nytt intervju torsdag 16. desember kl. 10.30 i Solveien 8.")
    assert meeting.start
    assert meeting.start.value.date() == dt.date(2026, 12, 16)
    assert Doubt.WEEKDAY_DIFFERS in [doubt.doubt for doubt in meeting.doubts]


def test_a_weekday_still_tells_which_of_two_near_years_is_meant() -> None:
    (moment,) = find_moments("torsdag 20. august", None, dt.date(2026, 11, 22))
    assert moment.date == dt.date(2026, 8, 20)


@pytest.mark.parametrize(
    ("words", "minutes"), [("en halvtimes tid", 30), ("et kvarters tid", 15), ("tre kvarter", 45), ("en times tid", 60)]
)
def test_a_length_with_tid_after_it_is_one_length(words: str, minutes: int) -> None:
    assert [found.minutes for found in find_durations(f"vi bruker {words} på det")] == [minutes]


def test_a_signature_in_running_words_gives_role_and_phone() -> None:
    meeting = read("Hei Ada! Kan du komme til nytt intervju 2. desember kl 9? Mvh Berit Lund, butikksjef, 900 11 222")
    assert meeting.contact
    assert (meeting.contact.name, meeting.contact.phone) == ("Berit Lund", "900 11 222")


def test_who_speaks_of_a_client_is_an_agency_and_the_client_s_people_are_not() -> None:
    meeting = read(
        "Hei Ada,\n\nNytt intervju tirsdag 1. desember kl. 9 hos kunden vår, Nordlaks AS.\n\nTil stede:\n"
        "Wenche Dahl, avdelingsleder\nUndertegnede\n\nVennlig hilsen\nTrine Foss\nSeniorrådgiver, Rekruttpartner AS"
    )
    assert {person.name: person.side for person in meeting.participants} == {
        "Wenche Dahl": Side.EMPLOYER,
        "Trine Foss": Side.AGENCY,
    }


def test_the_same_place_named_again_is_the_place() -> None:
    meeting = read(
        "Vi flyttar intervjuet til 26. november kl. 8.30. Staden er den same: Rådhuset i Vik, møterom Fjorden."
    )
    assert meeting.place
    assert meeting.place.value == "Rådhuset i Vik, møterom Fjorden"


def test_asking_somebody_to_take_a_test_is_no_meeting() -> None:
    meeting = read("Hei Ada,\n\nDu er invitert til å ta en evnetest på nett innen 29. november kl. 23.59.")
    assert meeting.kind is MessageKind.OTHER
