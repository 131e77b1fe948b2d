"""Authored product text as data files with stable ids."""

from andregang.content.vocabulary import load_vocabulary

__all__ = ["load_vocabulary"]
