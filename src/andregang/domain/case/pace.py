"""How long a deck takes to say, at a pace in words a minute (substance 6.4)."""

import math
from dataclasses import dataclass

from andregang.domain.case.model import Pressure, Slide, SlideRole
from andregang.domain.writing import spoken

DEFAULT_PACE = 130
SLOWEST, FASTEST = 110, 150
"""Words a minute for planning until one's own is measured, and the range to expect (TM4)."""

PAUSES = 0.05
"""The share of the talking time that goes to pauses over two seconds: `expected = words / pace + 0.05 · t` (6.4)."""

TURN_SECONDS = 2.0
"""From one slide to the next: the click, the look, the breath."""

LEAST_WORDS = 30
"""What is said to a slide, however little it shows (TM7); a slide that frames the talk takes half."""

MANUSCRIPT = 40
"""From this many words on, notes are read as what is said, instead of the slide's own words."""

_FRAMES = frozenset((SlideRole.TITLE, SlideRole.AGENDA, SlideRole.CLOSING))
_MEASURED = (60, 260)
_WRITTEN = 0.6


@dataclass(frozen=True, slots=True)
class Pace:
    """Words a minute, whether it is the person's own, measured, and whether the long pauses are in it already."""

    words_a_minute: float = DEFAULT_PACE
    own: bool = False
    with_pauses: bool = False


def own_pace(words: int, seconds: float, *, with_pauses: bool = False) -> Pace | None:
    """The pace of reading aloud; None where it is too short or no pace anyone speaks at (TM3)."""
    if seconds < 10 or words < 20:
        return None
    rate = words * 60 / seconds
    return Pace(rate, own=True, with_pauses=with_pauses) if _MEASURED[0] <= rate <= _MEASURED[1] else None


def words_said(slide: Slide, role: SlideRole) -> int:
    """The words likely to be said to a slide: its manuscript, or what it shows with its notes, and never too few."""
    shown, notes = spoken(slide.shown).words, spoken(slide.notes).words
    said = notes if notes >= MANUSCRIPT else shown + notes
    return max(said, LEAST_WORDS // 2 if role in _FRAMES else LEAST_WORDS)


def seconds_for(words: int, pace: Pace, turns: int = 0) -> float:
    """The seconds `words` take, with pauses and the turning of slides."""
    talking = words * 60 / pace.words_a_minute
    # The pauses are a share of the whole, so the talking is what is left of it.
    return (talking if pace.with_pauses else talking / (1 - PAUSES)) + TURN_SECONDS * turns


def pressure_of(seconds: float, minutes: int | None) -> Pressure:
    """Within 95 % of the time, up to all of it, or over (6.4); short of it when most is not written."""
    if not minutes:
        return Pressure.UNKNOWN
    share = seconds / (60 * minutes)
    if share < _WRITTEN:
        return Pressure.SHORT
    return Pressure.FITS if share <= 0.95 else Pressure.TIGHT if share <= 1.0 else Pressure.OVER


def words_for(minutes: int, pace: Pace, *, questions: int = 0) -> int:
    """How many words to plan for a time: `(t − questions − buffer) · pace` (6.4)."""
    return max(0, round((minutes - questions - buffer_minutes(minutes)) * pace.words_a_minute))


def buffer_minutes(minutes: float) -> float:
    """The time to leave free: a tenth, at least a minute (6.4)."""
    return max(1.0, 0.1 * minutes)


def slides_advised(minutes: int) -> tuple[int, int]:
    """The number of slides advised and the most, for a time (TM7)."""
    return max(1, math.floor(minutes / 2.5)), max(1, math.ceil(minutes / 2))
