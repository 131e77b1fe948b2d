"""Samples → levels: the loudness of every hundredth of a second, without the hum of the mains and the room."""

import math
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from operator import add, mul, sub

from andregang.domain.recording.measures import FRAME, SILENCE

_ENOUGH = 16_000
"""Samples a second that are kept apart; what is finer says nothing about pauses."""
_LOWEST = 150.0
"""Hertz: half of the power of a tone this low is taken away, twice."""


class Loudness:
    """Takes samples of one channel as they come; `levels` are those of all whole frames so far, in decibels."""

    def __init__(self, rate: int, full: float) -> None:
        """`rate` in samples a second; `full` is the largest value a sample can have."""
        self._joined = max(1, rate // _ENOUGH)
        self._rate = rate / self._joined
        self._full = full * self._joined
        self._kept = 1.0 / (1.0 + 2.0 * math.pi * _LOWEST / self._rate)
        self._rest: list[float] = []
        self._before, self._once, self._twice, self._first = 0.0, 0.0, 0.0, True
        self._last = 0.0
        self._power: list[float] = []
        self._done = 0
        self.samples = 0
        self.levels = array("f")

    def feed(self, samples: Sequence[float]) -> None:
        """More samples, in order."""
        self.samples += len(samples)
        joined = self._join(samples)
        if not joined:
            return
        self._power.extend(self._filtered(joined))
        self._frames()

    def _join(self, samples: Sequence[float]) -> list[float]:
        if self._joined == 1:
            return list(samples)
        coming = [*self._rest, *samples]
        whole = len(coming) // self._joined * self._joined
        self._rest = coming[whole:]
        total: Sequence[float] = coming[0 : whole : self._joined]
        for place in range(1, self._joined):
            total = list(map(add, total, coming[place : whole : self._joined]))
        return list(total)

    def _filtered(self, samples: list[float]) -> Iterator[float]:
        """The power of each sample after two high-pass filters of the first order."""
        if self._first:
            # Sound that does not begin at zero is no click.
            self._before, self._first = samples[0], False
        kept = self._kept
        steps = map(sub, samples, [self._before, *samples[:-1]])
        once = list(islice(accumulate(steps, lambda had, step: kept * (had + step), initial=self._once), 1, None))
        steps = map(sub, once, [self._last, *once[:-1]])
        twice = list(islice(accumulate(steps, lambda had, step: kept * (had + step), initial=self._twice), 1, None))
        self._before, self._once, self._last, self._twice = samples[-1], once[-1], once[-1], twice[-1]
        return map(mul, twice, twice)

    def _frames(self) -> None:
        step = self._rate * FRAME
        begun = round(self._done * step)
        start = 0
        while True:
            end = round((self._done + 1) * step) - begun
            if end > len(self._power):
                break
            mean = sum(self._power[start:end]) / max(1, end - start) / (self._full * self._full)
            self.levels.append(max(SILENCE, 10.0 * math.log10(mean)) if mean > 1e-10 else SILENCE)
            self._done += 1
            start = end
        del self._power[:start]


def loudest(channels: Sequence[Sequence[float]]) -> int:
    """Which channel to listen to: the one with most in it, so that one silent or reversed takes nothing away."""
    if len(channels) < 2:
        return 0
    powers = [sum(map(mul, channel[::7], channel[::7])) for channel in channels]
    return powers.index(max(powers))
