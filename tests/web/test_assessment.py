"""Test: no result is shown as a bare number, nothing read is kept before it is accepted, no scale is guessed."""

import re
from pathlib import Path

import pytest

from andregang.bootstrap import OWNER
from andregang.content.assessment import load_assessment_phrases
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language

from .conftest import AD, CV, Site, document, text_of

REPORTS = Path(__file__).parents[1] / "domain" / "assessment" / "reports"

INVITATION = """Fra: Signe Hauge <signe.hauge@fjordlys.example>
Til: eskil.nordbo@post.example
Dato: mandag 23. november 2026 kl. 08.15
Emne: Invitasjon til andregangsintervju

Hei Eskil

Vi inviterer deg til andregangsintervju torsdag 3. desember 2026 kl. 13.00-14.30 i Kaiveien 2, Ulvsund.
Du møter Signe Hauge, verftssjef. I møtet går vi gjennom resultatene fra personlighetstesten.
"""


def results(site: Site):
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return uow.results.of(uow.preparations.by_slug(site.slug).id)


def by_hand(site: Site, **typed: str):
    given = {
        "trait": "Utadvendthet",
        "scale": "sten",
        "score": "7",
        "instrument": "OPTO (Master)",
        "norm": "",
        "reliability": "",
    }
    return site.client.post(site.address("test/ny"), data={**given, **typed})


def give_report(site: Site, name: str):
    data = (REPORTS / name).read_bytes()
    return site.client.post(site.address("test"), files={"files": (name, data)})


@pytest.fixture
def scored(prepared: Site) -> Site:
    assert by_hand(prepared, reliability="0,90", norm="Norske ledere").status_code == 303
    return prepared


def test_without_a_result_one_is_told_to_ask_for_it_to_be_read_back(prepared: Site):
    page = prepared.see("test")
    assert "Har du tatt en test?" in text_of(page)
    assert "tilbakelesing" in page.css_first("#brev").text()
    assert "signe.hauge@fjordlys.example" in page.css_first("a[href^='mailto:']").attributes["href"]


def test_a_test_the_invitation_announces_is_named(site: Site):
    site.give(
        document("annonse.txt", AD, DocumentKind.AD),
        document("cv.txt", CV, DocumentKind.CV),
        document("innkalling.txt", INVITATION, DocumentKind.INVITATION),
    )
    page = site.see("test")
    assert "Innkallingen nevner" in text_of(page)
    assert "personlighetstest" in text_of(page, "main q").lower()


def test_a_result_is_shown_with_its_error_in_words_and_on_a_drawing(scored: Site):
    page = scored.see(f"test/{results(scored)[0].id}")
    assert text_of(page, ".lead") == "Omtrent som de fleste eller noe høyere."
    assert "ligger du med stor sannsynlighet mellom" in text_of(page)
    drawing = page.css_first("svg.score")
    assert drawing.attributes["role"] == "img"
    assert "Skåren er sten 7" in drawing.attributes["aria-label"]
    assert drawing.css_first(".middle") is not None
    assert drawing.css_first(".error") is not None


@pytest.mark.parametrize(
    ("scale", "score"),
    [("sten", "7,5"), ("stanine", "7"), ("c", "7"), ("t", "60"), ("percentile", "84"), ("iq", "115"), ("z", "1,0")],
)
def test_the_same_standing_is_drawn_in_the_same_place_in_every_scale(prepared: Site, scale: str, score: str):
    by_hand(prepared, scale=scale, score=score, reliability="0,90")
    page = prepared.see("test")
    dot = float(page.css_first("svg .dot").attributes["cx"])
    middle = page.css_first("svg .middle").attributes
    assert (middle["x"], middle["width"]) == ("110.0", "100.0")
    assert 209 <= dot <= 211
    assert re.search(r"mellom \S+ og \S+", page.css_first("svg.score").attributes["aria-label"])


def test_every_sentence_about_a_score_is_a_reviewed_phrase(prepared: Site):
    phrases = {texts[Language.NB].lower() for texts in load_assessment_phrases().values()}
    for number in range(1, 11):
        by_hand(prepared, trait=f"Skala {'abcdefghij'[number - 1]}", score=str(number))
    page = prepared.see("test")
    said = [" ".join(row.text().split("(")[0].split()).rstrip(".") for row in page.css("ul.scores p")]
    assert len(said) == 10
    assert {one.lower() for one in said} <= {phrase.rstrip(".") for phrase in phrases}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"score": "11"}, "score"),
        ({"scale": "percentile", "score": "100"}, "score"),
        ({"scale": "percentile", "score": "0"}, "score"),
        ({"scale": ""}, "scale"),
        ({"trait": " "}, "trait"),
        ({"reliability": "84"}, "reliability"),
        ({"score": "5-6"}, "score"),
    ],
)
def test_what_is_no_score_is_asked_about_with_what_was_typed(prepared: Site, typed: dict[str, str], field: str):
    answer = by_hand(prepared, **typed)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert "OPTO (Master)" in answer.text
    assert "<title>Feil:" in answer.text
    assert results(prepared) == ()


def test_forced_choice_and_types_are_shown_with_their_caution(prepared: Site):
    by_hand(prepared, instrument="OPQ32 (SHL)")
    by_hand(prepared, instrument="MBTI", trait="Type", scale="type", score="INTJ")
    said = text_of(prepared.see("test"))
    assert "tvinger deg til å velge" in said
    assert "ikke for å rangere kandidater" in said
    assert prepared.see("test").css("svg.score").__len__() == 1


def test_a_named_band_says_what_the_report_says_and_no_more(prepared: Site):
    by_hand(prepared, scale="band", score="", band="higher")
    page = prepared.see("test")
    assert "Hvor grensene går, må du spørre om" in text_of(page)
    assert page.css_first("svg .dot") is None


def test_a_report_is_shown_before_anything_is_kept(prepared: Site):
    answer = give_report(prepared, "table.pdf")
    assert answer.status_code == 303
    page = prepared.see(answer.headers["location"])
    assert "Ingenting lagres før du har godtatt det" in text_of(page)
    assert results(prepared) == ()
    assert len(page.css("fieldset.read-row")) == 5


def test_the_rows_accepted_are_kept_with_the_words_they_were_read_from(prepared: Site):
    address = give_report(prepared, "table.pdf").headers["location"]
    page = prepared.see(address)
    typed = {
        f.attributes["name"]: f.attributes.get("value") or ""
        for f in page.css("form input")
        if f.attributes.get("type") != "checkbox"
    }
    typed |= {
        s.attributes["name"]: s.css_first("option[selected]").attributes["value"] for s in page.css("form select")
    }
    answer = prepared.client.post(address, data={**typed, "take-1": "1", "take-4": "1"})
    assert answer.status_code == 303
    kept = results(prepared)
    assert [(r.trait, r.scale, r.score, r.reliability) for r in kept] == [
        ("Utadvendthet", "sten", "7", "0,86"),
        ("Emosjonell balanse", "sten", "6", "0,88"),
    ]
    assert all(r.instrument == "OPTO (Master)" and r.norm.startswith("Norske ledere") for r in kept)
    assert all(r.words and r.document for r in kept)


def test_a_row_without_a_scale_is_asked_about_and_not_kept(prepared: Site):
    address = give_report(prepared, "unknown.docx").headers["location"]
    page = prepared.see(address)
    assert "sier ikke hvilken skala" in text_of(page)
    assert page.css("input[type=checkbox][checked]") == []
    typed = {"take-1": "1", "trait-1": "Målrettet", "scale-1": "", "score-1": "6"}
    answer = prepared.client.post(address, data=typed)
    assert answer.status_code == 422
    assert 'href="#scale-1"' in answer.text
    assert results(prepared) == ()


def test_a_report_that_is_only_a_picture_says_so(prepared: Site):
    answer = give_report(prepared, "image-only.pdf")
    assert answer.status_code == 422
    assert "bilde" in answer.text


def test_whether_one_knows_oneself_again_is_kept(scored: Site):
    result = results(scored)[0]
    assert scored.client.post(scored.address(f"test/{result.id}"), data={"standing": "partly"}).status_code == 303
    page = scored.see(f"test/{result.id}")
    assert page.css_first("button[aria-pressed=true]").text().strip() == "Kjenner delvis igjen"


def test_the_four_steps_are_kept_each_for_itself(scored: Site):
    address = scored.address(f"test/{results(scored)[0].id}")
    for step in ("receive", "limit", "prove", "open"):
        scored.client.post(address, data={"step": step, "text": f"Ord om {step}.", "version": ""})
    fields = scored.see(address).css("textarea")
    assert [field.text() for field in fields] == ["Ord om receive.", "Ord om limit.", "Ord om prove.", "Ord om open."]


def test_two_windows_lose_neither_text(scored: Site):
    address = scored.address(f"test/{results(scored)[0].id}")
    scored.client.post(address, data={"step": "limit", "text": "Først.", "version": ""})
    lost = scored.client.post(address, data={"step": "limit", "text": "Sist.", "version": "gammel"})
    assert lost.status_code == 409
    assert "Først." in lost.text
    page = scored.see(address)
    draft = page.css_first("button[name=use]").attributes["value"]
    scored.client.post(address, data={"use": draft})
    assert "Sist." in [field.text() for field in scored.see(address).css("textarea")]


def test_an_example_is_linked(scored: Site):
    with scored.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(scored.slug)
        example = uow.examples.create(kept.id, scored.context.now(), title="Da kranen stoppet")
        uow.commit()
    address = scored.address(f"test/{results(scored)[0].id}")
    scored.client.post(address, data={"example": example.id})
    assert f"belegg/{example.id}" in scored.see(address).html
    assert scored.client.post(address, data={"example": "finnes-ikke"}).status_code == 404


def test_the_ad_is_only_spoken_of_in_its_own_words(prepared: Site):
    by_hand(prepared, trait="Emosjonell balanse")
    page = prepared.see(f"test/{results(prepared)[0].id}")
    quotes = [q.text() for q in page.css("section[aria-labelledby=annonsen] q")]
    assert quotes == ["Rolig når det haster"]
    assert all(quote in AD for quote in quotes)


def test_likely_questions_carry_the_trait_and_no_placeholder(scored: Site):
    said = text_of(scored.see(f"test/{results(scored)[0].id}"), "#sporsmal")
    assert "utadvendthet" in said
    assert "{" not in said


def test_a_result_is_deleted_and_brought_back(scored: Site):
    address = scored.address(f"test/{results(scored)[0].id}")
    answer = scored.client.post(address, data={"delete": "1"})
    assert results(scored) == ()
    page = scored.see(answer.headers["location"])
    removed = page.css_first("button[name=restore]").attributes["value"]
    scored.client.post(scored.address("test"), data={"restore": removed})
    assert len(results(scored)) == 1


def test_a_result_is_put_right(scored: Site):
    result = results(scored)[0]
    given = {"trait": "Utadvendthet", "scale": "sten", "score": "8", "instrument": "OPTO (Master)"}
    assert scored.client.post(scored.address(f"test/{result.id}/rett"), data=given).status_code == 303
    assert results(scored)[0].score == "8"
    assert (
        scored.client.post(scored.address(f"test/{result.id}/rett"), data={**given, "score": "12"}).status_code == 422
    )


def test_the_sheet_holds_all_that_is_to_be_said(scored: Site):
    result = results(scored)[0]
    scored.client.post(
        scored.address(f"test/{result.id}"), data={"step": "prove", "text": "Da jeg ledet skiftet.", "version": ""}
    )
    said = text_of(scored.see("test/ark"))
    assert "Da jeg ledet skiftet." in said
    assert "Hvilken gruppe er jeg sammenlignet med" in said


def test_the_right_to_see_it_has_source_date_and_status(prepared: Site):
    said = text_of(prepared.see("test"))
    assert "GDPR art. 15" in said
    assert "lest 11.2026" in said
    assert "ikke kontrollert" in said


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_is_said_in_each_language(open_site, language: str):
    site = open_site(language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    by_hand(site)
    said = text_of(site.see("test"))
    expected = {"nb": "enn de fleste", "nn": "enn dei fleste", "en": "than most"}[language]
    assert expected in said


def test_another_preparation_sees_none_of_it(scored: Site):
    result, mine = results(scored)[0], scored.slug
    scored.slug = ""
    scored.give(document("annonse2.txt", AD.replace("Verksmester", "Formann"), DocumentKind.AD))
    assert scored.slug != mine
    assert scored.client.get(scored.address(f"test/{result.id}")).status_code == 404
