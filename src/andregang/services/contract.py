"""A contract given as a file, read against the law and the terms to ask about."""

import hashlib
from dataclasses import dataclass

from andregang.domain.contract import Condition, ContractReading, conditions_of, read_contract
from andregang.domain.errors import NotFound
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import DocumentText, Language
from andregang.domain.vocabulary import Vocabulary
from andregang.store import StoredDocument, StoredPreparation, UnitOfWork


@dataclass(frozen=True, slots=True)
class GivenContract:
    """A contract file with its text, language and reading; `digest` is the SHA-256 of its bytes."""

    name: str
    digest: str
    language: Language
    content: DocumentText
    reading: ContractReading


def read_contract_file(name: str, data: bytes, vocabulary: Vocabulary) -> GivenContract:
    """Read a contract in any format the readers know. Raises UnreadableDocument."""
    from andregang.language import detect_language
    from andregang.readers import read_document

    content = read_document(name, data)
    digest = hashlib.sha256(data).hexdigest()
    reading = read_contract(content, vocabulary, digest)
    return GivenContract(name, digest, detect_language(content.text), content, reading)


@dataclass(frozen=True, slots=True)
class SeenContract:
    """A kept contract as it reads now, and what applies given how one is employed."""

    document: Document
    reading: ContractReading
    conditions: tuple[Condition, ...]


def contracts_of(uow: UnitOfWork, kept: StoredPreparation) -> tuple[StoredDocument, ...]:
    """The contracts given, the newest first."""
    found = uow.documents.all("position", preparation=kept.id, kind=DocumentKind.CONTRACT.value)
    return tuple(sorted(found, key=lambda one: (one.added, one.position), reverse=True))


def choose_contract(contracts: tuple[StoredDocument, ...], id: str = "") -> StoredDocument | None:  # noqa: A002
    """The contract of an id, without one the newest; None when none was given. Raises NotFound."""
    if not id:
        return contracts[0] if contracts else None
    found = next((one for one in contracts if one.id == id), None)
    if found is None:
        raise NotFound("document", id)
    return found


def read_kept_contract(document: Document, vocabulary: Vocabulary) -> SeenContract:
    """A contract against the law and the terms to ask about."""
    reading = read_contract(document.content, vocabulary, document.digest)
    return SeenContract(document, reading, conditions_of(reading))
