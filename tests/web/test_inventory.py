"""The practice inventory: begun, put down, taken up, seen as bands, deleted, and never a result of a real test."""

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.source import DocumentKind

from .conftest import AD, Site, document, text_of


def begin(site: Site, age: str = "35", compared: str = "N"):
    return site.client.post(site.address("test/ipip"), data={"age": age, "compared": compared})


def answer(site: Site, page: int, mark: str = "3", go: str = "next", leave_out: int = 0):
    first = (page - 1) * 10 + 1
    ticked = {f"item-{n}": mark for n in range(first, first + 10) if n != leave_out}
    return site.client.post(site.address(f"test/ipip/{page}"), data={**ticked, "go": go})


def answer_all(site: Site) -> None:
    begin(site)
    for page in range(1, 13):
        answer(site, page)


def test_it_says_that_it_is_practice_and_whence_it_comes(prepared: Site):
    said = text_of(prepared.see("test/ipip"))
    assert "Det er øving, ikke et resultat" in said
    assert "ikke en offisiell oversettelse" in said


@pytest.mark.parametrize("age", ["", "12", "hundre"])
def test_an_age_that_is_none_is_asked_for_again(prepared: Site, age: str):
    answered = begin(prepared, age)
    assert answered.status_code == 422
    assert 'href="#age"' in answered.text


def test_it_is_put_down_and_taken_up_again(prepared: Site):
    assert begin(prepared).headers["location"].endswith("test/ipip/1")
    assert answer(prepared, 1).headers["location"].endswith("test/ipip/2")
    assert answer(prepared, 2, go="break", leave_out=17).headers["location"].endswith("test/ipip")
    page = prepared.see("test/ipip")
    assert "19 av 120" in text_of(page)
    assert page.css_first("a.ds-button").attributes["href"].endswith("test/ipip/2")
    assert len(prepared.see("test/ipip/2").css("input[checked]")) == 9


def test_a_statement_left_open_is_found_again_at_the_end(prepared: Site):
    begin(prepared)
    for page in range(1, 12):
        answer(prepared, page, leave_out=44)
    assert answer(prepared, 12).headers["location"].endswith("test/ipip/5")


def test_the_five_are_shown_as_bands_and_never_as_numbers(prepared: Site):
    answer_all(prepared)
    page = prepared.see("test/ipip")
    assert len(page.css("svg.score")) == 5
    shown = " ".join(one.text() for one in page.css("ul.scores li"))
    assert not any(letter.isdigit() for letter in shown)
    assert "Dette er øving, ikke et resultat" in text_of(page)


def test_it_is_never_among_the_results_of_real_tests(prepared: Site):
    answer_all(prepared)
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        assert uow.results.all() == ()
    assert prepared.see("test").css("svg.score") == []
    assert "Emosjonell balanse" not in text_of(prepared.see("test/ark"))


def test_the_answers_are_deleted_and_brought_back(prepared: Site):
    answer_all(prepared)
    gone = prepared.client.post(prepared.address("test/ipip"), data={"delete": "1"}).headers["location"]
    assert prepared.see("test/ipip").css("svg.score") == []
    removed = prepared.see(gone).css_first("button[name=restore]").attributes["value"]
    prepared.client.post(prepared.address("test/ipip"), data={"restore": removed})
    assert len(prepared.see("test/ipip").css("svg.score")) == 5


@pytest.mark.parametrize("page", ["0", "13", "x", "1"])
def test_no_page_is_shown_that_is_not_there_or_not_begun(prepared: Site, page: str):
    assert prepared.client.get(prepared.address(f"test/ipip/{page}")).status_code == 404


@pytest.mark.parametrize(
    ("language", "first"),
    [("nb", "Bekymrer meg for mye"), ("nn", "Bekymrer meg for mye"), ("en", "Worry about things")],
)
def test_the_statements_stand_in_a_language_they_exist_in(open_site, language: str, first: str):
    site = open_site(language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    begin(site)
    legend = site.see("test/ipip/1").css_first("legend")
    assert legend.text() == first
    assert legend.attributes.get("lang") == ("nb" if language == "nn" else None)
