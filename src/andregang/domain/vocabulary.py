"""The words of the job world the readings rest on, as values; `content` holds the lists themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from andregang.domain.text import Language


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Word lists by name and language.

    `lists["ad.heading.task"][Language.NB]` holds lower-case entries; an entry that begins with `re:` is a regular
    expression. Which names exist is decided by the column that uses them (`ad.*`, `cv.*`, `meeting.*`, `evidence.*`).
    A vocabulary is equal to itself only, so that what is built from it can be kept.
    """

    lists: Mapping[str, Mapping[Language, tuple[str, ...]]]

    def entries(self, name: str, *languages: Language) -> tuple[str, ...]:
        """Entries of a list in these languages (all when none is named), in order. Raises KeyError for no such list."""
        by_language = self.lists[name]
        chosen = languages or tuple(by_language)
        return tuple(entry for language in chosen for entry in by_language.get(language, ()))
