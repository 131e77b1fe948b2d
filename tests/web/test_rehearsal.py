"""Øv: the day's questions, one answer at a time, and what was found in it."""

import datetime as dt

import pytest
from selectolax.lexbor import LexborHTMLParser

from andregang.bootstrap import OWNER
from andregang.domain.recording import Measures, Stretch

from .conftest import Site, text_of
from .filled import empty_preparation

ANSWER = (
    "I 2021 hadde vi for mange avvik i plateverkstedet. Jeg planla å gå rundt hver morgen i tre uker. "
    "Jeg målte hver plate selv og skrev ned hva som gikk galt. Avvikene gikk ned fra tolv til tre i måneden. "
    "Formannen, Kjell, var med på målingene. Jeg lærte at man må spørre dem som står ved saksa."
)
MAIN = "IQ-B01"


def give(site: Site, key: str = MAIN, answer: str = ANSWER, **fields: str) -> str:
    """Answer a question a minute later; the address of what was found."""
    later = site.context.now() + dt.timedelta(minutes=1)
    site.context.clock = lambda: later
    given = site.client.post(site.address(f"ov/{key}"), data={"answer": answer, **fields})
    assert given.status_code == 303, given.text
    return given.headers["location"]


def say(site: Site, address: str, word: str):
    return site.client.post(address, data={"grade": word})


def test_the_main_contribution_is_asked_first_when_nothing_was_practised(prepared):
    page = prepared.see("ov")
    assert text_of(page, "#neste") == "Hva blir ditt viktigste bidrag hvis vi ansetter deg?"
    assert page.css_first(".action a").attributes["href"].endswith("/ov/IQ-B01")


def test_the_day_holds_no_more_than_there_are_minutes_for(prepared):
    page = prepared.see("ov")
    due = len(page.css("section[aria-labelledby=idag] li")) + 1
    assert 2 <= due <= 15
    assert f"{due * 3} min" in text_of(page, "section[aria-labelledby=idag]")


def test_an_answer_shows_the_words_that_carried_each_part(prepared):
    page = LexborHTMLParser(prepared.client.get(give(prepared)).text)
    told = text_of(page, ".carried")
    assert "«Avvikene gikk ned fra tolv til tre i måneden" in told
    assert "«Jeg planla å gå rundt hver morgen i tre uker" in told
    assert "sekunder" in text_of(page, "section[aria-labelledby=talt]")


def test_what_was_not_found_is_named_and_asked_about(prepared):
    page = LexborHTMLParser(prepared.client.get(give(prepared, answer="Jeg er en strukturert person.")).text)
    shown = text_of(page)
    assert "Fant ikke" in shown
    assert "Vis «strukturert» med en hendelse" in shown
    follow = page.css_first("section[aria-labelledby=videre] a").attributes["href"]
    assert prepared.client.get(follow).status_code == 200
    answered = prepared.client.post(follow, data={"answer": "Jeg ringte alle tre og byttet rekkefølge."})
    assert (
        "videre" not in LexborHTMLParser(prepared.client.get(answered.headers["location"]).text).html.split("<main")[0]
    )
    assert not LexborHTMLParser(prepared.client.get(answered.headers["location"]).text).css("[aria-labelledby=videre]")


def test_no_answer_is_given_a_score_or_a_verdict(prepared):
    for answer in (ANSWER, "Vet ikke."):
        shown = text_of(LexborHTMLParser(prepared.client.get(give(prepared, answer=answer)).text)).lower()
        for word in ("poeng", "karakteren", "bra svar", "dårlig", "godt svar", "riktig svar", "feil svar"):
            assert word not in shown


def test_the_guess_is_shown_beside_what_it_measures(prepared):
    page = LexborHTMLParser(prepared.client.get(give(prepared, guess="  nytte   for dem ")).text)
    assert "Du skrev: nytte for dem." in text_of(page)
    assert "Spørsmålet måler bidrag" in text_of(page)


def test_a_grade_leads_to_the_next_question_and_decides_the_order(prepared):
    where = say(prepared, give(prepared), "sure").headers["location"]
    assert "/ov/IQ-" in where
    assert not where.endswith(MAIN)
    assert text_of(prepared.see("ov"), "#neste") != "Hva blir ditt viktigste bidrag hvis vi ansetter deg?"


def test_what_went_badly_comes_again_the_same_day_and_what_went_well_does_not(prepared):
    say(prepared, give(prepared), "again")
    due = prepared.see("ov").css(".action a, section[aria-labelledby=idag] a")
    assert any(link.attributes["href"].endswith(MAIN) for link in due)
    say(prepared, give(prepared), "good")
    due = prepared.see("ov").css(".action a, section[aria-labelledby=idag] a")
    assert not any(link.attributes["href"].endswith(MAIN) for link in due)


def test_the_day_ends_when_its_minutes_are_used(prepared):
    for _ in range(60):
        page = prepared.see("ov")
        if not page.css(".action"):
            break
        key = page.css_first(".action a").attributes["href"].rsplit("/", 1)[1]
        say(prepared, give(prepared, key), "sure")
    assert "Det er nok for i dag" in text_of(prepared.see("ov"))
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        marks = uow.plan_marks.of(uow.preparations.by_slug(prepared.slug).id)
    assert [mark.task for mark in marks if mark.done] == ["recall-2026-11-23"]


def test_long_before_there_is_still_something_to_practise(prepared):
    far = prepared.context.now() + dt.timedelta(days=300)
    with prepared.context.store.unit_of_work(OWNER) as uow:
        uow.preparations.change(uow.preparations.by_slug(prepared.slug).id, given_start=far)
        uow.commit()
    assert len(prepared.see("ov").css(".action")) == 1
    say(prepared, give(prepared), "good")
    later = prepared.context.now() + dt.timedelta(days=1)
    prepared.context.clock = lambda: later
    assert prepared.see("ov").css(".action")


def test_after_the_interview_one_may_still_practise(prepared):
    later = prepared.context.now() + dt.timedelta(days=30)
    prepared.context.clock = lambda: later
    assert prepared.see("ov").css("a[href*='/ov/IQ-']")
    assert prepared.client.get(give(prepared)).status_code == 200


@pytest.mark.parametrize("answer", ["", "   \n "])
def test_an_empty_answer_is_said_no_to_and_loses_nothing(prepared, answer):
    refused = prepared.client.post(prepared.address(f"ov/{MAIN}"), data={"answer": answer, "guess": "nytte"})
    assert refused.status_code == 422
    page = LexborHTMLParser(refused.text)
    assert page.css_first("#feil a").attributes["href"] == "#answer"
    assert page.css_first("#guess").attributes["value"] == "nytte"
    assert page.css_first("title").text().startswith("Feil")


def test_what_is_typed_is_kept_until_it_is_answered(prepared):
    address = prepared.address(f"ov/{MAIN}")
    draft = prepared.client.post(
        address, data={"answer": "Jeg vil", "guess": "nytte", "version": "0"}, headers={"X-Draft": "1"}
    )
    assert draft.status_code == 204
    page = prepared.see(f"ov/{MAIN}")
    assert page.css_first("textarea").text() == "Jeg vil"
    assert page.css_first("#guess").attributes["value"] == "nytte"
    give(prepared)
    page = prepared.see(f"ov/{MAIN}")
    assert page.css_first("textarea").text() == ""
    assert len(page.css("section[aria-labelledby=for] li")) == 1


def test_two_windows_writing_the_same_answer_keep_both(prepared):
    address = prepared.address(f"ov/{MAIN}")
    write = lambda text: prepared.client.post(address, data={"answer": text, "version": "0"}, headers={"X-Draft": "1"})  # noqa: E731
    assert write("Den ene.").status_code == 204
    answer = write("Den andre.")
    assert answer.status_code == 409
    page = LexborHTMLParser(answer.text)
    assert page.css_first("textarea").text() == "Den ene."
    assert page.css_first(".both blockquote").text() == "Den andre."
    use = page.css_first("button[name=use]").attributes["value"]
    prepared.client.post(address, data={"use": use})
    assert prepared.see(f"ov/{MAIN}").css_first("textarea").text() == "Den andre."


def test_a_deleted_answer_can_be_brought_back(prepared):
    where = prepared.client.post(give(prepared), data={"remove": "1"}).headers["location"]
    assert not prepared.see(f"ov/{MAIN}").css("section[aria-labelledby=for]")
    page = LexborHTMLParser(prepared.client.get(where).text)
    prepared.client.post(prepared.address("ov"), data={"restore": page.css_first("[name=restore]").attributes["value"]})
    assert prepared.see(f"ov/{MAIN}").css("section[aria-labelledby=for]")


def test_one_task_is_drilled_with_the_seven_question_words_in_turn(prepared):
    line = prepared.see("ov").css_first("#oppgave option").attributes["value"]
    drill = f"ov/hv/{line}"
    assert prepared.client.get(prepared.address(f"ov?oppgave={line}")).headers["location"].endswith(drill)
    page = prepared.see(drill)
    keys = [link.attributes["href"].split("/ov/")[1] for link in page.css("ol.listing a")]
    assert len(keys) == 7
    asked = [
        " ".join(link.text().lower().replace("?", "").replace(",", "").split()) for link in page.css("ol.listing a")
    ]
    hv = ("hvem", "hva", "hvor", "hvorfor", "hvordan", "hvilke", "når")
    assert all(f" {word}" in f" {words}" for word, words in zip(hv, asked, strict=True))
    address = page.css_first("p a.ds-button").attributes["href"]
    for _ in range(7):
        found = prepared.client.post(address, data={"answer": ANSWER}).headers["location"]
        address = say(prepared, found, "good").headers["location"]
    assert address.endswith(drill)
    assert not prepared.see(drill).css("p a.ds-button")


@pytest.mark.parametrize(
    "page", ["ov/IQ-X99", "ov/IQ-K05-00000000", "ov/hv/nope", "ov/svar/nope", "ov/IQ-B01~IQ-B02", "ov/IQ-B01~x", "ov/~"]
)
def test_what_names_no_question_is_not_found(prepared, page):
    assert prepared.client.get(prepared.address(page)).status_code == 404


def test_a_grade_there_is_not_is_said_no_to(prepared):
    assert say(prepared, give(prepared), "perfect").status_code == 422


def recorded(site: Site, seconds: float = 30.0) -> str:
    """A recording with what was measured in it; its id."""
    pauses = (Stretch(4.0, 5.0), Stretch(9.0, 12.0))
    with site.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(site.slug)
        values = Measures(seconds, 2.0, seconds - 6.0, pauses, 60).values()
        made = uow.recordings.add(
            preparation=kept.id, question=MAIN, mime="audio/webm", state="whole", measures=values,
            begun=site.context.now(), keep_until=site.context.now().date(),
        )  # fmt: skip
        uow.recordings.append(made.id, 0, b"sound")
        uow.commit()
    return made.id


def test_pace_and_pauses_are_told_of_a_recorded_answer(prepared):
    found = give(prepared, answer="ord " * 56, recording=recorded(prepared))
    shown = text_of(LexborHTMLParser(prepared.client.get(found).text), "section[aria-labelledby=opptak]")
    assert "28 sekunder med tale og pauser, 2 sekunder før første ord." in shown
    assert "2 pauser, den lengste 3 sekunder." in shown
    assert "120 ord i minuttet." in shown
    counted = text_of(LexborHTMLParser(prepared.client.get(found).text), "section[aria-labelledby=talt]")
    assert "Om lag 28 sekunder" in counted


def test_an_answer_may_be_sound_alone_and_the_sound_deleted_beside_it(prepared):
    id_ = recorded(prepared)
    found = give(prepared, answer="", recording=id_)
    page = LexborHTMLParser(prepared.client.get(found).text)
    assert "Bare lyden er lagret" in text_of(page)
    form = page.css_first("section[aria-labelledby=opptak] form").attributes["action"]
    assert prepared.client.post(form, data={"remove": "1"}).status_code == 303
    assert not LexborHTMLParser(prepared.client.get(found).text).css("audio")


def test_a_recording_of_another_is_none_of_ours(prepared):
    posted = prepared.client.post(prepared.address(f"ov/{MAIN}"), data={"answer": ANSWER, "recording": "nope"})
    assert posted.status_code == 404


def test_without_anything_given_the_main_contribution_can_be_practised(site):
    site.slug = empty_preparation(site.context)
    page = site.see("ov")
    assert text_of(page, "#neste") == "Hva blir ditt viktigste bidrag hvis vi ansetter deg?"
    assert site.client.get(give(site)).status_code == 200


def test_nothing_of_a_schedule_is_stored(prepared):
    say(prepared, give(prepared), "good")
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        attempt = uow.attempts.of(kept.id)[0]
        assert (attempt.grade, attempt.answer, attempt.question) == ("good", ANSWER, MAIN)
        assert not attempt.measures
        assert not uow.plan_marks.of(kept.id)
