"""What the person chooses about the program, and the word that lets everything be deleted."""

from enum import StrEnum

from andregang.domain.text import Language

LANGUAGES = (Language.NB, Language.NN, Language.EN)
"""The languages one can be spoken to in."""


class Theme(StrEnum):
    """How the pages look. `auto` follows the machine."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


def confirms(typed: str, word: str) -> bool:
    """Whether what was typed is the word asked for, whatever its case and the space around it."""
    return typed.strip().casefold() == word.casefold()
