"""Words are never lost: a killed tab, a killed server, two windows, a hasty leave, no scripts."""

import httpx
import pytest
from playwright.sync_api import Page, expect

from .conftest import Server, start_server

TEXT = "Jeg målte ventetiden før og etter, og la fram tallene på mandagsmøtet."
OTHER = "En annen tekst fra et annet vindu."


@pytest.fixture(scope="module")
def field(server) -> str:
    """The address of a step of an example with nothing written in it."""
    with httpx.Client(base_url=server.origin, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60) as client:
        client.get(server.entrance)
        made = client.post(f"/s/{server.slugs[0]}/belegg/ny", data={"title": "Ventetiden"})
        return made.headers["location"].rsplit("/", 1)[0] + "/"


def draft_sent(page: Page):
    return page.expect_response(lambda answer: answer.request.headers.get("x-draft") == "1")


def write(page: Page, text: str) -> None:
    page.locator("#text").press_sequentially(text, delay=2)


def test_what_is_typed_is_there_when_the_tab_was_killed(server, window, field):
    here = window(server)
    page = here.tab()
    here.go(page, field + "planla")
    with draft_sent(page) as sent:
        write(page, TEXT)
    assert sent.value.status == 204
    page.close()
    again = here.tab()
    here.go(again, field + "planla")
    assert again.locator("#text").input_value() == TEXT


def test_what_was_typed_just_before_leaving_is_there(server, window, field):
    here = window(server)
    page = here.tab()
    here.go(page, field + "gjorde")
    page.locator("#text").focus()
    page.keyboard.insert_text(TEXT)
    page.goto(f"{server.origin}/s/{server.slugs[0]}/plan")
    here.go(page, field + "gjorde")
    assert page.locator("#text").input_value() == TEXT


def test_a_draft_does_not_race_against_itself(server, window, field):
    here = window(server)
    page = here.tab()
    codes = []
    page.on("response", lambda answer: answer.request.method == "POST" and codes.append(answer.status))
    page.route("**/resultat", lambda route: (page.wait_for_timeout(300), route.continue_())[1])
    here.go(page, field + "resultat")
    for _ in range(4):
        write(page, "Mer tekst. ")
        page.locator("#text").blur()
        page.locator("#text").focus()
    expect(page.locator("[data-draft-state]")).to_have_text("Lagret.", timeout=15_000)
    assert set(codes) == {204}
    here.go(page, field + "resultat")
    assert page.locator("#text").input_value() == "Mer tekst. " * 4


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_two_windows_writing_the_same_field_show_both_texts(server, window, field, scripts):
    address = field + ("laerte" if scripts else "bro")
    here = window(server, java_script_enabled=scripts)
    one, other = here.tab(), here.tab()
    here.go(one, address)
    here.go(other, address)
    if scripts:
        with draft_sent(one) as first:
            write(one, TEXT)
        with draft_sent(other) as second:
            write(other, OTHER)
        assert (first.value.status, second.value.status) == (204, 409)
    else:
        one.fill("#text", TEXT)
        one.locator("button[value=all]").click()
        other.fill("#text", OTHER)
        other.locator("button[value=all]").click()
    other.wait_for_selector(f"text={OTHER}")
    shown = other.locator("main").inner_text() + other.locator("#text").input_value()
    assert TEXT in shown
    assert OTHER in shown
    other.locator("form:has([name=use]) button").first.click()
    other.wait_for_load_state()
    here.go(other, address)
    assert other.locator("#text").input_value() == OTHER


def test_a_draft_is_there_when_the_server_was_killed_and_started_anew(serve, window, tmp_path):
    server: Server = serve(home=tmp_path)
    here = window(server)
    page = here.tab()
    with httpx.Client(base_url=server.origin, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60) as client:
        client.get(server.entrance)
        address = client.post(f"/s/{server.slugs[0]}/belegg/ny", data={"title": "X"}).headers["location"]
    here.go(page, address)
    with draft_sent(page) as sent:
        write(page, TEXT)
    assert sent.value.status == 204
    server.kill()
    write(page, " Mer.")
    expect(page.locator("[data-draft-state]")).to_contain_text("Ikke lagret")
    here.complaints.clear()
    anew = start_server(tmp_path)
    try:
        other = window(anew)
        page = other.tab()
        other.go(page, address)
        assert page.locator("#text").input_value() == TEXT
    finally:
        anew.kill()
        anew.process.stdout.close()
        here.complaints.clear()
