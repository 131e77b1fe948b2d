"""`andregang transcribe`: what is said on stdout, how far it is and what is needed on stderr."""

import json
import shutil
from pathlib import Path

import pytest

from speech import made_sound, whispering

from .conftest import Ended, Run


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "modell"
    folder.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (folder / name).write_bytes(b"{}")
    return folder


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return made_sound.write(tmp_path / "svar.wav", made_sound.wav(made_sound.made_up(71, rate=8000, parts=3)))


@pytest.fixture
def transcribe(run: Run, tmp_path: Path):
    """Runs the command where the library is the stand-in."""
    instead = tmp_path / "bibliotek"
    instead.mkdir()
    shutil.copy(Path(whispering.__file__), instead / "faster_whisper.py")

    def run_command(*arguments: object) -> Ended:
        return run("--lang", "nb", "transcribe", *arguments, PYTHONPATH=str(instead))

    return run_command


def test_the_words_come_out_and_progress_stays_apart(transcribe, sound, model):
    ended = transcribe(sound, "--model", model)
    assert ended.code == 0
    assert ended.out == "Jeg la om vaktlista. Ventetiden gikk ned fra ni dager til fem.\n"
    assert "100 % er skrevet ned" in ended.err
    assert "ord i minuttet." in ended.err


def test_json_holds_times_and_what_was_measured(transcribe, sound, model):
    said = json.loads(transcribe(sound, "--model", model, "--json", "--language", "nn").out)
    assert said["language"] == "nn"
    assert [part["start"] for part in said["parts"]] == [0, 2]
    assert len(said["measures"]["pauses"]) == 2
    spoken = said["measures"]["speech"] + sum(end - start for start, end in said["measures"]["pauses"])
    assert said["words_per_minute"] == pytest.approx(said["words"] / spoken * 60, rel=0.01)


def test_without_a_model_it_is_said_calmly_what_is_needed(transcribe, sound):
    ended = transcribe(sound)
    assert ended.code == 2
    assert "--model MAPPE" in ended.err
    assert "Uten modell kan du skrive svaret selv" in ended.err


@pytest.mark.parametrize(
    ("recording", "folder", "said"),
    [
        ("svar", "tiny", "Det finnes ingen mappe tiny. En modell hentes aldri ned."),
        ("svar", "tom", "inneholder ingen modell som kan lastes."),
        ("finnes-ikke", "", "Fant ikke noe opptak som heter finnes-ikke."),
        ("modell", "", "Fant ikke lyd her som kan leses."),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(transcribe, sound, model, tmp_path, recording, folder, said):
    (tmp_path / "tom").mkdir()
    given = {"svar": sound, "modell": model / "model.bin"}.get(recording, recording)
    ended = transcribe(given, "--model", {"tom": tmp_path / "tom", "": model}.get(folder, folder))
    assert ended.code == 1
    assert ended.out == ""
    assert said in " ".join(ended.err.split())
