"""What is reckoned from accounts, and when nothing is (substance API4, API6)."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.company import (
    Absent,
    Accounts,
    Caution,
    Level,
    Measure,
    Scope,
    accounts_in,
    cautions_of,
    derive,
    write_accounts,
)
from andregang.domain.company.figures import comparable, year_before

TODAY = dt.date(2026, 11, 23)


def year(number: int = 2025, **changed) -> Accounts:
    whole = Accounts(
        Scope.COMPANY,
        dt.date(number, 1, 1),
        dt.date(number, 12, 31),
        "NOK",
        revenue=200,
        operating_result=10,
        result=6,
        assets=100,
        equity=15,
        debt=85,
    )
    return replace(whole, **changed)


def one(measure: Measure, accounts: Accounts, before: Accounts | None = None, employees: int | None = None):
    return next(found for found in derive(accounts, before, employees) if found.measure is measure)


def test_the_margin_is_the_result_of_the_income():
    assert one(Measure.OPERATING_MARGIN, year()).value == pytest.approx(0.05)
    assert one(Measure.OPERATING_MARGIN, year(operating_result=-10)).value == pytest.approx(-0.05)


@pytest.mark.parametrize("revenue", [None, 0, -5])
def test_without_income_there_is_no_margin(revenue):
    found = one(Measure.OPERATING_MARGIN, year(revenue=revenue))
    assert (found.value, found.absent) == (None, Absent.NO_REVENUE)


def test_a_result_that_is_missing_is_not_zero():
    assert one(Measure.OPERATING_MARGIN, year(operating_result=None)).absent is Absent.NO_RESULT


@pytest.mark.parametrize(
    ("equity", "level"),
    [
        (-1, Level.NEGATIVE),
        (0, Level.WEAK),
        (9, Level.WEAK),
        (10, Level.MIDDLING),
        (20, Level.MIDDLING),
        (21, Level.GOOD),
        (100, Level.GOOD),
    ],
)
def test_the_equity_ratio_is_spoken_of_as_usual(equity, level):
    found = one(Measure.EQUITY_RATIO, year(equity=equity))
    assert (found.value, found.level) == (equity / 100, level)


@pytest.mark.parametrize("missing", [{"equity": None}, {"assets": None}, {"assets": 0}])
def test_without_a_balance_there_is_no_equity_ratio(missing):
    assert one(Measure.EQUITY_RATIO, year(**missing)).absent is Absent.NO_BALANCE


def test_growth_is_against_the_year_before():
    assert one(Measure.GROWTH, year(), year(2024, revenue=160)).value == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("before", "absent"),
    [
        (None, Absent.NO_YEAR_BEFORE),
        (year(2023), Absent.NOT_COMPARABLE),
        (year(2024, scope=Scope.GROUP), Absent.NOT_COMPARABLE),
        (year(2024, currency="EUR"), Absent.NOT_COMPARABLE),
        (year(2024, begins=dt.date(2024, 7, 1)), Absent.NOT_COMPARABLE),
        (year(2024, revenue=None), Absent.NO_REVENUE),
        (year(2024, revenue=0), Absent.NO_REVENUE),
    ],
)
def test_growth_is_not_reckoned_between_what_cannot_be_compared(before, absent):
    assert one(Measure.GROWTH, year(), before).absent is absent


def test_income_for_each_employee_is_never_of_a_group():
    assert one(Measure.REVENUE_PER_EMPLOYEE, year(), employees=4).value == 50
    assert one(Measure.REVENUE_PER_EMPLOYEE, year(scope=Scope.GROUP), employees=4).absent is Absent.GROUP


@pytest.mark.parametrize("employees", [None, 0])
def test_nothing_is_shared_among_a_number_that_is_not_known(employees):
    assert one(Measure.REVENUE_PER_EMPLOYEE, year(), employees=employees).absent is Absent.EMPLOYEES_UNKNOWN


@pytest.mark.parametrize(
    ("changed", "caution"),
    [
        ({"scope": Scope.GROUP}, Caution.GROUP),
        ({"scope": Scope.UNKNOWN}, Caution.SCOPE_UNKNOWN),
        ({"currency": "EUR"}, Caution.CURRENCY),
        ({"currency": ""}, Caution.CURRENCY_UNKNOWN),
        ({"begins": dt.date(2025, 6, 1)}, Caution.ODD_PERIOD),
        ({"liquidation": True}, Caution.LIQUIDATION),
        ({"unaudited": True}, Caution.UNAUDITED),
        ({"revenue": None}, Caution.NO_REVENUE),
    ],
)
def test_each_trap_is_said(changed, caution):
    assert cautions_of(year(**changed), TODAY) == (caution,)
    assert cautions_of(year(), TODAY) == ()


def test_accounts_of_long_ago_are_said_to_be_old():
    assert cautions_of(year(2024), TODAY) == (Caution.OLD,)


def test_the_year_before_is_one_that_can_be_compared_when_there_is_one():
    group, own = year(2024, scope=Scope.GROUP), year(2024)
    assert year_before(year(), [group, own, year(2023)]) == own
    assert year_before(year(), [group]) == group
    assert year_before(year(), [year(2023)]) is None
    assert comparable(year(), own) and not comparable(own, year())


figures = st.none() | st.integers(-(10**12), 10**12)


@given(st.builds(Accounts, scope=st.sampled_from(Scope), ends=st.none() | st.dates(), revenue=figures,
                 operating_result=figures, assets=figures, equity=figures, debt=figures),
       st.none() | st.integers(0, 10**6))  # fmt: skip
def test_any_accounts_give_a_figure_or_say_why_not(accounts, employees):
    for found in derive(accounts, None, employees):
        assert (found.value is None) == (found.absent is not None)
    cautions_of(accounts, TODAY)


@given(st.builds(Accounts, scope=st.sampled_from(Scope), begins=st.none() | st.dates(), ends=st.none() | st.dates(),
                 currency=st.sampled_from(["", "NOK", "EUR"]), revenue=figures, equity=figures,
                 liquidation=st.booleans()))  # fmt: skip
def test_accounts_survive_being_written_down(accounts):
    assert accounts_in(write_accounts(accounts)) == accounts


@pytest.mark.parametrize("text", ["", "x", "[]", "7", "{", '{"scope": 3}', '{"ends": "i går"}', '{"ends": 5}'])
def test_a_text_that_holds_no_accounts_gives_none(text):
    assert accounts_in(text) is None
