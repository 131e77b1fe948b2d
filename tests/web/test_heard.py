"""Hvem har hørt hva: ticked off, told again to those who have not heard, and what is said in two ways."""

import pytest

from andregang.bootstrap import OWNER

from .conftest import NOW, Site, text_of


def example(site: Site, title: str = "Stålet som kom for sent", result: str = "Svinnet gikk ned 18 prosent.") -> str:
    with site.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(site.slug)
        made = uow.examples.create(kept.id, NOW, title=title, result=result)
        uow.commit()
    return made.id


def heard(site: Site) -> list:
    with site.context.store.unit_of_work(OWNER, read_only=True) as uow:
        return list(uow.heard.of(uow.preparations.by_slug(site.slug).id))


def tick(site: Site, *things: str, name: str = "Signe Hauge", number: int = 1) -> int:
    data = {"round": str(number), "people": [name], "told-0": list(things)}
    return site.client.post(site.address("fortalt"), data=data).status_code


def write(site: Site, **words: str) -> None:
    page = site.see("fortalt?runde=1")
    version = page.css_first("form[data-draft] input[name=version]").attributes["value"]
    given = {name: words.get(name, "") for name in ("figure", "pay", "reason", "title", "date", "letter")}
    answer = site.client.post(site.address("fortalt"), data={"round": "1", "version": version, **given})
    assert answer.status_code == 303


def test_the_story_is_to_be_told_to_those_who_have_not_heard_it(prepared: Site):
    assert "Historien om meg til Signe Hauge" in text_of(prepared.see("fortalt"), ".ds-card")
    assert tick(prepared, "story") == 303
    assert "Historien om meg" not in text_of(prepared.see("fortalt"), ".ds-card")
    assert "Har hørt den." in text_of(prepared.see("historien"))


def test_an_example_told_to_one_is_told_again_to_the_others(prepared: Site):
    thing = f"example-{example(prepared)}"
    assert tick(prepared, "story", thing) == 303
    assert [(row.what, row.round) for row in heard(prepared)] == [("example", 1)]
    prepared.client.post(prepared.address("motet/folk"), data={"name": "Nora Lie", "role": "HR", "side": "employer"})
    card = text_of(prepared.see("fortalt"), ".ds-card")
    assert "Stålet som kom for sent til Nora Lie" in card
    assert "Signe Hauge" not in card


def test_what_was_ticked_can_be_taken_back(prepared: Site):
    thing = f"example-{example(prepared)}"
    tick(prepared, "story", thing)
    tick(prepared)
    assert heard(prepared) == []
    assert prepared.see("fortalt").css("fieldset.heard input[checked]") == []


def test_a_thing_that_is_none_and_a_stranger_are_not_kept(prepared: Site):
    assert tick(prepared, "example-no", "cv", name="Ingen Kjent") == 303
    assert heard(prepared) == []


def test_two_figures_are_shown_side_by_side_with_where_they_stand(prepared: Site):
    id_ = example(prepared)
    write(prepared, figure="Vi fikk ned svinnet med 14 prosent.")
    page = prepared.see("fortalt")
    shown = text_of(page, "section[aria-labelledby=ulikt]")
    assert "Du har brukt både 18 prosent og 14 prosent" in shown
    assert "Svinnet gikk ned 18 prosent." in shown
    assert "Vi fikk ned svinnet med 14 prosent." in shown
    links = [link.attributes["href"] for link in page.css(".heard-pair a")]
    assert prepared.address(f"belegg/{id_}") in links
    assert all(prepared.client.get(link.partition("#")[0]).status_code == 200 for link in links)


def test_it_is_not_the_same_thing_is_remembered_and_can_be_shown_again(prepared: Site):
    example(prepared)
    write(prepared, figure="Vi fikk ned svinnet med 14 prosent.")
    key = prepared.see("fortalt").css_first("button[name=apart]").attributes["value"]
    assert prepared.client.post(prepared.address("fortalt"), data={"apart": key}).status_code == 303
    page = prepared.see("fortalt")
    assert page.css(".heard-pair") == []
    assert "1 par er lagt til side" in text_of(page)
    prepared.client.post(prepared.address("fortalt"), data={"again": "1"})
    assert len(prepared.see("fortalt").css(".heard-pair")) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"title": "avdelingsleder i Vikholm Mek"}, "avdelingsleder i Vikholm Mek"),
        ({"letter": "Jeg begynte i Vikholm Mek i 2015."}, "2015"),
        ({"letter": "Jeg ønsker 680 000 i lønn.", "pay": "720"}, "720"),
        (
            {"letter": "Jeg sluttet fordi det ble nedbemanning.", "reason": "Jeg ville ha nye utfordringer"},
            "nedbemanning",
        ),
    ],
    ids=["title", "date", "pay", "reason"],
)
def test_what_was_said_is_held_against_the_cv_and_the_letter(prepared: Site, words: dict[str, str], expected: str):
    write(prepared, **words)
    assert expected.split(" i ")[0] in text_of(prepared.see("fortalt"), "section[aria-labelledby=ulikt]")


def test_the_same_two_figures_in_three_places_are_one_thing_to_settle(prepared: Site):
    example(prepared)
    write(prepared, figure="Vi fikk ned svinnet med 14 prosent.", letter="Jeg fikk ned svinnet med 14 %.")
    page = prepared.see("fortalt")
    assert len(page.css(".heard-pair")) == 1
    assert len(page.css(".heard-pair blockquote")) == 3
    key = page.css_first("button[name=apart]").attributes["value"]
    prepared.client.post(prepared.address("fortalt"), data={"apart": key})
    assert prepared.see("fortalt").css(".heard-pair") == []


def test_what_agrees_is_not_mentioned(prepared: Site):
    write(prepared, title="formann i Vikholm Mek", date="begynte i Vikholm Mek i 2018", pay="680k")
    assert prepared.see("fortalt").css_first("#ulikt") is None


def test_two_windows_lose_nothing(prepared: Site):
    page = prepared.see("fortalt?runde=1")
    version = page.css_first("form[data-draft] input[name=version]").attributes["value"]
    first = {"round": "1", "version": version, "figure": "14 prosent svinn"}
    second = {"round": "1", "version": version, "figure": "åtte mann"}
    prepared.client.post(prepared.address("fortalt"), data=first)
    answer = prepared.client.post(prepared.address("fortalt"), data=second, headers={"X-Draft": "1"})
    assert answer.status_code == 409
    shown = prepared.see("fortalt?runde=1").css_first("#figure").text()
    assert "14 prosent svinn" in shown
    assert "åtte mann" in shown


def test_a_draft_is_kept_with_a_new_version(prepared: Site):
    version = prepared.see("fortalt?runde=1").css_first("form[data-draft] input[name=version]").attributes["value"]
    data = {"round": "1", "version": version, "pay": "680"}
    answer = prepared.client.post(prepared.address("fortalt"), data=data, headers={"X-Draft": "1"})
    assert answer.status_code == 204
    assert answer.headers["X-Version"] != version
    assert [(row.what, row.words, row.person) for row in heard(prepared)] == [("pay", "680", "")]


def test_prosessen_and_motet_lead_there(prepared: Site):
    for page in ("prosessen", "motet"):
        assert prepared.see(page).css(f"main a[href='{prepared.address('fortalt')}']")


def test_with_nobody_named_the_page_says_where_to_name_them(site: Site):
    from andregang.domain.source import DocumentKind

    from .conftest import AD, document

    site.give(document("annonse.txt", AD, DocumentKind.AD))
    assert "Fant ingen" in text_of(site.see("fortalt")) or "Ingen er nevnt" in text_of(site.see("fortalt"))


def test_markup_written_is_shown_as_text(prepared: Site):
    example(prepared, title="<img src=x onerror=a()>")
    write(prepared, figure="<script>a()</script> Vi fikk ned svinnet med 14 prosent.")
    page = prepared.see("fortalt")
    assert page.css("main img, main script") == []
    assert "<img src=x" in text_of(page)
