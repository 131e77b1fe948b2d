"""Sound whose every pause is known: tones and noise of our own making, and espeak-ng's voice where it is installed."""

import math
import random
import shutil
import struct
import subprocess
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

ESPEAK = shutil.which("espeak-ng")
NO_VOICE = "espeak-ng is not installed here; the same is tried with made sound"

PHRASES = (
    "jeg la om vaktlista på lageret sammen med to kolleger",
    "vi målte ventetiden i fire uker før og etter",
    "den gikk ned fra ni dager til fem",
    "det viktigste jeg lærte var å spørre dem som gjør jobben",
    "her ville jeg begynt med å være med på et skift",
    "lederen min ga meg ansvaret for de nye rutinene",
    "halvparten av feilene kom av at ingen skrev dem ned",
    "så laget jeg en enkel oversikt som alle kunne lese",
)
WORDS = tuple(len(phrase.split()) for phrase in PHRASES)


@dataclass(frozen=True)
class Sound:
    """Samples between -1 and 1, where there is speech, in seconds, and how many words."""

    samples: list[float]
    rate: int
    speech: list[tuple[float, float]]
    words: int = 0

    @property
    def pauses(self) -> list[tuple[float, float]]:
        return [(before[1], after[0]) for before, after in pairwise(self.speech)]

    @property
    def pace(self) -> float:
        return self.words / (self.speech[-1][1] - self.speech[0][0]) * 60

    @property
    def length(self) -> float:
        return len(self.samples) / self.rate


@dataclass
class Builder:
    """Joins parts of speech with quiet of known length between."""

    rate: int
    samples: list[float] = field(default_factory=list)
    speech: list[tuple[float, float]] = field(default_factory=list)

    def quiet(self, seconds: float) -> None:
        self.samples += [0.0] * round(seconds * self.rate)

    def say(self, part: Sequence[float]) -> None:
        start = len(self.samples) / self.rate
        self.samples += part
        self.speech.append((start, len(self.samples) / self.rate))


def babble(random_: random.Random, seconds: float, rate: int) -> list[float]:
    """Something as loud and soft as speech: syllables of harmonics on a falling tone, some with a hiss before."""
    made: list[float] = []
    while len(made) < seconds * rate:
        pitch, length = random_.uniform(90, 220), random_.uniform(0.11, 0.24)
        count = round(length * rate)
        strength = random_.uniform(0.25, 1.0)
        for place in range(count):
            along = place / count
            shape = math.sin(math.pi * min(1.0, along * 1.02)) ** 0.5
            voice = sum(
                math.sin(2 * math.pi * pitch * part * (place / rate)) / part
                for part in (1, 2, 3, 5, 8)
                if pitch * part < rate / 2
            )
            made.append(0.2 * strength * shape * voice)
        if random_.random() < 0.4:
            made += [random_.gauss(0, 0.03) for _ in range(round(random_.uniform(0.03, 0.09) * rate))]
    return made[: round(seconds * rate)]


def made_up(seed: int, rate: int = 16_000, parts: int = 5, shortest: float = 0.4) -> Sound:
    """Babble with pauses of known length; the same for a seed."""
    random_ = random.Random(seed)
    builder = Builder(rate)
    builder.quiet(random_.uniform(0.3, 1.5))
    for number in range(parts):
        if number:
            builder.quiet(random_.uniform(shortest, 2.5))
        builder.say(babble(random_, random_.uniform(0.9, 2.5), rate))
    builder.quiet(random_.uniform(0.3, 1.0))
    return Sound(builder.samples, rate, builder.speech)


@cache
def _spoken(phrase: str, speed: int, voice: str) -> tuple[tuple[float, ...], int]:
    assert ESPEAK is not None
    command = [ESPEAK, "-v", voice, "-s", str(speed), "--stdout", phrase]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    rate = struct.unpack_from("<I", data, 24)[0]
    numbers = array("h", data[44 : 44 + (len(data) - 44) // 2 * 2])
    loud = [place for place, value in enumerate(numbers) if abs(value) > 150]
    return tuple(value / 32768 for value in numbers[loud[0] : loud[-1] + 1]), rate


def spoken(seed: int, parts: int = 6, shortest: float = 0.4, voice: str = "nb") -> Sound:
    """espeak-ng's voice with pauses of known length between phrases; the quiet around each phrase is cut away."""
    random_ = random.Random(seed)
    chosen = [random_.randrange(len(PHRASES)) for _ in range(parts)]
    speed = random_.randrange(130, 190, 10)
    spoken_ = [_spoken(PHRASES[one], speed, voice) for one in chosen]
    builder = Builder(spoken_[0][1])
    builder.quiet(random_.uniform(0.3, 1.5))
    for number, (part, _) in enumerate(spoken_):
        if number:
            builder.quiet(random_.uniform(shortest, 3.0))
        builder.say(part)
    builder.quiet(random_.uniform(0.3, 1.0))
    return Sound(builder.samples, builder.rate, builder.speech, sum(WORDS[one] for one in chosen))


def after(seconds: float, sound: Sound) -> Sound:
    """The same sound after so much quiet."""
    moved = [(start + seconds, end + seconds) for start, end in sound.speech]
    return Sound([0.0] * round(seconds * sound.rate) + sound.samples, sound.rate, moved, sound.words)


def power(samples: Sequence[float]) -> float:
    return sum(value * value for value in samples) / len(samples)


def _speech_power(sound: Sound) -> float:
    said = [v for a, b in sound.speech for v in sound.samples[round(a * sound.rate) : round(b * sound.rate)]]
    return power(said)


def with_noise(sound: Sound, decibels: float, seed: int = 1) -> Sound:
    """White noise so many decibels below the speech."""
    random_ = random.Random(seed)
    strength = math.sqrt(_speech_power(sound) / 10 ** (decibels / 10))
    return _changed(sound, [value + random_.gauss(0, strength) for value in sound.samples])


def with_hum(sound: Sound, decibels: float) -> Sound:
    """The mains: 50 hertz and two of its harmonics, so many decibels below the speech."""
    strength = math.sqrt(2 * _speech_power(sound) / 10 ** (decibels / 10) / 1.11)
    tones = ((50, 1.0), (100, 0.3), (150, 0.15))
    hummed = [
        value + strength * sum(part * math.sin(2 * math.pi * tone * place / sound.rate) for tone, part in tones)
        for place, value in enumerate(sound.samples)
    ]
    return _changed(sound, hummed)


def with_clicks(sound: Sound, seed: int = 1) -> Sound:
    """A key or a chair in the middle of each long pause."""
    random_ = random.Random(seed)
    samples = list(sound.samples)
    for start, end in sound.pauses:
        if end - start > 1.0:
            middle = round((start + end) / 2 * sound.rate)
            for place in range(round(0.02 * sound.rate)):
                samples[middle + place] += random_.gauss(0, 0.2)
    return _changed(sound, samples)


def louder(sound: Sound, decibels: float) -> Sound:
    factor = 10 ** (decibels / 20)
    return _changed(sound, [value * factor for value in sound.samples])


def at_rate(sound: Sound, rate: int) -> Sound:
    """The same sound with so many samples a second, by the nearest two."""
    count = int(len(sound.samples) * rate / sound.rate)
    samples = []
    for place in range(count):
        at = place * sound.rate / rate
        left = int(at)
        right = min(left + 1, len(sound.samples) - 1)
        samples.append(sound.samples[left] + (sound.samples[right] - sound.samples[left]) * (at - left))
    return Sound(samples, rate, sound.speech, sound.words)


def _changed(sound: Sound, samples: list[float]) -> Sound:
    return Sound(samples, sound.rate, sound.speech, sound.words)


def wav(sound: Sound, bits: int = 16, channels: int = 1, floating: bool = False, extended: bool = False) -> bytes:
    """A WAV file. In stereo the second channel is the first turned over, which a plain sum would silence."""
    full = 1 if floating else (1 << (bits - 1)) - 1
    values = [max(-1.0, min(1.0, value)) for value in sound.samples]
    body = bytearray()
    for value in values:
        for channel in range(channels):
            turned = -value if channel else value
            if floating:
                body += struct.pack("<f" if bits == 32 else "<d", turned)
            elif bits == 8:
                body.append(int(turned * full) + 128)
            else:
                body += int(turned * full).to_bytes(bits // 8, "little", signed=True)
    kind = 3 if floating else 1
    width = channels * bits // 8
    fmt = struct.pack("<HHIIHH", 0xFFFE if extended else kind, channels, sound.rate, sound.rate * width, width, bits)
    if extended:
        fmt += struct.pack("<HHI", 22, bits, 0) + struct.pack("<H", kind) + bytes(14)
    parts = b"fmt " + struct.pack("<I", len(fmt)) + fmt + b"LIST" + struct.pack("<I", 4) + b"INFO"
    parts += b"data" + struct.pack("<I", len(body)) + bytes(body)
    return b"RIFF" + struct.pack("<I", 4 + len(parts)) + b"WAVE" + parts


def found_and_true(
    found: Sequence[tuple[float, float]], true: Sequence[tuple[float, float]], within: float = 0.15
) -> tuple[int, int, int]:
    """How many pauses were found where they are (both ends within 0.15 s), how many were found, how many there are."""
    left = list(found)
    hits = 0
    for start, end in true:
        same = next((one for one in left if abs(one[0] - start) <= within and abs(one[1] - end) <= within), None)
        if same is not None:
            left.remove(same)
            hits += 1
    return hits, len(found), len(true)


def f1(counts: Sequence[tuple[int, int, int]]) -> float:
    hits, found, true = (sum(column) for column in zip(*counts, strict=True))
    return 2 * hits / (found + true) if found + true else 1.0


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
