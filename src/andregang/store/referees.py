"""Those who can confirm what the person says."""

from andregang.store import tables
from andregang.store.records import Referee
from andregang.store.rows import Mine, Rows


class Referees(Rows[Referee]):
    """Referees of a preparation, in the order they were named."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.referees, Referee, "referee")

    def of(self, preparation: str) -> tuple[Referee, ...]:
        return self.all("position", preparation=preparation)
