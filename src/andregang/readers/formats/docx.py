"""Word documents: every paragraph, wherever it stands (body, tables, text boxes, headers, footers, notes)."""

import re
from itertools import takewhile

from andregang.domain.text import BlockKind, DocumentText
from andregang.readers.archive import Archive
from andregang.readers.lines import bullet_at
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean
from andregang.readers.wordprocessing import (
    DEPTH,
    MC,
    Element,
    Styles,
    W,
    alternative,
    boxed,
    cell_lines,
    cells_of,
    gather,
    outline_level,
    parse_part,
    rows_of,
    styles_of,
    value_of,
    words_of,
)


def read(data: bytes) -> DocumentText:
    """The document's text in reading order, deletions left out, header first and footer last."""
    archive = Archive(data)
    names = archive.names
    main = next((n for n in names if re.fullmatch(r"word/document\d*\.xml", n)), None)
    if main is None:
        raise RefusedError(Reason.DAMAGED)
    styles = styles_of(_optional(archive, "word/styles.xml"))
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
            part = (archive.member(name) if name == main else _optional(archive, name)) or b""
            if not part or part in seen:
                continue
            seen.add(part)
            scribe.gap()
            writer.part(parse_part(part))
    if not scribe.written().strip() and any(name.startswith("word/media/") for name in names):
        raise RefusedError(Reason.SCANNED)
    return scribe.finish("docx")


def _optional(archive: Archive, name: str) -> bytes | None:
    """A member the text can do without: None when it is damaged."""
    try:
        return archive.member(name)
    except RefusedError as refused:
        if refused.reason is Reason.DAMAGED:
            return None
        raise


class _Writer:
    """Writes the parts of a document, table rows with tabs between their cells."""

    def __init__(self, scribe: Scribe, styles: Styles) -> None:
        self._scribe = scribe
        self._styles = styles

    def part(self, root: Element) -> None:
        """All block content below an element."""
        body = root.find(f"{W}body")
        self._blocks(body if body is not None else root, 0)

    def _blocks(self, parent: Element, depth: int) -> None:
        if depth > DEPTH:
            raise RefusedError(Reason.BOMB)
        for element in parent:
            tag = element.tag
            if tag == f"{W}p":
                self._paragraph(element, depth)
            elif tag == f"{W}tbl":
                self._scribe.gap()
                for row in rows_of(element):
                    self._row(row, depth)
                self._scribe.gap()
            elif tag == f"{MC}AlternateContent":
                chosen = alternative(element)
                if chosen is not None:
                    self._blocks(chosen, depth + 1)
            elif isinstance(tag, str) and tag not in (f"{W}del", f"{W}moveFrom", f"{W}sectPr", f"{W}pPr"):
                self._blocks(element, depth + 1)

    def _paragraph(self, element: Element, depth: int) -> None:
        pieces: list[str] = []
        boxes: list[Element] = []
        bold = gather(element, pieces, boxes, 0)
        for box in boxes:
            self._blocks(box, depth + 1)
        text = clean("".join(pieces))
        if not text.strip():
            if not boxes:
                self._scribe.gap()
            return
        properties = element.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        level = self._styles.heading.get(style, 0) or (outline_level(element) if properties is not None else 0)
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
        number = properties.find(f"{W}numPr") if properties is not None else None
        if number is not None:
            identity = value_of(number, "numId")
            level = value_of(number, "ilvl")
            if identity != "0":
                return min(int(level), 8) if level.isdigit() else 0
            return None
        return 0 if style in self._styles.bullets else None

    def _row(self, row: Element, depth: int) -> None:
        cells = list(cells_of(row))
        texts = [cell_lines(cell) for cell in cells]
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
            and not any(boxed(cell) for cell in cells)
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
            for paragraph in cell.iter(f"{W}p"):
                text = clean("".join(words_of(paragraph))).strip()
                if first and text:
                    self._scribe.say("\t")
                    self._scribe.block(BlockKind.CELL, text.replace("\n", " "))
                    self._scribe.start_line()
                    first = False
                elif text:
                    self._paragraph(paragraph, depth)
        self._scribe.start_line()
