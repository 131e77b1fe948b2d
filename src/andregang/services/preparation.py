"""Preparations: kept, found again, read together, named and forgotten."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, MutableMapping, Sequence

from andregang.domain.errors import NotFound
from andregang.domain.preparation import Knowledge, Preparation, Record
from andregang.domain.preparation.assemble import assemble_preparation, meeting_from
from andregang.domain.source import RECOGNISED, Action, Correction, Document, DocumentKind
from andregang.domain.text import DocumentText, Language
from andregang.domain.vocabulary import Vocabulary
from andregang.language import detect_language
from andregang.store import Correction as StoredCorrection
from andregang.store import StoredDocument, StoredPreparation, UnitOfWork

READER_VERSION = "1"
"""Raised when the readers freeze another text out of the same bytes, so that cached texts are made anew."""

_UNNAMED = "andregang"
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"})


def keep_documents(
    uow: UnitOfWork,
    given: Sequence[tuple[Document, bytes]],
    now: dt.datetime,
    *,
    language: Language,
    slug: str | None = None,
    start: dt.datetime | None = None,
) -> StoredPreparation:
    """Keep documents, with their frozen texts as a cache, and the person's own word on the time.

    They go into the preparation called `slug` (made when there is none), else into the latest that already holds one
    of the ads given (of the invitations when no ad is), else into a new one.
    """
    kept = _find(uow, slug, [document for document, _ in given])
    if kept is None:
        kept = uow.preparations.create(slug or _UNNAMED, "", now, language=language.value)
    changes: dict[str, object] = {"language": language.value}
    if start is not None:
        changes["given_start"] = start
    kept = uow.preparations.change(kept.id, **changes)
    for document, data in given:
        uow.documents.give(kept.id, document.kind.value, document.name, data, now)
        uow.readings.keep(document.digest, READER_VERSION, document.content)
    return kept


def name_preparation(uow: UnitOfWork, preparation: Preparation) -> StoredPreparation:
    """Name a preparation after employer and date once they are known. A slug given earlier stays."""
    kept = uow.preparations.get(preparation.id)
    title = ", ".join(part for part in (preparation.title, preparation.employer) if part)
    changes: dict[str, object] = {"title": title} if title else {}
    if re.fullmatch(rf"{_UNNAMED}(?:-\d+)?", kept.slug) and (wish := _slug(preparation)):
        changes["slug"] = uow.preparations.free_slug(wish)
    return uow.preparations.change(kept.id, **changes) if changes else kept


def open_preparation(uow: UnitOfWork, kept: StoredPreparation, knowledge: Knowledge, now: dt.datetime) -> Preparation:
    """The preparation as its documents read now. Raises StoreDamaged when an original is not what was given."""
    record = Record(kept.id, kept.slug, Language(kept.language), kept.given_start, kept.minutes_per_day)
    documents = [document_of(uow, stored) for stored in current_documents(uow.documents.of(kept.id))]
    corrections = [_correction(said) for said in uow.corrections.of(*(document.digest for document in documents))]
    return assemble_preparation(record, documents, knowledge, now, corrections)


def starts_of(
    uow: UnitOfWork,
    several: Sequence[StoredPreparation],
    vocabulary: Vocabulary,
    now: dt.datetime,
    known: MutableMapping[object, dt.datetime | None],
) -> dict[str, dt.datetime | None]:
    """When each interview is, by the preparation's id: the person's own word, else what the invitations alone say.

    `known` remembers what was read, so that as much is asked of the store for many preparations as for one.
    """
    ids = tuple(kept.id for kept in several)
    invitations = uow.documents.all("position", preparation=ids, kind=DocumentKind.INVITATION.value)
    corrections = uow.corrections.of(*(stored.digest for stored in invitations))
    starts = {kept.id: kept.given_start for kept in several}
    for id in (id for id, start in starts.items() if start is None):  # noqa: A001
        mine = tuple(stored for stored in invitations if stored.preparation == id)
        digests = {stored.digest for stored in mine}
        said = tuple(one for one in corrections if one.document in digests)
        state = (tuple(stored.digest for stored in mine), said, now.date())
        if state not in known:
            documents = [document_of(uow, stored) for stored in mine]
            meeting = meeting_from(documents, vocabulary, now, [_correction(one) for one in said])
            known[state] = meeting.start.value if meeting and meeting.start else None
        starts[id] = known[state]
    return starts


def current_documents(stored: Sequence[StoredDocument]) -> tuple[StoredDocument, ...]:
    """The documents that count: of ads and of CVs those given last, since a newer one takes the place of an older.

    Documents of other kinds are read on the pages that ask for them.
    """
    read = {kind.value for kind in RECOGNISED}
    stored = [document for document in stored if document.kind in read]
    last: dict[str, dt.datetime] = {}
    for document in stored:
        last[document.kind] = max(last.get(document.kind, document.added), document.added)
    several = DocumentKind.INVITATION.value
    return tuple(d for d in stored if d.kind == several or d.added == last[d.kind])


def state_of(uow: UnitOfWork, kept: StoredPreparation) -> tuple[object, ...]:
    """A value that changes when a document or a correction of the preparation does."""
    read = {kind.value for kind in RECOGNISED}
    documents = [document for document in uow.documents.of(kept.id) if document.kind in read]
    corrections = uow.corrections.of(*(document.digest for document in documents))
    return (tuple((document.digest, document.kind, document.name) for document in documents), corrections)


def find_preparation(uow: UnitOfWork, slug: str | None) -> StoredPreparation:
    """The preparation of that name, or without a name the one made last. Raises NotFound."""
    if slug:
        return uow.preparations.by_slug(slug)
    kept = uow.preparations.in_order()
    if not kept:
        raise NotFound("preparation", "")
    return kept[-1]


def nearest_preparation(
    uow: UnitOfWork,
    now: dt.datetime,
    starts_of: Callable[[Sequence[StoredPreparation]], Mapping[str, dt.datetime | None]],
) -> StoredPreparation:
    """The preparation whose interview comes next, else the one made last. Raises NotFound when there is none."""
    kept = uow.preparations.in_order()
    if not kept:
        raise NotFound("preparation", "")
    starts = starts_of(kept)
    coming = [(start, p.slug, p) for p in kept if (start := starts[p.id]) is not None and start >= now]
    return min(coming)[-1] if coming else kept[-1]


def list_preparations(uow: UnitOfWork) -> tuple[StoredPreparation, ...]:
    """All preparations, oldest first."""
    return uow.preparations.in_order(archived=True)


def _correction(said: StoredCorrection) -> Correction:
    return Correction(
        said.document,
        said.words,
        Action(said.action),
        said.field,
        said.value,
        said.other_document,
        said.other_words,
    )


def document_of(uow: UnitOfWork, stored: StoredDocument) -> Document:
    """A document as its frozen text says, read again when that was dropped. Raises UnreadableDocument, StoreDamaged."""
    content = uow.readings.get(stored.digest, READER_VERSION) or _read_again(uow, stored)
    return Document(stored.digest, stored.name, DocumentKind(stored.kind), detect_language(content.text), content)


def _read_again(uow: UnitOfWork, stored: StoredDocument) -> DocumentText:
    from andregang.readers import read_document

    return read_document(stored.name, uow.documents.original(stored.digest))


def _find(uow: UnitOfWork, slug: str | None, documents: Sequence[Document]) -> StoredPreparation | None:
    kept = uow.preparations.in_order(archived=True)
    if slug is not None:
        return next((preparation for preparation in kept if preparation.slug == slug), None)
    of_kind = {kind: {d.digest for d in documents if d.kind is kind} for kind in DocumentKind}
    telling = of_kind[DocumentKind.AD] or of_kind[DocumentKind.INVITATION]
    for preparation in reversed(kept):
        if telling & {stored.digest for stored in uow.documents.of(preparation.id)}:
            return preparation
    return None


def _slug(preparation: Preparation) -> str:
    name = (preparation.employer or preparation.title or "").casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = _NOT_IN_A_SLUG.sub("-", plain).strip("-")[:40].strip("-")
    day = preparation.start.date().isoformat() if preparation.start else ""
    return "-".join(part for part in (words or (day and "intervju"), day) if part)
