"""Ready to say yes or no, by the rule alone; where it leans, and what one answer would turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.decision import (
    DECISIONS,
    MUST_KNOW,
    Answer,
    Known,
    Lean,
    View,
    belief_of,
    first_view,
    lean_of,
    read_view,
    readiness_to_answer,
    turning_points,
    views_of,
    worth_of,
)

VIEWS = st.fixed_dictionaries(
    {
        decision: st.builds(View, st.just(decision), st.sampled_from(Known), st.sampled_from(Answer), st.integers(0, 3))
        for decision in DECISIONS
    }
).map(views_of)


@given(VIEWS)
def test_one_is_ready_exactly_when_none_of_the_four_is_unknown(views):
    unknown = [view.decision for view in views if view.known is Known.UNKNOWN and view.decision in MUST_KNOW]
    ready = readiness_to_answer(views)
    assert ready.ready is (unknown == [])
    assert list(ready.unknown) == unknown


def test_who_has_said_nothing_is_not_ready_and_leans_nowhere():
    views = views_of({})
    assert [view.decision for view in views] == [f"D{n}" for n in range(1, 13)]
    assert readiness_to_answer(views).unknown == ("D1", "D2", "D6", "D10")
    assert lean_of(views) is Lean.NOTHING
    assert turning_points(views) == ()


@pytest.mark.parametrize("known", [Known.WELL, Known.PARTLY])
def test_a_little_known_of_the_four_is_enough_though_the_rest_is_unknown(known):
    assert readiness_to_answer(views_of({d: View(d, known) for d in MUST_KNOW})).ready


@given(VIEWS)
def test_an_answer_said_to_turn_it_does_turn_it(views):
    before = worth_of([belief_of(view) for view in views])
    for turning in turning_points(views):
        turned = tuple(
            View(view.decision, Known.WELL, turning.to, view.weight) if view.decision == turning.decision else view
            for view in views
        )
        assert before * worth_of([belief_of(view) for view in turned]) < 0


@given(VIEWS)
def test_no_answer_left_out_would_have_turned_it(views):
    if lean_of(views) not in (Lean.YES, Lean.NO):
        return
    told = {turning.decision for turning in turning_points(views)}
    before = worth_of([belief_of(view) for view in views])
    for view in views:
        if view.decision in told or view.known is Known.WELL:
            continue
        for answer in (Answer.YES, Answer.NO):
            if answer is view.answer:
                continue
            changed = [View(v.decision, Known.WELL, answer, v.weight) if v is view else v for v in views]
            assert before * worth_of([belief_of(v) for v in changed]) >= -1e-9


def test_a_heavy_thing_unknown_can_turn_a_yes():
    views = views_of(
        {
            "D1": View("D1", Known.WELL, Answer.YES, 2),
            "D6": View("D6", Known.UNKNOWN, Answer.OPEN, 3),
            "D9": View("D9", Known.UNKNOWN, Answer.OPEN, 1),
        }
    )
    assert lean_of(views) is Lean.YES
    assert [(turning.decision, turning.to) for turning in turning_points(views)] == [("D6", Answer.NO)]


@given(st.text(max_size=9), st.text(max_size=9), st.text(max_size=3))
def test_what_cannot_be_used_is_as_it_was_at_first(known, answer, weight):
    first, read = first_view("D6"), read_view("D6", known, answer, weight)
    assert read.known is (Known(known) if known in tuple(Known) else first.known)
    assert read.weight == (int(weight) if weight in ("0", "1", "2", "3") else first.weight)
