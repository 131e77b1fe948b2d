"""A result as it is shown: always a reviewed phrase, the caution its test needs, and questions of the bank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_questions
from andregang.content.assessment import load_assessment_phrases, load_instruments, load_traits
from andregang.domain.assessment import (
    AssessmentKind,
    RawBand,
    Scale,
    demands_touched,
    likely_questions,
    place_result,
    surely_differ,
    trait_called,
)


def place(trait="Utadvendthet", scale="sten", score="7", reliability="", instrument="OPTO (Master)"):
    return place_result(trait, scale, score, reliability, instrument, load_instruments(), load_traits())


@given(
    st.sampled_from([scale.value for scale in Scale]),
    st.one_of(st.integers(-5, 170).map(str), st.sampled_from([b.value for b in RawBand]), st.text(max_size=6)),
    st.sampled_from(["", "0,99", "0.2", ".8", "tull"]),
)
def test_whatever_was_kept_is_said_by_a_reviewed_phrase_or_not_at_all(scale, score, reliability):
    placed = place(scale=scale, score=score, reliability=reliability)
    phrases = load_assessment_phrases()
    assert placed.phrase == "" or placed.phrase in phrases
    assert placed.caution == "" or placed.caution in phrases
    assert placed.limit in phrases


def test_every_phrase_about_a_level_is_needed():
    said = {
        place(scale=scale, score=str(score), reliability=reliability).phrase
        for scale, scores in (("t", range(5, 96)), ("sten", range(1, 11)))
        for score in scores
        for reliability in ("0.99", "0.95", "0.9", "0.8", "0.7", "0.5", "0.2", "0.01")
    }
    assert {key for key in load_assessment_phrases() if key.startswith("LEVEL")} == said


@pytest.mark.parametrize(
    ("instrument", "caution"),
    [("OPTO (Master)", ""), ("OPQ32 (SHL)", "FORM_forced_choice"), ("DiSC", "FORM_type"), ("Ukjent test", "")],
)
def test_a_test_brings_its_caution(instrument, caution):
    assert place(instrument=instrument).caution == caution


@pytest.mark.parametrize(
    ("trait", "kind", "assumed"),
    [("Tallforståelse", AssessmentKind.ABILITY, 0.85), ("Utadvendthet", AssessmentKind.PERSONALITY, 0.80),
     ("Noe ukjent", AssessmentKind.PERSONALITY, 0.80)],
)  # fmt: skip
def test_a_cautious_reliability_is_used_and_told(trait, kind, assumed):
    placed = place(trait=trait, instrument="")
    assert placed.kind is kind
    assert (placed.interval.reliability, placed.interval.assumed) == (assumed, True)
    assert not place(reliability="0,91").interval.assumed


@pytest.mark.parametrize(
    ("scale", "score", "reliability", "between"),
    [("sten", "6", "0.80", (4, 8)), ("t", "50", "0.91", (44, 56)), ("percentile", "50", "0.80", (19, 81)),
     ("percentile", "99", "0.80", (92, 99)), ("c", "10", "0.90", (9, 10)), ("z", "0,5", "0.91", (-0.1, 1.1))],
)  # fmt: skip
def test_the_interval_is_told_in_the_scales_own_numbers(scale, score, reliability, between):
    assert place(scale=scale, score=score, reliability=reliability).between == pytest.approx(between)


def test_two_scores_differ_only_when_error_cannot_explain_it():
    """Substance 4.4: at r = .80 it takes more than 2.5 sten."""
    low, near, far = (place(score=score, reliability="0.80") for score in ("4", "6", "7"))
    assert not surely_differ(low, near)
    assert surely_differ(low, far)
    assert not surely_differ(low, place(scale="band", score="higher"))


@given(st.sampled_from(["Utadvendthet", "Tallforståelse", "Logisk resonnering", "Ukjent"]),
       st.sampled_from(["sten", "band", "type"]), st.sampled_from(["1", "5", "10", "higher", "INTJ"]), st.booleans())  # fmt: skip
def test_likely_questions_stand_in_the_bank(trait, scale, score, demanded):
    bank = load_questions()
    ids = likely_questions(place(trait=trait, scale=scale, score=score), demanded=demanded)
    assert ids
    assert all(bank.template(one).group in ("PT", "ET") for one in ids)


@pytest.mark.parametrize(
    ("name", "trait"),
    [("Utadvendthet", "extraversion"), ("Extraversion", "extraversion"), ("Utoverventheit", "extraversion"),
     ("Planmessighet", "conscientiousness"), ("Numerical reasoning", None), ("Grumlighet", None),
     ("Emosjonell balanse", "emotional_balance"), ("Logisk resonnering", "reasoning")],
)  # fmt: skip
def test_a_name_that_fits_two_traits_or_none_is_taken_for_neither(name, trait):
    found = trait_called(name, load_traits())
    assert (found.id if found else None) == trait


def test_no_ad_and_no_trait_touch_nothing():
    assert demands_touched(None, None) == ()
    assert demands_touched(trait_called("Utadvendthet", load_traits()), None) == ()
