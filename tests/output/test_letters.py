"""The message to the contact: what is unknown is asked, politely and in the person's language."""

import datetime as dt
from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from andregang.domain.meeting import Doubt, DoubtfulTime, Gap, MessageKind
from andregang.i18n import use
from andregang.output.letters import MAILTO_LIMIT, letter_to_contact

from . import preparations
from .briefs import compare


def letter(preparation, language: str = "nb"):
    written = letter_to_contact(preparation, use(language))
    assert written is not None
    return written


def with_meeting(**changes):
    preparation = preparations.ordinary()
    return replace(preparation, meeting=replace(preparation.meeting, **changes))


@pytest.mark.parametrize("case", ["ordinary", "crowded", "single"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_letter_is_as_expected(case: str, language: str):
    written = letter(getattr(preparations, case)(), language)
    compare(f"letter.{case}.{language}.txt", f"To: {written.to}\nSubject: {written.subject}\n\n{written.body}")


@pytest.mark.parametrize("gap", list(Gap))
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_each_gap_is_one_question(gap: Gap, language: str):
    body = letter(with_meeting(missing=(gap,)), language).body
    assert body.count("?") == 1


def test_agenda_and_length_are_asked_in_one_breath():
    body = letter(with_meeting(missing=(Gap.AGENDA, Gap.DURATION))).body
    assert "Hva er agendaen, og hvor lang tid er satt av?" in body


def test_an_answer_that_is_awaited_is_given_even_when_nothing_is_unknown():
    body = letter(with_meeting(missing=())).body
    assert "Jeg kommer." in body
    assert "?" not in body


def test_there_is_no_letter_when_nothing_is_to_be_said_or_the_process_is_over():
    assert letter_to_contact(with_meeting(missing=(), reply_by=None), use("nb")) is None
    assert letter_to_contact(preparations.ad_only(), use("nb")) is None
    for kind in (MessageKind.CANCELLATION, MessageKind.REJECTION, MessageKind.OFFER):
        assert letter_to_contact(with_meeting(kind=kind), use("nb")) is None


def test_there_is_no_letter_about_a_meeting_that_has_been():
    later = replace(preparations.ordinary(), now=preparations.START + dt.timedelta(hours=1))
    assert letter_to_contact(later, use("nb")) is None


def test_a_doubtful_time_is_asked_about_and_not_confirmed():
    doubt = (DoubtfulTime(Doubt.WEEKDAY_DIFFERS, ()),)
    body = letter(with_meeting(missing=(), doubts=doubt)).body
    assert "torsdag 26. november 2026 kl. 10.00" in body
    assert "Jeg kommer gjerne." in body


def test_a_missing_time_is_asked_for_first():
    lines = letter(with_meeting(start=None, end=None, missing=(Gap.WHO,))).body.splitlines()
    asked = [line for line in lines if line.startswith("–")]
    assert asked == ["– Når er intervjuet?", "– Hvem skal jeg møte, og hvilken rolle har de?"]


def test_an_office_is_greeted_without_a_name():
    contact = replace(preparations.ordinary().meeting.contact, name="HR-avdelingen")
    assert letter(with_meeting(contact=contact)).body.startswith("Hei\n")


def test_the_draft_is_a_mail_address_any_program_can_open():
    draft = letter(preparations.crowded()).mailto
    parts = urlsplit(draft)
    assert (parts.scheme, parts.path) == ("mailto", "kari.moen@impuls.example")
    assert len(draft) <= MAILTO_LIMIT
    assert draft.isascii()
    assert "+" not in draft
    assert "%0D%0A" in draft
    assert parse_qs(parts.query)["body"][0].replace("\r\n", "\n") == letter(preparations.crowded()).body


def test_a_draft_too_long_for_an_address_keeps_receiver_and_subject():
    long_name = replace(preparations.ordinary().cv.name, value="Åse " * 20)
    preparation = replace(with_meeting(missing=tuple(Gap)), cv=replace(preparations.ordinary().cv, name=long_name))
    written = replace(letter(preparation), body="å" * 2000)
    assert "body=" not in written.mailto
    assert "subject=Om%20intervjuet" in written.mailto


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example?bcc=x@y.example",
        "a@b.example,c@d.example",
        "a b@c.example",
        "a@b.example\r\nBcc: x@y.example",
        "@",
        "x",
        "a%40b@c.example",
    ],
)
def test_an_address_that_says_more_than_where_is_not_used(address: str):
    contact = replace(preparations.ordinary().meeting.contact, email=address)
    written = letter(with_meeting(contact=contact))
    assert written.to == ""
    assert "bcc" not in unquote(written.mailto).lower()


def test_the_letter_speaks_of_a_time_the_person_gave():
    given = replace(
        with_meeting(start=None, end=None), given_start=dt.datetime(2026, 12, 3, 13, tzinfo=preparations.OSLO_WINTER)
    )
    assert "torsdag 3. desember kl. 13.00" in letter(given).body
