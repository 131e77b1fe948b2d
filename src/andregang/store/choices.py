"""What the owner has chosen, such as language and theme."""

from andregang.store import tables
from andregang.store.records import Choice
from andregang.store.rows import Mine, Rows


class Choices(Rows[Choice]):
    """Choices by key."""

    def __init__(self, mine: Mine) -> None:
        super().__init__(mine, tables.choices, Choice, "choice")
        self._read: dict[str, str] | None = None

    def read(self, key: str, otherwise: str = "") -> str:
        """The choice, or `otherwise` when nothing was chosen."""
        if self._read is None:
            # There are few, and most pages want more than one.
            self._read = {choice.key: choice.value for choice in self.all("key")}
        return self._read.get(key, otherwise)

    def choose(self, key: str, value: str) -> Choice:
        self._read = None
        known = self.find(key=key)
        return self.change(known.id, value=value) if known else self.add(key=key, value=value)
