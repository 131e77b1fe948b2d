"""Slide decks: what each slide shows (title, text, tables, charts, diagrams) and what its notes say."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from andregang.domain.text import BlockKind, DocumentText
from andregang.readers import limits
from andregang.readers.archive import Archive
from andregang.readers.lines import bullet_at
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean
from andregang.readers.wordprocessing import DEPTH, MC, alternative, parse_part

_OPEN_XML = "http://schemas.openxmlformats.org"
_A = f"{{{_OPEN_XML}/drawingml/2006/main}}"
_P = f"{{{_OPEN_XML}/presentationml/2006/main}}"
_C = f"{{{_OPEN_XML}/drawingml/2006/chart}}"
_R = f"{{{_OPEN_XML}/officeDocument/2006/relationships}}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/drawingml/main", _A),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", _C),
    (b"http://purl.oclc.org/ooxml/presentationml/main", _P),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R),
)
_FURNITURE = frozenset(("dt", "ftr", "hdr", "sldNum", "sldImg"))
_TITLES = frozenset(("title", "ctrTitle"))
_SLIDE = re.compile(r"ppt/slides/slide(\d{1,6})\.xml")
_LONGEST_TITLE = 160

Element = Any


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph as it will be written; `cells` instead of `text` for a table's row."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shape:
    """One shape's lines, where it stands (from the top, from the left), its largest letters, and whether it is titled
    by the layout."""

    lines: tuple[_Line, ...]
    place: tuple[int, int] | None
    size: int
    titled: bool


def read(data: bytes) -> DocumentText:
    """The slides in the order they are shown, each followed by its notes.

    `slide[n]` is what slide n (from 1) shows and `slide[n].notes` what its notes say, as fields; a hidden slide keeps
    its number and is `slide[n].hidden`. `properties["slides"]` is how many there are.
    """
    archive = Archive(data)
    names = _slides(archive)
    if not names:
        raise RefusedError(Reason.DAMAGED)
    if len(names) > limits.PAGES:
        raise RefusedError(Reason.TOO_LARGE)
    scribe = Scribe()
    for number, name in enumerate(names, 1):
        _write_slide(scribe, archive, name, number)
    if not scribe.written().strip() and any(name.startswith("ppt/media/") for name in archive.names):
        raise RefusedError(Reason.SCANNED)
    return scribe.finish("pptx", {"slides": str(len(names))})


def _part(archive: Archive, name: str) -> Element | None:
    data = archive.member(name)
    if not data:
        return None
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional.strip("{}").encode())
    return parse_part(data)


def _slides(archive: Archive) -> list[str]:
    """The slides' parts in the order the presentation gives, or by their numbers where it gives none."""
    found = {name for name in archive.names if _SLIDE.fullmatch(name)}
    root = _part(archive, "ppt/presentation.xml")
    ordered: list[str] = []
    if root is not None:
        targets = _targets(archive, "ppt/presentation.xml")
        for entry in root.iter(f"{_P}sldId"):
            name = targets.get(entry.get(f"{_R}id") or "", ("", ""))[1]
            if name in found and name not in ordered:
                ordered.append(name)
    return ordered or sorted(found, key=lambda name: (len(name), name))


def _targets(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """What a part refers to inside the archive: id → last word of the kind, and the other part's name."""
    folder, file = posixpath.split(name)
    root = _part(archive, f"{folder}/_rels/{file}.rels")
    if root is None:
        return {}
    targets = {}
    for entry in root:
        target = entry.get("Target") or ""
        if entry.get("TargetMode") != "External" and target:
            inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            kind = (entry.get("Type") or "").rsplit("/", 1)[-1]
            targets[entry.get("Id") or ""] = (kind, posixpath.normpath(inside))
    return targets


def _write_slide(scribe: Scribe, archive: Archive, name: str, number: int) -> None:
    root = _part(archive, name)
    if root is None:
        raise RefusedError(Reason.DAMAGED)
    hidden = root.get("show") in ("0", "false")
    targets = _targets(archive, name)
    shapes = list(_shapes(root, 0))
    for kind, target in targets.values():
        if kind in ("chart", "diagramData"):
            shapes.append(_Shape(tuple(_spoken_parts(_part(archive, target))), None, 0, titled=False))
    scribe.gap()
    start = scribe.position
    _write_shapes(scribe, shapes)
    scribe.mark_trimmed(BlockKind.FIELD, start, f"slide[{number}]" + (".hidden" if hidden else ""))
    notes = next((target for kind, target in targets.values() if kind == "notesSlide"), None)
    page = _part(archive, notes) if notes else None
    if page is not None:
        scribe.gap()
        start = scribe.position
        for shape in _shapes(page, 0):
            # Notes are what one says, not a list, though their layout is a list's.
            _write_lines(scribe, tuple(replace(line, kind=BlockKind.PARAGRAPH) for line in shape.lines))
        scribe.mark_trimmed(BlockKind.FIELD, start, f"slide[{number}].notes")


def _write_shapes(scribe: Scribe, shapes: list[_Shape]) -> None:
    shapes = [shape for shape in shapes if shape.lines]
    title = _title(shapes)
    rest = [shape for shape in shapes if shape is not title]
    if all(shape.place for shape in rest):
        # Free boxes are stored in the order they were drawn; a listener reads down, then across.
        rest.sort(key=lambda shape: shape.place or (0, 0))
    if title:
        words = " ".join(line.text for line in title.lines)
        scribe.line(BlockKind.HEADING, re.sub(r"\s+", " ", words)[:1000], 1)
    for shape in rest:
        _write_lines(scribe, shape.lines)


def _title(shapes: list[_Shape]) -> _Shape | None:
    """The layout's title; where the layout has none, the short text in the largest letters, the topmost of equals."""
    titled = next((shape for shape in shapes if shape.titled), None)
    if titled:
        return titled
    short = [s for s in shapes if len(s.lines) <= 2 and 0 < sum(len(line.text) for line in s.lines) <= _LONGEST_TITLE]
    order = {id(shape): number for shape, number in zip(shapes, count(), strict=False)}
    return min(short, key=lambda s: (-s.size, s.place or (0, 0), order[id(s)]), default=None)


def _write_lines(scribe: Scribe, lines: tuple[_Line, ...]) -> None:
    for line in lines:
        if line.cells:
            scribe.cells(list(line.cells))
        else:
            scribe.line(line.kind, line.text, line.level)


def _shapes(parent: Element, depth: int) -> Iterator[_Shape]:
    """The shapes with words below an element, in the order they were drawn, groups opened."""
    if depth > DEPTH:
        raise RefusedError(Reason.BOMB)
    for element in parent:
        tag = element.tag
        if tag == f"{_P}sp":
            shape = _shape(element)
            if shape:
                yield shape
        elif tag == f"{_P}graphicFrame":
            rows = tuple(_rows(element))
            if rows:
                yield _Shape(rows, _place(element), 0, titled=False)
        elif tag == f"{MC}AlternateContent":
            chosen = alternative(element)
            if chosen is not None:
                yield from _shapes(chosen, depth + 1)
        elif tag in (f"{_P}cSld", f"{_P}spTree", f"{_P}grpSp"):
            yield from _shapes(element, depth + 1)


def _shape(element: Element) -> _Shape | None:
    holder = element.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    kind = (holder.get("type") or "body") if holder is not None else ""
    body = element.find(f"{_P}txBody")
    if kind in _FURNITURE or body is None:
        return None
    lines = tuple(_lines(body, listed=kind == "body"))
    sizes = [int(size) for run in body.iter(f"{_A}rPr") if (size := run.get("sz") or "").isdigit() and len(size) < 6]
    return _Shape(lines, _place(element), max(sizes, default=0), titled=kind in _TITLES)


def _place(element: Element) -> tuple[int, int] | None:
    corner = next(element.iter(f"{_A}off", f"{_P}off"), None)
    try:
        return (int(corner.get("y")), int(corner.get("x"))) if corner is not None else None
    except (TypeError, ValueError):
        return None


def _lines(body: Element, *, listed: bool) -> Iterator[_Line]:
    for paragraph in body.iter(f"{_A}p"):
        properties = paragraph.find(f"{_A}pPr")
        level = (properties.get("lvl") or "0") if properties is not None else "0"
        marked = properties is not None and any(
            properties.find(f"{_A}{mark}") is not None for mark in ("buChar", "buAutoNum", "buBlip")
        )
        plain = properties is not None and properties.find(f"{_A}buNone") is not None
        for line in clean(_words(paragraph)).split("\n"):
            text = line.strip()
            typed = bullet_at(text)
            if typed:
                text = text[typed.words :].strip()
            if text:
                kind = BlockKind.BULLET if marked or typed or (listed and not plain) else BlockKind.PARAGRAPH
                yield _Line(text, kind, min(int(level), 8) if level.isdecimal() and len(level) < 3 else 0)


def _words(paragraph: Element) -> str:
    pieces = []
    for element in paragraph.iter(f"{_A}t", f"{_A}br", f"{_A}tab"):
        pieces.append(element.text or "" if element.tag == f"{_A}t" else "\n" if element.tag == f"{_A}br" else " ")
    return "".join(pieces)


def _rows(frame: Element) -> Iterator[_Line]:
    for row in frame.iter(f"{_A}tr"):
        cells = [re.sub(r"\s+", " ", clean(" ".join(map(_words, cell.iter(f"{_A}p"))))).strip() for cell in row]
        filled = tuple(cell for cell in cells if cell)
        if filled:
            yield _Line("", cells=filled)


def _spoken_parts(part: Element | None) -> Iterator[_Line]:
    """The words of a chart (its title, its axes, its series and categories) or of a diagram, once each."""
    if part is None:
        return
    texts = [_words(paragraph) for paragraph in part.iter(f"{_A}p")]
    texts += [value.text or "" for cache in part.iter(f"{_C}strCache") for value in cache.iter(f"{_C}v")]
    for text in dict.fromkeys(re.sub(r"\s+", " ", clean(text)).strip() for text in texts):
        if any(map(str.isalpha, text)):
            yield _Line(text)
