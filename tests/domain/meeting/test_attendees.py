"""Those one meets, from messages and from the person."""

import pytest

from andregang.domain.meeting import Participant, Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.source import own_words


def invited(name: str, *, first_time: bool | None = None, role: str | None = None, side: Side = Side.EMPLOYER):
    return Participant(name, role, side, own_words(name), first_time)


def test_those_of_the_messages_come_first_then_those_the_person_named():
    found = attendees([invited("Ola Vik")], [Attendee("Mona Ask", "", Side.UNKNOWN)])
    assert [(one.name, one.invited) for one in found] == [("Ola Vik", True), ("Mona Ask", False)]


def test_one_named_by_both_stands_once_with_what_the_person_said():
    (one,) = attendees([invited("Ola Vik")], [Attendee("Ola Vik", "daglig leder", Side.AGENCY, True, heard=True)])
    assert (one.role, one.side, one.met, one.heard) == ("daglig leder", Side.EMPLOYER, True, True)


@pytest.mark.parametrize(("first_time", "met"), [(True, False), (False, True), (None, None)])
def test_new_to_the_person_is_not_met(first_time: bool | None, met: bool | None):
    assert attendees([invited("Ola Vik", first_time=first_time)], [])[0].met is met
