"""Read in this process: the same code the child runs, without the cost of a child for every test."""

from andregang.domain.text import BlockKind, DocumentText
from andregang.readers.worker import read_here


def read(name: str, data: bytes | str) -> DocumentText:
    """The document's text; `RefusedError` when there is none."""
    return read_here(name, data.encode("utf-8") if isinstance(data, str) else data)


def words(document: DocumentText, kind: BlockKind) -> list[str]:
    """What the blocks of a kind say, in order."""
    return [document.slice(block) for block in document.blocks if block.kind is kind]


def field(document: DocumentText, path: str) -> str | None:
    """The value at a path, or None."""
    return next((document.slice(b) for b in document.blocks if b.path == path), None)


def in_order(text: str, pieces: list[str]) -> bool:
    """Whether the pieces stand in the text one after the other."""
    position = 0
    for piece in pieces:
        found = text.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    return True
