"""What applies given how one is employed, and when a probation ends."""

import datetime as dt

import pytest

from andregang.content import load_vocabulary
from andregang.domain.contract import Length, conditions_of, probation_ends, read_contract
from andregang.domain.text import DocumentText, fold

VOCABULARY = load_vocabulary()


def conditions(text: str) -> set[str]:
    reading = read_contract(DocumentText(text), VOCABULARY)
    for one in conditions_of(reading):
        if one.quote:
            assert fold(text[one.quote.start : one.quote.end]) == one.quote.words
    return {one.name for one in conditions_of(reading)}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Ansettelsen er fast, 100 %.", set()),
        ("Ansettelsen er fast, 60 %. Prøvetiden er seks måneder.", {"part_time", "probation"}),
        ("Stillinga er fast. Arbeidstida er 20 timar i veka.", {"part_time"}),
        (
            "Hun ansettes midlertidig som vikar fra 1. januar 2026 til 30. juni 2026, i full stilling.",
            {"temporary"},
        ),
        (
            "Hun ansettes midlertidig som vikar fra 1. januar 2026 til 30. juni 2027, i full stilling.",
            {"temporary", "over_a_year", "three_years"},
        ),
        (
            "Han ansettes midlertidig fra 1. mai 2026 til 14. mai 2026 som vikar, i 100 % stilling.",
            {"temporary", "short"},
        ),
        (
            "The Employee is employed by Temp AS, a staffing agency, permanently and full-time, and hired out to clients.",
            {"staffing"},
        ),
    ],
)
def test_what_applies_follows_from_how_one_is_employed(text, holds):
    assert conditions(text) == holds


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        (dt.date(2026, 3, 1), Length(6), dt.date(2026, 8, 31)),
        (dt.date(2026, 8, 31), Length(6), dt.date(2027, 2, 27)),
        (dt.date(2026, 3, 2), Length(days=14), dt.date(2026, 3, 15)),
    ],
)
def test_a_probation_ends_the_day_before_its_length_is_over(start, length, last):
    assert probation_ends(start, length) == last
