"""Other offers to hold beside this one."""

from andregang.store import tables
from andregang.store.records import Offer
from andregang.store.rows import Mine, Rows


class Offers(Rows[Offer]):
    """Offers of a preparation, in the order they came."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.offers, Offer, "offer")

    def of(self, preparation: str) -> tuple[Offer, ...]:
        return self.all("position", preparation=preparation)
