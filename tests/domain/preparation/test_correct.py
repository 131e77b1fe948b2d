"""The person's word stands above the reading, and stays when the document is read again."""

import datetime as dt

import pytest

from andregang.content import load_vocabulary
from andregang.domain.job_ad import ItemKind, parse_job_ad
from andregang.domain.meeting import Gap, Side, parse_invitation
from andregang.domain.preparation.correct import correct_ad, correct_meeting
from andregang.domain.source import OWN_WORDS, Action, Correction, Document, DocumentKind, stands_in
from andregang.domain.text import DocumentText, Language

AD = """Servicetekniker
Kvernvik Heis AS

Arbeidsoppgaver
- Feilsøke og reparere heiser i Bergensområdet
- Dokumentere arbeidet i serviceportalen

Kvalifikasjoner
- Fagbrev som heismontør
- Førerkort klasse B

Vi holder til på Kokstad.
"""
MAIL = "Hei! Vi vil gjerne treffe deg til andre intervju torsdag 3. desember 2026 kl. 10. Hilsen Sunniva, Kvernvik Heis"


def document(text: str, kind: DocumentKind) -> Document:
    return Document("d" * 64, "fil.txt", kind, Language.NB, DocumentText(text))


@pytest.fixture
def ad():
    return parse_job_ad(document(AD, DocumentKind.AD), load_vocabulary())


@pytest.fixture
def meeting():
    return parse_invitation(document(MAIL, DocumentKind.INVITATION), load_vocabulary())


def said(action: Action, words: str = "", **rest: str) -> Correction:
    return Correction("d" * 64, words, action, **rest)


def words_of(ad, kind):
    return [item.quote.words for item in ad.of_kind(kind)]


def test_a_line_gets_the_kind_the_person_gives_it(ad):
    corrected = correct_ad(ad, [said(Action.KIND, "Førerkort klasse B", value="should")])
    assert "Førerkort klasse B" in words_of(corrected, ItemKind.SHOULD)
    assert "Førerkort klasse B" not in words_of(corrected, ItemKind.MUST)


def test_a_struck_line_is_gone(ad):
    corrected = correct_ad(ad, [said(Action.STRIKE, "Fagbrev som heismontør")])
    assert "Fagbrev som heismontør" not in [item.quote.words for item in corrected.items]


def test_a_line_the_reading_missed_is_added_with_its_place(ad):
    corrected = correct_ad(ad, [said(Action.ADD, "Vi holder til på Kokstad", value="offer")])
    added = corrected.of_kind(ItemKind.OFFER)[-1]
    assert added.quote.words == "Vi holder til på Kokstad"
    assert stands_in(added.quote, corrected.document)


def test_a_line_that_stands_nowhere_is_the_persons_own_words(ad):
    corrected = correct_ad(ad, [said(Action.ADD, "Vakt hver sjette uke", value="task")])
    assert corrected.of_kind(ItemKind.TASK)[-1].quote.document == OWN_WORDS


def test_a_field_is_set_in_the_persons_words(ad):
    corrected = correct_ad(ad, [said(Action.FIELD, field="employer", value="Kvernvik Heis Vest AS")])
    assert corrected.employer.value == "Kvernvik Heis Vest AS"
    assert corrected.employer.quote.document == OWN_WORDS


@pytest.mark.parametrize(("field", "value"), [("deadline", "snart"), ("percentage", "full"), ("permanent", "kanskje")])
def test_a_value_that_cannot_be_read_changes_nothing(ad, field, value):
    assert getattr(correct_ad(ad, [said(Action.FIELD, field=field, value=value)]), field) == getattr(ad, field)


def test_corrections_of_another_document_change_nothing(ad):
    other = Correction("e" * 64, "Fagbrev som heismontør", Action.STRIKE)
    assert correct_ad(ad, [other]) == ad


def test_a_place_given_by_the_person_is_no_longer_missing(meeting):
    assert Gap.PLACE in meeting.missing
    corrected = correct_meeting(meeting, [said(Action.FIELD, field="place", value="Kokstadvegen 12")])
    assert corrected.place.value == "Kokstadvegen 12"
    assert Gap.PLACE not in corrected.missing


def test_a_time_given_by_the_person_stands_in_oslo(meeting):
    corrected = correct_meeting(meeting, [said(Action.FIELD, field="start", value="2026-12-04T09:00")])
    assert corrected.start.value == dt.datetime.fromisoformat("2026-12-04T09:00+01:00")
    assert corrected.doubts == ()


def test_a_person_is_added_and_described(meeting):
    corrected = correct_meeting(
        meeting,
        [
            said(Action.ADD, "Oda Ravn"),
            said(Action.FIELD, "Oda Ravn", field="side", value="employer"),
            said(Action.FIELD, "Oda Ravn", field="first_time", value="yes"),
        ],
    )
    oda = corrected.participants[-1]
    assert (oda.name, oda.side, oda.first_time) == ("Oda Ravn", Side.EMPLOYER, True)
