"""Dates: when something began, ended or was done; and how long a post was held, against the years the CV gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.consistency.model import Statement
from andregang.domain.consistency.numbers import find_numbers
from andregang.domain.consistency.subjects import Stretch, Subject, can_be_same, shared, stretch_around, subject_of
from andregang.domain.consistency.words import Lexicon, names_alike
from andregang.domain.dates import PartialDate
from andregang.domain.dates.words import MONTHS, alternatives

_MONTH = alternatives(MONTHS)
_Y = r"(?:19[6-9]\d|20[0-4]\d)"
_DATE = re.compile(
    rf"(?<![\w.,/-])(?:(?P<d1>\d{{1,2}})(?:\.|th|st|nd|rd)?\s(?:of\s)?(?P<m1>{_MONTH})\b\.?(?:,?\s(?P<y1>{_Y})\b)?"
    rf"|(?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:th|st|nd|rd)?(?!\d)(?:,?\s(?P<y2>{_Y}))?"
    rf"|(?P<m3>{_MONTH})\.?\s(?P<y3>{_Y})(?!\d)"
    rf"|(?P<d4>\d{{1,2}})\.(?P<m4>\d{{1,2}})\.(?P<y4>{_Y})(?!\d)"
    rf"|(?P<m5>\d{{1,2}})[./](?P<y5>{_Y})(?!\d)"
    rf"|(?P<y6>{_Y})(?![\d%]|[.,]\d|\s?(?:kr|prosent|kunde|ansatt|tilsett|timer|timar|hours|stk|m2|km)))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:[-–—]|til|to|until)\s?", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    r"(?:\b(?:i|in|fra|frå|from|til|to|siden|sidan|since|år|året|sommeren|våren|høsten|hausten|sumaren|spring|summer|"
    r"autumn|fall|early|late|by|until|medio|av|of|januar|rundt|around|ca\.?|omkring|kring|about|during|was|var)\s|[(,:–—-]\s?)\Z",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?:rundt|omkring|kring|ca\.?|cirka|around|about|omtrent)\s\Z", re.IGNORECASE)
_EMPLOYED = re.compile(
    r"\b(?:jobb\w*|arbeid\w*|ansatt|tilsett|var|vært|vore|worked|working|spent|was|employed|been|hos|at)\b",
    re.IGNORECASE,
)
_SPAN_YEARS = re.compile(r"[\s-]?(?:års?|years?)\b(?!\s(?:erfaring|røynsle|experience|gamm|old|sid|ago|etter|before))", re.IGNORECASE)  # fmt: skip  # noqa: E501
_AGO = re.compile(r"\b(?:for|etter|after)\s\Z", re.IGNORECASE)
EVENTS = ("available", "start", "end", "graduated", "done")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year as said; 0 for what was not said."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a date, or (as `lasted`) took so many years."""

    statement: int
    start: int
    end: int
    stretch: Stretch
    subject: Subject
    kind: str
    date: Day
    near: bool = False
    years: float = 0.0
    held: bool = False


def events_in(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Event]:
    """Every dated event of a statement, and how long posts were held."""
    if statement.held:
        yield from _held(statement, index, lexicon)
        return
    found = [match for match in _DATE.finditer(statement.text) if _is_date(statement.text, match)]
    for place, match in enumerate(found):
        stretch = stretch_around(statement.text, match.start(), match.end())
        subject = subject_of(statement, stretch, match.span(), lexicon)
        kind = _kind(statement.text, match, found, place, stretch, subject, lexicon)
        if kind:
            near = bool(_NEAR.search(statement.text, max(0, match.start() - 10), match.start()))
            yield Event(index, *match.span(), stretch, subject, kind, _day(match), near)
    yield from _lasted(statement, index, lexicon)


def _is_date(text: str, match: "re.Match[str]") -> bool:
    if match["m4"] and not 1 <= int(match["m4"]) <= 12:
        return False
    if match["m5"] and not 1 <= int(match["m5"]) <= 12:
        return False
    if not match["y6"]:
        return True
    return bool(_YEAR_AFTER.search(text, max(0, match.start() - 12), match.start())) or bool(
        _RANGE.match(text, match.end()) and _DATE.match(text, _RANGE.match(text, match.end()).end())  # type: ignore[union-attr]
    )


def _day(match: "re.Match[str]") -> Day:
    def value(*names: str) -> int:
        given = next((match[name] for name in names if match[name]), "0")
        return MONTHS[given.lower()] if given.lower() in MONTHS else int(given)

    year = value("y1", "y2", "y3", "y4", "y5", "y6")
    return Day(year, value("m1", "m2", "m3", "m4", "m5"), value("d1", "d2", "d4"))


def _kind(
    text: str,
    match: "re.Match[str]",
    found: "list[re.Match[str]]",
    place: int,
    stretch: Stretch,
    subject: Subject,
    lexicon: Lexicon,
) -> str:
    """What happened on the date; a range of years with a place beside it is a post."""
    before = found[place - 1] if place else None
    after = found[place + 1] if place + 1 < len(found) else None
    if before is not None and _RANGE.fullmatch(text, before.end(), match.start()):
        return "end" if subject.places else ""
    if after is not None and _RANGE.fullmatch(text, match.end(), after.start()):
        return "start" if subject.places else ""
    clause = text[stretch.clause_start : stretch.clause_end]
    for words in (clause, text[stretch.start : stretch.end]):
        for kind in EVENTS:
            if lexicon.says(f"event.{kind}", words):
                return kind
    return ""


def _held(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Event]:
    """What a post's line in a CV says happened when, shown with the line's own words."""
    held = statement.held
    assert held is not None
    years = {int(m["y6"] or m["y3"] or m["y5"] or m["y4"] or m["y1"] or m["y2"] or 0): m.span() for m in _DATE.finditer(statement.text)}  # fmt: skip  # noqa: E501
    stretch = stretch_around(statement.text, 0, 1)
    subject = subject_of(statement, stretch, (0, 0), lexicon)
    for kind, date in (("start", held.start), ("end", None if held.ongoing else held.end)):
        if date is not None:
            span = years.get(date.year, (0, len(statement.text)))
            yield Event(index, *span, stretch, subject, kind, _partial(date), held=True)
    if held.start and held.end and not held.ongoing:
        lasted = held.end.year - held.start.year + (held.end.month - held.start.month) / 12
        yield Event(index, 0, len(statement.text), stretch, subject, "lasted", Day(0), years=lasted, held=True)


def _partial(date: PartialDate) -> Day:
    return Day(date.year, date.month)


def _lasted(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Event]:
    text = statement.text
    for number in find_numbers(text):
        tail = _SPAN_YEARS.match(text, number.end)
        if tail is None or _AGO.search(text, max(0, number.start - 8), number.start):
            continue
        stretch = stretch_around(text, number.start, tail.end())
        subject = subject_of(statement, stretch, (number.start, tail.end()), lexicon)
        words = text[stretch.start : stretch.end]
        if subject.places and _EMPLOYED.search(words) and not lexicon.says("goal", words) and not _figure_like(words):
            near = lexicon.says("near", text[max(0, number.start - 18) : number.start])
            years = (number.low + number.high) / 2
            yield Event(index, number.start, tail.end(), stretch, subject, "lasted", Day(0), near, years)


def _figure_like(words: str) -> bool:
    return bool(re.search(r"%|prosent|percent|\bkr\b|kroner", words, re.IGNORECASE))


def comparable(one: Event, other: Event) -> bool:
    """Whether two dates are of the same event."""
    if one.kind != other.kind:
        return False
    if one.kind == "available":
        return True
    a, b = one.subject, other.subject
    if one.kind == "lasted":
        return names_alike(a.places, b.places)
    if not can_be_same(a, b, dated=True):
        return False
    if one.kind in ("start", "end"):
        if a.places and b.places:
            return names_alike(a.places, b.places)
        return shared(a.specific, b.specific) >= 1 and not (a.places or b.places)
    return shared(a.specific, b.specific) >= 1


def differ(one: Event, other: Event) -> bool:
    """Whether two dates of the same event cannot both be right."""
    if one.kind == "lasted":
        slack = 2.0 if one.near or other.near else 1.0 if one.held or other.held else 0.0
        return abs(one.years - other.years) > slack + 0.01
    a, b = one.date, other.date
    if a.year and b.year and a.year != b.year:
        return abs(a.year - b.year) > (1 if one.near or other.near else 0)
    if a.month and b.month and a.month != b.month:
        return True
    return bool(a.month and a.month == b.month and a.day and b.day and a.day != b.day)
