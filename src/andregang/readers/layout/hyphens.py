"""Words broken at the end of a line, put together again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from andregang.readers.layout.words import SOFT_HYPHEN, UNSURE_HYPHEN, Page, lines_of

_FIRST_WORD = re.compile(r"[^\W_]+")
_SUSPENDED = frozenset(("og", "eller", "and", "or", "samt", "til", "men", "i", "for", "på", "to"))
_PREFIXES = frozenset(
    ("for", "be", "an", "un", "ut", "opp", "inn", "av", "re", "in", "ar", "ut", "til", "un", "ver", "år")
)


def _is_justified(pages: Sequence[Page]) -> bool:
    """Whether most long lines end at the same place, as in justified text; only that is broken by machines."""
    ends = Counter(round(line.right) for page in pages for line in lines_of(page.words) if len(line.text) > 30)
    total = sum(ends.values())
    return total >= 5 and ends.most_common(1)[0][1] >= 0.45 * total


@dataclass(frozen=True, slots=True)
class Hyphens:
    """How a document uses hyphens: what an unsure one at a line's end means, and which words it also writes whole.

    `breaks` is true when the document breaks words at the ends of its lines; `words` are its words in lower case,
    hyphenated ones included.
    """

    breaks: bool
    words: frozenset[str]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> "Hyphens":
        """What the pages' own hyphens and what the file says of them tell."""
        words: set[str] = set()
        broken = full = 0
        said = {key for page in pages for key, count in page.hyphens.items() if count}
        for page in pages:
            words.update(word.text.lower().strip(".,;:()") for word in page.words)
            for line in lines_of(page.words):
                full += len(line.text) > 30
                broken += line.text[-1:] == UNSURE_HYPHEN
        if "-" in said:
            breaks = True  # hard hyphens are marked as such, so those that are not are soft
        elif SOFT_HYPHEN in said:
            breaks = False
        else:
            breaks = (broken >= 3 and broken >= 0.06 * full) or (broken > 0 and _is_justified(pages))
        return cls(breaks, frozenset(words))

    def joined(self, lines: Iterable[str]) -> str:
        """Lines as running text: soft hyphens go, hard ones hold the word together, else a space."""
        text = ""
        for line in lines:
            text = self._pair(text, line) if text else line
        return text.replace(UNSURE_HYPHEN, "-")

    def _pair(self, before: str, line: str) -> str:
        mark = before[-1:]
        if mark == SOFT_HYPHEN:
            return before[:-1] + line
        first = _FIRST_WORD.match(line)
        if mark in ("-", UNSURE_HYPHEN) and before[-2:-1].isalnum() and first and first[0].lower() not in _SUSPENDED:
            if mark == UNSURE_HYPHEN and self._is_break(before[:-1], first[0]):
                return before[:-1] + line
            if line[:1].islower() or mark == UNSURE_HYPHEN:
                return before[:-1] + "-" + line
        if mark == "/" and before[-2:-1] not in ("", " "):
            return before + line
        return f"{before} {line}"

    def _is_break(self, before: str, after: str) -> bool:
        start = len(before)
        while start and before[start - 1].isalnum():
            start -= 1
        last = before[start:]
        part = last.lower()
        whole = part + after.lower()
        if (
            any(word.startswith(f"{part}-") for word in self.words if len(word) > len(part) + 1)
            or part.isupper()
            or part.isdigit()
        ):
            return False
        if len(part) <= 3 and part not in _PREFIXES:
            return False
        if whole in self.words:
            return True
        return self.breaks and after[:1].islower() and not last.isupper()
