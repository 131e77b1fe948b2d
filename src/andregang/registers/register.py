"""The registers and pages one may ask, and what is sent to whom; nothing is asked before the person says so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from andregang.domain.company import Accounts, RoleHolder, Unit, UnitsFound
from andregang.registers import accounts, units
from andregang.registers.door import Door, Fetched, Limits
from andregang.registers.refusal import NotFetched

UNITS = "https://data.brreg.no/enhetsregisteret/api"
ACCOUNTS = "https://data.brreg.no/regnskapsregisteret"
JSON = ("application/json", "application/hal+json")
DOCUMENTS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""What an address the person gives may hold."""

DOCUMENT_LIMITS = Limits(seconds=25.0, size=25_000_000)

T = TypeVar("T")


class Request(StrEnum):
    """What can be asked about one organisation number."""

    UNIT = "unit"
    ROLES = "roles"
    PARTS = "parts"
    ACCOUNTS = "accounts"


@dataclass(frozen=True)
class Registers:
    """The registers behind the door. Trials of our own hand over another door and other bases."""

    door: Door = field(default_factory=Door)
    units: str = UNITS
    accounts: str = ACCOUNTS
    limits: Limits = field(default_factory=Limits)

    def address(self, request: Request, number: str) -> str:
        """The whole address asked, as it is shown before."""
        known: dict[Request, Callable[[str, str], str]] = {
            Request.UNIT: units.unit_address,
            Request.ROLES: units.roles_address,
            Request.PARTS: units.parts_address,
            Request.ACCOUNTS: accounts.accounts_address,
        }
        return known[request](self.accounts if request is Request.ACCOUNTS else self.units, number)

    def search_address(self, name: str) -> str:
        """The whole address of a search by name, as it is shown before."""
        return units.search_address(self.units, name)

    def search(self, name: str) -> UnitsFound:
        """Units of a name. Raises NotFetched."""
        return self._read(self.search_address(name), units.read_units)

    def unit(self, number: str) -> Unit:
        """The unit with a number. Raises NotFetched."""
        return self._read(self.address(Request.UNIT, number), units.read_unit)

    def roles(self, number: str) -> tuple[RoleHolder, ...]:
        """Who holds a role in it. Raises NotFetched."""
        return self._read(self.address(Request.ROLES, number), units.read_roles)

    def parts(self, number: str) -> UnitsFound:
        """Its workplaces. Raises NotFetched."""
        return self._read(self.address(Request.PARTS, number), lambda data: units.read_units(data, "underenheter"))

    def accounts_of(self, number: str) -> tuple[Accounts, ...]:
        """Its accounts last filed, the newest first. Raises NotFetched."""
        return self._read(self.address(Request.ACCOUNTS, number), accounts.read_accounts)

    def document(self, address: str) -> Fetched:
        """A page or file at an address the person gives. Raises NotFetched."""
        return self.door.fetch(address, DOCUMENTS, DOCUMENT_LIMITS)

    def _read(self, address: str, read: Callable[[bytes], T]) -> T:
        fetched = self.door.fetch(address, JSON, self.limits)
        try:
            return read(fetched.data)
        except NotFetched as unread:
            raise NotFetched(fetched.address, unread.obstacle) from None
