"""Dates that follow from a notice and a term."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.contract import Length, half_of, last_day, notice_runs_from, term_length
from andregang.domain.contract.deadlines import add


@pytest.mark.parametrize(
    ("given_on", "notice", "last"),
    [
        (dt.date(2026, 3, 15), Length(months=1), dt.date(2026, 4, 30)),
        (dt.date(2026, 3, 1), Length(months=1), dt.date(2026, 4, 30)),
        (dt.date(2026, 3, 31), Length(months=3), dt.date(2026, 6, 30)),
        (dt.date(2026, 12, 31), Length(months=2), dt.date(2027, 2, 28)),
        (dt.date(2026, 3, 15), Length(days=14), dt.date(2026, 3, 29)),
    ],
)
def test_months_count_from_the_first_of_the_next_month_and_days_from_the_day(given_on, notice, last):
    assert last_day(given_on, notice) == last


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 12))
def test_a_notice_in_months_ends_with_a_month(given_on, months):
    last = last_day(given_on, Length(months=months))
    assert (last + dt.timedelta(days=1)).day == 1
    assert notice_runs_from(given_on) > given_on


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [
        (dt.date(2026, 1, 1), dt.date(2026, 8, 31), Length(months=8)),
        (dt.date(2026, 8, 15), dt.date(2027, 8, 14), Length(months=12)),
        (dt.date(2026, 6, 15), dt.date(2026, 8, 20), Length(days=67)),
    ],
)
def test_a_term_is_counted_in_months_where_it_is_whole_months(start, end, length):
    assert term_length(start, end) == length


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 48))
def test_a_term_of_months_is_that_many_months_again(start, months):
    term = term_length(start, add(start, Length(months)) - dt.timedelta(days=1))
    assert term == Length(months) or start.day > 28


def test_half_of_eight_months_is_four():
    assert half_of(Length(months=8)) == Length(months=4)
    assert half_of(Length(months=7)) == Length(months=3, days=15)
