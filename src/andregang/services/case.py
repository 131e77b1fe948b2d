"""The case: the assignment and the deck as given, what the person says of them, and runs through the talk."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from andregang.content import load_questions
from andregang.domain.case import (
    Assignment,
    CaseReview,
    OutlinePart,
    Pace,
    PartKind,
    RunPart,
    WorkingStep,
    assignment_of_invitation,
    compare,
    correct_assignment,
    make_outline,
    make_working_plan,
    own_pace,
    parse_assignment,
    read_deck,
    review_deck,
)
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.evidence.model import Similarity
from andregang.domain.preparation import Preparation
from andregang.domain.questions import QuestionTemplate
from andregang.domain.recording import Measures
from andregang.domain.source import Action, Correction, Document, DocumentKind
from andregang.domain.text import fold
from andregang.domain.vocabulary import Vocabulary
from andregang.domain.writing import spoken
from andregang.store import Draft, Run, StoredDocument, StoredPreparation, UnitOfWork

KIND = "case"
FEARED = (1, 2, 3)
"""The questions one fears, each a note: the question on its first line, the answer below (6.5)."""

CRITERIA = ("core", "structure", "grounds", "execution", "risk", "delivery", "time", "questions")
"""The evaluation form's lines (6.3), each 1 to 5."""

LONGEST = 20_000
_MOST_MINUTES = 180
_MOST_DEMANDS = 60
_OUTLINE, _MINUTES = "case.outline", "case.minutes"
_FEWEST_WORDS = 60
_GROUP = "IQ-CA"


@dataclass(frozen=True, slots=True)
class ReadCase:
    """An assignment and a deck read from files, for the command."""

    brief: Document
    review: CaseReview


@dataclass(frozen=True, slots=True)
class FearedQuestion:
    """A note on a question one fears, with its version and texts that lost a race."""

    number: int
    text: str
    version: int
    lost: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class SeenCase:
    """Everything the page of the case shows.

    `brief` and `deck` are the newest documents of their kinds; `invited` is true when the assignment is only what the
    invitation says. `struck` are demands the person took away; `given`
    the seconds set for parts, by key.
    """

    brief: StoredDocument | None
    deck: StoredDocument | None
    invited: bool
    assignment: Assignment | None
    struck: tuple[str, ...]
    outline: tuple[OutlinePart, ...]
    working: tuple[WorkingStep, ...]
    review: CaseReview | None
    pace: Pace
    feared: tuple[FearedQuestion, ...]
    runs: tuple[Run, ...]
    follow_ups: tuple[QuestionTemplate, ...] = ()
    given: dict[str, int] = field(default_factory=dict)

    @property
    def going(self) -> Run | None:
        """The run that can be gone on with."""
        return next((run for run in reversed(self.runs) if run.ended is None), None)

    @property
    def ended(self) -> tuple[Run, ...]:
        """The runs that are over, the newest first."""
        return tuple(run for run in reversed(self.runs) if run.ended is not None)


def read_case(
    brief: tuple[str, bytes],
    deck: tuple[str, bytes],
    vocabulary: Vocabulary,
    similarity: Similarity | None = None,
    words_a_minute: float | None = None,
) -> ReadCase:
    """Read an assignment and a deck and hold them against each other. Raises UnreadableDocument."""
    import hashlib

    from andregang.language import detect_language
    from andregang.readers import UnreadableDocument, read_documents

    outcomes = read_documents([brief, deck])
    for outcome in outcomes:
        if isinstance(outcome, UnreadableDocument):
            raise outcome
    given, slides = outcomes
    assert not isinstance(given, UnreadableDocument)
    assert not isinstance(slides, UnreadableDocument)
    digest = hashlib.sha256(brief[1]).hexdigest()
    document = Document(digest, brief[0], DocumentKind.CASE, detect_language(given.text), given)
    pace = Pace(words_a_minute, own=True) if words_a_minute else Pace()
    assignment = parse_assignment(document, vocabulary)
    return ReadCase(document, review_deck(assignment, read_deck(slides), vocabulary, pace, similarity))


def has_case(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> bool:
    """Whether there is a case: an assignment is given, or the invitation names one."""
    named = preparation.meeting is not None and preparation.meeting.case is not None
    return named or newest(uow, kept, DocumentKind.CASE) is not None


def newest(uow: UnitOfWork, kept: StoredPreparation, kind: DocumentKind) -> StoredDocument | None:
    """The document of this kind given last."""
    return next((one for one in reversed(uow.documents.of(kept.id)) if one.kind == kind.value), None)


def see_case(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    vocabulary: Vocabulary,
    similarity: Similarity | None,
    brief: Document | None,
    deck: Document | None,
    today: dt.date,
) -> SeenCase:
    """The case as it stands; `brief` and `deck` are the newest documents as they read."""
    assignment, struck = _assignment(uow, kept, preparation, vocabulary, brief)
    pace = pace_measured(uow, kept)
    given = _lengths(uow, kept)
    day = preparation.start.date() if preparation.start else None
    working = (
        make_working_plan(today, day, assignment.working.value if assignment.working else None) if assignment else ()
    )
    review = None
    if assignment and deck:
        review = review_deck(assignment, read_deck(deck.content), vocabulary, pace, similarity)
    bank = load_questions()
    return SeenCase(
        brief=newest(uow, kept, DocumentKind.CASE),
        deck=newest(uow, kept, DocumentKind.DECK),
        invited=brief is None and assignment is not None,
        assignment=assignment,
        struck=struck,
        outline=make_outline(assignment, given) if assignment else (),
        working=working,
        review=review,
        pace=pace,
        feared=tuple(_feared(uow, kept, number) for number in FEARED),
        runs=tuple(run for run in uow.runs.of(kept.id) if run.kind == KIND),
        given=given,
        follow_ups=tuple(one for one in bank.templates if one.id.startswith(_GROUP)),
    )


def _assignment(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary, brief: Document | None
) -> tuple[Assignment | None, tuple[str, ...]]:
    note = uow.notes.read(kept.id, _MINUTES)
    minutes = int(note.text) if note and note.text.isdecimal() else None
    if brief is None:
        task = preparation.meeting.case if preparation.meeting else None
        if task is None:
            return None, ()
        read, digest = assignment_of_invitation(task), task.quote.document
    else:
        read, digest = parse_assignment(brief, vocabulary), brief.digest
    said = [
        Correction(one.document, one.words, Action(one.action))
        for one in uow.corrections.of(digest)
        if one.field == KIND and one.action in (Action.STRIKE.value, Action.ADD.value)
    ]
    known = {demand.words for demand in read.demands}
    struck = tuple(one.words for one in said if one.action is Action.STRIKE and one.words in known)
    return correct_assignment(read, said, minutes), struck


def strike_demand(
    uow: UnitOfWork, kept: StoredPreparation, digest: str, words: str, now: dt.datetime, *, back: bool
) -> None:
    """Take a demand away, or bring it back; an added one goes for good."""
    _mine(uow, kept, digest)
    earlier = [one for one in uow.corrections.of(digest) if one.words == words and one.field == KIND]
    for one in earlier:
        uow.corrections.take_back(one.id)
    if not back and not any(one.action == Action.ADD.value for one in earlier):
        uow.corrections.say(digest, words, Action.STRIKE.value, now, field=KIND)


def add_demand(uow: UnitOfWork, kept: StoredPreparation, digest: str, words: str, now: dt.datetime) -> None:
    """A demand the reading did not find. Raises InvalidInput."""
    _mine(uow, kept, digest)
    words = fold(words)
    if not words:
        raise InvalidInput("demand", "missing")
    if len(words) > 400 or len(uow.corrections.of(digest)) >= _MOST_DEMANDS:
        raise InvalidInput("demand", "too_long")
    uow.corrections.say(digest, words, Action.ADD.value, now, field=KIND)


def _mine(uow: UnitOfWork, kept: StoredPreparation, digest: str) -> None:
    if not uow.documents.count(preparation=kept.id, digest=digest):
        raise NotFound("document", digest)


def set_minutes(uow: UnitOfWork, kept: StoredPreparation, text: str, now: dt.datetime) -> None:
    """The time given, when the assignment does not say it or says it wrongly; "" leaves it to the assignment."""
    text = text.strip()
    if text and not (text.isascii() and text.isdigit() and len(text) < 4 and 0 < int(text) <= _MOST_MINUTES):
        raise InvalidInput("minutes", "no_minutes")
    _write(uow, kept, _MINUTES, text, now)


def set_lengths(uow: UnitOfWork, kept: StoredPreparation, lengths: dict[str, str], now: dt.datetime) -> None:
    """Minutes for the parts of the talk, by key; "" lets a part share what is left. Raises InvalidInput."""
    lines = []
    for key, text in lengths.items():
        said = text.strip().replace(",", ".")
        if not said:
            continue
        try:
            minutes = float(said)
        except ValueError:
            minutes = -1.0
        if not 0 <= minutes <= _MOST_MINUTES:
            raise InvalidInput(key, "no_minutes")
        lines.append(f"{round(minutes * 60)}\t{fold(key)}")
    _write(uow, kept, _OUTLINE, "\n".join(lines), now)


def _lengths(uow: UnitOfWork, kept: StoredPreparation) -> dict[str, int]:
    note = uow.notes.read(kept.id, _OUTLINE)
    pairs = [line.split("\t", 1) for line in note.text.splitlines() if "\t" in line] if note else []
    return {key: int(seconds) for seconds, key in pairs if seconds.isdecimal() and len(seconds) < 6}


def _write(uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, now: dt.datetime) -> None:
    stands = uow.notes.read(kept.id, key)
    uow.notes.write(kept.id, key, text, stands.version if stands else 0, now)


def write_feared(
    uow: UnitOfWork, kept: StoredPreparation, number: str, text: str, version: str, now: dt.datetime
) -> int:
    """Keeps a question one fears with its answer; the version now standing. Raises BothTexts, InvalidInput."""
    key = _feared_key(number)
    if len(text) > LONGEST:
        raise InvalidInput("text", "too_long")
    return uow.notes.write(kept.id, key, text, int(version) if version.isdecimal() else 0, now).version


def settle_feared(
    uow: UnitOfWork, kept: StoredPreparation, number: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """Chooses between two texts. Raises NotFound."""
    uow.notes.settle(kept.id, _feared_key(number), draft, now, use=use)


def _feared_key(number: str) -> str:
    if number not in {str(one) for one in FEARED}:
        raise NotFound("note", number)
    return f"case.feared.{number}"


def _feared(uow: UnitOfWork, kept: StoredPreparation, number: int) -> FearedQuestion:
    key = _feared_key(str(number))
    note = uow.notes.read(kept.id, key)
    return FearedQuestion(number, note.text if note else "", note.version if note else 0, uow.notes.lost(kept.id, key))


def pace_measured(uow: UnitOfWork, kept: StoredPreparation) -> Pace:
    """The person's own pace over all recorded answers whose words are known; the planning pace until then (TM4)."""
    recordings = {row.id: row for row in uow.recordings.of(kept.id)}
    words, seconds = 0, 0.0
    for attempt in uow.attempts.of(kept.id):
        row = recordings.get(attempt.recording)
        measures = Measures.of(row.measures) if row else None
        if measures and attempt.answer.strip():
            words += spoken(attempt.answer).words
            seconds += measures.spoken
    found = own_pace(words, seconds, with_pauses=True) if words >= _FEWEST_WORDS else None
    return found or Pace()


# --- Runs


@dataclass(frozen=True, slots=True)
class SeenCaseRun:
    """A run through the talk: its parts with their plans, when they changed, the limit, and how it went."""

    run: Run
    titles: tuple[str, ...]
    kinds: tuple[str, ...]
    planned: tuple[int, ...]
    changes: tuple[float, ...]
    limit: int
    ended: float | None
    scores: dict[str, int]
    parts: tuple[RunPart, ...]

    @property
    def at(self) -> int:
        """The part one is in."""
        return min(len(self.changes), len(self.planned) - 1)


def begin_run(uow: UnitOfWork, kept: StoredPreparation, outline: Sequence[OutlinePart], now: dt.datetime) -> Run:
    """A run from the start; one left open is ended where it was. Raises InvalidInput without a plan."""
    parts = [part for part in outline if part.kind is not PartKind.BUFFER]
    if not parts:
        raise InvalidInput("case", "missing")
    for run in uow.runs.of(kept.id):
        if run.kind == KIND and run.ended is None:
            _end(uow, run, _elapsed(run, run.changed), run.changed)
    state: dict[str, Any] = {
        "titles": [part.title for part in parts],
        "kinds": [part.kind.value for part in parts],
        "planned": [part.seconds for part in parts],
        "limit": sum(part.seconds for part in outline),
        "changes": [],
        "scores": {},
    }
    return uow.runs.add(preparation=kept.id, kind=KIND, state=state, begun=now, changed=now, ended=None)


def see_run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> SeenCaseRun:  # noqa: A002
    """A run as it stands. Raises NotFound."""
    run = _run(uow, kept, id)
    state = run.state
    ended = state.get("seconds")
    parts = compare(state["titles"], state["planned"], state["changes"], ended or 0.0) if run.ended else ()
    return SeenCaseRun(
        run, tuple(state["titles"]), tuple(state["kinds"]), tuple(state["planned"]), tuple(state["changes"]),
        state["limit"], ended, dict(state.get("scores", {})), parts,
    )  # fmt: skip


def next_part(uow: UnitOfWork, kept: StoredPreparation, id: str, part: str, clock: str, now: dt.datetime) -> None:  # noqa: A002
    """The part is over: the next begins, or the run ends. Of a part passed already, nothing (a doubled press)."""
    run = _run(uow, kept, id)
    changes = list(run.state["changes"])
    if run.ended is not None or part != str(len(changes)):
        return
    moment = _clock(clock, _elapsed(run, now), changes[-1] if changes else 0.0)
    if len(changes) + 1 >= len(run.state["planned"]):
        _end(uow, run, moment, now)
        return
    uow.runs.change(run.id, state={**run.state, "changes": [*changes, moment]}, changed=now)


def end_run(uow: UnitOfWork, kept: StoredPreparation, id: str, clock: str, now: dt.datetime) -> None:  # noqa: A002
    """The run ends here."""
    run = _run(uow, kept, id)
    if run.ended is None:
        changes = run.state["changes"]
        _end(uow, run, _clock(clock, _elapsed(run, now), changes[-1] if changes else 0.0), now)


def score_run(uow: UnitOfWork, kept: StoredPreparation, id: str, scores: dict[str, str], now: dt.datetime) -> None:  # noqa: A002
    """The person's own marks on the evaluation form (6.3)."""
    run = _run(uow, kept, id)
    marks = {name: int(mark) for name, mark in scores.items() if name in CRITERIA and mark in {"1", "2", "3", "4", "5"}}
    uow.runs.change(run.id, state={**run.state, "scores": marks}, changed=now)


def remove_run(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> str:  # noqa: A002
    """Deletes a run; the id to bring it back by. Raises NotFound."""
    return uow.undo.remove("runs", _run(uow, kept, id).id, now).id


def restore_run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> None:  # noqa: A002
    """Brings a deleted run back. Raises NotFound."""
    gone = uow.undo.get(id)
    if gone.kind != "runs" or gone.preparation != kept.id:
        raise NotFound("run", id)
    uow.undo.restore(id)


def _run(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Run:  # noqa: A002
    run = uow.runs.get(id)
    if run.preparation != kept.id or run.kind != KIND:
        raise NotFound("run", id)
    return run


def _end(uow: UnitOfWork, run: Run, seconds: float, now: dt.datetime) -> None:
    uow.runs.change(run.id, state={**run.state, "seconds": round(seconds, 1)}, changed=now, ended=now)


def _elapsed(run: Run, now: dt.datetime) -> float:
    return max(0.0, (now - run.begun).total_seconds())


def _clock(given: str, otherwise: float, least: float) -> float:
    """The browser's clock, which is exact; the server's where no script counts."""
    try:
        told = float(given)
    except ValueError:
        told = otherwise
    return round(told if least <= told < 86_400 else max(least, otherwise), 1)
