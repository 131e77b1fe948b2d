"""Measurement error: never hidden, never narrower than it is."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from andregang.domain.assessment import (
    Level,
    Scale,
    read_score,
    standard_error,
    sure_difference,
    true_score,
    with_error,
)
from andregang.domain.assessment import read_reliability as read
from andregang.domain.assessment.error import CONFIDENCE, levels_of
from andregang.domain.assessment.scales import LINEAR, Stretch, from_z
from andregang.domain.errors import InvalidInput

RELIABILITIES = st.floats(0, 1)


@st.composite
def scores(draw):
    scale = draw(st.sampled_from([*LINEAR, Scale.PERCENTILE]))
    if scale is Scale.PERCENTILE:
        return read_score(scale, str(draw(st.integers(1, 99))))
    linear = LINEAR[scale]
    if linear.whole:
        return read_score(scale, str(draw(st.integers(int(linear.lowest), int(linear.highest)))))
    return read_score(scale, f"{draw(st.floats(linear.mean - 3 * linear.sd, linear.mean + 3 * linear.sd)):.1f}")


@given(scores(), RELIABILITIES, st.sampled_from(list(CONFIDENCE)))
def test_a_band_is_never_narrower_than_its_error(score, reliability, confidence):
    interval = with_error(score, reliability, confidence=confidence)
    error = CONFIDENCE[confidence] * math.sqrt(1 - reliability)
    assert interval.stretch.width >= 2 * error - 1e-9
    assert interval.stretch.low <= score.middle - error + 1e-9
    assert interval.stretch.high >= score.middle + error - 1e-9


@given(scores(), RELIABILITIES)
def test_a_band_is_never_narrower_than_the_rounding_of_its_score(score, reliability):
    stretch = with_error(score, reliability).stretch
    assert stretch.low <= score.stretch.low
    assert stretch.high >= score.stretch.high


@given(scores(), RELIABILITIES, RELIABILITIES)
def test_a_surer_scale_never_has_a_wider_band(score, one, other):
    surer, less = max(one, other), min(one, other)
    assert with_error(score, surer).stretch.width <= with_error(score, less).stretch.width + 1e-9


@given(scores(), RELIABILITIES)
def test_the_words_cover_all_of_the_band_and_no_more(score, reliability):
    interval = with_error(score, reliability)
    lowest, highest = interval.levels
    edges = {Level.CLEARLY_LOWER: (-math.inf, -1.5), Level.LOWER: (-1.5, -0.5), Level.MIDDLE: (-0.5, 0.5),
             Level.HIGHER: (0.5, 1.5), Level.CLEARLY_HIGHER: (1.5, math.inf)}  # fmt: skip
    assert edges[lowest][0] <= interval.stretch.low + 1e-8
    assert edges[highest][1] >= interval.stretch.high - 1e-8
    assert interval.stretch.low < edges[lowest][1] + 1e-8
    assert interval.stretch.high > edges[highest][0] - 1e-8


@given(scores(), RELIABILITIES)
def test_the_true_score_lies_nearer_the_middle_and_keeps_its_error(score, reliability):
    likely = true_score(score, reliability)
    assert likely is not None
    assert likely.width >= 2 * 1.96 * math.sqrt(reliability * (1 - reliability)) - 1e-9
    assert abs((likely.low + likely.high) / 2) <= abs(score.middle) + 1e-9


@pytest.mark.parametrize(
    ("r", "sten", "t", "difference"),
    [(0.70, 1.10, 5.5, 3.0), (0.75, 1.00, 5.0, 2.8), (0.80, 0.89, 4.5, 2.5), (0.85, 0.77, 3.9, 2.1), (0.90, 0.63, 3.2, 1.8),
     (0.95, 0.45, 2.2, 1.2)],
)  # fmt: skip
def test_the_table_of_errors(r, sten, t, difference):
    assert round(standard_error(r, Scale.STEN), 2) == sten
    assert round(standard_error(r, Scale.T), 1) == t
    assert round(sure_difference(r, Scale.STEN), 1) == difference


@pytest.mark.parametrize(("percentile", "low", "high"), [(50, 19, 81), (84, 55, 97)])
def test_a_percentile_in_the_middle_reaches_far(percentile, low, high):
    score = read_score(Scale.PERCENTILE, str(percentile))
    stretch = with_error(score, 0.80).stretch
    assert (round(from_z(Scale.PERCENTILE, stretch.low)), round(from_z(Scale.PERCENTILE, stretch.high))) == (low, high)


def test_ninety_five_percent_of_retests_fall_within_ninety_five_percent():
    held = norm.cdf(CONFIDENCE[95]) - norm.cdf(-CONFIDENCE[95])
    assert held == pytest.approx(0.95, abs=1e-3)


@pytest.mark.parametrize(
    ("scale", "written", "r", "levels"),
    [
        (Scale.STEN, "6", 0.95, (Level.MIDDLE, Level.HIGHER)),
        (Scale.STEN, "6", 0.80, (Level.LOWER, Level.HIGHER)),
        (Scale.STEN, "8", 0.90, (Level.HIGHER, Level.CLEARLY_HIGHER)),
        (Scale.T, "50", 0.95, (Level.MIDDLE, Level.MIDDLE)),
        (Scale.PERCENTILE, "99", 0.95, (Level.CLEARLY_HIGHER, Level.CLEARLY_HIGHER)),
        (Scale.C, "0", 0.90, (Level.CLEARLY_LOWER, Level.CLEARLY_LOWER)),
    ],
)
def test_what_a_score_may_be_called(scale, written, r, levels):
    assert with_error(read_score(scale, written), r).levels == levels


def test_a_band_on_an_edge_is_called_by_one_side():
    assert levels_of(Stretch(0.5, 0.5)) == (Level.MIDDLE, Level.MIDDLE)


@pytest.mark.parametrize(("written", "value"), [("0,84", 0.84), (".9", 0.9), ("", None), (" 0.75 ", 0.75)])
def test_a_reliability_as_reports_write_it(written, value):
    assert read(written) == value


@pytest.mark.parametrize("written", ["84", "1", "0", "-.3", "god"])
def test_what_is_no_reliability_is_asked_about(written):
    with pytest.raises(InvalidInput):
        read(written)
