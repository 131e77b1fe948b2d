"""The phrase lists of `contract.toml` as patterns; contracts mix languages, so all three are always searched."""

import re

from andregang.domain.vocabulary import Vocabulary

_PREFIX = "contract."


class Phrases:
    """Patterns by list name ("KT07.says"), each built when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._patterns: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            entries = self._vocabulary.entries(_PREFIX + name)
            source = "|".join(_expression(entry) for entry in dict.fromkeys(entries))
            self._patterns[name] = re.compile(rf"(?<!\w)(?:{source})(?!\w)", re.IGNORECASE)
        return self._patterns[name]

    def has(self, name: str) -> bool:
        """Whether there is such a list."""
        return _PREFIX + name in self._vocabulary.lists

    def in_(self, name: str, text: str) -> bool:
        """Whether a phrase of the list stands in the text."""
        return self[name].search(text) is not None

    def ends(self, name: str, text: str) -> bool:
        """Whether the text ends with a phrase of the list."""
        key = f"{name} at the end"
        if key not in self._patterns:
            self._patterns[key] = re.compile(rf"{self[name].pattern}\Z", re.IGNORECASE)
        return self._patterns[key].search(text) is not None

    def is_(self, name: str, text: str) -> bool:
        """Whether the text is a phrase of the list, and no more."""
        return self[name].fullmatch(text) is not None


def _expression(entry: str) -> str:
    if entry.startswith("re:"):
        return entry[3:]
    words = r"\s+".join(re.escape(word) for word in entry.rstrip("*").split())
    return words + r"\w*" if entry.endswith("*") else words
