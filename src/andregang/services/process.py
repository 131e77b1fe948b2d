"""The process: rounds, messages and what they changed, people by side, checklists, and what was written down."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.content import load_decisions
from andregang.domain.decision import MUST_KNOW, Known
from andregang.domain.errors import NotFound
from andregang.domain.evidence import item_key, same_words
from andregang.domain.examples import SERVED
from andregang.domain.job_ad import AdItem
from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.meeting.history import Told, history
from andregang.domain.preparation import Preparation
from andregang.domain.process import (
    LAST_ROUND,
    Contact,
    InterviewRound,
    Next,
    Promise,
    checklists_now,
    contacts_of,
    current_number,
    doubts_key,
    lines_of,
    promises_key,
    promises_of,
    rounds_of,
    what_comes,
)
from andregang.domain.readiness import Standing, worst_first
from andregang.domain.text import Language
from andregang.store import Draft, Note, StoredPreparation, UnitOfWork

MESSAGES = 50
"""Messages shown on one page."""

PARTS = {"lovet": promises_key, "tvil": doubts_key}
"""The lists written after a round, by what their address says."""

_PROPOSED = 5


@dataclass(frozen=True, slots=True)
class SeenMessage:
    """A message with what it changed; `at` is when it was written, else when it was given."""

    told: Told
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class SeenProcess:
    """The process as it stands; messages newest first, contacts by side, `ticked` the ids of lines ticked off."""

    rounds: tuple[InterviewRound, ...]
    coming: tuple[Next, ...]
    messages: tuple[SeenMessage, ...]
    older: int
    contacts: Mapping[Side, tuple[Contact, ...]]
    lists_now: tuple[str, ...]
    ticked: frozenset[str]
    current: int


@dataclass(frozen=True, slots=True)
class SeenRound:
    """A round, what was written about it with its version, and texts that lost a race with it."""

    round: InterviewRound
    text: str
    version: int
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A list as it stands, one line each, with its version and the texts that lost a race with it."""

    text: str
    version: int
    drafts: tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What they may still doubt; `item` is the line of the ad it is about, when it is one."""

    words: str
    item: AdItem | None
    key: str


@dataclass(frozen=True, slots=True)
class SeenAfter:
    """What is settled after a round: what was promised, what they may still doubt (the hypothesis anew), and what the
    next round needs. `proposed` are lines of the ad that are not well covered and not doubted yet; `undecided` the
    words of the decisions that must be known and are not."""

    promised: WrittenList
    promises: tuple[Promise, ...]
    doubted: WrittenList
    doubts: tuple[Doubt, ...]
    proposed: tuple[Doubt, ...]
    undecided: tuple[str, ...]

    @property
    def open_promises(self) -> tuple[str, ...]:
        return tuple(one.words for one in self.promises if not one.kept)


def see_process(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> SeenProcess:
    """All that has happened and comes."""
    rounds = rounds_of(preparation, _kept_rounds(uow, kept))
    given = {document.digest: document.added for document in uow.documents.of(kept.id)}
    told = history(preparation.messages[::-1])[::-1]
    messages = tuple(
        SeenMessage(one, one.message.sent or given.get(one.message.document.digest)) for one in told[:MESSAGES]
    )
    known = [Attendee(row.name, row.role, _side(row.side)) for row in uow.people.of(kept.id)]
    contacts = contacts_of(
        preparation, attendees(preparation.meeting.participants if preparation.meeting else (), known)
    )
    return SeenProcess(
        rounds,
        what_comes(preparation, rounds),
        messages,
        max(0, len(told) - MESSAGES),
        {side: tuple(one for one in contacts if one.side is side) for side in Side},
        checklists_now(preparation, rounds),
        frozenset(mark.task.removeprefix("line-") for mark in uow.plan_marks.of(kept.id) if mark.done),
        current_number(preparation),
    )


def see_round(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, number: int) -> SeenRound:
    """One round. Raises NotFound for a number that is no round."""
    if not 1 <= number <= LAST_ROUND:
        raise NotFound("round", str(number))
    kept_rounds = _kept_rounds(uow, kept)
    kept_rounds.setdefault(number, InterviewRound(number))
    one = next(r for r in rounds_of(preparation, kept_rounds) if r.number == number)
    note = uow.notes.read(kept.id, _key(number))
    return SeenRound(one, note.text if note else "", note.version if note else 0, uow.notes.lost(kept.id, _key(number)))


def write_about(
    uow: UnitOfWork, kept: StoredPreparation, number: int, text: str, version: int, now: dt.datetime
) -> Note | None:
    """What was said in a round. Raises BothTexts when another window wrote meanwhile; the text is then kept beside."""
    if not text.strip() and uow.notes.read(kept.id, _key(number)) is None:
        return None
    return uow.notes.write(kept.id, _key(number), text, version, now)


def settle_about(
    uow: UnitOfWork, kept: StoredPreparation, number: int, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between the two texts: takes the one kept beside, or lets it go."""
    uow.notes.settle(kept.id, _key(number), draft, now, use=use)


def keep_round(uow: UnitOfWork, kept: StoredPreparation, said: InterviewRound, *, current: bool) -> None:
    """When and where a round was, and what it led to; of the current one only the answer, for its messages tell the
    rest."""
    values: dict[str, str | dt.date | None] = {"answer_by": said.answer_by, "outcome": said.outcome}
    if not current:
        values |= {"begins": said.begins, "place": said.place, "side": said.side.value}
    uow.rounds.write(kept.id, said.number, **values)


def see_after(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, language: Language) -> SeenAfter:
    """What the person wrote after the round prepared for, and what follows for the next."""
    number = current_number(preparation)
    promised, doubted = (_list(uow, kept, key(number)) for key in PARTS.values())
    done = {mark.task for mark in uow.plan_marks.of(kept.id) if mark.done}
    items = preparation.ad.of_kind(*SERVED) if preparation.ad else ()
    doubts = tuple(_doubt(words, items) for words in lines_of(doubted.text))
    known = {row.decision for row in uow.standings.of(kept.id) if not row.offer and row.known != Known.UNKNOWN.value}
    lines = worst_first(preparation.matches, cv_given=preparation.cv is not None)
    weak = [match.item for match, standing in lines if standing in (Standing.NOT_FOUND, Standing.THIN)]
    keys = {one.key for one in doubts}
    proposed = [Doubt(item.quote.words, item, item_key(item)) for item in weak if item_key(item) not in keys]
    undecided = (one for one in load_decisions() if one.id in MUST_KNOW and one.id not in known)
    return SeenAfter(
        promised,
        promises_of(promised.text, done),
        doubted,
        doubts,
        tuple(proposed[:_PROPOSED]),
        tuple(one.words[language] for one in undecided),
    )


def write_list(
    uow: UnitOfWork, kept: StoredPreparation, number: int, part: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    """A list written after a round. Raises BothTexts when another window wrote meanwhile, NotFound for no such list."""
    key = _list_key(part, number)
    if not text.strip() and uow.notes.read(kept.id, key) is None:
        return None
    return uow.notes.write(kept.id, key, text, version, now)


def add_line(uow: UnitOfWork, kept: StoredPreparation, number: int, part: str, words: str, now: dt.datetime) -> None:
    """One more line, last; the same when it is there."""
    key = _list_key(part, number)
    note = uow.notes.read(kept.id, key)
    text = note.text if note else ""
    if words and words not in lines_of(text):
        lines = [line for line in (text.rstrip(), words) if line]
        uow.notes.write(kept.id, key, "\n".join(lines), note.version if note else 0, now)


def settle_list(
    uow: UnitOfWork, kept: StoredPreparation, number: int, part: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between the two lists. Raises NotFound."""
    uow.notes.settle(kept.id, _list_key(part, number), draft, now, use=use)


def keep_promise(
    uow: UnitOfWork, kept: StoredPreparation, number: int, promise: str, now: dt.datetime, *, done: bool
) -> None:
    """A promise kept, or open again. Raises NotFound for one that stands in no list."""
    text = _list(uow, kept, promises_key(number)).text
    if not any(one.id == promise for one in promises_of(text, ())):
        raise NotFound("promise", promise)
    uow.plan_marks.mark_done(kept.id, promise, now if done else None)


def _list(uow: UnitOfWork, kept: StoredPreparation, key: str) -> WrittenList:
    note = uow.notes.read(kept.id, key)
    return WrittenList(note.text if note else "", note.version if note else 0, uow.notes.lost(kept.id, key))


def _list_key(part: str, number: int) -> str:
    if part not in PARTS:
        raise NotFound("list", part)
    return PARTS[part](number)


def _doubt(words: str, items: Sequence[AdItem]) -> Doubt:
    item = next((one for one in items if same_words(one.quote.words, words)), None)
    return Doubt(words, item, item_key(item) if item else "")


def tick_line(uow: UnitOfWork, kept: StoredPreparation, line: str, now: dt.datetime, *, done: bool) -> None:
    """A line of a checklist ticked off, or opened again."""
    uow.plan_marks.mark_done(kept.id, f"line-{line}", now if done else None)


def log_message(uow: UnitOfWork, kept: StoredPreparation, name: str, now: dt.datetime) -> None:
    """A message was given."""
    uow.events.log(kept.id, "message", now, name=name)


def _kept_rounds(uow: UnitOfWork, kept: StoredPreparation) -> dict[int, InterviewRound]:
    written = {note.key for note in uow.notes.of(kept.id) if note.text.strip()}
    rounds = {
        row.number: InterviewRound(
            row.number, row.begins, row.ends, row.place, _side(row.side), row.answer_by, row.outcome
        )
        for row in uow.rounds.of(kept.id)
        if 1 <= row.number <= LAST_ROUND
    }
    for number in range(1, LAST_ROUND + 1):
        if _key(number) in written:
            one = rounds.get(number, InterviewRound(number))
            rounds[number] = InterviewRound(
                number, one.begins, one.ends, one.place, one.side, one.answer_by, one.outcome, written=True
            )
    return rounds


def _key(number: int) -> str:
    return f"round:{number}"


def _side(value: str) -> Side:
    return Side(value) if value in {side.value for side in Side} else Side.UNKNOWN
