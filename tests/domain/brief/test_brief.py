"""What the two pages show: what matters in the last hour, cut by count, and what was cut is counted."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.brief import (
    AGENDA,
    CLAIMS,
    OWN_QUESTIONS,
    OWN_QUESTIONS_EACH,
    PEOPLE,
    QUESTIONS,
    Brief,
    Pack,
    Telling,
    assemble_brief,
)
from andregang.domain.cv import Cv
from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import (
    AgendaItem,
    Assessment,
    AssessmentTime,
    CaseTask,
    Gap,
    Meeting,
    MessageKind,
    Participant,
    Side,
)
from andregang.domain.plan import Plan, PlanAction, PlanDay, PlanTask
from andregang.domain.preparation import Notice, NoticeKind, Preparation
from andregang.domain.questions import OwnQuestion, Question
from andregang.domain.readiness import Standing, readiness_of
from andregang.domain.source import Document, DocumentKind, Quote, Stated
from andregang.domain.text import DocumentText, Language

NOW = dt.datetime(2026, 11, 23, 9, 30, tzinfo=dt.UTC)


def some(words: str) -> Quote:
    return Quote("d", 0, len(words), words)


def document(kind: DocumentKind) -> Document:
    return Document("d", "d", kind, Language.NB, DocumentText(""))


def lines(*kinds: ItemKind) -> tuple[AdItem, ...]:
    return tuple(AdItem(kind, Quote("d", at, at + 1, f"{kind.value} {at}")) for at, kind in enumerate(kinds))


def person(name: str, first_time: bool | None) -> Participant:
    return Participant(name, None, Side.EMPLOYER, some(name), first_time)


def meeting(**parts: object) -> Meeting:
    return Meeting(document(DocumentKind.INVITATION), MessageKind.INVITATION, **parts)  # type: ignore[arg-type]


def brief(days: tuple[PlanDay, ...] = (), **parts: object) -> Brief:
    preparation = Preparation("id", "slug", Language.NB, NOW, **parts)  # type: ignore[arg-type]
    return assemble_brief(preparation, Plan(days, 45), readiness_of(preparation.matches))


def hypothesis_of(*kinds: ItemKind) -> Brief:
    items = lines(*kinds)
    matches = tuple(Match(item, Strength.DIRECT) for item in items)
    return brief(ad=JobAd(document(DocumentKind.AD), items=items), cv=Cv(document(DocumentKind.CV)), matches=matches)


kinds = st.lists(st.sampled_from([kind for kind in ItemKind if kind is not ItemKind.OFFER]), max_size=70)


@given(kinds)
def test_every_line_of_the_ad_is_shown_or_counted(asked: list[ItemKind]):
    claims = hypothesis_of(*asked).claims
    assert len(claims.shown) == min(len(asked), CLAIMS)
    assert sorted(claim.match.item.quote.start for claim in claims.all) == list(range(len(asked)))
    assert sorted(claim.rank for claim in claims.all) == list(range(len(asked)))


@given(kinds)
def test_what_gives_way_first_of_a_kind_is_what_stands_last_in_the_ad(asked: list[ItemKind]):
    for kind in ItemKind:
        ranks = [claim.rank for claim in hypothesis_of(*asked).claims.shown if claim.match.item.kind is kind]
        assert ranks == sorted(ranks, reverse=True)


def test_no_kind_is_crowded_out_by_another():
    shown = hypothesis_of(*[ItemKind.TASK] * 30, *[ItemKind.MUST] * 20, ItemKind.SHOULD, ItemKind.QUALITY).claims.shown
    counts = {kind: sum(claim.match.item.kind is kind for claim in shown) for kind in ItemKind}
    assert counts[ItemKind.TASK] == counts[ItemKind.MUST] == 9
    assert counts[ItemKind.SHOULD] == counts[ItemKind.QUALITY] == 1


def test_offers_are_no_part_of_the_hypothesis():
    assert not hypothesis_of(ItemKind.OFFER).claims.all


def test_without_a_cv_the_lines_of_the_ad_stand_unassessed():
    ad = JobAd(document(DocumentKind.AD), items=lines(ItemKind.TASK, ItemKind.QUALITY))
    claims = brief(ad=ad).claims.shown
    assert [claim.standing for claim in claims] == [Standing.NOT_ASSESSED] * 2
    assert [claim.match.asks_for_example for claim in claims] == [False, True]


def test_nothing_given_is_still_a_sheet():
    empty = brief()
    assert empty.unknown == tuple(Gap)
    assert Pack.SHEET in empty.pack
    assert (empty.claims.all, empty.questions.all, empty.people.all, empty.asking) == ((), (), (), ())


@pytest.mark.parametrize(
    ("met", "telling"),
    [
        ((True, True), Telling.ANEW),
        ((True, False), Telling.MIXED),
        ((True, None), Telling.MIXED),
        ((False, False), Telling.BRIEFLY),
        ((False, None), Telling.UNKNOWN),
        ((None,), Telling.UNKNOWN),
        ((), Telling.UNKNOWN),
    ],
)
def test_the_story_is_told_to_those_who_have_not_heard_it(met: tuple[bool | None, ...], telling: Telling):
    people = tuple(person(f"Person {at}", first) for at, first in enumerate(met))
    made = brief(meeting=meeting(participants=people))
    assert made.telling is telling
    assert len(made.new_faces) == met.count(True)


def test_long_lists_are_cut_and_counted():
    made = brief(
        meeting=meeting(
            participants=tuple(person(f"Person {at}", None) for at in range(PEOPLE + 3)),
            agenda=tuple(AgendaItem(f"del {at}", None, some("del")) for at in range(AGENDA + 5)),
        ),
        questions=tuple(Question(str(at), "", "K", None, "?", "", None, 1.0) for at in range(QUESTIONS + 7)),
    )
    assert (made.people.left_out, made.agenda.left_out, made.questions.left_out) == (3, 5, 7)
    assert made.questions.shown[0].id == "0"


def asked(*people: str | None, each: int = 4) -> tuple[OwnQuestion, ...]:
    return tuple(OwnQuestion(f"CQ{at}", "ROLE_LE", name, "?", "D1") for name in people for at in range(each))


def test_own_questions_stand_under_the_person_they_are_for():
    made = brief(own_questions=asked("Liv", "Ola"))
    assert [(group.person, len(group.questions)) for group in made.asking] == [("Liv", 3), ("Ola", 3)]
    assert made.asking_left_out == 2


@given(st.lists(st.sampled_from(["Liv", "Ola", "Per", "Åse", "Tor", None]), max_size=40))
def test_own_questions_fit_the_minutes_there_are(names: list[str | None]):
    made = brief(own_questions=asked(*names, each=1))
    shown = [question for group in made.asking for question in group.questions]
    assert len(shown) + made.asking_left_out == len(names)
    assert len(shown) <= OWN_QUESTIONS
    assert all(len(group.questions) <= OWN_QUESTIONS_EACH for group in made.asking)
    assert len(made.asking) == len(set(names))


def test_questions_without_a_person_are_grouped_by_role():
    own = (OwnQuestion("CQ1", "ROLE_LE", None, "?", "D1"), OwnQuestion("CQ29", "ROLE_HR", None, "?", "D10"))
    assert [(group.person, group.to) for group in brief(own_questions=own).asking] == [
        (None, "ROLE_LE"),
        (None, "ROLE_HR"),
    ]


def test_the_length_of_the_meeting_is_stated_or_summed_and_never_guessed():
    start = Stated(NOW, some("10"))
    ends = Stated(NOW + dt.timedelta(minutes=75), some("11.15"))
    parts = (AgendaItem("a", 20, some("a")), AgendaItem("b", 40, some("b")))
    assert brief(meeting=meeting(start=start, end=ends, agenda=parts)).minutes == 75
    assert brief(meeting=meeting(start=start, agenda=parts)).minutes == 60
    assert brief(meeting=meeting(start=start, agenda=(*parts, AgendaItem("c", None, some("c"))))).minutes is None
    assert brief(meeting=meeting(start=start, end=Stated(NOW, some("10")))).minutes is None
    assert brief().minutes is None


def test_the_bag_follows_from_the_meeting():
    case = CaseTask("Vis hvordan", 10, some("Vis hvordan"))
    test = Assessment("Test", AssessmentTime.READ_BACK, some("Test"))
    made = brief(meeting=meeting(case=case, tests=(test,), video_link=Stated("https://x.example", some("x"))))
    assert {Pack.CASE, Pack.TEST_RESULTS, Pack.LINK} <= set(made.pack)
    assert Pack.ROUTE not in made.pack
    assert not {Pack.CASE, Pack.TEST_RESULTS, Pack.LINK} & set(brief().pack)
    assert Pack.ROUTE in brief().pack


def test_what_the_invitation_asks_for_is_not_said_twice():
    made = brief(meeting=meeting(bring=(some("Vitnemål i original"), some("kontaktinformasjon til to referanser"))))
    assert not {Pack.CERTIFICATES, Pack.REFEREES} & set(made.pack)
    assert len(made.bring.shown) == 2


def test_the_main_contribution_is_tied_to_the_first_tasks_or_else_the_first_musts():
    tasks = JobAd(document(DocumentKind.AD), items=lines(ItemKind.MUST, *[ItemKind.TASK] * 5))
    musts = JobAd(document(DocumentKind.AD), items=lines(ItemKind.QUALITY, ItemKind.MUST, ItemKind.SHOULD))
    assert [item.quote.start for item in brief(ad=tasks).contributions] == [1, 2, 3]
    assert [item.quote.start for item in brief(ad=musts).contributions] == [1]
    assert brief().contributions == ()


def test_today_stands_before_the_days_that_follow():
    task = PlanTask("t", PlanAction.STORY, 15, 1.0)
    days = tuple(PlanDay(NOW.date() + dt.timedelta(days=at), (task,)) for at in range(10))
    made = brief(days)
    assert made.today == days[0]
    assert made.days.shown == days[1:8]
    assert made.days.left_out == 2
    assert brief(days[1:]).today is None


def test_only_notices_for_the_last_hour_are_printed():
    notices = tuple(Notice(kind) for kind in (NoticeKind.TWO_ADS, NoticeKind.WEEKDAY_DIFFERS, NoticeKind.NO_CV))
    assert [notice.kind for notice in brief(notices=notices).notices] == [NoticeKind.WEEKDAY_DIFFERS, NoticeKind.NO_CV]


def test_the_best_evidence_stands_first():
    claim = hypothesis_of(ItemKind.TASK).claims.shown[0]
    assert claim.best is None
    assert replace(claim, match=replace(claim.match, evidence=())).best is None
