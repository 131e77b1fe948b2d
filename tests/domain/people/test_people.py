"""Whom one meets and who knows the person already."""

import pytest

from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee
from andregang.domain.people import Acquaintance, Told, acquaintances, heard_by, person_key


def test_a_name_has_one_key_whatever_its_spaces_and_capitals():
    assert person_key("Kari  Moe ") == person_key("kari moe") != person_key("Kari Mo")


TOLD = (
    Told("story", "alle i runde en", "", 1),
    Told("figure", "til Kari", "k", 1),
    Told("pay", "til Ola", "o", 1),
    Told("story", "alle i runde to", "", 2),
)


@pytest.mark.parametrize(
    ("person", "met", "heard"),
    [
        ("k", True, ["alle i runde en", "til Kari"]),
        ("k", False, ["til Kari"]),
        ("o", None, ["til Ola"]),
        ("", True, ["alle i runde en"]),
        ("", None, []),
    ],
)
def test_what_everybody_heard_was_heard_by_those_who_were_there(person, met, heard):
    assert [one.words for one in heard_by(person, met, TOLD, 2)] == heard


def test_referees_come_first_and_nobody_twice():
    referee = Acquaintance("Randi Lie", "leder", ("1",), "r", True)
    known = acquaintances([referee], [("Per Vik", "1"), ("Randi Lie", "2"), ("Per Vik", "2"), ("Eli Moe", "2")], ())
    assert known == (
        Acquaintance("Randi Lie", "leder", ("1", "2"), "r", True),
        Acquaintance("Per Vik", examples=("1", "2")),
        Acquaintance("Eli Moe", examples=("2",)),
    )


def test_somebody_one_is_to_meet_is_no_old_acquaintance():
    meeting = [Attendee("Per Vik", "", Side.EMPLOYER)]
    assert acquaintances((), [("Per Vik", "1")], meeting) == ()
