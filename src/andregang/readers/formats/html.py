"""Web pages: job ads saved from a portal, a company's site or a mail."""

from andregang.domain.text import DocumentText
from andregang.readers.encoding import declared_charset, decode_text
from andregang.readers.markup import write_page
from andregang.readers.scribe import Scribe


def read(data: bytes) -> DocumentText:
    """The page's own text, with its JSON-LD JobPosting as fields."""
    scribe = Scribe()
    properties = write_page(scribe, decode_text(data, declared_charset(data)))
    return scribe.finish("html", properties)
