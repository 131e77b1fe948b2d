"""Runs through an interview or a case: kept at every step, so that a killed one goes on where it was."""

from andregang.store import tables
from andregang.store.records import Run
from andregang.store.rows import Mine, Rows


class Runs(Rows[Run]):
    """Runs of a preparation, the first begun first."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.runs, Run, "run")

    def of(self, preparation: str) -> tuple[Run, ...]:
        return self.all("begun", preparation=preparation)
