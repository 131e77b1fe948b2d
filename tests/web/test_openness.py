"""Åpenhet: what to tell, what must be told, what they may not ask with its exception, each rule with place and age."""

import pytest

from andregang.bootstrap import OWNER
from andregang.content.law import load_law
from andregang.content.rules import RuleStatus
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language

from .conftest import AD, Site, document, text_of

LAW = load_law()


@pytest.mark.parametrize("item", LAW.items.values(), ids=lambda item: item.id)
def test_a_rule_is_shown_with_its_exception_place_age_and_whom_to_ask(prepared, item):
    shown = text_of(prepared.see(f"apenhet/{item.id}"))
    assert item.rule[Language.NB] in shown
    if item.unless:
        assert item.unless[Language.NB] in shown
    assert f"{item.stands.place}. Teksten som er lest, er" in shown
    for body in item.whom:
        assert LAW.bodies[body].words[Language.NB] in shown
    assert "ikke juridisk rådgivning" in shown
    assert ("Må sjekkes" in shown) is (item.stands.status is RuleStatus.TO_VERIFY)
    assert ("ikke i loven selv" in shown) is (item.stands.status is RuleStatus.SECONDARY)


def test_the_age_of_a_text_follows_the_clock(prepared):
    assert "er 2 år gammel" in text_of(prepared.see("apenhet/LA6"))
    assert "er 9 måneder gammel" in text_of(prepared.see("apenhet/LA10"))


def test_own_words_are_kept_and_marked_in_the_list(prepared):
    first = prepared.client.post(
        prepared.address("apenhet/OT1"), data={"text": "Jeg var hjemme", "version": "0"}, headers={"X-Draft": "1"}
    )
    assert (first.status_code, first.headers["X-Version"]) == (204, "1")
    assert prepared.see("apenhet/OT1").css_first("textarea").text() == "Jeg var hjemme"
    rows = prepared.see("apenhet").css("section[aria-labelledby=velger] li")
    assert ["egen tekst" in row.text() for row in rows] == [True, *[False] * (len(rows) - 1)]


def test_two_windows_keep_both_texts(prepared):
    for text, status in (("Første", 303), ("Andre", 409)):
        answer = prepared.client.post(prepared.address("apenhet/LA6"), data={"text": text, "version": "0"})
        assert answer.status_code == status
    page = prepared.see("apenhet/LA6")
    prepared.client.post(
        prepared.address("apenhet/LA6"), data={"use": page.css_first("button[name=use]").attributes["value"]}
    )
    assert prepared.see("apenhet/LA6").css_first("textarea").text() == "Andre"


@pytest.mark.parametrize(
    ("question", "law", "said"),
    [
        ("Planlegger du barn?", "LA1", "som regel kan de ikke spørre"),
        ("Har du betalingsanmerkninger?", "LA9", "når jobben gir grunn til det"),
        ("Hva tjener du i dag?", "LA10", "dette kan de spørre om"),
    ],
)
def test_what_a_question_touches_is_told_with_a_way_to_the_exception(prepared, question, law, said):
    page = prepared.see(f"apenhet?sporsmal={question}")
    hint = page.css_first("section[aria-labelledby=ikke] .hint")
    assert said in hint.text()
    assert hint.css_first("a").attributes["href"].endswith(f"/apenhet/{law}")


def test_nothing_found_is_no_promise(prepared):
    page = prepared.see("apenhet?sporsmal=Hva er ditt beste minne?")
    assert "Det kan likevel finnes en" in text_of(page, "section[aria-labelledby=ikke]")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("forbidden=yes&asked=yes&matters=yes", "Du trenger ikke å si det"),
        ("forbidden=no&asked=yes&matters=no", "Si det, kort og rolig"),
        ("forbidden=no&asked=no&matters=no", "Du velger selv"),
    ],
)
def test_three_answers_say_whether_it_must_be_told(prepared, query, said):
    assert said in text_of(prepared.see(f"apenhet?{query}"), "section[aria-labelledby=ma] .hint")


def test_without_all_three_nothing_follows(prepared):
    assert not prepared.see("apenhet?forbidden=no&asked=yes").css("section[aria-labelledby=ma] .hint")


def test_what_the_ad_says_it_will_ask_for_is_quoted(site):
    ad = AD + "\nDu må legge fram politiattest.\n"
    site.give(document("annonse.txt", ad, DocumentKind.AD))
    page = site.see("apenhet")
    assert "Du må legge fram politiattest." in [q.text() for q in page.css("q")]
    assert "Du må legge fram politiattest." in text_of(site.see("apenhet/LA8"))


@pytest.mark.parametrize(("employer", "open_"), [("Ulvsund kommune", True), ("Fjordlys Verft AS", False)])
def test_access_to_the_list_of_applicants_stands_open_only_for_public_employers(site, employer, open_):
    ad = AD.replace("Fjordlys Verft AS", employer)
    site.give(document("annonse.txt", ad, DocumentKind.AD))
    section = site.see("apenhet").css_first("section[aria-labelledby=se]")
    assert ("ser ut til å være offentlig" in section.text()) is open_
    assert "Offentlig søkerliste" in section.text()


def test_there_is_no_other_topic(prepared):
    assert prepared.client.get(prepared.address("apenhet/LA99")).status_code == 404
    answer = prepared.client.post(prepared.address("apenhet/LA99"), data={"text": "x", "version": "0"})
    assert answer.status_code == 404


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_without_documents_all_topics_are_there(open_site, language):
    site: Site = open_site(language)
    with site.context.store.unit_of_work(OWNER) as uow:
        site.slug = uow.preparations.create("tom", "Tom", site.context.now(), language=language).slug
        uow.commit()
    links = {a.attributes["href"].rsplit("/", 1)[1] for a in site.see("apenhet").css("main li a")}
    assert links == {*LAW.items, *LAW.topics}
