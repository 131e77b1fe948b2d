"""Word lists from `data/vocabulary/*.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary

_LANGUAGES = {language.value: language for language in Language}


@cache
def load_vocabulary() -> Vocabulary:
    """All word lists. A list's name is its file's stem and its table's path: `ad.toml` `[heading.task]` is
    `ad.heading.task`; the keys of a table of lists are languages. Raises ValueError for a list that is not of strings.
    """
    lists: dict[str, Mapping[Language, tuple[str, ...]]] = {}
    folder = files("andregang.content") / "data" / "vocabulary"
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            _collect(entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text("utf-8")), lists)
    return Vocabulary(MappingProxyType(lists))


def _collect(name: str, table: dict[str, Any], lists: dict[str, Mapping[Language, tuple[str, ...]]]) -> None:
    by_language: dict[Language, tuple[str, ...]] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            _collect(f"{name}.{key}", value, lists)
        elif key in _LANGUAGES and isinstance(value, list) and all(isinstance(word, str) for word in value):
            by_language[_LANGUAGES[key]] = tuple(value)
        else:
            raise ValueError(f"{name}.{key}: not a list of words in a language")
    if by_language:
        lists[name] = MappingProxyType(by_language)
