"""Avtalen: quoted, missing and doubtful as questions, what applies, dates, and a message that asks."""

import pytest

from andregang.content.contract import load_contract
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language

from .conftest import NOW, Site, document, text_of

TEXT = """ARBEIDSAVTALE

Arbeidsgiver: Fjordlys Verft AS, org.nr. 999 888 777
Arbeidstaker: Eskil Nordbø
Arbeidssted: Kaiveien 2, Ulvsund
Stilling: Verksmester
Ansettelsen er fast fra 1. februar 2027.
Stillingsprosent: 80 %
Prøvetiden er åtte måneder.
Lønn: kr 640 000 per år, utbetales den 12. hver måned
Oppsigelsesfristen er tre måneder. I prøvetiden er den 14 dager.
Arbeidstid: 30 timer i uken, mandag til fredag kl. 07-13
"""


def give(site: Site, text: str = TEXT):
    return site.client.post(site.address("avtalen"), data={"pasted": text})


@pytest.fixture
def read(prepared: Site) -> Site:
    assert give(prepared).status_code == 303
    return prepared


def section(site: Site, name: str, page: str = "avtalen") -> str:
    return text_of(site.see(page), f"section[aria-labelledby={name}]")


def test_what_is_missing_is_asked_for_with_the_rule_and_its_age(read):
    missing = section(read, "mangler")
    content = load_contract()
    for item in ("KT07", "KT11", "KT13", "KT17"):
        assert content.items[item].ask[Language.NB] in missing
    for item in ("KT01", "KT03", "KT09"):
        assert content.items[item].ask[Language.NB] not in missing
    assert "aml. § 14-6 (1)" in missing
    assert "Teksten som er lest, er 2 år gammel" in missing
    assert "bokstavene etter m" in missing


def test_a_term_to_ask_about_is_quoted_and_asked_never_judged(read):
    asked = section(read, "spor")
    assert "Prøvetiden er åtte måneder." in asked
    assert "Kan prøvetiden settes til seks måneder?" in asked
    whole = text_of(read.see("avtalen")).casefold()
    assert not any(word in whole for word in ("ulovlig", "ugyldig", "lovbrudd"))


def test_what_was_found_is_quoted(read):
    found = text_of(read.see("avtalen"), "main")
    assert "Fjordlys Verft AS, org.nr. 999 888 777" in found


def test_the_last_day_and_the_end_of_the_probation_are_reckoned(read):
    dates = section(read, "datoer", "avtalen?oppsigelse=2027-03-15")
    assert "Siste dag i prøvetiden torsdag 30. september 2027" in dates
    assert "onsdag 30. juni 2027" in dates
    assert "mandag 29. mars" in dates
    assert "640 000 kr i året" in dates


@pytest.mark.parametrize("day", ["", "i morgen", "9999-12-31"])
def test_a_day_that_is_none_is_today(read, day):
    page = read.see(f"avtalen?oppsigelse={day}")
    assert page.css_first("#oppsigelse").attributes["value"] == NOW.date().isoformat()


def test_what_applies_follows_from_the_contract(read):
    applies = section(read, "gjelder")
    assert "Stillingen er på deltid" in applies
    assert "Det er prøvetid" in applies
    assert "midlertidig:" not in applies
    assert "80 %" in applies


def test_the_message_asks_for_all_that_is_missing(read):
    page = read.see("avtalen")
    letter = page.css_first("#melding").text()
    asked = [li.text() for li in page.css("section[aria-labelledby=mangler] > ul > li")]
    assert len(asked) >= 5
    assert all(question in letter for question in asked)
    assert page.css_first("a[href^=mailto]")


def test_a_contract_given_here_changes_nothing_of_the_ad_and_the_cv(prepared):
    before = text_of(prepared.see("krav"))
    give(prepared)
    assert text_of(prepared.see("krav")) == before


def test_the_contract_given_last_is_shown_and_the_other_can_be_chosen(read):
    give(read, TEXT.replace("åtte måneder", "tre måneder"))
    page = read.see("avtalen")
    assert "Prøvetiden er åtte" not in text_of(page)
    other = page.css_first("main a[href^='?avtale']").attributes["href"]
    assert "Prøvetiden er åtte" in text_of(read.see(f"avtalen{other}"))


def test_nothing_given_is_asked_for_again_and_an_unknown_one_is_not_found(prepared):
    answer = give(prepared, " ")
    assert answer.status_code == 422
    assert "Feil:" in answer.text
    assert prepared.client.get(prepared.address("avtalen?avtale=x")).status_code == 404


def test_a_contract_as_a_file_is_read(prepared):
    files = {"files": ("avtale.txt", TEXT.encode(), "text/plain")}
    assert prepared.client.post(prepared.address("avtalen"), files=files).status_code == 303
    assert "avtale.txt" in text_of(prepared.see("avtalen"))


def test_a_file_that_cannot_be_read_is_said(prepared):
    answer = prepared.client.post(
        prepared.address("avtalen"), files={"files": ("avtale.pdf", b"%PDF-1.4 x", "application/pdf")}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(("language", "said"), [("nn", "Fann ikkje"), ("en", "Did not find")])
def test_it_is_said_in_each_language(open_site, language, said):
    site = open_site(language)
    site.give(document("annonse.txt", "Verksmester\n\nArbeidsoppgaver\n- Lede verkstedet\n", DocumentKind.AD))
    give(site)
    assert said in text_of(site.see("avtalen"))
