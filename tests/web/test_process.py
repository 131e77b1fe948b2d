"""Prosessen and Etterpå: rounds, messages that change the meeting, people by side, checklists, notes."""

import datetime as dt

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .conftest import AD, NOW, Site, document, text_of

MOVED = """Fra: Signe Hauge <signe.hauge@fjordlys.example>
Til: eskil.nordbo@post.example
Emne: Nytt tidspunkt for intervjuet

Hei Eskil

Vi må dessverre flytte intervjuet til fredag 4. desember 2026 kl. 09.00-10.30. Stedet er det samme.

Hilsen Signe
"""

CALLED_OFF = """Fra: Signe Hauge <signe.hauge@fjordlys.example>
Emne: Avlyst intervju

Hei Eskil

Vi er dessverre nødt til å avlyse intervjuet. Beklager at det kommer så sent.
"""


def paste(site: Site, text: str) -> int:
    return site.client.post(site.address("prosessen/melding"), data={"pasted": text}).status_code


def later(site: Site, days: float) -> None:
    """The same pages some days later."""
    site.context.clock = lambda: NOW + dt.timedelta(days=days)


@pytest.fixture
def past(prepared: Site) -> Site:
    """The day after the interview."""
    later(prepared, 11)
    return prepared


def test_the_round_prepared_for_stands_with_the_one_before_it(prepared: Site):
    rounds = text_of(prepared.see("prosessen"), "section[aria-labelledby=runder]")
    assert "Runde 1" in rounds
    assert "Runde 2 (denne)" in rounds
    assert "torsdag 3. desember kl. 13.00" in rounds


def test_a_pasted_message_moves_the_meeting_and_what_changed_is_said(prepared: Site):
    assert paste(prepared, MOVED) == 303
    page = prepared.see("prosessen")
    messages = text_of(page, "section[aria-labelledby=meldinger]")
    assert "torsdag 3. desember kl. 13.00 → fredag 4. desember kl. 09.00" in messages
    assert messages.index("Nytt tidspunkt") < messages.index("Innkalling")
    assert "fredag 4. desember kl. 09.00" in text_of(page, "section[aria-labelledby=neste]")
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        assert [event.kind for event in uow.events.of(kept.id)] == ["message"]
        assert len(uow.preparations.all()) == 1


def test_a_cancellation_is_said_and_the_meeting_stays(prepared: Site):
    paste(prepared, CALLED_OFF)
    assert "avlyst" in text_of(prepared.see("prosessen"), "section[aria-labelledby=neste]")
    assert prepared.see("prosessen").css_first(".rows a").text() == "Runde 1"


def test_nothing_given_is_asked_for_again_with_the_field_named(prepared: Site):
    answer = prepared.client.post(prepared.address("prosessen/melding"), data={"pasted": "  "})
    assert answer.status_code == 422
    assert "<title>Feil: " in answer.text
    assert 'href="#pasted"' in answer.text


def test_people_stand_under_the_side_they_speak_for(prepared: Site):
    add = {"name": "Nora Lie", "role": "rådgiver", "side": "agency"}
    prepared.client.post(prepared.address("motet/folk"), data=add)
    shown = text_of(prepared.see("prosessen"), "section[aria-labelledby=personer]")
    assert shown.index("arbeidsgiver") < shown.index("Signe Hauge") < shown.index("byrå") < shown.index("Nora Lie")


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, ["CLA", "CLB"]), (8, ["CLC", "CLA", "CLB"]), (11, ["CLD"])],
)
def test_each_checklist_comes_at_its_time(prepared: Site, days: int, expected: list[str]):
    later(prepared, days)
    page = prepared.see("prosessen")
    section = page.css_first("section[aria-labelledby=sjekk]")
    shown = [node.text() for node in section.css("h3")]
    titles = {
        "CLA": "Når du får innkallingen",
        "CLB": "Rett etter første intervju",
        "CLC": "Senest dagen før",
        "CLD": "Etter møtet",
    }
    assert shown == [titles[one] for one in expected]


def test_a_line_of_a_checklist_is_ticked_and_opened_again(prepared: Site):
    for done, pressed in (("1", "true"), ("0", "false")):
        prepared.client.post(prepared.address("prosessen"), data={"line": "CLA1", "done": done})
        assert prepared.see("prosessen").css_first("#hake-CLA1").attributes["aria-pressed"] == pressed


def test_a_line_nobody_wrote_is_not_ticked(prepared: Site):
    prepared.client.post(prepared.address("prosessen"), data={"line": "CLX9", "done": "1"})
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert uow.plan_marks.all() == ()


def test_the_first_interview_is_written_down_with_when_and_what_they_promised(prepared: Site):
    fields = {
        "version": "0",
        "text": "De spurte mye om robotsveising.",
        "begins": "2026-11-12T10:00",
        "place": "Kaiveien 2",
        "side": "employer",
        "answer_by": "2026-11-20",
        "outcome": "Invitert videre",
    }
    answer = prepared.client.post(prepared.address("prosessen/runde/1"), data=fields)
    assert answer.status_code == 303
    page = prepared.see("prosessen/runde/1")
    assert page.css_first("#text").text() == "De spurte mye om robotsveising."
    assert page.css_first("#begins").attributes["value"] == "2026-11-12T10:00"
    shown = prepared.see("prosessen")
    assert "torsdag 12. november kl. 10.00" in text_of(shown)
    assert "Invitert videre" in text_of(shown)
    assert "Rett etter første intervju" not in text_of(shown, "section[aria-labelledby=sjekk]")


def test_a_draft_is_kept_while_it_is_written_and_carries_its_version(prepared: Site):
    address, draft = prepared.address("prosessen/runde/1"), {"X-Draft": "1"}
    first = prepared.client.post(address, data={"version": "0", "text": "De"}, headers=draft)
    assert (first.status_code, first.headers["x-version"]) == (204, "1")
    second = prepared.client.post(address, data={"version": "1", "text": "De spurte"}, headers=draft)
    assert (second.status_code, second.headers["x-version"]) == (204, "2")
    assert prepared.see("prosessen/runde/1").css_first("#text").text() == "De spurte"


def test_two_windows_lose_no_word_and_the_person_chooses(prepared: Site):
    address = prepared.address("prosessen/runde/1")
    prepared.client.post(address, data={"version": "0", "text": "Fra det ene vinduet."})
    lost = prepared.client.post(address, data={"version": "0", "text": "Fra det andre vinduet.", "place": "Kaia"})
    assert lost.status_code == 409
    assert 'value="Kaia"' in lost.text
    assert "Fra det ene vinduet." in lost.text
    page = prepared.see("prosessen/runde/1")
    assert page.css_first("#text").text() == "Fra det ene vinduet."
    use = page.css_first("button[name=use]").attributes["value"]
    prepared.client.post(address, data={"use": use})
    page = prepared.see("prosessen/runde/1")
    assert page.css_first("#text").text() == "Fra det andre vinduet."
    assert page.css_first("button[name=use]") is None


@pytest.mark.parametrize("field", ["begins", "answer_by"])
def test_a_date_that_cannot_be_used_keeps_the_text(prepared: Site, field: str):
    fields = {"version": "0", "text": "Husk dette.", field: "neste uke"}
    answer = prepared.client.post(prepared.address("prosessen/runde/1"), data=fields)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert 'value="neste uke"' in answer.text
    assert "Husk dette." in prepared.see("prosessen/runde/1").css_first("#text").text()


def test_after_the_interview_one_is_asked_to_write_and_shown_what_to_do(prepared: Site):
    later(prepared, 11)
    assert "Skriv ned" in text_of(prepared.see("prosessen"), "section[aria-labelledby=neste]")
    page = prepared.see("etterpa")
    assert "torsdag 3. desember kl. 13.00" in text_of(page).lower()
    assert page.css_first("#hake-CLD1") is not None
    assert "Takk for samtalen" in page.css_first("#melding").text()


def test_a_promised_answer_is_counted_on_and_asked_about_when_the_day_has_passed(prepared: Site):
    later(prepared, 11)
    fields = {"version": "0", "text": "Det gikk fint.", "answer_by": "2026-12-10"}
    prepared.client.post(prepared.address("etterpa"), data=fields)
    assert "innen torsdag 10. desember" in text_of(prepared.see("prosessen"), "section[aria-labelledby=neste]")
    later(prepared, 20)
    assert "Du kan spørre" in text_of(prepared.see("prosessen"), "section[aria-labelledby=neste]")
    assert "når regner dere med" in prepared.see("etterpa").css_first("#melding").text()


def test_before_the_interview_there_is_no_thank_you_message(prepared: Site):
    assert prepared.see("etterpa").css_first("#melding") is None


@pytest.mark.parametrize("number", ["0", "10", "99999999999999999999"])
def test_a_round_that_cannot_be_is_not_found(prepared: Site, number: str):
    assert prepared.client.get(prepared.address(f"prosessen/runde/{number}")).status_code == 404


def test_the_process_stands_before_any_message(site: Site):
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    page = text_of(site.see("prosessen"))
    assert "ikke kjent ennå" in page
    assert "Ingen melding er lagt inn ennå." in page


@pytest.mark.parametrize("page", ["prosessen", "prosessen/runde/1", "prosessen/runde/3", "etterpa"])
def test_reading_a_page_writes_nothing(prepared: Site, page: str):
    def kept() -> list[object]:
        with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
            return [repo.all() for repo in (uow.notes, uow.rounds, uow.events, uow.plan_marks, uow.drafts)]

    before = kept()
    prepared.see(page)
    assert kept() == before


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_pages_speak_the_other_languages(open_site, language: str):
    site = open_site(language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    assert site.see("prosessen").css_first("html").attributes["lang"] == language
    assert ("The process" if language == "en" else "Prosessen") in text_of(site.see("prosessen"), "h1")


def after(site: Site, part: str, **form: str):
    return site.client.post(site.address(f"etterpa/{part}"), data=form)


def test_what_was_promised_is_ticked_off_and_goes_into_the_thanks_until_it_is_kept(past: Site):
    after(past, "lovet", text="- Attest fra Vikholm\nTo navn til referanser", version="0")
    assert "– Attest fra Vikholm\n– To navn til referanser" in past.see("etterpa").css_first("#melding").text()
    row = past.see("etterpa").css_first("li[id^=promise]")
    after(past, "lovet", promise=row.attributes["id"], done="1")
    page = past.see("etterpa")
    assert "done" in page.css_first(f"#{row.attributes['id']}").attributes["class"]
    assert "Attest fra Vikholm" not in page.css_first("#melding").text()
    assert "To navn til referanser" in page.css_first("#melding").text()


def test_a_promise_nobody_made_cannot_be_kept(past: Site):
    assert after(past, "lovet", promise="line-CLA1", done="1").status_code == 404


def test_a_doubt_about_a_line_of_the_ad_leads_to_its_evidence_and_goes_from_the_proposals(past: Site):
    page = past.see("etterpa")
    button = page.css_first("section[aria-labelledby=tvil] details button")
    words = button.attributes["value"]
    after(past, "tvil", add=words)
    page = past.see("etterpa")
    assert page.css_first("#tvil-tekst").text() == words
    assert words not in [one.attributes["value"] for one in page.css("section[aria-labelledby=tvil] details button")]
    [link] = page.css("section[aria-labelledby=neste] li a")
    assert past.client.get(link.attributes["href"]).status_code == 200
    assert "/krav/" in link.attributes["href"]


def test_the_next_round_needs_what_is_not_known_of_the_four(past: Site):
    needs = text_of(past.see("etterpa"), "section[aria-labelledby=neste]")
    assert "Kan jeg bli ledet av denne personen" in needs
    past.client.post(past.address("beslutning/D2"), data={"known": "well", "answer": "yes", "weight": "2", "text": ""})
    assert "Kan jeg bli ledet" not in text_of(past.see("etterpa"), "section[aria-labelledby=neste]")


def test_two_windows_that_write_what_was_promised_keep_both(past: Site):
    after(past, "lovet", text="Første", version="0")
    answer = after(past, "lovet", text="Andre", version="0")
    assert answer.status_code == 409
    draft = past.see("etterpa").css_first("section[aria-labelledby=lovet] button[name=use]").attributes["value"]
    after(past, "lovet", use=draft)
    assert past.see("etterpa").css_first("#lovet-tekst").text() == "Andre"


def test_there_is_no_other_list(past: Site):
    assert after(past, "annet", text="x", version="0").status_code == 404
