"""`andregang feedback`: an answer in, what was found and what was not out."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from andregang.domain.text import Language
from andregang.language.answers import load_answer_classifier, weights_digest

from .conftest import Run

ANSWER = (
    "eh ja det var i fjor høst på lageret vi hadde mange plukkfeil og jeg tok en runde med nattskiftet "
    "og så flyttet jeg tre varer og feilene gikk ned fra tolv til fire i uka"
)
KEYS = {"context", "planned", "did", "result", "people", "learned", "bridge"}


def typed(*arguments: str, answer: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "andregang", *arguments, "feedback", "-q", "Fortell om en forbedring."],
        input=answer, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        env={"ANDREGANG_HOME": str(home), "PATH": "", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def test_answers_in_a_file_become_one_object_a_line(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": "x1", "language": "nb", "question": "Fortell om en forbedring.", "answer": ANSWER},
        {"id": "x2", "question": "", "answer": "I would start by asking everyone what they need."},
        {"id": 3, "language": "nn", "question": "", "answer": ""},
    ]
    file = tmp_path / "svar.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", "utf-8")
    ended = run("feedback", "--jsonl", file)
    assert ended.code == 0
    said = [json.loads(line) for line in ended.out.splitlines()]
    assert [row["id"] for row in said] == ["x1", "x2", 3]
    for row, given in zip(said, rows, strict=True):
        assert set(row["elements"]) == KEYS
        for quotes, spans in zip(row["elements"].values(), row["spans"].values(), strict=True):
            assert quotes == [str(given["answer"])[start:end] for start, end in spans]
        assert all(isinstance(row[flag], bool) for flag in ("own_part_visible", "specific_event", "quantified_result"))
    assert said[0]["elements"]["did"] and said[0]["elements"]["result"] and said[0]["quantified_result"]
    assert said[1]["hypothetical"] and not said[1]["elements"]["did"]
    assert said[2]["words"] == 0


@pytest.mark.parametrize("line", ["[1]", '{"id": 1}', "ikke json"])
def test_a_line_that_is_no_answer_is_named(run: Run, tmp_path: Path, line: str) -> None:
    file = tmp_path / "svar.jsonl"
    file.write_text('{"answer": "Hei"}\n' + line, "utf-8")
    ended = run("feedback", "--jsonl", file)
    assert ended.code == 2
    assert "Linje 2" in ended.err


@pytest.mark.parametrize(
    ("language", "found", "missed"),
    [
        ("nb", "Fant i svaret", "Fant ikke i svaret"),
        ("nn", "Fann i svaret", "Fann ikkje i svaret"),
        ("en", "Found in the answer", "Did not find in the answer"),
    ],
)
def test_a_person_is_told_what_was_found_and_what_was_not(
    tmp_path: Path, language: str, found: str, missed: str
) -> None:
    ended = typed("--lang", language, answer=ANSWER, home=tmp_path)
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert found in lines and missed in lines
    assert "tolv til fire" in " ".join(ended.stdout.split())


def test_no_answer_is_asked_for(tmp_path: Path) -> None:
    ended = typed(answer="  \n", home=tmp_path)
    assert ended.returncode == 2
    assert "svar" in ended.stderr


def test_the_head_tells_a_deed_from_a_lesson() -> None:
    from andregang.content import load_vocabulary
    from andregang.domain.rehearsal import Element, split_answer

    classify = load_answer_classifier()
    if classify is None:
        pytest.skip("the embedder cannot run here")
    answer = "Jeg byttet pumpa samme kveld. Neste gang spør jeg først."
    deed, lesson = classify(split_answer(answer, Language.NB, load_vocabulary()))
    assert deed[Element.DID] > lesson[Element.DID]
    assert lesson[Element.LEARNED] > deed[Element.LEARNED]
    assert classify([]) == []


def test_a_changed_number_or_sign_changes_the_digest() -> None:
    zeros, ones = np.zeros((7, 4), dtype=np.float32), np.ones(7, dtype=np.float32)
    assert (
        len(
            {
                weights_digest(zeros, ones, ["a"]),
                weights_digest(zeros, ones, ["b"]),
                weights_digest(zeros, ones * 2, ["a"]),
            }
        )
        == 3
    )
