"""Bidraget: three sentences, the tasks they answer, the examples that show them."""

from selectolax.lexbor import LexborHTMLParser

from .conftest import Site, text_of

TEXT = "Plateverkstedet leverer i tide. Avvik føres samme dag. Nye lærlinger blir værende."


def write(site: Site, text: str, read: str | None = None, **headers: str):
    if read is None:
        read = site.see("bidraget").css_first("input[name=version]").attributes["value"] or ""
    return site.client.post(site.address("bidraget"), data={"text": text, "version": read}, headers=headers)


def tasks(site: Site) -> dict[str, str]:
    page = site.see("bidraget")
    boxes = page.css("input[name=items]")
    return {page.css_first(f"label[for={box.attributes['id']}]").text(): box.attributes["value"] for box in boxes}


def test_the_sentences_are_counted_and_timed(prepared):
    write(prepared, TEXT)
    page = prepared.see("bidraget")
    assert page.css_first("textarea").text() == TEXT
    assert "3 setninger." in text_of(page)
    assert "Tre er lettere å huske" not in text_of(page)
    write(prepared, TEXT + " Og en til.")
    assert "4 setninger." in text_of(prepared.see("bidraget"))
    assert "Tre er lettere å huske" in text_of(prepared.see("bidraget"))


def test_it_is_tied_to_the_tasks_of_the_ad_and_to_examples_of_them(prepared):
    key = tasks(prepared)["Bestille stål og annet materiell"]
    made = prepared.client.post(prepared.address("belegg/ny"), data={"title": "Stålet i mai", "items": key})
    example = made.headers["location"].split("/")[-2]
    page = prepared.see("bidraget")
    assert "Vises av «Stålet i mai»" in text_of(page)
    assert [a for a in page.css("a[href*='belegg/ny']") if key not in a.attributes["href"]]
    prepared.client.post(prepared.address("bidraget"), data={"tie": "1", "items": key, "examples": [example, "annet"]})
    write(prepared, TEXT)
    ticked = {box.attributes["value"] for box in prepared.see("bidraget").css("input[checked]")}
    assert ticked == {key, example}
    prepared.client.post(prepared.address("bidraget"), data={"tie": "1"})
    page = prepared.see("bidraget")
    assert not page.css("input[checked]")
    assert page.css_first("textarea").text() == TEXT


def test_what_they_may_ask_about_it_is_shown(prepared):
    assert prepared.see("bidraget").css("section[aria-labelledby=sporsmal] li")


def test_it_is_saved_while_written_and_two_windows_keep_both(prepared):
    draft = write(prepared, "Jeg", **{"X-Draft": "1"})
    assert draft.status_code == 204
    read = draft.headers["X-Version"]
    write(prepared, "Jeg bygger.", read)
    answer = write(prepared, "Noe annet.", read)
    assert answer.status_code == 409
    draft_id = LexborHTMLParser(answer.text).css_first("button[name=drop]").attributes["value"]
    prepared.client.post(prepared.address("bidraget"), data={"drop": draft_id})
    page = prepared.see("bidraget")
    assert page.css_first("textarea").text() == "Jeg bygger."
    assert not page.css(".both")


def test_without_an_ad_there_is_still_a_place_to_write(site):
    from andregang.domain.source import DocumentKind

    from .conftest import CV, document

    site.give(document("cv.txt", CV, DocumentKind.CV))
    write(site, TEXT)
    assert not site.see("bidraget").css("input[name=items]")
    assert site.see("bidraget").css_first("textarea").text() == TEXT
