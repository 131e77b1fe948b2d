"""Øv and the trial interview in a real browser: the clock, what is written, a killed tab, a voice of one's own."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import DESK, PHONE
from .test_accessibility import violations

TEXT = "Jeg målte ventetiden hver morgen og la fram tallene på mandagsmøtet."


def run_of(server, here, page) -> str:
    """The address of the run that can be gone on with."""
    here.go(page, f"/s/{server.slugs[0]}/ov/prove")
    page.locator("main .ds-button").first.click()
    page.wait_for_selector("[data-timer]")
    return page.url.removeprefix(server.origin)


def seconds(text: str) -> int:
    minutes, rest = re.fullmatch(r"\+?(\d+):(\d\d)", text.strip()).groups()
    return int(minutes) * 60 + int(rest)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_interview_is_clean_of_what_axe_finds(server, window, size):
    here = window(server, viewport=size)
    page = here.tab()
    run_of(server, here, page)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_clock_runs_and_is_a_target_and_not_a_limit(server, window):
    here = window(server)
    page = here.tab()
    page.clock.install()
    address = run_of(server, here, page)
    left = seconds(page.locator("[data-left]").inner_text())
    page.clock.run_for(5_000)
    assert left - seconds(page.locator("[data-left]").inner_text()) in (4, 5, 6)
    page.clock.run_for(1000 * (left - 24))
    expect(page.locator("[data-announce]")).to_have_text("20 sekunder igjen av denne delen.")
    page.clock.run_for(33_000)
    expect(page.locator("[data-announce]")).to_contain_text("Tiden for denne delen er brukt")
    assert re.fullmatch(r"\+0:\d\d", page.locator("[data-left]").inner_text())
    assert page.locator("#answer").is_editable()
    assert page.url.endswith(address)


def test_a_killed_tab_is_gone_on_with_where_it_was(server, window):
    here = window(server)
    page = here.tab()
    address = run_of(server, here, page)
    words = page.locator("h1").inner_text()
    with page.expect_response(lambda answer: answer.request.headers.get("x-draft") == "1") as sent:
        page.locator("#answer").press_sequentially(TEXT, delay=2)
    assert sent.value.status == 204
    used = float(page.locator("input[name=clock]").input_value())
    page.close()
    again = here.tab()
    assert run_of(server, here, again) == address
    assert again.locator("h1").inner_text() == words
    assert again.locator("#answer").input_value() == TEXT
    assert float(again.locator("input[name=clock]").input_value()) >= used - 1


def test_a_question_is_read_aloud_by_a_voice_of_this_machine_only(server, window):
    here = window(server)
    page = here.tab()
    voices = """(list) => { window.said = []; const heard = window.speechSynthesis;
      Object.defineProperty(heard, "getVoices", { value: () => list });
      Object.defineProperty(heard, "speak", { value: (one) => window.said.push(one.text) });
      window.SpeechSynthesisUtterance = function (text) { this.text = text; }; }"""
    address = f"/s/{server.slugs[0]}/ov/IQ-B01"
    shown = {}
    for name, voice in {
        "none": [],
        "far": [{"lang": "nb-NO", "localService": False}],
        "english": [{"lang": "en-GB", "localService": True}],
        "ours": [{"lang": "nb-NO", "localService": True}],
    }.items():
        page = here.tab()
        page.add_init_script(f"({voices})({str(voice).replace('True', 'true').replace('False', 'false')})")
        here.go(page, address)
        shown[name] = page.locator("[data-speak]").is_visible()
    assert shown == {"none": False, "far": False, "english": False, "ours": True}
    page.locator("[data-speak] button").click()
    assert page.evaluate("window.said") == [page.locator("h1").inner_text()]
