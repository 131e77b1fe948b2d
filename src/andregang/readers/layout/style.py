"""What is usual in a document, so that headings and page furniture can be told from it."""

import re
from collections import Counter
from collections.abc import Sequence

from andregang.readers.layout.dates import is_date
from andregang.readers.layout.words import Line, Page, Word, lines_of, typical_size

_PAGE_NUMBER = re.compile(
    r"(?:side|page|s\.|p\.)?\s{0,3}[-–—|]?\s{0,3}\d{1,3}\s{0,3}(?:(?:av|of|/|\||–|-|:)\s{0,3}\d{0,3})?\s{0,3}[-–—|]?",
    re.IGNORECASE,
)
_EDGE = 0.09


class Style:
    """What is usual in a document, so that headings can be told from it."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.size = typical_size(words)
        letters = sum(len(word.text) for word in words) or 1
        self.bold = sum(len(word.text) for word in words if word.bold) / letters > 0.5
        larger = sorted({round(word.size) for word in words if word.size > 1.1 * self.size}, reverse=True)
        self._larger = larger

    def heading(self, line: Line) -> int:
        """The level of a heading by its type: 1–3 for larger type, 4 for capitals, 5 for bold; 0 for none."""
        text = line.text
        if len(text) > 80 or "\t" in text or text[-1:] in (".", ",", ";") or is_date(text) or text[:1].islower():
            return 0
        letters = [c for c in text if c.isalpha()]
        if len(letters) < 2 or "@" in text or sum(map(str.isdigit, text)) > len(letters):
            return 0
        if line.size > 1.1 * self.size:
            return min(self._larger.index(round(line.size)) + 1, 3) if round(line.size) in self._larger else 3
        if text.isupper() and len(letters) >= 4:
            return 4
        return 5 if line.bold and not self.bold else 0


def furniture(pages: Sequence[Page]) -> list[set[int]]:
    """For each page, the first words (by identity) of the lines that are page numbers or repeat on the page edges."""
    edges: list[list[tuple[Line, str, bool]]] = []
    for page in pages:
        found = []
        lines = lines_of(page.words)
        for line in [*lines[:2], *lines[-2:]]:
            at_top, at_bottom = line.base < _EDGE * page.height, line.base > (1 - _EDGE) * page.height
            if at_top or at_bottom:
                found.append((line, re.sub(r"\d+", "#", line.text), at_bottom))
        edges.append(found)
    repeated = Counter(key for found in edges for key in {key for _, key, _ in found})
    chosen: list[set[int]] = []
    for number, found in enumerate(edges):
        marked = set()
        for line, key, at_bottom in found:
            runs = repeated[key] >= 2 and repeated[key] >= 0.5 * len(pages) and (number > 0 or at_bottom)
            is_number = bool(_PAGE_NUMBER.fullmatch(line.text.strip())) and not re.fullmatch(
                r"(?:19|20)\d\d", line.text.strip()
            )
            if runs or is_number:
                marked.add(id(line.words[0]))
        chosen.append(marked)
    return chosen
