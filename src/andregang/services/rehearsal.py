"""Øv: which question now, what is written meanwhile, what was found in the answer, and the person's own grade."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.evidence import item_key
from andregang.domain.job_ad import AdItem
from andregang.domain.plan import PlanAction, make_plan
from andregang.domain.preparation import Knowledge, Preparation
from andregang.domain.recording import Measures, Pace, pace_of
from andregang.domain.rehearsal import (
    FIRST,
    FOLLOWS,
    AnswerAnalysis,
    AnswerClassifier,
    Asked,
    Asking,
    Tally,
    analyse_answer,
    as_asked,
    choose_follow_up,
    tally,
)
from andregang.domain.schedule import (
    Forecast,
    Grade,
    Practised,
    Rehearsed,
    Session,
    Settled,
    make_schedule,
)
from andregang.domain.text import Language
from andregang.language import detect_language
from andregang.store import Attempt, Draft, Note, Recording, Removed, StoredPreparation, UnitOfWork

MINUTES = 3
"""Minutes for one question: saying it, and looking at what was found."""

LEAST_TODAY = 10
"""Minutes there always are on a day one comes here."""

LONGEST = 20_000
"""Letters in an answer."""

_UNKNOWN_START = dt.timedelta(days=7)
_EVENING = dt.time(18)
_HIGHEST = 1.0
_EARLY = 3
_PRACTICE = frozenset({PlanAction.RECALL, PlanAction.FULL_RUN, PlanAction.LIGHT_REVIEW})
_LANGUAGES = (Language.NB, Language.NN, Language.EN)


@dataclass(frozen=True, slots=True)
class Row:
    """A question with how it sits, when it was last answered, and on which day it comes next (None: it does not)."""

    asked: Asked
    settled: Settled
    last: dt.datetime | None
    next: dt.date | None


@dataclass(frozen=True, slots=True)
class Practice:
    """The day's questions in order, the others, and how many there is no time for before the interview.

    `run` is the id of an interview run that can be gone on with; `lines` can be drilled; `removed` was just deleted.
    """

    due: tuple[Row, ...]
    others: tuple[Row, ...]
    left_out: int
    answered_today: int
    run: str
    lines: Mapping[str, AdItem]
    removed: Removed | None

    @property
    def minutes(self) -> int:
        return len(self.due) * MINUTES


@dataclass(frozen=True, slots=True)
class SeenQuestion:
    """A question to answer, with what is written so far, the guess at what it measures, and earlier answers.

    `line` is the key of the line of the ad it is about when that can be drilled, else "".
    """

    asked: Asked
    draft: Note | None
    drafts: tuple[Draft, ...]
    guess: str
    attempts: tuple[Attempt, ...]
    line: str


@dataclass(frozen=True, slots=True)
class SeenDrill:
    """A line of the ad with its seven questions."""

    item: AdItem
    rows: tuple[Row, ...]
    next: Row | None


@dataclass(frozen=True, slots=True)
class SeenAttempt:
    """An answer with what was found in it. `analysis` is None when it was only recorded.

    `follow_up` is the one question for what was not found; `recording` is None when there is none or it was deleted,
    `measures` and `pace` are what was measured in it.
    """

    attempt: Attempt
    asked: Asked
    guess: str
    analysis: AnswerAnalysis | None
    tally: Tally | None
    follow_up: Asked | None
    recording: Recording | None
    measures: Measures | None
    pace: Pace | None

    @property
    def seconds(self) -> float | None:
        """How long the answer took, when it was measured."""
        return self.measures.spoken if self.measures else None


def asking(preparation: Preparation, knowledge: Knowledge) -> Asking:
    """All that can be asked about this preparation."""
    return Asking(preparation.questions, preparation.ad, preparation.matches, knowledge.questions, preparation.language)


def see_practice(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    forecast: Forecast,
    removed: str = "",
    minutes: int | None = None,
) -> Practice:
    """What to practise now, so that the most is remembered at the interview. `minutes` are those there are now; without
    them, what the plan leaves of the day."""
    known = asking(preparation, knowledge)
    attempts = uow.attempts.of(kept.id)
    questions = _questions(preparation, known)
    rehearsed = [_rehearsed(asked, value, attempts, preparation.now) for asked, value in questions.values()]
    sessions, interview = _sessions(kept, preparation, attempts, minutes)
    schedule = make_schedule(rehearsed, sessions, interview, forecast)
    next_days: dict[str, dt.date] = {}
    for sitting in schedule.sittings:
        for key in sitting.keys:
            next_days.setdefault(key, sitting.session.begins.date())
    today = preparation.now.date()
    room = sessions[0].minutes >= MINUTES
    first = schedule.first if room else ()
    if room and not first and not _of_today(attempts, preparation.now):
        # So long before the interview that anything would do: those that sit least, the worthiest first.
        ranked = sorted(rehearsed, key=lambda one: (one.days, -one.value))
        first = tuple(one.key for one in ranked[: min(_EARLY, sessions[0].minutes // MINUTES)])
    once_more = [one.key for one in rehearsed if _failed_on(one, today)] if room else []
    due = list(dict.fromkeys([*([] if attempts else [FIRST]), *first, *once_more]))
    rows = {one.key: Row(questions[one.key][0], one.settled, _last(one), next_days.get(one.key)) for one in rehearsed}
    runs = [run for run in uow.runs.of(kept.id) if run.kind == "interview" and run.ended is None]
    return Practice(
        tuple(rows[key] for key in due),
        tuple(row for key, row in rows.items() if key not in due),
        len(schedule.left_out),
        len(_of_today(attempts, preparation.now)),
        runs[-1].id if runs else "",
        {item_key(item): item for item in known.lines()},
        uow.undo.find(id=removed, kind="attempts", preparation=kept.id) if removed else None,
    )


def see_drill(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge, key: str
) -> SeenDrill:
    """The seven hv-words about one line of the ad; the next is the first not answered today. Raises NotFound."""
    known = asking(preparation, knowledge)
    item = known.line(key)
    if item is None:
        raise NotFound("item", key)
    attempts = uow.attempts.of(kept.id)
    answered = {attempt.question for attempt in _of_today(attempts, preparation.now)}
    rows = []
    for question in known.drill(item):
        one = _rehearsed(as_asked(question), question.value, attempts, preparation.now)
        rows.append(Row(as_asked(question), one.settled, _last(one), None))
    return SeenDrill(item, tuple(rows), next((row for row in rows if row.asked.key not in answered), None))


def see_question(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge, key: str
) -> SeenQuestion:
    """A question to answer. Raises NotFound for a key that names none."""
    asked = _find(preparation, knowledge, key)
    drafts = tuple(d for d in uow.drafts.of(f"note:{_note(key)}") if d.preparation == kept.id)
    guess = uow.notes.read(kept.id, _guess(key))
    attempts = tuple(one for one in reversed(uow.attempts.of(kept.id)) if one.question == key)
    line = item_key(asked.item) if asked.item and asking(preparation, knowledge).line(item_key(asked.item)) else ""
    draft = uow.notes.read(kept.id, _note(key))
    return SeenQuestion(asked, draft, drafts, guess.text if guess else "", attempts, line)


def keep_draft(
    uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, version: str, guess: str, now: dt.datetime
) -> int:
    """Keeps what is written so far; its new version. Raises BothTexts when another window wrote meanwhile."""
    _keep_guess(uow, kept, key, guess, now)
    read = int(version) if version.isascii() and version.isdigit() else 0
    return uow.notes.write(kept.id, _note(key), text, read, now).version


def settle_draft(
    uow: UnitOfWork, kept: StoredPreparation, key: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between two texts: uses the one that lost the race, or lets it go."""
    for one in uow.drafts.of(f"note:{_note(key)}"):
        if one.id == draft and one.preparation == kept.id:
            if use:
                stands = uow.notes.read(kept.id, _note(key))
                uow.notes.write(kept.id, _note(key), one.text, stands.version if stands else 0, now)
            uow.drafts.discard(one.id)


def answer(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    key: str,
    text: str,
    now: dt.datetime,
    *,
    guess: str = "",
    recording: str = "",
) -> Attempt:
    """Keeps an answer as given. Raises NotFound, or InvalidInput when nothing was said or too much."""
    asked = _find(preparation, knowledge, key)
    if recording and not uow.recordings.find(id=recording, preparation=kept.id):
        recording = ""
    if not text.strip() and not recording:
        raise InvalidInput("answer", "missing")
    if len(text) > LONGEST:
        raise InvalidInput("answer", "too_long")
    detected = detect_language(f"{asked.words}\n{text}")
    language = detected if detected in _LANGUAGES else preparation.language
    kept_guess = " ".join(guess.split())
    made = uow.attempts.add(
        preparation=kept.id, question=key, asked=asked.words, answer=text, language=language.value, grade="",
        recording=recording, run="", measures={"guess": kept_guess} if kept_guess else {}, at=now,
    )  # fmt: skip
    for note in (_note(key), _guess(key)):
        uow.notes.delete(preparation=kept.id, key=note)
    return made


def see_attempt(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    classify: AnswerClassifier | None,
    id: str,  # noqa: A002
) -> SeenAttempt:
    """An answer with what was found in it. Raises NotFound."""
    attempt = attempt_of(uow, kept, id)
    found = asking(preparation, knowledge).find(attempt.question)
    asked = found or Asked(attempt.question, attempt.asked, "")
    recording = uow.recordings.find(id=attempt.recording) if attempt.recording else None
    measures = Measures.of(recording.measures) if recording else None
    analysis = figures = follow_up = pace = None
    if attempt.answer.strip():
        analysis = analyse_answer(
            attempt.asked, attempt.answer, Language(attempt.language), knowledge.vocabulary, classify
        )
        figures = tally(analysis, knowledge.vocabulary)
        template = choose_follow_up(analysis, knowledge.questions) if asked.story and not asked.follows else None
        if template and found:
            follow_up = asking(preparation, knowledge).find(f"{attempt.question}{FOLLOWS}{template.id}")
    if measures:
        pace = pace_of(measures, analysis.words if analysis else None)
    guess = str(attempt.measures.get("guess", ""))
    return SeenAttempt(attempt, asked, guess, analysis, figures, follow_up, recording, measures, pace)


def grade(uow: UnitOfWork, kept: StoredPreparation, id: str, word: str) -> Attempt:  # noqa: A002
    """The person's own word on an answer: `again`, `good` or `sure`. Raises NotFound or InvalidInput."""
    if word not in set(Grade):
        raise InvalidInput("grade", "unknown_choice")
    return uow.attempts.change(attempt_of(uow, kept, id).id, grade=word)


def finish_day(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime) -> None:
    """What the plan has to be recalled today is done."""
    uow.plan_marks.mark_done(kept.id, f"{PlanAction.RECALL.value}-{now.date().isoformat()}", now)


def remove_attempt(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Deletes an answer; it can be brought back. Raises NotFound."""
    return uow.undo.remove("attempts", attempt_of(uow, kept, id).id, now)


def restore_attempt(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> None:
    """Brings a deleted answer back. Raises NotFound."""
    if uow.undo.find(id=removed, kind="attempts", preparation=kept.id) is None:
        raise NotFound("attempt", removed)
    uow.undo.restore(removed)


def attempt_of(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Attempt:  # noqa: A002
    """An answer of this preparation. Raises NotFound."""
    attempt = uow.attempts.get(id)
    if attempt.preparation != kept.id:
        raise NotFound("attempt", id)
    return attempt


def _questions(preparation: Preparation, known: Asking) -> dict[str, tuple[Asked, float]]:
    """The questions to remember by key, with their worth; the main contribution always among them."""
    questions = {question.id: (as_asked(question), question.value) for question in preparation.questions}
    questions.setdefault(FIRST, (known.first(), _HIGHEST))
    return questions


def _rehearsed(asked: Asked, value: float, attempts: Sequence[Attempt], now: dt.datetime) -> Rehearsed:
    graded = (one for one in attempts if one.question == asked.key and one.grade)
    practised = tuple(Practised(Grade(one.grade), one.at.astimezone(now.tzinfo)) for one in graded)
    return Rehearsed(asked.key, max(value, 0.01), practised, MINUTES)


def _sessions(
    kept: StoredPreparation, preparation: Preparation, attempts: Sequence[Attempt], given: int | None
) -> tuple[list[Session], dt.datetime]:
    """When there is time, today first, and the interview; a week from now when nobody has said when it is.

    A day's minutes are those the plan leaves to practising; of today's, those not used, unless some are `given`.
    """
    now = preparation.now
    interview = preparation.start.astimezone(now.tzinfo) if preparation.start else now + _UNKNOWN_START
    since = kept.created.astimezone(now.tzinfo).date()
    minutes: dict[dt.date, int] = dict.fromkeys(
        (now.date() + dt.timedelta(days=n) for n in range(_UNKNOWN_START.days)), LEAST_TODAY
    )
    if preparation.start:
        plan = make_plan(preparation, minutes_per_day=kept.minutes_per_day, since=since)
        minutes = {
            day.date: kept.minutes_per_day - sum(task.minutes for task in day.tasks if task.action not in _PRACTICE)
            for day in plan.days
        }
    used = len(_of_today(attempts, now)) * MINUTES
    left = max(minutes.pop(now.date(), 0), min(LEAST_TODAY, kept.minutes_per_day)) - used
    today = Session(now, max(0, left) if given is None else given)
    later = [Session(dt.datetime.combine(date, _EVENING, now.tzinfo), room) for date, room in minutes.items()]
    return [today, *(s for s in later if s.begins.date() > now.date() and s.minutes > 0)], interview


def _of_today(attempts: Sequence[Attempt], now: dt.datetime) -> list[Attempt]:
    return [attempt for attempt in attempts if attempt.at.astimezone(now.tzinfo).date() == now.date()]


def _failed_on(rehearsed: Rehearsed, day: dt.date) -> bool:
    """Whether it went badly on this day, last."""
    last = rehearsed.practised[-1] if rehearsed.practised else None
    return last is not None and last.grade is Grade.AGAIN and last.at.date() == day


def _last(rehearsed: Rehearsed) -> dt.datetime | None:
    return rehearsed.practised[-1].at if rehearsed.practised else None


def _find(preparation: Preparation, knowledge: Knowledge, key: str) -> Asked:
    asked = asking(preparation, knowledge).find(key)
    if asked is None:
        raise NotFound("question", key)
    return asked


def _keep_guess(uow: UnitOfWork, kept: StoredPreparation, key: str, guess: str, now: dt.datetime) -> None:
    stands = uow.notes.read(kept.id, _guess(key))
    if guess.strip() or stands:
        uow.notes.write(kept.id, _guess(key), guess, stands.version if stands else 0, now)


def _note(key: str) -> str:
    return f"answer:{key}"


def _guess(key: str) -> str:
    return f"guess:{key}"
