"""Documents: read in a child process and recognised; shown, given another kind, taken away and brought back."""

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.preparation import Notice, NoticeKind, Preparation, recognise
from andregang.domain.source import RECOGNISED, Document, DocumentKind
from andregang.domain.text import DocumentText
from andregang.domain.vocabulary import Vocabulary
from andregang.store import Removed, StoredDocument, StoredPreparation

if TYPE_CHECKING:
    from andregang.store import UnitOfWork

_TABLE = "documents"


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
    """Documents read, and notices about what could not be or seems to be something else.

    `originals` are the bytes by digest.
    """

    documents: tuple[Document, ...]
    notices: tuple[Notice, ...]
    originals: Mapping[str, bytes] = field(default_factory=dict)


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
    return ReadFiles(tuple(documents), tuple(notices), {file.digest: file.data for file in files})


def _document(given: GivenFile, kind: DocumentKind, content: DocumentText) -> Document:
    from andregang.language import detect_language

    return Document(given.digest, given.name, kind, detect_language(content.text), content)


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """A document of the preparation; `used` is false when another one of its kind stands for it."""

    stored: StoredDocument
    used: bool
    unread: int


@dataclass(frozen=True, slots=True)
class GivenDocuments:
    """All documents in the order given, and those taken away that can be brought back, the last first."""

    documents: tuple[GivenDocument, ...]
    removed: tuple[Removed, ...]


def see_documents(uow: "UnitOfWork", kept: StoredPreparation, preparation: Preparation) -> GivenDocuments:
    """What was given, and what of it is used."""
    read = [one for one in (preparation.ad, preparation.cv, *preparation.messages) if one is not None]
    unread = {one.document.digest: len(one.unread) for one in read}
    stored = uow.documents.of(kept.id)
    here = {one.digest for one in stored}
    # Other kinds are read on the pages that ask for them; no other document stands for one.
    main = {kind.value for kind in RECOGNISED}
    removed = [gone for gone in uow.undo.in_order() if gone.kind == _TABLE and gone.preparation == kept.id]
    return GivenDocuments(
        tuple(
            GivenDocument(one, one.digest in unread or one.kind not in main, unread.get(one.digest, 0))
            for one in stored
        ),
        tuple(gone for gone in removed if not {row["digest"] for row in gone.rows[_TABLE]} & here),
    )


def find_document(uow: "UnitOfWork", kept: StoredPreparation, id: str) -> StoredDocument:  # noqa: A002
    """A document of this preparation. Raises NotFound."""
    found = uow.documents.find(id=id, preparation=kept.id)
    if found is None:
        raise NotFound("document", id)
    return found


def change_kind(uow: "UnitOfWork", kept: StoredPreparation, id: str, kind: str) -> None:  # noqa: A002
    """The person says what kind of document it is. Raises NotFound or InvalidInput."""
    if kind not in {one.value for one in DocumentKind}:
        raise InvalidInput("kind", "unknown_kind")
    uow.documents.change(find_document(uow, kept, id).id, kind=kind)


def remove_document(uow: "UnitOfWork", kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Take a document away; it can be brought back. Raises NotFound."""
    return uow.undo.remove(_TABLE, find_document(uow, kept, id).id, now)


def replace_kind(uow: "UnitOfWork", kept: StoredPreparation, given: Sequence[Document], now: dt.datetime) -> None:
    """Take away an ad or CV that a new one stands for; it can be brought back."""
    new = {document.digest for document in given}
    single = {document.kind.value for document in given} & {DocumentKind.AD.value, DocumentKind.CV.value}
    for stored in uow.documents.of(kept.id):
        if stored.kind in single and stored.digest not in new:
            uow.undo.remove(_TABLE, stored.id, now)


def restore_document(uow: "UnitOfWork", kept: StoredPreparation, id: str) -> None:  # noqa: A002
    """Bring back a document taken away. Raises NotFound."""
    gone = uow.undo.get(id)
    if gone.kind != _TABLE or gone.preparation != kept.id:
        raise NotFound("document", id)
    if any(uow.documents.count(preparation=kept.id, digest=row["digest"]) for row in gone.rows[_TABLE]):
        return
    uow.undo.restore(id)
