"""Words, lines and flows: the pieces a page is put together from. Lengths in points, y counted downwards."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

SAME_LINE = 0.3
TAB_GAP = 1.3
SOFT_HYPHEN = "\u00ad"
UNSURE_HYPHEN = "\u2010"


@dataclass(slots=True)
class Word:
    """A word and where it stands. `base` is its baseline, `size` the height of its font's box."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False

    @property
    def top(self) -> float:
        """Top of the small letters, roughly: lines set solid must not touch."""
        return self.base - 0.6 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.1 * self.size


@dataclass(slots=True)
class Line:
    """Words on one baseline, left to right."""

    words: list[Word]
    dotted: bool = False
    _size: float = 0.0

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        """The size most of its letters have: a font's boxes differ a little from letter to letter."""
        if not self._size:
            self._size = self.words[0].size if len(self.words) == 1 else typical_size(self.words)
        return self._size

    @property
    def bold(self) -> bool:
        letters = [word for word in self.words if any(map(str.isalpha, word.text))]
        return bool(letters) and all(word.bold for word in letters)

    @property
    def cells(self) -> list["Line"]:
        """The line cut where it has a hole."""
        cells = [Line([self.words[0]])]
        for before, word in pairwise(self.words):
            if word.left - before.right > TAB_GAP * before.size:
                cells.append(Line([]))
            cells[-1].words.append(word)
        return cells

    @property
    def text(self) -> str:
        """The line's words; a tab where the line has a hole."""
        return "\t".join(" ".join(word.text for word in cell.words) for cell in self.cells)


@dataclass(slots=True)
class Flow:
    """Lines that follow each other in one column.

    `label` stands beside the first line: a date, a name of a field. `cells` are further columns of the same table
    row. `edge` is where the column ends, when something on its right says so.
    """

    lines: list[Line]
    label: list[Line] = field(default_factory=list)
    cells: list["Flow"] = field(default_factory=list)
    edge: float = 0.0

    @property
    def right(self) -> float:
        """Where a full line of this column ends."""
        return max((line.right for line in self.lines), default=0.0) if not self.edge else self.edge


@dataclass(slots=True)
class Page:
    """A page's words in the order they were drawn, and the small dots drawn as pictures.

    A hyphen at the end of a line is `-`, `SOFT_HYPHEN`, or `UNSURE_HYPHEN` where the file does not say; `hyphens`
    counts what the file says of its hyphens ("" for nothing).
    """

    width: float
    height: float
    words: list[Word]
    dots: list[tuple[float, float]] = field(default_factory=list)
    pictures: int = 0
    hyphens: Counter[str] = field(default_factory=Counter)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The words as lines, top to bottom. Words on nearly the same baseline are one line."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda w: (w.base, w.left)):
        for line in reversed(lines[-3:]):
            if abs(line.base - word.base) <= SAME_LINE * min(line.words[0].size, word.size) or _raised(line, word):
                line.words.append(word)
                break
        else:
            lines.append(Line([word]))
    for line in lines:
        line.words.sort(key=lambda w: w.left)
        _join_spaced(line)
    return lines


def _raised(line: Line, word: Word) -> bool:
    """Small print above or below the line it belongs to (2nd, m², footnote marks), touching its neighbour."""
    big = line.words[0]
    if not 0.3 < word.size / big.size < 0.8 or abs(line.base - word.base) > 0.45 * big.size:
        return False
    return any(abs(word.left - other.right) < 0.25 * big.size for other in line.words)


def _join_spaced(line: Line) -> None:
    """Letter-spaced words (K O N T A K T) put together again."""
    words = line.words
    single = sum(1 for word in words if len(word.text) == 1 and word.text.isalpha())
    if single < 4 or single < 0.8 * len(words):
        return
    gaps = [b.left - a.right for a, b in pairwise(words)]
    limit = 1.8 * max(median(gaps), 0.05 * line.size)
    joined = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=False):
        if gap <= limit:
            last = joined[-1]
            joined[-1] = Word(last.text + word.text, last.left, word.right, last.base, last.size, last.bold)
        else:
            joined.append(word)
    line.words = joined


def typical_size(words: Sequence[Word]) -> float:
    """The font size most letters have."""
    if not words:
        return 10.0
    weight: dict[float, int] = {}
    for word in words:
        key = round(word.size, 1)
        weight[key] = weight.get(key, 0) + len(word.text)
    return max(weight, key=lambda key: (weight[key], -key)) or 10.0
