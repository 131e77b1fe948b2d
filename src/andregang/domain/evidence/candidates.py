"""The lines of a CV as candidates for evidence, with what is known about each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from andregang.domain.cv import Cv, CvSection, Role
from andregang.domain.dates import PartialDate
from andregang.domain.source import Quote


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line. `heads` is true for the line that names a job; `years_ago` is None when it never ended or is not
    dated. `said` and `above` are what likeness looks at: the line, and the name of its job or degree, without dates."""

    index: int
    quote: Quote
    section: CvSection
    role: Role | None
    heads: bool
    context: Quote | None
    years_ago: float | None

    @property
    def text(self) -> str:
        return self.quote.words

    @property
    def said(self) -> str:
        name = _name_of(self.role) if self.heads else ""
        return name if name and self.role and _holds_position(self.text, self.role) else self.text

    @property
    def above(self) -> str:
        if self.context is None:
            return ""
        return (not self.heads and _name_of(self.role)) or self.context.words


@dataclass(frozen=True, slots=True)
class Experience:
    """Whole months of work, overlaps counted once."""

    months: int

    @property
    def years(self) -> float:
        return self.months / 12


_ONLY_REFERENCE = re.compile(r"^\W*(?:referanse|reference)", re.IGNORECASE)


def candidates_of(cv: Cv, today: date) -> tuple[Candidate, ...]:
    """Every line that can be evidence, in the CV's order. Referees are none."""
    found: list[Candidate] = []
    for line in cv.lines:
        if line.section is CvSection.REFERENCES or not line.quote.words or _ONLY_REFERENCE.match(line.quote.words):
            continue
        role = line.role
        heads = role is not None and role.quote.start <= line.quote.start and line.quote.end <= role.quote.end
        context = role.quote if role is not None and not heads else _degree_of(line.quote, cv)
        found.append(Candidate(len(found), line.quote, line.section, role, heads, context, _years_ago(role, today)))
    return tuple(found)


def _name_of(role: Role | None) -> str:
    """Position and organisation; dates say nothing of what was done."""
    parts = (role.position, role.organisation) if role else ()
    return ", ".join(part.value for part in parts if part)


def _holds_position(text: str, role: Role) -> bool:
    return role.position is not None and role.position.value.casefold() in text.casefold()


def _degree_of(quote: Quote, cv: Cv) -> Quote | None:
    return next(
        (
            degree.quote
            for degree in cv.education
            if any(part.start <= quote.start and quote.end <= part.end for part in degree.highlights)
        ),
        None,
    )


def _years_ago(role: Role | None, today: date) -> float | None:
    if role is None or role.ongoing:
        return 0.0 if role else None
    end = role.end or role.start
    return None if end is None else max(0.0, (today.year * 12 + today.month - month_number(end, last=True)) / 12)


def month_number(point: PartialDate, *, last: bool = False) -> int:
    """Months since year 0; a date without month is its first, or last, month."""
    return point.year * 12 + (point.month or (12 if last else 1))


def experience_in(roles: Sequence[Role], today: date) -> Experience:
    """The time worked in these roles together: stretches are merged, so that parallel jobs count once."""
    now = today.year * 12 + today.month
    stretches: list[tuple[int, int]] = []
    for role in roles:
        if role.start is None:
            continue
        first = month_number(role.start)
        end = role.end
        if role.ongoing:
            last = now
        elif end is not None:
            # A year alone as both start and end is a season's work, not twelve months.
            last = first + 2 if end == role.start and not end.month else month_number(end, last=False)
            last = last if end.month or end == role.start else end.year * 12 + 6
        else:
            last = first
        if last >= first:
            stretches.append((first, min(last, now)))
    months, reach = 0, -1
    for first, last in sorted(stretches):
        begin = max(first, reach + 1)
        if last >= begin:
            months += last - begin + 1
            reach = last
    return Experience(months)
