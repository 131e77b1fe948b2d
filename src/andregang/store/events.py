"""What happened in a process, in order: a document given, a time moved, a preparation begun."""

import datetime as dt
from typing import Any

from andregang.store import tables
from andregang.store.records import Event
from andregang.store.rows import Mine, Rows


class Events(Rows[Event]):
    """The log of a preparation; nothing is written over."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.events, Event, "event")

    def of(self, preparation: str) -> tuple[Event, ...]:
        return self.all("at", preparation=preparation)

    def log(self, preparation: str, kind: str, now: dt.datetime, **detail: Any) -> Event:
        """Something happened: `kind` is a stable key, `detail` plain values."""
        return self.add(preparation=preparation, at=now, kind=kind, detail=detail)
