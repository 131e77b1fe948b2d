"""Where a claim comes from: documents, and quotes that stand verbatim in them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from andregang.domain.text import DocumentText, Language, Span, fold

T = TypeVar("T")


class DocumentKind(StrEnum):
    """What a person gave a document as, or what it was taken for."""

    AD = "ad"
    CV = "cv"
    INVITATION = "invitation"
    CASE = "case"
    DECK = "deck"
    CONTRACT = "contract"
    ASSESSMENT = "assessment"
    COMPANY = "company"


RECOGNISED = (DocumentKind.AD, DocumentKind.CV, DocumentKind.INVITATION)
"""The kinds a document is taken for by itself; of the others it is given as such, on the page that asks for it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read: `digest` is the SHA-256 of the original bytes, in hex; `name` is for people only."""

    digest: str
    name: str
    kind: DocumentKind
    language: Language
    content: DocumentText


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand in a document: `fold(text[start:end]) == words`, always.

    `document` is the document's digest, `start` and `end` are offsets into its frozen text.
    """

    document: str
    start: int
    end: int
    words: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value a document states, with the quote that states it."""

    value: T
    quote: Quote


def quote(document: Document, start: int, end: int) -> Quote:
    """The words of `document` from `start` to `end`, as a quote. Raises ValueError outside the text."""
    text = document.content.text
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no such stretch: {start}..{end} of {len(text)}")
    return Quote(document.digest, start, end, fold(text[start:end]))


def stands_in(claim: Quote, document: Document) -> bool:
    """Whether the quote is of this document and its words stand at its offsets."""
    text = document.content.text
    return (
        claim.document == document.digest
        and 0 <= claim.start <= claim.end <= len(text)
        and fold(text[claim.start : claim.end]) == claim.words
    )


OWN_WORDS = ""
"""The `document` of a quote that is the person's own words and stands in no document."""


def own_words(text: str) -> Quote:
    """The person's own words as a quote, told from a document's by its empty digest."""
    words = fold(text)
    return Quote(OWN_WORDS, 0, len(words), words)


class Action(StrEnum):
    """What a correction does: gives a line another kind, strikes it, adds one, or sets a field."""

    KIND = "kind"
    STRIKE = "strike"
    ADD = "add"
    FIELD = "field"
    CONFIRM = "confirm"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person says about a reading, keyed by words so that no new version of a reader loses it.

    `document` is the digest it is about and `words` the quote ("" for the document as a whole). For `field`, `field`
    names the value and `value` holds it ("" unsets it). For evidence, `words` are the ad line's and `other_words` the
    CV line's.
    """

    document: str
    words: str
    action: Action
    field: str = ""
    value: str = ""
    other_document: str = ""
    other_words: str = ""
