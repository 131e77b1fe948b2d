"""Rehearsing aloud: what an answer tells, with the words that tell it, and what it leaves out."""

from andregang.domain.rehearsal.analysis import analyse_answer
from andregang.domain.rehearsal.asking import FIRST, FOLLOWS, Asked, Asking, as_asked, asks_for_story
from andregang.domain.rehearsal.checks import LONGEST, PACE, SHORTEST, TARGET_FROM, TARGET_TO
from andregang.domain.rehearsal.clauses import split_answer
from andregang.domain.rehearsal.follow_up import choose_follow_up, follow_up_group
from andregang.domain.rehearsal.model import (
    FIVE,
    AnswerAnalysis,
    AnswerClassifier,
    Check,
    CheckKind,
    Clause,
    Element,
    Found,
)
from andregang.domain.rehearsal.tally import Tally, tally

__all__ = [
    "FIRST",
    "FIVE",
    "FOLLOWS",
    "LONGEST",
    "PACE",
    "SHORTEST",
    "TARGET_FROM",
    "TARGET_TO",
    "AnswerAnalysis",
    "AnswerClassifier",
    "Asked",
    "Asking",
    "Check",
    "CheckKind",
    "Clause",
    "Element",
    "Found",
    "Tally",
    "analyse_answer",
    "as_asked",
    "asks_for_story",
    "choose_follow_up",
    "follow_up_group",
    "split_answer",
    "tally",
]
