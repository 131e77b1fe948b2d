"""Innstillinger: what is chosen, taken out, taken in, deleted and brought back."""

import io
import zipfile

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .conftest import AD, Site, document, text_of

OTHER_AD = AD.replace("Fjordlys Verft AS", "Brattvik Mekaniske AS").replace("Verksmester", "Driftsleder")


def names(site: Site) -> list[str]:
    return [a.text() for a in site.see("/innstillinger").css("section[aria-labelledby=forberedelser] .rows a")]


def export(site: Site) -> bytes:
    answer = site.client.get("/eksport")
    assert answer.headers["content-type"] == "application/zip"
    assert 'filename="andregang-2026-11-23.zip"' in answer.headers["content-disposition"]
    return answer.content


def take_in(site: Site, data: bytes, **more: str):
    return site.client.post("/innstillinger/hent-inn", files={"archive": ("andregang.zip", data)}, data=more)


def test_the_page_stands_before_anything_is_given(site: Site):
    page = site.see("/innstillinger")
    assert "Du har ingen forberedelse ennå." in text_of(page)
    assert str(site.context.settings.data_folder) in text_of(page)


@pytest.mark.parametrize(("language", "said"), [("nb", "Innstillinger"), ("nn", "Innstillingar"), ("en", "Settings")])
def test_a_language_is_chosen_and_stays(prepared: Site, language: str, said: str):
    answer = prepared.client.post("/innstillinger", data={"language": language, "theme": "auto"})
    assert answer.status_code == 303
    page = prepared.see("/innstillinger")
    assert page.css_first("h1").text() == said
    assert page.css_first("html").attributes["lang"] == language
    assert page.css_first("#language option[selected]").attributes["value"] == language


def test_what_is_asked_follows_the_language(prepared: Site):
    prepared.client.post("/innstillinger", data={"language": "en", "theme": "auto"})
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        assert prepared.context.preparation(uow, kept).language.value == "en"


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_a_look_is_chosen_and_stays_on_every_page(prepared: Site, theme: str):
    prepared.client.post("/innstillinger", data={"language": "nb", "theme": theme})
    for page in ("/innstillinger", "plan"):
        assert prepared.see(page).css_first("html").attributes["data-color-scheme"] == theme


@pytest.mark.parametrize(("field", "value"), [("language", "fr"), ("theme", "neon")])
def test_a_choice_nobody_offered_is_refused(prepared: Site, field: str, value: str):
    answer = prepared.client.post("/innstillinger", data={"language": "nb", "theme": "auto", field: value})
    assert answer.status_code == 422
    assert "<title>Feil: " in answer.text
    assert f'href="#{field}"' in answer.text


def test_several_preparations_are_listed_the_coming_interview_first(prepared: Site):
    first = prepared.slug
    prepared.slug = ""
    prepared.give(document("annen.txt", OTHER_AD, DocumentKind.AD))
    assert prepared.slug != first
    assert ["Fjordlys" in name for name in names(prepared)] == [True, False]
    links = prepared.see("/innstillinger").css(".rows a")
    assert {a.attributes["href"] for a in links} >= {f"/s/{first}/", f"/s/{prepared.slug}/"}


def test_a_deleted_preparation_is_gone_and_can_be_brought_back_whole(prepared: Site):
    prepared.client.post(prepared.address("plan"), data={"task": "story", "done": "1"})
    prepared.client.post("/innstillinger/slett", data={"slug": prepared.slug})
    assert names(prepared) == []
    assert prepared.client.get(prepared.address("plan")).status_code == 404
    page = prepared.see("/innstillinger")
    removed = page.css_first("button[name=restore]").attributes["value"]
    prepared.client.post("/innstillinger/slett", data={"restore": removed})
    assert len(names(prepared)) == 1
    assert prepared.see("plan").css_first("#hake-story").attributes["aria-pressed"] == "true"


def test_what_was_deleted_can_be_erased_for_good(prepared: Site):
    prepared.client.post("/innstillinger/slett", data={"slug": prepared.slug})
    answer = prepared.client.post("/innstillinger/tom")
    assert answer.status_code == 303
    assert prepared.see("/innstillinger").css_first("button[name=restore]") is None
    assert b"plateverkstedet" not in (prepared.context.settings.data_folder / "andregang.db").read_bytes()


def test_everything_is_deleted_only_with_the_word(prepared: Site):
    answer = prepared.client.post("/innstillinger/slett-alt", data={"word": "nei"})
    assert answer.status_code == 422
    assert 'href="#word"' in answer.text
    assert len(names(prepared)) == 1
    answer = prepared.client.post("/innstillinger/slett-alt", data={"word": " Slett "})
    assert (answer.status_code, answer.headers["location"]) == (303, "/ny")
    assert names(prepared) == []
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert uow.documents.all() == ()


def test_the_word_is_the_languages_own(open_site):
    site = open_site("en")
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    assert site.client.post("/innstillinger/slett-alt", data={"word": "slett"}).status_code == 422
    assert site.client.post("/innstillinger/slett-alt", data={"word": "delete"}).status_code == 303


def test_an_export_goes_out_and_comes_in_somewhere_else(prepared: Site, open_site, tmp_path):
    prepared.client.post(prepared.address("motet/folk"), data={"name-0": "Signe Hauge", "met-0": "no", "heard-0": "1"})
    data = export(prepared)
    assert "andregang.json" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    other = open_site("nb", folder)
    answer = take_in(other, data)
    assert answer.status_code == 303
    assert "1 forberedelse kom inn." in text_of(other.see(answer.headers["location"]))
    other.slug = prepared.slug
    assert "checked" in other.see("motet").css_first("#heard-0").attributes


def test_taking_in_what_is_here_already_changes_nothing(prepared: Site):
    data = export(prepared)
    answer = take_in(prepared, data)
    assert "0 forberedelser kom inn." in text_of(prepared.see(answer.headers["location"]))
    assert len(names(prepared)) == 1


def test_an_export_can_replace_everything(prepared: Site):
    data = export(prepared)
    prepared.slug = ""
    prepared.give(document("annen.txt", OTHER_AD, DocumentKind.AD))
    assert len(names(prepared)) == 2
    assert take_in(prepared, data, replace="1").status_code == 303
    assert len(names(prepared)) == 1


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_export_is_refused_and_nothing_is_lost(prepared: Site, data: bytes):
    answer = take_in(prepared, data)
    assert answer.status_code == 422
    assert 'href="#archive"' in answer.text
    assert len(names(prepared)) == 1


def test_no_file_is_asked_for_again(prepared: Site):
    answer = prepared.client.post("/innstillinger/hent-inn", data={})
    assert answer.status_code == 422
    assert 'href="#archive"' in answer.text


def test_no_zip_is_left_behind(prepared: Site, tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    export(prepared)
    assert list(folder.iterdir()) == []


def test_hostile_names_are_shown_as_words(site: Site):
    with site.context.store.unit_of_work(OWNER) as uow:
        uow.preparations.create("x", "<script>alert(1)</script>", site.context.now())
        uow.commit()
    page = site.see("/innstillinger")
    assert page.css_first("main script") is None
    assert "<script>alert(1)</script>" in text_of(page)


def test_every_page_leads_to_the_settings_and_the_other_pages(prepared: Site):
    links = {a.attributes["href"] for a in prepared.see("plan").css(".foot a")}
    assert {"/innstillinger", prepared.address("prosessen"), prepared.address("krav")} <= links


def test_the_list_of_preparations_and_the_way_to_the_nearest_read_invitations_only(prepared, monkeypatch):
    def refuse(*_):
        raise AssertionError("a whole preparation was read")

    monkeypatch.setattr("andregang.services.preparation.open_preparation", refuse)
    assert "3. desember" in prepared.client.get("/innstillinger").text
    assert prepared.client.get("/", follow_redirects=False).headers["location"] == prepared.address("")
