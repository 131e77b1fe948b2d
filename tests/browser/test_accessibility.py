"""axe finds nothing on any page, in light and dark, on a phone and a desk; and it bites when there is something."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from .conftest import DESK, PHONE, listed

AXE = Path(__file__).with_name("axe.min.js").read_text("utf-8")
COLOURS = ("color-contrast", "link-in-text-block")
RUN = """async (only) => (await axe.run(document, {resultTypes: ["violations"],
    ...(only.length ? {runOnly: {type: "rule", values: only}} : {})})).violations.map(
  v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " — " + n.failureSummary.split("\\n").pop().trim()).join(" | ")
)"""
FAULTY = """<!doctype html><html><head><title></title></head><body>
<img src="data:,"><input type="text"><button></button><a href="/"></a>
<p style="color:#999;background:#aaa">svak tekst</p><h4>hopp</h4><ul><p>x</p></ul><div role="button" tabindex="5">y</div>
<div id="a"></div><div id="a"></div><select><option>1</option></select></body></html>"""
FAINT_IN_THE_DARK = """<!doctype html><html lang="nb"><head><title>x</title><style>
body { background: #fff; color: #333 } @media (prefers-color-scheme: dark) { body { background: #222 } }</style></head>
<body><p>svak tekst</p></body></html>"""


def violations(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """What axe finds; with `only`, by these rules."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return page.evaluate(RUN, list(only))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(walked, window, size):
    """Each page is opened once. In the dark only colours are another matter."""
    here = window(walked.server, viewport=size, color_scheme="light")
    page = here.tab()
    found = {}
    for one in walked.pages:
        page.emulate_media(color_scheme="light")
        here.go(page, one.address)
        said = violations(page)
        page.emulate_media(color_scheme="dark")
        said += [f"dark: {more}" for more in violations(page, COLOURS)]
        if said:
            found[one.address] = said
    assert found == {}, listed(found)


def test_axe_notices_what_is_faint_in_the_dark_alone(browser):
    page = browser.new_page()
    page.set_content(FAINT_IN_THE_DARK)
    page.emulate_media(color_scheme="light")
    assert violations(page, COLOURS) == []
    page.emulate_media(color_scheme="dark")
    assert [said.split(":")[0] for said in violations(page, COLOURS)] == ["color-contrast"]
    page.close()


def test_axe_bites(browser):
    page = browser.new_page()
    page.set_content(FAULTY)
    rules = {said.split(":")[0] for said in violations(page)}
    page.close()
    assert {
        "image-alt",
        "label",
        "button-name",
        "link-name",
        "color-contrast",
        "html-has-lang",
        "document-title",
    } <= rules


def test_an_error_page_and_a_form_with_errors_are_clean_too(server, window):
    here = window(server, viewport=PHONE)
    page = here.tab()
    here.go(page, "/finnes-ikke")
    assert violations(page) == []
    here.go(page, "/ny")
    page.locator("main form button:visible").first.click()
    page.wait_for_load_state()
    assert page.locator("#feil").count() == 1
    assert violations(page) == []
    assert page.title().startswith("Feil")
    assert page.evaluate("document.activeElement.id") == "feil"
