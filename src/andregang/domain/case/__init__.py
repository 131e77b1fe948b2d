"""The case: an assignment to present, a deck that answers it, the time it takes, and the run-through."""

from andregang.domain.case.assignment import parse_assignment
from andregang.domain.case.correct import assignment_of_invitation, correct_assignment
from andregang.domain.case.deck import read_deck
from andregang.domain.case.model import (
    Assignment,
    CaseReview,
    Cut,
    CutReason,
    Deck,
    Demand,
    Pressure,
    Slide,
    SlideLimit,
    SlideReview,
    SlideRole,
    Unclear,
)
from andregang.domain.case.outline import OutlinePart, PartKind, make_outline, overrun
from andregang.domain.case.pace import DEFAULT_PACE, Pace, own_pace, seconds_for, slides_advised, words_for, words_said
from andregang.domain.case.review import find_cuts, review_deck
from andregang.domain.case.run import SIGN_SECONDS, Clock, RunPart, Sign, compare, kept_time, read_clock
from andregang.domain.case.working import CaseStep, WorkingStep, make_working_plan

__all__ = [
    "DEFAULT_PACE",
    "SIGN_SECONDS",
    "Assignment",
    "CaseReview",
    "CaseStep",
    "Clock",
    "Cut",
    "CutReason",
    "Deck",
    "Demand",
    "OutlinePart",
    "Pace",
    "PartKind",
    "Pressure",
    "RunPart",
    "Sign",
    "Slide",
    "SlideLimit",
    "SlideReview",
    "SlideRole",
    "Unclear",
    "WorkingStep",
    "assignment_of_invitation",
    "compare",
    "correct_assignment",
    "find_cuts",
    "kept_time",
    "make_outline",
    "make_working_plan",
    "overrun",
    "own_pace",
    "parse_assignment",
    "read_clock",
    "read_deck",
    "review_deck",
    "seconds_for",
    "slides_advised",
    "words_for",
    "words_said",
]
