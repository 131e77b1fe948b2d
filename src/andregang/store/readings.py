"""What a reader made of a document, by digest and reader version: a cache that may be dropped at any time."""

import json
from types import MappingProxyType

from sqlalchemy import and_, delete, insert, select

from andregang.domain.text import Block, BlockKind, DocumentText
from andregang.store import tables
from andregang.store.rows import Mine, as_json, seal

_readings = tables.readings


class Readings:
    """Frozen texts, so that a document is parsed once."""

    def __init__(self, mine: Mine) -> None:
        self.connection, self.owner = mine.connection, mine.owner

    def get(self, digest: str, reader: str) -> DocumentText | None:
        """The text kept for these bytes by this version of the readers; None when there is none or it is damaged."""
        query = select(_readings.c.content, _readings.c.seal).where(
            _readings.c.owner == self.owner, _readings.c.digest == digest, _readings.c.reader == reader
        )
        row = self.connection.execute(query).first()
        if row is None or _seal(digest, reader, row.content) != row.seal:
            return None
        return _text_of(row.content)

    def keep(self, digest: str, reader: str, content: DocumentText) -> None:
        """Keeps a text, and drops what older readers made of the same bytes."""
        written = _json_of(content)
        self.connection.execute(
            delete(_readings).where(and_(_readings.c.owner == self.owner, _readings.c.digest == digest))
        )
        self.connection.execute(
            insert(_readings).values(
                owner=self.owner,
                digest=digest,
                reader=reader,
                content=written,
                seal=_seal(digest, reader, written),
            )
        )

    def drop(self, digest: str | None = None) -> None:
        """Forgets what was read of one document, or of all."""
        rule = _readings.c.owner == self.owner
        self.connection.execute(delete(_readings).where(and_(rule, _readings.c.digest == digest) if digest else rule))

    def digests(self) -> set[str]:
        return set(self.connection.execute(select(_readings.c.digest).where(_readings.c.owner == self.owner)).scalars())


def _seal(digest: str, reader: str, content: str) -> str:
    return seal({"digest": digest, "reader": reader, "content": content})


def _json_of(content: DocumentText) -> str:
    blocks = [[b.kind.value, b.start, b.end, b.level, b.path] for b in content.blocks]
    return as_json(
        {"text": content.text, "blocks": blocks, "format": content.format, "properties": dict(content.properties)}
    )


def _text_of(written: str) -> DocumentText:
    found = json.loads(written)
    blocks = tuple(Block(BlockKind(kind), *rest) for kind, *rest in found["blocks"])
    return DocumentText(found["text"], blocks, found["format"], MappingProxyType(found["properties"]))
