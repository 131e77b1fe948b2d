"""Levels become speech and pauses; pieces come in order; a recording is kept as long as was said."""

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.errors import InvalidInput
from andregang.domain.recording import (
    KEEP_DAYS,
    LARGEST,
    Measures,
    Stretch,
    choices,
    keep_until,
    may_erase,
    measure,
    media_type,
    next_piece,
    pace_of,
)
from andregang.domain.recording.measures import FRAME

TODAY = dt.date(2026, 11, 23)


def levels(*parts: tuple[float, float]) -> list[float]:
    """(seconds, level) after one another."""
    return [level for seconds, level in parts for _ in range(round(seconds / FRAME))]


def test_quiet_between_speech_is_a_pause():
    found = measure(levels((0.8, -70), (2.0, -20), (1.2, -70), (1.5, -22), (0.5, -70)))
    assert found.start_delay == pytest.approx(0.8, abs=0.05)
    assert [(pause.start, pause.end) for pause in found.pauses] == [pytest.approx((2.8, 4.0), abs=0.05)]
    assert found.speech == pytest.approx(3.5, abs=0.1)
    assert found.duration == pytest.approx(6.0)
    assert found.spoken == pytest.approx(4.7, abs=0.1)


def test_the_stop_before_a_consonant_is_no_pause():
    assert measure(levels((0.5, -70), (1, -20), (0.18, -70), (1, -20), (0.5, -70))).pauses == ()


def test_in_noise_a_pause_must_be_longer():
    clean = levels((0.5, -70), (1, -20), (0.32, -70), (1, -20), (0.5, -70))
    noisy = levels((0.5, -38), (1, -20), (0.32, -38), (1, -20), (0.5, -38))
    assert len(measure(clean).pauses) == 1
    assert measure(noisy).pauses == ()


def test_a_click_in_a_pause_does_not_break_it():
    found = measure(levels((0.5, -70), (1, -20), (0.8, -70), (0.03, -25), (0.8, -70), (1, -20), (0.5, -70)))
    assert len(found.pauses) == 1
    assert found.pauses[0].length == pytest.approx(1.63, abs=0.1)


@pytest.mark.parametrize("level", [-100, -60, -20, 0])
def test_one_level_all_along_is_no_speech(level):
    found = measure(levels((3, level)))
    assert (found.speech, found.pauses, found.syllables) == (0, (), 0)
    assert found.start_delay == found.duration == pytest.approx(3)


@given(st.lists(st.floats(), max_size=400), st.none() | st.floats(0, 1000))
def test_any_numbers_are_measured(numbers, duration):
    found = measure(numbers, duration=duration)
    assert 0 <= found.speech <= found.duration + 1e-6
    assert 0 <= found.start_delay <= found.duration + 1e-6
    ends = [edge for pause in found.pauses for edge in (pause.start, pause.end)]
    assert ends == sorted(ends)
    assert all(math.isfinite(edge) for edge in ends)
    assert Measures.of(found.values()) is not None


def test_measures_are_read_as_they_were_stored():
    made = Measures(12.34, 0.5, 9.0, (Stretch(2.0, 3.5),), 31, "browser")
    assert Measures.of(made.values()) == made


@pytest.mark.parametrize("values", [{}, {"duration": 3}, {"pauses": 1}, {"pauses": [[1]], "duration": "x"}])
def test_what_was_not_measured_is_none(values):
    assert Measures.of(values) is None


def test_pace_counts_pauses_but_not_the_wait_before_the_first_word():
    found = Measures(70.0, 9.0, 50.0, (Stretch(20, 30),), 150)
    pace = pace_of(found, 126)
    assert pace.words_per_minute == pytest.approx(126)
    assert pace.syllables_per_second == pytest.approx(3)
    assert pace_of(found).words_per_minute is None


def test_a_word_or_two_has_no_pace():
    assert pace_of(Measures(5, 1, 1.5, (), 4), 3) is None


def test_pieces_come_one_after_another():
    assert next_piece(0, 0, 0, 10)
    assert next_piece(3, 3, 30, 10)
    assert not next_piece(2, 3, 30, 10)


@pytest.mark.parametrize(
    ("number", "kept", "size", "coming", "rule"),
    [(4, 3, 30, 10, "out_of_order"), (3, 3, 30, 0, "no_sound"), (3, 3, LARGEST, 1, "sound_too_large")],
)
def test_a_piece_that_does_not_fit_is_refused(number, kept, size, coming, rule):
    with pytest.raises(InvalidInput) as refused:
        next_piece(number, kept, size, coming)
    assert refused.value.rule == rule


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("audio/webm;codecs=opus", "audio/webm"),
        ('VIDEO/WEBM; codecs="opus"', "audio/webm"),
        ("audio/x-m4a", "audio/mp4"),
        ("audio/x-wav", "audio/wav"),
    ],
)
def test_a_kind_of_sound_has_many_names(said, kind):
    assert media_type(said) == kind


@pytest.mark.parametrize("said", ["", "text/html", "image/png", "audio/evil", "application/octet-stream"])
def test_what_is_no_sound_is_refused(said):
    with pytest.raises(InvalidInput):
        media_type(said)


def test_a_recording_is_kept_until_thirty_days_after_the_interview():
    interview = TODAY + dt.timedelta(days=10)
    assert keep_until(interview, TODAY) == interview + dt.timedelta(days=KEEP_DAYS)
    assert keep_until(None, TODAY) == TODAY + dt.timedelta(days=KEEP_DAYS)
    assert keep_until(TODAY - dt.timedelta(days=90), TODAY) == TODAY + dt.timedelta(days=KEEP_DAYS)


def test_the_choices_are_coming_days_and_for_ever():
    days = choices(TODAY + dt.timedelta(days=10), TODAY)
    assert days[-1] is None
    assert list(days[:-1]) == sorted(set(days[:-1]))
    assert all(day > TODAY for day in days[:-1])
    assert keep_until(TODAY + dt.timedelta(days=10), TODAY) in days


def test_an_interview_at_the_end_of_time_is_no_fault():
    assert keep_until(dt.date.max, TODAY) == dt.date.max
    assert dt.date.max in choices(dt.date.max, TODAY)


@pytest.mark.parametrize(
    ("last", "started", "erased"),
    [
        (TODAY, TODAY, False),
        (TODAY - dt.timedelta(days=1), TODAY, True),
        (TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=20), True),
        (TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=400), False),
        (TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=400), False),
        (TODAY - dt.timedelta(days=1), None, False),
        (None, TODAY, False),
    ],
)
def test_what_is_past_its_day_is_erased_but_not_after_a_leap_of_the_clock(last, started, erased):
    assert may_erase(last, TODAY, started) is erased
