"""Any other text the person writes, by key: autosaved, and never lost to a second window."""

import datetime as dt

from andregang.domain.errors import NotFound
from andregang.store import tables
from andregang.store.drafts import Drafts
from andregang.store.errors import BothTexts
from andregang.store.records import Draft, Note
from andregang.store.rows import Mine, Rows


class Notes(Rows[Note]):
    """Texts by key, of one preparation or (with None) of the owner."""

    def __init__(self, mine: Mine, drafts: Drafts) -> None:
        super().__init__(mine, tables.notes, Note, "note")
        self.drafts = drafts

    def of(self, preparation: str | None) -> tuple[Note, ...]:
        return self.all("key", preparation=preparation)

    def read(self, preparation: str | None, key: str) -> Note | None:
        """The note as it stands; None when it was never written."""
        return self.find(preparation=preparation, key=key)

    def write(self, preparation: str | None, key: str, text: str, version: int, now: dt.datetime) -> Note:
        """Writes over the `version` that was read (0: nothing). When another version stands with other words, the
        new text is kept as a draft and `BothTexts` is raised with both."""
        stands = self.read(preparation, key)
        if stands is None:
            return self.add(preparation=preparation, key=key, text=text, version=1, changed=now)
        if stands.text == text:
            return stands
        if stands.version != version:
            self.drafts.keep(f"note:{key}", text, now, preparation)
            raise BothTexts("note", key, stands.text, text)
        return self.change(stands.id, text=text, version=version + 1, changed=now)

    def lost(self, preparation: str | None, key: str) -> tuple[Draft, ...]:
        """The texts that lost a race with the note of this key."""
        return tuple(draft for draft in self.drafts.of(f"note:{key}") if draft.preparation == preparation)

    def settle(self, preparation: str | None, key: str, draft: str, now: dt.datetime, *, use: bool) -> None:
        """The person chooses between two texts: takes the one that lost, or lets it go. Raises NotFound."""
        lost = next((one for one in self.lost(preparation, key) if one.id == draft), None)
        if lost is None:
            raise NotFound("draft", draft)
        if use:
            stands = self.read(preparation, key)
            self.write(preparation, key, lost.text, stands.version if stands else 0, now)
        self.drafts.discard(draft)
