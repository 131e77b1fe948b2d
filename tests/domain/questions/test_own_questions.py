"""What the candidate is proposed to ask, and whom."""

from collections import Counter

import pytest
from question_cases import make_ad, make_meeting

from andregang.content import load_own_questions
from andregang.domain.meeting import Participant, Side
from andregang.domain.questions import propose_own_questions, role_of
from andregang.domain.source import Quote
from andregang.domain.text import Language

OWN = load_own_questions()
PANEL = (
    ("Siri Berg", "Seniorkonsulent", Side.AGENCY),
    ("Ola Lund", "Avdelingsleder", Side.EMPLOYER),
    ("Eva Ness", "HR-rådgiver", Side.EMPLOYER),
    ("Jon Vik", "Ingeniør", Side.EMPLOYER),
    ("Mia Dahl", "Tillitsvalgt", Side.EMPLOYER),
)


def propose(*people, ad=None, language=Language.NB, tests=()):
    return propose_own_questions(make_meeting(*people, tests=tests), ad, OWN, language)


@pytest.mark.parametrize(
    ("title", "side", "role"),
    [
        ("Avdelingsleder", Side.EMPLOYER, "ROLE_LE"),
        ("Daglig leder", Side.EMPLOYER, "ROLE_TL"),
        ("HR-sjef", Side.EMPLOYER, "ROLE_HR"),
        ("Head of People", Side.EMPLOYER, "ROLE_HR"),
        ("Hovedtillitsvalgt", Side.EMPLOYER, "ROLE_TV"),
        ("Rekrutteringsrådgiver", Side.UNKNOWN, "ROLE_RK"),
        ("Partner", Side.AGENCY, "ROLE_RK"),
        ("Sykepleier", Side.EMPLOYER, "ROLE_KO"),
        ("Rektor", Side.EMPLOYER, "ROLE_LE"),
        ("Einingsleiar", Side.EMPLOYER, "ROLE_LE"),
        ("Engineering Manager", Side.EMPLOYER, "ROLE_LE"),
        ("CEO", Side.EMPLOYER, "ROLE_TL"),
        (None, Side.EMPLOYER, "ROLE_LE"),
    ],
)
def test_a_title_tells_the_role(title: str | None, side: Side, role: str) -> None:
    person = Participant("Ada Holm", title, side, Quote("0", 0, 3, "Ada"))
    assert role_of(person, OWN.vocabulary) == role


def test_each_person_is_asked_at_most_four() -> None:
    counts = Counter(question.person for question in propose(*PANEL))
    assert set(counts) == {name for name, *_ in PANEL}
    assert max(counts.values()) <= 4


def test_the_tasks_are_always_asked_about() -> None:
    for people in ((), *((person,) for person in PANEL), PANEL):
        informed = {question.informs for question in propose(*people)}
        assert "D1" in informed


def test_no_question_is_proposed_twice_though_two_have_the_same_role() -> None:
    two = (("Ola Lund", "Avdelingsleder", Side.EMPLOYER), ("Gro Lie", "Seksjonsleder", Side.EMPLOYER))
    ids = [question.id for question in propose(*two)]
    assert len(ids) == len(set(ids)) == 8


def test_what_the_ad_answers_is_not_asked() -> None:
    hr = ("Eva Ness", "HR-rådgiver", Side.EMPLOYER)
    plain = {q.id for q in propose(hr, ad=make_ad())}
    said = {q.id for q in propose(hr, ad=make_ad(more="Lønn fra 520 000 til 610 000. Prøvetid 6 måneder."))}
    assert "CQ37" in plain
    assert not said & {"CQ37", "CQ31"}


def test_tests_are_asked_about_only_when_there_were_tests() -> None:
    recruiter = ("Siri Berg", "Konsulent", Side.AGENCY)
    assert not {"CQ07", "CQ08"} & {q.id for q in propose(recruiter)}


def test_nobody_known_means_questions_for_no_one_by_name() -> None:
    proposed = propose_own_questions(None, None, OWN, Language.NN)
    assert {q.to for q in proposed} == {"ROLE_LE", "ROLE_HR"}
    assert all(q.person is None for q in proposed)
    assert any(q.words.startswith("Kva") for q in proposed)
