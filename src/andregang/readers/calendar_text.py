"""iCalendar → labelled lines: for calendar files and for the calendar part of a mail."""

import datetime as dt
import re
import zoneinfo
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

import icalendar
from icalendar.error import BrokenCalendarProperty
from icalendar.timezone import tzp
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from andregang.domain.text import BlockKind
from andregang.readers import limits
from andregang.readers.encoding import decode_text
from andregang.readers.markup import write_letter
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean, one_line

_FOLD = re.compile(rb"\r?\n[ \t]")
_ZONE = re.compile(
    r'(?P<before>;TZID=|^TZID[^:\r\n]{0,80}:)(?P<quote>"?)(?P<name>[^":;\r\n]{0,300})"?', re.IGNORECASE | re.MULTILINE
)
_EVENT = re.compile(r"^BEGIN:VEVENT[ \t\r]*$.*?^END:VEVENT[ \t\r]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_METHOD = re.compile(r"^METHOD:.{1,40}$", re.IGNORECASE | re.MULTILINE)
_DEFINED = re.compile(r"^TZID[^:\r\n]{0,80}:([^\r\n]{0,300})", re.IGNORECASE | re.MULTILINE)
_CONFERENCE = (
    "CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-ZOOM-MEETING-URL",
)
_PLAIN = ("RRULE", "STATUS", "SEQUENCE", "UID", "URL", "CONTACT", "COMMENT", "CATEGORIES")

Event = Any


def write_calendar(scribe: Scribe, data: bytes, first: int = 0) -> int:
    """Write every event as labelled lines; returns how many. Paths are `event[0].summary` and so on,
    counted from `first`.

    Times stand in ISO 8601 with offset (UTC as +00:00); a time in a zone nobody defines stands without offset, with
    the zone's name in `.tzid`. Descriptions are unescaped and otherwise verbatim. Recurrences are not expanded.
    """
    text = _defused(decode_text(_FOLD.sub(b"", data)))
    number = 0
    for calendar in _parsed(text):
        method = one_line(str(calendar.get("METHOD", "")))
        for event in calendar.walk("VEVENT"):
            if number >= limits.EVENTS:
                return number
            _write_event(scribe, event, method, f"event[{first + number}]")
            number += 1
    return number


def _parsed(text: str) -> list[Any]:
    """The calendars; of a file the parser gives up, the events it can read one by one."""
    problems = (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, OverflowError)
    try:
        return list(icalendar.Calendar.from_ical(text, multiple=True))
    except problems:
        pass
    method = _METHOD.search(text)
    found = []
    for event in _EVENT.findall(text)[: limits.EVENTS]:
        lines = ["BEGIN:VCALENDAR", *([method[0].strip()] if method else []), event.strip(), "END:VCALENDAR", ""]
        try:
            found.append(icalendar.Calendar.from_ical("\r\n".join(lines)))
        except problems:
            continue
    if not found:
        raise RefusedError(Reason.DAMAGED)
    return found


def _defused(text: str) -> str:
    if text.count("BEGIN:") > limits.CALENDAR_COMPONENTS:
        raise RefusedError(Reason.BOMB)
    defined = {name.strip() for name in _DEFINED.findall(text)}
    tokens: dict[str, str] = {}

    def rename(found: re.Match[str]) -> str:
        name = found["name"].strip()
        if _is_known_zone(name):
            return found[0]
        if name in defined:
            token = tokens.setdefault(name, f"X-ZONE-{len(tokens)}")
            return f"{found['before']}{token}"
        # Nobody defines it: the time floats, and the name never gets near a lookup on disk.
        return f";X-UNKNOWN-ZONE={found['quote']}{name}{found['quote']}"

    return _ZONE.sub(rename, text)


def _is_known_zone(name: str) -> bool:
    return name in WINDOWS_TO_OLSON or name in _zones()


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    names = resources.files("tzdata").joinpath("zones").read_text("utf-8")
    return frozenset((*names.split(), "UTC"))


def _write_event(scribe: Scribe, event: Event, method: str, path: str) -> None:
    scribe.gap()
    if method:
        scribe.field("METHOD", f"{path}.method", method)
    scribe.field("SUMMARY", f"{path}.summary", one_line(_text(event, "SUMMARY")))
    start = _moment(event, "DTSTART")
    _time(scribe, "DTSTART", f"{path}.dtstart", start)
    end = _moment(event, "DTEND")
    duration = _moment(event, "DURATION")
    if end is None and isinstance(start, dt.date) and isinstance(duration, dt.timedelta):
        end = _later(start, duration)
    _time(scribe, "DTEND", f"{path}.dtend", end)
    _time(scribe, "RECURRENCE-ID", f"{path}.recurrence-id", _moment(event, "RECURRENCE-ID"))
    _time(scribe, "DTSTAMP", f"{path}.dtstamp", _moment(event, "DTSTAMP"))
    scribe.field("TZID", f"{path}.tzid", one_line(_unknown_zone(event)))
    scribe.field("LOCATION", f"{path}.location", one_line(_text(event, "LOCATION")))
    _people(scribe, event, path)
    for name in _PLAIN:
        scribe.field(name, f"{path}.{name.lower()}", one_line(_text(event, name)))
    links = dict.fromkeys(one_line(_text(event, name)) for name in _CONFERENCE)
    for link in links:
        scribe.field("CONFERENCE", f"{path}.conference", link)
    _description(scribe, event, path)


def _description(scribe: Scribe, event: Event, path: str) -> None:
    description = clean(_text(event, "DESCRIPTION")).strip()
    if description:
        scribe.start_line()
        scribe.say("DESCRIPTION:\n")
        scribe.block(BlockKind.FIELD, description, path=f"{path}.description")
        scribe.start_line()
        return
    formatted = _text(event, "X-ALT-DESC")
    if formatted:
        scribe.say("DESCRIPTION:\n")
        start = scribe.position
        write_letter(scribe, formatted)
        scribe.mark_trimmed(BlockKind.FIELD, start, path=f"{path}.description")


def _people(scribe: Scribe, event: Event, path: str) -> None:
    organizers = _listed(event.get("ORGANIZER"))
    attendees = _listed(event.get("ATTENDEE"))[:200]
    people = [("ORGANIZER", f"{path}.organizer", person) for person in organizers[:1]]
    people += [("ATTENDEE", f"{path}.attendee[{n}]", person) for n, person in enumerate(attendees)]
    for label, place, person in people:
        parameters = getattr(person, "params", {})
        email = re.sub(r"^mailto:", "", one_line(str(person)), flags=re.IGNORECASE)
        name = one_line(str(parameters.get("CN", ""))).strip("'\" ")
        if not (name or email):
            continue
        scribe.start_line()
        scribe.say(f"{label}: ")
        if name and name.lower() != email.lower():
            scribe.block(BlockKind.FIELD, name, path=place)
            if email:
                scribe.say(" <")
                scribe.block(BlockKind.FIELD, email, path=f"{place}.email")
                scribe.say(">")
        else:
            scribe.block(BlockKind.FIELD, email, path=f"{place}.email")
        details = [
            (key, one_line(str(parameters[key]))) for key in ("ROLE", "PARTSTAT", "CUTYPE") if parameters.get(key)
        ]
        for number, (key, value) in enumerate((key, value) for key, value in details if value):
            scribe.say(", " if number else " (")
            scribe.block(BlockKind.FIELD, value, path=f"{place}.{key.lower()}")
        scribe.say(")" if any(value for _, value in details) else "")
        scribe.start_line()


def _text(event: Event, name: str) -> str:
    for value in _listed(event.get(name)):
        if name == "RRULE" and hasattr(value, "to_ical"):
            return str(value.to_ical().decode("utf-8", "replace"))
        if name == "CATEGORIES" and hasattr(value, "cats"):
            return ", ".join(map(str, value.cats))
        return str(value)
    return ""


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _moment(event: Event, name: str) -> object:
    for value in _listed(event.get(name)):
        try:
            return getattr(value, "dt", None) or getattr(value, "td", None)
        except (BrokenCalendarProperty, ValueError):
            return None
    return None


def _time(scribe: Scribe, label: str, path: str, moment: object) -> None:
    if isinstance(moment, dt.date):
        try:
            scribe.field(label, path, moment.isoformat())
        except (ValueError, OverflowError):
            return


def _later(start: dt.date, duration: dt.timedelta) -> dt.date | None:
    try:
        if isinstance(start, dt.datetime) and start.tzinfo is not None:
            # A duration is elapsed time, also across a change of the clocks.
            return (start.astimezone(dt.UTC) + duration).astimezone(start.tzinfo)
        return start + duration
    except (OverflowError, ValueError):
        return None


def _unknown_zone(event: Event) -> str:
    values: Iterator[Any] = (value for name in ("DTSTART", "DTEND") for value in _listed(event.get(name)))
    for value in values:
        zone = getattr(value, "params", {}).get("X-UNKNOWN-ZONE")
        if zone:
            return str(zone)
    return ""


# Zones come from the tzdata package only: what a file calls its zone never reaches a folder of the system.
zoneinfo.reset_tzpath(to=())
tzp.use_zoneinfo()
