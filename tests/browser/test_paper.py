"""The printed sheet with what strains it: two pages, with the foot on both."""

import base64
from dataclasses import dataclass
from importlib.resources import files

import pypdfium2
import pytest

from andregang.i18n import use
from andregang.output.sheet_words import sheet_of
from andregang.web.paper import fit
from andregang.web.rendering import render
from output import preparations
from output.briefs import brief_of

CASES = ["ordinary", "crowded", "single", "nothing", "hostile", "with_emoji", "wordy"]


@dataclass(frozen=True)
class Standing:
    """What the template asks of a visit."""

    def path(self, page: str = "") -> str:
        return f"/s/x/{page}"


def style() -> str:
    static = files("andregang.web") / "static"
    sheets = "".join((static / name).read_text("utf-8") for name in ("ds.css", "theme.css", "app.css"))
    for font in ("inter-latin.woff2", "inter-latin-ext.woff2"):
        data = base64.b64encode((static / font).read_bytes()).decode()
        sheets = sheets.replace(f'url("{font}")', f"url(data:font/woff2;base64,{data})")
    return sheets


@pytest.fixture(scope="module")
def paper(browser):
    page = browser.new_page()
    sheets = style()

    def print_case(case: str) -> list[str]:
        sheet = fit(sheet_of(brief_of(getattr(preparations, case)()), use("nb")))
        said = {"visit": Standing(), "kept": None, "theme": "auto", "saved": None, "left_out": 0}
        html = render("meeting_sheet.html", use("nb"), sheet=sheet, preparation=None, **said)
        page.set_content(html.replace("</head>", f"<style>{sheets}</style></head>"), wait_until="load")
        page.evaluate("document.fonts.ready")
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        texts = [one.get_textpage().get_text_range() for one in printed]
        printed.close()
        return texts

    yield print_case
    page.close()


@pytest.mark.parametrize("case", CASES)
def test_whatever_is_in_it_the_sheet_is_two_pages_with_a_foot_on_both(paper, case):
    texts = paper(case)
    assert len(texts) == 2
    brief = brief_of(getattr(preparations, case)())
    foot = sheet_of(brief, use("nb")).head.footer
    for text in texts:
        # The typesetter of the browser may break the foot over lines.
        assert "".join(foot.split())[-20:] in "".join(text.split()) or not foot.strip()
