"""Sentences and spoken length of what a person writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.writing import Spoken, mark_of, sentences, spoken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jeg er rørlegger. Jeg bor i Bodø.", ("Jeg er rørlegger.", "Jeg bor i Bodø.")),
        ("Kan jeg det? Ja!", ("Kan jeg det?", "Ja!")),
        ("Jeg brukte ca. to uker på f.eks. rør.", ("Jeg brukte ca. to uker på f.eks. rør.",)),
        ("Jeg begynte 3. mai og sluttet i juni.", ("Jeg begynte 3. mai og sluttet i juni.",)),
        ("Det var i 2019. Så flyttet jeg.", ("Det var i 2019.", "Så flyttet jeg.")),
        ("Første linje\nAndre linje", ("Første linje", "Andre linje")),
        ("Vi solgte for 1.5 millioner. Bra.", ("Vi solgte for 1.5 millioner.", "Bra.")),
        ("Hun sa «vent.» Jeg ventet.", ("Hun sa «vent.»", "Jeg ventet.")),
        ("  \n ", ()),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, found: tuple[str, ...]):
    assert sentences(text) == found


@given(st.text(max_size=300))
def test_no_word_is_lost_between_sentences(text: str):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_marks_alone_are_no_words():
    assert spoken("En – to … tre!").words == 3
    assert spoken("", "  ").seconds == 0


@given(st.integers(0, 5000))
def test_the_figure_stands_between_the_quick_and_the_slow_teller(words: int):
    one = Spoken(words)
    assert one.quickest - 3 <= one.seconds <= one.slowest + 3
    assert one.seconds % 5 == 0


@given(st.text(), st.text())
def test_another_text_has_another_mark(one: str, other: str):
    assert (mark_of(one) == mark_of(other)) == (one.encode("utf-8", "replace") == other.encode("utf-8", "replace"))
