"""A job ad from a document: headings open sections, lines fall into them, clauses become items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.job_ad.clauses import bare, demands, duties, offers, parts, sentences, without_lead
from andregang.domain.job_ad.contacts import find_contacts
from andregang.domain.job_ad.facts import find_facts
from andregang.domain.job_ad.kinds import Cues, cues_of, kind_alone, kind_in_section
from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.job_ad.lines import Line, read_lines
from andregang.domain.job_ad.model import AdItem, ItemKind, JobAd, LineClassifier
from andregang.domain.source import Document, Quote, quote
from andregang.domain.text import Span
from andregang.domain.vocabulary import Vocabulary

_TELLING = frozenset({"task", "must", "should", "quality", "offer"})
_LONGEST = 1200


@dataclass(frozen=True, slots=True)
class Unit:
    """A bullet, a short line or a sentence, with the section and the heading it stands under.

    `loose` is set on prose that follows the list of its section: the heading says less about it.
    """

    span: Span
    section: str
    heading: Span | None
    bullet: bool
    loose: bool = False


def parse_job_ad(document: Document, vocabulary: Vocabulary, classify: LineClassifier | None = None) -> JobAd:
    """Read an ad. Never raises on any text; `classify` gives a second opinion on lines no heading tells about."""
    lexicon = Lexicon(vocabulary)
    text = document.content.text
    lines = read_lines(document.content)
    facts = find_facts(document, lines, lexicon)
    named = {fact.quote.span for fact in (facts.title, facts.employer) if fact}
    units = list(_units(text, [line for line in lines if line.span not in named or line.heading], lexicon))
    items, unread = _items(document, units, lexicon, classify)
    return JobAd(
        document,
        title=facts.title,
        employer=facts.employer,
        deadline=facts.deadline,
        place=facts.place,
        percentage=facts.percentage,
        permanent=facts.permanent,
        contacts=find_contacts(document, lines, lexicon),
        items=items,
        unread=unread,
        posts=_posts(text, lines, lexicon),
    )


def _posts(text: str, lines: list[Line], lexicon: Lexicon) -> int:
    opened = [lexicon.heading(text[line.start : line.end]) for line in lines if not line.bullet]
    return max(1, min(opened.count("task"), opened.count("must") + opened.count("demand")))


def _units(text: str, lines: list[Line], lexicon: Lexicon) -> Iterator[Unit]:
    section, heading, listed = "none", None, False
    for number, line in enumerate(lines):
        opened = _opened(text, line, lexicon, lines[number + 1] if number + 1 < len(lines) else None)
        if opened is not None:
            if opened != "same":
                section, heading, listed = opened, line.span, False
            continue
        prose = not line.bullet and _is_prose(text, line)
        for span in sentences(text, line.start, line.end) if not line.bullet else _bullet_parts(text, line):
            known = lexicon.heading(text[span.start : span.end]) if span.end - span.start < 60 else None
            if known is not None and (prose or text[span.end - 1] in ":?"):
                section, heading, listed = known, span, False
                continue
            if text[span.end - 1] == ":" and not line.bullet:
                led = lexicon.lead(text[span.start : span.end])
                if led is not None:
                    section, heading, listed = led, span, False
                continue
            inline = _inline_heading(text, span, lexicon)
            if inline is not None:
                section, heading, listed = inline[0], Span(span.start, inline[1].start), False
                span = inline[1]
            yield Unit(span, section, heading, line.bullet, loose=listed and not line.bullet)
        listed = listed or line.bullet


def _is_prose(text: str, line: Line) -> bool:
    return (line.end - line.start > 50 and text[line.end - 1] in '.!?…")') or line.end - line.start > 140


def _bullet_parts(text: str, line: Line) -> list[Span]:
    return sentences(text, line.start, line.end)


def _opened(text: str, line: Line, lexicon: Lexicon, following: Line | None) -> str | None:
    """The section a line opens; "same" for a lead-in that changes nothing; None for a line with content."""
    words = text[line.start : min(line.end, line.start + 200)]
    if line.end - line.start > 160:
        return None
    colon = words.rstrip(" ?").endswith(":")
    known = lexicon.heading(words)
    if known is not None and (line.heading or colon or not line.bullet or words.isupper() or known == "other"):
        return known
    if line.heading:
        return "none" if line.heading == 1 or line.start == 0 else lexicon.lead(words) or "none"
    if colon and (not line.bullet or (following is not None and lexicon.lead(words) == "should")):
        last = sentences(text, line.start, line.end)[-1]
        return lexicon.lead(text[last.start : last.end]) or "same" if last.start == line.start else None
    return None


def _inline_heading(text: str, span: Span, lexicon: Lexicon) -> tuple[str, Span] | None:
    """ "Arbeidsoppgaver: montering" opens a section and goes on in the same line."""
    colon = text.find(":", span.start, min(span.end, span.start + 60))
    if colon < 0 or colon >= span.end - 3 or text[colon + 1] == "/":
        return None
    known = lexicon.heading(text[span.start : colon])
    rest = bare(text, Span(colon + 1, span.end))
    return None if known is None or rest.end <= rest.start else (known, rest)


def _items(
    document: Document, units: list[Unit], lexicon: Lexicon, classify: LineClassifier | None
) -> tuple[tuple[AdItem, ...], tuple[Quote, ...]]:
    text = document.content.text
    pieces = [(unit, piece) for unit in units for piece in parts(text, unit.span)]
    cues = [cues_of(text[piece.start : piece.end + 1], lexicon) for _, piece in pieces]
    asked = [n for n, (unit, _) in enumerate(pieces) if unit.section not in _TELLING or unit.loose]
    answers = (
        dict(zip(asked, classify([text[p.start : p.end][:400] for _, p in (pieces[n] for n in asked)]), strict=True))
        if classify and asked
        else {}
    )
    items: list[AdItem] = []
    unread: list[Quote] = []
    seen: set[tuple[ItemKind, str]] = set()
    for number, (unit, piece) in enumerate(pieces):
        kind = _kind(text, unit, piece, cues[number], answers.get(number), lexicon)
        if kind is None:
            if _unread(unit, cues[number], answers.get(number)):
                unread.append(quote(document, piece.start, piece.end))
            continue
        for item in _cut(document, unit, piece, kind, cues[number], lexicon):
            key = (item.kind, item.quote.words.casefold())
            if key not in seen:
                seen.add(key)
                items.append(item)
    return tuple(items), tuple(unread)


_ABOUT_YOU = re.compile(
    r"(?:(?:som person|i tillegg|samtidig|videre|derfor|vidare|også) )?(?:(?:er|har|må|bør|trives|liker|kan|likar) (?:du|man|ein|søker)\b|"
    r"(?:du|søker|søkeren|søkar|kandidaten|den som ansettes|you|the candidate|applicants?) (?:er|har|må|bør|trives|liker|kan|likar|trivst|evner|are|have|must|should|can|enjoy|like)\b)",
    re.IGNORECASE,
)


def _kind(text: str, unit: Unit, piece: Span, cues: Cues, likely: object, lexicon: Lexicon) -> ItemKind | None:
    if unit.span.end - unit.span.start > _LONGEST:
        return None
    answer = likely if isinstance(likely, dict) else None
    if cues.question and not unit.bullet:
        return None
    if unit.section in _TELLING | {"demand"} and not unit.loose:
        return kind_in_section(unit.section, cues, answer)
    if unit.section == "demand" and (cues.trait or cues.skill or cues.formal):
        return kind_in_section(unit.section, cues, answer)
    words = text[piece.start : min(piece.end, piece.start + 200)]
    return kind_alone(
        cues, answer, seeks=lexicon.seeks(words), about_you=_ABOUT_YOU.match(words.lstrip()) is not None
    )


def _unread(unit: Unit, cues: Cues, likely: object) -> bool:
    if unit.section in ("about", "other") or cues.furniture or cues.question or cues.about:
        return False
    return not (isinstance(likely, dict) and likely.get("none", 0.0) > 0.6) and cues.words > 2


def _cut(document: Document, unit: Unit, piece: Span, kind: ItemKind, cues: Cues, lexicon: Lexicon) -> Iterator[AdItem]:
    text = document.content.text
    whole = bare(text, piece)
    if kind is ItemKind.TASK:
        spans = duties(text, without_lead(text, whole, lexicon, "task"), lexicon)
    elif kind is ItemKind.OFFER:
        spans = offers(text, without_lead(text, whole, lexicon, "offer"), bullet=unit.bullet)
    elif kind is ItemKind.MUST:
        spans = demands(text, without_lead(text, whole, lexicon, "demand"))
    elif kind is ItemKind.SHOULD and not cues.softener:
        spans = demands(text, whole)
    else:
        spans = [without_lead(text, whole, lexicon, "demand")] if kind is ItemKind.QUALITY else _wish(text, whole)
    heading = quote(document, unit.heading.start, unit.heading.end) if unit.heading else None
    for span in spans:
        span = bare(text, span)
        if span.end - span.start < 2:
            continue
        part = kind
        if len(spans) > 1 and kind in (ItemKind.MUST, ItemKind.SHOULD):
            own = cues_of(text[span.start : span.end], lexicon)
            part = (
                kind_in_section(unit.section if unit.section in ("must", "demand", "should") else "must", own, None)
                or kind
            )
        yield AdItem(part, quote(document, span.start, span.end), heading)


def _wish(text: str, span: Span) -> list[Span]:
    """A line with a softener: what stands before ", gjerne …" is a demand of its own."""
    pieces = demands(text, span)
    low = text[span.start : span.end].casefold()
    return pieces if len(pieces) > 1 and _late_wish(low) else [span]


def _late_wish(low: str) -> bool:
    found = _LATE.search(low)
    return found is not None and found.start() > 0 and _SOFT_BEFORE.search(low[: found.start()]) is None


_LATE = re.compile(r", (?:og |men )?(?:gjerne|helst|fortrinnsvis|preferably|ideally)\b")
_SOFT_BEFORE = re.compile(r"fordel|ønsk|ynsk|føremon|advantage|\bbør\b|gjerne|desir")
