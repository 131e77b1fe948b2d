"""A preparation: documents recognised, read and held together."""

from andregang.domain.preparation.assemble import assemble_preparation
from andregang.domain.preparation.model import Knowledge, Notice, NoticeKind, Preparation, Record
from andregang.domain.preparation.recognise import Recognition, recognise
from andregang.domain.preparation.sorting import sort_documents

__all__ = [
    "Knowledge",
    "Notice",
    "NoticeKind",
    "Preparation",
    "Recognition",
    "Record",
    "assemble_preparation",
    "recognise",
    "sort_documents",
]
