"""PDF: words with their boxes, put in the order a person reads them."""

from andregang.domain.text import DocumentText
from andregang.readers.layout.pages import open_pdf, pages_of, passport_in
from andregang.readers.layout.writing import write_pages
from andregang.readers.refusal import RefusedError
from andregang.readers.scribe import Scribe


def read(data: bytes) -> DocumentText:
    """The text of all pages: columns one after the other, dates beside what they date, page numbers last.

    A PDF the Europass portal made carries its data; then that is read instead.
    """
    document = open_pdf(data)
    passport = passport_in(document)
    if passport is not None:
        try:
            return _from_passport(passport)
        except RefusedError:
            pass
    scribe = Scribe()
    begins = write_pages(scribe, pages_of(document))
    return scribe.finish("pdf", {"pages": " ".join(map(str, begins))})


def _from_passport(data: bytes) -> DocumentText:
    from andregang.readers.passport import write_passport

    scribe = Scribe()
    write_passport(scribe, data)
    return scribe.finish("europass")
