"""Word lists as something to search a line with."""

import re
from functools import lru_cache

from andregang.domain.vocabulary import Vocabulary

_NOTHING = re.compile(r"(?!)")
_GAP = re.compile(r"\s+")


@lru_cache(maxsize=2_000)
def _compiled(entries: tuple[str, ...]) -> re.Pattern[str]:
    parts = [_part(entry) for entry in sorted(entries, key=len, reverse=True) if entry.strip("* ")]
    return re.compile("|".join(parts), re.IGNORECASE) if parts else _NOTHING


def _part(entry: str) -> str:
    if entry.startswith("re:"):
        return f"(?:{entry[3:]})"
    before = "" if entry.startswith("*") else r"(?<!\w)"
    after = "" if entry.endswith("*") else r"(?!\w)"
    inner = r"\w{0,20}".join(r"\s+".join(map(re.escape, _GAP.split(p))) for p in entry.strip("*").split("*"))
    return f"{before}{inner}{after}"


@lru_cache(maxsize=2_048)
def finder(vocabulary: Vocabulary, name: str) -> re.Pattern[str]:
    """A pattern for the entries of a list in all languages; it finds nothing when there is no such list."""
    by_language = vocabulary.lists.get(name)
    if by_language is None:
        return _NOTHING
    return _compiled(tuple(dict.fromkeys(entry for entries in by_language.values() for entry in entries)))


@lru_cache(maxsize=256)
def groups(vocabulary: Vocabulary, prefix: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The lists below `prefix` (without it) with their patterns, in the vocabulary's order."""
    names = [name for name in vocabulary.lists if name.startswith(prefix + ".")]
    return tuple((name[len(prefix) + 1 :], finder(vocabulary, name)) for name in names)


def groups_in(text: str, vocabulary: Vocabulary, prefix: str) -> dict[str, int]:
    """The groups with a word in `text`, each with the offset of its first word there."""
    found = {name: hit.start() for name, pattern in groups(vocabulary, prefix) if (hit := pattern.search(text))}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))
