"""OpenDocument text, as LibreOffice writes it: headings, lists, tables, text boxes, headers and footers."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from andregang.domain.text import BlockKind, DocumentText
from andregang.readers.archive import Archive
from andregang.readers.lines import bullet_at
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT, _TABLE, _DRAW = (f"{_OASIS}{name}:1.0}}" for name in ("office", "text", "table", "drawing"))
_STYLE = f"{_OASIS}style:1.0}}"
_UNSEEN = frozenset(
    (f"{_TEXT}tracked-changes", f"{_TEXT}sequence-decls", f"{_OFFICE}annotation", f"{_TEXT}note-citation")
)
_DEPTH = 200

Element = Any


def read(data: bytes) -> DocumentText:
    """The document's text in reading order, header first and footer last."""
    archive = Archive(data)
    if b"encryption-data" in (archive.member("META-INF/manifest.xml") or b""):
        raise RefusedError(Reason.ENCRYPTED)
    content = archive.member("content.xml")
    if not content:
        raise RefusedError(Reason.DAMAGED)
    body = _parse(content).find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise RefusedError(Reason.UNKNOWN_FORMAT)
    styles = archive.member("styles.xml")
    margins = _parse(styles) if styles else None
    scribe = Scribe()
    writer = _Writer(scribe)
    for part in (*_margin(margins, "header"), body, *_margin(margins, "footer")):
        scribe.gap()
        writer.blocks(part, 0, None)
    if not scribe.written().strip() and any(name.startswith("Pictures/") for name in archive.names):
        raise RefusedError(Reason.SCANNED)
    return scribe.finish("odt")


def _parse(data: bytes) -> Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(Reason.BOMB)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise RefusedError(Reason.BOMB if "depth" in str(problem).lower() else Reason.DAMAGED) from None


def _margin(styles: Element | None, name: str) -> Iterator[Element]:
    if styles is not None:
        yield from styles.iter(f"{_STYLE}{name}")


class _Writer:
    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe

    def blocks(self, parent: Element, depth: int, listed: int | None) -> None:
        """All block content below an element; `listed` is the depth of the list it stands in, or None."""
        if depth > _DEPTH:
            raise RefusedError(Reason.BOMB)
        for element in parent:
            tag = element.tag
            if tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(element, depth, listed)
            elif tag == f"{_TEXT}list":
                self.blocks(element, depth + 1, 0 if listed is None else listed + 1)
            elif tag == f"{_TABLE}table-row":
                self._row(element, depth)
            elif isinstance(tag, str) and tag not in _UNSEEN:
                self.blocks(element, depth + 1, listed)

    def _paragraph(self, element: Element, depth: int, listed: int | None) -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        _gather(element, pieces, boxes, 0)
        for box in boxes:
            self.blocks(box, depth + 1, None)
        text = clean("".join(pieces))
        if not text.strip() and not boxes:
            self._scribe.gap()
        level = element.get(f"{_TEXT}outline-level") or "1"
        for line in filter(str.strip, text.split("\n")):
            bullet = bullet_at(line)
            if element.tag == f"{_TEXT}h":
                self._scribe.line(BlockKind.HEADING, line.strip(), min(int(level), 6) if level.isdigit() else 1)
            elif listed is not None or bullet:
                self._scribe.line(BlockKind.BULLET, line[bullet.words if bullet else 0 :].strip(), min(listed or 0, 8))
            elif "\t" in line.strip():
                self._scribe.cells([cell for part in line.split("\t") if (cell := part.strip())])
            else:
                self._scribe.line(BlockKind.PARAGRAPH, line.strip())

    def _row(self, row: Element, depth: int) -> None:
        cells = [cell for cell in row if cell.tag == f"{_TABLE}table-cell"]
        texts = [_simple(cell) for cell in cells]
        filled = [text for text in texts if text != ""]
        if len(filled) > 1 and None not in filled:
            self._scribe.cells([text for text in filled if text])
            return
        label = texts[0] if len(cells) == 2 else None
        if label and len(label) <= 60:
            self._scribe.start_line()
            self._scribe.block(BlockKind.CELL, label)
            self._beside(cells[1], depth)
            return
        for cell in cells:
            self._scribe.gap()
            self.blocks(cell, depth + 1, None)

    def _beside(self, cell: Element, depth: int) -> None:
        """A cell whose first line stands on the line of the label or date before it."""
        first, *rest = list(cell) or [None]
        text = None if first is None else _simple([first])
        if text:
            self._scribe.say("\t")
            self._scribe.block(BlockKind.CELL, text)
            self._scribe.start_line()
            self.blocks(rest, depth + 1, None)
        else:
            self._scribe.start_line()
            self.blocks(cell, depth + 1, None)


def _gather(element: Element, pieces: list[str], boxes: list[Element], depth: int) -> None:
    if depth > _DEPTH:
        raise RefusedError(Reason.BOMB)
    pieces.append(element.text or "")
    for child in element:
        tag = child.tag
        if tag == f"{_TEXT}tab":
            pieces.append("\t")
        elif tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c") or "1"
            pieces.append(" " * (min(int(count), 200) if count.isdigit() else 1))
        elif tag == f"{_DRAW}frame":
            boxes.extend(child.iter(f"{_DRAW}text-box"))
        elif isinstance(tag, str) and tag not in _UNSEEN:
            _gather(child, pieces, boxes, depth + 1)
        pieces.append(child.tail or "")


def _simple(cell: Element) -> str | None:
    """The text of a cell that is one line, nothing for an empty one, None for a cell with more in it."""
    lines: list[str] = []
    for element in cell:
        if element.tag != f"{_TEXT}p":
            return None
        pieces: list[str] = []
        boxes: list[Element] = []
        _gather(element, pieces, boxes, 0)
        if boxes:
            return None
        lines += [line for line in clean("".join(pieces)).split("\n") if line.strip()]
    if len(lines) > 1:
        return None
    return lines[0].strip().replace("\t", " ") if lines else ""
