"""From three example files to the printed brief, as a person goes: by links and buttons alone."""

import re
from urllib.parse import urlsplit

import pypdfium2
import pytest
from playwright.sync_api import Page

from web.filled import SHIPPED

from .conftest import DESK, PHONE, Window

FILES = [SHIPPED / name for name in ("annonse.html", "cv.pdf", "innkalling.eml")]
PRIMARY = "main form .ds-button:not([data-variant]):visible"
PARTS = ["Sommeren på kaia", "Jeg laget en liste.", "Jeg ringte alle.", "Ingen sto igjen.", "Rune Moe", "Spør først."]


def press(page: Page, selector: str) -> None:
    """Press the last such button or link, and wait for the page it leads to."""
    target = page.locator(selector).last
    with page.expect_navigation(wait_until="domcontentloaded"):
        target.click()
    assert not page.title().startswith(("Feil", "Error")), page.locator("main").inner_text()


def give_files(page: Page) -> None:
    page.set_input_files("main input[type=file]", FILES)
    press(page, PRIMARY)


def accept_readings(page: Page) -> int:
    """One question after the other, as read, until the day stands there; how many were asked."""
    asked = 0
    for _ in range(60):
        page.wait_for_load_state("domcontentloaded")
        path = urlsplit(page.url).path
        if re.fullmatch(r"/s/[^/]+/", path):
            return asked
        if page.locator("#arbeid").count():
            page.wait_for_timeout(500)
            continue
        asked += 1
        press(page, PRIMARY)
    raise AssertionError(f"still asked at {page.url}")


def judge_evidence(page: Page) -> None:
    """The list of requirements, and a yes to the first evidence found."""
    press(page, "main a[href$='/krav']")
    lines = page.locator(".demands a")
    addresses = [lines.nth(i).get_attribute("href") for i in range(lines.count())]
    assert len(addresses) > 5
    for address in reversed(addresses):
        press(page, f".demands a[href='{address}']")
        if page.locator("input[value=confirm]").count():
            break
        page.go_back()
    press(page, "form:has(input[value=confirm]) button")
    assert page.locator("form:has(input[value=take_back]) button").count() == 1


def build_example(page: Page) -> None:
    """An example from the first field to the whole of it."""
    press(page, "nav.places a[href$='/belegg']")
    press(page, "main a[href*='/belegg/ny']")
    page.fill("#title", "Kaia")
    press(page, PRIMARY)
    for number, text in enumerate([*PARTS, "Det samme her.", ""]):
        if not page.locator("#text").count():
            break
        assert page.locator("label[for=text]").count() == 1
        page.fill("#text", text or f"Mer {number}")
        press(page, "button[value=next]")
    told = page.locator("main").inner_text()
    assert [part for part in PARTS if part not in told] == []


def plan_the_days(page: Page, slug: str) -> None:
    """A task ticked."""
    press(page, "header a.brand")
    press(page, f"main a[href='/s/{slug}/plan']")
    ticked = page.locator("button[aria-pressed=true]").count()
    press(page, "main li.task button[aria-pressed=false] >> nth=0")
    assert page.locator("button[aria-pressed=true]").count() == ticked + 1


def print_the_brief(page: Page, here: Window) -> str:
    """The two pages of paper, and the PDF of the same; the text of the paper."""
    press(page, "nav.places a[href$='/motet']")
    press(page, "main a[href$='/motet/ark'] >> nth=0")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [sheet.get_textpage().get_text_range() for sheet in printed]
    printed.close()
    assert len(texts) == 2
    address = page.url.replace("/motet/ark", "/motet/fil/brief.pdf")
    made = here.context.request.get(address, headers={"Sec-Fetch-Site": "same-origin"})
    assert made.body().startswith(b"%PDF")
    file = pypdfium2.PdfDocument(made.body())
    assert len(file) == 2
    file.close()
    return "\n".join(texts)


@pytest.mark.parametrize(
    ("language", "size", "scripts"),
    [
        ("nb", PHONE, True),
        ("nb", PHONE, False),
        ("nb", DESK, True),
        ("nb", DESK, False),
        ("en", PHONE, True),
        ("en", PHONE, False),
        ("en", DESK, True),
        ("en", DESK, False),
    ],
    ids=lambda value: (
        value
        if isinstance(value, str)
        else {390: "phone", 1280: "desk"}[value["width"]]
        if isinstance(value, dict)
        else ("scripts" if value else "plain")
    ),
)
def test_from_three_files_to_the_printed_brief(serve, window, language, size, scripts):
    server = serve(language, filled=False)
    here = window(server, viewport=size, java_script_enabled=scripts, locale="nb-NO" if language == "nb" else "en-GB")
    page = here.tab()
    here.go(page, "/")
    assert urlsplit(page.url).path == "/ny"
    give_files(page)
    assert accept_readings(page) >= 2
    assert page.locator("html").get_attribute("lang") == language
    slug = urlsplit(page.url).path.split("/")[2]
    assert "dager" in page.locator("h1").inner_text() if language == "nb" else "days" in page.locator("h1").inner_text()
    judge_evidence(page)
    build_example(page)
    plan_the_days(page, slug)
    text = print_the_brief(page, here)
    assert "Havgløtt" in text
    server.kill()
