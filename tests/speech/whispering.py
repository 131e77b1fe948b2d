"""A stand-in for faster-whisper with its interface, which hears the same words in every sound."""

from dataclasses import dataclass
from pathlib import Path

WORDS = ("Jeg la om vaktlista.", "  Ventetiden gikk ned fra ni dager til fem. ", " ")
asked: list[dict] = []


@dataclass
class Segment:
    start: float
    end: float
    text: str


@dataclass
class TranscriptionInfo:
    language: str
    language_probability: float
    duration: float


class WhisperModel:
    def __init__(self, model_size_or_path, device="auto", compute_type="default", local_files_only=False):
        assert local_files_only, "would look on the network"
        assert Path(model_size_or_path).is_dir(), "a name is fetched"
        if (Path(model_size_or_path) / "model.bin").read_bytes() == b"broken":
            raise RuntimeError("File model.bin is incomplete")

    def transcribe(self, audio, language=None, condition_on_previous_text=True):
        data = audio.read()
        asked.append({"language": language, "size": len(data), "before": condition_on_previous_text})
        if not data.startswith(b"RIFF"):
            raise ValueError("Invalid data found when processing input")
        parts = (Segment(2.0 * place, 2.0 * place + 2, text) for place, text in enumerate(WORDS))
        return parts, TranscriptionInfo(language or "no", 0.9, 6.0)
