"""What is known about the employer: facts with source and date, and what the registers say."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.source import Quote


class FactSource(StrEnum):
    """Where a fact comes from."""

    AD = "ad"
    OWN = "own"
    UNITS = "register"
    ACCOUNTS = "accounts"
    PAGE = "page"
    FILE = "file"


class FactField(StrEnum):
    """What a fact says. SAID is a sentence, quoted; NOTED is the person's own; the rest are values."""

    NAME = "name"
    NUMBER = "number"
    FORM = "form"
    STATE = "state"
    INDUSTRY = "industry"
    EMPLOYEES = "employees"
    PLACE = "place"
    FOUNDED = "founded"
    REGISTERED = "registered"
    PARENT = "parent"
    SUBUNITS = "subunits"
    PURPOSE = "purpose"
    WEBSITE = "website"
    ROLE = "role"
    ACCOUNTS = "accounts"
    SAID = "said"
    NOTED = "noted"


class State(StrEnum):
    """What the register says about whether a unit goes on."""

    BANKRUPT = "bankrupt"
    WINDING_UP = "winding_up"
    FORCED_WINDING_UP = "forced_winding_up"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class CompanyFact:
    """One fact. `text` is the value in a form no language owns (ISO dates, digits, names as the register writes them).

    `words` say more of it: the words of a role, the places of workplaces, the name of the document. `line` is the line
    of the worksheet it answers. `id` is "" for what is computed from the ad, and `quote` stands for that only.
    `read_on` is the day it was read or written.
    """

    field: FactField
    text: str
    source: FactSource
    read_on: dt.date | None = None
    id: str = ""
    address: str = ""
    words: str = ""
    line: str = ""
    quote: Quote | None = None

    @property
    def day(self) -> dt.date | None:
        """The value as a day, when it is one."""
        try:
            return dt.date.fromisoformat(self.text)
        except ValueError:
            return None

    @property
    def count(self) -> int | None:
        """The value as a number, when it is one."""
        return int(self.text) if self.text.isascii() and self.text.isdigit() and len(self.text) < 12 else None

    @property
    def states(self) -> tuple[State, ...]:
        """The value as what the register says about whether a unit goes on."""
        known = {one.value for one in State}
        return tuple(State(word) for word in self.text.split() if word in known)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as Enhetsregisteret describes it. `employees` is None when no number is given, which is not zero;
    `employees_known` tells whether one is registered at all. `form` is the code (`AS`, `ENK`, `KOMM`).
    """

    number: str
    name: str
    form: str = ""
    form_words: str = ""
    industry: str = ""
    employees: int | None = None
    employees_known: bool | None = None
    place: str = ""
    founded: dt.date | None = None
    registered: dt.date | None = None
    parent: str = ""
    purpose: str = ""
    website: str = ""
    states: tuple[State, ...] = ()
    deleted: dt.date | None = None


@dataclass(frozen=True, slots=True)
class UnitsFound:
    """Units with a name, the best first; `total` counts those that were not sent along too."""

    units: tuple[Unit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Who has a role in the unit: a person or another unit. `since` is when its group of roles last changed."""

    role: str
    name: str
    code: str = ""
    since: dt.date | None = None


class Scope(StrEnum):
    """Whose accounts they are."""

    COMPANY = "company"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Accounts:
    """One year's accounts in whole units of `currency` (ISO code, "" when not said). A figure that is None was not
    given, which is not zero (substance API4)."""

    scope: Scope = Scope.UNKNOWN
    begins: dt.date | None = None
    ends: dt.date | None = None
    currency: str = ""
    revenue: int | None = None
    operating_result: int | None = None
    result: int | None = None
    assets: int | None = None
    equity: int | None = None
    debt: int | None = None
    liquidation: bool = False
    unaudited: bool = False

    @property
    def year(self) -> int | None:
        """The year they are for: the one they end in."""
        return self.ends.year if self.ends else None
