"""Own questions in the order of what their answers are worth."""

import importlib.util
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.decision import (
    DECISIONS,
    Answer,
    Known,
    View,
    belief_of,
    order_questions,
    value_of_knowing,
    views_of,
)
from andregang.domain.questions import OwnQuestion


def asking(*decisions: str) -> tuple[OwnQuestion, ...]:
    return tuple(OwnQuestion(f"Q{n}", "ROLE_LE", None, f"Spørsmål {n}?", d) for n, d in enumerate(decisions))


def informed(questions, views) -> list[str]:
    return [one.question.informs for one in order_questions(questions, views)]


VIEWS = st.fixed_dictionaries(
    {
        decision: st.builds(View, st.just(decision), st.sampled_from(Known), st.sampled_from(Answer), st.integers(0, 3))
        for decision in DECISIONS
    }
).map(views_of)
QUESTIONS = st.lists(st.sampled_from([*DECISIONS, ""]), max_size=9).map(lambda ds: asking(*ds))


def test_what_is_unknown_and_heavy_is_asked_first():
    views = views_of(
        {
            "D1": View("D1", Known.WELL, Answer.YES, 3),
            "D6": View("D6", Known.UNKNOWN, Answer.OPEN, 3),
            "D8": View("D8", Known.PARTLY, Answer.OPEN, 3),
            "D9": View("D9", Known.UNKNOWN, Answer.OPEN, 1),
        }
    )
    assert informed(asking("D1", "D9", "D8", "D6"), views) == ["D6", "D8", "D9", "D1"]


def test_who_has_said_nothing_asks_first_about_what_must_be_known():
    order = informed(asking(*DECISIONS), ())
    assert set(order[:4]) == {"D1", "D2", "D6", "D10"}


def test_a_second_question_about_the_same_waits_until_others_are_asked_once():
    assert informed(asking("D1", "D1", "D2", "D6"), ()) == ["D1", "D2", "D6", "D1"]


def test_a_question_that_informs_nothing_comes_last():
    assert informed(asking("", "D12", ""), ()) == ["D12", "", ""]


def test_what_means_nothing_to_the_person_is_worth_nothing():
    views = views_of({"D12": View("D12", Known.UNKNOWN, Answer.OPEN, 0)})
    last = order_questions(asking("D12", "D7"), views)[-1]
    assert (last.question.informs, last.value) == ("D12", 0.0)


@given(QUESTIONS, VIEWS)
def test_every_question_is_there_once_and_none_is_worth_less_than_nothing(questions, views):
    order = order_questions(questions, views)
    assert sorted(one.question.id for one in order) == sorted(question.id for question in questions)
    assert all(one.value >= 0 for one in order)


@settings(max_examples=60)
@given(QUESTIONS, VIEWS, st.integers(1, 5))
def test_no_other_handful_is_worth_more(questions, views, most):
    beliefs = [belief_of(view) for view in views]
    ours = [one.question.informs for one in order_questions(questions, views)[:most]]
    best = max(
        (
            value_of_knowing(beliefs, [q.informs for q in some])
            for some in combinations(questions, min(most, len(questions)))
        ),
        default=0.0,
    )
    assert value_of_knowing(beliefs, ours) >= best - 1e-9


@given(QUESTIONS, VIEWS)
def test_the_same_is_answered_twice(questions, views):
    assert order_questions(questions, views) == order_questions(questions, views)


def bench():
    path = Path(__file__).parents[3] / "bench" / "decision.py"
    spec = importlib.util.spec_from_file_location("bench_decision", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_five_in_our_order_leave_at_least_thirty_per_cent_fewer_wrong_choices_than_a_fixed_list():
    simulated = bench()
    wrong = simulated.wrong_choices(simulated.WORLDS[0], 900)
    assert wrong["none"] > wrong["fixed"] > 0
    assert wrong["ours"] <= 0.7 * wrong["fixed"]


@pytest.mark.parametrize("number", range(1, 7))
def test_our_order_is_the_better_one_also_where_the_model_is_wrong(number):
    simulated = bench()
    wrong = simulated.wrong_choices(simulated.WORLDS[number], 400)
    assert wrong["ours"] < wrong["fixed"]
