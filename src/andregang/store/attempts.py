"""Answers given while rehearsing, and the grades the person gave them."""

from andregang.store import tables
from andregang.store.records import Attempt
from andregang.store.rows import Mine, Rows


class Attempts(Rows[Attempt]):
    """Attempts of a preparation, the first given first."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.attempts, Attempt, "attempt")

    def of(self, preparation: str) -> tuple[Attempt, ...]:
        return self.all("at", preparation=preparation)
