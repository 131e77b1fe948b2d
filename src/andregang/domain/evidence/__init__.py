"""Evidence: which CV lines speak for which line of the ad, and how strongly."""

from andregang.domain.evidence.closeness import Pairs, Ranker
from andregang.domain.evidence.corrections import Correction, Verdict, apply_corrections, same_words
from andregang.domain.evidence.features import FEATURES
from andregang.domain.evidence.match import match_evidence
from andregang.domain.evidence.model import Basis, Evidence, Match, Similarity, Strength
from andregang.domain.evidence.place import Surroundings, item_key, surroundings

__all__ = [
    "FEATURES",
    "Basis",
    "Correction",
    "Evidence",
    "Match",
    "Pairs",
    "Ranker",
    "Similarity",
    "Strength",
    "Surroundings",
    "Verdict",
    "apply_corrections",
    "item_key",
    "match_evidence",
    "same_words",
    "surroundings",
]
