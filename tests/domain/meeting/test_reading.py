"""What holds for every message, whatever stands in it."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letter_files import document, document_of, letters

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.meeting import AssessmentTime, Doubt, Gap, Meeting, MessageKind, Side, parse_invitation
from andregang.domain.source import Quote, stands_in

NOW = dt.datetime(2026, 11, 22, 21, tzinfo=dt.UTC)
HEADER = (
    "Fra: Kari Nes <kari.nes@verk.example>\nSendt: mandag 30. november 2026 10:00\nTil: Jo Berg\nEmne: {}\n\nHei Jo\n\n"
)


def read(text: str, now: dt.datetime | None = NOW) -> Meeting:
    return parse_invitation(document(text), load_vocabulary(), now)


def mail(words: str, subject: str = "Andregangsintervju") -> Meeting:
    return read(HEADER.format(subject) + words + "\n\nMvh\nKari Nes\nHR-sjef\n")


def quotes(meeting: Meeting) -> Iterator[Quote]:
    for stated in (meeting.round, meeting.start, meeting.end, meeting.place, meeting.video_link, meeting.reply_by):
        if stated:
            yield stated.quote
    for listed in (*meeting.participants, *meeting.agenda, *meeting.tests):
        yield listed.quote
    yield from (part.quote for part in (meeting.case, meeting.contact) if part)
    yield from meeting.bring
    yield from meeting.unread
    for doubt in meeting.doubts:
        yield from doubt.quotes


@pytest.mark.parametrize("letter", [letter for _, letter in letters()], ids=lambda letter: letter["name"])
def test_every_quote_stands_at_its_offsets(letter):
    source = document_of(letter)
    for claim in quotes(parse_invitation(source, load_vocabulary(), NOW)):
        assert stands_in(claim, source)


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_no_text_raises_and_every_quote_stands(text):
    text = text.replace("\r", "\n").replace("\0", "")
    source = document(text)
    for claim in quotes(parse_invitation(source, load_vocabulary(), NOW)):
        assert stands_in(claim, source)


PIECES = (
    "Hei Jo\n", "Fra: Ola Vik <ola@x.example>\n", "Sendt: mandag 30. november 2026 10:00\n", "> ", "\n\n", "Mvh Ola\n", "kl. 10",
    " torsdag 3. desember ", "Sted: ", "Storgata 4", "Du møter Ola Vik (leder) og meg.", "Agenda:\n- A\n- B (10 min)\n",
    "09.00 Kaffe\n09.30 Intervju\n10.00 Slutt\n", "Ta med pass og attester. ", "Caset: Hva ville du gjort? ", "avlyst ", "flyttes ",
    "https://teams.x.example/meet/1 ", "innen fredag ", "Den 1. des. 2026 kl. 10:00 skrev Ola Vik <ola@x.example>:\n", "Du: ", "Kafeen: ",
    "________________________________\n", "Først prat, deretter case. ", "9:41 AM\n", "«", "»", "(", ")", "Neste uke. ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from([None, NOW]))
@settings(max_examples=80, deadline=None)
def test_no_heap_of_invitation_words_raises(text, now):
    source = document(text)
    for claim in quotes(parse_invitation(source, load_vocabulary(), now)):
        assert stands_in(claim, source)


@pytest.mark.parametrize(
    "unit",
    ["Hei Ola Nordmann, ", "kl. 10 ", "> ", "\n", "Mari som ", "Sted: ", "- punkt\n", "og så ", "(", "Ola Vik, "],
)
def test_a_long_monotonous_text_is_read(unit):
    assert read((unit * 20_000)[:20_000]).kind in MessageKind


def test_quoted_older_mail_counts_for_what_is_not_changed():
    meeting = mail(
        "Vi må flytte intervjuet til tirsdag 8. desember kl. 12. Ellers er alt likt.\n\nHilsen Kari\n\n"
        "Den tor. 26. nov. 2026 kl. 09:00 skrev Kari Nes <kari.nes@verk.example>:\n"
        "> Hei Jo\n> Velkommen til andregangsintervju mandag 7. desember kl. 10.00-11.30.\n> Sted: Verksgata 4\n"
    )
    assert meeting.kind is MessageKind.RESCHEDULE
    assert meeting.start and meeting.start.value.isoformat() == "2026-12-08T12:00:00+01:00"
    assert meeting.end and meeting.end.value.isoformat() == "2026-12-08T13:30:00+01:00"
    assert meeting.place and meeting.place.value == "Verksgata 4"


def test_the_candidates_own_quoted_words_are_nobody_elses():
    meeting = mail(
        "Fint, da sier vi torsdag 3. desember kl. 9 på kontoret.\n\nHilsen Kari\n\n"
        "Den søn. 29. nov. 2026 kl. 09:00 skrev Jo Berg <jo@post.example>:\n> Jeg kan når som helst etter onsdag kl 15.\n"
    )
    assert meeting.start and meeting.start.value.isoformat() == "2026-12-03T09:00:00+01:00"
    assert not any("Jo" in person.name for person in meeting.participants)


def test_several_times_to_choose_from_leave_the_start_open():
    meeting = mail("Passer det best mandag 7. desember kl. 10 eller tirsdag 8. desember kl. 12?")
    assert meeting.start is None
    assert [doubt.doubt for doubt in meeting.doubts] == [Doubt.SEVERAL_TIMES]
    assert len(meeting.doubts[0].quotes) == 2


def test_a_weekday_that_is_not_the_dates_is_told():
    meeting = mail("Velkommen til intervju mandag 8. desember kl. 10.")
    assert Doubt.WEEKDAY_DIFFERS in [doubt.doubt for doubt in meeting.doubts]


def test_a_meeting_in_the_past_is_told_only_when_now_is_known():
    text = "Hei Jo\n\nVelkommen til andregangsintervju 2. november 2026 kl. 10.00.\n"
    assert [doubt.doubt for doubt in read(text).doubts] == [Doubt.IN_THE_PAST]
    assert read(text, None).doubts == ()


def test_a_year_nobody_gave_is_told_as_inferred():
    meeting = read("Hei Jo, velkommen til intervju torsdag 10. desember kl 10. Hilsen Kari")
    assert meeting.start and meeting.start.value.year == 2026
    assert [doubt.doubt for doubt in meeting.doubts] == [Doubt.YEAR_INFERRED]


def test_relative_words_without_a_date_leave_the_start_open():
    assert read("Hei Jo, kan du komme til intervju i morgen kl 10? Hilsen Kari").start is None


def test_summer_time_has_its_offset():
    meeting = mail("Velkommen til intervju 30. mars 2027 kl. 9.30.")
    assert meeting.start and meeting.start.value.isoformat() == "2027-03-30T09:30:00+02:00"


def test_another_stated_zone_is_kept():
    meeting = mail("The interview is on 10 December 2026 at 10:00 (UK time).")
    assert meeting.start and meeting.start.value.utcoffset() == dt.timedelta(0)


def test_an_agency_is_told_from_the_employer():
    meeting = read(
        "Fra: Eva Lie <eva.lie@nordrekruttering.example>\nSendt: mandag 30. november 2026 10:00\nTil: Jo Berg\nEmne: Intervju\n\n"
        "Hei Jo\n\nVår kunde Fossen inviterer deg til andregangsintervju 7. desember kl. 10. Fra Fossen møter Ola Vik (daglig leder),"
        " og jeg blir med.\n\nMvh\nEva Lie\nNord Rekruttering AS\n"
    )
    assert {person.name: person.side for person in meeting.participants} == {
        "Ola Vik": Side.EMPLOYER,
        "Eva Lie": Side.AGENCY,
    }


def test_who_stays_away_is_not_met():
    meeting = mail("Velkommen til intervju 7. desember kl. 10. Du møter Ola Vik (daglig leder). Jeg deltar ikke selv.")
    assert [person.name for person in meeting.participants] == ["Ola Vik"]


def test_first_time_is_set_only_when_a_message_says_so():
    meeting = mail(
        "Velkommen til intervju 7. desember kl. 10. Du møter Ola Vik (daglig leder), Mari Lund (teamleder) og Pia Moe"
        " (utvikler). Mari møtte du sist, Ola har du ikke møtt."
    )
    assert {person.name: person.first_time for person in meeting.participants} == {
        "Ola Vik": True,
        "Mari Lund": False,
        "Pia Moe": None,
    }


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Vi går gjennom resultatene fra evnetesten du tok i forrige uke.", AssessmentTime.READ_BACK),
        ("Før intervjuet må du ta en evnetest på nett.", AssessmentTime.BEFORE),
        ("I møtet får du en Excel-test.", AssessmentTime.IN_MEETING),
    ],
)
def test_tests_are_told_by_when_they_are(words, when):
    meeting = mail("Velkommen til intervju 7. desember kl. 10. " + words)
    assert [test.when for test in meeting.tests] == [when]


def test_minutes_follow_from_clock_times():
    meeting = mail("Velkommen til intervju 7. desember.\n\n09.00 Kaffe\n09.15 Intervju\n10.30 Omvisning\n11.00 Slutt")
    assert [item.minutes for item in meeting.agenda] == [15, 75, 30]
    assert meeting.end and meeting.end.value.isoformat() == "2026-12-07T11:00:00+01:00"


def test_what_is_told_to_follow_is_not_missing():
    meeting = mail(
        "Velkommen til intervju 7. desember kl. 10. Agenda kommer, og jeg sender lenke. Du trenger ikke forberede noe."
    )
    assert not {Gap.AGENDA, Gap.PLACE, Gap.PREPARATION} & set(meeting.missing)


def test_an_offer_and_a_refusal_set_up_no_meeting():
    offer = mail("Vi vil med dette tilby deg stillingen. Svar innen fredag.", "Tilbud om stilling")
    refusal = mail("Vi har dessverre valgt å gå videre med en annen kandidat.", "Svar på søknad")
    assert (offer.kind, offer.start, offer.missing) == (MessageKind.OFFER, None, ())
    assert (refusal.kind, refusal.start, refusal.missing) == (MessageKind.REJECTION, None, ())


def test_what_would_happen_is_not_what_happens():
    meeting = mail("Velkommen til intervju 7. desember kl. 10. Hvis vi må avlyse eller flytte, ringer jeg deg.")
    assert meeting.kind is MessageKind.INVITATION


def test_the_time_to_present_stands_above_the_slot_in_the_plan():
    meeting = mail(
        "Velkommen til intervju 7. desember kl. 10.\n\nAgenda:\n- Case: Hva gjør du først? (30 min)\n- Spørsmål (10 min)\n\n"
        "Til caset har du 12 minutter til å legge fram."
    )
    assert meeting.case
    assert (meeting.case.task, meeting.case.minutes) == ("Hva gjør du først?", 12)


def test_sentences_no_fact_was_taken_from_are_kept():
    meeting = mail("Velkommen til intervju 7. desember kl. 10. Heisen er dessverre ute av drift denne uka.")
    assert "Heisen er dessverre ute av drift denne uka." in [quote.words for quote in meeting.unread]
