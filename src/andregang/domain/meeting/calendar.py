"""The calendar part of a mail, or a calendar file: one event as fields."""

import datetime as dt
import re
from dataclasses import dataclass

from andregang.domain.text import Block, BlockKind, DocumentText, Span

_EVENT = re.compile(r"event\[(\d{1,4})\]\.(.{1,60})\Z")
_GUEST = re.compile(r"attendee\[(\d{1,4})\](?:\.(\w{1,12}))?\Z")


@dataclass(frozen=True, slots=True)
class Guest:
    """Someone in the calendar's list. `role`, `answer` and `sort` are upper-case iCalendar words or empty."""

    name: str
    email: str
    span: Span
    role: str = ""
    answer: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """The newest event of the document. `whole_day` means that start and end are dates, the end not included."""

    spans: dict[str, Span]
    words: dict[str, str]
    guests: tuple[Guest, ...] = ()
    organizer: Guest | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    whole_day: bool = False

    def says(self, name: str) -> str:
        """The value of a field, or nothing."""
        return self.words.get(name, "")


def read_event(content: DocumentText, zone: dt.tzinfo) -> Event | None:
    """The event to trust: a cancelling or changed occurrence and the highest sequence stand above the others."""
    events: dict[int, list[tuple[str, Block]]] = {}
    for block in content.blocks:
        match = _EVENT.match(block.path)
        if match and block.kind is BlockKind.FIELD:
            events.setdefault(int(match[1]), []).append((match[2], block))
    read = [_event(content, fields, zone) for _, fields in sorted(events.items())]
    return max(read, key=_rank) if read else None


def _rank(event: Event) -> tuple[bool, int, str]:
    sequence = event.says("sequence")
    return bool(event.says("recurrence-id")), int(sequence) if sequence.isdigit() else 0, event.says("dtstamp")


def _event(content: DocumentText, fields: list[tuple[str, Block]], zone: dt.tzinfo) -> Event:
    spans: dict[str, Span] = {}
    words: dict[str, str] = {}
    people: dict[str, dict[str, Block]] = {}
    for name, block in fields:
        guest = _GUEST.match(name)
        if guest or name.startswith("organizer"):
            owner, _, part = name.partition(".")
            people.setdefault(owner, {})[part] = block
        elif name not in spans:
            spans[name] = Span(block.start, block.end)
            words[name] = content.slice(block)
    start, whole_day = _moment(words.get("dtstart", ""), zone)
    end, _ = _moment(words.get("dtend", ""), zone)
    guests = [_guest(content, parts) for owner, parts in people.items() if owner != "organizer"]
    organizer = _guest(content, people["organizer"]) if "organizer" in people else None
    return Event(spans, words, tuple(guests), organizer, start, end, whole_day)


def _guest(content: DocumentText, parts: dict[str, Block]) -> Guest:
    said = {name: content.slice(block) for name, block in parts.items()}
    block = parts.get("") or parts.get("email") or next(iter(parts.values()))
    return Guest(
        said.get("", "").strip(),
        said.get("email", "").strip(),
        Span(block.start, block.end),
        said.get("role", "").upper(),
        said.get("partstat", "").upper(),
        said.get("cutype", "").upper(),
    )


def _moment(words: str, zone: dt.tzinfo) -> tuple[dt.datetime | None, bool]:
    """A calendar's time in the candidate's zone, and whether it is a whole day. Times without offset are local."""
    try:
        if len(words) == 10:
            return dt.datetime.combine(dt.date.fromisoformat(words), dt.time(), zone), True
        moment = dt.datetime.fromisoformat(words)
        return (moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)), False
    except (ValueError, OverflowError):
        return None, False
