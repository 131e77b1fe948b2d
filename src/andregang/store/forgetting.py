"""Deleting for good: first the rows, then what only they needed; `sqlite.erase_deleted` then removes the bytes."""

from sqlalchemy import ColumnElement, Table, and_, delete, or_, select

from andregang.store import tables
from andregang.store.attempts import Attempts
from andregang.store.documents import Documents
from andregang.store.readings import Readings
from andregang.store.recordings import Recordings
from andregang.store.rows import Mine
from andregang.store.undo import Undo


def forget(mine: Mine, preparation: str | None) -> None:
    """Deletes a preparation with all that belongs to it, also what could have been brought back; or everything."""
    if preparation is None:
        for table in reversed(tables.schema.sorted_tables):
            _delete(mine, table)
        return
    for table in reversed(tables.PARTS):
        _delete(mine, table, table.c.preparation == preparation)
    _delete(mine, tables.preparations, tables.preparations.c.id == preparation)
    Undo(mine).empty(preparation)
    sweep(mine)


def empty_undo(mine: Mine) -> None:
    """Deletes what could have been brought back."""
    Undo(mine).empty()
    sweep(mine)


def forget_recordings(mine: Mine, ids: frozenset[str]) -> None:
    """Deletes recordings, also those that could have been brought back; what was said in them otherwise stays."""
    recordings, undo, attempts = Recordings(mine), Undo(mine), Attempts(mine)
    for id in ids:  # noqa: A001
        recordings.delete(id=id)
        for attempt in attempts.all(recording=id):
            attempts.change(attempt.id, recording="")
    for gone in undo.all():
        held = gone.rows.get("recordings", [])
        left = [raw for raw in held if raw["id"] not in ids]
        if gone.kind == "recordings" and not left:
            undo.delete(id=gone.id)
        elif len(left) < len(held):
            undo.change(gone.id, rows={**gone.rows, "recordings": left})
    sweep(mine)


def sweep(mine: Mine) -> None:
    """Deletes originals, readings, corrections and sound of what is neither here nor can be brought back."""
    documents, undo, readings, recordings = Documents(mine), Undo(mine), Readings(mine), Recordings(mine)
    recordings.drop_pieces(frozenset(kept.id for kept in recordings.all()) | undo.recordings())
    query = select(tables.documents.c.digest).where(tables.documents.c.owner == mine.owner)
    here = frozenset(mine.connection.execute(query).scalars()) | undo.digests()
    documents.drop_originals(here)
    for digest in readings.digests() - here:
        readings.drop(digest)
    words = tables.corrections.c
    gone = or_(words.document.not_in(here), and_(words.other_document != "", words.other_document.not_in(here)))
    _delete(mine, tables.corrections, gone)


def _delete(mine: Mine, table: Table, *rules: ColumnElement[bool]) -> None:
    mine.connection.execute(delete(table).where(table.c.owner == mine.owner, *rules))
