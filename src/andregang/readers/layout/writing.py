"""Flows → text with blocks: paragraphs joined, bullets and headings marked, page furniture put last."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from andregang.domain.text import BlockKind
from andregang.readers.layout.dates import is_date
from andregang.readers.layout.hyphens import Hyphens
from andregang.readers.layout.order import reading_order
from andregang.readers.layout.style import Style, furniture
from andregang.readers.layout.words import SOFT_HYPHEN, UNSURE_HYPHEN, Flow, Line, Page, lines_of
from andregang.readers.lines import bullet_at
from andregang.readers.scribe import Scribe, clean

_LEADING = 1.5
_OPEN_MARKS = (",", "-", "–", "/", "&", SOFT_HYPHEN, UNSURE_HYPHEN)
_OPEN_ENDS = (
    " og",
    " eller",
    " and",
    " or",
    " i",
    " in",
    " for",
    " med",
    " with",
    " av",
    " of",
    " på",
    " til",
    " to",
    " som",
    " the",
)


@dataclass(slots=True)
class _Piece:
    """A block being put together from lines: its kind, its text so far, where its words begin."""

    kind: BlockKind
    text: str
    line: Line
    words_left: float
    level: int = 0
    gap: bool = False


def write_pages(scribe: Scribe, pages: Iterable[Page]) -> tuple[int, ...]:
    """Write the pages as one text; page numbers and running headers and footers stand at its end, as fields.

    Returns where each page begins. A sentence that a page's end breaks belongs to the page it begins on.
    """
    pages = list(pages)
    style = Style([word for page in pages for word in page.words])
    hyphens = Hyphens.of(pages)
    kept: list[str] = []
    parts: list[_Part] = []
    firsts: list[int] = []
    for page, found in zip(pages, furniture(pages), strict=True):
        firsts.append(len(parts))
        lines = [line for line in lines_of(page.words) if id(line.words[0]) in found]
        taken = {id(word) for line in lines for word in line.words}
        kept += [line.text for line in lines]
        for flow in reading_order([word for word in page.words if id(word) not in taken]):
            _mark_dots(flow, page)
            label = hyphens.joined(line.text.replace("\t", " ") for line in flow.label)
            part = _Part(label, *_with_cells(flow, style, hyphens))
            if parts and _spills_over(parts[-1], part):
                last = parts[-1].pieces[-1]
                last.text = hyphens.joined((last.text, part.pieces.pop(0).text))
            if part.label or part.cells or part.pieces:
                parts.append(part)
    begins: list[int] = []
    for part in parts:
        begins.append(scribe.position)
        _write_part(scribe, part)
    scribe.gap()
    begins.append(scribe.position)
    for text in dict.fromkeys(clean(text.replace("\t", " ")).strip() for text in kept):
        scribe.field("", "page", text)
    return tuple(begins[first] for first in firsts)


@dataclass(slots=True)
class _Part:
    """One flow as it will be written: its label, the cells of its first line, its blocks."""

    label: str
    cells: list[str]
    pieces: list[_Piece]


def _with_cells(flow: Flow, style: Style, hyphens: Hyphens) -> tuple[list[str], list[_Piece]]:
    """The first piece of each cell of a table row, and what is left of the cells, one after the other."""
    pieces = _pieces(flow, style, hyphens)
    if not flow.cells:
        return [], pieces
    cells, rest = [], []
    for cell in (pieces, *(_pieces(other, style, hyphens) for other in flow.cells)):
        cells.append(cell[0].text)
        rest += cell[1:]
    return cells, rest


def _spills_over(before: _Part, part: _Part) -> bool:
    """Whether a sentence broken by the end of a column or page goes on here."""
    if part.label or part.cells or not before.pieces or not part.pieces:
        return False
    last, first = before.pieces[-1], part.pieces[0]
    if BlockKind.HEADING in (last.kind, first.kind) or first.kind is BlockKind.BULLET or "\t" in last.text + first.text:
        return False
    return (
        len(last.text) >= 25 and last.text[-1] not in ".:;!?" and first.text[:1].islower() and not _is_value(first.text)
    )


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
    row = part.cells
    if label and not row and pieces and pieces[0].kind is not BlockKind.BULLET:
        row = pieces.pop(0).text.split("\t")
        if pieces:
            pieces[0].gap = False
    if row:
        scribe.cells([cell for text in (label, *row) if (cell := clean(text.replace("\t", " ")).strip())])
    elif label:
        scribe.line(BlockKind.PARAGRAPH, label)
    elif pieces and pieces[0].kind is not BlockKind.BULLET:
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


def _pieces(flow: Flow, style: Style, hyphens: Hyphens) -> list[_Piece]:
    pieces: list[_Piece] = []
    right = flow.right
    for number, line in enumerate(flow.lines):
        last = pieces[-1] if pieces else None
        gap = number > 0 and line.base - flow.lines[number - 1].base > _LEADING * max(
            line.size, flow.lines[number - 1].size
        )
        mark = _bullet(line)
        if (
            mark is None
            and last is not None
            and not gap
            and (cell := _cell_above(last, flow.lines[number - 1], line)) is not None
        ):
            texts = last.text.split("\t")
            texts[cell] = hyphens.joined((texts[cell], line.text))
            last.text = "\t".join(texts)
            continue
        if mark is None and last is not None and not gap and _goes_on(last, flow.lines[number - 1], line, right, style):
            last.text = hyphens.joined((last.text, line.text))
            continue
        if mark is not None:
            text, words_left = mark
            gap = gap and not (last is not None and last.kind is BlockKind.BULLET)
            pieces.append(_Piece(BlockKind.BULLET, text, line, words_left, 0, gap))
            continue
        level = style.heading(line)
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        pieces.append(_Piece(kind, line.text, line, line.left, level, gap))
    _indent(pieces)
    return pieces


def _cell_above(piece: _Piece, before: Line, line: Line) -> int | None:
    """The cell of a row that a line under it goes on: it begins where the cell does, and did not fit in it."""
    if piece.kind is BlockKind.BULLET or "\t" not in piece.text or piece.line is not before or "\t" in line.text:
        return None
    cells = before.cells
    first = line.words[0]
    for number, (cell, following) in enumerate(pairwise(cells)):
        if abs(cell.left - line.left) < 0.2 * line.size and line.right < following.left:
            reads_on = first.text[:1].islower()
            if is_date(following.text) and not reads_on:
                return None  # a date at the right margin is no column that could have broken the line
            spare = 4 * cell.size if reads_on else cell.size
            full = cell.right + 0.2 * cell.size + (first.right - first.left) > following.left - spare
            return number if full and len(cells) == piece.text.count("\t") + 1 else None
    return None


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


def _goes_on(piece: _Piece, before: Line, line: Line, right: float, style: Style) -> bool:
    """Whether a line is the rest of the block above it."""
    if abs(line.size - before.size) > 0.08 * before.size or "\t" in line.text:
        return False
    if piece.kind is BlockKind.HEADING:
        alike = bool(style.heading(line)) and line.bold == before.bold and abs(line.left - before.left) < 3
        return alike and _is_full(before, line, right)
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
    if before.text.endswith(_OPEN_ENDS) and line.text[:1].islower():
        return True
    return _is_full(before, line, right) and _reads_on(before.text, line.text)


def _is_value(text: str) -> bool:
    """Whether a line is a date, an address or a number: those never go on the line above."""
    return is_date(text) or "@" in text or "://" in text or text.startswith("www.") or sum(map(str.isdigit, text)) >= 8


def _reads_on(before: str, text: str) -> bool:
    if _is_value(text) or (_is_value(before) and len(before) < 45):
        return False
    if text[:1].islower() or before[-1:] in _OPEN_MARKS or before.endswith(_OPEN_ENDS):
        return True
    return len(before) >= 45 and len(before.split()) >= 5


def _is_full(before: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would not have fitted on the line before."""
    if line.text[:1].islower() and before.right - before.left > 0.7 * (right - before.left):
        return True  # a typesetter that weighs whole paragraphs breaks lines early
    word = line.words[0]
    return before.right + 0.2 * before.size + (word.right - word.left) > right - 0.05 * before.size
