"""Evidence: which CV lines speak for which line of the ad, and how strongly."""

from andregang.domain.evidence.model import Basis, Evidence, Match, Similarity, Strength

__all__ = ["Basis", "Evidence", "Match", "Similarity", "Strength"]
