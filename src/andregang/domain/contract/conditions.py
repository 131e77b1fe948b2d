"""What applies given how one is employed (substance 5.4, 5.5): each condition with the words it rests on."""

from dataclasses import dataclass

from andregang.domain.contract.deadlines import term_length
from andregang.domain.contract.model import ContractKind, ContractReading, Length
from andregang.domain.source import Quote

CONDITIONS = ("temporary", "over_a_year", "three_years", "short", "staffing", "part_time", "probation")
"""The conditions, in the order they are told."""

_FULL = 100
_FULL_WEEK = 35
_YEAR_DAYS = 12 * 30 + 6
_MONTH_DAYS = 28


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that holds, with the words it rests on (None when it follows from the whole)."""

    name: str
    quote: Quote | None


def conditions_of(reading: ContractReading) -> tuple[Condition, ...]:
    """The conditions that hold for this contract. One that cannot be seen from it is not told."""
    terms = reading.terms
    found: dict[str, Quote | None] = {}
    if reading.temporary:
        found["temporary"] = next((one.quote for one in reading.found if one.item == "KT05"), None)
        term = _term(reading)
        if term is None or term.rough_days > _YEAR_DAYS:
            found["three_years"] = None
        if term and term.rough_days > _YEAR_DAYS:
            found["over_a_year"] = terms.end.quote if terms.end else terms.term.quote if terms.term else None
        if term and not term.months and term.days < _MONTH_DAYS:
            found["short"] = terms.end.quote if terms.end else terms.term.quote if terms.term else None
    if reading.kind is ContractKind.STAFFING:
        found["staffing"] = None
    if terms.percentage and terms.percentage.value < _FULL:
        found["part_time"] = terms.percentage.quote
    elif not terms.percentage and terms.weekly_hours and terms.weekly_hours.value < _FULL_WEEK:
        found["part_time"] = terms.weekly_hours.quote
    if terms.probation:
        found["probation"] = terms.probation.quote
    return tuple(Condition(name, found[name]) for name in CONDITIONS if name in found)


def _term(reading: ContractReading) -> Length | None:
    terms = reading.terms
    if terms.start and terms.end and terms.start.value < terms.end.value:
        return term_length(terms.start.value, terms.end.value)
    return terms.term.value if terms.term else None
