"""A document as a deck: the slides of a presentation, a PDF with a page a slide, or Markdown."""

import re
from collections.abc import Iterator
from itertools import pairwise

from andregang.domain.case.model import Deck, Slide
from andregang.domain.text import BlockKind, DocumentText, fold

_SLIDE = re.compile(r"slide\[(\d{1,4})\](\.notes|\.hidden)?")
_RULE = re.compile(r"^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?P<words>[^\n]*?)[ \t#]*$", re.MULTILINE)
_TOP = re.compile(r"^[ \t]{0,3}#[ \t]+\S", re.MULTILINE)
_SECOND = re.compile(r"^[ \t]{0,3}##[ \t]+\S", re.MULTILINE)
_NOTES_MARK = re.compile(
    r"^[ \t]*(?:\?\?\?|(?:::: ?notes|:::: ?notat\w*|note[sr]?:|notat\w*:|speaker notes:))[ \t]*(?P<rest>[^\n]*)$",
    re.M | re.I,
)
_NOTE_LABEL = re.compile(r"^\s*(?:_?(?:notat|notater|note|notes|merknad|manus)_?\s*:\s*)", re.IGNORECASE)
_FRONT = re.compile(r"\A\s*---[ \t]*\n(?:[\w-]+:[^\n]{0,500}\n){1,40}---[ \t]*\n")
_DIRECTIVE = re.compile(r"\s*[_\w-]{1,30}:\s[^\n]*\s*\Z")
_MARKS = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+|^[ \t]*>[ \t]?")
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)|(?<=\S)(\*\*|__|`)")
_PICTURE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]{3,}\|?\s*$")
_MOST = 300


def read_deck(content: DocumentText) -> Deck:
    """The slides of a document. Never raises: text that is no deck is one slide for each part it has."""
    if content.format == "pptx":
        slides = _of_presentation(content)
    elif content.properties.get("pages"):
        slides = _of_pages(content)
    else:
        slides = _of_markdown(content.text)
    return Deck(tuple(slides)[:_MOST])


def _of_presentation(content: DocumentText) -> Iterator[Slide]:
    shown: dict[int, tuple[int, int]] = {}
    notes: dict[int, str] = {}
    hidden: set[int] = set()
    for block in content.fields("slide["):
        match = _SLIDE.fullmatch(block.path)
        if not match:
            continue
        number = int(match[1])
        if match[2] == ".notes":
            notes[number] = fold(content.slice(block))
        else:
            shown[number] = (block.start, block.end)
            if match[2]:
                hidden.add(number)
    count = content.properties.get("slides", "")
    last = max([int(count) if count.isdecimal() else 0, *shown, *notes])
    for number in range(1, last + 1):
        start, end = shown.get(number, (0, 0))
        title = next(
            (content.slice(b) for b in content.blocks if b.kind is BlockKind.HEADING and start <= b.start < end), ""
        )
        lines = _lines(content.text[start:end])
        if title and lines[:1] == (fold(title),):
            lines = lines[1:]
        elif not title and lines:
            title, lines = lines[0], lines[1:]
        yield Slide(number, fold(title), lines, notes.get(number, ""), number in hidden)


def _of_pages(content: DocumentText) -> Iterator[Slide]:
    begins = [int(place) for place in content.properties["pages"].split() if place.isdecimal()]
    end = min([b.start for b in content.blocks if b.path == "page"], default=len(content.text))
    for number, (start, stop) in enumerate(zip(begins, [*begins[1:], end], strict=True), 1):
        lines = _lines(content.text[start : max(start, stop)])
        yield Slide(number, lines[0] if lines else "", lines[1:])


def _of_markdown(text: str) -> Iterator[Slide]:
    text = _FRONT.sub("", text, count=1)
    number = 0
    for part in _parts(text):
        title, lines, notes = _part(part)
        if title or lines or notes:
            number += 1
            yield Slide(number, title, lines, notes)


def _parts(text: str) -> list[str]:
    """The text cut at its rules; where it has none, before its top headings, or before the second level."""
    parts = _RULE.split(text)
    if len(parts) > 2:
        return parts
    tops = [match.start() for match in _TOP.finditer(text)]
    if len(tops) < 2:
        tops = [match.start() for match in (*_TOP.finditer(text), *_SECOND.finditer(text))]
    places = sorted({0, *tops, len(text)})
    return [text[start:end] for start, end in pairwise(places)]


def _part(part: str) -> tuple[str, tuple[str, ...], str]:
    part, comments = _without_comments(part)
    notes = [note for note in comments if not _DIRECTIVE.fullmatch(note) or _NOTE_LABEL.match(note)]
    mark = _NOTES_MARK.search(part)
    if mark:
        notes.append(mark["rest"] + part[mark.end() :].replace(":::", " "))
        part = part[: mark.start()]
    part = _PICTURE.sub(r"\1", part)
    heading = _HEADING.search(part)
    title = heading["words"] if heading else ""
    if heading:
        part = part[: heading.start()] + part[heading.end() :]
    lines = _lines(part)
    if not title and lines:
        title, lines = lines[0], lines[1:]
    said = " ".join(_NOTE_LABEL.sub("", note) for note in notes)
    return fold(_EMPHASIS.sub("", title)), lines, fold(said)


def _without_comments(part: str) -> tuple[str, list[str]]:
    """The text without its HTML comments, and what they say."""
    kept, comments = [], []
    place = 0
    while (start := part.find("<!--", place)) >= 0 and (end := part.find("-->", start)) >= 0:
        kept.append(part[place:start])
        comments.append(part[start + 4 : end])
        place = end + 3
    kept.append(part[place:])
    return "\n".join(kept), comments


def _lines(text: str) -> tuple[str, ...]:
    found = []
    for raw in text.split("\n"):
        if _TABLE_RULE.fullmatch(raw) and "|" in raw:
            continue
        line = _EMPHASIS.sub("", _MARKS.sub("", raw.replace("|", " "))).strip(" \t#")
        if any(map(str.isalnum, line)):
            found.append(fold(line))
    return tuple(found)
