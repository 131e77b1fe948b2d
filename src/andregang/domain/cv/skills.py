"""Skills and certificates: short lines, listed or grouped."""

import re
from collections.abc import Sequence

from andregang.domain.cv.lines import Line
from andregang.domain.cv.model import SkillGroup
from andregang.domain.cv.parts import anchor_period
from andregang.domain.cv.terms import Terms
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.text import trim

_GROUP = re.compile(r"(?P<name>[^:\t\n]{2,40}?)\s*(?::|\t)\s*(?=\S)")
_COMMA = re.compile(r"[,;|•·\t]\s*|\s{3,}")


def read_skills(document: Document, lines: Sequence[Line]) -> list[SkillGroup]:
    """Each line as a group of keywords, named when the line begins with a name and a colon."""
    groups = []
    for line in lines:
        found = _GROUP.match(line.text)
        name = found["name"].strip() if found else None
        groups.append(SkillGroup(name, tuple(_keywords(document, line, found.end() if found else 0))))
    return [group for group in groups if group.keywords]


def _keywords(document: Document, line: Line, position: int) -> list[Quote]:
    """The line's parts between commas outside parentheses."""
    words = []
    for stop in [*_COMMA.finditer(line.text, position), None]:
        at = stop.start() if stop else len(line.text)
        if stop and line.text.count("(", position, at) > line.text.count(")", position, at):
            continue
        span = trim(line.text, position, at, ",;|•·.")
        if span.end > span.start:
            words.append(quote(document, line.start + span.start, line.start + span.end))
        position = stop.end() if stop else at
    return words


def read_certificates(document: Document, lines: Sequence[Line], terms: Terms) -> list[Stated[str]]:
    """Each line as one course or certificate; a date alone belongs to the line beside it."""
    found: list[Quote] = []
    date: Line | None = None
    for line in lines:
        low = line.text.strip(" \t:").lower()
        if low in terms.columns or all(cell.strip().lower() in terms.columns for cell in line.text.split("\t")):
            continue
        period = anchor_period(line.text)
        if period and not (line.text[: period.at] + line.text[period.to :]).strip(" \t,.:–-()"):
            if (
                found
                and not line.gap
                and date is None
                and len(found) > 0
                and found[-1].end < line.start
                and _dates_follow(lines)
            ):
                found[-1] = quote(document, found[-1].start, line.end)
            else:
                date = line
            continue
        found.append(quote(document, date.start if date else line.start, line.end))
        date = None
    return [Stated(words.words, words) for words in found]


def _dates_follow(lines: Sequence[Line]) -> bool:
    """Whether the first line names something, so that dates on lines of their own come after the name."""
    first = lines[0]
    period = anchor_period(first.text)
    return period is None or bool((first.text[: period.at] + first.text[period.to :]).strip(" \t,.:–-()"))
