"""What the person says about a reading: kept by the words it is about, so that no new reader loses it."""

import datetime as dt

from andregang.store import tables
from andregang.store.records import Correction
from andregang.store.rows import Mine, Rows


class Corrections(Rows[Correction]):
    """Corrections by the digest of the document they are about. The last word on the same thing stands."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.corrections, Correction, "correction")

    def of(self, *documents: str) -> tuple[Correction, ...]:
        """The corrections of documents with these digests, in the order they were made."""
        return self.all("made", document=tuple(dict.fromkeys(documents))) if documents else ()

    def say(
        self,
        document: str,
        words: str,
        action: str,
        now: dt.datetime,
        *,
        field: str = "",
        value: str = "",
        other_document: str = "",
        other_words: str = "",
    ) -> Correction:
        """Keeps a correction; one that speaks of the same words, field and other end gives way to it."""
        about = {
            "document": document,
            "words": words,
            "field": field,
            "other_document": other_document,
            "other_words": other_words,
        }
        self.delete(**self.encode(about))
        return self.add(**about, action=action, value=value, made=now)

    def take_back(self, id: str) -> None:  # noqa: A002
        """Drops a correction: the reading stands again."""
        self.get(id)
        self.delete(id=id)
