"""The lines of a job ad, with or without a layout: bullets, headings and paragraphs as spans of the frozen text."""

import re
from dataclasses import dataclass

from andregang.domain.text import Block, BlockKind, DocumentText, Span, trim

_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[•·▪●◦‣⁃∙➢►✓✔➤○■□*°\u25aa\uf0b7–—]|-{1,2}|\.(?=\s)|o(?=[ \t\u00a0]+\S)|"
    r"\d{1,2}[.)](?=[ \t\u00a0]))[ \t\u00a0]*"
)
_STRONG_MARK = re.compile(
    r"[ \t\u00a0]*[•▪●◦‣∙➢►✓✔➤■\uf0b7][ \t\u00a0]*|(?<=\s)·[ \t\u00a0]*|"
    r"(?<=\s)\*[ \t\u00a0]+(?=[A-ZÆØÅ])|(?<![\d])°[ \t\u00a0]*(?=\w)"
)
_WEAK_MARK = re.compile(r"(?<=\s)(?:o|-|–|\*)[ \t\u00a0]+(?=[A-ZÆØÅ0-9])")
_ODD_SPACE = re.compile(r"\s")
_WRAP_WIDTH = 45
_WIDEST_WRAP = 120
_WRAPPED_ROWS = 5
_NEARLY = 0.75
_LEFTOVER_WORDS = 3
_GAP = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a person sees it: trimmed, without bullet mark. `heading` is 0 or a page heading's depth."""

    start: int
    end: int
    bullet: bool = False
    heading: int = 0

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def read_lines(content: DocumentText) -> list[Line]:
    """Every line of the document in reading order, wrapped lines joined, one-line lists taken apart.

    Structured fields are left out, except a description, which is a text of its own.
    """
    hidden = [b for b in content.blocks if b.kind is BlockKind.FIELD and not b.path.endswith("description")]
    layout = sorted(
        (b for b in content.blocks if b.kind is not BlockKind.FIELD), key=lambda b: (b.start, b.start - b.end)
    )
    lines: list[Line] = []
    guessed = content.format == "plain"
    rows = _raw_lines(content.text)
    wrapped_at = _wrapped_at(rows)
    for start, end in rows:
        if any(b.start <= start and end <= b.end for b in hidden):
            continue
        line = _line(content.text, start, end, _covering(layout, start, end), guessed=guessed)
        if line is None:
            continue
        if lines and _continues(content.text, lines[-1], line, wrapped_at):
            last = lines.pop()
            line = Line(last.start, line.end, last.bullet, last.heading)
        lines.append(line)
    return [piece for line in lines for piece in _apart(content.text, line)]


def in_one_line(text: str, lines: list[Line]) -> str:
    """The text, of the same length, with the breaks inside joined lines and all odd spaces as plain spaces.

    The first cell of a row stands before the others as a label does, so the tab after it becomes a colon.
    """
    pieces, at = [], 0
    for line in lines:
        if line.start >= at:
            words = text[line.start : line.end].replace("\t", ":", 1)
            pieces += [text[at : line.start], _ODD_SPACE.sub(" ", words)]
            at = line.end
    return "".join([*pieces, text[at:]])


def _raw_lines(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for piece in text.split("\n"):
        found.append((at, at + len(piece)))
        at += len(piece) + 1
    return found


def _covering(layout: list[Block], start: int, end: int) -> Block | None:
    """The smallest block a line begins in."""
    best = None
    low, high = 0, len(layout)
    while low < high:
        middle = (low + high) // 2
        if layout[middle].start <= end:
            low = middle + 1
        else:
            high = middle
    for block in layout[max(0, low - 8) : low]:
        holds = block.start <= max(start, block.start) < end and block.end > start
        if holds and (best is None or block.end - block.start <= best.end - best.start):
            best = block
    return best


def _line(text: str, start: int, end: int, block: Block | None, *, guessed: bool) -> Line | None:
    """One row as a line; in pasted text a heading is only a reader's guess and is left to the words."""
    kind = block.kind if block else None
    mark = _BULLET.match(text, start, end)
    bullet = kind is BlockKind.BULLET or mark is not None
    if mark is not None:
        start = mark.end()
    span = trim(text, start, end, "" if mark is None else "•·")
    if span.start >= span.end or not any(c.isalnum() for c in text[span.start : span.end]):
        return None
    heading = max(1, block.level) if block is not None and kind is BlockKind.HEADING and not guessed else 0
    return Line(span.start, span.end, bullet and not heading, heading)


def _continues(text: str, last: Line, line: Line, wrapped_at: int) -> bool:
    """Whether `line` is only the rest of `last`, broken off by a hard line break."""
    if line.heading or last.heading or line.bullet or text.count("\n", last.end, line.start) > 1:
        return False
    head, tail = text[line.start], text[last.end - 1]
    if tail in ".!?:;" or line.start - last.end > _GAP:
        return False
    row = text.rfind("\n", last.start, last.end)
    width = last.end - (row + 1 if row >= 0 else last.start)
    first_word = len(text[line.start : line.end].split(maxsplit=1)[0])
    if wrapped_at and width + 1 + first_word > wrapped_at:
        return True
    if not (head.islower() or head.isdigit() or head in "(,"):
        return False
    tail_words = text[max(last.start, last.end - 12) : last.end].casefold().split()
    if (tail_words and tail_words[-1] in _DANGLING) or tail in "-/":
        return True
    if width < _WRAP_WIDTH or text[line.start : line.end].endswith(":"):
        return False
    return tail == "," or (text[line.end - 1] == "." and len(text[line.start : line.end].split()) <= _LEFTOVER_WORDS)


def _wrapped_at(rows: list[tuple[int, int]]) -> int:
    """The width a text was hard-wrapped at, or 0: many rows of nearly the same width and none much longer."""
    widths = sorted(end - start for start, end in rows if end > start)
    if len(widths) < _WRAPPED_ROWS or not _WRAP_WIDTH <= widths[-1] <= _WIDEST_WRAP:
        return 0
    near = sum(1 for width in widths if width >= _NEARLY * widths[-1])
    return widths[-1] if near >= max(3, len(widths) // 3) else 0


_DANGLING = frozenset(
    (
        "og", "eller", "samt", "med", "av", "i", "på", "til", "kan", "skal", "vil", "for", "fra", "frå", "om",
        "som", "å", "at", "er", "en", "et", "ein", "ei", "eit", "den", "det", "and", "or", "of", "to", "in", "the",
        "a", "with", "for",
    )
)  # fmt: skip


def _apart(text: str, line: Line) -> list[Line]:
    """A line that holds a whole list, as the lines of that list."""
    marks = list(_STRONG_MARK.finditer(text, line.start, line.end))
    if not marks:
        weak = list(_WEAK_MARK.finditer(text, line.start, line.end))
        marks = weak if len(weak) >= (1 if line.bullet and weak and weak[0].group().startswith("o") else 3) else []
    if not marks or line.heading:
        return [line]
    pieces, at, bullet = [], line.start, line.bullet
    for mark in marks:
        pieces.append((at, mark.start(), bullet))
        at, bullet = mark.end(), True
    pieces.append((at, line.end, True))
    spans = [(trim(text, start, end), bullet) for start, end, bullet in pieces]
    return [Line(s.start, s.end, bullet) for s, bullet in spans if any(c.isalnum() for c in text[s.start : s.end])]
