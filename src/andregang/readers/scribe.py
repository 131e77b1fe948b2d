"""Write a document's text down once, with what its layout says."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from andregang.domain.text import Block, BlockKind, DocumentText, trim
from andregang.readers import limits
from andregang.readers.refusal import Reason, RefusedError

BULLET_MARK = "• "
_INVISIBLE = "".join(
    map(
        chr,
        (
            0x00,
            0xAD,
            0x180E,
            0x200B,
            0x200C,
            0x200D,
            0x200E,
            0x200F,
            0x2060,
            0xFEFF,
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
            0xFFFC,
            0xFFFE,
            0xFFFF,
        ),
    )
)
_WIDE_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys((*range(1, 9), *range(14, 32), *range(127, 133), *range(134, 160)), " "),
    **{ord(mark): None for mark in _INVISIBLE},
    **{ord(space): " " for space in _WIDE_SPACES},
    **_LIGATURES,
    0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n",
}  # fmt: skip
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_RUN = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text as it is frozen: `\\n` line breaks, no invisible characters, plain spaces, whole letters (NFC).

    Ligature characters become their letters, so that what is quoted can be searched for.
    """
    plain = text.replace("\r\n", "\n").translate(_PLAIN)
    return unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", plain))


def one_line(text: str) -> str:
    """The text cleaned, on one line, with single spaces."""
    return _RUN.sub(" ", clean(text)).strip()


class Scribe:
    """Collects lines and blocks; offsets are those of the text as it will be frozen."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._tail = "\n\n"

    @property
    def position(self) -> int:
        """Where the next character will stand."""
        return self._length

    def _put(self, text: str) -> None:
        if not text:
            return
        self._pieces.append(text)
        self._length += len(text)
        self._tail = (self._tail + text)[-2:]
        if self._length > limits.TEXT_CHARACTERS:
            raise RefusedError(Reason.TOO_LARGE)

    def start_line(self) -> None:
        """Be at the beginning of a line."""
        if not self._tail.endswith("\n"):
            self._put("\n")

    def gap(self) -> None:
        """Be after an empty line, or at the very beginning."""
        self.start_line()
        if self._tail != "\n\n":
            self._put("\n")

    def say(self, text: str) -> None:
        """Text outside any block: a bullet mark, a label, a tab between cells."""
        self._put(text)

    def block(self, kind: BlockKind, text: str, level: int = 0, path: str = "") -> None:
        """Text that is a block. It must be cleaned already; nothing is written for empty text."""
        if not text:
            return
        start = self._length
        self._put(text)
        self._blocks.append(Block(kind, start, self._length, level, path))
        if len(self._blocks) > limits.BLOCKS:
            raise RefusedError(Reason.TOO_LARGE)

    def mark(self, kind: BlockKind, start: int, end: int, level: int = 0, path: str = "") -> None:
        """A block over text that is already written."""
        if start < end:
            self._blocks.append(Block(kind, start, end, level, path))

    def mark_trimmed(self, kind: BlockKind, start: int, path: str = "") -> None:
        """A block from `start` to where the text ends now, without the line breaks at its ends."""
        text = self.written()
        span = trim(text, min(start, len(text)), len(text))
        self.mark(kind, span.start, span.end, path=path)

    def line(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """A block on a line of its own, with its bullet mark if it is one, after a gap if it is a heading."""
        if not text:
            return
        if kind is BlockKind.HEADING:
            self.gap()
        self.start_line()
        if kind is BlockKind.BULLET:
            self._put("  " * min(level, 8) + BULLET_MARK)
        self.block(kind, text, level)
        self._put("\n")

    def cells(self, texts: list[str]) -> None:
        """A table row: cells on one line, a tab between them."""
        self.start_line()
        for number, text in enumerate(texts):
            if number:
                self._put("\t")
            self.block(BlockKind.CELL, text)
        self.start_line()

    def field(self, label: str, path: str, value: str, kind: BlockKind = BlockKind.FIELD) -> None:
        """A labelled value on a line of its own; the block is the value."""
        if not value:
            return
        self.start_line()
        self._put(f"{label}: " if label else "")
        self.block(kind, value, path=path)
        self._put("\n")

    def written(self) -> str:
        """What has been written so far."""
        return "".join(self._pieces)

    def so_far(self) -> tuple[str, tuple[Block, ...]]:
        """What has been written so far, with its blocks."""
        return self.written(), tuple(self._blocks)

    def finish(self, format: str, properties: Mapping[str, str] | None = None) -> DocumentText:  # noqa: A002
        """The frozen text. Refuses a document in which nothing is written."""
        text = self.written().rstrip()
        if not text:
            raise RefusedError(Reason.EMPTY)
        kept = [
            Block(b.kind, b.start, min(b.end, len(text)), b.level, b.path) for b in self._blocks if b.start < len(text)
        ]
        kept.sort(key=lambda b: (b.start, -b.end))
        kind_properties = {key: one_line(value) for key, value in (properties or {}).items() if value}
        return DocumentText(text, tuple(kept), format, MappingProxyType(kind_properties))
