"""The keyboard alone: every stop of the Tab key is seen, outside the bar at the bottom, and its focus is drawn."""

import pytest
from playwright.sync_api import Page

from .conftest import DESK, PHONE, listed

STOP = """() => { const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.__stops ??= new Set();
  const again = window.__stops.has(e); window.__stops.add(e);
  const box = e.getBoundingClientRect();
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight), left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
  const seen = [[.5, .5], [.1, .2], [.9, .8], [.1, .8], [.9, .2]].some(([x, y]) => {
    const at = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
    return at && (e.contains(at) || at.contains(e) && at.closest("label, a, button, summary") || at.labels && [...at.labels].includes(e)); });
  const style = getComputedStyle(e);
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none"
    || e.closest("label, .ds-field") !== null;
  const name = e.tagName.toLowerCase() + "#" + e.id + " «" + (e.innerText || e.name || "").trim().slice(0, 40) + "»";
  return { name, again, seen: bottom > top && right > left && seen, drawn, box: [Math.round(box.top), Math.round(box.bottom)] }; }"""


def walk(page: Page, most: int = 150) -> tuple[int, list[str]]:
    """The stops of the Tab key, and what is wrong with them."""
    wrong, stops = [], 0
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or stop["again"]:
            break
        stops += 1
        if not stop["seen"]:
            wrong.append(f"hidden: {stop['name']} {stop['box']}")
        if not stop["drawn"]:
            wrong.append(f"not drawn: {stop['name']}")
    return stops, wrong


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_no_stop_of_the_tab_key_is_hidden(walked, window, size):
    here = window(walked.server, viewport=size)
    page = here.tab()
    hidden, stops = {}, 0
    for one in walked.pages:
        here.go(page, one.address)
        count, wrong = walk(page)
        stops += count
        if wrong:
            hidden[one.address] = wrong
    assert stops > 200
    assert hidden == {}, listed(hidden)


def test_the_walk_notices_a_bar_that_hides(walked, window):
    here = window(walked.server, viewport=PHONE)
    page = here.tab()
    here.go(page, f"/s/{walked.server.slugs[0]}/plan")
    page.evaluate("""() => { const sheet = new CSSStyleSheet();
      sheet.replaceSync("html { scroll-padding: 0 !important } .places { padding-block-start: 12rem !important }");
      document.adoptedStyleSheets = [sheet]; }""")
    assert any(said.startswith("hidden") for said in walk(page)[1])


def test_the_first_stop_leads_past_the_navigation(walked, window):
    here = window(walked.server)
    page = here.tab()
    here.go(page, f"/s/{walked.server.slugs[0]}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"
