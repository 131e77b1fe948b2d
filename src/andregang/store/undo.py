"""What was deleted and can still be brought back, until it is emptied."""

import datetime as dt

from andregang.domain.errors import NotFound
from andregang.store import tables
from andregang.store.records import Removed
from andregang.store.rows import Mine, Raw, Rows

_BY_NAME = {table.name: table for table in (tables.preparations, tables.corrections, *tables.PARTS)}


class Undo(Rows[Removed]):
    """Deletes things with all that belongs to them, and brings them back as they were."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.removed, Removed, "removed")

    def in_order(self) -> tuple[Removed, ...]:
        """What can be brought back, the last deleted first."""
        return tuple(reversed(self.all("at")))

    def remove(self, kind: str, id: str, now: dt.datetime) -> Removed:  # noqa: A002
        """Deletes a row of the table `kind` (`documents`, `examples` …), or a whole preparation (`preparations`)."""
        rows = self._rows(kind)
        found = rows.raw(id=id)
        if not found:
            raise NotFound(kind, id)
        taken: dict[str, list[Raw]] = {kind: found}
        preparation = found[0].get("preparation")
        if kind == "preparations":
            preparation = id
            for part in tables.PARTS:
                taken[part.name] = self._rows(part.name).raw(preparation=id)
                self._rows(part.name).delete(preparation=id)
        rows.delete(id=id)
        name = next((found[0][field] for field in ("title", "name", "key", "slug") if found[0].get(field)), "")
        return self.add(preparation=preparation, kind=kind, name=name, at=now, rows=taken)

    def restore(self, id: str) -> Removed:  # noqa: A002
        """Brings back what was deleted. A preparation whose name was taken meanwhile gets a new one."""
        gone = self.get(id)
        for name in _BY_NAME:
            raws: list[Raw] = gone.rows.get(name, [])
            if name == "preparations":
                raws = [{**raw, "slug": self._free_slug(raw["slug"])} for raw in raws]
            self._rows(name).put(raws)
        self.delete(id=id)
        return gone

    def empty(self, preparation: str | None = None) -> None:
        """Gives up bringing back what was deleted (of one preparation, or all). See `forgetting.sweep`."""
        if preparation is None:
            self.delete()
        else:
            self.delete(preparation=preparation)

    def digests(self) -> frozenset[str]:
        """The originals still needed to bring something back."""
        return frozenset(raw["digest"] for gone in self.all() for raw in gone.rows.get("documents", []))

    def recordings(self) -> frozenset[str]:
        """The recordings whose sound is still needed to bring something back."""
        return frozenset(raw["id"] for gone in self.all() for raw in gone.rows.get("recordings", []))

    def _rows(self, name: str) -> Rows[Raw]:
        return Rows(self.mine, _BY_NAME[name], dict, name)

    def _free_slug(self, wish: str) -> str:
        from andregang.store.preparations import Preparations

        return Preparations(self.mine).free_slug(wish)
