"""Møtet: what the person sees and says about time, place, people and files."""

import datetime as dt

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .conftest import AD, INVITATION, Site, document, text_of

MOVED = """Fra: Signe Hauge <signe.hauge@fjordlys.example>
Til: eskil.nordbo@post.example
Dato: mandag 23. november 2026 kl. 08.40
Emne: Nytt tidspunkt for intervjuet

Hei Eskil

Vi må dessverre flytte intervjuet til fredag 4. desember 2026 kl. 09.00-10.30. Stedet er det samme.
"""


def people(site: Site) -> list[str]:
    return [node.text() for node in site.see("motet").css(".person legend strong")]


def test_time_place_and_people_stand_as_the_invitation_says(prepared: Site):
    page = text_of(prepared.see("motet"))
    assert "torsdag 3. desember kl. 13.00–14.30" in page
    assert "Kaiveien 2" in page
    assert people(prepared) == ["Signe Hauge"]


def test_what_is_unknown_comes_with_a_message_to_copy_and_to_send(prepared: Site):
    page = prepared.see("motet")
    assert "agendaen" in text_of(page).lower()
    letter = page.css_first("#melding").text()
    assert "Signe" in letter.splitlines()[0]
    mailto = page.css_first(".letter a").attributes["href"]
    assert mailto.startswith("mailto:signe.hauge@fjordlys.example?subject=")
    assert page.css_first("button[data-copy=melding]").attributes.get("hidden", "no") is None


def test_met_and_heard_are_kept_and_reach_the_sheet(prepared: Site):
    answer = prepared.client.post(
        prepared.address("motet/folk"), data={"name-0": "Signe Hauge", "met-0": "no", "heard-0": "1"}
    )
    assert answer.status_code == 303
    page = prepared.see("motet")
    assert page.css_first("#met-0 option[selected]").attributes["value"] == "no"
    assert "checked" in page.css_first("#heard-0").attributes
    assert "ny for deg" in text_of(prepared.see("motet/ark"))
    prepared.client.post(prepared.address("motet/folk"), data={"name-0": "Signe Hauge", "met-0": "", "heard-0": ""})
    page = prepared.see("motet")
    assert page.css_first("#met-0 option[selected]").attributes["value"] == ""
    assert "checked" not in page.css_first("#heard-0").attributes


def test_a_form_about_somebody_who_moved_in_the_list_changes_nobody(prepared: Site):
    prepared.client.post(prepared.address("motet/folk"), data={"name-0": "En Annen", "met-0": "yes", "heard-0": "1"})
    assert "checked" not in prepared.see("motet").css_first("#heard-0").attributes


def test_somebody_is_added_taken_off_and_put_back(prepared: Site):
    add = {"name": "Roar Lende", "role": "tillitsvalgt", "side": "employer"}
    prepared.client.post(prepared.address("motet/folk"), data=add)
    assert people(prepared) == ["Signe Hauge", "Roar Lende"]
    assert "tillitsvalgt" in text_of(prepared.see("motet/ark"))
    prepared.client.post(prepared.address("motet/folk"), data={"remove": "Signe Hauge"})
    assert people(prepared) == ["Roar Lende"]
    assert "Tatt ut: Signe Hauge" in text_of(prepared.see("motet"))
    prepared.client.post(prepared.address("motet/folk"), data={"restore": "Signe Hauge"})
    assert sorted(people(prepared)) == ["Roar Lende", "Signe Hauge"]
    assert "Tatt ut" not in text_of(prepared.see("motet"))


@pytest.mark.parametrize("name", ["", "   ", "Signe Hauge", "x" * 200])
def test_a_person_that_cannot_be_added_is_told_why_with_what_was_typed(prepared: Site, name: str):
    answer = prepared.client.post(
        prepared.address("motet/folk"), data={"name": name, "role": "leder", "side": "agency"}
    )
    assert answer.status_code == 422
    assert "<title>Feil: " in answer.text
    assert 'id="feil"' in answer.text
    assert 'href="#name"' in answer.text
    assert 'value="leder"' in answer.text


def test_the_time_can_be_set_by_hand_and_stands_above_the_message(prepared: Site):
    page = prepared.see("motet/tid")
    assert page.css_first("#start").attributes["value"] == "2026-12-03T13:00"
    fields = {"start": "2026-12-02T10:00", "end": "2026-12-02T11:00", "place": "Kaiveien 4", "video_link": ""}
    answer = prepared.client.post(prepared.address("motet/tid"), data=fields)
    assert answer.status_code == 303
    shown = text_of(prepared.see("motet"))
    assert "onsdag 2. desember kl. 10.00–11.00" in shown
    assert "Kaiveien 4" in shown


def test_the_time_can_be_set_before_any_message_has_come(site: Site):
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    assert site.see("motet/tid").css_first("#place") is None
    site.client.post(site.address("motet/tid"), data={"start": "2026-12-02T10:00"})
    assert "onsdag 2. desember kl. 10.00" in text_of(site.see("motet"))
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        start = uow.preparations.by_slug(site.slug).given_start
    assert start == dt.datetime(2026, 12, 2, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def test_somebody_can_be_named_before_any_message_has_come(site: Site):
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    site.client.post(site.address("motet/folk"), data={"name": "Signe Hauge", "role": "", "side": "employer"})
    assert people(site) == ["Signe Hauge"]
    site.give(document("innkalling.txt", INVITATION, DocumentKind.INVITATION))
    assert people(site) == ["Signe Hauge"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start": "på torsdag"}, "start"),
        ({"start": "2026-12-02T10:00", "end": "2026-12-02T09:00"}, "end"),
        ({"start": "2026-12-02T10:00", "video_link": "javascript:alert(1)"}, "video_link"),
    ],
)
def test_a_time_that_cannot_be_used_keeps_what_was_typed(prepared: Site, fields: dict[str, str], field: str):
    answer = prepared.client.post(prepared.address("motet/tid"), data=fields)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert "<title>Feil: " in answer.text
    assert "torsdag 3. desember kl. 13.00" in text_of(prepared.see("motet"))


def test_a_moved_time_updates_the_same_meeting_and_says_so(prepared: Site):
    prepared.give(document("nytt-tidspunkt.txt", MOVED, DocumentKind.INVITATION))
    page = prepared.see("motet")
    changed = text_of(page, ".ds-card")
    assert "torsdag 3. desember kl. 13.00" in changed
    assert "fredag 4. desember kl. 09.00" in changed
    assert "Kaiveien 2" in text_of(page)
    assert people(prepared) == ["Signe Hauge"]


@pytest.mark.parametrize(
    ("name", "kind", "begins"),
    [
        ("brief.pdf", "application/pdf", b"%PDF-"),
        ("brief.html", "text/html", b"<!doctype html>"),
        ("interview.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        ("plan.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        ("questions.txt", "text/plain", b"#separator:tab"),
    ],
)
def test_every_file_is_linked_and_handed_over_as_what_it_is(prepared: Site, name: str, kind: str, begins: bytes):
    address = prepared.address(f"motet/fil/{name}")
    assert prepared.see("motet").css_first(f"a[href='{address}']") is not None
    answer = prepared.client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert answer.content.strip().startswith(begins)


def test_the_calendar_is_discreet_unless_asked(prepared: Site):
    discreet = prepared.client.get(prepared.address("motet/fil/interview.ics")).text
    full = prepared.client.get(prepared.address("motet/fil/interview.ics?fullt=1")).text
    assert "Fjordlys" not in discreet
    assert "Fjordlys" in full


def test_a_file_nobody_makes_is_not_found(prepared: Site):
    assert prepared.client.get(prepared.address("motet/fil/andregang.db")).status_code == 404


def test_the_sheet_is_two_pages_of_its_own(prepared: Site):
    page = prepared.see("motet/ark")
    assert len(page.css("article.paper")) == 2
    assert len(page.css("h1")) == 1
    assert "Lede arbeidet i plateverkstedet" in text_of(page, "article.paper table")


@pytest.mark.parametrize("page", ["motet", "motet/tid", "motet/ark", "plan"])
def test_reading_a_page_writes_nothing(prepared: Site, page: str):
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        before = [repo.all() for repo in (uow.people, uow.plan_marks, uow.preparations, uow.corrections, uow.events)]
    prepared.see(page)
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        after = [repo.all() for repo in (uow.people, uow.plan_marks, uow.preparations, uow.corrections, uow.events)]
    assert before == after


def test_hostile_words_are_shown_as_words(site: Site):
    hostile = INVITATION.replace("Kaiveien 2", "<img src=x onerror=alert(1)> 2")
    site.give(
        document("annonse.txt", AD, DocumentKind.AD), document("innkalling.txt", hostile, DocumentKind.INVITATION)
    )
    site.client.post(site.address("motet/folk"), data={"name": "<b>Ole</b> Moe", "role": "<i>", "side": "employer"})
    for page in ("motet", "motet/ark"):
        assert site.see(page).css_first("main img") is None
        assert site.see(page).css_first("main b") is None


def test_words_of_the_message_say_their_language_where_the_page_speaks_another(open_site):
    site = open_site("en")
    called = INVITATION + "Agenda:\n- Omvisning i verkstedet (20 min)\n- Spørsmål fra deg (10 min)\n"
    site.give(document("innkalling.txt", called, DocumentKind.INVITATION))
    parts = site.see("motet").css(".agenda li span[lang]")
    assert {part.attributes["lang"] for part in parts} == {"nb"}
