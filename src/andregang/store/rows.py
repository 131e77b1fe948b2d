"""The rows of one table that belong to one owner: written, sealed, filtered and checked in one place.

SQLite does not notice a flipped bit inside a text, so each row carries the digest of its values and is checked when
it is read.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from andregang.domain.errors import NotFound
from andregang.store import tables
from andregang.store.errors import StoreDamaged

R = TypeVar("R")
Raw = dict[str, Any]


def as_json(value: Any) -> str:
    """A value as JSON, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _aware(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone")
    return moment


def _writable(text: str) -> str:
    """Text every database takes: no NUL, and no half of a surrogate pair."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


_WRITE: dict[str, Callable[[Any], Any]] = {
    "text": _writable,
    "number": int,
    "instant": lambda v: _aware(v).astimezone(dt.UTC).isoformat(timespec="microseconds"),
    "local_time": lambda v: _aware(v).isoformat(),
    "day": lambda v: v.isoformat(),
    "flag": int,
    "words": lambda v: as_json(list(v)),
    "values": as_json,
}
_READ: dict[str, Callable[[Any], Any]] = {
    "text": str,
    "number": int,
    "instant": dt.datetime.fromisoformat,
    "local_time": dt.datetime.fromisoformat,
    "day": dt.date.fromisoformat,
    "flag": bool,
    "words": lambda v: tuple(json.loads(v)),
    "values": json.loads,
}


def encode_value(column: Column[Any], value: Any) -> Any:
    """A value as its column stores it."""
    return None if value is None else _WRITE[column.info["as"]](value)


def decode_value(column: Column[Any], raw: Any) -> Any:
    """What a column stores, as a value."""
    return None if raw is None else _READ[column.info["as"]](raw)


def seal(raw: Raw) -> str:
    """The digest of a row's values as they are stored. Empty ones do not count, so that a new column changes none."""
    pairs = [(name, str(v)) for name, v in sorted(raw.items()) if v is not None]
    marked = "".join([f"{name}={len(text)}:{text};" for name, text in pairs if text])
    return hashlib.sha256(marked.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Mine:
    """Whose rows, on which connection, and where new ids come from."""

    connection: Connection
    owner: str
    new_id: Callable[[], str]


class Rows(Generic[R]):
    """The rows of `table` that belong to one owner, as `record` values; `kind` is what one is called when missing."""

    def __init__(self, mine: Mine, table: Table, record: Callable[..., R], kind: str) -> None:
        self.mine, self.table, self.record, self.kind = mine, table, record, kind
        self.connection, self.owner = mine.connection, mine.owner
        self.columns = [column for column in table.columns if "as" in column.info]
        self._readers = [(column.name, _READ[column.info["as"]]) for column in self.columns]

    def where(self, **equal: Any) -> ColumnElement[bool]:
        """Mine, and these columns equal these values, or are among them when a tuple is given."""
        columns = ((self.table.c[name], value) for name, value in equal.items())
        meant = (column.in_(v) if isinstance(v, tuple) else column == v for column, v in columns)
        return and_(self.table.c.owner == self.owner, *meant)

    def all(self, *order: str, **equal: Any) -> tuple[R, ...]:
        """The rows with these values, ordered by these columns."""
        return tuple(self.record(**self.decode(raw)) for raw in self.raw(*order, **equal))

    def page(self, *order: str, first: int, most: int, **equal: Any) -> tuple[R, ...]:
        """At most `most` of the rows `all` gives, from number `first` (0 is the first)."""
        return tuple(self.record(**self.decode(raw)) for raw in self.raw(*order, first=first, most=most, **equal))

    def raw(
        self, *order: str, damaged: list[str] | None = None, first: int = 0, most: int | None = None, **equal: Any
    ) -> list[Raw]:
        """The rows as stored, seal checked and left out. A broken seal raises, or is noted in `damaged`."""
        query = select(*self.columns, self.table.c.seal).where(self.where(**equal)).offset(first).limit(most)
        query = query.order_by(*(self.table.c[name] for name in (*order, "id")))
        names = [column.name for column in self.columns]
        found = []
        for *values, given in self.connection.execute(query):
            raw = dict(zip(names, values, strict=True))
            if seal(raw) == given:
                found.append(raw)
            elif damaged is None:
                raise StoreDamaged("row", self.table.name)
            else:
                damaged.append(self.table.name)
        return found

    def find(self, **equal: Any) -> R | None:
        """The one row with these values, or None."""
        rows = self.all(**equal)
        return rows[0] if rows else None

    def get(self, id: str) -> R:  # noqa: A002
        """The row with this id; `NotFound` when it is not there or not mine."""
        row = self.find(id=id)
        if row is None:
            raise NotFound(self.kind, id)
        return row

    def count(self, **equal: Any) -> int:
        return int(self.connection.execute(select(func.count()).where(self.where(**equal))).scalar_one())

    def add(self, **values: Any) -> R:
        """Stores a new row under a new id and hands it out as it will be read."""
        raw = self.encode({"id": self.mine.new_id(), **values})
        self.put([raw])
        return self.record(**self.decode(raw))

    def put(self, raws: Iterable[Raw]) -> None:
        """Stores rows given as `raw` gives them; a column an older row lacks is empty."""
        empty = {column.name: None if column.nullable else "" for column in self.columns}
        sealed = [{**empty, **raw, "owner": self.owner, "seal": seal(raw)} for raw in raws]
        if not sealed:
            return
        try:
            self.connection.execute(insert(self.table), sealed)
        except IntegrityError as error:
            # What it was to belong to was deleted in another window, or is another owner's.
            gone = next((raw["preparation"] for raw in sealed if not self._belongs(raw.get("preparation"))), None)
            if gone is None:
                raise
            raise NotFound("preparation", gone) from error

    def change(self, id: str, **values: Any) -> R:  # noqa: A002
        """Writes these values to a row; `NotFound` when it is not there or not mine."""
        rows = self.raw(id=id)
        if not rows:
            raise NotFound(self.kind, id)
        raw = {**rows[0], **self.encode(values)}
        written = {**raw, "seal": seal(raw)}
        self.connection.execute(update(self.table).where(self.where(id=id)).values(written))
        return self.record(**self.decode(raw))

    def delete(self, **equal: Any) -> int:
        """Deletes the rows with these values for good; how many there were."""
        return self.connection.execute(delete(self.table).where(self.where(**equal))).rowcount

    def next_position(self, **equal: Any) -> int:
        """One after the last `position` among the rows with these values."""
        query = select(func.max(self.table.c.position)).where(self.where(**equal))
        last = self.connection.execute(query).scalar_one()
        return 0 if last is None else int(last) + 1

    def encode(self, values: Mapping[str, Any]) -> Raw:
        return {name: encode_value(self.table.c[name], v) for name, v in values.items()}

    def decode(self, raw: Raw) -> Raw:
        return {
            name: value if value is None or read is str else read(value)
            for name, read in self._readers
            for value in (raw[name],)
        }

    def _belongs(self, preparation: str | None) -> bool:
        """Whether there is such a preparation of mine, or none is named."""
        there = tables.preparations.c
        query = select(exists().where(there.owner == self.owner, there.id == preparation))
        return preparation is None or bool(self.connection.execute(query).scalar_one())
