"""A recording of an answer: what may be kept, for how long, and what is measured in it."""

from andregang.domain.recording.measures import Measures, Stretch, measure
from andregang.domain.recording.pace import Pace, pace_of
from andregang.domain.recording.pieces import LARGEST, LARGEST_PIECE, PIECE, media_type, next_piece
from andregang.domain.recording.retention import KEEP_DAYS, LONGEST_AWAY, choices, keep_until, may_erase

__all__ = [
    "KEEP_DAYS",
    "LARGEST",
    "LARGEST_PIECE",
    "LONGEST_AWAY",
    "PIECE",
    "Measures",
    "Pace",
    "Stretch",
    "choices",
    "keep_until",
    "may_erase",
    "measure",
    "media_type",
    "next_piece",
    "pace_of",
]
