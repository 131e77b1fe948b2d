"""The lines of a CV: what one sees as one line, one bullet or one wrapped paragraph, with offsets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from andregang.domain.cv.periods import find_periods
from andregang.domain.text import Block, BlockKind, DocumentText

_MARK = re.compile(
    r"[ \t]*(?:(?P<icon>[•▪▫◦∙●○■□▸▹►▶➢➤✓✔✦★❖⇒‣⁃⦁\uf0b7\uf0a7\uf0d8\ufffd])[ \t]*|(?P<sign>[-–—*+·»›→o]|\uf06f)[ \t]+)"
)
_RULE = re.compile(r"[\s=_\-–—*~.#|─━═]+$")
_PAGE = re.compile(
    r"(?:(?:side|page|s\.|p\.)\s*)?\d{1,3}\s*(?:(?:av|of|/|\|)\s*\d{1,3})?$|(?:side|page)\s+\d{1,3}\b.{0,20}$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:;]['\"»”)]?$")
_OPEN_END = re.compile(
    r"(?:[,&/(|–—-]|\b(?:og|and|i|in|på|med|with|for|av|of|til|to|ved|som|the|en|et|ein|eit|a|samt|eller|or|fra|frå|from"
    r"|hos|at|by|om|å|inkl\.|både|the))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the text without its bullet mark: `text == document[start:end]`, maybe over several rows.

    `level` is the depth of a heading (0: none), `gap` whether an empty row stands above, `piece` the number of the
    reader's block (-1: none), `column` the offset of the first letter from the row's beginning, `rows` how many rows,
    `soft` whether the last row ends with a space, as rows broken by a typesetter often do.
    """

    start: int
    end: int
    text: str
    bullet: bool = False
    level: int = 0
    gap: bool = False
    piece: int = -1
    column: int = 0
    rows: int = 1
    soft: bool = False

    @property
    def last_row(self) -> str:
        return self.text.rsplit("\n", 1)[-1]


def split_lines(content: DocumentText) -> list[Line]:
    """The rows of a document as lines, in reading order; empty rows, rules and page numbers are left out."""
    text = content.text
    lines: list[Line] = []
    # Pasted text has no layout of its own; what a reader makes of it is no better than the rows themselves.
    pieces = _Pieces(() if content.format == "plain" else content.blocks)
    gap, position, waiting = False, 0, False
    for row in text.split("\n"):
        start, position = position, position + len(row) + 1
        stripped = row.strip()
        if not stripped:
            gap = True
            continue
        if _RULE.fullmatch(stripped) and not _MARK.fullmatch(row + " "):
            if lines and len(stripped) > 2 and len(lines[-1].text) < 50 and stripped[0] in "=-_─━═~":
                lines[-1] = replace(lines[-1], level=lines[-1].level or 2)
            gap = True
            continue
        if _PAGE.match(stripped):
            continue
        mark = _MARK.match(row)
        if mark and mark.end() >= len(row.rstrip()):
            waiting = True
            continue
        at = start + (mark.end() if mark else len(row) - len(row.lstrip()))
        end = start + len(row.rstrip())
        kind, level, piece = pieces.at(at)
        bullet = mark is not None or waiting or (kind is BlockKind.BULLET and pieces.begins(piece, start, at))
        if mark and mark["sign"] and mark["sign"] in "–—-" and find_periods(row[mark.end() : mark.end() + 6]):
            bullet = False
        level = level if kind is BlockKind.HEADING else 0
        lines.append(
            Line(at, end, text[at:end], bullet, level, gap or not lines, piece, at - start, soft=row.endswith(" "))
        )
        gap, waiting = False, False
    return lines


class _Pieces:
    """Finds the innermost block at an offset."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = sorted(
            (b for b in blocks if b.kind is not BlockKind.FIELD and b.end > b.start), key=lambda b: (b.start, -b.end)
        )
        self._next = 0
        self._open: list[tuple[int, Block]] = []

    def at(self, offset: int) -> tuple[BlockKind | None, int, int]:
        while self._next < len(self._blocks) and self._blocks[self._next].start <= offset:
            self._open.append((self._next, self._blocks[self._next]))
            self._next += 1
        self._open = [entry for entry in self._open if entry[1].end > offset]
        if not self._open:
            return None, 0, -1
        kinds = [block.kind for _, block in self._open]
        for wanted in (BlockKind.HEADING, BlockKind.BULLET):
            if wanted in kinds:
                number, block = self._open[kinds.index(wanted)]
                return wanted, max(1, block.level) if wanted is BlockKind.HEADING else block.level, number
        number, block = self._open[-1]
        return block.kind, 0, number

    def begins(self, piece: int, start: int, at: int) -> bool:
        return piece >= 0 and start <= self._blocks[piece].start <= at


def mend_dates(lines: Sequence[Line]) -> list[Line]:
    """Lines with a date cut by its narrow column ('mai 2013 – oktober <tab> Kokk' above '2016 <tab> …') made whole.

    The mended line holds the date's words alone and spans both rows; what stood beside them follows as lines.
    """
    mended: list[Line] = []
    for line in lines:
        above = mended[-1] if mended else None
        left, beside = (above.text if above else "").split("\t", 1)[0], line.text.split("\t", 1)[0]
        if above is None or line.bullet or "\t" not in above.text or not _date_is_cut(left.strip(), beside.strip()):
            mended.append(line)
            continue
        whole = f"{left.strip()} {beside.strip()}"
        mended[-1] = replace(above, text=whole, end=line.start + len(beside.rstrip()))
        mended += [_after_tab(above), *([_after_tab(line)] if "\t" in line.text else [])]
    return mended


def _after_tab(line: Line) -> Line:
    """What stands behind a line's first tab, as a line."""
    rest = line.text.split("\t", 1)[1]
    mark = _MARK.match(rest)
    at = mark.end() if mark else len(rest) - len(rest.lstrip())
    return replace(line, start=line.end - len(rest) + at, text=rest[at:], bullet=mark is not None, gap=False)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a document breaks its rows.

    `typed`: a break inside a block was typed by the writer (Word, HTML) and not made by the page's width. `seen`: some
    rows begin in lower case, so rows are broken by width. `soft`: rows broken by width end with a space here.
    """

    typed: bool
    seen: bool
    soft: bool


def wrapping_of(lines: Sequence[Line], *, typed: bool) -> Wrapping:
    """How the rows of these lines are broken."""
    seen = any(
        line.text[:1].islower() and not line.bullet and not line.gap and not _ENDED.search(above.text)
        for above, line in pairwise(lines)
    )
    return Wrapping(typed, seen, 0 < sum(line.soft for line in lines) <= 0.6 * len(lines))


def join_wrapped(lines: Sequence[Line], text: str, wrapping: Wrapping, *, prose: bool) -> list[Line]:
    """Lines with the rows of a wrapped bullet, sentence or date joined.

    A row continues the one above when its first word would not have fitted there. `prose` says that lines without
    bullets are sentences here, so that a row may go on with a capital letter.
    """
    joined: list[Line] = []
    for index, line in enumerate(lines):
        above = joined[-1] if joined else None
        if (
            above
            and not line.gap
            and _continues(above, line, lines[max(0, index - 12) : index + 12], wrapping, prose=prose)
        ):
            whole = text[above.start : line.end]
            joined[-1] = replace(above, end=line.end, text=whole, rows=above.rows + 1, soft=line.soft)
        else:
            joined.append(line)
    return joined


def _continues(above: Line, line: Line, around: Sequence[Line], wrapping: Wrapping, *, prose: bool) -> bool:
    """Whether `line` goes on where `above` was broken; `around` are the rows near, which tell how much fits on one."""
    if line.bullet or line.level != above.level or (line.level and line.piece != above.piece):
        return False
    same_piece = line.piece >= 0 and line.piece == above.piece
    if wrapping.typed and line.piece >= 0:
        return False
    if above.bullet and same_piece:
        return True
    last = above.last_row.strip()
    if _date_is_cut(last, line.text):
        return True
    first_word = line.text.split(None, 1)[0]
    width = max(row.column + len(row.text) for row in around)
    filled = (above.column + len(last) + 1 + len(first_word)) / max(width, 30)
    periods = find_periods(line.text)
    opens = line.text[periods[0].to :].strip() if periods and periods[0].at == 0 else None
    if opens == "":
        return _OPEN_END.search(last) is not None or (above.bullet and wrapping.seen and filled > 0.93)
    if opens is not None and not (_OPEN_END.search(last) or opens[:1].islower()):
        return False
    if above.bullet and line.column > 0 and line.column >= above.column and above.column > 1:
        return True
    if "\t" in line.text or _ENDED.search(last):
        return prose and same_piece and len(last) > 40 and "\t" not in line.text
    if (wrapping.soft and above.soft and filled > 0.6) or (_OPEN_END.search(last) and filled > 0.7):
        return True
    if line.text[:1].islower() or line.text[:1] in "(&":
        return filled > 0.75
    return wrapping.seen and filled > 0.93 and _may_be_capital(above, last, line, around, prose=prose)


def _may_be_capital(above: Line, last: str, line: Line, around: Sequence[Line], *, prose: bool) -> bool:
    """Whether a row with a capital letter can go on a sentence: in prose, or under a bullet where no entry opens."""
    if not above.bullet:
        return prose and len(last) > 30
    below = next((row for row in around if row.start > line.start), None)
    return not any(find_periods(row.text) for row in (line, below) if row and not row.bullet)


def _date_is_cut(last: str, below: str) -> bool:
    """Whether a period goes on in the row below ('mai 2013 – oktober' / '2016'), as in a narrow column."""
    if not re.search(r"(?:19|20)\d\d\s*[–—-]\s*\w*\.?$", last) or len(last) > 30:
        return False
    whole = find_periods(last + " " + below)
    return (
        bool(whole)
        and not whole[0].ongoing
        and whole[0].to > len(last) + 1
        and whole[0].to >= len(last) + 1 + len(below)
    )
