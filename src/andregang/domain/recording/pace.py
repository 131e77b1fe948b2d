"""How fast it was said: words a minute when the words are known, else syllables, which is an estimate."""

from dataclasses import dataclass

from andregang.domain.recording.measures import Measures

_FEWEST_SECONDS = 3.0
"""Seconds of speech below which a pace says nothing."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`words_per_minute` counts pauses between words as a listener does, but not the wait before the first.

    Without words it is None, and `syllables_per_second` of speech is what can be told: an estimate.
    """

    words_per_minute: float | None
    syllables_per_second: float


def pace_of(measures: Measures, words: int | None = None) -> Pace | None:
    """The pace of an answer of so many words; None when too little was said to tell."""
    if measures.speech < _FEWEST_SECONDS:
        return None
    spoken = words / measures.spoken * 60 if words else None
    return Pace(spoken, measures.syllables / measures.speech)
