"""One pass over a page's tree: elements become lines and blocks."""

import re
from collections.abc import Iterator

from andregang.domain.text import BlockKind
from andregang.readers import limits
from andregang.readers.lines import bullet_at
from andregang.readers.markup_tree import Node, element_children, is_hidden
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean, one_line

_SKIPPED_NAMES = (
    "script style noscript template svg math iframe object embed canvas audio video select option button input "
    "textarea dialog head title link meta picture img map"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_FURNITURE = frozenset(("nav", "footer", "aside", "form"))
_BLOCKS_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = frozenset(("b", "strong"))
_BOLD_STYLE = re.compile(r"font-weight\s{0,5}:\s{0,5}(?:bold|[6-9]00)", re.IGNORECASE)
_NORMAL_STYLE = re.compile(r"font-weight\s{0,5}:\s{0,5}(?:normal|[1-4]00)", re.IGNORECASE)
_BOLD_HEADING_LIMIT = 90
_CELL_LIMIT = 160


class Walk:
    """One pass over a tree. Inline text gathers in `_words`; every block boundary writes it as a line."""

    def __init__(self, scribe: Scribe, *, page: bool, inside: bool, letter: bool = False) -> None:
        self._scribe = scribe
        self._page = page
        self._inside = inside
        self._letter = letter
        self._words: list[str] = []
        self._links: list[str] = []
        self._plain = self._bold = 0
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._lists = 0
        self._depth = 0
        self._pre = False
        self._seam = False

    def walk(self, node: Node) -> None:
        """Write a node and all that is in it."""
        self._element(node, bold=False)
        self._flush()

    def _children(self, node: Node, *, bold: bool) -> None:
        child = node.child
        while child is not None:
            if child.tag == "-text":
                self._text(child.text_content or "", bold=bold)
            elif child.tag and child.tag[0] not in "-_!":
                self._element(child, bold=bold)
            child = child.next

    def _text(self, text: str, *, bold: bool) -> None:
        if self._pre:
            first, *rest = clean(text).split("\n")
            self._words.append(first)
            for line in rest:
                self._flush()
                self._words.append(line)
            return
        if self._seam and self._words and _stand_apart(self._words[-1][-1:], text[:1]):
            self._words.append(" ")
        self._seam = False
        self._words.append(text)
        visible = len(text.strip())
        self._plain += 0 if bold else visible
        self._bold += visible if bold else 0

    def _element(self, node: Node, *, bold: bool) -> None:
        tag = node.tag
        if tag in _SKIPPED or is_hidden(node):
            return
        if self._page and not self._inside and self._is_furniture(node):
            return
        if tag == "br":
            self._flush()
            return
        if tag == "hr":
            self._flush()
            self._scribe.gap()
            return
        style = node.attributes.get("style") or ""
        if tag in _BOLD or _BOLD_STYLE.search(style):
            bold = True
        if _NORMAL_STYLE.search(style):
            bold = False
        self._depth += 1
        if self._depth > limits.MARKUP_DEPTH:
            raise RefusedError(Reason.BOMB)
        if tag in _BLOCKS:
            self._block(node, tag, bold=bold)
        else:
            self._seam = True
            self._children(node, bold=bold)
            self._seam = True
            if tag == "a":
                self._link(node)
        self._depth -= 1

    def _is_furniture(self, node: Node) -> bool:
        tag = node.tag
        role = node.attributes.get("role")
        if (
            role in ("navigation", "contentinfo", "banner", "search", "dialog", "alertdialog")
            and node.css_first("h1") is None
        ):
            return True
        return tag in _FURNITURE or (tag == "header" and node.css_first("h1") is None)

    def _block(self, node: Node, tag: str, *, bold: bool) -> None:
        self._flush()
        kind, level, pre = self._kind, self._level, self._pre
        lists = self._lists
        if tag in _HEADINGS:
            if kind is not BlockKind.BULLET:
                self._kind, self._level = BlockKind.HEADING, _HEADINGS[tag]
        elif tag in ("ul", "ol", "menu"):
            self._lists += 1
        elif tag == "li":
            self._kind, self._level = BlockKind.BULLET, max(0, self._lists - 1)
        elif tag in ("dt", "dd", "td", "th", "table", "dl") and kind is not BlockKind.BULLET:
            self._kind, self._level = BlockKind.PARAGRAPH, 0
        elif tag == "pre":
            self._pre = True
        if tag == "tr":
            self._row(node, bold=bold)
        elif tag == "dl":
            self._terms(node, bold=bold)
        else:
            if tag in ("p", "table", "section", "article"):
                self._gap()
            self._children(node, bold=bold)
        self._flush()
        self._kind, self._level, self._pre, self._lists = kind, level, pre, lists
        if tag in ("p", "table", "ul", "ol", "section", "article") and not self._lists:
            self._gap()

    def _gap(self) -> None:
        if self._kind is not BlockKind.BULLET:
            self._scribe.gap()

    def _row(self, node: Node, *, bold: bool) -> None:
        cells = [cell for cell in element_children(node) if cell.tag in ("td", "th") and not is_hidden(cell)]
        simple = [_simple_cell(cell) for cell in cells]
        texts = [text for text in simple if text]
        if len(cells) > 1 and None not in simple and texts and not self._letter_layout(cells):
            if len(texts) == 1:
                self._words.append(texts[0])
                self._flush()
            else:
                self._scribe.cells(texts)
            return
        for cell in cells:
            self._block(cell, "td", bold=bold)

    def _letter_layout(self, cells: list[Node]) -> bool:
        return self._letter and any(cell.css_first("a") is not None for cell in cells)

    def _terms(self, node: Node, *, bold: bool) -> None:
        term: list[str] = []
        for child in node.css("dt, dd"):
            if is_hidden(child):
                continue
            text = _simple_cell(child)
            if child.tag == "dt":
                if term:
                    self._scribe.cells(term)
                term = [text] if text else []
                if text is None:
                    self._block(child, "dt", bold=bold)
            elif text is None:
                if term:
                    self._scribe.cells(term)
                term = []
                self._block(child, "dd", bold=bold)
            elif text:
                self._scribe.cells([*term, text])
                term = []
        if term:
            self._scribe.cells(term)

    def _link(self, node: Node) -> None:
        target = (node.attributes.get("href") or "").strip()
        scheme = target[:8].lower()
        shown = "".join(self._words)
        if scheme.startswith("mailto:"):
            address = target[7:].split("?")[0]
            if "@" in address and address.lower() not in shown.lower():
                self._links.append(address)
        elif scheme.startswith("tel:"):
            digits = re.sub(r"\D", "", target[4:])[-8:]
            if digits and digits not in re.sub(r"\D", "", shown):
                self._links.append(target[4:40])
        elif self._letter and scheme.startswith(("http://", "https://")) and target not in shown:
            self._links.append(target[:2000])

    def _flush(self) -> None:
        words = "".join(self._words)
        only_bold = self._bold > 0 and self._plain == 0
        links, self._links = self._links, []
        self._words.clear()
        self._plain = self._bold = 0
        text = clean(words).rstrip() if self._pre else one_line(words)
        kind, level = self._kind, self._level
        if not text.strip():
            if not links and "\n" not in words:
                return
            text = ""
        if kind is BlockKind.HEADING and len(text) > 200:
            kind, level = BlockKind.PARAGRAPH, 0
        elif kind is BlockKind.PARAGRAPH and only_bold and _heading_like(text):
            kind, level = BlockKind.HEADING, 5
        elif kind is BlockKind.PARAGRAPH and (bullet := bullet_at(text)):
            kind, text = BlockKind.BULLET, text[bullet.words :]
        elif kind is BlockKind.BULLET and (bullet := bullet_at(text)) and not text[0].isalnum():
            text = text[bullet.words :]
        self._scribe.line(kind, text, level)
        for link in links:
            self._scribe.field("", "link", one_line(link))


def _stand_apart(before: str, after: str) -> bool:
    """Whether two inline elements with no space between them are two things side by side, as a label and a date."""
    return (before.islower() and (after.isupper() or after.isdigit())) or (before == ":" and after.isalnum())


def _heading_like(text: str) -> bool:
    return len(text) <= _BOLD_HEADING_LIMIT and text[-1:] not in (".", ",", ";") and any(c.isalpha() for c in text)


def _simple_cell(cell: Node) -> str | None:
    """The text of a cell that is one short line, or None for a cell with blocks in it."""
    if cell.css_first("br, li, table, h1, h2, h3, h4, h5, h6, dl") is not None or len(cell.css("p, div")) > 1:
        return None
    text = one_line("".join(_visible(cell, 0)))
    return text if len(text) <= _CELL_LIMIT else None


def _visible(node: Node, depth: int) -> Iterator[str]:
    child = node.child
    while child is not None:
        if child.tag == "-text":
            yield child.text_content or ""
        elif child.tag and child.tag[0] != "-" and child.tag not in _SKIPPED and not is_hidden(child):
            if depth > limits.MARKUP_DEPTH:
                raise RefusedError(Reason.BOMB)
            yield from _visible(child, depth + 1)
        child = child.next
