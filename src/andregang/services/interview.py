"""Prøveintervju: a run through this meeting, kept at every step so that it can be gone on with after anything."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.content import load_agenda, load_own_questions
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.interview import (
    OWN,
    Course,
    Part,
    Programme,
    Report,
    Usual,
    make_programme,
    make_report,
)
from andregang.domain.meeting import Participant, Side
from andregang.domain.meeting.names import same_person
from andregang.domain.plan import PlanAction
from andregang.domain.preparation import Knowledge, Preparation
from andregang.domain.questions import OwnQuestion
from andregang.domain.questions.choice import CHOSEN, chosen_questions
from andregang.domain.rehearsal import (
    FOLLOWS,
    PACE,
    AnswerAnalysis,
    AnswerClassifier,
    analyse_answer,
    asks_for_story,
    choose_follow_up,
)
from andregang.domain.source import Quote
from andregang.domain.text import Language
from andregang.domain.writing import spoken
from andregang.language import detect_language
from andregang.store import Run, StoredPreparation, UnitOfWork

KIND = "interview"
LONGEST = 20_000
"""Letters in an answer."""

_LANGUAGES = (Language.NB, Language.NN, Language.EN)


@dataclass(frozen=True, slots=True)
class SeenInterview:
    """The meeting as it may go, the run that can be gone on with, and those that are over, the newest first."""

    programme: Programme
    people: tuple[Participant, ...]
    run: Run | None
    ended: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class SeenRun:
    """A run as far as it came. `own` are the questions chosen to ask, `report` stands when it is over."""

    run: Run
    course: Course
    own: tuple[OwnQuestion, ...]
    report: Report | None


def see_interview(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge
) -> SeenInterview:
    """This meeting as it may go."""
    people = _people(uow, kept, preparation)
    runs = [run for run in uow.runs.of(kept.id) if run.kind == KIND]
    going = [run for run in runs if run.ended is None]
    ended = tuple(run for run in reversed(runs) if run.ended is not None)
    return SeenInterview(_programme(people, preparation, knowledge, ""), people, going[-1] if going else None, ended)


def begin(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge, own: str, now: dt.datetime
) -> Run:
    """A run from the beginning, or the one that can be gone on with. `own` are the words that ask for questions.

    The programme stands as it was when it began, whatever is given later. Raises InvalidInput when there is nothing to
    ask.
    """
    if going := see_interview(uow, kept, preparation, knowledge).run:
        return going
    programme = _programme(_people(uow, kept, preparation), preparation, knowledge, own)
    if not programme.steps:
        raise InvalidInput("interview", "missing")
    return uow.runs.add(
        preparation=kept.id, kind=KIND, state=Course(programme).values(), begun=now, changed=now, ended=None
    )


def see_run(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    classify: AnswerClassifier | None,
    id: str,  # noqa: A002
) -> SeenRun:
    """A run where it is, with its report when it is over. Raises NotFound."""
    run = _run(uow, kept, id)
    course = Course.of(run.state)
    own: tuple[OwnQuestion, ...] = ()
    if course.current and course.current.key == OWN:
        note = uow.notes.read(kept.id, CHOSEN)
        lines = [line for line in note.text.splitlines() if line] if note else []
        bank = load_own_questions()
        own = chosen_questions(lines, preparation.own_questions, bank, preparation.language)
    report = None
    if run.ended is not None:
        keys = [step.key for step in course.programme.steps if asks_for_story(step.key)]
        report = make_report(course.programme, _analyses(uow, kept, run, knowledge, classify), keys)
    return SeenRun(run, course, own, report)


def write_draft(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    step: str,
    text: str,
    clock: str,
    now: dt.datetime,
) -> None:
    """Keeps what is written so far and the seconds used; of another question than the one asked now, nothing."""
    run = _run(uow, kept, id)
    course = Course.of(run.state)
    if run.ended is None and step == str(course.at):
        uow.runs.change(run.id, state=course.written(text[:LONGEST], _clock(course, clock)).values(), changed=now)


def answer_step(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    classify: AnswerClassifier | None,
    id: str,  # noqa: A002
    step: str,
    text: str,
    clock: str,
    now: dt.datetime,
    *,
    recording: str = "",
    skip: bool = False,
) -> None:
    """Keeps the answer and goes on: to a follow-up for what was not found, else to the next question.

    An answer to a question that was passed already is kept in its place. Raises NotFound, or InvalidInput when nothing
    was said (`skip` goes on without an answer) or too much.
    """
    run = _run(uow, kept, id)
    course = Course.of(run.state)
    place = int(step) if step.isascii() and step.isdigit() and len(step) < 5 else -1
    if not 0 <= place <= min(course.at, len(course.programme.steps) - 1):
        raise NotFound("question", step)
    if len(text) > LONGEST:
        raise InvalidInput("answer", "too_long")
    said = "" if skip else text
    asked = course.programme.steps[place]
    if run.ended is not None or place < course.at:
        earlier = uow.attempts.find(id=asked.attempt) if asked.attempt else None
        if said.strip() and (earlier is None or earlier.answer != said):
            made = _keep(uow, kept, preparation, run, asked.key, asked.words, said, recording, now)
            uow.runs.change(run.id, state=course.corrected(place, made).values(), changed=now)
        return
    if not skip and not said.strip() and not recording:
        raise InvalidInput("answer", "missing")
    attempt, follow_up = "", None
    if said.strip() or recording:
        attempt = _keep(uow, kept, preparation, run, asked.key, asked.words, said, recording, now)
    if said.strip() and asks_for_story(asked.key) and not asked.follows:
        analysis = _analyse(asked.words, said, _language(asked.words, said, preparation), knowledge, classify)
        template = choose_follow_up(analysis, knowledge.questions, course.asked)
        if template is not None and _has_time(course):
            said_in = _said_in(preparation)
            follow_up = (f"{asked.key}{FOLLOWS}{template.id}", template.wording[said_in])
    seconds = _clock(course, clock, said)
    course = course.answered(attempt, seconds, follow_up)
    uow.runs.change(run.id, state=course.values(), changed=now)
    if course.current is None:
        end(uow, kept, id, now)


def end(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> None:  # noqa: A002
    """The run is over; one that came to its end is done on the plan too. Raises NotFound."""
    run = _run(uow, kept, id)
    if run.ended is None:
        uow.runs.change(run.id, ended=now, changed=now)
        if Course.of(run.state).current is None:
            uow.plan_marks.mark_done(kept.id, PlanAction.FULL_RUN.value, now)


def remove_run(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> None:  # noqa: A002
    """Deletes a run; its answers stay. It can be brought back. Raises NotFound."""
    uow.undo.remove("runs", _run(uow, kept, id).id, now)


def _run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Run:  # noqa: A002
    run = uow.runs.get(id)
    if run.preparation != kept.id or run.kind != KIND:
        raise NotFound("run", id)
    return run


def _programme(people: Sequence[Participant], preparation: Preparation, knowledge: Knowledge, own: str) -> Programme:
    said_in = _said_in(preparation)
    parts = zip(Part, load_agenda(), strict=True)
    usual = [Usual(part, entry.label[said_in], entry.minutes) for part, entry in parts]
    minutes = None
    if preparation.start and preparation.end and preparation.end > preparation.start:
        minutes = round((preparation.end - preparation.start).total_seconds() / 60)
    return make_programme(preparation.meeting, people, preparation.questions, usual, knowledge.vocabulary, own, minutes)


def _people(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> tuple[Participant, ...]:
    """Those the invitation names, and those only the person has named."""
    invited = preparation.meeting.participants if preparation.meeting else ()
    sides = {side.value for side in Side}
    named = [row for row in uow.people.of(kept.id) if row.side in sides]
    nowhere = Quote("", 0, 0, "")
    others = (
        Participant(row.name, row.role or None, Side(row.side), nowhere, None if row.met is None else not row.met)
        for row in named
        if not any(same_person(row.name, one.name) for one in invited)
    )
    return (*invited, *others)


def _keep(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, run: Run, key: str, asked: str, text: str,
    recording: str, now: dt.datetime,
) -> str:  # fmt: skip
    language = _language(asked, text, preparation)
    return uow.attempts.add(
        preparation=kept.id, question=key, asked=asked, answer=text, language=language.value, grade="",
        recording=recording, run=run.id, measures={}, at=now,
    ).id  # fmt: skip


def _analyses(
    uow: UnitOfWork, kept: StoredPreparation, run: Run, knowledge: Knowledge, classify: AnswerClassifier | None
) -> dict[str, AnswerAnalysis]:
    """What was found in each answer of the run, by its id."""
    answers = [one for one in uow.attempts.of(kept.id) if one.run == run.id and one.answer.strip()]
    return {
        one.id: _analyse(one.asked, one.answer, Language(one.language), knowledge, classify) for one in answers
    }  # fmt: skip


def _analyse(
    asked: str, text: str, language: Language, knowledge: Knowledge, classify: AnswerClassifier | None
) -> AnswerAnalysis:
    return analyse_answer(asked, text, language, knowledge.vocabulary, classify)


def _has_time(course: Course) -> bool:
    """Whether the part one is in has time for a follow-up: its minutes are a target, and one question may pass them."""
    return course.stage is not None and course.stage.used < course.stage.minutes * 60


def _clock(course: Course, given: str, said: str = "") -> float:
    """The seconds used in the part: the browser's; where no script counts, as long as the answer takes to say."""
    used = course.stage.used if course.stage else 0.0
    try:
        told = float(given)
    except ValueError:
        told = used
    if not used < told < 86_400:
        told = used + spoken(said).words * 60 / PACE
    return told


def _language(asked: str, text: str, preparation: Preparation) -> Language:
    detected = detect_language(f"{asked}\n{text}")
    return detected if detected in _LANGUAGES else _said_in(preparation)


def _said_in(preparation: Preparation) -> Language:
    return preparation.language if preparation.language in _LANGUAGES else Language.NB
