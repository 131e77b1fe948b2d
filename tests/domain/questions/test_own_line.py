"""A question in one's own words keeps whom it is for and what it decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_own_questions
from andregang.domain.questions.choice import chosen_questions, own_line
from andregang.domain.text import Language, fold


def read(line: str):
    (question,) = chosen_questions([line], (), load_own_questions(), Language.NB)
    return question.words, question.informs, question.person


@pytest.mark.parametrize(
    ("informs", "person", "found"),
    [
        ("", "", ("", None)),
        ("D7", "", ("D7", None)),
        ("", "Kari Moe", ("", "Kari Moe")),
        ("D12", "Kari Moe", ("D12", "Kari Moe")),
    ],
)
def test_what_was_said_of_it_is_read_again(informs, person, found):
    assert read(own_line("Hvem eier bygget?", informs, person)) == ("Hvem eier bygget?", *found)


@pytest.mark.parametrize("line", ["Hva er [D13]?", "Hva [D1] er?", "[D1]", "Hva er det? [d1]"])
def test_brackets_of_ones_own_are_left_alone(line):
    assert read(line)[0] == line


@given(st.text(max_size=60), st.sampled_from(["D1", "D12"]), st.text(max_size=20))
def test_any_words_survive(words, informs, person):
    if fold(words):
        assert read(own_line(words, informs, person))[:2] == (fold(words), informs)
