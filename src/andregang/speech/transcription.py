"""Speech → words, by a Whisper model that lies in a folder of the person's own. Nothing is ever fetched."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from andregang.domain.text import Language
from andregang.speech.errors import ModelMissing, SoundUnreadable

_NEEDED = ("model.bin", "config.json", "tokenizer.json")
"""What a converted model consists of. Without its own tokenizer the library would look for one on the network."""

# NB-Whisper knows bokmål by the older code of Norwegian.
_CODES = {Language.NB: "no", Language.NN: "nn", Language.EN: "en"}


@dataclass(frozen=True, slots=True)
class Said:
    """A part of what was said, in seconds from the start."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said, in order; `language` is the model's code for it, `duration` in seconds."""

    language: str
    duration: float
    parts: tuple[Said, ...]

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)


def check_model(folder: str) -> Path:
    """The folder of a model that can be loaded here. Raises ModelMissing, before anything is loaded."""
    path = Path(folder).expanduser()
    if not path.is_dir():
        raise ModelMissing("no_folder", folder)
    if not all((path / name).is_file() for name in _NEEDED):
        raise ModelMissing("not_a_model", folder)
    if find_spec("faster_whisper") is None:
        raise ModelMissing("needs_extra", folder)
    return path


def transcribe(
    data: bytes, folder: str, language: Language | None = None, progress: Callable[[float], None] = lambda _: None
) -> Transcript:
    """What is said in a recording. `progress` is told the share done, from 0 to 1; `language` None is found out.

    Raises ModelMissing or SoundUnreadable.
    """
    path = check_model(folder)
    model = _load(path, folder)
    try:
        parts, info = model.transcribe(
            io.BytesIO(data),
            language=_CODES.get(language) if language else None,
            # What was said before must not lead on what is not there: a model fills long pauses with it.
            condition_on_previous_text=False,
        )
        said = tuple(_told(parts, float(info.duration), progress))
    except (ValueError, RuntimeError, OSError, EOFError, IndexError) as error:
        raise SoundUnreadable("damaged") from error
    progress(1.0)
    return Transcript(str(info.language), float(info.duration), said)


def _load(path: Path, folder: str) -> Any:
    from faster_whisper import WhisperModel

    try:
        return WhisperModel(str(path), device="cpu", compute_type="int8", local_files_only=True)
    except (ValueError, RuntimeError, OSError, KeyError) as error:
        raise ModelMissing("not_a_model", folder) from error


def _told(parts: Iterable[Any], duration: float, progress: Callable[[float], None]) -> Iterable[Said]:
    """The parts as they come: the model works while they are asked for."""
    for part in parts:
        progress(min(1.0, part.end / duration) if duration else 1.0)
        if text := part.text.strip():
            yield Said(float(part.start), float(part.end), text)
