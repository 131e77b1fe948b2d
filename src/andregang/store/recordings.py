"""Recordings: kept piece by piece as they are spoken, so that a crash takes the last piece at most."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import ColumnElement, and_, delete, func, insert, select

from andregang.domain.errors import NotFound
from andregang.store import tables
from andregang.store.errors import StoreDamaged
from andregang.store.records import Recording
from andregang.store.rows import Mine, Rows

_pieces = tables.recording_pieces


class Recordings(Rows[Recording]):
    """Recordings of a preparation, the first begun first; the sound itself in numbered pieces."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.recordings, Recording, "recording")

    def of(self, preparation: str) -> tuple[Recording, ...]:
        return self.all("begun", preparation=preparation)

    def append(self, id: str, number: int, data: bytes) -> bool:  # noqa: A002
        """Keeps piece `number` (from 0) of a recording; False when that piece is there already.

        `NotFound` when there is no such recording of mine.
        """
        if not self.count(id=id):
            raise NotFound(self.kind, id)
        there = self.connection.execute(select(_pieces.c.number).where(self._piece(id), _pieces.c.number == number))
        if there.scalar() is not None:
            return False
        digest = hashlib.sha256(data).hexdigest()
        row = {"owner": self.owner, "recording": id, "number": number, "digest": digest, "data": data}
        self.connection.execute(insert(_pieces).values(**row))
        return True

    def pieces(self, id: str) -> Iterator[bytes]:  # noqa: A002
        """The pieces in order; `StoreDamaged` at one that is not what was written."""
        query = select(_pieces.c.digest, _pieces.c.data).where(self._piece(id)).order_by(_pieces.c.number)
        for digest, data in self.connection.execute(query):
            if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != digest:
                raise StoreDamaged("recording", id)
            yield data

    def data(self, id: str) -> bytes:  # noqa: A002
        """The whole recording; `StoreDamaged` when a piece is not what was written."""
        return b"".join(self.pieces(id))

    def size(self, id: str) -> int:  # noqa: A002
        """Bytes kept so far."""
        return self.sizes((id,)).get(id, (0, 0))[1]

    def sizes(self, ids: tuple[str, ...]) -> dict[str, tuple[int, int]]:
        """How many pieces and bytes are kept of each of these recordings; one with none is not among them."""
        query = select(_pieces.c.recording, func.count(), func.sum(func.length(_pieces.c.data))).where(
            _pieces.c.owner == self.owner, _pieces.c.recording.in_(ids)
        )
        found = self.connection.execute(query.group_by(_pieces.c.recording))
        return {recording: (int(count), int(size)) for recording, count, size in found}

    def is_piece(self, id: str, number: int, data: bytes) -> bool:  # noqa: A002
        """Whether this is what is kept as piece `number`."""
        query = select(_pieces.c.digest).where(self._piece(id), _pieces.c.number == number)
        return bool(self.connection.execute(query).scalar() == hashlib.sha256(data).hexdigest())

    def drop_pieces(self, keep: frozenset[str]) -> None:
        """Deletes the sound of all recordings but these."""
        query = select(_pieces.c.recording).where(_pieces.c.owner == self.owner).distinct()
        for id in set(self.connection.execute(query).scalars()) - keep:  # noqa: A001
            self.connection.execute(delete(_pieces).where(self._piece(id)))

    def _piece(self, id: str) -> ColumnElement[bool]:  # noqa: A002
        return and_(_pieces.c.owner == self.owner, _pieces.c.recording == id)
