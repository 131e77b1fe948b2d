"""Sound → what was measured in it, and words when the person has a model of their own. Nothing is ever fetched."""

from andregang.speech.errors import ModelMissing, SoundUnreadable
from andregang.speech.sound import MEASURED, can_decode, measure_sound, with_duration

__all__ = ["MEASURED", "ModelMissing", "SoundUnreadable", "can_decode", "measure_sound", "with_duration"]
