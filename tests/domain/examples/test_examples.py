"""What an example holds, how long it takes, which lines it serves, and whom it names."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.evidence import item_key
from andregang.domain.examples import FIVE, ExamplePart, Telling, coverage, possible_referees, served, with_items
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.source import Document, DocumentKind, Quote
from andregang.domain.text import DocumentText, Language, fold
from andregang.domain.writing import Length


def an_ad(*lines: tuple[ItemKind, str]) -> JobAd:
    text = "\n".join(words for _, words in lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    items, start = [], 0
    for kind, words in lines:
        items.append(AdItem(kind, Quote(digest, start, start + len(words), fold(words))))
        start += len(words) + 1
    return JobAd(Document(digest, "annonse.txt", DocumentKind.AD, Language.NB, DocumentText(text)), items=tuple(items))


AD = an_ad(
    (ItemKind.TASK, "Pusse opp uthus"),
    (ItemKind.MUST, "Fagbrev som maler"),
    (ItemKind.QUALITY, "Tålmodig"),
    (ItemKind.OFFER, "Firmabil"),
)


def telling(*items: str, title: str = "", **parts: str) -> Telling:
    return Telling("1", title, {part: parts.get(part.value, "") for part in ExamplePart}, items)


def test_all_five_are_missing_from_an_example_with_only_a_frame_and_a_bridge():
    assert telling(frame="På uthuset i fjor", bridge="Samme her").missing == FIVE


def test_blank_text_counts_as_missing():
    assert ExamplePart.DID in telling(did=" \n ").missing
    assert ExamplePart.DID not in telling(did="Skrapte").missing


def test_an_example_is_as_long_as_all_its_parts_said_in_a_row():
    one = telling(frame="ord " * 60, did="ord " * 100, result="ord " * 92)
    assert one.spoken.words == 252
    assert one.spoken.seconds == 120
    assert one.length is Length.FITTING


@pytest.mark.parametrize(("words", "length"), [(179, "short"), (180, "fitting"), (330, "fitting"), (331, "long")])
def test_one_hundred_and_eighty_to_three_hundred_and_thirty_words_fit(words: int, length: str):
    assert telling(did="ord " * words).length.value == length


def test_an_example_without_a_title_is_called_by_how_it_begins():
    assert telling(did="Skrapte veggen.\nMalte den.").name == "Skrapte veggen."
    assert telling(title="Uthuset", did="Skrapte").name == "Uthuset"
    assert telling().name == ""
    assert len(telling(did="ord " * 100).name) <= 82


def test_lines_without_an_example_come_first_and_what_the_employer_offers_is_no_line():
    lines = coverage(AD, [telling("pusse  OPP uthus")])
    assert [line.item.quote.words for line in lines] == ["Fagbrev som maler", "Tålmodig", "Pusse opp uthus"]
    assert [len(line.examples) for line in lines] == [0, 0, 1]
    assert coverage(None, [telling("Pusse opp uthus")]) == ()


def test_one_example_serves_several_lines():
    lines = coverage(AD, [telling("Pusse opp uthus", "Tålmodig")])
    assert [line.item.quote.words for line in lines if line.examples] == ["Pusse opp uthus", "Tålmodig"]


def test_lines_not_asked_about_are_kept_as_they_were():
    words = ("Tålmodig", "En linje i en gammel annonse")
    chosen = with_items(words, AD.items[:3], AD.items[:2], [item_key(AD.items[0]), "ffffffff"])
    assert chosen == ("Tålmodig", "En linje i en gammel annonse", "Pusse opp uthus")


@given(st.sets(st.integers(0, 2)), st.sets(st.integers(0, 2)))
def test_what_is_ticked_is_served_and_nothing_else(before: set[int], after: set[int]):
    items = AD.items[:3]
    words = with_items((), items, items, [item_key(items[n]) for n in before])
    words = with_items(words, items, items, [item_key(items[n]) for n in after])
    assert served(words, items) == {item_key(items[n]) for n in after}


def test_a_line_that_is_read_a_little_longer_now_is_still_served():
    now = an_ad((ItemKind.TASK, "Pusse opp gamle uthus sammen med laget"), (ItemKind.TASK, "Male ferdig"))
    assert served(["Pusse opp gamle uthus sammen med"], now.items) == {item_key(now.items[0])}


def test_of_lines_that_differ_in_a_number_only_the_one_meant_is_served():
    now = an_ad(*((ItemKind.TASK, f"Tømme og vaske tank nummer {n} i anlegget") for n in range(5)))
    assert served([now.items[3].quote.words], now.items) == {item_key(now.items[3])}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sammen med Turid Aasgård og Jon-Erik Moe fra drift", ("Turid Aasgård", "Jon-Erik Moe")),
        ("Turid Aasgård ledet oss, og Turid Aasgård bestemte", ("Turid Aasgård",)),
        ("Bare meg selv, og litt hjelp av en vikar", ()),
        ("Med Åse Čáhppe (teamleder). Hun var ny.", ("Åse Čáhppe",)),
        ("", ()),
    ],
)
def test_people_named_in_full_may_be_referees(text: str, names: tuple[str, ...]):
    assert possible_referees(text) == names


def test_somebody_on_the_list_is_not_proposed_again():
    assert possible_referees("Med Turid Aasgård og Per Moe", ["Turid Aasgård, 900 00 000"]) == ("Per Moe",)


@given(st.text(max_size=400))
def test_any_text_is_looked_through_for_names(text: str):
    for name in possible_referees(text):
        assert name in text


def test_a_line_the_ad_says_twice_is_one_line():
    ad = an_ad((ItemKind.TASK, "Male vegger"), (ItemKind.TASK, "Kjøre bil"), (ItemKind.TASK, "Male  vegger"))
    assert [line.item for line in coverage(ad, ())] == list(ad.items[:2])
