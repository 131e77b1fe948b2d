"""Dokumenter: what was given, its kind, what was read in it, and all of it can be undone."""

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.preparation import Preparation
from andregang.domain.source import DocumentKind
from andregang.web import taking

from .conftest import AD, CV, Site, document, text_of


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch):
    """A loaded machine may read slowly."""
    monkeypatch.setattr(taking, "PATIENCE", 60.0)


def reading(site: Site) -> Preparation:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return site.context.preparation(uow, uow.preparations.by_slug(site.slug))


def id_of(site: Site, name: str) -> str:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        kept = uow.preparations.by_slug(site.slug)
        return next(one.id for one in uow.documents.of(kept.id) if one.name == name)


def do(site: Site, action: str, document: str, **form: str) -> None:
    answer = site.client.post(site.address("dokumenter"), data={"action": action, "document": document, **form})
    assert answer.status_code == 303


def test_all_that_was_given_is_listed_with_its_kind(prepared):
    page = prepared.see("dokumenter")
    assert [link.text() for link in page.css(".found h2 a")] == ["annonse.txt", "cv.txt", "innkalling.txt"]
    chosen = [option.text() for option in page.css(".found option[selected]")]
    assert chosen == ["annonse", "CV", "innkalling"]


def test_a_wrong_kind_is_corrected_and_what_is_not_used_is_told(site):
    site.give(document("annonse.txt", AD, DocumentKind.AD), document("papir.txt", CV, DocumentKind.AD))
    assert "Ikke brukt" in text_of(site.see("dokumenter"))
    do(site, "kind", id_of(site, "papir.txt"), kind="cv")
    assert reading(site).cv.name.value == "Eskil Nordbø"
    assert "Ikke brukt" not in text_of(site.see("dokumenter"))


def test_a_kind_there_is_not_changes_nothing(prepared):
    form = {"action": "kind", "document": id_of(prepared, "cv.txt"), "kind": "poem"}
    assert prepared.client.post(prepared.address("dokumenter"), data=form).status_code == 422
    assert reading(prepared).cv is not None


def test_a_document_taken_away_can_be_brought_back(prepared):
    do(prepared, "remove", id_of(prepared, "cv.txt"))
    assert reading(prepared).cv is None
    button = prepared.see("dokumenter").css_first(".removed input[name=document]")
    do(prepared, "restore", button.attributes["value"])
    assert reading(prepared).cv.name.value == "Eskil Nordbø"
    assert prepared.see("dokumenter").css_first(".removed") is None


def test_a_document_given_again_is_not_offered_for_bringing_back(prepared):
    do(prepared, "remove", id_of(prepared, "cv.txt"))
    prepared.give(document("cv.txt", CV, DocumentKind.CV))
    assert prepared.see("dokumenter").css_first(".removed") is None


def test_more_can_be_given_later_and_a_new_cv_takes_the_place_of_the_old(prepared):
    newer = CV.replace("elleve mann", "tolv mann")
    form = {"pasted": newer, "kind": "cv", "replace": "1"}
    answer = prepared.client.post(prepared.address("dokumenter"), data=form)
    assert answer.headers["location"].endswith("/dokumenter")
    assert "tolv mann" in reading(prepared).cv.document.content.text
    assert "cv.txt" in text_of(prepared.see("dokumenter"), ".removed")


def test_what_cannot_be_recognised_is_told_and_the_text_stays(prepared):
    answer = prepared.client.post(prepared.address("dokumenter"), data={"pasted": "Melk, brød og ost"})
    assert answer.status_code == 422
    assert "Melk, brød og ost</textarea>" in answer.text
    assert 'id="feil"' in answer.text


def test_a_struck_line_is_listed_and_brought_back(prepared):
    page = f"dokumenter/{id_of(prepared, 'annonse.txt')}"
    words = "Bestille stål og annet materiell"
    prepared.client.post(prepared.address(page), data={f"line:{words}": ""})
    assert words not in [item.quote.words for item in reading(prepared).ad.items]
    assert words in text_of(prepared.see(page), "details blockquote")
    prepared.client.post(prepared.address(page), data={"bring_back": words})
    assert words in [item.quote.words for item in reading(prepared).ad.items]


def test_an_added_line_changes_kind_is_struck_and_comes_back_as_it_was(prepared):
    page = prepared.address(f"dokumenter/{id_of(prepared, 'annonse.txt')}")

    def kind() -> str | None:
        return next((i.kind.value for i in reading(prepared).ad.items if i.quote.words == "Truckførerbevis T4"), None)

    prepared.client.post(page, data={"new": "Truckførerbevis T4", "new_kind": "must"})
    assert kind() == "must"
    prepared.client.post(page, data={"line:Truckførerbevis T4": "should"})
    assert kind() == "should"
    prepared.client.post(page, data={"line:Truckførerbevis T4": ""})
    assert kind() is None
    prepared.client.post(page, data={"bring_back": "Truckførerbevis T4"})
    assert kind() == "should"


def test_an_unread_line_is_added_as_what_the_person_says(site):
    odd = "Blå dører, tre vinduer og en katt som heter Mons"
    site.give(document("annonse.txt", AD.replace("Arbeidsoppgaver", f"{odd}\n\nArbeidsoppgaver"), DocumentKind.AD))
    unread = [line.words for line in reading(site).ad.unread]
    assert unread
    page = site.address(f"dokumenter/{id_of(site, 'annonse.txt')}")
    assert unread[0] in text_of(site.see(page))
    site.client.post(page, data={f"unread:{unread[0]}": "quality"})
    assert (unread[0], "quality") in [(i.quote.words, i.kind.value) for i in reading(site).ad.items]
    assert unread[0] not in [line.words for line in reading(site).ad.unread]


def test_a_form_as_it_was_shown_changes_nothing(prepared):
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        ids = [one.id for one in uow.documents.of(uow.preparations.by_slug(prepared.slug).id)]
    for one in ids:
        page = prepared.see(f"dokumenter/{one}")
        form: dict[str, list[str]] = {}
        for field in page.css("main form input[name]"):
            if field.attributes.get("type") != "checkbox" or "checked" in field.attributes:
                form.setdefault(field.attributes["name"], []).append(field.attributes.get("value") or "")
        for field in page.css("main form select[name]"):
            chosen = field.css_first("option[selected]") or field.css_first("option")
            form.setdefault(field.attributes["name"], []).append(chosen.attributes.get("value") or "")
        assert prepared.client.post(prepared.address(f"dokumenter/{one}"), data=form).status_code == 303
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        digests = [one.digest for one in uow.documents.of(uow.preparations.by_slug(prepared.slug).id)]
        assert uow.corrections.of(*digests) == ()


def test_the_original_is_handed_out_to_keep_and_never_as_a_page(prepared):
    answer = prepared.client.get(prepared.address(f"dokumenter/{id_of(prepared, 'cv.txt')}/original"))
    assert answer.content == CV.encode()
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_a_long_ad_is_read_back_fifty_lines_a_page(site):
    tasks = "\n".join(f"- Tømme og kontrollere tank nummer {n} i anlegget" for n in range(1, 121))
    site.give(document("annonse.txt", f"Tankvakt\n\nArbeidsoppgaver\n{tasks}\n", DocumentKind.AD))
    page = f"dokumenter/{id_of(site, 'annonse.txt')}"
    assert len(site.see(page).css(".lines label[for^=line-]")) == 50
    assert len(site.see(f"{page}?side=3").css(".lines label[for^=line-]")) == 20


def test_another_preparations_document_is_not_found(prepared):
    mine = id_of(prepared, "cv.txt")
    prepared.slug = ""
    prepared.give(document("annonse.txt", AD.replace("Fjordlys", "Nordlys"), DocumentKind.AD))
    assert prepared.client.get(prepared.address(f"dokumenter/{mine}")).status_code == 404
    form = {"action": "remove", "document": mine}
    assert prepared.client.post(prepared.address("dokumenter"), data=form).status_code == 404
