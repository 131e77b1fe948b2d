"""Degrees, studies and certificates of apprenticeship."""

import re
from collections.abc import Sequence

from andregang.domain.cv.entries import Kinds, split_entries
from andregang.domain.cv.lines import Line
from andregang.domain.cv.model import Education
from andregang.domain.cv.naming import name_entry, usual_order
from andregang.domain.cv.parts import Part
from andregang.domain.cv.roles import highlights, spanning, stated
from andregang.domain.cv.terms import Terms
from andregang.domain.source import Document, Quote, quote

_FIELD = re.compile(
    r"(?:\s(?:i|in|of|innen|innan|within|med hovedvekt på|med fordypning i)\s+|:\s+|\s[–-]\s)(?P<area>[^\n]+)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"^(?:vg[123]|vk[12]|gk|m\.?sc\.?|b\.?sc\.?|mba|ba|ma|b\.?eng\.?|m\.?eng\.?|ph\.?d\.?|master|bachelor|årsstudium"
    r"|fagbrev|svennebrev|sveinebrev|årsenhet|videreutdanning|vidareutdanning|studieforberedende|general studies)"
    r"[,:.]?\s+(?P<area>\S.*)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:\([^()]*\)|,\s*\d+\s*(?:studiepoeng|stp|sp|ects|credits)\b.*)\s*$", re.IGNORECASE)


def education_kinds(terms: Terms) -> Kinds:
    """A study is named by a degree and a place of learning. A 'fagskole' is a school unless a degree is named."""

    def institution(text: str) -> float:
        return 1.5 * terms.institution(text) + 0.5 * terms.organisation(text)

    return Kinds(terms.degree, institution, attach_first=True)


def read_education(document: Document, lines: Sequence[Line], terms: Terms) -> tuple[list[Education], list[Quote]]:
    """Education in the section's order, and the lines that fitted none."""
    kinds = education_kinds(terms)
    entries = split_entries(lines, kinds)
    order = usual_order(entries, kinds, terms)
    found: list[Education] = []
    unread: list[Quote] = []
    for entry in entries:
        if not entry.header:
            unread += [quote(document, line.start, line.end) for line in entry.lines]
            continue
        named = name_entry(entry, kinds, terms, first_wins=order)
        header = [*entry.header, *entry.body[: named.used]]
        period = named.header.period
        degree = named.position
        found.append(
            Education(
                quote=spanning(document, header),
                institution=stated(document, named.organisation),
                study_type=stated(document, degree),
                area=stated(document, area_of(degree)) if degree else None,
                start=period.first if period else None,
                end=period.last if period else None,
                highlights=tuple(highlights(document, entry.body[named.used :], terms)),
            )
        )
    return found, unread


def area_of(degree: Part) -> Part:
    """The part of a degree's wording that names its field; the whole wording when no part does."""
    text = _TAIL.sub("", degree.text) or degree.text
    found = _FIELD.search(text) or _LEVEL.match(text)
    if not found:
        return Part(degree.start, degree.start + len(text), text)
    at = found.start("area")
    return Part(degree.start + at, degree.start + len(text), text[at:])
