"""The process: rounds, messages and what they changed, people by side, checklists, and what was written down."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from andregang.domain.errors import NotFound
from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.meeting.history import Told, history
from andregang.domain.preparation import Preparation
from andregang.domain.process import (
    LAST_ROUND,
    Contact,
    InterviewRound,
    Next,
    checklists_now,
    contacts_of,
    current_number,
    rounds_of,
    what_comes,
)
from andregang.store import Draft, Note, StoredPreparation, UnitOfWork

MESSAGES = 50
"""Messages shown on one page."""


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
    drafts = tuple(draft for draft in uow.drafts.of(f"note:{_key(number)}") if draft.preparation == kept.id)
    return SeenRound(one, note.text if note else "", note.version if note else 0, drafts)


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
    lost = next((one for one in uow.drafts.of(f"note:{_key(number)}") if one.id == draft), None)
    if lost is None or lost.preparation != kept.id:
        raise NotFound("draft", draft)
    if use:
        note = uow.notes.read(kept.id, _key(number))
        uow.notes.write(kept.id, _key(number), lost.text, note.version if note else 0, now)
    uow.drafts.discard(draft)


def keep_round(uow: UnitOfWork, kept: StoredPreparation, said: InterviewRound, *, current: bool) -> None:
    """When and where a round was, and what it led to; of the current one only the answer, for its messages tell the
    rest."""
    values: dict[str, str | dt.date | None] = {"answer_by": said.answer_by, "outcome": said.outcome}
    if not current:
        values |= {"begins": said.begins, "place": said.place, "side": said.side.value}
    uow.rounds.write(kept.id, said.number, **values)


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
