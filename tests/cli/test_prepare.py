"""Three files in, a preparation out; one is enough to begin with."""

import json
from pathlib import Path

import pytest

from .conftest import EXAMPLES, Run

FILES = ["brief.html", "brief.pdf", "interview.ics", "plan.ics", "preparation.json", "questions.txt"]


@pytest.fixture(scope="module")
def prepared(run: Run, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "brief"
    ended = run("prepare", EXAMPLES / "innkalling.eml", EXAMPLES / "cv.pdf", EXAMPLES / "annonse.html", "--out", out)
    assert ended.code == 0, ended.err
    return ended, out


@pytest.fixture(scope="module")
def preparation(prepared):
    return json.loads((prepared[1] / "preparation.json").read_text("utf-8"))


def quotes(value):
    if isinstance(value, dict):
        if {"quote", "document", "start", "end"} <= value.keys() and isinstance(value["quote"], str):
            yield value
        for part in value.values():
            yield from quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotes(part)


def test_it_says_what_each_file_was_taken_for(prepared):
    assert "annonse.html: annonse" in prepared[0].out
    assert "cv.pdf: CV" in prepared[0].out
    assert "innkalling.eml: innkalling" in prepared[0].out


def test_it_writes_every_file(prepared):
    assert sorted(path.name for path in prepared[1].iterdir()) == FILES


def test_it_prints_the_meeting_the_hypothesis_the_questions_and_the_plan(prepared):
    for heading in ("Møtet", "Hypotesen: du passer", "Spørsmål det er mest verdt å forberede", "Planen"):
        assert heading in prepared[0].out


def test_nothing_stands_in_it_without_a_place(preparation):
    places = list(quotes(preparation))
    assert len(places) > 40
    assert all(place["document"] and place["end"] > place["start"] for place in places)


def test_it_can_be_shown_listed_and_written_again(run: Run, prepared, tmp_path: Path):
    name = run("list").out.split("\t")[0]
    assert name == "havglott-ferjer-as-2026-12-03"
    assert "Havgløtt Ferjer AS" in run("show", name).out
    again = run("brief", name, "--out", tmp_path / "again")
    assert again.code == 0
    assert (tmp_path / "again" / "brief.html").read_bytes() == (prepared[1] / "brief.html").read_bytes()


def test_what_a_question_measures_is_shown_only_when_asked_for(run: Run, prepared):
    assert "Måler:" not in run("show").out
    assert "Måler:" in run("show", "--measures").out


@pytest.mark.parametrize(("language", "word"), [("nn", "Førebuing"), ("en", "The meeting")])
def test_it_speaks_the_language_asked_for(run: Run, prepared, language, word):
    said = run("--lang", language, "show").out + run("--lang", language, "--help").out
    assert word.lower() in said.lower()


def test_an_ad_alone_is_enough(run: Run, tmp_path: Path):
    ended = run("prepare", EXAMPLES / "annonse.html", "--into", "bare-annonse", "--out", tmp_path / "ut")
    assert ended.code == 0
    assert "ingenting er vurdert" in ended.err
    assert (tmp_path / "ut" / "brief.pdf").exists()


def test_the_time_can_be_given_by_hand(run: Run, tmp_path: Path):
    ended = run(
        "prepare", EXAMPLES / "annonse.html", "--into", "med-tid", "--at", "2026-12-10T14:00", "--out", tmp_path / "ut"
    )
    assert "torsdag 10. desember kl. 14.00" in ended.out
    assert b"20261210T140000" in (tmp_path / "ut" / "interview.ics").read_bytes()


def test_a_forgotten_preparation_is_gone(run: Run, tmp_path: Path):
    run("prepare", EXAMPLES / "annonse.html", "--into", "glem-meg", "--out", tmp_path / "ut")
    assert run("forget", "glem-meg", "--yes").code == 0
    ended = run("show", "glem-meg")
    assert ended.code == 1
    assert "glem-meg" in ended.err


def test_a_newer_cv_takes_the_place_of_the_older(run: Run, tmp_path: Path):
    (tmp_path / "gammel.txt").write_text(CV.format(job="Lagermedarbeider, Brimnes Lager"), "utf-8")
    (tmp_path / "ny.txt").write_text(CV.format(job="Driftsplanlegger, Fjordvik Rutebil"), "utf-8")
    run("prepare", EXAMPLES / "annonse.html", tmp_path / "gammel.txt", "--into", "cv-skifte", "--out", tmp_path / "ut")
    later = {"ANDREGANG_NOW": "2026-11-24T09:00"}
    ended = run("prepare", tmp_path / "ny.txt", "--into", "cv-skifte", "--out", tmp_path / "ut", **later)
    assert ended.code == 0, ended.err
    written = json.loads((tmp_path / "ut" / "preparation.json").read_text("utf-8"))
    assert [role["position"] for role in written["cv"]["work"]] == ["Driftsplanlegger"]


CV = """Marte Solbakk
marte.solbakk@postboks.example

Arbeidserfaring
2019 – d.d. {job}
- Satte opp turnus for 40 ansatte

Utdanning
2013 – 2016 Bachelor i logistikk, Høgskolen i Molde
"""


def test_the_language_may_stand_anywhere(run: Run, prepared):
    assert run("show", "--lang", "en").out == run("--lang=en", "show").out
