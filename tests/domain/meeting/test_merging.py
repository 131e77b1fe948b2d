"""Several messages about one meeting."""

import datetime as dt

from letter_files import document

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.meeting import Fact, Gap, Meeting, MessageKind, changes, merge_messages, parse_invitation

NOW = dt.datetime(2026, 11, 22, 21, tzinfo=dt.UTC)


def message(day: int, words: str, subject: str = "Andregangsintervju") -> Meeting:
    text = (
        f"Fra: Kari Nes <kari.nes@verk.example>\nSendt: {day}. november 2026 10:00\nTil: Jo Berg\nEmne: {subject}\n\n"
        f"Hei Jo\n\n{words}\n\nMvh\nKari Nes\n"
    )
    return parse_invitation(document(text), load_vocabulary(), NOW)


INVITED = message(
    23,
    "Velkommen til andregangsintervju mandag 7. desember kl. 10.00–11.30 i Verksgata 4. Du møter Ola Vik (daglig leder)."
    " Ta med attester.",
)
MOVED = message(25, "Vi må flytte intervjuet til tirsdag 8. desember kl. 12. Ta også med pass.", "Ny tid")
CANCELLED = message(27, "Intervjuet tirsdag 8. desember kl. 12 er dessverre avlyst.", "Avlyst intervju")


def test_no_messages_make_no_meeting():
    assert merge_messages([]) is None


def test_one_message_is_the_meeting():
    assert merge_messages([INVITED]) == INVITED


def test_the_newest_time_counts_and_the_rest_is_kept():
    merged = merge_messages([MOVED, INVITED])
    assert merged and merged.start and merged.end and merged.place
    assert merged.start.value.isoformat() == "2026-12-08T12:00:00+01:00"
    assert merged.end.value - merged.start.value == dt.timedelta(minutes=90)
    assert merged.place.value == "Verksgata 4"
    assert [person.name for person in merged.participants] == ["Ola Vik"]
    assert [quote.words for quote in merged.bring] == ["attester", "pass"]
    assert Gap.WHO not in merged.missing
    assert Gap.NEXT_STEPS in merged.missing


def test_the_order_given_does_not_matter_when_messages_are_dated():
    assert merge_messages([INVITED, MOVED]) == merge_messages([MOVED, INVITED])


def test_what_changed_is_told_with_both_quotes():
    merged = merge_messages([INVITED, MOVED])
    assert merged
    time = next(change for change in merged.changes if change.fact is Fact.TIME)
    assert time.was and time.became
    assert (time.was.day, time.became.day) == (7, 8)
    assert time.before[0].document == INVITED.document.digest


def test_a_cancellation_cancels():
    merged = merge_messages([INVITED, MOVED, CANCELLED])
    assert merged and merged.kind is MessageKind.CANCELLATION
    assert Fact.KIND in [change.fact for change in merged.changes]
    assert merged.missing == ()


def test_an_offer_ends_the_matter():
    offer = message(29, "Vi vil gjerne tilby deg stillingen.", "Jobbtilbud")
    merged = merge_messages([INVITED, offer])
    assert merged and merged.kind is MessageKind.OFFER


def test_tests_announced_apart_are_added():
    tests = message(24, "Vi ber deg ta en evnetest på nett. Lenken kommer i egen e-post.", "Test")
    merged = merge_messages([INVITED, tests])
    assert merged and merged.start == INVITED.start
    assert [test.what for test in merged.tests] == ["en evnetest på nett"]


def test_the_first_interview_lends_nothing_to_the_second():
    first = message(
        10, "Takk for søknaden. Velkommen til førstegangsintervju fredag 13. november kl. 9 i Gamlegata 1.", "Intervju"
    )
    merged = merge_messages([first, message(23, "Velkommen til andregangsintervju mandag 7. desember kl. 10.")])
    assert merged and merged.place is None


def test_nothing_changes_between_a_reading_and_itself():
    assert changes(INVITED, INVITED) == ()
