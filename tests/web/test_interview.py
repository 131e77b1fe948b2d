"""Prøveintervju: this meeting in order, kept at every step, and gone on with after a killed server."""

import os
import re
import signal
import subprocess
import sys

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from andregang.bootstrap import OWNER
from andregang.domain.interview import Course
from andregang.domain.source import DocumentKind

from .conftest import AD as AD_TEXT
from .conftest import INVITATION, Site, document, text_of
from .filled import empty_preparation

GENERAL = "Jeg er en strukturert person, og jeg pleier å ha orden."
TOLD = (
    "I 2021 hadde vi for mange avvik i plateverkstedet. Jeg planla å gå rundt hver morgen i tre uker. "
    "Jeg målte hver plate selv og skrev ned hva som gikk galt. Avvikene gikk ned fra tolv til tre i måneden. "
    "Formannen, Kjell, var med på målingene. Jeg lærte at man må spørre dem som står ved saksa."
)


def begin(site: Site) -> str:
    given = site.client.post(site.address("ov/prove"))
    assert given.status_code == 303
    return given.headers["location"]


def at(site: Site, run: str) -> LexborHTMLParser:
    answer = site.client.get(run)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.text)


def step_of(page: LexborHTMLParser) -> dict[str, str]:
    return {name: page.css_first(f"input[name={name}]").attributes["value"] for name in ("step", "clock")}


def give(site: Site, run: str, answer: str = TOLD, **more: str):
    return site.client.post(run, data={**step_of(at(site, run)), "answer": answer, **more})


def course(site: Site, run: str) -> Course:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return Course.of(uow.runs.get(run.rsplit("/", 1)[1]).state)


def through(site: Site, run: str, answer: str = TOLD) -> int:
    """Answers everything; how many questions there were."""
    for number in range(60):
        if not at(site, run).css("input[name=step]"):
            return number
        assert give(site, run, answer).status_code == 303
    raise AssertionError("no end")


def test_the_programme_has_the_minutes_of_the_meeting_and_the_one_who_comes(prepared):
    page = prepared.see("ov/prove")
    parts = [text_of(LexborHTMLParser(item.html), "li") for item in page.css("ol.listing li")]
    minutes = [int(re.search(r"(\d+) min", part)[1]) for part in parts]
    assert sum(minutes) == 90
    assert "Signe Hauge spør" in " ".join(parts)
    order = ["Historien om meg", "Kompetanse per arbeidsoppgave", "Bidrag", "Samarbeid", "Dine spørsmål", "Vilkår"]
    shown = " ".join(parts)
    assert [shown.index(name) for name in order] == sorted(shown.index(name) for name in order)
    assert "tester" not in shown


def test_the_parts_are_those_of_the_invitation_when_it_names_them(site):
    agenda = "\n\nAgenda:\n13.00 Bli bedre kjent\n13.15 Samtale om arbeidsoppgavene\n14.00 Lønn og vilkår\n14.15 Veien videre\n"
    site.give(
        document("annonse.txt", AD_TEXT, DocumentKind.AD),
        document("innkalling.txt", INVITATION + agenda, DocumentKind.INVITATION),
    )
    titles = text_of(site.see("ov/prove"), "ol.listing")
    assert titles.startswith("Bli bedre kjent")
    assert titles.index("arbeidsoppgavene") < titles.index("Lønn og vilkår") < titles.index("Veien videre")
    assert "Dine spørsmål" not in titles


def test_a_run_ends_in_a_report_with_every_answer_kept(prepared):
    run = begin(prepared)
    count = through(prepared, run)
    assert count > 10
    page = at(prepared, run)
    links = page.css("ul.listing a")
    assert len(links) == count
    assert prepared.client.get(links[0].attributes["href"]).status_code == 200
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        attempts = uow.attempts.of(kept.id)
        assert {attempt.run for attempt in attempts} == {run.rsplit("/", 1)[1]}
        assert len(attempts) == count
        assert any(mark.task == "full_run" and mark.done for mark in uow.plan_marks.of(kept.id))
    assert text_of(prepared.see("ov/prove"), "section[aria-labelledby=for]")


def test_what_was_not_found_is_followed_up_and_what_was_found_is_not(open_site, tmp_path):
    asked = {}
    for name, answer in (("general", GENERAL), ("told", TOLD)):
        site = open_site(folder=tmp_path / name)
        site.give(document("a.txt", AD_TEXT, DocumentKind.AD), document("i.txt", INVITATION, DocumentKind.INVITATION))
        run = begin(site)
        through(site, run, answer)
        asked[name] = [step for step in course(site, run).programme.steps if step.follows]
    assert asked["told"] == []
    assert len(asked["general"]) > 3
    assert len({step.key.split("~")[1] for step in asked["general"]}) == len(asked["general"])


def test_the_report_names_what_was_most_often_not_found(prepared):
    run = begin(prepared)
    through(prepared, run, GENERAL)
    often = text_of(at(prepared, run), "section[aria-labelledby=ofte]")
    assert re.search(r"førte til: i (\d+) av \1 svar", often)


def test_a_question_can_be_gone_past_and_a_run_ended_early(prepared):
    run = begin(prepared)
    first = text_of(at(prepared, run), "h1")
    assert give(prepared, run, "", skip="1").status_code == 303
    assert text_of(at(prepared, run), "h1") != first
    give(prepared, run, "", end="1")
    report = at(prepared, run)
    assert "Gått forbi uten svar" in text_of(report)
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert not uow.plan_marks.of(uow.preparations.by_slug(prepared.slug).id)


def test_an_empty_answer_goes_nowhere(prepared):
    run = begin(prepared)
    answer = give(prepared, run, "  ")
    assert answer.status_code == 422
    assert LexborHTMLParser(answer.text).css_first("#feil a").attributes["href"] == "#answer"
    assert course(prepared, run).at == 0


def test_a_pause_keeps_the_words_and_the_clock(prepared):
    run = begin(prepared)
    paused = prepared.client.post(run, data={"step": "0", "clock": "61.5", "answer": "Jeg begynte", "pause": "1"})
    assert paused.headers["location"].endswith("/ov/prove")
    assert "Fortsett der du var" in text_of(prepared.see("ov/prove"))
    assert begin(prepared) == run
    page = at(prepared, run)
    assert page.css_first("textarea").text() == "Jeg begynte"
    assert step_of(page) == {"step": "0", "clock": "61.5"}


def test_the_clock_never_runs_backwards_and_nonsense_is_no_clock(prepared):
    run = begin(prepared)
    for clock in ("30", "10", "nan", "inf", "-4", "x", "1e99"):
        prepared.client.post(run, data={"step": "0", "clock": clock, "answer": ""}, headers={"X-Draft": "1"})
    assert course(prepared, run).stage.used == 30


def test_without_scripts_an_answer_uses_the_time_it_takes_to_say(prepared):
    run = begin(prepared)
    give(prepared, run, "ord " * 126)
    assert course(prepared, run).programme.stages[course(prepared, run).programme.steps[0].stage].used == pytest.approx(
        60
    )


def test_the_same_form_sent_twice_answers_once(prepared):
    run = begin(prepared)
    form = {**step_of(at(prepared, run)), "answer": TOLD}
    for _ in range(2):
        assert prepared.client.post(run, data=form).status_code == 303
    assert course(prepared, run).at == 1
    prepared.client.post(run, data={**form, "answer": "Et annet svar."})
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        attempts = uow.attempts.of(uow.preparations.by_slug(prepared.slug).id)
    by_answer = {attempt.answer: attempt.id for attempt in attempts}
    assert set(by_answer) == {TOLD, "Et annet svar."}
    assert len(attempts) == 2
    assert course(prepared, run).programme.steps[0].attempt == by_answer["Et annet svar."]


def test_a_draft_of_a_question_that_is_passed_changes_nothing(prepared):
    run = begin(prepared)
    give(prepared, run)
    prepared.client.post(run, data={"step": "0", "clock": "5", "answer": "sent"}, headers={"X-Draft": "1"})
    assert course(prepared, run).draft == ""


@pytest.mark.parametrize("step", ["99", "-1", "x", "", "²"])
def test_a_step_there_is_not_is_not_found(prepared, step):
    run = begin(prepared)
    assert prepared.client.post(run, data={"step": step, "clock": "0", "answer": TOLD}).status_code == 404


def test_a_deleted_run_is_gone_and_its_answers_stay(prepared):
    run = begin(prepared)
    give(prepared, run)
    give(prepared, run, "", end="1")
    assert prepared.client.post(run, data={"remove": "1"}).status_code == 303
    assert prepared.client.get(run).status_code == 404
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert len(uow.attempts.of(uow.preparations.by_slug(prepared.slug).id)) == 1


def test_nothing_given_leads_to_the_ad_or_a_usual_meeting(site):
    site.slug = empty_preparation(site.context)
    page = site.see("ov/prove")
    assert page.css("main a.ds-button, main button")
    assert site.client.post(site.address("ov/prove")).status_code == 303


def test_no_run_of_that_name(prepared):
    assert prepared.client.get(prepared.address("ov/prove/nope")).status_code == 404


def serve(home) -> tuple[subprocess.Popen[str], httpx.Client]:
    surroundings = {
        **os.environ, "ANDREGANG_HOME": str(home), "ANDREGANG_NOW": "2026-11-23T09:00", "ANDREGANG_MEANINGS": "off",
        "PYTHONUNBUFFERED": "1", "ANDREGANG_LANG": "nb",
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-m", "andregang", "serve", "--no-browser", "--port", "0"],
        env=surroundings, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    entrance = process.stdout.readline().split()[-1]
    client = httpx.Client(headers={"Sec-Fetch-Site": "same-origin"}, timeout=30)
    client.get(entrance)
    client.base_url = entrance.rsplit("/", 1)[0]
    return process, client


def test_a_killed_server_goes_on_where_it_was(prepared, tmp_path):
    slug = prepared.slug
    prepared.context.close()
    process, client = serve(tmp_path)
    try:
        run = client.post(f"/s/{slug}/ov/prove").headers["location"]
        for number in range(2):
            given = client.post(run, data={"step": str(number), "clock": str(40 + number), "answer": TOLD})
            assert given.status_code == 303
        words = text_of(LexborHTMLParser(client.get(run).text), "h1")
        draft = {"step": "2", "clock": "73.5", "answer": "Da strømmen gikk, sto jeg ved"}
        assert client.post(run, data=draft, headers={"X-Draft": "1"}).status_code == 204
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        client.close()
    process, client = serve(tmp_path)
    try:
        assert "Fortsett der du var" in client.get(f"/s/{slug}/ov/prove").text
        assert client.post(f"/s/{slug}/ov/prove").headers["location"] == run
        page = LexborHTMLParser(client.get(run).text)
        assert text_of(page, "h1") == words
        assert page.css_first("textarea").text() == draft["answer"]
        assert step_of(page) == {"step": "2", "clock": "73.5"}
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        client.close()
