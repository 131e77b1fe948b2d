"""PDF: words with their boxes, put in the order a person reads them."""

from andregang.domain.text import DocumentText
from andregang.readers.layout.pages import pages_of
from andregang.readers.layout.writing import write_pages
from andregang.readers.scribe import Scribe


def read(data: bytes) -> DocumentText:
    """The text of all pages: columns one after the other, dates beside what they date, page numbers last."""
    scribe = Scribe()
    write_pages(scribe, pages_of(data))
    return scribe.finish("pdf")
