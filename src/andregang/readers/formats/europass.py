"""Europass CV as an XML file."""

from andregang.domain.text import DocumentText
from andregang.readers.passport import write_passport
from andregang.readers.scribe import Scribe


def read(data: bytes) -> DocumentText:
    """The passport's values under JSON Resume's paths."""
    scribe = Scribe()
    write_passport(scribe, data)
    return scribe.finish("europass")
