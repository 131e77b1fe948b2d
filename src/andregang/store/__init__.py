"""What a person gave and decided, kept on disk for one owner at a time."""

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
from andregang.store.opening import Store, open_store
from andregang.store.unit_of_work import UnitOfWork

__all__ = [
    "ArchiveRefused",
    "BothTexts",
    "DiskFull",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreTooNew",
    "StoreUnusable",
    "UnitOfWork",
    "open_store",
]
