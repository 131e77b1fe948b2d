"""The phrase lists of `meeting.toml` as patterns to search with."""

import re
from functools import lru_cache

from andregang.domain.vocabulary import Vocabulary

_PREFIX = "meeting."


class Phrases:
    """Patterns by list name ("kind.offer"), each built when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._patterns: dict[str, re.Pattern[str]] = {}

    def source(self, name: str) -> str:
        """All entries of a list as one alternation, the longest first."""
        entries = self._vocabulary.entries(_PREFIX + name)
        return "|".join(_expression(entry) for entry in sorted(dict.fromkeys(entries), key=len, reverse=True))

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            self._patterns[name] = re.compile(rf"(?<!\w)(?:{self.source(name)})(?!\w)", re.IGNORECASE)
        return self._patterns[name]

    def in_(self, name: str, text: str) -> bool:
        """Whether a phrase of the list stands in the text."""
        return self[name].search(text) is not None

    def is_(self, name: str, text: str) -> bool:
        """Whether the text is a phrase of the list, and no more."""
        return self[name].fullmatch(text.strip()) is not None


@lru_cache(maxsize=4)
def phrases_of(vocabulary: Vocabulary) -> Phrases:
    """The phrases of a vocabulary, each built once."""
    return Phrases(vocabulary)


def _expression(entry: str) -> str:
    if entry.startswith("re:"):
        return entry[3:]
    words = r"\s+".join(re.escape(word) for word in entry.rstrip("*").split())
    return words + r"\w*" if entry.endswith("*") else words
