"""Two places that do not say the same are found; those that do, or speak of other things, are left alone."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.consistency import Statement, Topic, find_contradictions
from andregang.domain.text import fold

from . import held_out, last, pairs, unseen
from .generator import HELD_OUT, TRAINING
from .generator import pairs as made_pairs
from .reading import between

# Each set was first read when the rules stood as the sets before it had left them. Then recall and false alarms were:
# held_out 0.85 and 0.12, unseen 0.87 and 0.10, last 0.75 and 0.03. Then the rules were mended, in general.
WRITTEN = (pairs, held_out, unseen, last)


@pytest.mark.parametrize("written", WRITTEN, ids=lambda module: module.__name__.rpartition(".")[2])
def test_what_differs_is_found_and_what_agrees_is_left_alone(written):
    found = [any(c.topic == topic for c in between(one, other)) for topic, one, other in written.DIFFERENT]
    alarms = [bool(between(one, other)) for one, other in written.SAME_OR_OTHER]
    assert sum(found) >= 0.95 * len(found)
    assert sum(alarms) <= 0.02 * len(alarms)


def test_there_are_enough_pairs_written_by_hand():
    assert sum(len(module.DIFFERENT) for module in WRITTEN) >= 130
    assert sum(len(module.SAME_OR_OTHER) for module in WRITTEN) >= 300


@pytest.mark.parametrize(("words", "seed"), [(TRAINING, 1), (HELD_OUT, 2)], ids=["training", "held_out"])
def test_made_pairs_are_found_in_every_topic_and_language(words, seed):
    hits: Counter[tuple[str, str]] = Counter()
    number: Counter[tuple[str, str]] = Counter()
    alarms = clean = 0
    for pair in made_pairs(words, seed, 450):
        found = between(pair.one, pair.other)
        if pair.topic:
            number[pair.topic, pair.language] += 1
            hits[pair.topic, pair.language] += any(c.topic == pair.topic for c in found)
        else:
            clean += 1
            alarms += bool(found)
    assert len(number) == 15
    assert all(hits[kind] >= 0.9 * number[kind] for kind in number), hits
    assert sum(hits.values()) >= 0.95 * sum(number.values())
    assert alarms <= 0.02 * clean


def test_both_quotes_stand_verbatim_with_the_words_that_differ():
    one = "Det var travelt. Vi fikk ned svinnet\nmed 14  prosent den høsten. Så flyttet vi."
    other = "Svinnet gikk ned 18 %"
    (found,) = find_contradictions([Statement("example:1", one), Statement("round:1", other)], load_vocabulary())
    assert (found.one.source, found.other.source) == ("example:1", "round:1")
    assert (found.one.value, found.other.value) == ("14 prosent", "18 %")
    assert found.one.quote in fold(one)
    assert found.other.quote == other


def test_two_statements_of_one_source_are_not_held_against_each_other():
    said = [Statement("answer", "Svinnet gikk ned 14 prosent."), Statement("answer", "Svinnet gikk ned 18 prosent.")]
    assert find_contradictions(said, load_vocabulary()) == ()


def test_who_also_says_the_same_elsewhere_does_not_differ():
    said = [
        Statement("cv", "Svinnet gikk ned 14 prosent."),
        Statement("answer", "Svinnet gikk ned 18 prosent det første året."),
        Statement("answer", "Svinnet gikk ned 14 prosent."),
    ]
    assert find_contradictions(said, load_vocabulary()) == ()


def test_pay_written_down_as_pay_needs_no_word_for_it():
    said = [Statement("heard:1", "680", asked=Topic.PAY), Statement("answer", "Jeg ønsker 720 000 i lønn.")]
    (found,) = find_contradictions(said, load_vocabulary())
    assert found.topic is Topic.PAY


def test_the_key_is_of_the_words_and_not_of_the_places():
    one, other = "Svinnet gikk ned 14 prosent.", "Svinnet gikk ned 18 prosent."
    (first,) = find_contradictions([Statement("a", one), Statement("b", other)], load_vocabulary())
    (second,) = find_contradictions([Statement("c", other), Statement("d", one)], load_vocabulary())
    assert first.key == second.key


TALK = st.lists(
    st.sampled_from(
        "jeg eg I vi svinnet 14 18 prosent % fra til med kr 680 000 680k lønn sluttet fordi flyttet var som leder i "
        "Nordvik Fisk begynte 2019 2018–2021 mars 1. , . \n to tre halvparten over rundt millioner år å -".split(" ")
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@example(one="²", other="14² prosent ½")
@given(one=TALK | st.text(max_size=200), other=TALK)
def test_no_text_makes_it_fall_and_values_stand_where_they_say(one, other):
    texts = {"a": one, "b": other}
    for found in find_contradictions([Statement(name, text) for name, text in texts.items()], load_vocabulary()):
        for said in (found.one, found.other):
            assert said.value == fold(texts[said.source][said.start : said.end])
            assert said.quote in fold(texts[said.source])


@pytest.mark.parametrize(
    "piece", ["1 000 ", "fra 2 til ", "14 prosent, ", "i i i ", "som som ", "2018–", "1.1.1.", "a" * 50]
)
def test_long_texts_of_one_sort_are_read_in_time(piece):
    text = piece * (18_000 // len(piece))
    find_contradictions([Statement("a", text), Statement("b", text + "x")], load_vocabulary())
