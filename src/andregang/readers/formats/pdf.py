"""PDF: words with their boxes, put in the order a person reads them."""

import pypdfium2 as pdfium

from andregang.domain.text import DocumentText
from andregang.readers import limits
from andregang.readers.lines import mark_lines
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean


def read(data: bytes) -> DocumentText:
    """The text of all pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as problem:
        raise RefusedError(Reason.ENCRYPTED if "assword" in str(problem) else Reason.DAMAGED) from None
    if len(document) > limits.PAGES:
        raise RefusedError(Reason.TOO_LARGE)
    scribe = Scribe()
    for page in document:
        mark_lines(scribe, clean(page.get_textpage().get_text_range()))
        scribe.gap()
    if not scribe.written().strip():
        raise RefusedError(Reason.SCANNED)
    return scribe.finish("pdf")
