"""How remembering falls, after the free spaced repetition scheduler (`fsrs`): the one door to it."""

from andregang.memory.forgetting import FsrsMemory

__all__ = ["FsrsMemory"]
