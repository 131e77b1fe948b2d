"""Reading the data folder: tables of authored text in three languages."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from andregang.domain.text import Language

AUTHORED = (Language.NB, Language.NN, Language.EN)


class BadContent(Exception):
    """Authored text that cannot be used: `entry` is the id it stands under, `fault` says what is wrong."""

    def __init__(self, entry: str, fault: str) -> None:
        super().__init__(f"{entry}: {fault}")
        self.entry = entry
        self.fault = fault


def read_table(*path: str) -> dict[str, Any]:
    """The table in a TOML file of the data folder, named by folder and file."""
    return tomllib.loads(files("andregang.content").joinpath("data", *path).read_text("utf-8"))


def wording(entry: str, table: Mapping[str, Any]) -> Mapping[Language, str]:
    """The text of an entry in all three languages. Raises BadContent when one is missing."""
    try:
        texts = {language: table[language.value] for language in AUTHORED}
    except KeyError as missing:
        raise BadContent(entry, f"no text in {missing.args[0]}") from None
    return MappingProxyType(texts)


def some_wording(table: Mapping[str, Any]) -> Mapping[Language, str]:
    """The text of an entry in the languages it has."""
    return MappingProxyType({language: table[language.value] for language in AUTHORED if language.value in table})
