"""Which tasks a contribution is worth tying to."""

import hashlib

from andregang.domain.contribution import STRESSED, Contribution, stressed_tasks, tie
from andregang.domain.evidence import item_key
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.source import Document, DocumentKind, Quote
from andregang.domain.text import DocumentText, Language


def an_ad(kind: ItemKind, count: int) -> JobAd:
    lines = [f"Oppgave nummer {n}" for n in range(count)]
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    items = []
    for line in lines:
        start = text.index(line)
        items.append(AdItem(kind, Quote(digest, start, start + len(line), line)))
    return JobAd(Document(digest, "annonse.txt", DocumentKind.AD, Language.NB, DocumentText(text)), items=tuple(items))


AD = an_ad(ItemKind.TASK, 9)


def test_what_is_asked_most_about_comes_before_the_rest_and_all_stand_in_the_ads_order():
    chosen = stressed_tasks(AD, [AD.items[8], AD.items[7]])
    assert len(chosen) == STRESSED
    assert chosen == (*AD.items[: STRESSED - 2], AD.items[7], AD.items[8])


def test_a_task_it_is_tied_to_is_always_shown():
    assert AD.items[6] in stressed_tasks(AD, AD.items[:6], [item_key(AD.items[6])])
    assert stressed_tasks(AD, (), [item_key(item) for item in AD.items]) == AD.items


def test_an_ad_that_names_no_task_gives_its_musts():
    ad = an_ad(ItemKind.MUST, 2)
    assert stressed_tasks(ad, ()) == ad.items
    assert stressed_tasks(None, ad.items) == ()


def test_it_is_tied_by_key_and_an_unknown_key_ties_nothing():
    assert tie(AD.items, [item_key(AD.items[2]), "00000000"]) == ("Oppgave nummer 2",)


def test_its_sentences_are_counted():
    assert len(Contribution("Turnusen holder. Folk vet når de skal på. Sykefraværet synker.").sentences) == 3
