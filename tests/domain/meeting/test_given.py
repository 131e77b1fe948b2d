"""Time and place as a person gives them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.meeting.given import TIME_FIELDS, read_given

OSLO = ZoneInfo("Europe/Oslo")


def faults(**fields: str) -> list[tuple[str, str]]:
    return [(fault.field, fault.rule) for fault in read_given(fields, OSLO).faults]


def test_a_time_without_a_zone_is_told_by_the_clock_here():
    said = read_given({"start": "2026-07-01T10:00", "end": "2026-07-01T11:30"}, OSLO)
    assert said.start == dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC)
    assert said.end and said.start and said.end - said.start == dt.timedelta(minutes=90)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"start": "i morgen"}, [("start", "no_time")]),
        ({"start": "2026-02-30T10:00"}, [("start", "no_time")]),
        ({"start": "0001-01-01T00:00"}, [("start", "no_time")]),
        ({"start": "9999-12-31T23:59"}, [("start", "no_time")]),
        ({"start": "2026-12-01T10:00", "end": "2026-12-01T10:00"}, [("end", "ends_before")]),
        ({"start": "2026-12-01T10:00", "end": "2026-12-03T10:00"}, [("end", "ends_before")]),
        ({"place": "x" * 301}, [("place", "too_long")]),
        ({"video_link": "https://mote.example/a?b=c"}, []),
        ({"video_link": "javascript:alert(1)"}, [("video_link", "no_link")]),
        ({"video_link": "https://a.example/ b"}, [("video_link", "no_link")]),
        ({"video_link": "mote.example"}, [("video_link", "no_link")]),
    ],
)
def test_what_cannot_be_used_is_named(fields: dict[str, str], expected: list[tuple[str, str]]):
    assert faults(**fields) == expected


@given(st.dictionaries(st.sampled_from(TIME_FIELDS), st.text(max_size=40)))
def test_anything_typed_is_read_or_refused_but_never_a_crash(fields: dict[str, str]):
    said = read_given(fields, OSLO)
    assert said.start is None or said.start.tzinfo
    assert {fault.field for fault in said.faults} <= set(TIME_FIELDS)
