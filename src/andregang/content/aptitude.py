"""How practice tasks are said, in three languages."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.toml_files import AUTHORED, BadContent, read_table
from andregang.domain.text import Language

Phrases = Mapping[str, Any]
"""What stands in one language, by its path in the data file: `rule.step`, `names`."""


@cache
def load_aptitude(language: Language) -> Phrases:
    """The words of practice tasks in a language. Raises BadContent when one is missing in any."""
    found: dict[str, Any] = {}
    _collect("", read_table("aptitude.toml"), language, found)
    return MappingProxyType(found)


def _collect(path: str, table: Mapping[str, Any], language: Language, found: dict[str, Any]) -> None:
    if set(table) & {one.value for one in AUTHORED}:
        if missing := [one.value for one in AUTHORED if not table.get(one.value)]:
            raise BadContent(path, f"no text in {', '.join(missing)}")
        found[path] = table[language.value]
        return
    for key, value in table.items():
        _collect(f"{path}.{key}" if path else key, value, language, found)
