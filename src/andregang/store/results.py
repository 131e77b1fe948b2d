"""Test results as they were reported, and what the person says to them."""

from andregang.store import tables
from andregang.store.records import Result
from andregang.store.rows import Mine, Rows


class Results(Rows[Result]):
    """Results of a preparation, in the order of the report."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.results, Result, "result")

    def of(self, preparation: str) -> tuple[Result, ...]:
        return self.all("position", preparation=preparation)
