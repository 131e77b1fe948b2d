"""Belegg: an example made, written part by part, tied to lines of the ad, deleted and brought back."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from andregang.bootstrap import OWNER
from andregang.domain.evidence import item_key
from andregang.domain.examples import coverage
from andregang.domain.source import DocumentKind
from andregang.web.pages.examples import STEPS

from .conftest import NOW, Site, document, text_of


def keys(site: Site) -> dict[str, str]:
    """The keys of the ad's lines by their words."""
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        ad = site.context.preparation(uow, uow.preparations.by_slug(site.slug)).ad
    return {line.item.quote.words: item_key(line.item) for line in coverage(ad, ())}


def begin(site: Site, title: str = "Plateverkstedet våren 2023", *lines: str) -> str:
    """A new example; its page."""
    answer = site.client.post(site.address("belegg/ny"), data={"title": title, "items": [keys(site)[x] for x in lines]})
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("/ramme")
    return answer.headers["location"].removesuffix("/ramme")


def version(page: LexborHTMLParser) -> str:
    return page.css_first("input[name=version]").attributes["value"] or ""


def write(site: Site, step: str, text: str, go: str = "next", read: str | None = None):
    read = version(site.see(step)) if read is None else read
    return site.client.post(step, data={"text": text, "version": read, "go": go})


def test_with_no_example_there_are_three_ways_to_begin_and_no_empty_table(prepared):
    page = prepared.see("belegg")
    ways = page.css("main .listing a[href*='minne=']")
    assert len(ways) == 3
    for way in ways:
        assert way.text() in text_of(prepared.see(way.attributes["href"].replace("&amp;", "&")))


def test_every_line_of_the_ad_says_whether_it_has_an_example(prepared):
    begin(prepared, "Stål på lager", "Bestille stål og annet materiell")
    page = prepared.see("belegg")
    lists = page.css("section[aria-labelledby=linjer] ul")
    without, having = ([li.css_first(".has").text().strip() for li in rows.css("li")] for rows in lists)
    assert [heading.text() for heading in page.css("h3")] == ["Fant ikke noe eksempel på", "Har eksempel"]
    assert having == ["Bestille stål og annet materiell (oppgave)"]
    rows = {words.rpartition(" (")[0] for words in (*without, *having)}
    assert rows == keys(prepared).keys()
    assert f"1 av {len(rows)} linjer" in text_of(page)


def test_a_line_leads_to_an_example_with_the_line_chosen(prepared):
    key = keys(prepared)["Rolig når det haster"]
    page = prepared.see(f"belegg/ny?krav={key}")
    assert "Rolig når det haster" in text_of(page)
    assert page.css_first("input[name=items]").attributes["value"] == key
    example = begin(prepared, "Natta strømmen gikk", "Rolig når det haster")
    assert "Rolig når det haster" in text_of(prepared.see(example))


def test_an_unknown_line_gives_a_page_without_it(prepared):
    assert not prepared.see("belegg/ny?krav=00000000").css("input[name=items]")


def test_a_line_that_has_an_example_leads_to_that_one_too(prepared):
    example = begin(prepared, "Stål på lager", "Bestille stål og annet materiell")
    page = prepared.see(f"belegg/ny?krav={keys(prepared)['Bestille stål og annet materiell']}")
    assert example in [a.attributes["href"] for a in page.css("main a")]


def test_an_example_without_a_name_is_asked_for_one_and_keeps_its_line(prepared):
    key = keys(prepared)["Rolig når det haster"]
    answer = prepared.client.post(prepared.address(f"belegg/ny?krav={key}"), data={"title": "  ", "items": key})
    page = LexborHTMLParser(answer.text)
    assert answer.status_code == 422
    assert page.css_first("title").text().startswith("Feil: ")
    assert page.css_first("#feil a").attributes["href"] == "#title"
    assert page.css_first("input[name=items]").attributes["value"] == key


def test_the_parts_are_asked_for_one_at_a_time_and_then_the_whole_is_shown(prepared):
    example = begin(prepared)
    place, seen = f"{example}/ramme", []
    while place != example:
        page = prepared.see(place)
        assert len(page.css("main textarea")) == 1
        seen.append(place.rsplit("/", 1)[1])
        place = write(prepared, place, f"Tekst om {seen[-1]}").headers["location"]
    assert seen == [step for step in STEPS if step != "tittel"]
    whole = text_of(prepared.see(example))
    assert all(f"Tekst om {step}" in whole for step in seen)
    assert "Fant ikke" not in whole


def test_one_can_go_back_and_what_was_written_is_kept(prepared):
    example = begin(prepared)
    answer = write(prepared, f"{example}/gjorde", "Skar platene selv", go="back")
    assert answer.headers["location"] == f"{example}/planla"
    assert prepared.see(f"{example}/gjorde").css_first("textarea").text() == "Skar platene selv"


def test_what_is_not_written_is_said_without_judging(prepared):
    example = begin(prepared)
    write(prepared, f"{example}/gjorde", "Skar platene selv")
    page = text_of(prepared.see(example))
    assert "Fant ikke hvordan du planla det, hva det førte til, hvem du jobbet med og hva du lærte." in page


def test_the_spoken_length_is_told(prepared):
    example = begin(prepared)
    write(prepared, f"{example}/gjorde", "ord " * 126)
    assert "Om lag 60 sekunder høyt." in text_of(prepared.see(example))


def test_a_draft_is_saved_while_writing_and_the_next_draft_builds_on_it(prepared):
    example = begin(prepared)
    step = f"{example}/resultat"
    read = version(prepared.see(step))
    for text in ("Ti d", "Ti dager før"):
        answer = prepared.client.post(step, data={"text": text, "version": read}, headers={"X-Draft": "1"})
        assert answer.status_code == 204
        read = answer.headers["X-Version"]
    assert prepared.see(step).css_first("textarea").text() == "Ti dager før"


def test_two_windows_keep_both_texts_and_one_is_chosen(prepared):
    step = f"{begin(prepared)}/resultat"
    read = version(prepared.see(step))
    write(prepared, step, "Ferdig ti dager før", read=read)
    for text in ("Halv", "Halvert svinn"):
        lost = prepared.client.post(step, data={"text": text, "version": read}, headers={"X-Draft": "1"})
        assert lost.status_code == 409
    answer = write(prepared, step, "Halvert svinn på et år", read=read)
    assert answer.status_code == 409
    page = LexborHTMLParser(answer.text)
    assert page.css_first("textarea").text() == "Ferdig ti dager før"
    assert [kept.text() for kept in page.css(".both blockquote")] == ["Halvert svinn på et år"]
    draft = page.css_first("button[name=use]").attributes["value"]
    prepared.client.post(step, data={"use": draft})
    page = prepared.see(step)
    assert page.css_first("textarea").text() == "Halvert svinn på et år"
    assert not page.css(".both")


def test_a_text_that_lost_can_be_let_go(prepared):
    step = f"{begin(prepared)}/laerte"
    read = version(prepared.see(step))
    write(prepared, step, "Spør tidligere", read=read)
    page = LexborHTMLParser(write(prepared, step, "Noe annet", read=read).text)
    prepared.client.post(step, data={"drop": page.css_first("button[name=drop]").attributes["value"]})
    page = prepared.see(step)
    assert page.css_first("textarea").text() == "Spør tidligere"
    assert not page.css(".both")


def test_one_example_serves_several_lines_of_the_ad(prepared):
    example = begin(prepared)
    wanted = ["Lede arbeidet i plateverkstedet", "Rolig når det haster"]
    prepared.client.post(f"{example}/krav", data={"items": [keys(prepared)[words] for words in wanted]})
    ticked = prepared.see(f"{example}/krav").css("input[checked]")
    assert {box.attributes["value"] for box in ticked} == {keys(prepared)[words] for words in wanted}
    prepared.client.post(f"{example}/krav", data={})
    assert not prepared.see(f"{example}/krav").css("input[checked]")


def test_a_line_that_left_the_ad_is_still_shown(prepared):
    example = begin(prepared)
    with prepared.context.store.unit_of_work(OWNER) as uow:
        uow.examples.serve(example.rsplit("/", 1)[1], ["Kjøre kran"], NOW)
        uow.commit()
    assert "Kjøre kran (står ikke lenger i annonsen)" in text_of(prepared.see(example))
    prepared.client.post(f"{example}/krav", data={"items": keys(prepared)["Rolig når det haster"]})
    assert "Kjøre kran" in text_of(prepared.see(example))


def test_who_was_worked_with_is_proposed_as_referee_and_added_only_when_asked(prepared):
    example = begin(prepared)
    write(prepared, f"{example}/medhvem", "Formann Odd Kvamme og meg")
    assert "1 referanse" not in text_of(prepared.see("belegg"), "section[aria-labelledby=referanser]")
    button = prepared.see(example).css_first("section[aria-labelledby=referanser] button[name=name]")
    assert button.attributes["value"].endswith("Odd Kvamme")
    form = {"name": "Odd Kvamme", "claim": example.rsplit("/", 1)[1]}
    added = prepared.client.post(prepared.address("referanser"), data=form).headers["location"]
    again = prepared.client.post(prepared.address("referanser"), data={**form, "name": "odd kvamme"})
    assert again.headers["location"] == added
    assert "1 referanse" in text_of(prepared.see("belegg"), "section[aria-labelledby=referanser]")
    confirmed = prepared.see(example)
    assert "Odd Kvamme" in text_of(confirmed, "section[aria-labelledby=referanser] p")
    assert not confirmed.css("section[aria-labelledby=referanser] button[name=name]")


def test_a_deleted_example_can_be_brought_back_whole(prepared):
    example = begin(prepared, "Stål på lager", "Bestille stål og annet materiell")
    write(prepared, f"{example}/gjorde", "Ringte fire leverandører")
    answer = prepared.client.post(example, data={"delete": "1"})
    page = prepared.see(answer.headers["location"])
    assert "«Stål på lager» er slettet." in text_of(page)
    assert prepared.client.get(example).status_code == 404
    removed = page.css_first("button[name=restore]").attributes["value"]
    back = prepared.client.post(prepared.address("belegg"), data={"restore": removed})
    assert back.headers["location"] == example
    assert "Ringte fire leverandører" in text_of(prepared.see(example))


@pytest.mark.parametrize("page", ["belegg/finnes-ikke", "belegg/finnes-ikke/gjorde", "belegg/finnes-ikke/krav"])
def test_an_example_that_is_not_there_is_said_to_be_not_found(prepared, page: str):
    assert prepared.client.get(prepared.address(page)).status_code == 404


def test_a_part_that_is_not_there_is_said_to_be_not_found(prepared):
    assert prepared.client.get(f"{begin(prepared)}/noe-annet").status_code == 404


def test_an_example_of_another_preparation_is_not_found(prepared):
    example = begin(prepared).rsplit("/", 1)[1]
    first, prepared.slug = prepared.slug, "en-annen"
    prepared.give(document("annen.txt", "Kokk\n\nArbeidsoppgaver\n- Lage suppe\n- Vaske opp\n", DocumentKind.AD))
    assert prepared.slug != first
    for page in (f"belegg/{example}", f"belegg/{example}/gjorde", f"belegg/{example}/krav"):
        assert prepared.client.get(prepared.address(page)).status_code == 404
        assert prepared.client.post(prepared.address(page), data={"text": "x", "delete": "1"}).status_code == 404


def test_many_examples_and_lines_are_shown_fifty_at_a_time(site):
    tasks = "\n".join(f"- Tømme og kontrollere tank nummer {n} i anlegget" for n in range(1, 121))
    site.give(document("annonse.txt", f"Tankvakt\n\nArbeidsoppgaver\n{tasks}\n", DocumentKind.AD))
    with site.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(site.slug)
        for number in range(60):
            uow.examples.create(kept.id, NOW, title=f"Nummer {number}")
        uow.commit()
    page = site.see("belegg")
    assert len(page.css("main > .listing > li")) == 50
    assert len(page.css("section .listing > li")) == 50
    second = site.see("belegg?side=2&krav=3")
    assert len(second.css("main > .listing > li")) == 10
    assert len(second.css("section .listing > li")) == 20


def test_lines_ticked_on_one_page_stay_while_another_page_is_ticked(site):
    tasks = "\n".join(f"- Tømme og kontrollere tank nummer {n} i anlegget" for n in range(1, 71))
    site.give(document("annonse.txt", f"Tankvakt\n\nArbeidsoppgaver\n{tasks}\n", DocumentKind.AD))
    example = begin(site)
    by_words = keys(site)
    first, later = (by_words[f"Tømme og kontrollere tank nummer {n} i anlegget"] for n in (3, 65))
    answer = site.client.post(f"{example}/krav", data={"items": first, "go": "next"})
    site.client.post(answer.headers["location"], data={"items": later})
    assert site.see(f"{example}/krav").css_first("input[checked]").attributes["value"] == first
    assert site.see(f"{example}/krav?side=2").css_first("input[checked]").attributes["value"] == later


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_pages_are_whole_in_every_language(open_site, language: str):
    site = open_site(language)
    site.give(document("annonse.txt", "Kokk\n\nArbeidsoppgaver\n- Lage suppe\n- Vaske opp\n", DocumentKind.AD))
    example = begin(site)
    for step in STEPS:
        site.see(f"{example}/{step}")
    assert {site.see(page).css_first("html").attributes["lang"] for page in ("belegg", "belegg/ny", example)} == {
        language
    }


def test_writing_by_the_person_is_shown_as_text(prepared):
    example = begin(prepared, "<script>alert(1)</script>")
    write(prepared, f"{example}/gjorde", "<b>fet</b> & {{ 7 * 7 }}")
    page = prepared.see(example)
    assert not page.css("main script")
    assert "<b>fet</b> & {{ 7 * 7 }}" in text_of(page)
