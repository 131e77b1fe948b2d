"""The days to the interview: few things, within the time there is, the worthiest first."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_own_questions, load_questions
from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import Assessment, AssessmentTime, CaseTask, Gap, Meeting, MessageKind
from andregang.domain.plan import Plan, PlanAction, PlanDay, PlanTask, make_plan
from andregang.domain.preparation import Preparation
from andregang.domain.questions import compose_questions, propose_own_questions
from andregang.domain.source import Document, DocumentKind, Quote, Stated, quote
from andregang.domain.text import DocumentText, Language

ZONE = dt.timezone(dt.timedelta(hours=1))
START = dt.datetime(2027, 3, 18, 10, 0, tzinfo=ZONE)
TASKS = (
    "Lede et team på åtte",
    "Drift og vedlikehold av kommunale bygg",
    "Ansvar for budsjett og rapportering",
    "Forhandle avtaler med leverandører",
    "Føre tilsyn med lekeplasser",
    "Svare på henvendelser fra innbyggere",
    "Planlegge vintervedlikehold av veier",
)
DOCUMENT = Document("0" * 64, "annonse", DocumentKind.AD, Language.NB, DocumentText("\n".join(TASKS)))


def make_ad() -> JobAd:
    items, at = [], 0
    for words in TASKS:
        items.append(AdItem(ItemKind.TASK, quote(DOCUMENT, at, at + len(words))))
        at += len(words) + 1
    return JobAd(DOCUMENT, items=tuple(items))


AD = make_ad()
MATCHES = tuple(Match(item, Strength.TRANSFERABLE) for item in AD.items)
HERE = Quote(DOCUMENT.digest, 0, 4, "Lede")


def make_meeting(
    *, tests: bool = False, case: bool = False, unknown: bool = False, kind: MessageKind = MessageKind.INVITATION
) -> Meeting:
    return Meeting(
        DOCUMENT,
        kind,
        start=Stated(START, HERE),
        missing=(Gap.AGENDA, Gap.WHO) if unknown else (),
        tests=(Assessment("personlighetstest", AssessmentTime.READ_BACK, HERE),) if tests else (),
        case=CaseTask("Legg fram en plan", 15, HERE) if case else None,
    )


def prepare(now: dt.datetime, meeting: Meeting | None = None, start: dt.datetime | None = None) -> Preparation:
    meeting = meeting or make_meeting()
    questions = compose_questions(AD, MATCHES, meeting, load_questions(), Language.NB)
    own = propose_own_questions(meeting, AD, load_own_questions(), Language.NB)
    return Preparation(
        "1", "solheim", Language.NB, now, ad=AD, meeting=meeting, matches=MATCHES, questions=questions,
        own_questions=own, given_start=start,
    )  # fmt: skip


def days_before(days: int, hour: int = 9) -> dt.datetime:
    return START.replace(hour=hour) - dt.timedelta(days=days)


def all_tasks(plan: Plan) -> list[PlanTask]:
    return [task for day in plan.days for task in day.tasks]


def actions(day: PlanDay) -> list[PlanAction]:
    return [task.action for task in day.tasks]


def on(plan: Plan, date: dt.date) -> PlanDay:
    return next(day for day in plan.days if day.date == date)


def days_with(plan: Plan, action: PlanAction) -> list[dt.date]:
    return [day.date for day in plan.days if action in actions(day)]


MEETINGS = st.builds(make_meeting, tests=st.booleans(), case=st.booleans(), unknown=st.booleans())
PREPARATIONS = {
    (tests, case, unknown): prepare(START, make_meeting(tests=tests, case=case, unknown=unknown))
    for tests in (True, False)
    for case in (True, False)
    for unknown in (True, False)
}
PREPARED = st.builds(
    lambda key, before: Preparation(
        "1", "solheim", Language.NB, START - before, ad=AD, meeting=PREPARATIONS[key].meeting, matches=MATCHES,
        questions=PREPARATIONS[key].questions, own_questions=PREPARATIONS[key].own_questions,
    ),
    st.sampled_from(sorted(PREPARATIONS)),
    st.timedeltas(min_value=dt.timedelta(hours=-30), max_value=dt.timedelta(days=60)),
)  # fmt: skip
MINUTES = st.integers(5, 180)


@given(PREPARED, MINUTES)
@settings(max_examples=60)
def test_no_day_has_more_than_three_things_or_more_minutes_than_asked_for(prepared: Preparation, minutes: int) -> None:
    for day in make_plan(prepared, minutes_per_day=minutes).days:
        assert 1 <= len(day.tasks) <= 3
        assert 0 < day.minutes <= minutes
        assert all(task.minutes > 0 for task in day.tasks)


@given(PREPARED, MINUTES)
@settings(max_examples=60)
def test_every_day_lies_between_today_and_the_interview(prepared: Preparation, minutes: int) -> None:
    dates = [day.date for day in make_plan(prepared, minutes_per_day=minutes).days]
    assert dates == sorted(set(dates))
    assert all(prepared.now.date() <= date <= START.date() for date in dates)
    if prepared.now >= START:
        assert not dates


@given(PREPARED, MINUTES)
@settings(max_examples=60)
def test_the_day_before_and_the_day_itself_are_light(prepared: Preparation, minutes: int) -> None:
    for day in make_plan(prepared, minutes_per_day=minutes).days:
        if day.date == START.date():
            assert day.minutes <= 30
        elif day.date == START.date() - dt.timedelta(days=1):
            assert day.minutes <= (45 if prepared.now.date() == day.date else 30)


@given(PREPARED, st.integers(5, 90), st.integers(0, 90))
@settings(max_examples=60)
def test_more_minutes_never_give_less(prepared: Preparation, minutes: int, more: int) -> None:
    def worth(budget: int) -> tuple[float, set[str]]:
        tasks = all_tasks(make_plan(prepared, minutes_per_day=budget))
        once = {task.id for task in tasks if task.action not in {PlanAction.RECALL, PlanAction.LIGHT_REVIEW}}
        return sum(task.value for task in tasks), once

    (less, before), (much, after) = worth(minutes), worth(minutes + more)
    assert much >= less - 1e-9 or before <= after


@given(PREPARED, MINUTES)
@settings(max_examples=60)
def test_the_examples_that_find_room_are_the_worthiest(prepared: Preparation, minutes: int) -> None:
    planned = [t for t in all_tasks(make_plan(prepared, minutes_per_day=minutes)) if t.action is PlanAction.EXAMPLE]
    asked = dict.fromkeys(q.item for q in prepared.questions if q.item and q.item.kind is ItemKind.TASK)
    assert {task.items[0] for task in planned} == set(list(asked)[: len(planned)])


@given(PREPARED)
@settings(max_examples=30)
def test_the_same_preparation_gives_the_same_plan_and_ids_are_unique(prepared: Preparation) -> None:
    plan = make_plan(prepared)
    assert plan == make_plan(prepared)
    ids = [task.id for task in all_tasks(plan)]
    assert len(ids) == len(set(ids))


@given(PREPARED, st.data())
@settings(max_examples=40)
def test_what_is_done_is_not_planned_again(prepared: Preparation, data: st.DataObject) -> None:
    ids = [task.id for task in all_tasks(make_plan(prepared))]
    done = frozenset(data.draw(st.sets(st.sampled_from(ids)))) if ids else frozenset()
    assert not done & {task.id for task in all_tasks(make_plan(prepared, done=done))}


def test_the_worthiest_examples_are_kept_when_time_is_short() -> None:
    def examples(minutes: int) -> list[str]:
        plan = make_plan(prepare(days_before(5)), minutes_per_day=minutes)
        chosen = [task for task in all_tasks(plan) if task.action is PlanAction.EXAMPLE]
        return [task.id for task in sorted(chosen, key=lambda task: -task.value)]

    short, long = examples(30), examples(60)
    assert 0 < len(short) < len(long)
    assert long[: len(short)] == short


def test_later_today_means_one_short_session() -> None:
    plan = make_plan(prepare(START - dt.timedelta(hours=3)))
    assert [day.date for day in plan.days] == [START.date()]
    assert actions(plan.days[0]) == [PlanAction.LIGHT_REVIEW, PlanAction.PACK]
    assert plan.days[0].minutes <= 30


def test_minutes_before_the_interview_nothing_is_planned() -> None:
    assert make_plan(prepare(START - dt.timedelta(minutes=20))).days == ()


def test_an_evening_before_gives_recall_tonight_and_first_sentences_in_the_morning() -> None:
    plan = make_plan(prepare(days_before(1, hour=18)))
    assert PlanAction.RECALL in actions(plan.days[0])
    assert actions(plan.days[1]) == [PlanAction.LIGHT_REVIEW]
    assert plan.days[1].minutes <= 10


def test_late_at_night_leaves_only_the_morning() -> None:
    plan = make_plan(prepare(days_before(1, hour=23)))
    assert [day.date for day in plan.days] == [START.date()]


def test_up_to_a_week_every_day_is_used() -> None:
    for left in range(1, 8):
        plan = make_plan(prepare(days_before(left)))
        assert [day.date for day in plan.days] == [
            (START - dt.timedelta(days=offset)).date() for offset in range(left, -1, -1)
        ]


def test_longer_ahead_the_days_are_spread_out_more_and_more() -> None:
    plan = make_plan(prepare(days_before(16)))
    dates = [day.date for day in plan.days]
    offsets = [(date - dates[0]).days for date in dates]
    assert offsets[:5] == [0, 1, 3, 6, 10]
    assert offsets[-2:] == [15, 16]
    assert all((later - earlier).days <= 6 for earlier, later in pairwise(dates))


def test_the_days_stay_where_they_were_when_a_day_has_passed() -> None:
    first = make_plan(prepare(days_before(16)))
    since = days_before(16).date()
    done = frozenset(task.id for task in first.days[0].tasks)
    later = make_plan(prepare(days_before(15)), since=since, done=done)
    assert [day.date for day in later.days] == [day.date for day in first.days][1:]


def test_each_important_task_is_recalled_on_three_different_days_in_a_week() -> None:
    for left in (4, 5, 6, 7):
        plan = make_plan(prepare(days_before(left)))
        recalls = [
            (day.date, task)
            for day in plan.days
            for task in day.tasks
            if task.action in {PlanAction.RECALL, PlanAction.LIGHT_REVIEW} and day.date != START.date()
        ]
        for item in recalls[0][1].items:
            assert len({date for date, task in recalls if item in task.items}) >= 3


def test_what_is_unknown_is_asked_on_the_first_day() -> None:
    plan = make_plan(prepare(days_before(6), make_meeting(unknown=True)))
    assert plan.days[0].tasks[0].action is PlanAction.ASK_UNKNOWN
    assert PlanAction.ASK_UNKNOWN not in [task.action for task in all_tasks(make_plan(prepare(days_before(6))))]


@pytest.mark.parametrize("left", [2, 3, 4, 6, 12])
def test_a_case_is_run_on_time_twice_on_different_days(left: int) -> None:
    plan = make_plan(prepare(days_before(left), make_meeting(case=True)))
    assert len(days_with(plan, PlanAction.CASE_RUN)) == 2
    assert days_with(plan, PlanAction.CASE_WORK)[0] <= days_with(plan, PlanAction.CASE_RUN)[0]


def test_a_read_back_is_prepared_only_when_there_were_tests() -> None:
    assert days_with(make_plan(prepare(days_before(5), make_meeting(tests=True))), PlanAction.READ_BACK)
    assert not days_with(make_plan(prepare(days_before(5))), PlanAction.READ_BACK)


def test_with_time_enough_everything_is_there() -> None:
    plan = make_plan(prepare(days_before(14), make_meeting(tests=True, case=True, unknown=True)), minutes_per_day=60)
    assert {task.action for task in all_tasks(plan)} == set(PlanAction)


def test_each_example_is_about_one_line_and_names_questions_to_answer_aloud() -> None:
    prepared = prepare(days_before(10))
    known = {question.id for question in prepared.questions}
    examples = [task for task in all_tasks(make_plan(prepared)) if task.action is PlanAction.EXAMPLE]
    assert examples
    for task in examples:
        assert len(task.items) == 1
        assert set(task.questions) <= known


def test_nothing_is_planned_without_a_time_or_after_it_or_when_it_is_called_off() -> None:
    nameless = Preparation("1", "x", Language.NB, START, ad=AD)
    assert make_plan(nameless).days == ()
    assert make_plan(prepare(START + dt.timedelta(days=1))).days == ()
    assert make_plan(prepare(days_before(5), make_meeting(kind=MessageKind.CANCELLATION))).days == ()


def test_a_time_the_person_gave_themselves_is_planned_for() -> None:
    moved = START + dt.timedelta(days=2)
    plan = make_plan(prepare(days_before(3), make_meeting(kind=MessageKind.CANCELLATION), start=moved))
    assert plan.days[-1].date == moved.date()


def test_a_plan_without_an_ad_still_prepares_the_meeting() -> None:
    bare = Preparation("1", "x", Language.NB, days_before(5), meeting=make_meeting())
    assert {PlanAction.STORY, PlanAction.COMPANY} <= {task.action for task in all_tasks(make_plan(bare))}
