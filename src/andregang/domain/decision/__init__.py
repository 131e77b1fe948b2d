"""The decision: enough to say both yes and no, what one answer would change, and what to ask first."""

from andregang.domain.decision.belief import Belief, belief_of, value_of_knowing, worth_of
from andregang.domain.decision.model import (
    DECISIONS,
    MUST_KNOW,
    Answer,
    Known,
    Ready,
    View,
    first_view,
    read_view,
    readiness_to_answer,
    views_of,
)
from andregang.domain.decision.offers import LONGEST_NAME, TERMS, Column, read_terms, terms_in_use, unlike
from andregang.domain.decision.order import Ordered, order_questions
from andregang.domain.decision.turning import Lean, Turning, lean_of, turning_points

__all__ = [
    "DECISIONS",
    "LONGEST_NAME",
    "MUST_KNOW",
    "TERMS",
    "Answer",
    "Belief",
    "Column",
    "Known",
    "Lean",
    "Ordered",
    "Ready",
    "Turning",
    "View",
    "belief_of",
    "first_view",
    "lean_of",
    "order_questions",
    "read_terms",
    "read_view",
    "readiness_to_answer",
    "terms_in_use",
    "turning_points",
    "unlike",
    "value_of_knowing",
    "views_of",
    "worth_of",
]
