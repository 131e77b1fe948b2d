"""What the lines of plain text are: bullets, headings, paragraphs. Used where no markup says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.text import BlockKind
from andregang.readers.scribe import Scribe

_BULLET = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?P<mark>[•‣◦▪▫■□●○◆◇❖►▶➢➤➔→✓✔✗☐☑·∙⁃⦿*»]|[-–—](?=[ \t]|[^\W\d_])|o(?=\t| {2,})"
    r"|\d{1,2}[.)](?=[ \t]+[A-ZÆØÅÄÖÉ])|[a-zæøå]\)(?=[ \t]))"
    r"[ \t]*(?=\S)"
)
_UNDERLINE = re.compile(r"[ \t]*([-=_*~])\1{2,}[ \t]*")
_NUMBERS = re.compile(r"\d[\d .:/-]{3,}")
_WRAP_LIMIT = 110
_HEADING_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet mark at the start of a line: columns of indentation, and where the words begin."""

    indent: int
    words: int


def bullet_at(line: str) -> Bullet | None:
    """The bullet mark the line begins with, if it does."""
    found = _BULLET.match(line)
    if not found or found.end() >= len(line):
        return None
    indent = len(found["indent"].expandtabs(4))
    if (
        found["mark"] in "-–—"
        and line[found.end("mark") : found.end("mark") + 1] not in " \t"
        and not line[found.end()].isalpha()
    ):
        return None
    return Bullet(indent, found.end())


def looks_like_heading(line: str, *, after_gap: bool) -> bool:
    """Whether a line that stands alone reads as a heading: short, no full stop, nothing that is a value."""
    words = line.strip()
    if not 2 <= len(words) <= _HEADING_LIMIT or "@" in words or "\t" in words or "://" in words:
        return False
    letters = [c for c in words if c.isalpha()]
    if len(letters) < 2 or _NUMBERS.search(words):
        return False
    if sum(1 for c in letters if c.isupper()) == len(letters) >= 4:
        return True
    if words[-1] in ".,;!…-–" or len(words.split()) > 8 or not words.lstrip("«\"'(")[:1].isupper():
        return False
    return words[-1] == ":" or after_gap


def wrap_width(lines: Sequence[str]) -> int:
    """The column at which the text was broken by force, or 0 when its lines are as long as they like."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if len(lengths) < 4 or lengths[-1] > _WRAP_LIMIT:
        return 0
    width = lengths[-1]
    near = sum(1 for length in lengths if length >= width - 14)
    return width if width >= 50 and near >= max(3, len(lengths) // 8) else 0


def _continues(line: str, following: str, width: int) -> bool:
    """Whether the next line is the rest of this one: its first word would not have fitted here."""
    word = following.split(maxsplit=1)
    return bool(width and word) and len(line.rstrip()) + 1 + len(word[0]) > width


def mark_lines(scribe: Scribe, text: str, *, headings: bool = True) -> None:
    """Write cleaned text as it stands, with a block for each bullet, heading and paragraph.

    A paragraph or bullet broken by force is one block over several lines. `headings` is false for letters, where a
    short line is a greeting or a name more often than a heading; lines in capitals are headings there too.
    """
    lines = text.split("\n")
    width = wrap_width(lines)
    scribe.start_line()
    number = 0
    after_gap = True
    while number < len(lines):
        line = lines[number]
        if not line.strip() or _UNDERLINE.fullmatch(line):
            scribe.say(line + "\n")
            number += 1
            after_gap = True
            continue
        last = _last_line(lines, number, width)
        kind, start, level = _kind(lines, number, last, after_gap=after_gap, headings=headings)
        begin = scribe.position
        scribe.say("\n".join(lines[number : last + 1]))
        scribe.mark(kind, begin + start, scribe.position - _trailing(lines[last]), level)
        scribe.say("\n")
        after_gap = kind is BlockKind.HEADING
        number = last + 1


def _trailing(line: str) -> int:
    return len(line) - len(line.rstrip())


def _last_line(lines: Sequence[str], number: int, width: int) -> int:
    last = number
    bullet = bullet_at(lines[number])
    while last + 1 < len(lines) and lines[last + 1].strip() and not bullet_at(lines[last + 1]):
        following = lines[last + 1]
        indent = len(following) - len(following.lstrip())
        hangs = bullet is not None and width > 0 and indent > bullet.indent and following.lstrip()[:1].islower()
        if not (_continues(lines[last], following, width) or hangs) or "\t" in following.strip():
            break
        last += 1
    return last


def _kind(
    lines: Sequence[str], number: int, last: int, *, after_gap: bool, headings: bool
) -> tuple[BlockKind, int, int]:
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    bullet = bullet_at(line)
    if bullet:
        return BlockKind.BULLET, bullet.words, min(bullet.indent // 2, 4)
    if last == number:
        following = lines[number + 1] if number + 1 < len(lines) else ""
        ruled = bool(_UNDERLINE.fullmatch(following)) and len(line.strip()) <= _HEADING_LIMIT
        something_under = any(later.strip() for later in lines[number + 1 : number + 3])
        capitals = line.upper() == line
        if ruled or (
            something_under and (headings or capitals) and looks_like_heading(line, after_gap=after_gap and headings)
        ):
            return BlockKind.HEADING, indent, 2
    return BlockKind.PARAGRAPH, indent, 0
