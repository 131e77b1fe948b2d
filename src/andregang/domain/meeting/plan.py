"""The agenda: lists, timetables and plans told in prose."""

import re
from collections.abc import Callable

from andregang.domain.dates import find_durations
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter, Line
from andregang.domain.meeting.listing import split_list
from andregang.domain.meeting.model import AgendaItem
from andregang.domain.meeting.parts import Part, Plan, part_of
from andregang.domain.meeting.phrases import Phrases
from andregang.domain.meeting.told_plan import sequence_parts, told_in_prose
from andregang.domain.text import Span, trim

_CLOCK = re.compile(
    r"(?:kl\.?\s?)?(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?:\s?(?:[–—-]|til|to)\s?(?:kl\.?\s?)?(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d))?"
    r"(?=[\s:–—,-]|$)[\s:–—,-]{0,6}",
    re.IGNORECASE,
)
# Not the colon of a clock time or an address.
_COLON = re.compile(r":(?!\d|//)")


def read_plan(mail: Correspondence) -> Plan:
    """The plan of the newest letter that lays one out."""
    for letter in mail.letters:
        for found in (_listed(mail, letter), _timetable(mail, letter), told_in_prose(mail, letter)):
            if found.parts:
                return found
    return Plan()


def agenda_of(mail: Correspondence, plan: Plan) -> tuple[AgendaItem, ...]:
    """The plan as agenda items with their quotes."""
    items = []
    for part in plan.parts:
        claim = mail.quote(part.words.start, part.words.end)
        items.append(AgendaItem(claim.words, part.minutes, claim))
    return tuple(items)


def _listed(mail: Correspondence, letter: Letter) -> Plan:
    """A heading and the list under it."""
    for number, line in enumerate(letter.lines):
        heading = _heading(line, mail.phrases)
        if heading is None and _announces_lengths(letter.lines, number):
            heading = line.end
        if heading is None:
            continue
        if heading < line.end:
            if plan := _inline(mail, letter, line, heading):
                return plan
            continue
        under = _lines_under(letter.lines, number)
        if _clock_count(under) >= 2:
            return _from_clocks(mail, under)
        if under:
            parts = [part for item in under if (part := part_of(mail, item.start, item.end))]
            return Plan(tuple(parts))
    return Plan()


def _heading(line: Line, phrases: Phrases) -> int | None:
    """Where the words after an agenda heading begin; the line's end when the list stands below."""
    if line.item or len(line.text) > 400:
        return None
    mark = _COLON.search(line.text)
    if mark:
        head, rest = line.text[: mark.start()], line.text[mark.end() :]
        tail = re.split(r"[.!?]\s", head)[-1]
        if phrases.is_("agenda.label", tail) or (not rest.strip() and _ends_with_label(tail, phrases)):
            return line.start + len(head) + 1 + (len(rest) - len(rest.lstrip()))
        return None
    if phrases.is_("agenda.label", line.text):
        return line.end
    return None


def _announces_lengths(lines: tuple[Line, ...], number: int) -> bool:
    """Whether a line ends in a colon and most of the items under it say how long they take."""
    if not lines[number].text.endswith(":"):
        return False
    items = _while(lines[number + 1 :], lambda line: line.item)
    timed = sum(any(True for _ in find_durations(line.text[:200])) for line in items)
    return timed >= 2 and 2 * timed > len(items)


def _ends_with_label(words: str, phrases: Phrases) -> bool:
    """ "Vi ønsker at du innleder. Øvrig agenda:": the label closes the line."""
    return (
        any(match.end() == len(words.rstrip()) for match in phrases["agenda.label"].finditer(words)) and len(words) < 90
    )


def _inline(mail: Correspondence, letter: Letter, line: Line, start: int) -> Plan | None:
    sentence = next((s for s in letter.sentences if s.start <= start < s.end), None)
    end = sentence.end if sentence else line.end
    if mail.phrases.in_("place.remote", mail.view[start:end]) and end - start < 30:
        return None
    told = sequence_parts(mail, start, end)
    parts = told or [
        part for s in split_list(mail.view, start, end, pairs=True) if (part := part_of(mail, s.start, s.end))
    ]
    return Plan(tuple(parts)) if parts else None


def _lines_under(lines: tuple[Line, ...], number: int) -> list[Line]:
    """The list that follows a heading: marked items, clock lines, or the short lines of one paragraph."""
    below = lines[number + 1 :]
    if not below or below[0].paragraph - lines[number].paragraph > 2:
        return []
    if below[0].item:
        return _while(below, lambda line: line.item)
    if _CLOCK.match(below[0].text):
        return _clock_run(below)
    paragraph = below[0].paragraph
    own = _while(below, lambda line: line.paragraph == paragraph)
    short = all(len(line.text) < 70 and not line.text.endswith((".", ":", "?")) for line in own)
    return own if len(own) >= 2 and short else []


def _while(lines: tuple[Line, ...], holds: Callable[[Line], bool]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if not holds(line):
            break
        kept.append(line)
    return kept


def _clock_run(lines: tuple[Line, ...]) -> list[Line]:
    """Lines that begin with a clock time, and the line after one that holds nothing else."""
    kept: list[Line] = []
    bare = False
    for line in lines:
        match = _CLOCK.match(line.text)
        if match is None and not bare:
            break
        bare = match is not None and match.end() == len(line.text)
        kept.append(line)
    return kept


def _clock_count(lines: list[Line]) -> int:
    return sum(_CLOCK.match(line.text) is not None for line in lines)


def _timetable(mail: Correspondence, letter: Letter) -> Plan:
    """Clock lines without a heading: three or more in a row."""
    for number, line in enumerate(letter.lines):
        if _CLOCK.match(line.text):
            run = _clock_run(letter.lines[number:])
            if _clock_count(run) >= 3:
                return _from_clocks(mail, run)
    return Plan()


def _from_clocks(mail: Correspondence, lines: list[Line]) -> Plan:
    rows: list[tuple[int, int | None, Span | None]] = []
    for line in lines:
        match = _CLOCK.match(line.text)
        if match:
            begins = 60 * int(match["h"]) + int(match["m"])
            ends = 60 * int(match["h2"]) + int(match["m2"]) if match["h2"] else None
            label = trim(mail.view, line.start + match.end(), line.end)
            rows.append((begins, ends, label if label.end > label.start else None))
        elif rows and rows[-1][2] is None:
            rows[-1] = (rows[-1][0], rows[-1][1], Span(line.start, line.end))
    parts: list[Part] = []
    closes: int | None = None
    for index, (begins, ends, words) in enumerate(rows):
        following = rows[index + 1][0] if index + 1 < len(rows) else None
        if words is None or mail.phrases.is_("agenda.closing", mail.view[words.start : words.end].rstrip(".!")):
            closes = begins
            continue
        until = ends if ends is not None else following
        minutes = until - begins if until is not None and until > begins else None
        if part := part_of(mail, words.start, words.end):
            parts.append(Part(part.words, part.minutes or minutes, begins, until))
        closes = ends
    return Plan(tuple(parts), rows[0][0] if rows else None, closes)
