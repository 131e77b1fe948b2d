"""The second interviews somebody prepares for."""

import datetime as dt

from andregang.domain.errors import NotFound
from andregang.store import tables
from andregang.store.records import StoredPreparation
from andregang.store.rows import Mine, Rows


class Preparations(Rows[StoredPreparation]):
    """Preparations by id and by slug."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.preparations, StoredPreparation, "preparation")

    def in_order(self, *, archived: bool = False) -> tuple[StoredPreparation, ...]:
        """All that are not archived (or really all), oldest first."""
        return tuple(p for p in self.all("created") if archived or p.archived is None)

    def by_slug(self, slug: str) -> StoredPreparation:
        """The preparation of that name; `NotFound` when there is none or it is another's."""
        found = self.find(slug=slug)
        if found is None:
            raise NotFound("preparation", slug)
        return found

    def create(
        self,
        slug: str,
        title: str,
        now: dt.datetime,
        *,
        language: str = "nb",
        given_start: dt.datetime | None = None,
        minutes_per_day: int = 45,
    ) -> StoredPreparation:
        """A new preparation; the slug is counted up when it is taken."""
        return self.add(
            slug=self.free_slug(slug),
            title=title,
            language=language,
            given_start=given_start,
            minutes_per_day=minutes_per_day,
            created=now,
            archived=None,
        )

    def free_slug(self, wish: str) -> str:
        """`wish`, or `wish-2`, `wish-3` … when it is taken."""
        slug, number = wish, 1
        while self.count(slug=slug):
            number += 1
            slug = f"{wish}-{number}"
        return slug
