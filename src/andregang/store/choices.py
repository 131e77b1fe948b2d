"""What the owner has chosen, such as language and theme."""

from andregang.store import tables
from andregang.store.records import Choice
from andregang.store.rows import Mine, Rows


class Choices(Rows[Choice]):
    """Choices by key."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.choices, Choice, "choice")

    def read(self, key: str, otherwise: str = "") -> str:
        """The choice, or `otherwise` when nothing was chosen."""
        found = self.find(key=key)
        return found.value if found else otherwise

    def choose(self, key: str, value: str) -> Choice:
        known = self.find(key=key)
        return self.change(known.id, value=value) if known else self.add(key=key, value=value)
