"""What is known about the employer, each with its source and its day."""

from andregang.store import tables
from andregang.store.records import Fact
from andregang.store.rows import Mine, Rows


class Facts(Rows[Fact]):
    """Facts of a preparation, in the order they came."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.facts, Fact, "fact")

    def of(self, preparation: str) -> tuple[Fact, ...]:
        return self.all("position", preparation=preparation)
