"""Practice tasks: answered one at a time, explained at once, always told as practice, and never a result."""

import re

import pytest

from andregang.bootstrap import OWNER
from andregang.domain.aptitude import ORDER, PracticeSet, TaskKind, choices, make_set, write_set
from andregang.domain.source import DocumentKind
from andregang.services.aptitude import KEY, begin_set, see_set

from .conftest import AD, Site, document, text_of


def begin(site: Site, seed: int = 4) -> PracticeSet:
    with site.context.store.unit_of_work(OWNER) as uow:
        begin_set(uow, uow.preparations.by_slug(site.slug), seed, site.context.now())
        uow.commit()
    return PracticeSet(seed)


def answer(site: Site, number: int, option: int, begun: str = ""):
    return site.client.post(site.address(f"test/oving/{number}"), data={"option": str(option), "begun": begun})


def wrong_option(task) -> int:
    return (int(task.answer) + 1) % choices(task)


def test_it_says_that_it_is_practice(prepared: Site):
    page = prepared.see("test/oving")
    assert "Dette er øving" in text_of(page)
    assert prepared.client.post(prepared.address("test/oving")).headers["location"].endswith("test/oving/1")


@pytest.mark.parametrize("number", range(1, 13))
def test_every_task_can_be_answered_and_is_then_explained(prepared: Site, number: int):
    task = begin(prepared).tasks[number - 1]
    page = prepared.see(f"test/oving/{number}")
    assert len(page.css("input[type=radio]")) == choices(task)
    assert answer(prepared, number, wrong_option(task)).status_code == 303
    page = prepared.see(f"test/oving/{number}")
    assert "Ikke denne." in text_of(page)
    assert len(page.css(".notice p")) + len(page.css(".notice li")) >= 2
    assert "{" not in text_of(page)


def test_a_right_answer_is_told_so(prepared: Site):
    practice = begin(prepared)
    answer(prepared, 1, int(practice.tasks[0].answer))
    assert "Riktig." in text_of(prepared.see("test/oving/1"))


def test_every_cell_is_described_for_those_who_do_not_see_it(prepared: Site):
    begin(prepared)
    page = prepared.see("test/oving/1")
    drawn = page.css("table.grid svg.cell")
    assert len(drawn) == 8
    described = [one.attributes["aria-label"] for one in drawn]
    pattern = r"(én|ett|\d) (tom|tomt|tomme|stripete|fylt|fylte) (sirkel|sirkler|kvadrat|kvadrater|trekant|trekanter|rombe|romber)"
    assert all(re.fullmatch(pattern, text) for text in described)
    options = [one.text() for one in page.css(".figures .ds-sr-only")]
    assert len(set(options)) == 6


def test_the_time_from_shown_to_answered_is_told_beside_the_target(prepared: Site):
    practice = begin(prepared)
    shown = str(int(prepared.context.now().timestamp()) - 75)
    answer(prepared, 1, int(practice.tasks[0].answer), shown)
    assert "75 sekunder" in text_of(prepared.see("test/oving/1"))


@pytest.mark.parametrize("option", ["", "9", "x", "-1", "²"])
def test_no_answer_is_asked_for_again(prepared: Site, option: str):
    begin(prepared)
    answered = prepared.client.post(prepared.address("test/oving/1"), data={"option": option, "begun": "5"})
    assert answered.status_code == 422
    assert 'href="#option-0"' in answered.text


def test_one_goes_on_where_one_left_off_and_sees_how_it_went(prepared: Site):
    practice = begin(prepared)
    for number, task in enumerate(practice.tasks[:6], 1):
        answer(prepared, number, int(task.answer))
    page = prepared.see("test/oving")
    assert page.css_first("a.ds-button").attributes["href"].endswith("test/oving/7")
    for number, task in list(enumerate(practice.tasks, 1))[6:]:
        answer(prepared, number, wrong_option(task))
    assert "6 av 12 riktige" in text_of(prepared.see("test/oving"))


def test_practice_is_never_a_result(prepared: Site):
    practice = begin(prepared)
    for number, task in enumerate(practice.tasks, 1):
        answer(prepared, number, int(task.answer))
    with prepared.context.store.unit_of_work(OWNER, read_only=True) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        assert uow.results.all() == ()
        assert [note.key for note in uow.notes.of(kept.id)] == [KEY]
        assert see_set(uow, kept).right == 12
    assert "svg" not in prepared.see("test/ark").css_first("main").html


@pytest.mark.parametrize("number", ["0", "13", "x"])
def test_no_task_beyond_the_set(prepared: Site, number: str):
    begin(prepared)
    assert prepared.client.get(prepared.address(f"test/oving/{number}")).status_code == 404


def test_no_task_before_a_set_is_begun(prepared: Site):
    assert prepared.client.get(prepared.address("test/oving/1")).status_code == 404


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_all_words_exist_in_each_language(open_site, language: str):
    site = open_site(language)
    site.give(document("annonse.txt", AD, DocumentKind.AD))
    for seed in range(3):
        practice = begin(site, seed)
        for number, task in enumerate(practice.tasks, 1):
            assert "{" not in text_of(site.see(f"test/oving/{number}"))
            answer(site, number, wrong_option(task))
            assert "{" not in text_of(site.see(f"test/oving/{number}"))


def test_a_set_that_cannot_be_read_is_begun_anew(prepared: Site):
    begin(prepared)
    with prepared.context.store.unit_of_work(OWNER) as uow:
        kept = uow.preparations.by_slug(prepared.slug)
        note = uow.notes.read(kept.id, KEY)
        uow.notes.write(kept.id, KEY, "noe annet", note.version, prepared.context.now())
        uow.commit()
    assert "Begynn" in text_of(prepared.see("test/oving"))


def test_the_kinds_come_in_their_order():
    assert [task.kind for task in make_set(1)] == list(ORDER)
    assert set(ORDER) == set(TaskKind)
    assert "practice" in write_set(PracticeSet(1))
