"""`andregang correct`: the person's word on a reading, from the terminal."""

import pytest

from .conftest import EXAMPLES, Ended, Run


@pytest.fixture(scope="module")
def given(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    out = tmp_path_factory.mktemp("out") / "brief"
    ended = run("prepare", EXAMPLES / "innkalling.eml", EXAMPLES / "cv.pdf", EXAMPLES / "annonse.html", "--out", out)
    assert ended.code == 0, ended.err
    return run


def shown(run: Run) -> str:
    return run("show").out


def test_a_field_is_set(given: Run):
    assert given("correct", "--set", "title", "Driftsplanlegger").code == 0
    assert "Driftsplanlegger" in shown(given)


def test_a_line_is_struck_by_a_part_of_its_words_and_brought_back(given: Run):
    line = "Førerkort klasse B"
    before = shown(given).count(line)
    assert given("correct", "--strike", "Planlegge vedlikehold").code == 0
    assert "Planlegge vedlikehold" not in shown(given)
    back = "Planlegge vedlikehold og verkstedopphold sammen med teknisk avdeling"
    assert given("correct", "--bring-back", back).code == 0
    assert "Planlegge vedlikehold" in shown(given)
    assert shown(given).count(line) == before


def test_evidence_is_rejected_and_taken_back(given: Run):
    evidence = "Excel, Power BI"
    assert evidence in shown(given)
    assert given("correct", "--reject", "Power BI", evidence).code == 0
    assert evidence not in shown(given)
    assert given("correct", "--take-back", "Power BI", evidence).code == 0
    assert evidence in shown(given)


def test_own_words_and_a_new_line_are_kept(given: Run):
    assert given("correct", "--add", "must", "Truckførerbevis T4").code == 0
    assert given("correct", "--own-words", "Truckførerbevis", "Tok beviset i 2014").code == 0
    assert "Truckførerbevis T4" in shown(given)
    assert "Tynt belagt" in shown(given).split("Truckførerbevis T4")[1][:60].replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--help"),
        (["--strike", "finnes ikke noe sted"], "Fant ingen linje"),
        (["--strike", "og"], "Flere linjer"),
        (["--set", "place", "Molde"], "ad.place"),
        (["--set", "shoe_size", "44"], "shoe_size"),
    ],
)
def test_what_cannot_be_understood_is_told_and_changes_nothing(given: Run, arguments: list[str], said: str):
    before = shown(given)
    ended: Ended = given("correct", *arguments)
    assert ended.code == 2
    assert said in ended.err
    assert shown(given) == before


def test_a_value_that_cannot_be_read_is_told_and_nothing_is_kept(given: Run):
    ended = given("correct", "--set", "title", "Noe annet", "--set", "deadline", "i november")
    assert ended.code == 1
    assert "dato" in ended.err
    assert "Noe annet" not in shown(given)
