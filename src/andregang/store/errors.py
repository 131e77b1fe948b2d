"""What can go wrong in the store, as values with fields and no prose."""

from dataclasses import dataclass

from andregang.domain.errors import ChangedMeanwhile


@dataclass
class StoreError(Exception):
    """Parent of every error of the store; never raised itself."""


@dataclass
class StoreDamaged(StoreError):
    """What is on disk is not what was written. `what` is `database`, `original` or `row`; `name` says which."""

    what: str
    name: str = ""


@dataclass
class DiskFull(StoreError):
    """There is no room to write; what was stored before stands."""


@dataclass
class StoreBusy(StoreError):
    """Another process held the database for longer than we wait."""


@dataclass
class StoreUnusable(StoreError):
    """The data folder or the database cannot be opened or written. `path` is what was tried."""

    path: str


@dataclass
class StoreTooNew(StoreError):
    """The database was written by a later version of the program. `found` is its schema."""

    found: str


@dataclass
class ArchiveRefused(StoreError):
    """An archive cannot be taken in, and nothing was changed. `rule` is what it breaks (a stable key)."""

    rule: str
    name: str = ""


@dataclass(unsafe_hash=True)
class BothTexts(ChangedMeanwhile):
    """Two wrote the same text: `theirs` stands, `yours` is kept as a draft until it is discarded."""

    theirs: str
    yours: str
