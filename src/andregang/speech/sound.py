"""Sound of any kind → measures. WAV is read here; what a browser records, through PyAV in a process of its own."""

import json
import math
import os
import subprocess
import sys
from array import array
from collections.abc import Sequence
from importlib.util import find_spec

from andregang.domain.recording import Measures, measure
from andregang.speech.errors import SoundUnreadable
from andregang.speech.loudness import Loudness, loudest
from andregang.speech.wav import is_wav, read_wav

MEASURED = 30 * 60
"""Seconds of the longest recording that is measured."""

_PATIENCE = 60.0
_START = "import sys; sys.path[:] = {path!r}; from andregang.speech.decoder import main; sys.exit(main())"
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH")


def can_decode() -> bool:
    """Whether sound other than WAV can be measured here: the extra `opptak` is installed."""
    return find_spec("av") is not None


def measure_sound(data: bytes) -> Measures:
    """Speech and pauses of a recording: WAV always; webm, ogg, mp4, mp3 … with the extra `opptak`.

    Raises SoundUnreadable.
    """
    if is_wav(data):
        levels, duration = _wav_levels(data)
    else:
        levels, duration = _decoded_levels(data)
    return measure(levels, duration=duration)


def with_duration(data: bytes) -> bytes:
    """The same recording with its length written in it, which a browser leaves out of webm: then it can be wound.

    Without the extra, or when it cannot be done, the bytes as they are.
    """
    if not data.startswith(b"\x1a\x45\xdf\xa3") or not can_decode():
        return data
    try:
        return _child("remux", data) or data
    except SoundUnreadable:
        return data


def _wav_levels(data: bytes) -> tuple[Sequence[float], float]:
    wav = read_wav(data)
    seconds = len(wav.samples) // (wav.bits // 8 * wav.channels) / wav.rate
    if seconds > MEASURED:
        raise SoundUnreadable("too_long")
    chosen = -1
    loudness = Loudness(wav.rate, wav.full)
    if wav.channels > 1:
        totals = [0.0] * wav.channels
        for channels in wav.blocks():
            totals[loudest(channels)] += 1
        chosen = totals.index(max(totals))
    for channels in wav.blocks():
        samples = channels[chosen] if chosen >= 0 else channels[0]
        if wav.floating:
            samples = [value if math.isfinite(value) else 0.0 for value in samples]
        loudness.feed(samples)
    return loudness.levels, seconds


def _decoded_levels(data: bytes) -> tuple[Sequence[float], float]:
    if not can_decode():
        raise SoundUnreadable("needs_decoder")
    answer = _child("levels", data)
    head, _, body = answer.partition(b"\n")
    levels = array("f")
    try:
        seconds = float(json.loads(head)["seconds"])
        levels.frombytes(body)
    except (ValueError, LookupError, TypeError) as error:
        raise SoundUnreadable("damaged") from error
    return levels, seconds


def _child(task: str, data: bytes) -> bytes:
    """What the decoder says; it has a process of its own, so that a file that breaks it breaks nothing else."""
    start = _START.format(path=[entry for entry in sys.path if entry] or sys.path)
    command = [sys.executable, "-I", "-S", "-X", "utf8", "-c", start, task, str(MEASURED)]
    around = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, input=data, capture_output=True, timeout=_PATIENCE, check=False, env=around
        )
    except subprocess.TimeoutExpired as error:
        raise SoundUnreadable("too_slow") from error
    if done.returncode == 3:
        raise SoundUnreadable("too_long")
    if done.returncode:
        raise SoundUnreadable("damaged")
    return done.stdout
