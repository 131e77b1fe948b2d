"""Chats and messages: who speaks, and the words without names and clock times before them."""

import re
from collections import Counter

from andregang.domain.meeting.names import FULL_NAME, is_name
from andregang.domain.text import Span

_PREFIX = re.compile(r"^(?P<name>[A-ZÆØÅ][^\n:]{1,40}):[ \t]", re.MULTILINE)
_STAMPED = re.compile(
    r"^(?P<name>[A-ZÆØÅ][^\n:]{2,40}?)\s{1,4}(?:·\s)?\d{1,2}[:.]\d{2}(?:\s?[AP]M)?[ \t]*$", re.MULTILINE
)
_CLOCK = re.compile(
    r"^[ \t]*(?:(?:i går|i dag|today|yesterday|\w{3,7}dag)\s)?\d{1,2}[:.]\d{2}(?:\s?[AP]M)?[ \t]*$", re.M | re.I
)
_OWN = {"du", "deg", "you", "meg", "me"}


def read_chat(view: str) -> tuple[str, Span | None]:
    """The view with speakers' names, clock lines and the candidate's own lines blanked, and who speaks.

    What is no chat comes back as it is, with no speaker.
    """
    stamps = [m for m in _STAMPED.finditer(view) if FULL_NAME.fullmatch(m["name"]) and is_name(m["name"])]
    prefixes = list(_PREFIX.finditer(view))
    count = Counter(match["name"] for match in prefixes)
    own = [m for m in prefixes if m["name"].lower() in _OWN]
    theirs = [m for m in prefixes if m["name"].lower() not in _OWN and (count[m["name"]] >= 2 or own)]
    if stamps and len(stamps) <= 30:
        first = stamps[0]
        pieces = [(0, first.end()), *((m.start(), m.end()) for m in stamps[1:])]
        return _blank(view, pieces), Span(first.start("name"), first.end("name"))
    if not theirs or not (own or _CLOCK.search(view)):
        return view, None
    pieces = [(0, theirs[0].end()), *((m.start(), m.end()) for m in theirs[1:])]
    pieces += [(m.start(), _line_end(view, m.end())) for m in own]
    pieces += [(m.start(), m.end()) for m in _CLOCK.finditer(view)]
    name = theirs[0]["name"]
    speaker = Span(theirs[0].start("name"), theirs[0].end("name")) if is_name(name) else None
    return _blank(view, pieces), speaker


def _line_end(view: str, position: int) -> int:
    end = view.find("\n", position)
    return len(view) if end < 0 else end


def _blank(view: str, pieces: list[tuple[int, int]]) -> str:
    """The pieces as spaces; line breaks stay."""
    parts: list[str] = []
    position = 0
    for start, end in sorted(pieces):
        if start < position:
            continue
        parts.append(view[position:start])
        parts.append("".join("\n" if character == "\n" else " " for character in view[start:end]))
        position = end
    parts.append(view[position:])
    return "".join(parts)
