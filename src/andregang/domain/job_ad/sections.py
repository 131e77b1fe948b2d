"""Which part of an ad every line stands in: headings, lead-ins and lists whose heading says nothing known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from andregang.domain.job_ad.clauses import bare, sentences
from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.job_ad.lines import Line
from andregang.domain.text import Span

TELLING = frozenset({"task", "must", "should", "quality", "demand", "offer"})
UNKNOWN = "unknown"
_LONGEST_HEADING = 160
# So many sentences in one line are a whole ad pasted without its line breaks.
_FLAT = 8
_LONGEST_PHRASE = 120
_VERB = re.compile(
    r"\b(?:er|har|kan|vil|skal|må|blir|vert|får|vi|me|du|det|deg|is|are|has|have|will|can|must|we|you|it)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(r"\b(?:kan tilby|tilbyr|kan by på|can offer|offers)(?: deg| you)?\.?$", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-ZÆØÅ]{2,}(?: [A-ZÆØÅ/&-]+){1,6}\??")
_TEASER = re.compile(r"(?!hv|kv|wh)\w+ (?:\S+ ){3,30}\S*\?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A bullet, a short line or a sentence, with the section and the heading it stands under.

    `prose` is set on sentences of running text, `loose` on lines that follow the list of their section: the heading
    says less about them. `phrase` is set on entries of a list that was pasted into running text.
    `fallback` is the section to take when that of an unknown heading cannot be told.
    """

    span: Span
    section: str
    heading: Span | None
    bullet: bool
    prose: bool = False
    loose: bool = False
    phrase: bool = False
    fallback: str = "none"


@dataclass(slots=True)
class _Place:
    section: str = "none"
    heading: Span | None = None
    listed: bool = False
    fallback: str = "none"

    def open(self, section: str, heading: Span, fallback: str = "none") -> None:
        self.section, self.heading, self.listed, self.fallback = section, heading, False, fallback


def units_of(text: str, lines: list[Line], lexicon: Lexicon) -> Iterator[Unit]:
    """The lines and sentences with content, each in its section; headings and lead-ins themselves are left out."""
    place = _Place()
    for number, line in enumerate(lines):
        opened = _opened(text, line, lexicon, lines[number + 1] if number + 1 < len(lines) else None)
        if opened is not None:
            inherited = place.fallback if place.section == UNKNOWN else place.section
            place.open(opened, line.span, "none" if line.heading else inherited)
            continue
        spans = sentences(text, line.start, line.end)
        flat = len(spans) >= _FLAT
        prose = not line.bullet and (_is_prose(text, line) or len(spans) > 1)
        for span in spans:
            for unit in _unit(text, span, line, place, lexicon, prose=prose):
                yield replace(unit, phrase=flat and prose and _is_phrase(text, unit.span))
        place.listed = place.listed or line.bullet


def _unit(text: str, span: Span, line: Line, place: _Place, lexicon: Lexicon, *, prose: bool) -> Iterator[Unit]:
    short = span.end - span.start < 60
    known = lexicon.heading(text[span.start : span.end]) if short else None
    if known is not None and (prose or text[span.end - 1] in ":?."):
        place.open(known, span)
        return
    if short and prose and _OFFERS.search(text[span.start : span.end]):
        place.open("offer", span)
        return
    if text[span.end - 1] == ":" and not line.bullet:
        led = lexicon.lead(text[span.start : span.end])
        place.open(led or UNKNOWN, span, place.fallback if place.section == UNKNOWN else place.section)
        return
    inline = _inline_heading(text, span, lexicon)
    if inline is not None:
        place.open(inline[0], Span(span.start, inline[1].start))
        span = inline[1]
    yield Unit(
        span,
        place.section,
        place.heading,
        line.bullet,
        prose=prose,
        loose=place.listed and not line.bullet,
        fallback=place.fallback,
    )


def _is_prose(text: str, line: Line) -> bool:
    length = line.end - line.start
    return (length > 50 and text[line.end - 1] in '.!?…")') or length > 140


def _is_phrase(text: str, span: Span) -> bool:
    """Whether words pasted into a long line are an entry of a list rather than a sentence."""
    words = text[span.start : span.end]
    return len(words) <= _LONGEST_PHRASE and ":" not in words and _VERB.search(words) is None


def _opened(text: str, line: Line, lexicon: Lexicon, following: Line | None) -> str | None:
    """The section a line opens, `UNKNOWN` for a heading without known words, None for a line with content."""
    if line.end - line.start > _LONGEST_HEADING:
        return None
    words = text[line.start : line.end]
    colon = words.rstrip(" ?").endswith(":")
    known = lexicon.heading(words)
    if known is not None and (line.heading or colon or not line.bullet or words.isupper() or known == "other"):
        return known
    if line.heading:
        if line.heading == 1 or line.start == 0 or _TEASER.match(words):
            return "none"
        return lexicon.lead(words) or UNKNOWN
    if _CAPITALS.fullmatch(words) and not line.bullet:
        return lexicon.lead(words) or UNKNOWN
    if colon and (not line.bullet or (following is not None and lexicon.lead(words) == "should")):
        last = sentences(text, line.start, line.end)[-1]
        return lexicon.lead(text[last.start : last.end]) or UNKNOWN if last.start == line.start else None
    return None


def _inline_heading(text: str, span: Span, lexicon: Lexicon) -> tuple[str, Span] | None:
    """ "Arbeidsoppgaver: montering" opens a section and goes on in the same line."""
    colon = text.find(":", span.start, min(span.end, span.start + 60))
    if colon < 0 or colon >= span.end - 3 or text[colon + 1] == "/":
        return None
    known = lexicon.heading(text[span.start : colon])
    rest = bare(text, Span(colon + 1, span.end))
    return None if known is None or rest.end <= rest.start else (known, rest)
