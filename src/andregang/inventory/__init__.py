"""Scoring of the public-domain practice inventory: the one door to `ipipneo` (five-factor-e)."""

from andregang.inventory.scoring import score_inventory

__all__ = ["score_inventory"]
