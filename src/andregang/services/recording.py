"""Recordings: begun, kept piece by piece, measured, played, and erased when their time is over."""

import base64
import binascii
import datetime as dt
import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.recording import (
    PIECE,
    Measures,
    Pace,
    choices,
    keep_until,
    may_erase,
    measure,
    media_type,
    next_piece,
    pace_of,
)
from andregang.domain.writing import spoken
from andregang.speech import SoundUnreadable, can_decode, measure_sound, with_duration
from andregang.store import Attempt, Recording, Store, StoredPreparation, UnitOfWork

OPEN, WHOLE = "open", "whole"
PAGE = 50
"""Recordings shown on one page."""

_STARTED = "started"
_LOWEST, _STEPS = -100.0, 2.0


@dataclass(frozen=True, slots=True)
class SeenRecording:
    """A recording as it is shown: `asked` is the question in words, "" for none.

    `seconds` is its length as far as it is known, else None; `overdue` when its last day has passed.
    """

    recording: Recording
    asked: str
    seconds: float | None
    measures: Measures | None
    pace: Pace | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class SeenRecordings:
    """The newest first. `interrupted` were broken off and are offered; `days` are the last days one can choose."""

    recordings: tuple[SeenRecording, ...]
    interrupted: tuple[SeenRecording, ...]
    total: int
    days: tuple[dt.date | None, ...]
    measurable: bool


def see_recordings(
    uow: UnitOfWork,
    kept: StoredPreparation,
    today: dt.date,
    *,
    interview: dt.date | None = None,
    asked: Mapping[str, str] | None = None,
    going_on: Collection[str] = (),
    page: int = 0,
) -> SeenRecordings:
    """The recordings of a preparation. `asked` are questions by key; `going_on` are ids being recorded just now."""
    rows = uow.recordings.of(kept.id)[::-1]
    sizes = uow.recordings.sizes(tuple(row.id for row in rows))
    attempts = {attempt.recording: attempt for attempt in uow.attempts.of(kept.id) if attempt.recording}

    def seen(row: Recording) -> SeenRecording:
        return _seen(row, sizes[row.id][0], attempts.get(row.id), (asked or {}).get(row.question, ""), today)

    whole = [row for row in rows if row.state == WHOLE and row.id in sizes]
    broken = [row for row in rows if row.state == OPEN and row.id in sizes and row.id not in going_on]
    shown = tuple(seen(row) for row in whole[page * PAGE : (page + 1) * PAGE])
    days = tuple(choices(interview, today))
    return SeenRecordings(shown, tuple(map(seen, broken)), len(whole), days, can_decode())


def see_one(uow: UnitOfWork, kept: StoredPreparation, id: str, today: dt.date) -> SeenRecording:  # noqa: A002
    """One recording, with what was answered in it. Raises NotFound."""
    row = recording_of(uow, kept, id)
    return _seen(row, pieces_kept(uow, id), uow.attempts.find(preparation=kept.id, recording=id), "", today)


def _seen(row: Recording, pieces: int, attempt: Attempt | None, asked: str, today: dt.date) -> SeenRecording:
    measures = Measures.of(row.measures)
    seconds = measures.duration if measures else pieces * PIECE if row.state == OPEN else None
    words = spoken(attempt.answer).words if attempt else 0
    pace = pace_of(measures, words) if measures else None
    overdue = row.keep_until is not None and row.keep_until < today
    return SeenRecording(row, attempt.asked if attempt else asked, seconds, measures, pace, overdue)


def begin(
    uow: UnitOfWork, kept: StoredPreparation, question: str, mime: str, now: dt.datetime, interview: dt.date | None
) -> Recording:
    """A recording that is open for pieces. Raises InvalidInput for what is no sound."""
    return uow.recordings.add(
        preparation=kept.id,
        question=question[:200],
        mime=media_type(mime),
        state=OPEN,
        measures={},
        begun=now,
        keep_until=keep_until(interview, now.date()),
    )


def append(uow: UnitOfWork, kept: StoredPreparation, id: str, number: int, data: bytes) -> int:  # noqa: A002
    """Keeps a piece; how many there are now. One that is kept already is left as it is.

    Raises NotFound, or InvalidInput for a piece out of order, another one with a number that is taken, one too many
    bytes, or a recording that was stopped.
    """
    recording = recording_of(uow, kept, id)
    count, size = uow.recordings.sizes((id,)).get(id, (0, 0))
    if next_piece(number, count, size, len(data)):
        if recording.state != OPEN:
            raise InvalidInput("piece", "stopped")
        uow.recordings.append(id, number, data)
        return count + 1
    if not uow.recordings.is_piece(id, number, data):
        raise InvalidInput("piece", "out_of_order")
    return count


def pieces_kept(uow: UnitOfWork, id: str) -> int:  # noqa: A002
    """How many pieces there are, which is the number of the next."""
    return uow.recordings.sizes((id,)).get(id, (0, 0))[0]


def recording_of(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Recording:  # noqa: A002
    """A recording of this preparation. Raises NotFound."""
    found = uow.recordings.get(id)
    if found.preparation != kept.id:
        raise NotFound("recording", id)
    return found


def sound_of(uow: UnitOfWork, kept: StoredPreparation, id: str) -> tuple[str, bytes]:  # noqa: A002
    """The kind of sound and the sound, so that it can be played and wound. Raises NotFound or StoreDamaged."""
    recording = recording_of(uow, kept, id)
    return recording.mime, _playable(uow.recordings.data(id))


def sound_called(uow: UnitOfWork, id: str) -> bytes:  # noqa: A002
    """The sound of a recording of any preparation. Raises NotFound or StoreDamaged."""
    return uow.recordings.data(uow.recordings.get(id).id)


@functools.lru_cache(maxsize=2)
def _playable(data: bytes) -> bytes:
    """A player asks for one recording many times, a part at a time."""
    return with_duration(data)


def measures_from(data: bytes, levels: str = "") -> Measures | None:
    """What was measured in the sound; by the browser's `levels` when it cannot be read here; None without either."""
    try:
        return measure_sound(data)
    except SoundUnreadable:
        heard = levels_of(levels)
        return measure(heard, by="browser") if heard else None


def levels_of(text: str) -> list[float]:
    """The browser's levels: base64 of a byte for each hundredth of a second, half a decibel a step from -100."""
    try:
        return [_LOWEST + step / _STEPS for step in base64.b64decode(text, validate=True)]
    except (binascii.Error, ValueError):
        return []


def finish(uow: UnitOfWork, kept: StoredPreparation, id: str, measures: Measures | None) -> Recording:  # noqa: A002
    """Closes a recording that was stopped, or broken off and then kept. Raises NotFound."""
    recording = recording_of(uow, kept, id)
    return uow.recordings.change(id, state=WHOLE, measures=measures.values() if measures else dict(recording.measures))


def keep_file(
    uow: UnitOfWork,
    kept: StoredPreparation,
    question: str,
    mime: str,
    data: bytes,
    measures: Measures | None,
    now: dt.datetime,
    interview: dt.date | None,
) -> Recording:
    """Keeps a recording that was made elsewhere. Raises InvalidInput for what is no sound, or too large."""
    next_piece(0, 0, 0, len(data))
    made = begin(uow, kept, question, mime, now, interview)
    uow.recordings.append(made.id, 0, data)
    return finish(uow, kept, made.id, measures)


def remove(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> None:  # noqa: A002
    """Deletes a recording; it can be brought back until that is given up. Raises NotFound."""
    uow.undo.remove("recordings", recording_of(uow, kept, id).id, now)


def removed_id(uow: UnitOfWork, id: str) -> str:  # noqa: A002
    """What to restore to bring a deleted recording back, "" when it is gone for good."""
    for gone in uow.undo.in_order():
        if gone.kind == "recordings" and any(raw["id"] == id for raw in gone.rows.get("recordings", [])):
            return gone.id
    return ""


def bring_back(uow: UnitOfWork, id: str) -> None:  # noqa: A002
    """Brings a deleted recording back. Raises NotFound when it is gone for good."""
    uow.undo.restore(removed_id(uow, id))


def keep_to(uow: UnitOfWork, kept: StoredPreparation, id: str, day: str) -> Recording:  # noqa: A002
    """Its last day as ISO 8601, "" for until it is deleted. Raises InvalidInput or NotFound."""
    try:
        last = dt.date.fromisoformat(day) if day else None
    except ValueError as error:
        raise InvalidInput("keep_until", "no_date") from error
    return uow.recordings.change(recording_of(uow, kept, id).id, keep_until=last)


def erase_expired(store: Store, owner: str, today: dt.date) -> int:
    """Erases for good every recording whose last day has passed, deleted ones too; how many.

    Done when the program starts. After a leap of the clock nothing is erased at the first start.
    """
    with store.unit_of_work(owner) as uow:
        before = uow.choices.read(_STARTED)
        if before != today.isoformat():
            uow.choices.choose(_STARTED, today.isoformat())
            uow.commit()
        started = dt.date.fromisoformat(before) if before else today
        last_days = {row.id: row.keep_until for row in uow.recordings.all()}
        for gone in uow.undo.all():
            for raw in gone.rows.get("recordings", []):
                last_days[raw["id"]] = dt.date.fromisoformat(raw["keep_until"]) if raw["keep_until"] else None
    ids = frozenset(id for id, last in last_days.items() if may_erase(last, today, started))  # noqa: A001
    if ids:
        store.forget_recordings(owner, ids)
    return len(ids)
