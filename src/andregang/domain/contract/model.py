"""What is read out of an employment contract (substance 5.4, 5.5)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.source import Quote, Stated

ITEMS = tuple(f"KT{number:02}" for number in range(1, 18))
"""The ids of what a contract must say, KT01 to KT17 of substance 5.4."""


class ContractKind(StrEnum):
    """How one is employed. `STAFFING` is employed by an agency and hired out, for good or for a time."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    STAFFING = "staffing"


class Caution(StrEnum):
    """A term one should ask about before signing. Never a verdict."""

    PROBATION_OVER_6_MONTHS = "probation_over_6_months"
    PROBATION_OVER_HALF = "probation_over_half_of_temporary_term"
    TEMPORARY_WITHOUT_GROUND = "temporary_without_ground"
    SHORT_NOTICE = "notice_shorter_than_one_month"
    NON_COMPETE_OVER_12_MONTHS = "non_compete_over_12_months"
    NON_COMPETE_WITHOUT_PAY = "non_compete_without_pay"
    NO_POSITION_PERCENTAGE = "no_position_percentage"
    HOURS_NOT_CALCULABLE = "working_hours_not_calculable"
    REPAYMENT_UNCAPPED = "repayment_of_training_uncapped"
    OVERTIME_INCLUDED = "overtime_included_for_non_leader"


class Presence(StrEnum):
    """How an item stands in the contract."""

    STATED = "stated"
    VAGUE = "vague"
    BY_REFERENCE = "by_reference"


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item the contract speaks of, with the words that settle it."""

    item: str
    quote: Quote
    presence: Presence = Presence.STATED


@dataclass(frozen=True, slots=True)
class FoundCaution:
    """A term to ask about. Where something is lacking the quote is the clause where it would have stood, or None."""

    caution: Caution
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as contracts give it: whole months, or days."""

    months: int = 0
    days: int = 0

    @property
    def rough_days(self) -> int:
        """For comparing lengths given in different units; a month counts as 30 days."""
        return self.months * 30 + self.days


class PayPer(StrEnum):
    """What the pay is for."""

    YEAR = "year"
    MONTH = "month"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay in kroner before tax."""

    kroner: float
    per: PayPer | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """Dates and numbers the contract states; None for what was not found."""

    start: Stated[dt.date] | None = None
    end: Stated[dt.date] | None = None
    term: Stated[Length] | None = None
    probation: Stated[Length] | None = None
    notice: Stated[Length] | None = None
    notice_in_probation: Stated[Length] | None = None
    percentage: Stated[float] | None = None
    weekly_hours: Stated[float] | None = None
    pay: Stated[Pay] | None = None


@dataclass(frozen=True, slots=True)
class ContractReading:
    """One contract as read. `found` and `missing` together are `applicable`, each in the order of the items."""

    kind: ContractKind
    temporary: bool
    applicable: tuple[str, ...]
    found: tuple[FoundItem, ...]
    missing: tuple[str, ...]
    cautions: tuple[FoundCaution, ...]
    terms: Terms

    @property
    def vague(self) -> tuple[str, ...]:
        """Items that are named without content one can rely on."""
        return tuple(found.item for found in self.found if found.presence is Presence.VAGUE)

    @property
    def by_reference(self) -> tuple[str, ...]:
        """Items that stand only in a collective agreement, a handbook or a law the contract points to."""
        return tuple(found.item for found in self.found if found.presence is Presence.BY_REFERENCE)
