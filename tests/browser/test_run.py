"""The clock of a run through a case, in a real browser: it says what the domain says, and nothing kept is lost."""

import math

import pytest

from domain.case.clocks import TABLE

from .conftest import PHONE


@pytest.fixture
def run_page(server, window):
    """A run just begun."""
    here = window(server, viewport=PHONE)
    page = here.tab()
    here.go(page, f"/s/{server.slugs[0]}/case/gjennomforing")
    page.locator("main form button").last.click()
    page.wait_for_selector("[data-run]")
    return page


def test_the_script_says_what_the_domain_says(run_page):
    for planned, changes, now, limit, said in TABLE:
        told = run_page.evaluate("(given) => window.readClock(...given)", [planned, changes, now, limit])
        for name, value in said.items():
            if isinstance(value, str) or name == "part":
                assert told[name] == value, (planned, changes, now)
            else:
                assert math.isclose(told[name], value, abs_tol=1e-6), (planned, changes, now)


def test_each_part_is_kept_at_once_and_the_page_goes_on_after_a_reload(run_page):
    before = run_page.inner_text("[data-title]")
    with run_page.expect_response(lambda answer: answer.request.method == "POST") as kept:
        run_page.click("[data-next]")
    assert kept.value.status == 204
    after = run_page.inner_text("[data-title]")
    assert after != before
    run_page.reload()
    assert run_page.inner_text("[data-title]") == after


def test_the_last_part_shows_plan_and_run(run_page):
    for _ in range(run_page.locator("[data-parts] li").count()):
        run_page.click("[data-next]")
    run_page.wait_for_selector("table")
    assert run_page.locator("tbody tr").count() >= 3
