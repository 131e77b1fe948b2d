"""Krav: every line of the ad, where it stands, and the person's word on it."""

import pytest
from starlette.testclient import TestClient

from andregang.bootstrap import OWNER
from andregang.domain.evidence import item_key
from andregang.domain.preparation import Preparation
from andregang.domain.source import DocumentKind

from .conftest import AD, NOW, Site, document, text_of


def reading(site: Site) -> Preparation:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return site.context.preparation(uow, uow.preparations.by_slug(site.slug))


def key_of(site: Site, words: str) -> str:
    return next(item_key(m.item) for m in reading(site).matches if words in m.item.quote.words)


def say(site: Site, words: str, **form: str) -> int:
    return site.client.post(site.address(f"krav/{key_of(site, words)}"), data=form).status_code


def standing(site: Site, words: str) -> str:
    row = next(li for li in site.see("krav").css(".demands li") if words in li.text())
    return row.css_first(".standing").text().strip()


def test_every_line_of_the_ad_is_listed_once_and_what_lacks_evidence_stands_first(prepared):
    page = prepared.see("krav")
    lines = [li.css_first("a").text().strip() for li in page.css(".demands li")]
    assert sorted(lines) == sorted(m.item.quote.words for m in reading(prepared).matches)
    standings = [tag.text().strip() for tag in page.css(".demands .standing")]
    order = ["Fant ikke i CV-en", "Tynt belagt", "Ikke vurdert", "Godt belagt"]
    assert standings == sorted(standings, key=order.index)
    assert len(set(standings)) > 2


def test_the_counts_add_up_to_the_lines(prepared):
    page = prepared.see("krav")
    counts = [int(node.text()) for node in page.css(".filters .count")]
    assert counts[0] == sum(counts[1:]) == len(page.css(".demands li"))


def test_a_standing_can_be_chosen_alone(prepared):
    page = prepared.see("krav?status=not_assessed")
    assert {tag.text().strip() for tag in page.css(".demands .standing")} == {"Ikke vurdert"}
    assert page.css_first(".filters [aria-current]").text().split()[:2] == ["Ikke", "vurdert"]


def test_an_unknown_standing_shows_all(prepared):
    assert len(prepared.see("krav?status=splendid").css(".demands li")) == len(reading(prepared).matches)


def test_many_lines_are_shown_fifty_at_a_time(site):
    tasks = "\n".join(f"- Tømme og kontrollere tank nummer {n} i anlegget" for n in range(1, 121))
    site.give(document("annonse.txt", f"Tankvakt\n\nArbeidsoppgaver\n{tasks}\n", DocumentKind.AD))
    seen = []
    for number in (1, 2, 3):
        rows = site.see(f"krav?side={number}").css(".demands a")
        assert len(rows) <= 50
        seen += [row.attributes["href"] for row in rows]
    assert len(seen) == len(set(seen)) == len(reading(site).matches) == 120
    assert len(site.see("krav?side=99").css(".demands a")) == 20


def test_without_an_ad_the_page_says_what_to_give(site):
    site.give(document("cv.txt", "Eskil Nordbø\n\nUtdanning\nFagbrev, 2011", DocumentKind.CV))
    assert "Gi annonsen" in text_of(site.see("krav"))


def test_without_a_cv_nothing_is_assessed(site):
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    page = site.see("krav")
    assert {tag.text().strip() for tag in page.css(".demands .standing")} == {"Ikke vurdert"}
    assert "CV-en mangler" in text_of(page)


def test_a_line_shows_its_words_in_the_ad_and_the_words_of_the_cv(prepared):
    page = prepared.see(f"krav/{key_of(prepared, 'Lede arbeidet')}")
    assert page.css_first("h1").text() == "Lede arbeidet i plateverkstedet"
    quotes = [quote.text().strip() for quote in page.css("blockquote")]
    assert quotes[0] == "Lede arbeidet i plateverkstedet"
    assert "Ledet arbeidet i plateverkstedet med elleve mann" in quotes
    assert "Formann, Vikholm Mek AS" in text_of(page)


def test_confirmed_evidence_is_well_supported_until_it_is_taken_back(prepared):
    words = "Erfaring med robotsveising"
    evidence = "Bestilte stål fra fire leverandører"
    before = standing(prepared, words)
    assert say(prepared, words, action="confirm", evidence=evidence) == 303
    assert standing(prepared, words) == "Godt belagt"
    assert "Du har bekreftet dette" in text_of(prepared.see(f"krav/{key_of(prepared, words)}"))
    assert say(prepared, words, action="take_back", evidence=evidence) == 303
    assert standing(prepared, words) == before


def test_rejected_evidence_no_longer_counts_and_can_be_brought_back(prepared):
    words = "Førerkort klasse B"
    assert standing(prepared, words) == "Godt belagt"
    say(prepared, words, action="reject", evidence="Førerkort klasse B")
    assert standing(prepared, words) == "Fant ikke i CV-en"
    page = prepared.see(f"krav/{key_of(prepared, words)}")
    assert "1 linje tatt bort" in text_of(page)
    say(prepared, words, action="take_back", evidence="Førerkort klasse B")
    assert standing(prepared, words) == "Godt belagt"


def test_own_words_make_a_line_thinly_supported_and_their_removal_can_be_undone(prepared):
    words, own = "Erfaring med robotsveising", "Jeg satte opp sveiseroboten hos Brattvik i 2016."
    say(prepared, words, action="add", own_words=own)
    assert standing(prepared, words) == "Tynt belagt"
    key = key_of(prepared, words)
    assert own in text_of(prepared.see(f"krav/{key}"))
    say(prepared, words, action="remove", own_words=own)
    assert standing(prepared, words) == "Fant ikke i CV-en"
    assert "Fjernet" in text_of(prepared.see(f"krav/{key}"))
    say(prepared, words, action="add", own_words=own)
    assert standing(prepared, words) == "Tynt belagt"


def test_a_judgement_survives_that_another_line_is_struck(prepared):
    say(prepared, "Bestille stål", action="reject", evidence="Bestilte stål fra fire leverandører")
    digest = reading(prepared).ad.document.digest
    with prepared.context.store.unit_of_work(OWNER) as uow:
        uow.corrections.say(digest, "Lede arbeidet i plateverkstedet", "strike", NOW)
        uow.commit()
    assert "1 linje tatt bort" in text_of(prepared.see(f"krav/{key_of(prepared, 'Bestille stål')}"))


def test_empty_own_words_are_told_and_what_is_wrong_is_linked(prepared):
    answer = prepared.client.post(
        prepared.address(f"krav/{key_of(prepared, 'Bestille')}"), data={"action": "add", "own_words": "  "}
    )
    assert answer.status_code == 422
    assert 'id="feil"' in answer.text
    assert 'href="#own_words"' in answer.text
    assert "<title>Feil:" in answer.text


def test_any_line_of_the_cv_can_be_pointed_out(prepared):
    key = key_of(prepared, "robotsveising")
    page = prepared.see(f"krav/{key}/cv?ord=stål fire")
    assert [quote.text() for quote in page.css("blockquote")] == ["Bestilte stål fra fire leverandører"]
    everything = prepared.see(f"krav/{key}/cv").css("blockquote")
    assert [quote.text() for quote in everything] == [line.quote.words for line in reading(prepared).cv.lines]


def test_questions_say_on_demand_what_they_measure(prepared):
    page = prepared.see(f"krav/{key_of(prepared, 'Lede arbeidet')}")
    questions = page.css(".questions li")
    assert len(questions) >= 7
    assert all(question.css_first("details p").text().strip() for question in questions)


def test_an_example_that_serves_the_line_is_linked(prepared):
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        made = uow.examples.create(kept.id, NOW, items=["Bestille stål og annet materiell"], title="Stålkrisen")
        uow.commit()
    page = prepared.see(f"krav/{key_of(prepared, 'Bestille')}")
    assert page.css_first(f'a[href$="/belegg/{made.id}"]').text() == "Stålkrisen"
    assert prepared.see(f"krav/{key_of(prepared, 'Lede')}").css_first(f'a[href$="/belegg/{made.id}"]') is None
    rows = {li.css_first("a").text(): li.text() for li in prepared.see("krav").css(".demands li")}
    assert ["1 eksempel" in text for words, text in rows.items() if "Bestille" in words] == [True]
    assert sum("eksempel" in text for text in rows.values()) == 1


def write(client: TestClient, site: Site, text: str, version: int, *, draft: bool = False):
    key = key_of(site, "robotsveising")
    headers = {"X-Draft": "1"} if draft else {}
    return client.post(site.address(f"krav/{key}"), data={"approach": text, "version": str(version)}, headers=headers)


def test_how_one_would_do_it_is_saved_while_writing(prepared):
    first = write(prepared.client, prepared, "Først ville jeg", 0, draft=True)
    assert (first.status_code, first.headers["X-Version"]) == (204, "1")
    second = write(prepared.client, prepared, "Først ville jeg spurt Brattvik.", 1, draft=True)
    assert second.headers["X-Version"] == "2"
    page = prepared.see(f"krav/{key_of(prepared, 'robotsveising')}")
    assert page.css_first("#approach").text() == "Først ville jeg spurt Brattvik."


def test_a_lost_race_shows_both_texts_and_the_one_chosen_stands(prepared):
    write(prepared.client, prepared, "Skrevet i det ene vinduet", 0)
    lost = write(prepared.client, prepared, "Skrevet i det andre vinduet", 0)
    assert lost.status_code == 409
    assert "Skrevet i det ene vinduet" in lost.text
    assert "Skrevet i det andre vinduet" in lost.text
    key = key_of(prepared, "robotsveising")
    assert "Skrevet i det andre vinduet" in text_of(prepared.see(f"krav/{key}"), "#begge")
    assert write(prepared.client, prepared, "Skrevet i det andre vinduet", 1).status_code == 303
    page = prepared.see(f"krav/{key}")
    assert page.css_first("#approach").text() == "Skrevet i det andre vinduet"
    assert page.css_first("#begge") is None


def test_a_line_nobody_knows_is_not_found(prepared):
    assert prepared.client.get(prepared.address("krav/deadbeef")).status_code == 404
    answer = prepared.client.post(prepared.address("krav/deadbeef"), data={"action": "confirm", "evidence": "x"})
    assert answer.status_code == 404
    assert prepared.client.post(prepared.address("krav/deadbeef"), data={"approach": "x"}).status_code == 404


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_pages_speak_the_other_languages(open_site, language):
    site = open_site(language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    shown = text_of(site.see("krav")) + text_of(site.see(f"krav/{key_of(site, 'Bestille')}"))
    assert ("Krav" in shown or "Krev" in shown or "Døma dine" in shown) == (language == "nn")
    assert ("Your examples" in shown) == (language == "en")
