"""What a person gave and decided, kept on disk for one owner at a time."""

from typing import TYPE_CHECKING

from andregang.store.errors import (
    ArchiveRefused,
    BothTexts,
    DiskFull,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreTooNew,
    StoreUnusable,
)
from andregang.store.records import (
    Attempt,
    Choice,
    Correction,
    Draft,
    Event,
    Example,
    Fact,
    Heard,
    Note,
    Offer,
    Person,
    PlanMark,
    Recording,
    Referee,
    Removed,
    Result,
    Round,
    Run,
    Standing,
    StoredDocument,
    StoredPreparation,
    Story,
)

if TYPE_CHECKING:
    from andregang.store.opening import Store, open_store
    from andregang.store.unit_of_work import UnitOfWork

__all__ = [
    "ArchiveRefused",
    "Attempt",
    "BothTexts",
    "Choice",
    "Correction",
    "DiskFull",
    "Draft",
    "Event",
    "Example",
    "Fact",
    "Heard",
    "Note",
    "Offer",
    "Person",
    "PlanMark",
    "Recording",
    "Referee",
    "Removed",
    "Result",
    "Round",
    "Run",
    "Standing",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreTooNew",
    "StoreUnusable",
    "StoredDocument",
    "StoredPreparation",
    "Story",
    "UnitOfWork",
    "open_store",
]


def __getattr__(name: str) -> object:
    """Loads SQLAlchemy when the store is first opened: records and errors are needed by many who open nothing."""
    if name in ("Store", "open_store"):
        from andregang.store import opening

        return getattr(opening, name)
    if name == "UnitOfWork":
        from andregang.store.unit_of_work import UnitOfWork

        return UnitOfWork
    raise AttributeError(name)
