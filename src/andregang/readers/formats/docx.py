"""Word documents: every paragraph, wherever it stands (body, tables, text boxes, headers, footers, notes)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from lxml import etree

from andregang.domain.text import BlockKind, DocumentText
from andregang.readers.archive import Archive
from andregang.readers.lines import bullet_at
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLE_NAME = re.compile(
    r"(?:heading|overskrift|titre|rubrik)\s?(\d)|(title|tittel|subtitle|undertittel)", re.IGNORECASE
)
_LIST_STYLE = re.compile(r"list|punkt|bullet|opplist", re.IGNORECASE)
_SYMBOLS = {"Wingdings", "Wingdings 2", "Wingdings 3", "Symbol", "Webdings"}
_DEPTH = 200

Element = Any


@dataclass(frozen=True, slots=True)
class _Styles:
    """What the document's styles say of a paragraph: its heading level (0 = none), whether it is a list, bold."""

    heading: dict[str, int] = field(default_factory=dict)
    bullets: frozenset[str] = frozenset()
    bold: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Paragraph:
    text: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


def read(data: bytes) -> DocumentText:
    """The document's text in reading order, deletions left out, header first and footer last."""
    archive = Archive(data)
    names = archive.names
    main = next((n for n in names if re.fullmatch(r"word/document\d*\.xml", n)), None)
    if main is None:
        raise RefusedError(Reason.DAMAGED)
    styles = _styles(archive)
    scribe = Scribe()
    writer = _Writer(scribe, styles)
    for pattern in (
        r"word/header\d*\.xml",
        re.escape(main),
        r"word/footnotes\.xml",
        r"word/endnotes\.xml",
        r"word/footer\d*\.xml",
    ):
        seen: set[bytes] = set()
        for name in sorted(n for n in names if re.fullmatch(pattern, n)):
            part = archive.member(name) or b""
            if part in seen:
                continue
            seen.add(part)
            scribe.gap()
            writer.part(_parse(part))
    if not scribe.written().strip() and any(name.startswith("word/media/") for name in names):
        raise RefusedError(Reason.SCANNED)
    return scribe.finish("docx")


def _parse(data: bytes) -> Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(Reason.BOMB)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        deep = "depth" in str(problem).lower()
        raise RefusedError(Reason.BOMB if deep else Reason.DAMAGED) from None


def _styles(archive: Archive) -> _Styles:
    part = archive.member("word/styles.xml")
    if not part:
        return _Styles()
    try:
        root = _parse(part)
    except RefusedError as refused:
        if refused.reason is Reason.BOMB:
            raise
        return _Styles()
    heading: dict[str, int] = {}
    bullets, bold = set(), set()
    for style in root.iter(f"{_W}style"):
        identity = style.get(f"{_W}styleId") or ""
        name_element = style.find(f"{_W}name")
        name = (name_element.get(f"{_W}val") if name_element is not None else "") or identity
        level = _outline(style) or _named_level(name) or _named_level(identity)
        if level:
            heading[identity] = level
        if _LIST_STYLE.search(name) or style.find(f"{_W}pPr/{_W}numPr") is not None:
            bullets.add(identity)
        if _on(style.find(f"{_W}rPr/{_W}b")):
            bold.add(identity)
    return _Styles(heading, frozenset(bullets - heading.keys()), frozenset(bold))


def _named_level(name: str) -> int:
    found = _STYLE_NAME.search(name)
    if not found:
        return 0
    return min(int(found[1]) or 1, 6) if found[1] else 1


def _outline(element: Element) -> int:
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    value = outline.get(f"{_W}val") if outline is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0


def _on(switch: Element | None) -> bool:
    return switch is not None and switch.get(f"{_W}val") not in ("0", "false", "none", "off")


class _Writer:
    """Writes the parts of a document, table rows with tabs between their cells."""

    def __init__(self, scribe: Scribe, styles: _Styles) -> None:
        self._scribe = scribe
        self._styles = styles

    def part(self, root: Element) -> None:
        """All block content below an element."""
        body = root.find(f"{_W}body")
        self._blocks(body if body is not None else root, 0)

    def _blocks(self, parent: Element, depth: int) -> None:
        if depth > _DEPTH:
            raise RefusedError(Reason.BOMB)
        for element in parent:
            tag = element.tag
            if tag == f"{_W}p":
                self._paragraph(element, depth)
            elif tag == f"{_W}tbl":
                self._scribe.gap()
                for row in _rows(element):
                    self._row(row, depth)
                self._scribe.gap()
            elif tag == f"{_MC}AlternateContent":
                chosen = _chosen(element)
                if chosen is not None:
                    self._blocks(chosen, depth + 1)
            elif isinstance(tag, str) and tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}sectPr", f"{_W}pPr"):
                self._blocks(element, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        bold = _gather(element, pieces, boxes, 0)
        for box in boxes:
            self._blocks(box, depth + 1)
        text = clean("".join(pieces))
        if not text.strip():
            if not boxes:
                self._scribe.gap()
            return
        properties = element.find(f"{_W}pPr")
        style = _value(properties, "pStyle")
        level = self._styles.heading.get(style, 0) or (_outline(element) if properties is not None else 0)
        listed = self._is_listed(properties, style)
        for line in text.split("\n"):
            self._line(line, level, bold=bold or style in self._styles.bold, listed=listed)

    def _line(self, line: str, level: int, *, bold: bool, listed: int | None) -> None:
        text = line.strip(" ")
        if not text.strip():
            self._scribe.start_line()
            return
        bullet = bullet_at(text)
        short = len(text) <= 70 and "\t" not in text and text[-1] not in ".,;"
        if level and len(text) <= 160:
            self._scribe.line(BlockKind.HEADING, text.strip(), level)
        elif bullet:
            self._scribe.line(BlockKind.BULLET, text[bullet.words :].strip(), listed or bullet.indent // 4)
        elif listed is not None:
            self._scribe.line(BlockKind.BULLET, text.strip(), listed)
        elif "\t" in text.strip():
            self._scribe.cells([cell for part in text.split("\t") if (cell := part.strip())])
        elif short and bold and any(c.isalpha() for c in text):
            self._scribe.line(BlockKind.HEADING, text.strip(), 5)
        else:
            self._scribe.line(BlockKind.PARAGRAPH, text.strip())

    def _is_listed(self, properties: Element | None, style: str) -> int | None:
        """The depth of the list the paragraph is an item of, or None."""
        number = properties.find(f"{_W}numPr") if properties is not None else None
        if number is not None:
            identity = _value(number, "numId")
            level = _value(number, "ilvl")
            if identity != "0":
                return min(int(level), 8) if level.isdigit() else 0
            return None
        return 0 if style in self._styles.bullets else None

    def _row(self, row: Element, depth: int) -> None:
        cells = list(_cells(row))
        texts = [_cell_lines(cell) for cell in cells]
        filled = [lines for lines in texts if lines]
        if len(filled) > 1 and all(len(lines) == 1 and len(lines[0]) <= 300 for lines in filled):
            self._scribe.cells([clean(lines[0]).strip() for lines in filled])
            return
        first = texts[0] if texts else []
        second = texts[1] if len(texts) > 1 else []
        if (
            len(cells) > 1
            and len(first) == 1
            and (len(second) != 1 or len(cells) == 2)
            and len(first[0]) <= 60
            and not any(_boxed(cell) for cell in cells)
        ):
            # A label or a date beside what it belongs to: keep it on the line of the first words.
            self._beside(clean(first[0]).strip(), cells[1:], depth)
            return
        leading = list(takewhile(lambda lines: len(lines) == 1 and len(lines[0]) <= 80, texts))
        if 1 < len(leading) < len(cells):
            self._scribe.cells([clean(lines[0]).strip() for lines in leading])
            cells = cells[len(leading) :]
        for cell in cells:
            self._scribe.gap()
            self._blocks(cell, depth + 1)

    def _beside(self, label: str, cells: list[Element], depth: int) -> None:
        self._scribe.start_line()
        self._scribe.block(BlockKind.CELL, label)
        first = True
        for cell in cells:
            for paragraph in cell.iter(f"{_W}p"):
                text = clean("".join(_words(paragraph))).strip()
                if first and text:
                    self._scribe.say("\t")
                    self._scribe.block(BlockKind.CELL, text.replace("\n", " "))
                    self._scribe.start_line()
                    first = False
                elif text:
                    self._paragraph(paragraph, depth)
        self._scribe.start_line()


def _value(element: Element | None, name: str) -> str:
    found = element.find(f"{_W}{name}") if element is not None else None
    return (found.get(f"{_W}val") or "") if found is not None else ""


def _chosen(alternate: Element) -> Element | None:
    """One of the alternatives, so that a text box is read once."""
    choice = alternate.find(f"{_MC}Choice")
    return choice if choice is not None else alternate.find(f"{_MC}Fallback")


def _gather(element: Element, pieces: list[str], boxes: list[Element], depth: int) -> bool:
    """Collect a paragraph's words and the text boxes anchored in it; whether all its words are bold."""
    if depth > _DEPTH:
        raise RefusedError(Reason.BOMB)
    all_bold = True
    for child in element:
        tag = child.tag
        if tag == f"{_W}r":
            start = len(pieces)
            _run(child, pieces, boxes)
            words = "".join(pieces[start:]).strip()
            if words and not _on(child.find(f"{_W}rPr/{_W}b")):
                all_bold = False
        elif tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr") or not isinstance(tag, str):
            continue
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag == f"{_MC}AlternateContent":
            chosen = _chosen(child)
            if chosen is not None:
                all_bold = _gather(chosen, pieces, boxes, depth + 1) and all_bold
        else:
            all_bold = _gather(child, pieces, boxes, depth + 1) and all_bold
    return all_bold


def _run(run: Element, pieces: list[str], boxes: list[Element]) -> None:
    if _on(run.find(f"{_W}rPr/{_W}vanish")):
        return
    for child in run:
        tag = child.tag
        if tag == f"{_W}t":
            pieces.append(child.text or "")
        elif tag in (f"{_W}tab", f"{_W}ptab"):
            pieces.append("\t")
        elif tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif tag == f"{_W}sym":
            pieces.append("•" if (child.get(f"{_W}font") or "") in _SYMBOLS and not "".join(pieces).strip() else " ")
        elif tag == f"{_MC}AlternateContent":
            chosen = _chosen(child)
            if chosen is not None:
                boxes.extend(_outer_boxes(chosen))
        elif tag in (f"{_W}drawing", f"{_W}pict", f"{_W}object"):
            boxes.extend(_outer_boxes(child))


def _outer_boxes(element: Element) -> Iterator[Element]:
    """The text boxes below an element, not those inside other boxes, one alternative each."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == f"{_W}txbxContent":
            yield node
        elif node.tag == f"{_MC}AlternateContent":
            chosen = _chosen(node)
            if chosen is not None:
                stack.append(chosen)
        else:
            stack.extend(reversed(node))


def _words(paragraph: Element) -> list[str]:
    pieces: list[str] = []
    _gather(paragraph, pieces, [], 0)
    return pieces


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}ins", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _cells(child)


def _boxed(cell: Element) -> bool:
    return next(cell.iter(f"{_W}txbxContent"), None) is not None or next(cell.iter(f"{_W}tbl"), None) is not None


def _cell_lines(cell: Element) -> list[str]:
    """The lines of a cell; a cell with a table or a box in it has many."""
    if _boxed(cell):
        return ["", ""]
    lines = []
    for paragraph in cell.iter(f"{_W}p"):
        lines += [line for line in "".join(_words(paragraph)).split("\n") if line.strip()]
    return lines
