"""The texts the person tells: the story about me, and the contribution."""

import datetime as dt
from collections.abc import Iterable

from andregang.store import tables
from andregang.store.drafts import Drafts
from andregang.store.errors import BothTexts
from andregang.store.records import Story
from andregang.store.rows import Mine, Rows


class Stories(Rows[Story]):
    """One text a key and preparation (`about_me`, `contribution`)."""

    def __init__(self, mine: Mine, drafts: Drafts) -> None:
        super().__init__(mine, tables.stories, Story, "story")
        self.drafts = drafts

    def of(self, preparation: str) -> tuple[Story, ...]:
        return self.all("key", preparation=preparation)

    def write(
        self,
        preparation: str,
        key: str,
        text: str,
        now: dt.datetime,
        *,
        read: str | None = None,
        items: Iterable[str] | None = None,
        examples: Iterable[str] | None = None,
    ) -> Story:
        """Writes the text and, when given, what it leans on. `read` is what stood there when the person began; when
        something else stands there now, the new text is kept as a draft and `BothTexts` is raised."""
        stands = self.find(preparation=preparation, key=key)
        if stands and read is not None and stands.text not in (read, text):
            self.drafts.keep(f"story:{key}", text, now, preparation)
            raise BothTexts("story", key, stands.text, text)
        links = {
            "items": tuple(items) if items is not None else stands.items if stands else (),
            "examples": tuple(examples) if examples is not None else stands.examples if stands else (),
        }
        if stands:
            return self.change(stands.id, text=text, changed=now, **links)
        return self.add(preparation=preparation, key=key, text=text, changed=now, **links)
