"""WordprocessingML: what stands in a paragraph, a table, a text box; which style makes a heading or a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from andregang.readers.refusal import Reason, RefusedError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STYLE_NAME = re.compile(
    r"(?:heading|overskrift|titre|rubrik)\s?(\d)|(title|tittel|subtitle|undertittel)", re.IGNORECASE
)
_LIST_STYLE = re.compile(r"list|punkt|bullet|opplist", re.IGNORECASE)
_SYMBOLS = {"Wingdings", "Wingdings 2", "Wingdings 3", "Symbol", "Webdings"}
DEPTH = 200
Element = Any


@dataclass(frozen=True, slots=True)
class Styles:
    """What the document's styles say of a paragraph: its heading level (0 = none), whether it is a list, bold."""

    heading: dict[str, int] = field(default_factory=dict)
    bullets: frozenset[str] = frozenset()
    bold: frozenset[str] = frozenset()


def parse_part(data: bytes) -> Element:
    """A part's tree; refuses document types, which Word never writes."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(Reason.BOMB)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.replace(_STRICT, _TRANSITIONAL), parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        deep = "depth" in str(problem).lower()
        raise RefusedError(Reason.BOMB if deep else Reason.DAMAGED) from None


def styles_of(part: bytes | None) -> Styles:
    """What word/styles.xml says; nothing when there is none or it is damaged."""
    if not part:
        return Styles()
    try:
        root = parse_part(part)
    except RefusedError as refused:
        if refused.reason is Reason.BOMB:
            raise
        return Styles()
    heading: dict[str, int] = {}
    bullets, bold = set(), set()
    for style in root.iter(f"{W}style"):
        identity = style.get(f"{W}styleId") or ""
        name_element = style.find(f"{W}name")
        name = (name_element.get(f"{W}val") if name_element is not None else "") or identity
        level = outline_level(style) or _named_level(name) or _named_level(identity)
        if level:
            heading[identity] = level
        if _LIST_STYLE.search(name) or style.find(f"{W}pPr/{W}numPr") is not None:
            bullets.add(identity)
        if is_on(style.find(f"{W}rPr/{W}b")):
            bold.add(identity)
    return Styles(heading, frozenset(bullets - heading.keys()), frozenset(bold))


def _named_level(name: str) -> int:
    found = _STYLE_NAME.search(name)
    if not found:
        return 0
    return min(int(found[1]) or 1, 6) if found[1] else 1


def outline_level(element: Element) -> int:
    """The heading level a paragraph or style sets, or 0."""
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    value = outline.get(f"{W}val") if outline is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < 9 else 0


def is_on(switch: Element | None) -> bool:
    """Whether an on/off property is there and on."""
    return switch is not None and switch.get(f"{W}val") not in ("0", "false", "none", "off")


def value_of(element: Element | None, name: str) -> str:
    """The value of a property, or nothing."""
    found = element.find(f"{W}{name}") if element is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def alternative(alternate: Element) -> Element | None:
    """One of the alternatives, so that a text box is read once."""
    choice = alternate.find(f"{MC}Choice")
    return choice if choice is not None else alternate.find(f"{MC}Fallback")


def gather(element: Element, pieces: list[str], boxes: list[Element], depth: int) -> bool:
    """Collect a paragraph's words and the text boxes anchored in it; whether all its words are bold."""
    if depth > DEPTH:
        raise RefusedError(Reason.BOMB)
    all_bold = True
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            start = len(pieces)
            _run(child, pieces, boxes)
            words = "".join(pieces[start:]).strip()
            if words and not is_on(child.find(f"{W}rPr/{W}b")):
                all_bold = False
        elif tag in (f"{W}del", f"{W}moveFrom", f"{W}pPr") or not isinstance(tag, str):
            continue
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag == f"{MC}AlternateContent":
            chosen = alternative(child)
            if chosen is not None:
                all_bold = gather(chosen, pieces, boxes, depth + 1) and all_bold
        else:
            all_bold = gather(child, pieces, boxes, depth + 1) and all_bold
    return all_bold


def _run(run: Element, pieces: list[str], boxes: list[Element]) -> None:
    if is_on(run.find(f"{W}rPr/{W}vanish")):
        return
    for child in run:
        tag = child.tag
        if tag == f"{W}t":
            pieces.append(child.text or "")
        elif tag in (f"{W}tab", f"{W}ptab"):
            pieces.append("\t")
        elif tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag == f"{W}sym":
            pieces.append("•" if (child.get(f"{W}font") or "") in _SYMBOLS and not "".join(pieces).strip() else " ")
        elif tag == f"{MC}AlternateContent":
            chosen = alternative(child)
            if chosen is not None:
                boxes.extend(_outer_boxes(chosen))
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            boxes.extend(_outer_boxes(child))


def _outer_boxes(element: Element) -> Iterator[Element]:
    """The text boxes below an element, not those inside other boxes, one alternative each."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == f"{W}txbxContent":
            yield node
        elif node.tag == f"{MC}AlternateContent":
            chosen = alternative(node)
            if chosen is not None:
                stack.append(chosen)
        else:
            stack.extend(reversed(node))


def words_of(paragraph: Element) -> list[str]:
    """A paragraph's words in pieces, without what stands in boxes anchored in it."""
    pieces: list[str] = []
    gather(paragraph, pieces, [], 0)
    return pieces


def rows_of(table: Element) -> Iterator[Element]:
    """A table's rows, also those in content controls."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}ins", f"{W}sdtContent", f"{W}customXml"):
            yield from rows_of(child)


def cells_of(row: Element) -> Iterator[Element]:
    """A row's cells."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}ins", f"{W}sdtContent", f"{W}customXml"):
            yield from cells_of(child)


def boxed(cell: Element) -> bool:
    """Whether a cell holds a text box or a table."""
    return next(cell.iter(f"{W}txbxContent"), None) is not None or next(cell.iter(f"{W}tbl"), None) is not None


def cell_lines(cell: Element) -> list[str]:
    """The lines of a cell; a cell with a table or a box in it has many."""
    if boxed(cell):
        return ["", ""]
    lines = []
    for paragraph in cell.iter(f"{W}p"):
        lines += [line for line in "".join(words_of(paragraph)).split("\n") if line.strip()]
    return lines
