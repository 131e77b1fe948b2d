"""One line of the ad: the key it is found by, and the words around it."""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from andregang.domain.job_ad import AdItem
from andregang.domain.source import Document, Quote, stands_in
from andregang.domain.text import fold

_MOST = 240
_ENDS = re.compile(r"[.!?:;][ \n]|\n")


def item_key(item: AdItem) -> str:
    """Eight hex digits that stay the same for the same words, whatever else is struck or added."""
    return _key(item.quote.words)


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    return hashlib.sha256(fold(words).casefold().encode("utf-8", "replace")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quote with what stands before and after it in its sentence or line, white space folded; both may be empty."""

    before: str
    words: str
    after: str

    @property
    def more(self) -> bool:
        """Whether there is anything around the quote."""
        return bool(self.before or self.after)


def surroundings(quote: Quote, document: Document) -> Surroundings:
    """The sentence or line a quote stands in, at most 240 characters to each side, cut at a word.

    A quote of another document, or the person's own words, stands alone.
    """
    if not stands_in(quote, document):
        return Surroundings("", quote.words, "")
    text = document.content.text
    from_ = max(0, quote.start - _MOST)
    before = text[from_ : quote.start]
    ends = [match.end() for match in _ENDS.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    elif from_ > 0:
        before = before.partition(" ")[2]
    after = text[quote.end : quote.end + _MOST]
    end = None if _closes(quote) else _ENDS.search(after)
    if _closes(quote):
        after = ""
    elif end:
        after = after[: end.start() + (0 if end.group().startswith("\n") else 1)]
    elif quote.end + _MOST < len(text):
        after = after.rpartition(" ")[0]
    return Surroundings(_said(before), quote.words, _said(after))


def _said(text: str) -> str:
    """The text folded; nothing when it is only marks, as a bullet before or a full stop after."""
    return fold(text) if any(sign.isalnum() for sign in text) else ""


def _closes(quote: Quote) -> bool:
    return quote.words.endswith((".", "!", "?"))
