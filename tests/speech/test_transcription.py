"""Speech becomes words by a model in a folder that is there, and never by one that would be fetched."""

import importlib.machinery
import inspect
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from andregang.domain.text import Language
from andregang.speech import ModelMissing, SoundUnreadable, check_model, transcribe

from . import made_sound, whispering

SOUND = made_sound.wav(made_sound.made_up(70, rate=8000, parts=2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like a converted model."""
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"{}")
    return tmp_path


@pytest.fixture
def whisper(monkeypatch: pytest.MonkeyPatch):
    """The stand-in where the library would be."""
    whispering.__spec__ = importlib.machinery.ModuleSpec("faster_whisper", None)
    monkeypatch.setitem(sys.modules, "faster_whisper", whispering)
    whispering.asked.clear()
    return whispering


def test_what_is_said_comes_in_order_with_its_times(whisper, folder):
    done: list[float] = []
    said = transcribe(SOUND, str(folder), Language.NB, done.append)
    assert said.text == "Jeg la om vaktlista. Ventetiden gikk ned fra ni dager til fem."
    assert [(part.start, part.end) for part in said.parts] == [(0, 2), (2, 4)]
    assert done == sorted(done)
    assert done[-1] == 1
    assert whisper.asked == [{"language": "no", "size": len(SOUND), "before": False}]


@pytest.mark.parametrize(
    ("language", "code"), [(Language.NB, "no"), (Language.NN, "nn"), (Language.EN, "en"), (None, None)]
)
def test_a_language_is_said_in_the_models_code(whisper, folder, language, code):
    transcribe(SOUND, str(folder), language)
    assert whisper.asked[0]["language"] == code


@pytest.mark.parametrize("name", ["tiny", "NbAiLab/nb-whisper-small", "", "/finnes/ikke", "https://example.org/m"])
def test_a_name_that_is_no_folder_is_refused_before_anything_is_loaded(whisper, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelMissing) as missing:
        transcribe(SOUND, name or "ikke-her")
    assert missing.value.reason == "no_folder"
    assert whisper.asked == []


@pytest.mark.parametrize("left_out", ["model.bin", "config.json", "tokenizer.json"])
def test_a_folder_that_lacks_a_part_is_refused_since_the_library_would_fetch_it(whisper, folder, left_out):
    (folder / left_out).unlink()
    with pytest.raises(ModelMissing) as missing:
        transcribe(SOUND, str(folder))
    assert missing.value.reason == "not_a_model"


def test_a_model_that_is_broken_is_said_to_be(whisper, folder):
    (folder / "model.bin").write_bytes(b"broken")
    with pytest.raises(ModelMissing) as missing:
        transcribe(SOUND, str(folder))
    assert missing.value.reason == "not_a_model"


def test_what_is_no_sound_is_said_to_be(whisper, folder):
    with pytest.raises(SoundUnreadable):
        transcribe(b"hei", str(folder))


def test_without_the_extra_it_is_said_what_is_needed(folder, monkeypatch):
    monkeypatch.setattr("andregang.speech.transcription.find_spec", lambda name: None)
    with pytest.raises(ModelMissing) as missing:
        check_model(str(folder))
    assert missing.value.reason == "needs_extra"


@pytest.mark.skipif(find_spec("faster_whisper") is None, reason="the extra tale is not installed")
def test_the_stand_in_has_the_librarys_interface():
    from faster_whisper import WhisperModel

    for name in ("__init__", "transcribe"):
        ours = inspect.signature(getattr(whispering.WhisperModel, name)).parameters
        assert set(ours) <= set(inspect.signature(getattr(WhisperModel, name)).parameters)
