"""Frozen text with layout: the one string every offset of a document refers to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

_WHITE_SPACE = re.compile(r"\s+")


class Language(StrEnum):
    """A language a document can be in. `OTHER` covers all that is not told apart (da and sv are, by design)."""

    NB = "nb"
    NN = "nn"
    EN = "en"
    DA = "da"
    SV = "sv"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters in a `DocumentText.text`: `0 <= start <= end <= len(text)`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")


class BlockKind(StrEnum):
    """What the layout says a stretch of text is."""

    HEADING = "heading"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text the reader saw as one piece.

    `level` is the depth of a heading (1 = top) or bullet (0 = outermost).
    `path` is set on fields of structured documents and says what the value is: `work[0].position` (JSON Resume names,
    also for LinkedIn exports), `header.from`, `event[0].dtstart`, `JobPosting.validThrough`, `slide[3].notes`.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of one document as a reader froze it, with what its layout says.

    `text` has `\\n` as its only line break, no carriage returns and no NUL. `blocks` are in reading order and may
    leave gaps, never reach outside the text, and of one kind never overlap. `format` is the reader's name (`pdf`,
    `docx`, `pptx`, `html`, `eml`, `ics`, `json`, `linkedin`, `europass`, `odt`, `plain`). `properties["pages"]` of a
    PDF says where its pages begin, as offsets in order.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    format: str = "plain"
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def slice(self, block: Block | Span) -> str:
        """The words of a block, verbatim."""
        return self.text[block.start : block.end]

    def fields(self, prefix: str) -> tuple[Block, ...]:
        """The fields whose path begins with `prefix`, in reading order."""
        return tuple(b for b in self.blocks if b.kind is BlockKind.FIELD and b.path.startswith(prefix))


def fold(text: str) -> str:
    """The text with every run of white space as one space, and none at the ends: how quotes are compared."""
    return _WHITE_SPACE.sub(" ", text).strip()


def trim(text: str, start: int, end: int, marks: str = "") -> Span:
    """The span without white space, and without any of the characters in `marks`, at its ends."""
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return Span(start, end)
