"""The people of a process: who they are, whether they have met, whether they have heard the story."""

from andregang.store import tables
from andregang.store.records import Person
from andregang.store.rows import Mine, Rows


class People(Rows[Person]):
    """People of a preparation, in the order they were named."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.people, Person, "person")

    def of(self, preparation: str) -> tuple[Person, ...]:
        return self.all("position", preparation=preparation)

    def name(
        self,
        preparation: str,
        name: str,
        *,
        role: str = "",
        side: str = "unknown",
        met: bool | None = None,
        heard: bool = False,
        note: str = "",
        contact: str = "",
    ) -> Person:
        """A new person of the process. Changes go through `change(id, role=…, side=…, met=…, heard=…, note=…,
        contact=…)`."""
        return self.add(
            preparation=preparation,
            name=name,
            role=role,
            side=side,
            met=met,
            heard=heard,
            note=note,
            contact=contact,
            position=self.next_position(preparation=preparation),
        )
