"""Jobs and volunteer posts out of the lines of a section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from andregang.domain.cv.entries import ABBREVIATED, Entry, Kinds, split_entries
from andregang.domain.cv.lines import Line
from andregang.domain.cv.model import Role
from andregang.domain.cv.naming import Named, name_entry, usual_order
from andregang.domain.cv.parts import Part, anchor_period
from andregang.domain.cv.terms import Terms, words_of
from andregang.domain.source import Document, Quote, Stated, quote

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9])")


@dataclass(slots=True)
class RolesRead:
    """What a section of roles gave."""

    roles: list[Role] = field(default_factory=list)
    gaps: list[Quote] = field(default_factory=list)
    unread: list[Quote] = field(default_factory=list)


def role_kinds(terms: Terms) -> Kinds:
    """A role is named by a position and an organisation."""
    return Kinds(terms.position, terms.organisation)


def is_gap(line: Line, terms: Terms) -> bool:
    """Whether a line tells of a leave or a break and not of a job."""
    period = anchor_period(line.text)
    text = line.text if period is None else line.text[: period.at] + line.text[period.to :]
    text = text.strip(" ,;:|–-\t()")
    return len(text) < 140 and terms.starts_gap(text) and not (line.bullet and period is None)


def read_roles(document: Document, lines: Sequence[Line], terms: Terms) -> RolesRead:
    """Roles in the section's order, with the gaps stated between them."""
    read = RolesRead()
    read.gaps = [quote(document, line.start, line.end) for line in lines if is_gap(line, terms)]
    kept = [line for line in lines if not is_gap(line, terms)]
    kinds = role_kinds(terms)
    entries = split_entries(kept, kinds)
    order = usual_order(entries, kinds, terms)
    employer: Part | None = None
    height = 0
    names = [name_entry(entry, kinds, terms, first_wins=order) for entry in entries]
    for entry, named, following in zip(entries, names, [*names, None][1:], strict=True):
        if not entry.header:
            read.unread += [quote(document, line.start, line.end) for line in entry.lines]
            continue
        if _opens_group(entry, named, following, terms):
            employer, height = _whole_name(document, named), len(entry.header) + 1
            continue
        if named.organisation:
            employer, height = _carried(named), len(entry.header)
        elif len(entry.header) >= height:
            employer = None
        role = _role(document, entry, named, employer if named.organisation is None else named.organisation, terms)
        if role.position and role.organisation is None and terms.starts_gap(role.position.value):
            read.gaps.append(role.quote)
        elif role.position or role.organisation:
            read.roles.append(role)
        else:
            read.unread.append(role.quote)
    return read


def _opens_group(entry: Entry, named: Named, following: Named | None, terms: Terms) -> bool:
    """Whether an entry only names the employer of the positions that follow: nothing stands under it, and the next
    entry, begun no earlier, has a position and no employer."""
    if following is None or named.organisation is None or (named.position and terms.position(named.position.text)):
        return False
    if any(line.bullet for line in entry.body[named.used :]) or len(entry.body) > named.used + 1:
        return False
    whole, part = named.header.period, following.header.period
    enclosed = not (whole and part and whole.first and part.first and part.first.year < whole.first.year)
    return enclosed and following.organisation is None and following.position is not None


def _carried(named: Named) -> Part | None:
    """The employer that also holds for positions named below without one: it stands on a line above the position."""
    employer, position = named.organisation, named.position
    return employer if employer and position and employer.row < position.row else None


def _whole_name(document: Document, named: Named) -> Part | None:
    """An employer with the department that was taken for a position."""
    employer, rest = named.organisation, named.position
    if employer is None or rest is None or rest.row != employer.row or rest.start < employer.end:
        return employer
    return Part(employer.start, rest.end, document.content.text[employer.start : rest.end], employer.row)


def _role(document: Document, entry: Entry, named: Named, organisation: Part | None, terms: Terms) -> Role:
    header = [*entry.header, *entry.body[: named.used]]
    period = named.header.period
    return Role(
        quote=spanning(document, header),
        organisation=stated(document, organisation),
        position=stated(document, named.position),
        start=period.first if period else None,
        end=period.last if period else None,
        ongoing=period.ongoing if period else False,
        share=named.header.share,
        highlights=(*_beside(document, named), *highlights(document, entry.body[named.used :], terms)),
    )


def spanning(document: Document, lines: Sequence[Line]) -> Quote:
    """From the first of these lines to the last, as one quote."""
    return quote(document, min(line.start for line in lines), max(line.end for line in lines))


def _beside(document: Document, named: Named) -> list[Quote]:
    """What stands behind both names in a table's row: the duties."""
    if named.position is None or named.organisation is None:
        return []
    last = max(named.position.end, named.organisation.end)
    return [
        quote(document, part.start, part.end)
        for part in named.header.parts
        if part.start > last
        and (len(words_of(part.text)) > 3 or len(named.header.parts) > 2)
        and "\t" in document.content.text[last : part.start]
    ]


def stated(document: Document, part: Part | None) -> Stated[str] | None:
    """The words of a part with their quote."""
    if part is None:
        return None
    words = quote(document, part.start, part.end)
    return Stated(words.words, words)


def highlights(document: Document, lines: Sequence[Line], terms: Terms) -> list[Quote]:
    """Each line under an entry as one highlight; prose is cut at its sentences, labels and places are left out."""
    found: list[Quote] = []
    for line in lines:
        text = line.text.strip(" \t:;")
        if (
            terms.is_place(text)
            or text.lower() in terms.columns
            or (line.text.rstrip().endswith(":") and len(text) < 40)
        ):
            continue
        found += sentences(document, line)
    return found


def sentences(document: Document, line: Line) -> list[Quote]:
    """A line as one quote, or one quote a sentence when it is a paragraph of several."""
    if line.bullet or len(words_of(line.text)) < 12:
        return [quote(document, line.start, line.end)]
    found, position = [], 0
    for stop in [*(match.start() for match in _SENTENCE.finditer(line.text)), len(line.text)]:
        piece = line.text[position:stop]
        lead = len(piece) - len(piece.lstrip())
        if stop < len(line.text) and (len(words_of(piece)) < 4 or ABBREVIATED.search(piece)):
            continue
        if piece.strip():
            found.append(quote(document, line.start + position + lead, line.start + stop))
        position = stop
    return found
