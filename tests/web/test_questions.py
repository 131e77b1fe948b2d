"""Spørsmål: what they may ask with what it measures on demand, and what the person chooses to ask."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from andregang.bootstrap import OWNER
from andregang.content import load_decisions
from andregang.domain.questions.choice import MOST
from andregang.domain.text import Language

from .conftest import Site, text_of


def chosen(site: Site) -> list[str]:
    return [
        p.text().split(" (")[0].strip() for p in site.see("sporsmal/egne").css("section[aria-labelledby=valgt] ol p")
    ]


def suggested(page: LexborHTMLParser) -> list[str]:
    return [button.attributes["value"] for button in page.css("button[name=choose]")]


def post(site: Site, **form: str):
    return site.client.post(site.address("sporsmal/egne"), data=form)


def test_what_a_question_measures_is_seen_only_when_asked_for(prepared):
    rows = prepared.see("sporsmal?vis=alle").css("main > ol > li")
    assert len(rows) > 10
    for row in rows:
        details = row.css_first("details")
        assert "open" not in details.attributes
        assert details.css_first("p").text()


def test_each_question_about_a_line_leads_to_its_example_or_to_making_one(prepared):
    page = prepared.see("sporsmal?vis=alle")
    making = {a.attributes["href"].rsplit("=", 1)[1] for a in page.css("main a[href*='belegg/ny']")}
    assert making
    for key in making:
        prepared.client.post(prepared.address("belegg/ny"), data={"title": f"Eksempel {key}", "items": key})
    page = prepared.see("sporsmal?vis=alle")
    assert not page.css("main a[href*='belegg/ny']")
    assert page.css("main ol a[href*='/belegg/']")


def test_the_first_ten_are_shown_until_all_are_asked_for(prepared):
    page = prepared.see("sporsmal")
    shown = [row.css_first("p").text() for row in page.css("main > ol > li")]
    whole = prepared.see(page.css_first("a[href*='vis=alle']").attributes["href"])
    assert len(shown) == 10
    assert [row.css_first("p").text() for row in whole.css("main > ol > li")][:10] == shown
    assert not whole.css("a[href*='vis=alle']")


def test_seven_question_words_are_asked_about_one_line(prepared):
    page = prepared.see("sporsmal")
    option = next(o for o in page.css("#oppgave option") if "Bestille stål" in o.text())
    drill = prepared.see(f"sporsmal?oppgave={option.attributes['value']}").css_first("section[aria-labelledby=drill]")
    words = [p.text() for p in drill.css("ol > li > p")]
    assert len(words) == 7
    assert sum("bestille" in line.casefold() for line in words) >= 4
    assert drill.css_first("option[selected]").text() == option.text()


def test_an_unknown_line_drills_nothing(prepared):
    assert not prepared.see("sporsmal?oppgave=00000000").css("section[aria-labelledby=drill] ol")


def test_questions_are_proposed_for_each_person_and_for_each_decision(prepared):
    assert "Signe Hauge" in [h.text() for h in prepared.see("sporsmal/egne").css("h3")]
    page = prepared.see("sporsmal/egne?etter=avgjorelse")
    decisions = [decision.words[Language.NB] for decision in load_decisions()]
    titles = [h.text() for h in page.css("h3")]
    assert titles == [title for title in decisions if title in titles]
    assert sorted(suggested(page)) == sorted(suggested(prepared.see("sporsmal/egne")))


def test_at_most_five_are_chosen(prepared):
    for number in range(MOST):
        assert post(prepared, own=f"Spørsmål {number}?").status_code == 303
    answer = post(prepared, own="Ett til?")
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.text)
    assert page.css_first("title").text().startswith("Feil: ")
    assert page.css_first("#feil a").attributes["href"] == "#valgt"
    assert not page.css("button[name=choose]")
    assert chosen(prepared) == [f"Spørsmål {number}?" for number in range(MOST)]


def test_a_suggestion_is_chosen_once_and_marked(prepared):
    first = suggested(prepared.see("sporsmal/egne"))[0]
    post(prepared, choose=first)
    post(prepared, choose=first)
    assert len(chosen(prepared)) == 1
    assert first not in suggested(prepared.see("sporsmal/egne"))


def test_the_chosen_are_ordered_with_buttons_and_laid_aside(prepared):
    for words in ("Ei?", "To?", "Tre?"):
        post(prepared, own=words)
    post(prepared, up="Tre?")
    assert chosen(prepared) == ["Ei?", "Tre?", "To?"]
    post(prepared, down="Ei?")
    assert chosen(prepared) == ["Tre?", "Ei?", "To?"]
    post(prepared, drop="Ei?")
    assert chosen(prepared) == ["Tre?", "To?"]
    page = prepared.see("sporsmal/egne")
    assert len(page.css("button[name=up]")) == len(page.css("button[name=down]")) == 1


@pytest.mark.parametrize(("words", "said"), [("  ", "Skriv spørsmålet først."), ("x" * 301, "Skriv det kortere.")])
def test_a_question_that_cannot_be_kept_is_shown_again(prepared, words: str, said: str):
    answer = post(prepared, own=words)
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.text)
    assert text_of(page, "#feil a") == said
    assert page.css_first("#own").attributes["value"] == words


def test_what_must_be_decided_and_nobody_is_asked_about_is_named(prepared):
    post(prepared, own="Hvor er kantina?")
    page = text_of(prepared.see("sporsmal/egne"), "section[aria-labelledby=valgt]")
    required = [decision.words[Language.NB] for decision in load_decisions() if decision.required]
    assert all(words in page for words in required)


def test_moving_one_that_is_not_chosen_is_not_found(prepared):
    assert post(prepared, up="CQ01").status_code == 404


def test_the_way_of_looking_is_kept_while_choosing(prepared):
    answer = post(prepared, own="Hvor er kantina?", etter="avgjorelse")
    assert "etter=avgjorelse" in answer.headers["location"]


def test_without_an_ad_one_is_asked_for(site):
    from andregang.domain.source import DocumentKind

    from .conftest import CV, document

    site.give(document("cv.txt", CV, DocumentKind.CV))
    assert site.see("sporsmal").css_first("main h1")
    assert site.see("sporsmal/egne").css("button[name=choose]")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_pages_are_whole_in_every_language(open_site, language: str):
    from andregang.domain.source import DocumentKind

    from .conftest import AD, document

    site = open_site(language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    for page in ("sporsmal", "sporsmal/egne", "historien", "historien/30", "bidraget"):
        assert site.see(page).css_first("html").attributes["lang"] == language


def test_what_is_chosen_stands_on_the_sheet_and_what_is_not_does_not(prepared):
    proposed = suggested(prepared.see("sporsmal/egne"))
    for line in proposed[:4]:
        post(prepared, choose=line)
    post(prepared, own="Hvor er kantina?")
    sheet = text_of(prepared.see("motet/ark"), "body")
    assert "Hvor er kantina?" in sheet
    mine = chosen(prepared)
    assert all(words[:40] in sheet for words in mine)
    prepared.client.post(prepared.address("sporsmal/egne"), data={"drop": proposed[0]})
    assert mine[0][:40] not in text_of(prepared.see("motet/ark"), "body")


def test_an_own_question_is_for_whom_and_decides_what_the_person_says(prepared):
    post(prepared, own="Hvem eier bygget?", informs="D7", person="Signe Hauge")
    said = text_of(prepared.see("sporsmal/egne"), "section[aria-labelledby=valgt]")
    assert "Hvem eier bygget? (Signe Hauge)" in said
    assert "Tryggheten: Er virksomheten økonomisk og juridisk trygg?" in said
    assert "[" not in said
    assert "Hvem eier bygget?" in text_of(prepared.see("motet/ark"), "body")


def test_a_decision_that_is_none_is_left_out(prepared):
    post(prepared, own="Hvem eier bygget?", informs="D99")
    assert chosen(prepared) == ["Hvem eier bygget?"]


def test_the_chosen_are_put_in_the_order_that_could_change_the_answer(prepared):
    post(prepared, own="Hvor er kantina?")
    post(prepared, own="Hva er lønnsrammen?", informs="D6")
    post(prepared, own="Hva er oppgavene?", informs="D1")
    post(prepared, order="1")
    assert chosen(prepared)[-1] == "Hvor er kantina?"
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        values = {"offer": "", "weight": 3, "standing": "", "note": "", "changed": prepared.context.now()}
        uow.standings.add(preparation=kept.id, decision="D1", known="well", **values)
        uow.commit()
    post(prepared, order="1")
    assert chosen(prepared)[0] == "Hva er lønnsrammen?"


def test_what_they_answer_is_noted_under_each_question_chosen(prepared):
    post(prepared, own="Hvor er kantina?")
    page = prepared.see("sporsmal/svar")
    fields = {name: page.css_first(f"input[name={name}]").attributes["value"] for name in ("question", "version")}
    prepared.client.post(prepared.address("sporsmal/svar"), data={**fields, "text": "I andre etasje."})
    assert prepared.see("sporsmal/svar").css_first("textarea").text() == "I andre etasje."


def test_an_answer_written_in_two_windows_keeps_both_texts(prepared):
    post(prepared, own="Hvor er kantina?")
    key = prepared.see("sporsmal/svar").css_first("input[name=question]").attributes["value"]
    where = prepared.address("sporsmal/svar")
    prepared.client.post(where, data={"question": key, "version": "0", "text": "Først."})
    prepared.client.post(where, data={"question": key, "version": "1", "text": "Så."})
    lost = prepared.client.post(where, data={"question": key, "version": "1", "text": "Annet."})
    assert lost.status_code == 409
    page = LexborHTMLParser(lost.text)
    prepared.client.post(where, data={"use": page.css_first("button[name=use]").attributes["value"]})
    assert prepared.see("sporsmal/svar").css_first("textarea").text() == "Annet."


def test_an_answer_to_what_is_not_asked_is_not_kept(prepared):
    answer = prepared.client.post(prepared.address("sporsmal/svar"), data={"question": "asked:0", "text": "x"})
    assert answer.status_code == 404


def test_no_question_chosen_leads_to_choosing(prepared):
    assert "Ingen spørsmål er valgt ennå." in text_of(prepared.see("sporsmal/svar"))
