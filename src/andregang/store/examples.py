"""The person's own examples: planned, did, result, with whom, learned."""

import datetime as dt
from collections.abc import Iterable, Mapping

from andregang.store import tables
from andregang.store.drafts import Drafts
from andregang.store.errors import BothTexts
from andregang.store.records import Example
from andregang.store.rows import Mine, Rows

PARTS = ("title", "frame", "planned", "did", "result", "people", "learned", "bridge")
"""The texts of an example, in the order they are asked for."""


class Examples(Rows[Example]):
    """Examples of a preparation. Two windows writing the same part keep both texts."""

    def __init__(self, mine: Mine, drafts: Drafts) -> None:
        super().__init__(mine, tables.examples, Example, "example")
        self.drafts = drafts

    def of(self, preparation: str) -> tuple[Example, ...]:
        return self.all("position", preparation=preparation)

    def create(self, preparation: str, now: dt.datetime, *, items: Iterable[str] = (), **parts: str) -> Example:
        """A new example with the parts written so far; `items` are the words of the ad lines it serves."""
        texts = {part: parts.pop(part, "") for part in PARTS}
        if parts:
            raise TypeError(f"no such part: {', '.join(parts)}")
        place = self.next_position(preparation=preparation)
        return self.add(preparation=preparation, **texts, items=tuple(items), position=place, changed=now)

    def write(
        self,
        id: str,  # noqa: A002
        now: dt.datetime,
        parts: Mapping[str, str],
        read: Mapping[str, str] | None = None,
    ) -> Example:
        """Writes these parts. `read` is what stood there when the person began; when something else stands there now,
        no part is written, the new texts are kept as drafts and `BothTexts` is raised for the first."""
        stands = self.get(id)
        there = {part: getattr(stands, part) for part in PARTS if part in parts}
        new = [part for part in there if there[part] != parts[part]]
        lost = [part for part in new if read is not None and there[part] != read.get(part, there[part])]
        for part in new if lost else ():
            self.drafts.keep(f"example:{id}:{part}", parts[part], now, stands.preparation)
        if lost:
            raise BothTexts("example", f"{id}:{lost[0]}", there[lost[0]], parts[lost[0]])
        return self.change(id, **{part: parts[part] for part in there}, changed=now)

    def serve(self, id: str, items: Iterable[str], now: dt.datetime) -> Example:  # noqa: A002
        """Says which ad lines, by their words, the example serves."""
        return self.change(id, items=tuple(dict.fromkeys(items)), changed=now)
