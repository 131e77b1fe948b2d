"""Where a line stands in the ad, and the key it is found by."""

from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.evidence import item_key, surroundings
from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.source import Document, DocumentKind, own_words, quote
from andregang.domain.text import DocumentText, Language, fold


def ad(text: str) -> Document:
    return Document("a" * 64, "annonse.txt", DocumentKind.AD, Language.NB, DocumentText(text))


def around(text: str, words: str) -> tuple[str, str, str]:
    start = text.index(words)
    found = surroundings(quote(ad(text), start, start + len(words)), ad(text))
    return found.before, found.words, found.after


def test_a_clause_is_shown_in_its_sentence():
    text = "Vi trenger deg nå. Du planlegger turnus, lærer opp nye og svarer kunder. Ring oss."
    assert around(text, "lærer opp nye") == ("Du planlegger turnus,", "lærer opp nye", "og svarer kunder.")


def test_a_bullet_stands_alone():
    text = "Oppgaver\n• Lede laget.\n• Bestille stål\n"
    assert around(text, "Lede laget") == ("", "Lede laget", "")
    assert around(text, "Bestille stål") == ("", "Bestille stål", "")


def test_a_quote_that_ends_its_sentence_shows_nothing_of_the_next():
    assert around("Du har fagbrev. Vi gir deg tid.", "fagbrev.") == ("Du har", "fagbrev.", "")


def test_a_persons_own_words_stand_alone():
    assert not surroundings(own_words("Lede laget"), ad("Før. Lede laget etter")).more


@given(text=st.text("ab .,\n•", max_size=900), start=st.integers(0, 900), length=st.integers(0, 40))
def test_what_is_shown_stands_together_in_the_ad(text: str, start: int, length: int):
    start = min(start, len(text))
    end = min(start + length, len(text))
    found = surroundings(quote(ad(text), start, end), ad(text))
    assert found.words == fold(text[start:end])
    assert found.before in fold(text[:start]) if found.before else True
    assert found.after in fold(text[end:]) if found.after else True
    assert len(found.before) <= 240
    assert len(found.after) <= 240


@given(st.text(min_size=1, max_size=60))
def test_the_key_is_the_same_for_the_same_words(words: str):
    text = f"  {words}\n"
    one = AdItem(ItemKind.TASK, own_words(text))
    other = AdItem(ItemKind.MUST, own_words(words))
    assert item_key(one) == item_key(other)
    assert len(item_key(one)) == 8
