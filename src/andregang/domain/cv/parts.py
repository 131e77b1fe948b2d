"""The parts of a line that names a position, an employer, a place and dates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.cv.periods import Period, find_periods
from andregang.domain.cv.terms import Terms, words_of
from andregang.domain.text import trim

MARKS = " \t\n,;:|–—-·•.‐/►→"
_STRONG = re.compile(
    r"\t+|\s{3,}|\s*[|·•●▪►→]\s*|\s+[–—-]\s+|;\s|\s//\s|:\s|\s+(?P<join>hos|ved|at|@|for|på|i|in|with|of)\s+",
    re.IGNORECASE,
)
_LEADING_JOIN = re.compile(r"(?:hos|ved|at|@|på|i|in|for)\s+(?=\S)")
_DEPARTMENT = re.compile(
    r"(?:avdeling|enhet|eining|seksjon|team|tjeneste|teneste|hjelp|kontor|senter|stab|gruppe|post|skole|skule|divisjon|fakultet"
    r"|institutt|klinikk|hjem|heim|vakt|ledelse|leiing|butikk|lager|verksted|verkstad)(?:en|a|et|ene|met|ne|n|t)?$",
    re.IGNORECASE,
)
_PLAIN_JOINS = frozenset({"hos", "ved", "at", "@"})
_AS = re.compile(
    r"(?:ansatt|tilsett|jobbet|jobba|jobber|arbeidet|arbeidde|arbeider|engasjert|worked|working|employed|stilling)\s+(?:som|as)\s+"
    r"(?:an?\s+|en\s+|ein\s+)?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"[(\[]?\s*(?:ca\.? ?)?(?P<share>\d{1,3})(?:[.,]\d)?\s?(?:%|prosent\b|per ?cent\b)(?:[ -]?\w*stilling)?\s*[)\]]?"
)
_PAREN = re.compile(r"\((?P<inside>[^()]{1,60})\)")
_DURATION = re.compile(
    r"[(\[]?\s*\d{1,2}(?:[.,]\d)?\s?(?:år|yrs?|years?|mnd|mnd\.|måneder|månader|months?|mos?|uker|veker|weeks?)\b\.?"
    r"(?:\s*(?:og|and|,)?\s*\d{1,2}\s?(?:mnd|måneder|månader|months?|mos?)\b\.?)?\s*[)\]]?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>stilling(?:stittel)?|tittel|rolle|position|title|role|job title|arbeidsgiver|arbeidsgjevar|arbeidsgivar"
    r"|bedrift|firma|virksomhet|verksemd|employer|company|organisation|organization|organisasjon|periode|period|tidsrom|dates?|skole"
    r"|skule|studiested|studiestad|institusjon|institution|school|sted|stad|location|place|utdanning|grad|degree|studium"
    r"|studie|program|verv)\s*:\s*",
    re.IGNORECASE,
)
_POSITION_LABELS = frozenset(
    {"stilling", "stillingstittel", "tittel", "rolle", "position", "title", "role", "job title", "verv"}
    | {"utdanning", "grad", "degree", "studium", "studie", "program"}
)
_PLACE_LABELS = frozenset({"sted", "stad", "location", "place", "periode", "period", "tidsrom", "date", "dates"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line between separators. `label` is 'position', 'organisation' or '' when not said."""

    start: int
    end: int
    text: str
    row: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines that name an entry hold."""

    parts: tuple[Part, ...]
    period: Period | None
    share: int | None


def anchor_period(text: str) -> Period | None:
    """The period that dates an entry: at the line's beginning or end, in a tab column or alone, never inside prose."""
    best: Period | None = None
    for period in find_periods(text):
        before, after = text[: period.at].rstrip(" ("), text[period.to :].lstrip(" )")
        at_edge = not before.strip(MARKS) or not after.strip(MARKS + ")") or before.endswith(("\t", "|", "·"))
        if not at_edge and _DURATION.fullmatch(after.strip(MARKS)) is None and after[:1] not in "\t|·:":
            continue
        if best is None or (best.single and not period.single):
            best = period
    return best


def parse_header(lines: Sequence[tuple[int, str]], terms: Terms) -> Header:
    """Parts, period and share of header lines given as (offset, text). Shares, durations and dates are no parts."""
    parts: list[Part] = []
    period: Period | None = None
    share: int | None = None
    for row, (offset, text) in enumerate(lines):
        cut: list[tuple[int, int]] = []
        dated = anchor_period(text)
        if dated and (period is None or (period.single and not dated.single)):
            period = dated
        if dated:
            cut.append((dated.at, dated.to))
        if found := _SHARE.search(text):
            share = share or min(100, int(found["share"]))
            cut.append(found.span())
        cut += [
            found.span() for found in _DURATION.finditer(text) if found[0].strip() and (found[0][0] in "([" or dated)
        ]
        cut += [found.span() for found in _PAREN.finditer(text) if terms.is_share(found["inside"])]
        for start, end in _outside(text, cut):
            parts += _split(text, start, end, offset, row, terms)
    return Header(tuple(parts), period, share)


def _outside(text: str, cut: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces, position = [], 0
    for start, end in sorted(cut):
        if start >= position:
            pieces.append((position, start))
        position = max(position, end)
    pieces.append((position, len(text)))
    return [(start, end) for start, end in pieces if text[start:end].strip(MARKS + "()[]")]


def _split(text: str, start: int, end: int, offset: int, row: int, terms: Terms) -> list[Part]:
    parts: list[Part] = []
    position = start
    label = ""
    if found := _LABEL.match(text, start, end):
        name = found["label"].lower()
        label = "position" if name in _POSITION_LABELS else "place" if name in _PLACE_LABELS else "organisation"
        position = found.end()
    for found in [*_STRONG.finditer(text, position, end), None]:
        stop = found.start() if found else end
        if found and found["join"] and not _joins_names(text, position, found, end, terms):
            continue
        if part := _part(text, position, stop, terms):
            parts.append(Part(offset + part[0], offset + part[1], text[part[0] : part[1]], row, label))
        position = found.end() if found else end
    return [part for part in parts if part.label != "place"]


def _part(text: str, start: int, stop: int, terms: Terms) -> tuple[int, int] | None:
    """The words of a stretch without marks, loose parentheses and 'ansatt som'; None when nothing is left."""
    span = trim(text, start, stop, MARKS)
    inner = text[span.start : span.end]
    if inner.count("(") < inner.count(")") or inner.startswith("("):
        span = trim(text, span.start, span.end, MARKS + "()")
    elif inner.count("(") > inner.count(")"):
        span = trim(text, span.start, span.end, MARKS + "(")
    if found := _AS.match(text, span.start, span.end) or _LEADING_JOIN.match(text, span.start, span.end):
        span = trim(text, found.end(), span.end)
    piece = text[span.start : span.end]
    return (span.start, span.end) if any(c.isalnum() for c in piece) and not terms.is_share(piece) else None


def _joins_names(text: str, start: int, found: re.Match[str], end: int, terms: Terms) -> bool:
    """Whether 'hos', 'ved', 'at', or with more doubt 'på', 'i', 'for', stands between a position and an employer."""
    join = found["join"].lower()
    if join == "hos" or (terms.position(text[start : found.start()]) and join in _PLAIN_JOINS):
        return bool(text[start : found.start()].strip(MARKS + "()"))
    right = re.split(r"[,|\t(:–—]", text[found.end() : end], maxsplit=1)[0]
    named = right[:1].isupper() and terms.organisation(right) >= 2 and not terms.position(right)
    return named and (join in _PLAIN_JOINS or terms.position(text[start : found.start()]) > 0)


def by_comma(part: Part) -> list[Part]:
    """A part cut at its commas outside parentheses."""
    pieces, position, depth = [], 0, 0
    bounds = []
    for index, char in enumerate(part.text):
        depth += (char == "(") - (char == ")" and depth > 0)
        if char == "," and not depth and part.text[index + 1 : index + 2].isspace():
            bounds.append(index)
    for stop in [*bounds, len(part.text)]:
        span = trim(part.text, position, stop, ",")
        if span.end > span.start:
            pieces.append(
                Part(
                    part.start + span.start,
                    part.start + span.end,
                    part.text[span.start : span.end],
                    part.row,
                    part.label,
                )
            )
        position = stop + 1
    return pieces


def without_place(part: Part, terms: Terms) -> Part:
    """An employer's name without the place behind it ('Nordfjord Bygg AS, Førde')."""
    pieces = by_comma(part)
    cut = False
    while len(pieces) > 1 and (terms.is_place(pieces[-1].text) or (not cut and _may_be_place(pieces, terms))):
        cut = True
        pieces = pieces[:-1]
    end = pieces[-1].end if pieces else part.end
    found = re.search(r"\s*\((?P<inside>[^()]+)\)$", part.text[: end - part.start])
    if found and terms.is_place(found["inside"]):
        end = part.start + found.start()
    return Part(part.start, end, part.text[: end - part.start], part.row, part.label)


def _may_be_place(pieces: Sequence[Part], terms: Terms) -> bool:
    """One capitalised word behind an employer that is neither a department nor another body."""
    words = words_of(pieces[-1].text)
    last = pieces[-1].text
    return (
        len(words) == 1
        and last[:1].isupper()
        and not last.isupper()
        and "-" not in last
        and not _DEPARTMENT.search(last)
        and not terms.organisation(last)
        and not terms.position(last)
    )
