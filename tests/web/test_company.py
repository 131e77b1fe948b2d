"""Bedriften: what is known with source and date, and nothing fetched before it is asked for."""

import re
import socket

import pytest
from selectolax.lexbor import LexborHTMLParser

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind
from andregang.registers import Door, Registers
from registers.answers import NUMBER, OTHER, ROLES, page, sent, unit, year
from registers.conftest import Names, loopback, reply

from .conftest import CV, INVITATION, Site, document, text_of

__all__ = ["loopback"]

AD = """Verksmester

Fjordlys Verft AS bygger ferjer og brønnbåter i Ulvsund, og har 84 ansatte. Verftet eies av tre familier i bygda.
I år går vi over til elektrisk drift, og det er en krevende omstilling.

Arbeidsoppgaver
- Lede arbeidet i plateverkstedet

Kvalifikasjoner
- Fagbrev som platearbeider
"""

OM_OSS = """<!doctype html><html lang="nb"><title>Om oss</title><body><h1>Om oss</h1>
<p>Fjordlys Verft har 84 medarbeidere fra elleve land.</p>
<p>Den største utfordringen de neste årene er mangel på fagarbeidere.</p>
<p>Omsetningen var 210 millioner kroner i 2025.</p>
<p>Ring oss gjerne for en prat.</p></body></html>"""


@pytest.fixture
def site_with_ad(site):
    site.give(
        document("annonse.txt", AD, DocumentKind.AD),
        document("cv.txt", CV, DocumentKind.CV),
        document("innkalling.txt", INVITATION, DocumentKind.INVITATION),
    )
    return site


@pytest.fixture
def network(site_with_ad, loopback):
    """The registers and a site, played by a server of our own on loopback; `answers` can be changed."""
    answers = {
        f"/enheter/{NUMBER}/roller": reply(sent(ROLES)),
        f"/enheter/{NUMBER}": reply(sent(unit())),
        "/enheter?": reply(sent(page(unit(), unit(organisasjonsnummer=OTHER, navn="FJORDLYS HOLDING AS")))),
        "/underenheter?": reply(sent(page(unit(), total=2, name="underenheter"))),
        f"/regnskap/{NUMBER}": reply(sent([year(), year(2024, regnskapstype="KONSERN")])),
        "/om": reply(OM_OSS.encode(), "text/html"),
    }

    def answer(asked, wire):
        path = asked.split(" ")[1]
        wire.sendall(next((a for start, a in answers.items() if path.startswith(start)), reply(status="404 x")))

    server = loopback(answer)
    base = f"http://register.example:{server.port}"
    names = Names({"register.example": [["127.0.0.1"]]})
    door = Door(resolve=names, allows=lambda number: number == "127.0.0.1", ports=frozenset({server.port}))
    site_with_ad.context.__dict__["registers"] = Registers(door, base, base)
    server.answers, server.base = answers, base
    return server


@pytest.fixture
def offline(site_with_ad):
    """No network: no name is known."""
    site_with_ad.context.__dict__["registers"] = Registers(Door(resolve=Names({})))
    return site_with_ad


def post(site: Site, where: str, **fields):
    return site.client.post(site.address(where), data=fields)


def fetch_all(site: Site, *asked: str):
    return post(site, "bedriften/hent", number=NUMBER, ask=list(asked or ("unit", "roles", "parts", "accounts")))


def facts(site: Site):
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return uow.facts.of(uow.preparations.by_slug(site.slug).id)


def test_an_empty_page_asks_what_is_known_already(prepared):
    page = prepared.see("bedriften")
    assert "Hva vet du allerede?" in text_of(page)
    assert "Tre linjer holder" in text_of(page)
    assert len(page.css("section[aria-labelledby=spor] li")) == 8


def test_nothing_is_asked_for_by_looking(network, site_with_ad):
    for where in ("bedriften", "bedriften/hent", "bedriften/linje/WS1", "bedriften/regnskap", "folk"):
        site_with_ad.client.get(site_with_ad.address(where))
    assert network.heard == []


def test_each_line_is_a_fact_in_ones_own_words_with_its_day(prepared):
    post(prepared, "bedriften", known="De bygger ferjer.\n\n  Eid av  en familie.\nNy hall i fjor.")
    assert [one.text for one in facts(prepared)] == ["De bygger ferjer.", "Eid av en familie.", "Ny hall i fjor."]
    said = text_of(prepared.see("bedriften"), "section[aria-labelledby=fakta]")
    assert "Eid av en familie. Ny hall i fjor. egne ord, mandag 23. november 2026" in said


def test_nothing_written_is_said_kindly(prepared):
    answer = post(prepared, "bedriften", known="  \n ")
    assert answer.status_code == 422
    assert LexborHTMLParser(answer.text).css_first("#feil a[href='#known']")


def test_what_the_ad_says_of_the_employer_stands_as_a_quote(site_with_ad):
    said = text_of(site_with_ad.see("bedriften"), "section[aria-labelledby=fakta]")
    assert "Fjordlys Verft AS bygger ferjer og brønnbåter i Ulvsund, og har 84 ansatte." in said
    assert "Verftet eies av tre familier i bygda." in said
    assert "krevende omstilling" in said
    assert "lest i annonsen" in said
    assert "Lede arbeidet" not in said


def test_a_fact_deleted_can_be_brought_back(prepared):
    post(prepared, "bedriften", known="De bygger ferjer.")
    post(prepared, "bedriften", remove=facts(prepared)[0].id)
    assert facts(prepared) == ()
    undo = prepared.see("bedriften?endre=1").css_first("button[name=restore]").attributes["value"]
    post(prepared, "bedriften", restore=undo)
    assert [one.text for one in facts(prepared)] == ["De bygger ferjer."]


def test_a_fact_can_answer_a_line(prepared):
    post(prepared, "bedriften", known="De bygger ferjer.")
    post(prepared, "bedriften", fact=facts(prepared)[0].id, line="WS1")
    assert "1 av 8 besvart" in text_of(prepared.see("bedriften"))
    assert post(prepared, "bedriften", fact=facts(prepared)[0].id, line="WS99").status_code == 422


def test_two_lines_are_needed_to_be_ready(prepared):
    needed = "Du bør kunne svare på to for å være klar."
    post(prepared, "bedriften/linje/WS1", text="Ferjer.", version="0")
    assert needed in text_of(prepared.see("bedriften"))
    post(prepared, "bedriften/linje/WS4", text="Fagarbeidere.", version="0")
    assert needed not in text_of(prepared.see("bedriften"))


def test_an_empty_line_proposes_a_question_that_can_be_chosen(prepared):
    page = prepared.see("bedriften/linje/WS4")
    button = page.css_first("button[name=choose]")
    assert text_of(page, "section[aria-labelledby=spor]").startswith("Eller spør dem Hva kan gå galt?")
    prepared.client.post(prepared.address("sporsmal/egne"), data={"choose": button.attributes["value"]})
    assert "Hva kan gå galt?" in text_of(prepared.see("sporsmal/egne"), "section[aria-labelledby=valgt]")
    assert "Hva kan gå galt?" not in text_of(prepared.see("bedriften/linje/WS4"))


def test_no_two_lines_propose_the_same_question(prepared):
    proposed = re.findall(r"Du kan spørre: «([^»]+)»", text_of(prepared.see("bedriften")))
    assert len(proposed) == len(set(proposed)) == 8


def test_a_line_written_in_two_windows_keeps_both_texts(prepared):
    post(prepared, "bedriften/linje/WS1", text="Først.", version="0")
    post(prepared, "bedriften/linje/WS1", text="Så.", version="1")
    lost = post(prepared, "bedriften/linje/WS1", text="Annet.", version="1")
    assert lost.status_code == 409
    assert "Annet." in lost.text and "Så." in lost.text


def test_a_line_that_is_none_is_not_found(prepared):
    assert prepared.client.get(prepared.address("bedriften/linje/WS9")).status_code == 404


def test_before_anything_is_sent_it_is_said_what_and_to_whom(prepared):
    said = text_of(prepared.see(f"bedriften/hent?nummer={NUMBER}"))
    assert "Sendes til Brønnøysundregistrene (data.brreg.no): nummeret" in said
    assert f"https://data.brreg.no/regnskapsregisteret/regnskap/{NUMBER}" in said
    assert "Sendes til nettstedet du skriver: adressen." in said


def test_a_name_with_several_hits_lets_the_person_choose(network, site_with_ad):
    assert post(site_with_ad, "bedriften/finn", name="Fjordlys").headers["location"].endswith("hent#treff")
    page = site_with_ad.see("bedriften/hent")
    hits = [a.attributes["href"] for a in page.css("section[aria-labelledby=finn] li a")]
    assert [hit.split("nummer=")[1][:9] for hit in hits] == [NUMBER, OTHER]
    assert facts(site_with_ad) == ()
    chosen = site_with_ad.see(hits[0].split("#")[0])
    assert chosen.css_first("#number").attributes["value"].replace(" ", "") == NUMBER
    assert len(network.heard) == 1


def test_what_the_registers_answer_stands_with_source_and_day(network, site_with_ad):
    fetch_all(site_with_ad)
    said = text_of(site_with_ad.see("bedriften"))
    assert "Ansatte 84" in said
    assert "Daglig leder Signe Hauge" in said
    assert "Enhetsregisteret, hentet mandag 23. november 2026" in said
    assert "Driftsmargin 3 %" in said
    assert "Egenkapitalandel 15 % (middels)" in said
    assert "For bransjen kan det være annerledes." in said
    assert "regnskapet for hele konsernet" in said
    assert "Regnskapsregisteret, hentet mandag 23. november 2026" in said


def test_only_what_is_ticked_is_asked_for(network, site_with_ad):
    fetch_all(site_with_ad, "roles")
    assert [heard.split(" ")[1] for heard in network.heard] == [f"/enheter/{NUMBER}/roller"]
    assert fetch_all(site_with_ad, "nothing").status_code == 422


def test_asking_again_replaces_what_was_answered_before(network, site_with_ad):
    fetch_all(site_with_ad, "unit")
    before = len(facts(site_with_ad))
    network.answers[f"/enheter/{NUMBER}"] = reply(sent(unit(antallAnsatte=91)))
    fetch_all(site_with_ad, "unit")
    assert len(facts(site_with_ad)) == before
    assert [one.text for one in facts(site_with_ad) if one.field == "employees"] == ["91"]


def test_a_number_of_employees_that_is_not_given_is_said_not_to_be_none(network, site_with_ad):
    network.answers[f"/enheter/{NUMBER}"] = reply(sent(unit(antallAnsatte=None)))
    fetch_all(site_with_ad, "unit")
    said = text_of(site_with_ad.see("bedriften"))
    assert "Antall ansatte er ikke oppgitt. Det er ikke det samme som ingen." in said


def test_a_bankruptcy_stands_first(network, site_with_ad):
    network.answers[f"/enheter/{NUMBER}"] = reply(sent(unit(konkurs=True)))
    fetch_all(site_with_ad, "unit")
    assert "Konkurs er registrert" in text_of(site_with_ad.see("bedriften"), "main > .notice")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (reply(status="404 x"), "Det er vanlig for små firmaer"),
        (reply(status="500 x"), "ikke regnskap for banker og forsikring"),
        (reply(b"<p>", "text/html"), "Det som ligger der, er ikke"),
        (reply(b"[{}]"), "lot seg ikke forstå"),
    ],
)
def test_what_could_not_be_fetched_is_said_and_the_rest_kept(answer, said, network, site_with_ad):
    network.answers[f"/regnskap/{NUMBER}"] = answer
    fetch_all(site_with_ad)
    page = text_of(site_with_ad.see("bedriften"))
    assert "Ansatte 84" in page
    assert "Ikke hentet mandag 23. november: Siste årsregnskap." in page
    assert said in page


def test_a_number_that_is_none_is_not_sent(network, site_with_ad):
    for number in ("914778272", "12345678", "974760673x", ""):
        assert post(site_with_ad, "bedriften/hent", number=number, ask=["unit"]).status_code == 422
    assert network.heard == []


def test_a_page_is_fetched_and_its_sentences_chosen_among(network, site_with_ad):
    answer = post(site_with_ad, "bedriften/side", address=f"{network.base}/om")
    where = answer.headers["location"]
    page = site_with_ad.see(where)
    offered = [text_of(page, f"label[for=said-{n}]") for n in range(len(page.css("input[name=said]")))]
    assert "Den største utfordringen de neste årene er mangel på fagarbeidere." in offered
    assert "Ring oss gjerne for en prat." not in offered
    chosen = offered.index("Den største utfordringen de neste årene er mangel på fagarbeidere.")
    site_with_ad.client.post(where, data={"said": [str(chosen)]})
    (fact,) = facts(site_with_ad)
    assert (fact.source, fact.address) == ("page", f"{network.base}/om")
    seen = text_of(site_with_ad.see("bedriften"))
    assert "mangel på fagarbeidere" in seen and "hentet mandag 23. november 2026" in seen
    assert "1 av 8 besvart" in seen


def test_a_page_fetched_does_not_disturb_what_the_ad_and_the_cv_say(network, site_with_ad):
    before = text_of(site_with_ad.see("krav"))
    post(site_with_ad, "bedriften/side", address=f"{network.base}/om")
    assert text_of(site_with_ad.see("krav")) == before


def test_a_file_is_read_without_any_network(offline):
    files = {"file": ("rapport.html", OM_OSS.encode(), "text/html")}
    answer = offline.client.post(offline.address("bedriften/side"), files=files)
    assert answer.status_code == 303
    assert "210 millioner" in text_of(offline.see(answer.headers["location"]))


@pytest.mark.parametrize(
    ("answer", "said"),
    [(unit(), "Ansatte 84"), (ROLES, "Daglig leder Signe Hauge"), ([year()], "Egenkapitalandel 15 % (middels)")],
)
def test_an_answer_of_the_registers_kept_as_a_file_is_read_without_any_network(answer, said, offline):
    files = {"file": ("svar.json", sent(answer), "application/json")}
    assert offline.client.post(offline.address("bedriften/side"), files=files).status_code == 303
    assert said in text_of(offline.see("bedriften"))


def test_a_page_about_the_employer_is_not_said_to_be_unused(network, site_with_ad):
    post(site_with_ad, "bedriften/side", address=f"{network.base}/om")
    assert "Ikke brukt" not in text_of(site_with_ad.see("dokumenter"))


def test_a_file_that_cannot_be_read_is_said_so(offline):
    files = {"file": ("bilde.pdf", b"%PDF-1.7 tull", "application/pdf")}
    answer = offline.client.post(offline.address("bedriften/side"), files=files)
    assert answer.status_code == 422
    assert "bilde.pdf" in text_of(LexborHTMLParser(answer.text), "#feil")


@pytest.mark.parametrize(
    "where", ["http://127.0.0.1:8765/", "http://localhost/", "file:///etc/passwd", "http://[::1]/"]
)
def test_an_address_of_a_closed_network_is_refused_and_said(where, offline, monkeypatch):
    tried = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: tried.append(address))
    assert post(offline, "bedriften/side", address=where).status_code == 303
    assert "blir ikke hentet" in text_of(offline.see("bedriften/hent"), "#ikke-hentet") or where.startswith("file")
    assert tried == []


def test_without_a_network_everything_works_and_it_says_what_was_not_fetched(offline):
    assert fetch_all(offline).headers["location"].endswith("hent#ikke-hentet")
    said = text_of(offline.see("bedriften/hent"), "#ikke-hentet")
    assert said.count("Ikke hentet") == 1
    assert all(what in said for what in ("du ikke på nett", "Om virksomheten", "Arbeidsstedene", "Siste årsregnskap"))
    post(offline, "bedriften/finn", name="Fjordlys")
    assert "søket på navn" in text_of(offline.see("bedriften/hent"), "#ikke-hentet")
    post(offline, "bedriften", known="De bygger ferjer.")
    assert "De bygger ferjer." in text_of(offline.see("bedriften"))


def test_the_store_is_free_while_the_network_is_waited_for(network, site_with_ad):
    free = []
    registers = site_with_ad.context.registers

    def resolve(host, port):
        with site_with_ad.context.store.unit_of_work(OWNER) as uow:
            uow.notes.write(None, "meanwhile", "Skrevet imens.", 0, site_with_ad.context.now())
            uow.commit()
        free.append(host)
        return registers.door.resolve(host, port)

    door = Door(resolve=resolve, allows=registers.door.allows, ports=registers.door.ports)
    site_with_ad.context.__dict__["registers"] = Registers(door, registers.units, registers.accounts)
    fetch_all(site_with_ad, "unit")
    assert free == ["register.example"]


def test_figures_typed_are_kept_in_ones_own_words_and_reckoned_with(prepared):
    answer = post(prepared, "bedriften/regnskap", year="2025", unit="1000", scope="company", revenue="210 000",
                  operating_result="−6 300", assets="120 000", equity="18 000")  # fmt: skip
    assert answer.status_code == 303
    post(prepared, "bedriften/regnskap", year="2024", unit="1000000", scope="company", revenue="200")
    said = text_of(prepared.see("bedriften"), "section[aria-labelledby=regnskap]")
    assert "Inntekter 210 mill. NOK" in said
    assert "Driftsmargin -3 %" in said.replace("−", "-")
    assert "Inntekter mot året før 5 %" in said
    assert "egne ord" in said


def test_figures_that_are_none_are_said_with_what_was_typed(prepared):
    answer = post(prepared, "bedriften/regnskap", year="2099", revenue="mye", equity="12")
    page = LexborHTMLParser(answer.text)
    assert answer.status_code == 422
    assert {a.attributes["href"] for a in page.css("#feil a")} == {"#year", "#revenue"}
    assert page.css_first("#equity").attributes["value"] == "12"


def test_sources_to_look_at_oneself_are_links(prepared):
    links = [a.attributes["href"] for a in prepared.see("bedriften").css("details a[href^=https]")]
    assert "https://einnsyn.no/" in links


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_speaks_one_language(open_site, tmp_path, language):
    site = open_site(language, tmp_path / language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    title = {"nb": "Bedriften", "nn": "Bedrifta", "en": "The company"}[language]
    assert text_of(site.see("bedriften"), "h1") == title
