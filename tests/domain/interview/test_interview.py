"""A trial run: the parts of this meeting, who asks, and going through it step by step."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_agenda, load_vocabulary
from andregang.domain.interview import (
    OWN,
    Course,
    Part,
    Programme,
    Stage,
    Step,
    Usual,
    make_programme,
    make_report,
    parts_of,
)
from andregang.domain.meeting import AgendaItem, Meeting, MessageKind, Participant, Side
from andregang.domain.questions import Question
from andregang.domain.rehearsal import Element, analyse_answer
from andregang.domain.source import Document, DocumentKind, Quote
from andregang.domain.text import DocumentText, Language

VOCABULARY = load_vocabulary()
NOWHERE = Quote("", 0, 0, "")
USUAL = [Usual(part, entry.label[Language.NB], entry.minutes) for part, entry in zip(Part, load_agenda(), strict=True)]
ALL_GROUPS = ("FØ", "K", "K", "K", "KR", "SI", "B", "B", "SA", "MO", "LØ", "RE", "AV")


def questions(*groups: str) -> list[Question]:
    return [
        Question(f"IQ-{g}{n:02}", f"IQ-{g}{n:02}", g, None, f"{g}?", "", None, 1 - n / 100)
        for n, g in enumerate(groups)
    ]


def person(name: str, role: str, side: Side = Side.EMPLOYER, first_time: bool | None = None) -> Participant:
    return Participant(name, role, side, NOWHERE, first_time)


def programme(meeting=None, people=(), groups=ALL_GROUPS, minutes=None) -> Programme:
    return make_programme(meeting, people, questions(*groups), USUAL, VOCABULARY, "Spørsmål?", minutes)


def meeting(*agenda: tuple[str, int | None]) -> Meeting:
    document = Document("d", "i.txt", DocumentKind.INVITATION, Language.NB, DocumentText(""))
    items = tuple(AgendaItem(what, minutes, NOWHERE) for what, minutes in agenda)
    return Meeting(document, MessageKind.INVITATION, agenda=items)


def parts(made: Programme) -> list[Part]:
    return [stage.part for stage in made.stages]


@pytest.mark.parametrize("minutes", [45, 60, 75, 90, 120, 150])
def test_the_usual_parts_fill_the_meeting(minutes):
    made = programme(minutes=minutes)
    assert made.minutes == minutes
    assert parts(made) == [p for p in Part if p not in (Part.TESTS, Part.CASE)]


def test_tests_and_case_come_when_there_is_something_to_ask_about_them():
    made = programme(groups=(*ALL_GROUPS, "PT", "CA"), minutes=120)
    assert parts(made) == list(Part)
    assert made.minutes == 120


@pytest.mark.parametrize(
    ("what", "named"),
    [
        ("Velkommen og kort om oss", [Part.WELCOME]),
        ("Gjennomgang av case", [Part.CASE]),
        ("Tilbakemelding på testene", [Part.TESTS]),
        ("Lønn og vilkår", [Part.TERMS]),
        ("Dine spørsmål, lønn og oppstart", [Part.OWN, Part.TERMS]),
        ("Fagprat med teamet", [Part.TASKS, Part.WORKING]),
        ("Vegen vidare", [Part.CLOSING]),
        ("Your questions", [Part.OWN]),
        ("Kl. 14", [Part.TASKS]),
        ("", [Part.TASKS]),
    ],
)
def test_an_item_of_the_agenda_is_known_by_what_it_names(what, named):
    assert parts_of(what, VOCABULARY) == named


def test_the_invitation_decides_order_and_minutes():
    made = programme(meeting(("Case", 30), ("Lønn", None), ("Bli kjent", 15)), groups=(*ALL_GROUPS, "CA"), minutes=60)
    assert [(stage.part, stage.minutes) for stage in made.stages] == [
        (Part.CASE, 30),
        (Part.TERMS, 15),
        (Part.STORY, 15),
    ]
    assert made.steps[0].key.startswith("IQ-CA")


def test_no_question_is_asked_twice_and_the_candidate_asks_once():
    made = programme(meeting(("Fagprat", 40), ("Kompetanse", 40), ("Dine spørsmål", 5), ("Spørsmål til oss", 5)))
    keys = [step.key for step in made.steps]
    assert len(keys) == len(set(keys))
    assert keys.count(OWN) == 1


def test_each_part_is_led_by_the_one_it_belongs_to():
    people = [person("Liv", "daglig leder"), person("Nils", "HR-rådgiver"), person("Siv", "elektriker")]
    made = programme(people=people, minutes=90)
    asks = {stage.part: {step.asks for step in made.of(place)} for place, stage in enumerate(made.stages)}
    assert asks[Part.TERMS] == {"Nils"}
    assert "Siv" in asks[Part.TASKS] | asks[Part.WORKING]
    assert asks[Part.CONTRIBUTION] == {"Liv"}


def test_one_who_has_not_met_the_candidate_asks_for_the_story():
    people = [person("Liv", "daglig leder", first_time=False), person("Per", "rådgiver", Side.AGENCY, first_time=True)]
    made = programme(people=people)
    assert {step.asks for step in made.steps if step.key.startswith("IQ-FØ")} == {"Per"}


def test_nobody_known_asks_nameless():
    assert {step.asks for step in programme().steps} == {""}


def test_a_follow_up_is_asked_next_by_the_same_person():
    course = Course(programme(people=[person("Liv", "daglig leder")]))
    further = course.answered("a1", 40, ("IQ-K01~IQ-R01", "Hva ble annerledes?"))
    assert further.current.words == "Hva ble annerledes?"
    assert (further.current.asks, further.current.stage) == ("Liv", course.current.stage)
    assert further.asked == {"IQ-R01"}
    assert len(further.programme.steps) == len(course.programme.steps) + 1


steps = st.lists(
    st.one_of(
        st.tuples(st.just("draft"), st.text(max_size=5), st.floats(0, 500)),
        st.tuples(st.just("answer"), st.sampled_from(["", "id"]), st.floats(0, 500)),
        st.tuples(st.just("follow"), st.just("id"), st.floats(0, 500)),
    ),
    max_size=30,
)


@given(steps)
def test_a_course_is_the_same_when_it_was_stored_and_read_again(done):
    course = Course(programme())
    for what, text, clock in done:
        clock = round(clock, 1)
        before = [stage.used for stage in course.programme.stages]
        if what == "draft":
            course = course.written(text, clock)
        else:
            course = course.answered(text, clock, ("x~y", "?") if what == "follow" else None)
        assert all(now >= then for now, then in zip([s.used for s in course.programme.stages], before, strict=True))
        assert Course.of(json.loads(json.dumps(course.values()))) == course
    if course.current is None:
        assert course.answered("id", 5) == course


def test_a_report_counts_what_was_looked_for_and_not_found():
    told = "Jeg planla det i 2021. Jeg ringte alle tre. Ventetiden gikk ned fra ni til tre dager."
    keys = ("IQ-K01", "IQ-K02", "IQ-LØ01")
    steps_ = tuple(Step(key, "?", n // 2, attempt=f"a{n + 1}") for n, key in enumerate(keys))
    made = Programme((Stage(Part.TASKS, "Fag", 20, 300.0), Stage(Part.TERMS, "Lønn", 5, 60.0)), steps_)
    analyses = {f"a{n}": analyse_answer("?", told, Language.NB, VOCABULARY) for n in (1, 2, 3)}
    report = make_report(made, analyses, ["IQ-K01", "IQ-K02"])
    missing = dict(report.often_missing)
    assert missing[Element.PEOPLE] == 2
    assert Element.RESULT not in missing
    assert (report.expected, report.answered, report.seconds, report.minutes) == (2, 3, 360.0, 25)
    empty = make_report(replace(made, steps=()), {}, [])
    assert (empty.told, empty.often_missing, empty.answered) == ((), (), 0)
