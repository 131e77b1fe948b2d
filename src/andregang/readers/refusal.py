"""Why a document could not be read: the one error that leaves this package."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What is the matter with a document, so that the person can be told what to do."""

    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    TOO_LARGE = "too_large"
    UNKNOWN_FORMAT = "unknown_format"
    DAMAGED = "damaged"
    BOMB = "bomb"
    EMPTY = "empty"
    TOO_SLOW = "too_slow"


@dataclass(frozen=True)
class UnreadableDocument(Exception):
    """No text came out of the document called `name`."""

    name: str
    reason: Reason


class RefusedError(Exception):
    """Raised by a format's reader inside the child process; becomes `UnreadableDocument` outside."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
