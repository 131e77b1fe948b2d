"""The phone sheet: one file, no scripts, no requests, and text that stays text."""

from html.parser import HTMLParser
from itertools import pairwise

import pytest

from andregang.i18n import use
from andregang.output.phone import brief_html

from . import preparations
from .briefs import brief_of, compare

CASES = ("ordinary", "crowded", "single", "ad_only", "invitation_only", "nothing", "hostile", "sami", "with_emoji")


class Page(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text += data


def page_of(case: str, language: str = "nb") -> Page:
    return Page(brief_html(brief_of(getattr(preparations, case)()), use(language)))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_an_ordinary_phone_sheet_is_as_expected(language: str):
    compare(f"ordinary.{language}.html", brief_html(brief_of(preparations.ordinary()), use(language)))


@pytest.mark.parametrize("case", ["crowded", "nothing", "ad_only"])
def test_an_unusual_phone_sheet_is_as_expected(case: str):
    compare(f"{case}.nb.html", brief_html(brief_of(getattr(preparations, case)()), use("nb")))


@pytest.mark.parametrize("case", CASES)
def test_a_phone_sheet_asks_nothing_of_the_network(case: str):
    for tag, attributes in page_of(case).elements:
        assert tag not in ("script", "link", "img", "iframe", "object", "form", "base")
        assert not any(name.startswith("on") or name in ("src", "style") for name in attributes)


@pytest.mark.parametrize("case", CASES)
def test_links_lead_to_the_web_to_a_phone_to_mail_or_into_the_page(case: str):
    page = page_of(case)
    names = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    for tag, attributes in page.elements:
        if tag == "a":
            address = attributes["href"] or ""
            assert address.startswith(("https://", "http://", "tel:", "mailto:")) or address[1:] in names


def test_markup_in_documents_is_shown_as_written():
    page = page_of("hostile")
    for order in preparations.HOSTILE[:3]:
        assert order in page.text


def test_the_phone_has_what_the_paper_had_no_room_for():
    page = page_of("crowded")
    assert sum(1 for _, attributes in page.elements if (attributes.get("class") or "").startswith("status")) == 40
    assert "+ 20 til" in page.text


def test_headings_go_down_one_step_at_a_time():
    levels = [int(tag[1]) for tag, _ in page_of("ordinary").elements if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
