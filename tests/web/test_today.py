"""I dag: how long it is, one thing to do now and why, and the rest of the day."""

import datetime as dt

from .conftest import NOW, Site, text_of


def test_the_front_page_leads_to_the_nearest_interview(prepared: Site):
    answer = prepared.client.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, prepared.address(""))


def test_it_says_how_long_it_is_and_when(prepared: Site):
    page = prepared.see("")
    assert page.css_first("h1").text(strip=True).startswith("Intervju om ")
    assert "torsdag 3. desember" in text_of(page).lower()


def test_one_thing_is_suggested_with_its_reason_and_minutes(prepared: Site):
    card = prepared.see("").css_first("section.action")
    assert card.css_first("h2").text(strip=True)
    assert "minutter" in card.text()
    assert card.css_first("a.ds-button").attributes["href"].startswith(prepared.address(""))


def test_something_else_can_be_suggested(prepared: Site):
    first = prepared.see("").css_first("section.action h2").text(strip=True)
    other = prepared.see("?forslag=1").css_first("section.action h2").text(strip=True)
    assert first != other


def test_a_task_that_is_done_is_not_suggested_again_today(prepared: Site):
    page = prepared.see("")
    task = page.css_first("section.action input[name=task]").attributes["value"]
    answer = prepared.client.post(prepared.address(""), data={"task": task, "done": "1"}, follow_redirects=False)
    assert answer.status_code == 303
    suggested = prepared.see("").css_first("section.action input[name=task]")
    assert suggested is None or suggested.attributes["value"] != task


def test_the_lines_of_the_ad_are_counted_in_words(prepared: Site):
    assert "belagt" in text_of(prepared.see("")) or "ikke vurdert" in text_of(prepared.see(""))


def test_after_the_interview_the_page_turns_to_what_comes_after(prepared: Site):
    prepared.context.clock = lambda: NOW + dt.timedelta(days=30)
    page = prepared.see("")
    assert "Intervjuet var" in page.css_first("h1").text()
    assert page.css_first("section.action a.ds-button").attributes["href"].endswith("/etterpa")
