"""Which questions are chosen, in which order, and that no two are alike."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from question_cases import MUSTS, TASKS, make_ad, make_matches, make_meeting

from andregang.content import load_questions
from andregang.domain.evidence import Strength
from andregang.domain.job_ad import ItemKind
from andregang.domain.meeting import Side
from andregang.domain.questions import Hv, compose_questions, hv_drill
from andregang.domain.text import Language

BANK = load_questions()
AUTHORED = (Language.NB, Language.NN, Language.EN)


def compose(ad=None, matches=None, meeting=None, language=Language.NB, limit=24):
    ad = ad or make_ad()
    return compose_questions(ad, matches or make_matches(ad), meeting, BANK, language, limit=limit)


def test_questions_come_in_falling_order_of_value() -> None:
    values = [question.value for question in compose()]
    assert values == sorted(values, reverse=True)
    assert all(0 < value <= 1 for value in values)


def test_no_question_has_a_placeholder_left_in_any_language() -> None:
    meeting = make_meeting(("Kari Moen", "HR", Side.EMPLOYER), tests=("personlighetstest", "evnetest"), case=True)
    for language in AUTHORED:
        for question in compose(meeting=meeting, language=language, limit=100):
            assert "{" not in question.words
            assert question.measures


def test_no_two_questions_are_the_same_and_ids_are_unique() -> None:
    questions = compose(limit=100)
    assert len({q.id for q in questions}) == len(questions)
    assert len({q.words.lower() for q in questions}) == len(questions)


def test_one_task_is_asked_about_at_most_three_times() -> None:
    ad = make_ad(tasks=("Lede et team på åtte",), musts=(), shoulds=())
    asked = [q for q in compose(ad, limit=60) if q.item is not None and q.item.kind is ItemKind.TASK]
    assert 1 <= len(asked) <= 3


def test_two_tasks_about_the_same_thing_do_not_get_the_same_question() -> None:
    ad = make_ad(tasks=("Drift av kommunale bygg", "Drift av kommunale bygg i sentrum"), musts=(), shoulds=())
    templates = [q.template for q in compose(ad, limit=60) if q.item is not None and q.item.kind is ItemKind.TASK]
    assert len(templates) == len(set(templates)) <= 3


def test_what_the_cv_leaves_open_is_asked_before_what_it_carries() -> None:
    tasks = ("Føre regnskap for borettslag", "Leie ut parkeringsplasser")
    ad = make_ad(tasks=tasks, musts=(), shoulds=())
    first = next(q for q in compose(ad, make_matches(ad, parkering=Strength.NONE)) if q.item in ad.items[:2])
    assert "parkeringsplasser" in first.words
    assert first.template == "IQ-K16"


def test_nobody_is_asked_when_they_last_did_what_the_cv_does_not_show() -> None:
    ad = make_ad()
    for question in compose(ad, make_matches(ad, Strength.NONE), limit=100):
        assert question.template not in {"IQ-K25", "IQ-K08", "IQ-K02", "IQ-K04", "IQ-K27", "IQ-RE07"}


def test_nobody_is_told_they_have_not_done_what_the_cv_shows() -> None:
    ad = make_ad()
    for question in compose(ad, make_matches(ad, Strength.DIRECT), limit=100):
        assert question.template not in {"IQ-K16", "IQ-KR01", "IQ-KR03"}


def test_the_first_task_comes_before_the_last_when_all_else_is_equal() -> None:
    ad = make_ad(tasks=("Støpe gulv", "Lakkere dører", "Legge takstein"), musts=(), shoulds=(), title="Håndverker")
    order = list(dict.fromkeys(q.item.quote.words for q in compose(ad) if q.item and q.item.kind is ItemKind.TASK))
    assert order[0] == "Støpe gulv"


def test_a_stressed_task_comes_before_an_unstressed_one() -> None:
    tasks = ("Lakkere dører", "Hovedansvar for lærlingene på verkstedet")
    ad = make_ad(tasks=tasks, musts=(), shoulds=(), title="Håndverker")
    order = list(dict.fromkeys(q.item.quote.words for q in compose(ad) if q.item and q.item.kind is ItemKind.TASK))
    assert order[0] == tasks[1]


def test_furniture_is_not_asked_about() -> None:
    ad = make_ad(tasks=("Lede et team på åtte", "Andre oppgaver må påregnes"))
    assert not any("påregnes" in q.words for q in compose(ad, limit=100))


def test_the_frame_contribution_motivation_terms_referees_and_closing_are_all_there() -> None:
    groups = {q.group for q in compose()}
    assert {"K", "FØ", "B", "MO", "LØ", "RE", "AV"} <= groups
    assert groups & {"SA", "KO", "LE"}


def test_a_quality_is_brought_out_by_a_question_about_working_with_others() -> None:
    about = {q.item.quote.words: q.group for q in compose(limit=60) if q.item and q.item.kind is ItemKind.QUALITY}
    assert about["God til å samarbeide med andre"] in {"SA", "KO"}
    assert "Strukturert og nøyaktig" in about


def test_tests_are_asked_about_only_when_they_are_read_back() -> None:
    assert not {"PT", "ET"} & {q.group for q in compose(limit=100)}
    personality = {q.group for q in compose(meeting=make_meeting(tests=("personlighetstest",)), limit=100)}
    assert "PT" in personality
    assert "ET" not in personality
    assert {"PT", "ET"} <= {q.group for q in compose(meeting=make_meeting(tests=("tester",)), limit=100)}


def test_the_case_is_asked_about_only_when_there_is_one() -> None:
    assert "CA" not in {q.group for q in compose(limit=100)}
    assert "IQ-CA01" in {q.template for q in compose(meeting=make_meeting(case=True))}


def test_leaders_are_asked_about_leading_and_others_are_not() -> None:
    assert "LE" in {q.group for q in compose(make_ad(title="Avdelingsleder"))}
    plain = make_ad(tasks=TASKS[1:2], title="Vaktmester")
    assert "IQ-LE06" not in {q.template for q in compose(plain, limit=100)}


def test_those_who_have_all_met_you_do_not_ask_for_your_story() -> None:
    known = make_meeting(("Kari Moen", "Leder", Side.EMPLOYER), met_before=False)
    assert "IQ-FØ01" not in {q.template for q in compose(meeting=known, limit=100)}
    assert "IQ-FØ01" in {q.template for q in compose(meeting=make_meeting(("Kari Moen", None, Side.EMPLOYER)))}


def test_follow_ups_never_stand_alone() -> None:
    follow_ups = {t.id for t in BANK.templates if t.follow_up}
    assert not follow_ups & {q.template for q in compose(limit=200)}


def test_a_demand_is_asked_about_by_what_it_is_about_or_in_its_own_words() -> None:
    ad = make_ad(tasks=(), shoulds=())
    words = [q.words for q in compose(ad, make_matches(ad, fagbrev=Strength.NONE), limit=60) if q.item in ad.items[:2]]
    assert any(
        one.startswith("I annonsen ber vi om «Fagbrev eller tilsvarende realkompetanse». Har du det") for one in words
    )
    assert any("offentlige anskaffelser" in one and "«" not in one for one in words)
    assert not any("oppgaven «Fagbrev" in one for one in words)


def test_an_ad_in_another_language_is_quoted_not_translated() -> None:
    ad = make_ad(tasks=("Lead a team of eight",), musts=(), shoulds=(), qualities=(), language=Language.EN)
    asked = [q.words for q in compose(ad) if q.item is not None]
    assert asked
    assert all("oppgaven «Lead a team of eight»" in words for words in asked)


def test_the_company_is_named_and_never_left_blank() -> None:
    assert any("Solheim kommune" in q.words for q in compose())
    nameless = compose_questions(None, (), None, BANK, Language.NN, limit=40)
    assert nameless
    assert not any(q.template == "IQ-MO06" for q in nameless)


def test_ids_are_the_same_whatever_the_language_or_the_order() -> None:
    ad = make_ad()
    turned = make_ad(tasks=tuple(reversed(TASKS)))
    one = {q.id for q in hv_drill(ad.items[0], BANK, Language.NB)}
    other = {q.id for q in hv_drill(turned.items[4], BANK, Language.NN)}
    assert one == other


def test_the_drill_asks_each_hv_word_once_in_order() -> None:
    ad = make_ad()
    for item in ad.items:
        drill = hv_drill(item, BANK, Language.NB, ad)
        assert [q.hv for q in drill] == list(Hv)
        assert all(q.item is item for q in drill)


def test_the_drill_does_not_presuppose_what_was_never_done() -> None:
    ad = make_ad()
    match = make_matches(ad, Strength.NONE)[0]
    words = {q.hv: q.words for q in hv_drill(ad.items[0], BANK, Language.NB, ad, match)}
    assert words[Hv.HVORFOR].startswith("Hvorfor bør vi stole på")
    assert "sist" not in words[Hv.NAAR]


@given(limit=st.integers(0, 60), open_line=st.sampled_from([*TASKS, *MUSTS]))
def test_a_longer_list_begins_with_the_shorter(limit: int, open_line: str) -> None:
    ad = make_ad()
    matches = make_matches(ad, **{open_line.split()[-1].lower(): Strength.NONE})
    longer = compose(ad, matches, limit=60)
    assert compose(ad, matches, limit=limit) == longer[:limit]


def test_no_two_questions_share_most_of_their_words_outside_the_task() -> None:
    plain = [set(q.words.lower().strip("?.").split()) for q in compose(limit=80) if q.item is None]
    for one, other in itertools.combinations(plain, 2):
        assert len(one & other) < 0.8 * len(one | other)


def test_a_paper_a_language_and_experience_are_each_asked_about_in_their_own_way() -> None:
    musts = ("Førerkort klasse B", "Gode norskkunnskaper muntlig og skriftlig", "Evne til å vedlikeholde kjøleanlegg")
    ad = make_ad(tasks=(), musts=musts, shoulds=(), qualities=())
    asked = {q.item.quote.words: q.template for q in reversed(compose(ad, make_matches(ad, Strength.NONE))) if q.item}
    assert asked[musts[0]] == "IQ-KR04"
    assert asked[musts[1]] == "IQ-KR05"
    assert asked[musts[2]] == "IQ-KR01"


def test_a_wish_is_quoted_without_saying_that_it_is_one() -> None:
    ad = make_ad(tasks=(), musts=(), shoulds=("Fagbrev i kjøleteknikk er ønskelig",), qualities=())
    assert any("«Fagbrev i kjøleteknikk»" in q.words for q in compose(ad, make_matches(ad, Strength.NONE)))


def test_a_line_that_cannot_be_read_as_a_task_is_asked_about_later() -> None:
    ad = make_ad(tasks=("Her er ingen dager like", "Støpe gulv"), musts=(), shoulds=(), title="Murer")
    first = next(q for q in compose(ad) if q.item and q.item.kind is ItemKind.TASK)
    assert "støpe gulv" in first.words
