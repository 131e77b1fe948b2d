"""Scores, scales and bands, held against scipy's normal distribution and the tables of the field."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from andregang.domain.assessment import RawBand, Scale, bands, convert, from_z, read_score, to_z
from andregang.domain.assessment.scales import band_of
from andregang.domain.errors import InvalidInput

NUMERIC = [Scale.STEN, Scale.STANINE, Scale.C, Scale.T, Scale.PERCENTILE, Scale.IQ, Scale.Z]
WHOLE = {Scale.STEN: range(1, 11), Scale.STANINE: range(1, 10), Scale.C: range(11)}
GRID = [number / 20 for number in range(-90, 91)]

BY_SCIPY = {
    Scale.STEN: lambda z: norm.ppf(norm.cdf(z)) * 2 + 5.5,
    Scale.STANINE: lambda z: norm.ppf(norm.cdf(z)) * 2 + 5,
    Scale.C: lambda z: norm.ppf(norm.cdf(z)) * 2 + 5,
    Scale.T: lambda z: norm.ppf(norm.cdf(z), loc=50, scale=10),
    Scale.IQ: lambda z: norm.ppf(norm.cdf(z), loc=100, scale=15),
    Scale.PERCENTILE: lambda z: norm.cdf(z) * 100,
    Scale.Z: lambda z: norm.ppf(norm.cdf(z)),
}


@pytest.mark.parametrize("scale", NUMERIC)
def test_z_becomes_what_scipy_makes_of_it(scale):
    assert max(abs(from_z(scale, z) - BY_SCIPY[scale](z)) for z in GRID) <= 1e-6


@pytest.mark.parametrize("scale", NUMERIC)
def test_a_number_becomes_the_z_scipy_makes_of_it(scale):
    for z in GRID:
        number = BY_SCIPY[scale](z)
        assert abs(to_z(scale, number) - z) <= 1e-6


def test_percentiles_become_t_scores_as_in_scipy():
    for percentile in [p / 10 for p in range(1, 1000)]:
        expected = norm.ppf(percentile / 100, loc=50, scale=10)
        assert abs(convert(percentile, Scale.PERCENTILE, Scale.T) - expected) <= 1e-6


@given(st.sampled_from(NUMERIC), st.sampled_from(NUMERIC), st.floats(-4, 4))
def test_there_and_back_loses_nothing(scale, other, z):
    number = from_z(scale, z)
    assert math.isclose(convert(convert(number, scale, other), other, scale), number, abs_tol=1e-6)


@pytest.mark.parametrize(
    ("percentile", "t", "sten", "stanine"),
    [(1, 26.7, 0.85, 0.35), (5, 33.6, 2.21, 1.71), (25, 43.3, 4.15, 3.65), (50, 50, 5.5, 5), (84, 59.9, 7.49, 6.99),
     (99, 73.3, 10.15, 9.65)],
)  # fmt: skip
def test_the_cross_table_of_the_field(percentile, t, sten, stanine):
    assert round(convert(percentile, Scale.PERCENTILE, Scale.T), 1) == t
    assert round(convert(percentile, Scale.PERCENTILE, Scale.STEN), 2) == sten
    assert round(convert(percentile, Scale.PERCENTILE, Scale.STANINE), 2) == stanine


@pytest.mark.parametrize(
    ("scale", "shares"),
    [
        (Scale.STEN, [2.28, 4.41, 9.18, 14.99, 19.15, 19.15, 14.99, 9.18, 4.41, 2.28]),
        (Scale.STANINE, [4.01, 6.56, 12.10, 17.47, 19.74, 17.47, 12.10, 6.56, 4.01]),
        (Scale.C, [1.22, 2.78, 6.56, 12.10, 17.47, 19.74, 17.47, 12.10, 6.56, 2.78, 1.22]),
    ],
)
def test_bands_hold_the_share_the_field_gives_them(scale, shares):
    for whole, share in zip(WHOLE[scale], shares, strict=True):
        stretch = read_score(scale, str(whole)).stretch
        held = 100 * (norm.cdf(stretch.high) - norm.cdf(stretch.low))
        assert round(held, 2) == pytest.approx(share, abs=0.011)


@pytest.mark.parametrize("scale", WHOLE)
def test_bands_meet_without_gap_and_end_open(scale):
    stretches = [read_score(scale, str(whole)).stretch for whole in WHOLE[scale]]
    assert stretches[0].low == -math.inf
    assert stretches[-1].high == math.inf
    assert all(a.high == pytest.approx(b.low) for a, b in pairwise(stretches))


@pytest.mark.parametrize("scale", WHOLE)
def test_a_band_is_itself_again(scale):
    for whole in WHOLE[scale]:
        assert bands(read_score(scale, str(whole)).stretch, scale) == (whole, whole)


@pytest.mark.parametrize("other", WHOLE)
@pytest.mark.parametrize("scale", WHOLE)
def test_a_band_becomes_bands_that_hold_all_of_it(scale, other):
    for whole in WHOLE[scale]:
        stretch = read_score(scale, str(whole)).stretch
        first, last = bands(stretch, other)
        low, high = max(stretch.low, -4), min(stretch.high, 4)
        inside = [low + (high - low) * part / 50 for part in range(1, 50)]
        assert {band_of(other, z) for z in inside} == set(range(first, last + 1))


def test_a_sten_of_six_may_be_stanine_five_or_six():
    assert bands(read_score(Scale.STEN, "6").stretch, Scale.STANINE) == (5, 6)


@pytest.mark.parametrize(
    ("scale", "written", "rule"),
    [
        (Scale.STEN, "11", "outside_scale"),
        (Scale.STEN, "0", "outside_scale"),
        (Scale.STANINE, "10", "outside_scale"),
        (Scale.C, "11", "outside_scale"),
        (Scale.C, "-1", "outside_scale"),
        (Scale.PERCENTILE, "0", "percentile_edge"),
        (Scale.PERCENTILE, "100", "percentile_edge"),
        (Scale.PERCENTILE, "101", "outside_scale"),
        (Scale.T, "160", "outside_scale"),
        (Scale.IQ, "300", "outside_scale"),
        (Scale.Z, "7", "outside_scale"),
        (Scale.STEN, "seks", "not_a_number"),
        (Scale.STEN, "5-6", "not_a_number"),
        (Scale.STEN, "", "missing"),
        (Scale.BAND, "ganske høy", "not_a_band"),
        (Scale.TYPE, " ", "missing"),
    ],
)
def test_what_is_no_score_on_its_scale_is_asked_about(scale, written, rule):
    with pytest.raises(InvalidInput) as refused:
        read_score(scale, written)
    assert (refused.value.field, refused.value.rule) == ("score", rule)


@given(st.sampled_from(list(Scale)), st.text(max_size=12))
def test_any_text_is_a_score_or_is_asked_about(scale, written):
    try:
        score = read_score(scale, written)
    except InvalidInput:
        return
    assert score.stretch.low <= score.stretch.high


@pytest.mark.parametrize("written", ["0,5", "99.5", "1", "99"])
def test_the_outermost_percentiles_stay_finite_where_they_can(written):
    score = read_score(Scale.PERCENTILE, written)
    assert math.isfinite(score.middle)
    assert score.stretch.low < score.middle < score.stretch.high


def test_decimals_narrow_what_a_score_stands_for():
    assert read_score(Scale.STEN, "6.3").stretch.width < read_score(Scale.STEN, "6").stretch.width / 5


def test_a_named_band_says_no_more_than_its_side():
    assert read_score(Scale.BAND, RawBand.HIGHER.value).stretch.low == 0
    assert read_score(Scale.BAND, RawBand.MIDDLE.value).stretch.width == 2
    assert read_score(Scale.BAND, RawBand.HIGHER.value).middle is None
