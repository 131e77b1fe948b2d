"""The rounds of the process: when, where, what was said, and when an answer is promised."""

import datetime as dt

from andregang.store import tables
from andregang.store.records import Round
from andregang.store.rows import Mine, Rows


class Rounds(Rows[Round]):
    """Rounds of a preparation by number."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.rounds, Round, "round")

    def of(self, preparation: str) -> tuple[Round, ...]:
        return self.all("number", preparation=preparation)

    def write(self, preparation: str, number: int, **values: str | dt.date | None) -> Round:
        """Writes what is given of a round: begins, ends, place, side, said, answer_by, outcome."""
        known = self.find(preparation=preparation, number=number)
        if known:
            return self.change(known.id, **values)
        empty = {"begins": None, "ends": None, "place": "", "side": "unknown", "said": "", "answer_by": None}
        return self.add(**{"preparation": preparation, "number": number, **empty, "outcome": "", **values})
