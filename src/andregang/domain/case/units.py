"""An assignment's words as units: list items with what leads up to them, and sentences."""

import re
from dataclasses import dataclass

from andregang.domain.text import BlockKind, DocumentText

_ITEM = re.compile(
    r"[ \t]*(?:[-–—*•·▪◦‣●○►☐□✓→➤][ \t]+|\(?\d{1,2}[.):][ \t]+|\(?[a-hA-H][.)][ \t]+"
    r"|(?:spørsmål|oppgave|oppgåve|del|punkt|question|task|part)[ \t]\d{1,2}[ \t]?[.:–-][ \t]*)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?:…](?=\s)|[.!?][»”\")](?=\s)")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:kl|ca|nr|tlf|bl\.a|f\.eks|evt|maks|min|inkl|dvs|jf|mr|ms|mrs|dr|e\.g|i\.e|incl|approx|[A-ZÆØÅ])\Z",
    re.I,
)
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\Z")
_CLOSING = re.compile(
    r"[ \t]*(?:med )?(?:vennlig(?:e)? |venleg |beste |mange |varme |kind |best |warm )?"
    r"(?:hilsen|hilsning(?:er)?|helsing|regards|wishes|mvh|vh|sincerely|yours)\b[^\n]{0,120}\s*",
    re.IGNORECASE,
)
_LONGEST = 60_000
_LONGEST_UNIT = 1_500


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or an item of a list. Line breaks inside are spaces in `text`, so that offsets stay.

    `group` numbers the paragraph or the list; `depth` is how far an item stands in.
    """

    start: int
    end: int
    text: str
    group: int
    item: bool = False
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    item: bool
    depth: int
    whole: bool


def read_units(content: DocumentText) -> tuple[Unit, ...]:
    """The units of a letter or paper, in order, from after its header to its closing greeting."""
    lines = _lines(content)
    units: list[Unit] = []
    group = 0
    number = 0
    while number < len(lines):
        line = lines[number]
        if line is None:
            group += 1
            number += 1
            continue
        last = number
        while (
            last + 1 < len(lines) and (following := lines[last + 1]) is not None and _goes_on(content, line, following)
        ):
            last += 1
        end = lines[last].end  # type: ignore[union-attr]
        if line.item:
            if not units or not units[-1].item:
                group += 1
            units.append(_unit(content.text, line.start, end, group, item=True, depth=line.depth))
        else:
            if units and units[-1].item and units[-1].group == group:
                group += 1
            units += _sentences(content.text, line.start, end, group)
        number = last + 1
    # No sentence of an assignment is longer; what is, is no sentence.
    return tuple(unit for unit in units if unit.end - unit.start <= _LONGEST_UNIT)


def _lines(content: DocumentText) -> list[_Line | None]:
    """The lines that are words of the assignment; None between paragraphs."""
    text = content.text[:_LONGEST]
    fields = [(b.start, b.end) for b in content.blocks if b.kind is BlockKind.FIELD and not b.path.startswith("slide[")]
    bullets = {b.start: b for b in content.blocks if b.kind is BlockKind.BULLET}
    cells = {b.start for b in content.blocks if b.kind is BlockKind.CELL}
    whole = content.format not in ("plain", "eml")
    found: list[_Line | None] = []
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        words = raw.strip(" \t>")
        first = start + (len(raw) - len(raw.lstrip(" \t>")))
        if not words:
            found.append(None)
        elif not any(a < end and first < b for a, b in fields):
            if found and _CLOSING.fullmatch(raw) and start > len(text) // 3:
                break
            mark = _ITEM.match(raw)
            inside = next((b for b in bullets.values() if start <= b.start < end), None)
            if first in cells and "\t" in raw:
                found += [None, None]
            elif mark or inside:
                after = start + (mark.end() if mark else inside.start - start if inside else 0)
                indent = len(raw) - len(raw.lstrip())
                found.append(
                    _Line(after, end, item=True, depth=max(indent // 2, inside.level if inside else 0), whole=whole)
                )
            else:
                found.append(_Line(first, end, item=False, depth=0, whole=whole))
        start = end + 1
    return found


def _goes_on(content: DocumentText, line: _Line, following: _Line) -> bool:
    """Whether the next line is the rest of this one, broken by force."""
    if line.whole or following.item:
        return False
    if not line.item:
        return True
    before = content.text[content.text.rfind("\n", 0, following.start) + 1 : following.start]
    return len(before) >= 2 or content.text[following.start : following.start + 1].islower()


def _unit(text: str, start: int, end: int, group: int, *, item: bool = False, depth: int = 0) -> Unit:
    return Unit(start, end, re.sub(r"\s", " ", text[start:end]), group, item, depth)


def _sentences(text: str, start: int, end: int, group: int) -> list[Unit]:
    found = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        before = text[max(begin, stop.start() - 8) : stop.start()]
        if stop[0] == "." and (
            _SHORT.search(before) or (_ORDINAL.search(before) and text[stop.end() + 1 : stop.end() + 2].islower())
        ):
            continue
        found.append(_unit(text, begin, stop.end(), group))
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.append(_unit(text, begin, end, group))
    return found
