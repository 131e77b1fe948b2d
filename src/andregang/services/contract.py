"""A contract given as a file, read against the law and the terms to ask about."""

import hashlib
from dataclasses import dataclass

from andregang.domain.contract import ContractReading, read_contract
from andregang.domain.text import DocumentText, Language
from andregang.domain.vocabulary import Vocabulary


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
