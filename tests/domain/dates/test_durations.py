"""Lengths of time in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.dates import find_durations


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90 minutter", 90),
        ("halvannen time", 90),
        ("ein og ein halv time", 90),
        ("to og en halv time", 150),
        ("ca. en time", 60),
        ("en times tid", 60),
        ("1,5 t", 90),
        ("1 time og 15 minutter", 75),
        ("1 time og et kvarter", 75),
        ("tre kvarter", 45),
        ("eit kvarter", 15),
        ("en halvtime", 30),
        ("30–45 minutter", 45),
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("a 20-minute talk", 20),
        ("inntil ti minutter", 10),
    ],
)
def test_a_length_is_read_in_minutes(text: str, minutes: int) -> None:
    assert [found.minutes for found in find_durations(text)] == [minutes]


@pytest.mark.parametrize("text", ["kl. 10 at the office", "37,5 timer i uka", "et tog", "på tide", "25 min og 3 max"])
def test_what_is_no_length_of_a_meeting_is_no_whole_hour(text: str) -> None:
    assert 60 not in [found.minutes for found in find_durations(text)]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for found in find_durations(text):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < found.minutes <= 24 * 60
