"""Narrow windows, wide letter spacing, forced colours, no motion: nothing is cut off, nothing scrolls sideways."""

from .conftest import DESK, PHONE, listed

SPACING = """() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    + " p { margin-block-end: 2em !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
SIDEWAYS = """() => { const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1)
    .slice(-3).map(e => e.tagName.toLowerCase() + "." + e.className + " " + Math.round(e.getBoundingClientRect().right)); }"""
SMALL = """() => [...document.querySelectorAll("main a, main button, main summary, main select, main input:not([type=hidden]), nav a")]
  .filter(e => e.checkVisibility() && !(e.tagName === "A" && getComputedStyle(e).display === "inline" && e.closest("p, li, dd, blockquote")))
  .filter(e => { const field = e.closest("label") || (e.id && document.querySelector(`label[for="${CSS.escape(e.id)}"]`));
    const box = e.getBoundingClientRect(), name = field && field.getBoundingClientRect();
    return Math.max(box.height, name && e.matches("[type=checkbox], [type=radio]") ? name.height : 0) < 43.5; })
  .map(e => e.tagName.toLowerCase() + "." + e.className + " «" + (e.textContent || e.name || "").trim().slice(0, 30) + "» "
    + Math.round(e.getBoundingClientRect().height))"""
CLIPPED = """() => [...document.querySelectorAll("main *, nav *")].filter(e => e.children.length === 0 && e.textContent.trim()
    && !e.closest(".ds-sr-only, svg, textarea, select") && getComputedStyle(e).overflow === "hidden"
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 2)).map(e => e.className + " " + e.textContent.trim().slice(0, 40))"""


MOVING = "() => document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 50).length"


def test_nothing_scrolls_sideways_at_320_pixels_plain_or_spaced(walked, window):
    here = window(walked.server, viewport={"width": 320, "height": 640})
    page = here.tab()
    wide = {}
    for one in walked.pages:
        here.go(page, one.address)
        said = page.evaluate(SIDEWAYS) + page.evaluate(CLIPPED)
        page.evaluate(SPACING)
        said += [f"spaced: {more}" for more in page.evaluate(SIDEWAYS) + page.evaluate(CLIPPED)]
        if said:
            wide[one.address] = said
    assert wide == {}, listed(wide)


def test_targets_on_the_phone_are_large_enough(walked, window):
    here = window(walked.server, viewport=PHONE, has_touch=True, is_mobile=True)
    page = here.tab()
    small = {}
    for one in walked.pages:
        here.go(page, one.address)
        if said := page.evaluate(SMALL):
            small[one.address] = said
    assert small == {}, listed(small)


def test_in_forced_colours_and_without_motion_every_page_has_a_title_and_a_first_heading(walked, window):
    here = window(walked.server, viewport=DESK, forced_colors="active", reduced_motion="reduce")
    page = here.tab()
    titles: dict[str, str] = {}
    for one in walked.pages:
        here.go(page, one.address)
        assert page.locator("h1").first.is_visible(), one.address
        assert page.evaluate(MOVING) == 0, one.address
        assert page.locator("h1").count() == 1 or one.address.endswith("/ark"), one.address
        titles[one.address] = page.title()
    assert [address for address, title in titles.items() if title.startswith(" –") or title.count(" – ") < 1] == []
