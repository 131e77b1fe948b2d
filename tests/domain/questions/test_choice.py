"""Choosing what to ask: few, in one's own order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_own_questions
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.questions import OwnQuestion
from andregang.domain.questions.choice import LONGEST, MOST, choose, chosen_questions, drop, move
from andregang.domain.text import Language

BANK = load_own_questions()


def test_a_sixth_question_is_refused():
    lines: tuple[str, ...] = ()
    for number in range(MOST):
        lines = choose(lines, f"Spørsmål {number}")
    with pytest.raises(InvalidInput) as refused:
        choose(lines, "Ett til")
    assert refused.value.rule == "too_many"
    assert choose(lines, "Spørsmål 0") == lines


@pytest.mark.parametrize(("line", "rule"), [("", "missing"), (" \n ", "missing"), ("x" * (LONGEST + 1), "too_long")])
def test_nothing_and_too_much_are_refused(line: str, rule: str):
    with pytest.raises(InvalidInput) as refused:
        choose((), line)
    assert refused.value.rule == rule


def test_a_question_over_several_lines_is_kept_on_one():
    assert choose((), "Hvem leder\r\n laget?") == ("Hvem leder laget?",)


def test_a_question_can_be_asked_earlier_or_later_but_not_before_the_first():
    assert move(("a", "b", "c"), "c", -1) == ("a", "c", "b")
    assert move(("a", "b", "c"), "a", 1) == ("b", "a", "c")
    assert move(("a", "b", "c"), "a", -1) == ("a", "b", "c")
    assert move(("a", "b", "c"), "c", 1) == ("a", "b", "c")
    with pytest.raises(NotFound):
        move(("a",), "b", 1)


@given(st.lists(st.text(min_size=1), unique=True, min_size=1, max_size=5), st.data())
def test_moving_loses_nothing_and_dropping_loses_one(lines: list[str], data: st.DataObject):
    one = data.draw(st.sampled_from(lines))
    assert sorted(move(lines, one, data.draw(st.integers(-9, 9)))) == sorted(lines)
    assert list(drop(lines, one)) == [line for line in lines if line != one]


def test_a_proposed_question_keeps_its_person_and_one_no_longer_proposed_is_said_from_the_bank():
    first, second = BANK.templates[:2]
    proposed = OwnQuestion(first.id, first.to, "Signe Hauge", first.wording[Language.NB], first.informs)
    chosen = chosen_questions([second.id, "Hvor er kantina?", first.id], [proposed], BANK, Language.NN)
    assert [question.person for question in chosen] == [None, None, "Signe Hauge"]
    assert chosen[0].words == second.wording[Language.NN]
    assert (chosen[1].words, chosen[1].informs) == ("Hvor er kantina?", "")
