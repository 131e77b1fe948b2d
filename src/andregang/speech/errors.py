"""What can go wrong with sound, as values with fields and no prose."""

from dataclasses import dataclass


@dataclass(unsafe_hash=True)
class SoundUnreadable(Exception):
    """A recording cannot be measured or read aloud to a model.

    `reason` is `needs_decoder` (the extra `opptak` is not installed), `damaged` (no sound is found in it), `too_long`
    or `too_slow`.
    """

    reason: str


@dataclass(unsafe_hash=True)
class ModelMissing(Exception):
    """No words can be made of speech: `reason` is `needs_extra` (the extra `tale` is not installed), `no_folder`
    (`folder` is no folder on this machine), or `not_a_model` (it holds no model that can be loaded)."""

    reason: str
    folder: str = ""
