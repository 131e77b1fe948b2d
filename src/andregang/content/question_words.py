"""The word lists the questions rest on, without reading those of other columns."""

from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.toml_files import AUTHORED, read_table
from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary


@cache
def load_question_words() -> Vocabulary:
    """The lists of `vocabulary/questions.toml`, named as `load_vocabulary` names them (`questions.emphasis`)."""
    lists: dict[str, MappingProxyType[Language, tuple[str, ...]]] = {}
    for name, table in read_table("vocabulary", "questions.toml").items():
        for path, entries in _flat(f"questions.{name}", table):
            lists[path] = MappingProxyType({language: tuple(entries[language.value]) for language in AUTHORED})
    return Vocabulary(MappingProxyType(lists))


def _flat(name: str, table: dict[str, Any]) -> list[tuple[str, dict[str, list[str]]]]:
    if any(isinstance(value, list) for value in table.values()):
        return [(name, table)]
    return [pair for key, value in table.items() for pair in _flat(f"{name}.{key}", value)]
