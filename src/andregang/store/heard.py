"""Who has heard what."""

from andregang.store import tables
from andregang.store.records import Heard
from andregang.store.rows import Mine, Rows


class HeardThings(Rows[Heard]):
    """What was told in a preparation, round by round."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.heard, Heard, "heard")

    def of(self, preparation: str) -> tuple[Heard, ...]:
        return self.all("round", preparation=preparation)
