"""A page's tree: parsed only when its markup is not built to choke a parser; what of it a person does not see."""

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from andregang.readers import limits
from andregang.readers.refusal import Reason, RefusedError

_HIDDEN_STYLE = re.compile(
    r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden|font-size\s{0,5}:\s{0,5}0(?![.\d])|mso-hide\s{0,5}:\s{0,5}all",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"cookie|consent|gdpr|samtykke|onetrust|breadcrumb|brødsmule|skip-?link|visually-?hidden|sr-only|screen-?reader",
    re.IGNORECASE,
)
_HUGE_TAG = re.compile(rf"<[A-Za-z!/?][^>]{{{limits.TAG_BYTES}}}")
_TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_NESTS_NAMES = "div span table tr td tbody ul ol li section article b i font p blockquote a em strong form center dl dd"
_NESTS = frozenset(_NESTS_NAMES.split())
Node = Any


def parse(markup: str) -> LexborHTMLParser:
    """The page's tree, unless its markup is built to choke a parser."""
    if _HUGE_TAG.search(markup):
        raise RefusedError(Reason.BOMB)
    if markup.count("<") - 2 * markup.count("</") > limits.OPEN_TAGS * 2:
        raise RefusedError(Reason.BOMB)
    _refuse_depth(markup)
    return LexborHTMLParser(markup)


def _refuse_depth(markup: str) -> None:
    depth = 0
    for found in _TAGS.finditer(markup):
        if found[2].lower() in _NESTS:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > limits.MARKUP_DEPTH * 10:
                raise RefusedError(Reason.BOMB)


def is_hidden(node: Node) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    marks = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    return bool(len(marks) > 1 and _BANNER.search(marks)) and node.tag not in ("html", "body", "main", "article")


def is_inside(node: Node, other: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if parent == other:
            return True
        parent = parent.parent
    return False


def element_children(node: Node) -> Iterator[Node]:
    child = node.child
    while child is not None:
        if child.tag and child.tag[0] != "-":
            yield child
        child = child.next
