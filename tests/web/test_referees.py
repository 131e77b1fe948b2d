"""Referanser: who can confirm what, whom it takes, who was asked, and one page with only what each was part of."""

import pypdfium2
import pytest

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .conftest import AD, CV, NOW, Site, document, text_of
from .filled import empty_preparation


def example(site: Site, title: str, people: str, **parts: str) -> str:
    """An example with a mark of its own in every part."""
    texts = {part: f"{title}-{part}" for part in ("frame", "planned", "did", "result", "learned", "bridge")}
    with site.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(site.slug)
        made = uow.examples.create(kept.id, NOW, title=title, people=people, **{**texts, **parts})
        uow.commit()
    return made.id


def add(site: Site, name: str, role: str = "") -> str:
    answer = site.client.post(site.address("referanser"), data={"name": name, "role": role})
    assert answer.status_code == 303
    return answer.headers["location"].rsplit("/", 1)[1]


def fields(site: Site, who: str) -> dict[str, object]:
    """The form of a referee as a browser would send it."""
    page = site.see(f"referanser/{who}")
    given: dict[str, object] = {
        "version": page.css_first("input[name=version]").attributes["value"],
        "text": page.css_first("textarea[name=text]").text(),
        "relation": (page.css_first("#relation option[selected]") or page.css_first("#relation option")).attributes[
            "value"
        ],
        "agreed": page.css_first("input[name=agreed][checked]").attributes["value"],
        "claims": [box.attributes["value"] for box in page.css("input[name=claims][checked]")],
    }
    for name in ("name", "role", "contact", "call_at"):
        given[name] = page.css_first(f"#{name}").attributes["value"] or ""
    return given


def change(site: Site, who: str, **form: object):
    return site.client.post(site.address(f"referanser/{who}"), data={**fields(site, who), **form})


@pytest.fixture
def known(prepared: Site) -> Site:
    example(prepared, "Alfa", "Randi Lie, lagersjef, og Ola Berg")
    example(prepared, "Beta", "Ola Berg")
    return prepared


def test_those_named_in_examples_are_proposed_and_come_in_with_role_and_examples(known):
    page = known.see("referanser")
    names = [b.attributes["value"] for b in page.css("section[aria-labelledby=forslag] button[name=name]")]
    assert names == ["Randi Lie", "Ola Berg"]
    randi = add(known, "Randi Lie", "lagersjef")
    shown = fields(known, randi)
    assert (shown["role"], shown["relation"], len(shown["claims"])) == ("lagersjef", "led_me", 1)
    assert "Randi Lie" not in text_of(known.see("referanser"), "section[aria-labelledby=forslag]")


def test_those_the_cv_names_are_proposed_too(site):
    cv = f"{CV}\nReferanser\nTurid Aune, verftssjef, tlf. 900 00 000\n"
    site.give(document("annonse.txt", AD, DocumentKind.AD), document("cv.txt", cv, DocumentKind.CV))
    assert "Turid Aune" in text_of(site.see("referanser"), "section[aria-labelledby=forslag]")


def test_the_fewest_it_takes_are_told_with_what_is_lacking(known):
    add(known, "Ola Berg")
    card = text_of(known.see("referanser"), "section[aria-labelledby=valg]")
    assert "Ola Berg" in card
    assert "Fant ingen som har ledet deg" in card
    assert "Spør én til" in card
    add(known, "Randi Lie")
    card = text_of(known.see("referanser"), "section[aria-labelledby=valg]")
    assert "Ola Berg og Randi Lie" in card
    assert "Fant ingen som har ledet" not in card


def test_what_nobody_can_confirm_is_told(known):
    add(known, "Randi Lie")
    assert "Beta" in text_of(known.see("referanser"), "section[aria-labelledby=valg] ul")


@pytest.mark.parametrize("page", ["referanser/{}", "referanser/{}/ark"])
def test_a_page_for_a_referee_holds_nothing_of_what_that_one_was_no_part_of(known, page):
    randi = add(known, "Randi Lie")
    html = known.client.get(known.address(page.format(randi))).text
    told = html.split('id="melding"')[-1] if "ark" not in page else html
    assert "Alfa" in told
    assert "Beta" not in told


def test_the_page_as_pdf_is_one_page_with_only_what_that_one_was_part_of(known):
    randi, ola = add(known, "Randi Lie"), add(known, "Ola Berg")
    texts = {}
    for who in (randi, ola):
        answer = known.client.get(known.address(f"referanser/{who}/ark.pdf"))
        assert answer.headers["content-type"] == "application/pdf"
        pages = pypdfium2.PdfDocument(answer.content)
        assert len(pages) == 1
        texts[who] = pages[0].get_textpage().get_text_range()
        pages.close()
    assert "Alfa-did" in texts[randi]
    assert "Beta" not in texts[randi]
    assert "Beta-result" in texts[ola]
    assert "Alfa-learned" not in texts[randi]


def test_the_longest_texts_still_give_one_page(prepared):
    long = "Vi flyttet varene og målte tiden hver uke, og det gikk stadig fortere. " * 40
    for name in ("Alfa", "Beta"):
        example(prepared, name, "Ola Berg", frame=long, planned=long, did=long, result=long)
    ola = add(prepared, "Ola Berg")
    change(prepared, ola, text=long[:900])
    prepared.client.post(prepared.address("referanser"), data={"improve": long[:900], "version": "0"})
    pages = pypdfium2.PdfDocument(prepared.client.get(prepared.address(f"referanser/{ola}/ark.pdf")).content)
    assert len(pages) == 1
    pages.close()


def test_what_is_untick_is_told_no_more(known):
    ola = add(known, "Ola Berg")
    beta = next(
        box.attributes["value"]
        for box in known.see(f"referanser/{ola}").css("#text, input[name=claims]")
        if box.attributes.get("name") == "claims" and "Beta" in box.parent.text()
    )
    change(known, ola, claims=[one for one in fields(known, ola)["claims"] if one != beta])
    assert "Beta" not in known.client.get(known.address(f"referanser/{ola}/ark")).text


def test_an_example_of_another_preparation_can_not_be_ticked(known):
    ola = add(known, "Ola Berg")
    assert change(known, ola, claims=["ikke-mitt"]).status_code == 303
    assert fields(known, ola)["claims"] == []


def test_the_message_asks_first_and_is_the_page_once_they_have_said_yes(known):
    randi = add(known, "Randi Lie")
    letter = known.see(f"referanser/{randi}").css_first("#melding").text()
    assert "Vil du være en av dem" in letter
    assert "Alfa-did" not in letter
    change(known, randi, agreed="yes", contact="randi.lie@post.example, 900 00 000", call_at="etter kl. 15")
    page = known.see(f"referanser/{randi}")
    letter = page.css_first("#melding").text()
    assert "Alfa-did" in letter
    assert "etter kl. 15" in letter
    assert page.css_first("a[href^=mailto]").attributes["href"].startswith("mailto:randi.lie@post.example?")
    assert "har sagt ja" in text_of(known.see("referanser"), "main > ul.rows")


def test_who_has_said_no_is_not_among_the_fewest(known):
    ola = add(known, "Ola Berg")
    change(known, ola, agreed="no")
    assert "Ola Berg" not in text_of(known.see("referanser"), "section[aria-labelledby=valg]")


def test_a_figure_that_stands_in_no_example_is_told(known):
    ola = add(known, "Ola Berg")
    change(known, ola, text="At vi sparte 40 prosent")
    assert "40 står i det du vil ha bekreftet" in text_of(known.see(f"referanser/{ola}"))


def test_one_taken_off_the_list_can_be_put_back(known):
    ola = add(known, "Ola Berg")
    answer = known.client.post(known.address(f"referanser/{ola}"), data={"delete": "1"})
    page = known.see(answer.headers["location"])
    removed = page.css_first("button[name=restore]").attributes["value"]
    known.client.post(known.address("referanser"), data={"restore": removed})
    assert known.client.get(known.address(f"referanser/{ola}")).status_code == 200


def test_a_name_is_needed_and_what_was_typed_stays(prepared):
    answer = prepared.client.post(prepared.address("referanser"), data={"name": " ", "role": "lagersjef"})
    assert answer.status_code == 422
    assert 'value="lagersjef"' in answer.text
    assert "Feil:" in answer.text


def test_two_windows_keep_both_texts(known):
    ola = add(known, "Ola Berg")
    change(known, ola, text="Første")
    assert change(known, ola, text="Andre", version="0").status_code == 409
    draft = known.see(f"referanser/{ola}").css_first("button[name=use]").attributes["value"]
    known.client.post(known.address(f"referanser/{ola}"), data={"use": draft})
    assert known.see(f"referanser/{ola}").css_first("#text").text() == "Andre"


def test_what_one_should_be_better_at_stands_on_every_page(known):
    ola = add(known, "Ola Berg")
    known.client.post(known.address("referanser"), data={"improve": "Jeg bør delegere før.", "version": "0"})
    assert "Jeg bør delegere før." in text_of(known.see(f"referanser/{ola}/ark"))


def test_a_referee_of_another_preparation_is_not_found(known):
    ola = add(known, "Ola Berg")
    other = empty_preparation(known.context)
    assert known.client.get(f"/s/{other}/referanser/{ola}").status_code == 404
