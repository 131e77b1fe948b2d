"""WAV files, read by the standard library alone: whole numbers of 8 to 32 bits, and floating point."""

import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from andregang.speech.errors import SoundUnreadable

_BLOCK = 65_536
_WHOLE, _FLOATING, _EXTENDED = 1, 3, 0xFFFE


@dataclass(frozen=True, slots=True)
class Wav:
    """Where the samples of a file lie and how they are written."""

    rate: int
    channels: int
    bits: int
    floating: bool
    samples: memoryview

    @property
    def full(self) -> float:
        """The largest value of a sample."""
        return 1.0 if self.floating else float(1 << (self.bits - 1))

    def blocks(self) -> Iterator[list[Sequence[float]]]:
        """The samples of each channel, a part at a time."""
        width = self.bits // 8 * self.channels
        for start in range(0, len(self.samples) // width * width, _BLOCK * width):
            part = self.samples[start : start + _BLOCK * width]
            part = part[: len(part) // width * width]
            numbers = self._numbers(part)
            yield [numbers[place :: self.channels] for place in range(self.channels)]

    def _numbers(self, part: memoryview) -> Sequence[float]:
        if self.bits == 8:
            return [value - 128 for value in part]
        if self.bits == 24:
            # The three bytes become the upper three of four; what is lowest is then worth nothing.
            wide = bytearray(len(part) // 3 * 4)
            for place in range(3):
                wide[place + 1 :: 4] = part[place::3]
            return [value / 256 for value in _array("i", wide)]
        return _array({16: "h", 32: "f" if self.floating else "i", 64: "d"}[self.bits], part)


def _array(kind: str, data: memoryview | bytearray) -> "array[float]":
    numbers: array[float] = array(kind)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def is_wav(data: bytes) -> bool:
    """Whether the bytes begin as a WAV file does."""
    return data[:4] in (b"RIFF", b"RF64") and data[8:12] == b"WAVE"


def read_wav(data: bytes) -> Wav:
    """The samples of a WAV file. One that was cut off is read as far as it goes. Raises SoundUnreadable."""
    view, place, described = memoryview(data), 12, None
    if not is_wav(data):
        raise SoundUnreadable("damaged")
    while place + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, place)
        body = view[place + 8 : place + 8 + size]
        if name == b"fmt " and len(body) >= 16:
            described = _described(body)
        elif name == b"data" and described is not None:
            # Whoever writes as it comes does not know the size, and says 0 or the largest there is.
            body = view[place + 8 :] if size in (0, 0xFFFFFFFF) else body
            return Wav(*described, body)
        place += 8 + size + (size & 1)
    raise SoundUnreadable("damaged")


def _described(body: memoryview) -> tuple[int, int, int, bool]:
    kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", body)
    if kind == _EXTENDED and len(body) >= 26:
        (kind,) = struct.unpack_from("<H", body, 24)
    written = (kind == _WHOLE and bits in (8, 16, 24, 32)) or (kind == _FLOATING and bits in (32, 64))
    if not written or not 1 <= channels <= 32 or not 1_000 <= rate <= 768_000:
        raise SoundUnreadable("damaged")
    return rate, channels, bits, kind == _FLOATING
