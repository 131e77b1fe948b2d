"""Where the person stands in each decision."""

from andregang.store import tables
from andregang.store.records import Standing
from andregang.store.rows import Mine, Rows


class Standings(Rows[Standing]):
    """Standings of a preparation, by offer and decision."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.standings, Standing, "standing")

    def of(self, preparation: str) -> tuple[Standing, ...]:
        return self.all("offer", "decision", preparation=preparation)
