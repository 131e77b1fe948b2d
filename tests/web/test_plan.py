"""Plan: what a person does with the days, over HTTP."""

import datetime as dt
import re

from andregang.bootstrap import OWNER

from .conftest import NOW, Site, text_of


def tasks(site: Site) -> list[str]:
    """The ids of the tasks on the plan, in the order shown."""
    return [node.attributes["id"].removeprefix("oppgave-") for node in site.see("plan").css(".task")]


def day_of(site: Site, task: str) -> str:
    section = next(s for s in site.see("plan").css("section") if s.css_first(f"[id='oppgave-{task}']"))
    return section.attributes["aria-labelledby"].removeprefix("dag-")


def test_every_day_to_the_interview_stands_with_its_tasks_and_minutes(prepared: Site):
    page = prepared.see("plan")
    assert "torsdag 3. desember" in text_of(page)
    assert page.css_first("h1").text() == "Planen"
    assert re.search(r"\d+ min", text_of(page))
    assert len(tasks(prepared)) == len(set(tasks(prepared))) > 5


def test_a_task_is_ticked_and_opened_again(prepared: Site):
    task = tasks(prepared)[0]
    answer = prepared.client.post(prepared.address("plan"), data={"task": task, "done": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, prepared.address("plan"))
    assert prepared.see("plan").css_first(f"[id='hake-{task}']").attributes["aria-pressed"] == "true"
    prepared.client.post(prepared.address("plan"), data={"task": task, "done": "0"})
    assert prepared.see("plan").css_first(f"[id='hake-{task}']").attributes["aria-pressed"] == "false"


def test_a_task_is_moved_by_a_select_and_the_day_page_follows(prepared: Site):
    task = tasks(prepared)[0]
    assert day_of(prepared, task) == "2026-11-23"
    asking = prepared.see(f"plan?flytt={task}")
    choices = [node.attributes["value"] for node in asking.css("#day option")]
    assert "2026-11-25" in choices
    assert "2026-12-04" not in choices
    prepared.client.post(prepared.address("plan"), data={"task": task, "day": "2026-11-25"})
    assert day_of(prepared, task) == "2026-11-25"
    assert prepared.see("").css_first(f".tasks [id='oppgave-{task}']") is None
    prepared.client.post(prepared.address("plan"), data={"task": task, "day": ""})
    assert day_of(prepared, task) == "2026-11-23"


def test_a_task_is_not_moved_past_the_interview(prepared: Site):
    task = tasks(prepared)[0]
    answer = prepared.client.post(prepared.address("plan"), data={"task": task, "day": "2026-12-24"})
    assert answer.status_code == 422
    assert day_of(prepared, task) == "2026-11-23"


def test_less_time_takes_away_what_is_worth_least(prepared: Site):
    before = tasks(prepared)
    prepared.client.post(prepared.address("plan"), data={"minutes": "less"})
    prepared.client.post(prepared.address("plan"), data={"minutes": "less"})
    page = prepared.see("plan")
    assert page.css_first("#minutes option[selected]").attributes["value"] == "15"
    assert 0 < len(tasks(prepared)) < len(before)
    assert page.css_first("button[value=less]") is None


def test_a_number_nobody_offered_changes_nothing(prepared: Site):
    answer = prepared.client.post(prepared.address("plan"), data={"minutes": "100000"})
    assert answer.status_code == 422
    assert prepared.see("plan").css_first("#minutes option[selected]").attributes["value"] == "45"


def test_what_was_done_on_an_earlier_day_is_shown_apart_and_not_planned_again(prepared: Site):
    task = next(task for task in tasks(prepared) if task == "story")
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        uow.plan_marks.mark_done(kept.id, task, NOW - dt.timedelta(days=2))
        uow.commit()
    section = next(s for s in prepared.see("plan").css("section") if s.attributes["aria-labelledby"] == "gjort")
    assert section.css_first("#oppgave-story") is not None
    assert tasks(prepared).count("story") == 1


def test_without_a_time_the_plan_asks_for_it(site: Site):
    from andregang.domain.source import DocumentKind

    from .conftest import AD, document

    site.give(document("annonse.txt", AD, DocumentKind.AD))
    page = site.see("plan")
    assert page.css_first(".task") is None
    assert page.css_first("main a.ds-button").attributes["href"] == site.address("motet/tid")
