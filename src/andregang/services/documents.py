"""From bytes to documents: read in a child process, recognised, their language told."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.preparation import Notice, NoticeKind, recognise
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import DocumentText
from andregang.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as given: its name for people, its bytes, and the kind the person says it is (None: find out)."""

    name: str
    data: bytes
    kind: DocumentKind | None = None

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """Documents read, and notices about what could not be or seems to be something else."""

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]


def read_files(files: Sequence[GivenFile], vocabulary: Vocabulary, *, as_given: bool = False) -> ReadFiles:
    """Read every file; one that cannot be read or recognised becomes a notice and the rest goes on.

    A file that clearly is another kind than it was given as is taken for what it is, unless `as_given`.
    """
    from andregang.readers import UnreadableDocument, read_documents

    documents: list[Document] = []
    notices: list[Notice] = []
    for given, outcome in zip(files, read_documents([(file.name, file.data) for file in files]), strict=True):
        if isinstance(outcome, UnreadableDocument):
            notices.append(Notice(NoticeKind.UNREADABLE, given.name, str(outcome.reason)))
            continue
        recognition = recognise(outcome, vocabulary)
        kind = given.kind or recognition.kind
        if kind is None:
            notices.append(Notice(NoticeKind.NOT_RECOGNISED, given.name))
            continue
        if given.kind and recognition.disputes(given.kind) and recognition.kind:
            notices.append(Notice(NoticeKind.LOOKS_LIKE_ANOTHER_KIND, given.name, recognition.kind.value))
            kind = kind if as_given else recognition.kind
        documents.append(_document(given, kind, outcome))
    return ReadFiles(tuple(documents), tuple(notices))


def _document(given: GivenFile, kind: DocumentKind, content: DocumentText) -> Document:
    from andregang.language import detect_language

    return Document(given.digest, given.name, kind, detect_language(content.text), content)
