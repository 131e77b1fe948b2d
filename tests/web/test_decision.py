"""Beslutningen: twelve decisions, ready by the rule alone, both columns, and offers side by side."""

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.decision import DECISIONS, MUST_KNOW

from .conftest import Site, text_of


def say(site: Site, decision: str, known: str, answer: str = "", weight: str = "2", offer: str = "", **more: str):
    address = site.address(f"beslutning/{decision}") + (f"?tilbud={offer}" if offer else "")
    return site.client.post(address, data={"known": known, "answer": answer, "weight": weight, "text": "", **more})


def headline(site: Site) -> str:
    return site.see("beslutning").css_first("#klar").text()


def test_ready_is_said_only_when_none_of_the_four_is_unknown(prepared):
    assert "Ikke nok" in headline(prepared)
    for decision in DECISIONS:
        if decision not in MUST_KNOW:
            say(prepared, decision, "well", "yes", "3")
    assert "Ikke nok" in headline(prepared)
    for decision in MUST_KNOW[:-1]:
        say(prepared, decision, "partly")
    assert "Ikke nok" in headline(prepared)
    assert "kontrakten" in text_of(prepared.see("beslutning"), "section[aria-labelledby=klar]")
    say(prepared, MUST_KNOW[-1], "partly")
    assert headline(prepared) == "Du vet nok til å si både ja og nei"
    say(prepared, "D6", "unknown")
    assert "Ikke nok" in headline(prepared)


def test_what_is_said_of_a_decision_is_shown_again(prepared):
    answer = say(prepared, "D3", "partly", "no", "3", text="Signe sa at to slutter.")
    assert answer.status_code == 303
    page = prepared.see("beslutning/D3")
    assert [one.attributes["value"] for one in page.css("input[checked]")] == ["partly", "no", "3"]
    assert page.css_first("textarea").text() == "Signe sa at to slutter."
    assert "Vet litt · avgjør" in text_of(prepared.see("beslutning"), "#D3")


def test_one_answer_that_would_turn_it_is_told(prepared):
    say(prepared, "D1", "well", "yes", "2")
    say(prepared, "D6", "unknown", "", "3")
    card = text_of(prepared.see("beslutning"), "section[aria-labelledby=klar]")
    assert "heller mot ja" in card
    assert "Et nei her ville snu det: Lønn og vilkår" in card


def test_questions_are_ordered_by_what_is_unknown_and_heavy(prepared):
    first = [li.text() for li in prepared.see("beslutning").css("section[aria-labelledby=fra-dem] ol > li")]
    assert 1 <= len(first) <= 5
    for decision in DECISIONS:
        say(prepared, decision, "well", "yes", "0")
    assert not prepared.see("beslutning").css("section[aria-labelledby=fra-dem] ol > li")


def test_what_they_may_doubt_and_was_promised_stands_in_their_column(prepared):
    prepared.client.post(prepared.address("etterpa/tvil"), data={"text": "Om jeg trives på natt", "version": "0"})
    prepared.client.post(prepared.address("etterpa/lovet"), data={"text": "Attest fra Vikholm", "version": "0"})
    column = text_of(prepared.see("beslutning"), "section[aria-labelledby=fra-meg]")
    assert "Om jeg trives på natt" in column
    assert "Attest fra Vikholm (lovet)" in column
    assert "To referanser" in column


def test_two_windows_keep_both_texts(prepared):
    say(prepared, "D2", "partly", text="Første", version="0")
    assert say(prepared, "D2", "partly", text="Andre", version="0").status_code == 409
    page = prepared.see("beslutning/D2")
    assert page.css_first("textarea").text() == "Første"
    draft = page.css_first("button[name=use]").attributes["value"]
    prepared.client.post(prepared.address("beslutning/D2"), data={"use": draft})
    assert prepared.see("beslutning/D2").css_first("textarea").text() == "Andre"


def test_a_draft_is_kept_without_a_page(prepared):
    answer = prepared.client.post(
        prepared.address("beslutning/D2"), data={"known": "well", "text": "x"}, headers={"X-Draft": "1"}
    )
    assert (answer.status_code, answer.headers["X-Version"]) == (204, "1")


@pytest.mark.parametrize("address", ["beslutning/D13", "beslutning/tilbud/finnesikke", "beslutning/D1?tilbud=x"])
def test_what_is_not_there_is_not_found(prepared, address):
    assert prepared.client.get(prepared.address(address)).status_code == 404


def add_offer(site: Site, name: str, **terms: str) -> str:
    site.client.post(site.address("beslutning/tilbud/nytt"), data={"name": name, **terms})
    with site.context.store.unit_of_work(OWNER) as uow:
        return next(one.id for one in uow.offers.all() if one.name == name)


def test_offers_stand_side_by_side_with_their_terms_and_decisions(prepared):
    offer = add_offer(prepared, "Skipsverftet i nord", pay="690 000", notice="3 måneder")
    prepared.client.post(prepared.address("beslutning/tilbud/denne"), data={"pay": "650 000"})
    say(prepared, "D6", "well", "yes", "3", offer=offer)
    page = prepared.see("beslutning/tilbud")
    cells = {row.css_first("th").text(): [td.text() for td in row.css("td")] for row in page.css("tbody tr")}
    assert cells["Lønn"] == ["650 000", "690 000"]
    assert cells["Oppsigelsestid"] == ["–", "3 måneder"]
    row = next(row for row in page.css("tbody tr") if row.attributes.get("id") == "D6")
    assert "ulikt" in row.css_first("th").text()
    assert [td.text().split(":")[0] for td in row.css("td")] == ["Vet ikke", "Ja, vet"]


def test_an_offer_laid_aside_can_be_brought_back(prepared):
    offer = add_offer(prepared, "Skipsverftet i nord", pay="690 000")
    answer = prepared.client.post(prepared.address(f"beslutning/tilbud/{offer}"), data={"delete": "1"})
    page = prepared.see(answer.headers["location"])
    assert "Skipsverftet" not in text_of(page, "table")
    removed = page.css_first("button[name=restore]").attributes["value"]
    prepared.client.post(prepared.address("beslutning/tilbud"), data={"restore": removed})
    assert "690 000" in text_of(prepared.see("beslutning/tilbud"), "table")


def test_an_offer_needs_a_name_and_what_was_typed_stays(prepared):
    answer = prepared.client.post(prepared.address("beslutning/tilbud/nytt"), data={"name": " ", "pay": "700 000"})
    assert answer.status_code == 422
    assert 'value="700 000"' in answer.text
    assert "Feil:" in answer.text


def test_no_more_than_five_offers(prepared):
    for number in range(5):
        add_offer(prepared, f"Firma {number}")
    assert prepared.client.post(prepared.address("beslutning/tilbud/nytt"), data={"name": "Sjette"}).status_code == 422


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_without_documents_the_twelve_are_there(open_site, language):
    site = open_site(language)
    with site.context.store.unit_of_work(OWNER) as uow:
        site.slug = uow.preparations.create("tom", "Tom", site.context.now(), language=language).slug
        uow.commit()
    assert len(site.see("beslutning").css("section[aria-labelledby=tolv] li")) == 12
