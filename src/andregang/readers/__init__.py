"""Bytes of any supported format → text with layout, in a child process with limits.

The parent process never loads a parser. What cannot be read raises `UnreadableDocument`, and nothing else does.
"""

from typing import TYPE_CHECKING

from andregang.readers.refusal import Reason, UnreadableDocument

if TYPE_CHECKING:
    from andregang.readers.guard import read_document, read_documents

__all__ = ["Reason", "UnreadableDocument", "read_document", "read_documents"]


def __getattr__(name: str) -> object:
    """Load the guard when it is first asked for: the child imports this package too, and needs no guard."""
    if name in ("read_document", "read_documents"):
        from andregang.readers import guard

        return getattr(guard, name)
    raise AttributeError(name)
