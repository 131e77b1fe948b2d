"""A model the person has set up: the one door to it, and the one file its key lies in."""

from andregang.llm.client import ModelFailed, Obstacle, complete
from andregang.llm.kept import forget_chosen, keep_chosen, kept_chosen

__all__ = ["ModelFailed", "Obstacle", "complete", "forget_chosen", "keep_chosen", "kept_chosen"]
