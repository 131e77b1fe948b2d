"""Which documents one preparation is made of, and what is said about those that are not used."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.preparation.model import Notice, NoticeKind
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Language

_WORD = re.compile(r"[^\W\d_]{4,}")
_LIMITS = {
    DocumentKind.AD: (1, NoticeKind.TWO_ADS),
    DocumentKind.CV: (1, NoticeKind.TWO_CVS),
}
_OURS = frozenset({Language.NB, Language.NN, Language.EN, Language.OTHER})


@dataclass(frozen=True, slots=True)
class Sorting:
    """The documents used, in the order given, and notices about the others."""

    used: tuple[Document, ...]
    notices: tuple[Notice, ...]


def sort_documents(documents: Sequence[Document]) -> Sorting:
    """One ad, one CV and any number of invitations out of `documents`.

    Of several ads or CVs the one sharing most words with the invitations (an ad) or with the ad (a CV) is used, else
    the first; the others get a notice. The same document given twice counts once.
    """
    unique = list({document.digest: document for document in documents}.values())
    used: list[Document] = []
    notices: list[Notice] = []
    for kind in (DocumentKind.INVITATION, DocumentKind.AD, DocumentKind.CV):
        candidates = [document for document in unique if document.kind is kind]
        if kind in _LIMITS and len(candidates) > 1:
            chosen = max(candidates, key=lambda document: _shared(document, used))
            _, notice = _LIMITS[kind]
            notices += [Notice(notice, other.name, chosen.name) for other in candidates if other is not chosen]
            candidates = [chosen]
        used += candidates
    notices += [
        Notice(NoticeKind.FOREIGN_LANGUAGE, document.name, document.language.value)
        for document in used
        if document.language not in _OURS
    ]
    used.sort(key=unique.index)
    return Sorting(tuple(used), tuple(notices))


def _shared(document: Document, others: Sequence[Document]) -> int:
    """How many of the document's words stand in the others; ties keep the order given (max takes the first)."""
    theirs = {word for other in others for word in _words(other)}
    return len(_words(document) & theirs) if others else 0


def _words(document: Document) -> set[str]:
    return {word.casefold() for word in _WORD.findall(document.content.text[:20_000])}
