"""The documents of a preparation, and their original bytes, kept once by digest and checked when read."""

import datetime as dt
import hashlib

from sqlalchemy import ColumnElement, and_, delete, exists, insert, select

from andregang.domain.errors import NotFound
from andregang.store import tables
from andregang.store.errors import StoreDamaged
from andregang.store.records import StoredDocument
from andregang.store.rows import Mine, Rows

_originals = tables.originals


class Documents(Rows[StoredDocument]):
    """What the person gave, in the order given."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.documents, StoredDocument, "document")

    def of(self, preparation: str) -> tuple[StoredDocument, ...]:
        """The documents of a preparation, in order."""
        return self.all("position", preparation=preparation)

    def give(
        self,
        preparation: str,
        kind: str,
        name: str,
        data: bytes,
        now: dt.datetime,
        *,
        source: str = "file",
        address: str = "",
    ) -> StoredDocument:
        """Keeps a document. Given to the same preparation again, it takes the new kind and name."""
        digest = self.keep_original(data)
        known = self.find(preparation=preparation, digest=digest)
        if known:
            return self.change(known.id, kind=kind, name=name[:255])
        return self.add(
            preparation=preparation,
            digest=digest,
            name=name[:255],
            kind=kind,
            added=now,
            position=self.next_position(preparation=preparation),
            source=source,
            address=address,
            size=len(data),
        )

    def keep_original(self, data: bytes) -> str:
        """Stores the bytes unless they are there; their SHA-256 in hex."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.connection.execute(select(exists().where(self._original(digest)))).scalar_one():
            self.connection.execute(
                insert(_originals).values(owner=self.owner, digest=digest, size=len(data), data=data)
            )
        return digest

    def original(self, digest: str) -> bytes:
        """The bytes as they were given; `StoreDamaged` when they no longer are."""
        data = self.connection.execute(select(_originals.c.data).where(self._original(digest))).scalar()
        if data is None:
            raise NotFound("original", digest)
        # A flipped bit can make the bytes another type as well.
        if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != digest:
            raise StoreDamaged("original", digest)
        return data

    def drop_originals(self, keep: frozenset[str]) -> None:
        """Deletes all bytes but those with these digests."""
        digests = set(
            self.connection.execute(select(_originals.c.digest).where(_originals.c.owner == self.owner)).scalars()
        )
        for digest in digests - keep:
            self.connection.execute(delete(_originals).where(self._original(digest)))

    def _original(self, digest: str) -> ColumnElement[bool]:
        return and_(_originals.c.owner == self.owner, _originals.c.digest == digest)
