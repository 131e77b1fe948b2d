"""The case: the assignment and the deck as given, what the person says of them, and runs through the talk."""

import datetime as dt
from dataclasses import dataclass, field

from andregang.content import load_questions
from andregang.domain.case import (
    Assignment,
    CaseReview,
    OutlinePart,
    Pace,
    WorkingStep,
    assignment_of_invitation,
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
from andregang.store import Draft, Note, Run, StoredDocument, StoredPreparation, UnitOfWork

KIND = "case"
FEARED = (1, 2, 3)
"""The questions one fears, each a note: the question on its first line, the answer below (6.5)."""

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


def newest(uow: UnitOfWork, kept: StoredPreparation) -> tuple[StoredDocument | None, StoredDocument | None]:
    """The assignment and the presentation given last."""
    given = {one.kind: one for one in uow.documents.of(kept.id)}
    return given.get(DocumentKind.CASE.value), given.get(DocumentKind.DECK.value)


def see_case(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    vocabulary: Vocabulary,
    similarity: Similarity | None,
    given_documents: tuple[StoredDocument | None, StoredDocument | None],
    brief: Document | None,
    deck: Document | None,
    today: dt.date,
) -> SeenCase:
    """The case as it stands; `brief` and `deck` are the newest documents as they read."""
    notes = {note.key: note for note in uow.notes.of(kept.id) if note.key.startswith("case.")}
    assignment, struck = _assignment(uow, preparation, vocabulary, brief, notes.get(_MINUTES))
    pace = pace_measured(uow, kept) if deck else Pace()
    given = _lengths(notes.get(_OUTLINE))
    day = preparation.start.date() if preparation.start else None
    working = (
        make_working_plan(today, day, assignment.working.value if assignment.working else None) if assignment else ()
    )
    review = None
    if assignment and deck:
        review = review_deck(assignment, read_deck(deck.content), vocabulary, pace, similarity)
    bank = load_questions()
    return SeenCase(
        brief=given_documents[0],
        deck=given_documents[1],
        invited=brief is None and assignment is not None,
        assignment=assignment,
        struck=struck,
        outline=make_outline(assignment, given) if assignment else (),
        working=working,
        review=review,
        pace=pace,
        feared=tuple(_feared(uow, kept, number, notes.get(_feared_key(str(number)))) for number in FEARED),
        runs=tuple(run for run in uow.runs.of(kept.id) if run.kind == KIND),
        given=given,
        follow_ups=tuple(one for one in bank.templates if one.id.startswith(_GROUP)),
    )


def _assignment(
    uow: UnitOfWork, preparation: Preparation, vocabulary: Vocabulary, brief: Document | None, note: Note | None
) -> tuple[Assignment | None, tuple[str, ...]]:
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
        raise InvalidInput("minutes", "out_of_range")
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
            raise InvalidInput(key, "out_of_range")
        lines.append(f"{round(minutes * 60)}\t{fold(key)}")
    _write(uow, kept, _OUTLINE, "\n".join(lines), now)


def _lengths(note: Note | None) -> dict[str, int]:
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


def _feared(uow: UnitOfWork, kept: StoredPreparation, number: int, note: Note | None) -> FearedQuestion:
    if note is None:
        return FearedQuestion(number, "", 0, ())
    return FearedQuestion(number, note.text, note.version, uow.notes.lost(kept.id, note.key))


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
