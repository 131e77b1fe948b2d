"""Rehearsing aloud: what an answer tells, with the words that tell it, and what it leaves out."""

from andregang.domain.rehearsal.analysis import analyse_answer
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

__all__ = [
    "FIVE",
    "LONGEST",
    "PACE",
    "SHORTEST",
    "TARGET_FROM",
    "TARGET_TO",
    "AnswerAnalysis",
    "AnswerClassifier",
    "Check",
    "CheckKind",
    "Clause",
    "Element",
    "Found",
    "analyse_answer",
    "choose_follow_up",
    "follow_up_group",
    "split_answer",
]
