"""The practice inventory: its items, its sittings and its scoring."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content.inventory import load_inventory
from andregang.domain.errors import InvalidInput
from andregang.domain.inventory import ITEMS, PAGES, ComparedWith, begin_sitting, items_of, read_sitting, write_sitting
from andregang.domain.text import Language
from andregang.inventory import score_inventory

ANSWERS = st.dictionaries(st.integers(1, ITEMS), st.integers(1, 5), max_size=ITEMS)


def answers_to(letter: str, towards: int, other: int = 3) -> dict[int, int]:
    """Answers that say `towards` of one domain, with reversed items answered the other way round."""
    return {
        item.number: (6 - towards if item.reversed else towards) if item.domain == letter else other
        for item in load_inventory()
    }


def test_there_are_four_items_for_each_of_thirty_facets():
    counted = {}
    for item in load_inventory():
        counted[item.domain, item.facet] = counted.get((item.domain, item.facet), 0) + 1
    assert set(counted.values()) == {4}
    assert len(counted) == 30


def test_the_items_turned_round_are_those_the_scoring_turns_round():
    from ipipneo.reverse import IPIP_NEO_ITEMS_REVERSED_120

    assert {item.number for item in load_inventory() if item.reversed} == set(IPIP_NEO_ITEMS_REVERSED_120)


def test_no_two_items_say_the_same():
    for language in (Language.NB, Language.EN):
        said = [item.words[language] for item in load_inventory()]
        assert len(set(said)) == ITEMS


@pytest.mark.parametrize("letter", "NEOAC")
def test_saying_more_of_a_domain_raises_it_and_no_other(letter: str):
    low, high = (score_inventory(answers_to(letter, t), "N", 35) for t in (2, 4))
    assert high[letter] > low[letter] + 15
    assert all(high[other] == low[other] for other in "NEOAC" if other != letter)


def test_the_middle_of_the_norm_is_a_t_of_fifty():
    """Johnson's men under 21: a raw score of the mean is T 50, one SD over it T 60."""
    from ipipneo.norm import Norm

    norm = Norm(sex="M", age=18, nquestion=120)["ns"]
    answers = answers_to("C", 4)
    raw = sum(
        answers[i.number] if not i.reversed else 6 - answers[i.number] for i in load_inventory() if i.domain == "C"
    )
    assert score_inventory(answers, "M", 18)["C"] == pytest.approx(50 + 10 * (raw - norm[5]) / norm[10])


@pytest.mark.parametrize("age", [16, 20, 21, 40, 41, 60, 61, 99])
@pytest.mark.parametrize("compared", list(ComparedWith))
def test_every_age_and_group_has_norms(compared: ComparedWith, age: int):
    scores = score_inventory(dict.fromkeys(range(1, 121), 3), compared.value, age)
    assert all(10 < t < 90 for t in scores.values())


@pytest.mark.parametrize("answers", [{}, {1: 3}, dict.fromkeys(range(1, 121), 6), dict.fromkeys(range(0, 120), 3)])
def test_an_unfinished_sitting_is_not_scored(answers: dict[int, int]):
    with pytest.raises(ValueError, match="120"):
        score_inventory(answers, "N", 35)


@given(ANSWERS, st.sampled_from(list(ComparedWith)), st.integers(16, 99))
def test_a_sitting_put_down_is_taken_up_as_it_was(answers: dict[int, int], compared: ComparedWith, age: int):
    sitting = begin_sitting(str(age), compared.value).with_answers(answers)
    assert read_sitting(write_sitting(sitting)) == sitting


def test_a_sitting_is_kept_as_practice():
    assert json.loads(write_sitting(begin_sitting("35", "N")))["practice"] is True


@given(st.text(max_size=200))
def test_what_is_no_sitting_is_none(text: str):
    read_sitting(text)


def test_one_goes_on_at_the_first_page_with_something_open():
    sitting = begin_sitting("35", "N").with_answers(dict.fromkeys([*range(1, 15), *range(16, 121)], 3))
    assert sitting.next_page == 2
    assert not sitting.complete
    assert sitting.with_answers({15: 1}).complete


def test_the_pages_hold_every_item_once():
    numbers = [item.number for page in range(1, PAGES + 1) for item in items_of(page, load_inventory())]
    assert numbers == list(range(1, ITEMS + 1))


@pytest.mark.parametrize(
    ("age", "compared"), [("", "N"), ("15", "N"), ("120", "N"), ("tretti", "N"), ("35", "X"), ("35", "")]
)
def test_no_sitting_begins_without_age_and_group(age: str, compared: str):
    with pytest.raises(InvalidInput):
        begin_sitting(age, compared)


@pytest.mark.parametrize("answers", [{0: 3}, {121: 3}, {1: 0}, {1: 6}])
def test_what_is_no_answer_is_refused(answers: dict[int, int]):
    with pytest.raises(InvalidInput):
        begin_sitting("35", "N").with_answers(answers)
