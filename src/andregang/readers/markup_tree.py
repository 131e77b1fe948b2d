"""A page's tree: parsed only when its markup is not built to choke a parser; what of it a person does not see."""

import re
from collections.abc import Iterator
from string import ascii_letters
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
_RAW = re.compile(r"<(/?)(script|style)\b", re.IGNORECASE)
_TAG_STARTS = frozenset("!/?" + ascii_letters)
_TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_NESTS_NAMES = "div span table tr td tbody ul ol li section article b i font p blockquote a em strong form center dl dd"
_NESTS = frozenset(_NESTS_NAMES.split())
Node = Any


def parse(markup: str) -> LexborHTMLParser:
    """The page's tree, unless its markup is built to choke a parser."""
    marked_up = _without_scripts(markup)
    if any(_tag_length(piece) > limits.TAG_BYTES for piece in marked_up.split("<")[1:]):
        raise RefusedError(Reason.BOMB)
    if marked_up.count("<") - 2 * marked_up.count("</") > limits.OPEN_TAGS * 2:
        raise RefusedError(Reason.BOMB)
    _refuse_depth(marked_up)
    return LexborHTMLParser(markup)


def _without_scripts(markup: str) -> str:
    """The markup without scripts and style sheets, whose signs are no tags."""
    kept = []
    start = 0
    within = ""
    for found in _RAW.finditer(markup):
        closing, name = found[1], found[2].lower()
        if not within and not closing:
            kept.append(markup[start : found.start()])
            within = name
        elif within == name and closing:
            start = found.start()
            within = ""
    if not within:
        kept.append(markup[start:])
    return "".join(kept)


def _tag_length(piece: str) -> int:
    """How long the tag is that begins before a piece; 0 for a bare "<"."""
    if piece[:1] not in _TAG_STARTS or piece.startswith("!--"):
        return 0
    end = piece.find(">")
    return len(piece) if end < 0 else end


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
