"""Bedriften, Folk and Spørsmål in a real browser, with and without scripts, with no network to ask."""

import pytest

from registers.answers import sent, unit, year

from .conftest import DESK, PHONE
from .test_accessibility import violations

REPORT = b"<p>Vi er 240 ansatte p\xc3\xa5 elleve ferjer.</p><p>Mangel p\xc3\xa5 mannskap er v\xc3\xa5r st\xc3\xb8rste utfordring.</p>"


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def here(request, server, window):
    return window(server, java_script_enabled=request.param)


def address(server, page: str, preparation: int = 1) -> str:
    return f"/s/{server.slugs[preparation]}/{page}"


def test_what_is_known_is_written_read_in_a_file_deleted_and_brought_back(server, here):
    page = here.tab()
    here.go(page, address(server, "bedriften"))
    if not page.locator("#known").is_visible():
        page.locator("summary", has_text="Legg til noe du vet").click()
    page.locator("#known").fill("De kjøpte to ferjer i fjor.")
    page.locator("form:has(#known) button").click()
    assert "De kjøpte to ferjer i fjor." in page.locator("main").inner_text()

    here.go(page, address(server, "bedriften/hent"))
    page.locator("#file").set_input_files({"name": "rapport.html", "mimeType": "text/html", "buffer": REPORT})
    page.locator("form:has(#file) button").click()
    page.locator("label", has_text="Mangel på mannskap").click()
    page.locator("main button").first.click()
    assert "Mangel på mannskap er vår største utfordring." in page.locator("main").inner_text()

    here.go(page, address(server, "bedriften?endre=1"))
    rows = page.locator("li:has(button[name=remove])", has_text="De kjøpte to ferjer i fjor.")
    rows.last.locator("button[name=remove]").click()
    page.locator("button[name=restore]").first.wait_for()
    assert rows.count() == 0
    page.locator("button[name=restore]").first.click()
    here.go(page, address(server, "bedriften?endre=1"))
    assert rows.count() == 1


def test_an_answer_of_the_registers_kept_as_a_file_becomes_facts(server, here):
    page = here.tab()
    for name, answer in (("enhet.json", unit()), ("regnskap.json", [year()])):
        here.go(page, address(server, "bedriften/hent"))
        file = {"name": name, "mimeType": "application/json", "buffer": sent(answer)}
        page.locator("#file").set_input_files(file)
        page.locator("form:has(#file) button").click()
    said = page.locator("main").inner_text()
    assert "Driftsmargin" in said and "For bransjen kan det være annerledes." in said


def test_what_is_asked_for_without_a_network_is_said_and_nothing_is_lost(server, here):
    page = here.tab()
    here.go(page, address(server, "bedriften/hent"))
    page.locator("#address").fill("https://finnes-ikke.invalid/om")
    page.locator("form:has(#address) button").click()
    assert "blir ikke hentet" in page.locator("#ikke-hentet").inner_text()


def test_a_question_chosen_for_a_person_is_answered_in_the_meeting(server, here):
    page = here.tab()
    here.go(page, address(server, "folk", 0))
    page.locator("section li a").first.click()
    page.locator("button[name=choose]").first.click()
    here.go(page, address(server, "sporsmal/svar", 0))
    field = page.locator("textarea").last
    field.fill("De sa at det er to år igjen av kontrakten.")
    page.locator("form:has(textarea) button").last.click()
    page.wait_for_load_state()
    here.go(page, address(server, "sporsmal/svar", 0))
    assert page.locator("textarea").last.input_value() == "De sa at det er to år igjen av kontrakten."


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_form_with_errors_is_clean_of_what_axe_finds(server, window, size):
    here = window(server, viewport=size)
    page = here.tab()
    # Nothing is sent: twelve is no organisation number, and an empty form is none.
    here.go(page, address(server, "bedriften/hent"))
    page.locator("#number").fill("12")
    page.locator("form:has(#number) button").last.click()
    page.wait_for_selector("#feil")
    assert (page.title()[:5], violations(page)) == ("Feil:", [])
    here.go(page, address(server, "bedriften/regnskap"))
    page.locator("main form button").last.click()
    page.wait_for_selector("#feil")
    assert (page.title()[:5], violations(page)) == ("Feil:", [])


def test_looking_at_the_pages_asks_nobody(server, window):
    """The window fails when a page asks another host."""
    here = window(server)
    page = here.tab()
    for where in ("bedriften", "bedriften/hent", "bedriften/regnskap", "folk"):
        assert here.go(page, address(server, where, 0)) == 200
