"""Figures drawn from accounts, each with what one must know before believing it (substance API4, API6)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.company.model import Accounts, Scope

WEAK_EQUITY, GOOD_EQUITY = 0.10, 0.20
_YEAR_DAYS = (350, 380)
_OLD_DAYS = 550
"""An account filed on time is at most one and a half years old."""


class Measure(StrEnum):
    """What is drawn from the accounts."""

    OPERATING_MARGIN = "operating_margin"
    EQUITY_RATIO = "equity_ratio"
    GROWTH = "growth"
    REVENUE_PER_EMPLOYEE = "revenue_per_employee"


class Level(StrEnum):
    """How an equity ratio is usually spoken of: a rule of thumb, another one in each trade."""

    NEGATIVE = "negative"
    WEAK = "weak"
    MIDDLING = "middling"
    GOOD = "good"


class Caution(StrEnum):
    """What to know about the accounts before the figures are believed."""

    GROUP = "group"
    SCOPE_UNKNOWN = "scope_unknown"
    CURRENCY = "currency"
    CURRENCY_UNKNOWN = "currency_unknown"
    OLD = "old"
    ODD_PERIOD = "odd_period"
    LIQUIDATION = "liquidation"
    UNAUDITED = "unaudited"
    NO_REVENUE = "no_revenue"


class Absent(StrEnum):
    """Why a figure cannot be drawn."""

    NO_REVENUE = "no_revenue"
    NO_RESULT = "no_result"
    NO_BALANCE = "no_balance"
    NO_YEAR_BEFORE = "no_year_before"
    NOT_COMPARABLE = "not_comparable"
    EMPLOYEES_UNKNOWN = "employees_unknown"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Derived:
    """A figure: a share (0.12 is twelve per cent), or whole units of the currency for each employee.

    `value` is None when it cannot be drawn, and `absent` says why. The equity ratio has a `level`.
    """

    measure: Measure
    value: float | None
    absent: Absent | None = None
    level: Level | None = None


def derive(accounts: Accounts, before: Accounts | None = None, employees: int | None = None) -> tuple[Derived, ...]:
    """The figures of a year. `before` is the year before, `employees` the number registered now."""
    return _margin(accounts), _equity(accounts), _growth(accounts, before), _for_each(accounts, employees)


def _margin(one: Accounts) -> Derived:
    if not one.revenue or one.revenue < 0:
        return Derived(Measure.OPERATING_MARGIN, None, Absent.NO_REVENUE)
    if one.operating_result is None:
        return Derived(Measure.OPERATING_MARGIN, None, Absent.NO_RESULT)
    return Derived(Measure.OPERATING_MARGIN, one.operating_result / one.revenue)


def _equity(one: Accounts) -> Derived:
    if one.equity is None or not one.assets or one.assets < 0:
        return Derived(Measure.EQUITY_RATIO, None, Absent.NO_BALANCE)
    ratio = one.equity / one.assets
    if ratio < 0:
        level = Level.NEGATIVE
    elif ratio < WEAK_EQUITY:
        level = Level.WEAK
    else:
        level = Level.MIDDLING if ratio <= GOOD_EQUITY else Level.GOOD
    return Derived(Measure.EQUITY_RATIO, ratio, level=level)


def _growth(one: Accounts, before: Accounts | None) -> Derived:
    if before is None:
        return Derived(Measure.GROWTH, None, Absent.NO_YEAR_BEFORE)
    if not comparable(one, before):
        return Derived(Measure.GROWTH, None, Absent.NOT_COMPARABLE)
    if one.revenue is None or not before.revenue or before.revenue < 0:
        return Derived(Measure.GROWTH, None, Absent.NO_REVENUE)
    return Derived(Measure.GROWTH, one.revenue / before.revenue - 1)


def _for_each(one: Accounts, employees: int | None) -> Derived:
    if one.scope is Scope.GROUP:
        return Derived(Measure.REVENUE_PER_EMPLOYEE, None, Absent.GROUP)
    if not employees:
        return Derived(Measure.REVENUE_PER_EMPLOYEE, None, Absent.EMPLOYEES_UNKNOWN)
    if one.revenue is None or not _whole_year(one):
        absent = Absent.NO_REVENUE if one.revenue is None else Absent.NOT_COMPARABLE
        return Derived(Measure.REVENUE_PER_EMPLOYEE, None, absent)
    return Derived(Measure.REVENUE_PER_EMPLOYEE, one.revenue / employees)


def comparable(one: Accounts, before: Accounts) -> bool:
    """Whether two accounts are of the same kind and currency, each of a whole year, one right after the other."""
    if one.year is None or before.year is None or one.year - before.year != 1:
        return False
    same = (one.scope, one.currency) == (before.scope, before.currency)
    return same and _whole_year(one) and _whole_year(before)


def _whole_year(one: Accounts) -> bool:
    if one.begins is None or one.ends is None:
        return True
    return _YEAR_DAYS[0] <= (one.ends - one.begins).days <= _YEAR_DAYS[1]


def cautions_of(accounts: Accounts, today: dt.date) -> tuple[Caution, ...]:
    """What to know about these accounts."""
    said = {
        Caution.GROUP: accounts.scope is Scope.GROUP,
        Caution.SCOPE_UNKNOWN: accounts.scope is Scope.UNKNOWN,
        Caution.CURRENCY: accounts.currency not in ("", "NOK"),
        Caution.CURRENCY_UNKNOWN: accounts.currency == "",
        Caution.OLD: accounts.ends is not None and (today - accounts.ends).days > _OLD_DAYS,
        Caution.ODD_PERIOD: not _whole_year(accounts),
        Caution.LIQUIDATION: accounts.liquidation,
        Caution.UNAUDITED: accounts.unaudited,
        Caution.NO_REVENUE: accounts.revenue is None,
    }
    return tuple(caution for caution, so in said.items() if so)


def year_before(accounts: Accounts, others: Sequence[Accounts]) -> Accounts | None:
    """Among others the ones of the year before: those that can be compared, else any of that year."""
    if accounts.year is None:
        return None
    earlier = [one for one in others if one.year == accounts.year - 1]
    return next((one for one in earlier if comparable(accounts, one)), earlier[0] if earlier else None)
