"""Speech and pauses in a recording, from its loudness in frames; the same for a file and for a browser's numbers.

A threshold is found anew for each recording, between the level of its noise and the level of its speech, so that a
quiet microphone or a humming room needs no setting. Nothing here is a verdict: what is told is where it was quiet.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

FRAME = 0.01
"""Seconds of sound in one level."""

SILENCE = -100.0
"""The level of no sound at all, in decibels below the loudest there can be."""

SHORTEST_PAUSE, SHORTEST_IN_NOISE = 0.25, 0.4
"""Seconds of quiet that count as a pause; the stop before a p, t or k is shorter than this.

Noise drowns soft consonants too, so that a word with two of them seems broken: the louder the noise, the longer the
quiet must be.
"""

_CLEAN, _NOISY = 35.0, 18.0
"""Decibels between noise and speech at which the shorter and the longer of the two apply."""

_SHORTEST_SOUND = 0.09
"""Seconds: what is shorter and stands alone is a click, a key or a chair."""
_ALONE = 0.2
_APART = 6.0
"""Decibels speech must stand above the noise to be told from it."""
_DEEPEST = 45.0
_ABOVE = 3.0
_WEAKEST = 30.0
_BACK = 1.5
_SMOOTH = 2
_DIP = 2.0
_NEXT_SYLLABLE = 9


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a recording, in seconds from its start."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured, in seconds. `start_delay` is the quiet before the first word.

    `pauses` lie between the first word and the last. `syllables` is an estimate from how the loudness rises and falls.
    `by` says who measured: `file` (the sound that is kept) or `browser` (while it was recorded).
    """

    duration: float
    start_delay: float
    speech: float
    pauses: tuple[Stretch, ...]
    syllables: int
    by: str = "file"

    @property
    def spoken(self) -> float:
        """Seconds from the first word to the last, pauses and all."""
        return self.speech + self.quiet

    @property
    def quiet(self) -> float:
        """Seconds of pause between the first word and the last."""
        return sum(pause.length for pause in self.pauses)

    @property
    def longest_pause(self) -> Stretch | None:
        return max(self.pauses, key=lambda pause: pause.length, default=None)

    def values(self) -> dict[str, Any]:
        """As they are stored; `of` reads them again."""
        return {
            "duration": round(self.duration, 2),
            "start_delay": round(self.start_delay, 2),
            "speech": round(self.speech, 2),
            "pauses": [[round(pause.start, 2), round(pause.end, 2)] for pause in self.pauses],
            "syllables": self.syllables,
            "by": self.by,
        }

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Measures | None":
        """What was stored; None when nothing was measured."""
        try:
            pauses = tuple(Stretch(float(start), float(end)) for start, end in values["pauses"])
            duration, delay, speech = (float(values[name]) for name in ("duration", "start_delay", "speech"))
            return cls(duration, delay, speech, pauses, int(values["syllables"]), str(values["by"]))
        except (LookupError, TypeError, ValueError):
            return None


def measure(levels: Iterable[float], by: str = "file", duration: float | None = None) -> Measures:
    """What levels tell: one for each `FRAME`, in decibels below the loudest there can be.

    `duration` is that of the recording when its last frame is not whole. Any numbers are taken; a recording without
    sound has no speech and no pauses.
    """
    clean = [min(0.0, max(SILENCE, level)) if math.isfinite(level) else SILENCE for level in levels]
    whole = max(len(clean) * FRAME, duration or 0.0)
    smooth = _smooth(clean)
    parting = _part(smooth)
    sounds = _sounds(smooth, parting) if parting else []
    if not parting or not sounds:
        return Measures(whole, whole, 0.0, (), 0, by)
    pauses = tuple(
        Stretch(before[1] * FRAME, after[0] * FRAME)
        for before, after in pairwise(sounds)
        if (after[0] - before[1]) * FRAME >= parting.shortest_pause
    )
    first, last = sounds[0][0] * FRAME, sounds[-1][1] * FRAME
    speech = last - first - sum(pause.length for pause in pauses)
    return Measures(whole, first, speech, pauses, _syllables(smooth, sounds), by)


def _smooth(levels: Sequence[float]) -> list[float]:
    """Each level as the mean power of itself and its neighbours, 50 ms in all."""
    power = [10.0 ** (level / 10.0) for level in levels]
    total = [0.0]
    for one in power:
        total.append(total[-1] + one)
    smooth = []
    for place in range(len(power)):
        low, high = max(0, place - _SMOOTH), min(len(power), place + _SMOOTH + 1)
        mean = (total[high] - total[low]) / (high - low)
        smooth.append(max(SILENCE, 10.0 * math.log10(mean)) if mean > 1e-10 else SILENCE)
    return smooth


@dataclass(frozen=True, slots=True)
class _Parting:
    """Above which level there is speech, and how far the speech stands above the noise, in decibels."""

    threshold: float
    apart: float

    @property
    def shortest_pause(self) -> float:
        noisy = min(1.0, max(0.0, (_CLEAN - self.apart) / (_CLEAN - _NOISY)))
        return SHORTEST_PAUSE + noisy * (SHORTEST_IN_NOISE - SHORTEST_PAUSE)


def _part(levels: Sequence[float]) -> _Parting | None:
    """Noise and speech: the two groups of levels that are furthest apart; None when there is one group only."""
    if not levels:
        return None
    ordered = sorted(levels)
    loud = ordered[int(len(ordered) * 0.95)]
    floor = max(ordered[int(len(ordered) * 0.02)], loud - _DEEPEST)
    if loud - floor < _APART or loud <= SILENCE:
        return None
    quiet = ordered[: max(1, bisect_left(ordered, _furthest(ordered, floor, loud)))]
    noise = max(quiet[len(quiet) // 4], floor)
    spread = max(quiet[len(quiet) // 2], floor) - max(quiet[len(quiet) // 10], floor)
    threshold = max(noise + _ABOVE + 2.0 * min(spread, 2.0), loud - _WEAKEST)
    return _Parting(min(threshold, loud - _APART / 2), loud - noise)


def _furthest(ordered: Sequence[float], floor: float, loud: float) -> float:
    """The level that parts levels in order into the two groups with most between them."""
    total = [0.0]
    for level in ordered:
        total.append(total[-1] + min(max(level, floor), loud))
    best, parting = -1.0, floor
    for step in range(1, 40):
        level = floor + (loud - floor) * step / 40
        below = bisect_left(ordered, level)
        above = len(ordered) - below
        if below and above:
            apart = (total[-1] - total[below]) / above - total[below] / below
            weight = below * above * apart * apart
            if weight > best:
                best, parting = weight, level
    return parting


def _sounds(levels: Sequence[float], parting: _Parting) -> list[tuple[int, int]]:
    """Stretches of frames with sound, clicks left out. What ends a stretch is a little softer than what begins one."""
    found: list[tuple[int, int]] = []
    start = -1
    for place, level in enumerate(levels):
        if start < 0 and level >= parting.threshold:
            start = place
        elif start >= 0 and level < parting.threshold - _BACK:
            found.append((start, place))
            start = -1
    if start >= 0:
        found.append((start, len(levels)))
    return [sound for place, sound in enumerate(found) if not _is_click(found, place)]


def _is_click(sounds: Sequence[tuple[int, int]], place: int) -> bool:
    start, end = sounds[place]
    if (end - start) * FRAME > _SHORTEST_SOUND:
        return False
    before = start - sounds[place - 1][1] if place else len(sounds) + start
    after = sounds[place + 1][0] - end if place + 1 < len(sounds) else before
    return min(before, after) * FRAME >= _ALONE


def _syllables(levels: Sequence[float], sounds: Sequence[tuple[int, int]]) -> int:
    """Peaks of loudness with a dip of two decibels on the way to the next: about one for each syllable."""
    count = 0
    for start, end in sounds:
        low, peak, last = levels[start], SILENCE, start - _NEXT_SYLLABLE
        rising = True
        for place in range(start, end):
            level = levels[place]
            if rising:
                if level > peak:
                    peak, top = level, place
                elif peak - level >= _DIP:
                    if top - last >= _NEXT_SYLLABLE:
                        count, last = count + 1, top
                    rising, low = False, level
            elif level < low:
                low = level
            elif level - low >= _DIP:
                rising, peak, top = True, level, place
        if rising and peak - levels[start] >= 0 and top - last >= _NEXT_SYLLABLE:
            count += 1
    return count
