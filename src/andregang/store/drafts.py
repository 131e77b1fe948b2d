"""Texts that lost a race: kept beside the one that stands until the person has decided."""

import datetime as dt
from typing import Any

from andregang.store import tables
from andregang.store.records import Draft
from andregang.store.rows import Mine, Rows


class Drafts(Rows[Draft]):
    """A draft outlives a unit of work that is rolled back: `pending` is written when the unit ends, however it ends."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.drafts, Draft, "draft")
        self.pending: list[dict[str, Any]] = []

    def of(self, about: str) -> tuple[Draft, ...]:
        """The drafts of one text, oldest first."""
        return self.all("kept", about=about)

    def keep(self, about: str, text: str, now: dt.datetime, preparation: str | None = None) -> None:
        """Keeps a text that could not be written; the same text once."""
        self.pending.append({"about": about, "text": text, "kept": now, "preparation": preparation})

    def write_pending(self) -> None:
        for values in self.pending:
            if not self._belongs(values["preparation"]):
                values["preparation"] = None
            if not self.count(about=values["about"], text=values["text"]):
                self.add(**values)
        self.pending.clear()

    def discard(self, id: str) -> None:  # noqa: A002
        self.get(id)
        self.delete(id=id)
