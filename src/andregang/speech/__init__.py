"""Sound → what was measured in it, and words when the person has a model of their own. Nothing is ever fetched."""

from andregang.speech.errors import ModelMissing, SoundUnreadable
from andregang.speech.sound import MEASURED, can_decode, measure_sound, with_duration
from andregang.speech.transcription import Said, Transcript, check_model, transcribe

__all__ = [
    "MEASURED",
    "ModelMissing",
    "Said",
    "SoundUnreadable",
    "Transcript",
    "can_decode",
    "check_model",
    "measure_sound",
    "transcribe",
    "with_duration",
]
