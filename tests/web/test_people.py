"""Folk: whom one meets, what each listens for, has heard and can be asked; and those who know the person already."""

import datetime as dt
import re

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .conftest import Site, document, text_of


def kept(site: Site, uow):
    return uow.preparations.by_slug(site.slug)


def address(site: Site, name: str) -> str:
    """Where somebody's page is, as the list leads there."""
    page = site.see("folk")
    return next(a.attributes["href"] for a in page.css("section li a") if a.text() == name)


def test_whoever_one_meets_is_shown_with_what_they_listen_for(prepared):
    said = text_of(prepared.see("folk"), "section[aria-labelledby=moter]")
    assert "Signe Hauge" in said and "Verftssjef" in said.replace("verftssjef", "Verftssjef")
    assert "Lytter etter" in said


def test_a_person_has_role_what_to_ask_and_what_they_have_heard(prepared):
    said = text_of(prepared.see(address(prepared, "Signe Hauge")))
    for words in ("Hva de vil finne ut", "Er med fordi de", "Hva de har hørt", "Spør om", "Hva du vet om Signe Hauge"):
        assert words in said


def test_met_and_heard_are_kept(prepared):
    where = address(prepared, "Signe Hauge")
    prepared.client.post(where, data={"met": "yes", "heard": "1"})
    said = text_of(prepared.see(where))
    assert "Dere har møttes før." in said and "Har hørt historien om meg." in said
    assert prepared.see("motet").css_first("#heard-0[checked]")


def test_what_was_told_is_shown_to_whom_it_was_told(prepared):
    prepared.client.post(address(prepared, "Signe Hauge"), data={"met": "yes"})
    with prepared.context.store.unit_of_work(OWNER) as uow:
        one = kept(prepared, uow)
        signe = uow.people.of(one.id)[0]
        rows = [
            (signe.id, "figure", "elleve mann", 1),
            ("", "story", "om onkel", 1),
            ("", "pay", "det alle får høre senere", 2),
            ("noen-annen", "pay", "690 000", 1),
        ]
        for person, what, words, number in rows:
            uow.heard.add(
                preparation=one.id,
                person=person,
                what=what,
                key="",
                words=words,
                at=dt.date(2026, 11, 12),
                round=number,
            )
        uow.commit()
    said = text_of(prepared.see(address(prepared, "Signe Hauge")), "section[aria-labelledby=hort]")
    assert "elleve mann" in said and "om onkel" in said and "til alle som var der" in said
    assert "690 000" not in said and "senere" not in said


def test_a_question_chosen_here_stands_under_the_person(prepared):
    where = address(prepared, "Signe Hauge")
    button = prepared.see(where).css_first("section[aria-labelledby=spor] button[name=choose]")
    words = re.sub("^Velg ?: ", "", " ".join(button.text().split()))
    prepared.client.post(prepared.address("sporsmal/egne"), data={"choose": button.attributes["value"]})
    said = prepared.see(where).css("section[aria-labelledby=spor] > ul:not(.listing) li")
    assert [one.text() for one in said] == [words]


def test_a_note_about_somebody_is_kept_and_two_windows_lose_nothing(prepared):
    where = address(prepared, "Signe Hauge")
    prepared.client.post(where, data={"text": "Har vært der i ni år.", "version": "0"})
    assert "Har vært der i ni år." in text_of(prepared.see(where))
    prepared.client.post(where, data={"text": "Ti år.", "version": "1"})
    lost = prepared.client.post(where, data={"text": "Elleve år.", "version": "1"})
    assert lost.status_code == 409
    assert "Ti år." in lost.text and "Elleve år." in lost.text


def test_colleagues_of_the_examples_know_the_person(prepared):
    with prepared.context.store.unit_of_work(OWNER) as uow:
        one = kept(prepared, uow)
        now = prepared.context.now()
        uow.examples.create(one.id, now, title="Da hallen ble lagt om", people="Randi Lie og Signe Hauge")
        uow.examples.create(one.id, now, title="Stålet som kom sent", people="Randi Lie")
        uow.commit()
    said = text_of(prepared.see("folk"), "section[aria-labelledby=kjenner]")
    assert "Randi Lie" in said and "Da hallen ble lagt om" in said and "Stålet som kom sent" in said
    assert "Signe Hauge" not in said


def test_a_referee_is_shown_with_whether_they_have_agreed(prepared):
    with prepared.context.store.unit_of_work(OWNER) as uow:
        one = kept(prepared, uow)
        uow.referees.add(
            preparation=one.id, name="Randi Lie", role="lagersjef", relation="led_me", contact="",
            claims=(), asked=None, agreed=True, call_at="", said="", position=0,
        )  # fmt: skip
        uow.commit()
    assert "Randi Lie , lagersjef Referanse, har sagt ja." in text_of(prepared.see("folk"))


def test_nobody_named_means_asking_who_comes(site):
    site.give(document("annonse.txt", "Kokk\n\nFjordly AS søker kokk.\n\nArbeidsoppgaver\n- Lage mat", DocumentKind.AD))
    assert "Spør hvem som kommer." in text_of(site.see("folk"))


def test_somebody_nobody_knows_is_not_found(prepared):
    assert prepared.client.get(prepared.address("folk/0000000000")).status_code == 404


def test_no_page_is_promised_that_is_not_there(prepared):
    for where in ("folk", address(prepared, "Signe Hauge")):
        for link in prepared.see(where).css("main a[href^='/s/']"):
            assert prepared.client.get(link.attributes["href"]).status_code == 200


@pytest.mark.parametrize(("language", "title"), [("nb", "Folk"), ("nn", "Folk"), ("en", "People")])
def test_the_page_speaks_one_language(open_site, tmp_path, language, title):
    site = open_site(language, tmp_path / language)
    site.give(document("annonse.txt", "Kokk\n\nFjordly AS søker kokk.\n\nArbeidsoppgaver\n- Lage mat", DocumentKind.AD))
    assert text_of(site.see("folk"), "h1") == title
