"""`andregang practise`: the day's questions from a pipe, kept, shown and graded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import EXAMPLES, NOW, Run

ANSWER = (
    "I 2021 var ventetiden for lang. Jeg planla å måle den i tre uker.\n"
    "Jeg ringte hver dag og skrev ned tiden. Ventetiden gikk ned fra ni til fire dager.\n"
)


@pytest.fixture(scope="module")
def prepared(run: Run, home: Path) -> Path:
    ended = run("prepare", EXAMPLES / "annonse.html", EXAMPLES / "cv.pdf", EXAMPLES / "innkalling.eml",
                ANDREGANG_MEANINGS="off")  # fmt: skip
    assert ended.code == 0, ended.err
    return home


def practise(home: Path, typed: str, *arguments: str, now: str = NOW) -> subprocess.CompletedProcess[str]:
    surroundings = {
        **os.environ, "ANDREGANG_HOME": str(home), "ANDREGANG_NOW": now, "LC_ALL": "C.UTF-8", "ANDREGANG_LANG": "nb",
        "ANDREGANG_MEANINGS": "off",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "andregang", "practise", *arguments], env=surroundings, input=typed, text=True,
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def test_an_answer_is_kept_shown_and_graded(prepared):
    done = practise(prepared, f"nytte\n{ANSWER}\n3\n", "--question", "IQ-B01")
    assert done.returncode == 0, done.stderr
    assert "Hva blir ditt viktigste bidrag hvis vi ansetter deg?" in done.stdout
    assert "«Ventetiden gikk ned fra ni til fire dager" in " ".join(done.stdout.split())
    assert "Fant ikke i svaret" in done.stdout
    assert "sekunder høyt" in done.stdout
    again = practise(prepared, "")
    assert "viktigste bidrag" not in again.stdout


def test_the_minutes_decide_how_many(prepared):
    typed = "\n".join(f"\n{ANSWER}.\n2" for _ in range(9))
    done = practise(prepared, typed, "--minutes", "6")
    assert done.returncode == 0
    assert done.stdout.count("Spørsmålet måler") == 2
    assert "2 spørsmål, 6 minutter." in done.stderr


def test_nothing_typed_is_nothing_done(prepared):
    done = practise(prepared, "", now="2026-11-24T09:00")
    assert done.returncode == 1
    assert "Spørsmålet måler" not in done.stdout
    assert done.stdout.strip()


def test_ending_at_once_leaves_the_question(prepared):
    done = practise(prepared, f"\n\n\n{ANSWER}.\n\n", "--minutes", "6")
    assert done.returncode == 0
    assert done.stdout.count("Spørsmålet måler") == 1


@pytest.mark.parametrize("arguments", [("--question", "IQ-X1"), ("finnes-ikke",)])
def test_what_is_not_there_is_said(prepared, arguments):
    done = practise(prepared, "", *arguments)
    assert done.returncode == 1
    assert done.stderr
