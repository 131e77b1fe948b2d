"""Flows → text with blocks: paragraphs joined, bullets and headings marked, page furniture put last."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from andregang.domain.text import BlockKind
from andregang.readers.layout.order import is_date, reading_order
from andregang.readers.layout.hyphens import Hyphens
from andregang.readers.layout.words import SOFT_HYPHEN, UNSURE_HYPHEN, Flow, Line, Page, Word, lines_of, typical_size
from andregang.readers.lines import bullet_at
from andregang.readers.scribe import Scribe, clean

_PAGE_NUMBER = re.compile(r"(?:side|page|s\.|p\.)?\s{0,3}[-–—|]?\s{0,3}\d{1,3}\s{0,3}(?:(?:av|of|/|\||–|-|:)\s{0,3}\d{0,3})?\s{0,3}[-–—|]?", re.IGNORECASE)  # fmt: skip
_EDGE = 0.09
_LEADING = 1.75


@dataclass(slots=True)
class _Piece:
    """A block being put together from lines: its kind, its text so far, where its words begin."""

    kind: BlockKind
    text: str
    line: Line
    words_left: float
    level: int = 0
    gap: bool = False


def write_pages(scribe: Scribe, pages: Iterable[Page]) -> None:
    """Write the pages as one text; page numbers and running headers and footers stand at its end, as fields."""
    pages = list(pages)
    style = _Style([word for page in pages for word in page.words])
    hyphens = Hyphens.of(pages)
    kept: list[str] = []
    parts: list[_Part] = []
    for page, found in zip(pages, _furniture(pages), strict=True):
        lines = [line for line in lines_of(page.words) if id(line.words[0]) in found]
        taken = {id(word) for line in lines for word in line.words}
        kept += [line.text for line in lines]
        for flow in reading_order([word for word in page.words if id(word) not in taken]):
            _mark_dots(flow, page)
            label = hyphens.joined(line.text.replace("\t", " ") for line in flow.label)
            part = _Part(label, _pieces(flow, style, hyphens))
            if parts and _spills_over(parts[-1], part):
                last = parts[-1].pieces[-1]
                last.text = hyphens.joined((last.text, part.pieces.pop(0).text))
            if part.label or part.pieces:
                parts.append(part)
    for part in parts:
        _write_part(scribe, part)
    scribe.gap()
    for text in dict.fromkeys(clean(text.replace("\t", " ")).strip() for text in kept):
        scribe.field("", "page", text)


@dataclass(slots=True)
class _Part:
    """One flow as it will be written: its label and its blocks."""

    label: str
    pieces: list[_Piece]


def _spills_over(before: _Part, part: _Part) -> bool:
    """Whether a sentence broken by the end of a column or page goes on here."""
    if part.label or not before.pieces or not part.pieces:
        return False
    last, first = before.pieces[-1], part.pieces[0]
    if BlockKind.HEADING in (last.kind, first.kind) or first.kind is BlockKind.BULLET or "\t" in last.text + first.text:
        return False
    return (
        len(last.text) >= 25 and last.text[-1] not in ".:;!?" and first.text[:1].islower() and not _is_value(first.text)
    )


class _Style:
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


def _furniture(pages: Sequence[Page]) -> list[set[int]]:
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


def _mark_dots(flow: Flow, page: Page) -> None:
    if not page.dots:
        return
    for line in flow.lines:
        line.dotted = any(
            0 < line.left - x < 2.2 * line.size and -0.1 * line.size < line.base - y < 0.6 * line.size
            for x, y in page.dots
        )


def _write_part(scribe: Scribe, part: _Part) -> None:
    pieces = part.pieces
    label = clean(part.label).strip()
    if label:
        if pieces and pieces[0].kind is not BlockKind.BULLET:
            first = pieces.pop(0)
            scribe.cells([label, *(cell for text in first.text.split("\t") if (cell := clean(text).strip()))])
        else:
            scribe.line(BlockKind.PARAGRAPH, label)
    else:
        scribe.gap()
    for piece in pieces:
        _write_piece(scribe, piece)


def _write_piece(scribe: Scribe, piece: _Piece) -> None:
    text = clean(piece.text).strip()
    if piece.gap:
        scribe.gap()
    if "\t" in text and piece.kind is not BlockKind.BULLET:
        scribe.cells([cell for part in text.split("\t") if (cell := part.strip())])
    else:
        scribe.line(piece.kind, text.replace("\t", " "), piece.level)


def _pieces(flow: Flow, style: _Style, hyphens: Hyphens) -> list[_Piece]:
    pieces: list[_Piece] = []
    right = flow.right
    for number, line in enumerate(flow.lines):
        last = pieces[-1] if pieces else None
        gap = (
            number > 0
            and line.base - flow.lines[number - 1].base > _LEADING * max(line.size, flow.lines[number - 1].size) * 0.85
        )
        mark = _bullet(line)
        if mark is None and last is not None and not gap and _goes_on(last, flow.lines[number - 1], line, right, style):
            last.text = hyphens.joined((last.text, line.text))
            continue
        if mark is not None:
            text, words_left = mark
            pieces.append(_Piece(BlockKind.BULLET, text, line, words_left, 0, gap))
            continue
        level = style.heading(line)
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        pieces.append(_Piece(kind, line.text, line, line.left, level, gap))
    _indent(pieces)
    return pieces


def _indent(pieces: list[_Piece]) -> None:
    """Give bullets their depth by how far their marks stand in."""
    lefts: list[float] = []
    for piece in pieces:
        if piece.kind is not BlockKind.BULLET:
            lefts.clear()
            continue
        while lefts and piece.line.left < lefts[-1] - 3:
            lefts.pop()
        if not lefts or piece.line.left > lefts[-1] + 3:
            lefts.append(piece.line.left)
        piece.level = len(lefts) - 1


def _bullet(line: Line) -> tuple[str, float] | None:
    """The words behind a line's bullet mark and where they begin, or None."""
    first = line.words[0]
    text = line.text
    if line.dotted and len(text) > 1:
        return text, line.left
    if len(line.words) > 1:
        rest = Line(line.words[1:])
        odd = len(first.text) == 1 and (0xE000 <= ord(first.text) <= 0xF8FF or first.text in "\ufffd§¤¨ü")
        hollow = first.text == "o" and rest.left - first.right > 0.45 * first.size
        if odd or hollow:
            return rest.text, rest.left
    found = bullet_at(text.replace("\t", " ", 1) if len(first.text) <= 3 else text)
    if not found:
        return None
    if len(line.words) > 1 and found.words > len(first.text):
        return text[found.words :], line.words[1].left
    return text[found.words :], first.left + 0.6 * first.size


def _goes_on(piece: _Piece, before: Line, line: Line, right: float, style: _Style) -> bool:
    """Whether a line is the rest of the block above it."""
    if abs(line.size - before.size) > 0.08 * before.size or "\t" in line.text:
        return False
    if piece.kind is BlockKind.HEADING:
        return bool(style.heading(line)) and line.bold == before.bold and _is_full(before, line, right) and abs(line.left - before.left) < 3  # fmt: skip
    if style.heading(line) and not before.bold:
        return False
    if line.bold != before.bold and piece.kind is BlockKind.PARAGRAPH:
        return False
    if "\t" in before.text and piece.kind is not BlockKind.BULLET:
        return False
    if (
        piece.kind is BlockKind.BULLET
        and line.left > piece.line.left + 2
        and abs(line.left - piece.words_left) < 0.5 * line.size
    ):
        return True
    if not _is_full(before, line, right):
        return False
    return _reads_on(before.text, line.text)


def _is_value(text: str) -> bool:
    """Whether a line is a date, an address or a number: those never go on the line above."""
    return is_date(text) or "@" in text or "://" in text or text.startswith("www.") or sum(map(str.isdigit, text)) >= 8


def _reads_on(before: str, text: str) -> bool:
    if _is_value(text) or (_is_value(before) and len(before) < 45):
        return False
    if text[:1].islower() or before[-1:] in (",", "-", "–", "/", "&", SOFT_HYPHEN, UNSURE_HYPHEN) or before.endswith((" og", " eller", " and", " or", " i", " for", " med", " av", " på", " of")):  # fmt: skip
        return True
    return len(before) >= 45 and len(before.split()) >= 5


def _is_full(before: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted on the line before."""
    word = line.words[0]
    return before.right + 0.2 * before.size + (word.right - word.left) > right - 0.05 * before.size
