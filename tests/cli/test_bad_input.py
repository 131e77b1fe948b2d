"""Whatever is given, one sentence says what happened and what to do now, and the rest goes on."""

from pathlib import Path

import pytest

from .conftest import EXAMPLES, Run


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "tom.txt").write_bytes(b"")
    (tmp_path / "halv.pdf").write_bytes((EXAMPLES / "cv.pdf").read_bytes()[:4000])
    page = (EXAMPLES / "annonse.html").read_text("utf-8")
    (tmp_path / "en.html").write_text(page.replace("Havgløtt", "Fjordvik"), "utf-8")
    (tmp_path / "to.html").write_text(page.replace("Havgløtt", "Brimnes"), "utf-8")
    greeting = (
        "Hei Marte! Velkommen til andre intervju {when} hos oss i Havnegata 2. Vennlig hilsen Siv Lund, Brimnes\n"
    )
    (tmp_path / "fortid.txt").write_text(greeting.format(when="3. desember 2020 kl. 10"), "utf-8")
    (tmp_path / "uten-ar.txt").write_text(greeting.format(when="9. desember kl. 13"), "utf-8")
    (tmp_path / "ukedag.txt").write_text(greeting.format(when="mandag 10. desember 2026 kl. 13"), "utf-8")
    return tmp_path


@pytest.mark.parametrize(("name", "sentence"), [("tom.txt", "ingen tekst"), ("halv.pdf", "er skadet")])
def test_a_file_that_cannot_be_read_alone_ends_with_its_reason(run: Run, here, name, sentence):
    ended = run("prepare", here / name, "--out", here / "ut")
    assert ended.code == 1
    assert sentence in ended.err
    assert not (here / "ut").exists()


def test_the_rest_goes_on_without_an_unreadable_file_and_the_code_says_so(run: Run, here):
    ended = run("prepare", here / "halv.pdf", here / "en.html", "--out", here / "ut")
    assert ended.code == 3
    assert (here / "ut" / "brief.html").exists()


def test_of_two_ads_one_is_used_and_the_other_named(run: Run, here):
    ended = run("prepare", here / "en.html", here / "to.html", "--into", "to-annonser", "--out", here / "ut")
    assert ended.code == 3
    assert "to.html er også en annonse" in ended.err


def test_a_cv_given_as_ad_is_taken_for_what_it_is(run: Run, here):
    ended = run("prepare", "--ad", EXAMPLES / "cv.pdf", "--into", "cv-som-annonse", "--out", here / "ut")
    assert ended.code == 3
    assert "cv.pdf ser ut som" in ended.err
    assert "annonse" in ended.err


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("fortid.txt", "har vært"),
        ("uten-ar.txt", "Året står ikke"),
        ("ukedag.txt", "ukedag"),
    ],
)
def test_a_doubtful_time_is_told(run: Run, here, name, sentence):
    ended = run("prepare", here / name, "--into", name.removesuffix(".txt"), "--out", here / "ut")
    assert ended.code == 0
    assert sentence in ended.err.lower() or sentence in ended.err


@pytest.mark.parametrize(
    "arguments", [["prepare"], ["prepare", "finnes-ikke.pdf"], ["forget"], ["prepare", "--at", "snart", "x"], ["nei"]]
)
def test_a_command_written_wrongly_says_how_to_write_it(run: Run, arguments):
    ended = run(*arguments)
    assert ended.code == 2
    assert "hjelp" in ended.err


def test_an_unknown_preparation_is_told_with_what_to_do(run: Run):
    ended = run("show", "finnes-ikke")
    assert ended.code == 1
    assert "andregang list" in ended.err
