"""The sections of a CV as its writer meant them, whatever order columns, tables and pages left them in."""

from collections.abc import Sequence
from itertools import groupby

from andregang.domain.cv.headings import Section, inline_heading, split_sections
from andregang.domain.cv.languages import names_language
from andregang.domain.cv.lines import Line, join_wrapped, mend_dates, split_lines, wrapping_of
from andregang.domain.cv.parts import anchor_period
from andregang.domain.cv.people import is_title
from andregang.domain.cv.terms import Terms
from andregang.domain.source import Stated
from andregang.domain.text import DocumentText

_TYPED_BREAKS = frozenset({"docx", "html"})
_LISTS = frozenset({"contact", "languages", "certificates", "skills", "references", "other"})
_HEAD_CELLS = frozenset(
    {"periode", "stilling", "arbeidsgiver", "arbeidsgjevar", "period", "employer", "tidsrom", "lærested"}
)
_PROSE = frozenset({"", "profile", "other"})


def named_lines(content: DocumentText, terms: Terms) -> list[Line]:
    """The lines of a CV without its title ('CV') and without the head rows of its tables."""
    return _without_columns([line for line in mend_dates(split_lines(content)) if not is_title(line.text)], terms)


def arrange_sections(
    content: DocumentText, lines: Sequence[Line], name: Stated[str] | None, terms: Terms
) -> list[Section]:
    """The sections with their wrapped rows joined, and what stands in the wrong one taken out."""
    sections = split_sections(_without_repeats(lines, name), terms)
    wrapping = wrapping_of(lines, typed=content.format in _TYPED_BREAKS)
    for section in sections:
        section.lines = join_wrapped(section.lines, content.text, wrapping, prose=section.key in _PROSE)
    return _with_inline(_with_headline(_parted_by_name(sections, name), terms), terms)


def _without_repeats(lines: Sequence[Line], name: Stated[str] | None) -> list[Line]:
    """The lines without what is repeated at the head or foot of each page: the name, or a line with a page number."""
    if name is None:
        return list(lines)
    return [
        line
        for line in lines
        if line.start <= name.quote.start < line.end or line.text.strip().casefold() != name.value.casefold()
    ]


def _without_columns(lines: Sequence[Line], terms: Terms) -> list[Line]:
    """The lines without a table's head row ('Periode  Arbeidsgiver  Stilling'), on one line or a cell a line."""
    cells = [[cell.strip(" :").lower() for cell in line.text.split("\t")] for line in lines]
    heads = [all(cell in terms.columns for cell in row) for row in cells]
    kept: list[Line] = []
    for is_head, run in groupby(range(len(lines)), key=lambda index: heads[index]):
        indices = list(run)
        for index in indices:
            alone = len(cells[index]) == 1 and len(indices) < 3 and cells[index][0] not in _HEAD_CELLS
            if not is_head or alone:
                kept.append(lines[index])
    return kept


def _parted_by_name(sections: list[Section], name: Stated[str] | None) -> list[Section]:
    """When a side column is read first, the name stands below its last heading: from there on it is the CV's head."""
    if name is None:
        return sections
    parted: list[Section] = []
    for section in sections:
        at = next((i for i, line in enumerate(section.lines) if line.start <= name.quote.start < line.end), -1)
        if at >= 0 and section.key not in {"", "contact"}:
            parted += [Section(section.key, section.heading, section.lines[:at]), Section("", None, section.lines[at:])]
        else:
            parted.append(section)
    return parted


def _with_headline(sections: Sequence[Section], terms: Terms) -> list[Section]:
    """A title alone after an empty row, between a side column's last list and the profile, is the CV's headline."""
    found: list[Section] = []
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        last = section.lines[-1] if section.lines else None
        ends = following is not None and following.key in {"profile", "work"} and section.key in _LISTS
        if last and ends and last.gap and not last.bullet and len(section.lines) > 1 and terms.position(last.text):
            found += [Section(section.key, section.heading, section.lines[:-1]), Section("", None, [last])]
        else:
            found.append(section)
    return found


def _with_inline(sections: Sequence[Section], terms: Terms) -> list[Section]:
    """Sections with the lines that open and fill a section of their own taken out of the others.

    Under a job such a line ('Verktøy: SQL') tells of that job and stays.
    """
    found: list[Section] = []
    for section in sections:
        current = Section(section.key, section.heading)
        found.append(current)
        dated = section.key in {"work", "volunteer", "education"}
        last_dated = max((i for i, line in enumerate(section.lines) if anchor_period(line.text)), default=-1)
        above_own = False
        for index, line in enumerate(section.lines):
            key, at = inline_heading(line, terms)
            own = bool(key) and key != section.key and not line.bullet
            if key == "languages":
                own = own and names_language(line.text[at - line.start :], terms)
            if dated:
                own = own and index > last_dated and (line.gap or above_own)
            elif section.key == "skills":
                own = own and key in {"languages", "certificates", "references"}
            above_own = own
            if own:
                rest = Line(at, line.end, line.text[at - line.start :], gap=True, piece=line.piece)
                current = Section(section.key)
                found += [Section(key, line, [rest]), current]
            else:
                current.lines.append(line)
    return [section for section in found if section.lines]
