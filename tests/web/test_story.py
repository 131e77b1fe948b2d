"""Historien: written once, told in the time there is, and to whom."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from .conftest import Site, text_of

TEXT = "Jeg lærte å sveise av onkel. Så ble det skip. Nå leder jeg elleve mann. Jeg vil bygge mer hos dere."


def version(page: LexborHTMLParser) -> str:
    return page.css_first("input[name=version]").attributes["value"] or ""


def write(site: Site, text: str, read: str | None = None, **headers: str):
    read = version(site.see("historien")) if read is None else read
    return site.client.post(site.address("historien"), data={"text": text, "version": read}, headers=headers)


def test_a_white_page_offers_five_beginnings(prepared):
    assert len(prepared.see("historien").css(".openers li")) == 5


def test_the_text_is_told_whole_in_three_minutes_and_chosen_from_for_less(prepared):
    write(prepared, TEXT)
    boxes = prepared.see("historien/30").css("input[type=checkbox]")
    assert len(boxes) == 4
    assert not any("checked" in box.attributes for box in boxes)
    assert all("checked" in box.attributes for box in prepared.see("historien/180").css("input[type=checkbox]"))
    prepared.client.post(prepared.address("historien/30"), data={"sentences": ["0", "3"]})
    told = text_of(prepared.see("historien/30"), ".quote")
    assert told == "Jeg lærte å sveise av onkel. Jeg vil bygge mer hos dere."
    assert told in text_of(prepared.see("historien"))


def test_the_time_of_each_version_is_told(prepared):
    write(prepared, "ord " * 63 + ". " + "To ord.")
    prepared.client.post(prepared.address("historien/30"), data={"sentences": "0"})
    assert "Om lag 30 sekunder." in text_of(prepared.see("historien/30"))
    prepared.client.post(prepared.address("historien/90"), data={"sentences": "0"})
    assert "plass til 60 sekunder til" in text_of(prepared.see("historien/90"))
    write(prepared, "ord " * 126 + ".")
    prepared.client.post(prepared.address("historien/30"), data={"sentences": "0"})
    assert "30 sekunder for langt" in text_of(prepared.see("historien/30"))


def test_a_chosen_sentence_taken_out_of_the_text_is_shown_as_gone(prepared):
    write(prepared, TEXT)
    prepared.client.post(prepared.address("historien/30"), data={"sentences": ["1", "2"]})
    write(prepared, TEXT.replace("Så ble det skip. ", ""))
    page = text_of(prepared.see("historien/30"))
    assert "1 valgt setning står ikke lenger i teksten." in page
    assert "Så ble det skip." in page


@pytest.mark.parametrize("page", ["historien/31", "historien/x", "historien/0"])
def test_there_are_three_lengths_and_no_others(prepared, page: str):
    assert prepared.client.get(prepared.address(page)).status_code == 404
    assert prepared.client.post(prepared.address(page), data={"sentences": "0"}).status_code == 404


def test_places_that_are_none_choose_nothing(prepared):
    write(prepared, TEXT)
    answer = prepared.client.post(prepared.address("historien/30"), data={"sentences": ["-1", "99", "x", "²"]})
    assert answer.status_code == 303
    assert not prepared.see("historien/30").css("input[checked]")


def test_it_is_saved_while_written_and_two_windows_keep_both(prepared):
    draft = write(prepared, "Jeg", **{"X-Draft": "1"})
    assert draft.status_code == 204
    read = draft.headers["X-Version"]
    assert write(prepared, "Jeg sveiser.", read, **{"X-Draft": "1"}).status_code == 204
    answer = write(prepared, "Noe annet.", read)
    assert answer.status_code == 409
    page = LexborHTMLParser(answer.text)
    assert page.css_first("textarea").text() == "Jeg sveiser."
    assert page.css_first(".both blockquote").text() == "Noe annet."
    draft_id = page.css_first("button[name=use]").attributes["value"]
    prepared.client.post(prepared.address("historien"), data={"use": draft_id})
    page = prepared.see("historien")
    assert page.css_first("textarea").text() == "Noe annet."
    assert not page.css(".both")


def test_who_has_heard_it_is_said_for_each_one_meets(prepared):
    section = "section[aria-labelledby=hvem]"
    assert "Signe Hauge, verftssjef Har ikke hørt den." in text_of(prepared.see("historien"), section)
    prepared.client.post(prepared.address("historien"), data={"person": "Signe Hauge", "heard": "1"})
    assert "Signe Hauge, verftssjef Har hørt den." in text_of(prepared.see("historien"), section)
    prepared.client.post(prepared.address("historien"), data={"person": "Signe Hauge", "heard": "0"})
    assert "Har ikke hørt den." in text_of(prepared.see("historien"), section)
    assert prepared.client.post(prepared.address("historien"), data={"person": "Ingen"}).status_code == 404
