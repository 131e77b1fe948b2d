"""A part of the plan: its words told from its length, speaker and asides."""

import re
from dataclasses import dataclass

from andregang.domain.dates import find_durations
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.text import Span, trim

_LENGTH_NOTE = re.compile(r"\s?[(\[][^()\[\]]{0,90}[)\]](?:,?\s?(?:og|and))?\s{0,2}\Z")

_DASHED_LENGTH = re.compile(
    r"\s{0,2}[–—:,-]\s?(?:ca\.?\s|om lag\s|about\s)?[\w½.,-]{1,12}\s?(?:min\w*|timer?|hours?|t)\.?\s?\Z", re.I
)

_LEADING_LENGTH = re.compile(r"\A(?:ca\.?\s)?\d{1,3}\s?(?:min\w*\.?|')\s?[:–—-]?\s{0,2}", re.IGNORECASE)

_LASTING = re.compile(
    r",?\s(?:(?:som|that|which)\s(?:tar|varer|tek|lasts|takes)\s)?(?:(?:i|på|for|in)\s)?(?:(?:ca\.?|cirka|om lag|omtrent|rundt|about|around|inntil|maks|up to)\s)*\Z",  # noqa: E501
    re.IGNORECASE,
)

_ASIDE = re.compile(r"\s[–—-]\s(?=[a-zæøå])")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan: its words, its minutes and, in timetables, its clock times in minutes of the day."""

    words: Span
    minutes: int | None
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts in order; `begins` and `ends` are the timetable's, in minutes of the day."""

    parts: tuple[Part, ...] = ()
    begins: int | None = None
    ends: int | None = None


def part_of(mail: Correspondence, start: int, end: int) -> Part | None:
    """A part's words without its length, speaker or aside."""
    view = mail.view
    lengths = list(find_durations(view[start:end]))
    minutes = lengths[0].minutes if len(lengths) == 1 else None
    span = trim(view, start, end, ".,;")
    words = view[span.start : span.end]
    if lead := _LEADING_LENGTH.match(words):
        span = trim(view, span.start + lead.end(), span.end)
    for note in (_LENGTH_NOTE, _DASHED_LENGTH):
        words = view[span.start : span.end]
        found = note.search(words)
        if found and found.start() > 2 and (note is _LENGTH_NOTE or minutes):
            span = trim(view, span.start, span.start + found.start(), ".,;")
    if minutes and (own := _without_length(view, span)):
        span = own
    if (aside := _ASIDE.search(view, span.start, span.end)) and len(view[aside.end() : span.end].split()) >= 4:
        span = trim(view, span.start, aside.start())
    return Part(span, minutes) if span.end - span.start > 1 else None


def _without_length(view: str, span: Span) -> Span | None:
    """ "gjennomgang av oppgaven i ca. 10 minutter" without what it lasts."""
    lengths = list(find_durations(view[span.start : span.end]))
    if not lengths:
        return None
    last = lengths[-1]
    if re.fullmatch(r"(?:s tid| tid)?\W{0,2}", view[span.start + last.end : span.end]) is None:
        return None
    lead = _LASTING.search(view, span.start, span.start + last.start)
    cut = trim(view, span.start, lead.start() if lead else span.start + last.start, ".,;")
    return cut if cut.end - cut.start > 2 else None
