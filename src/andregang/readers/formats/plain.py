"""Plain text: pasted ads, letters and CVs, in whatever encoding."""

from andregang.domain.text import DocumentText
from andregang.readers.encoding import decode_text
from andregang.readers.lines import mark_lines
from andregang.readers.scribe import Scribe, clean


def read(data: bytes) -> DocumentText:
    """The text as it stands; bullets, headings and paragraphs are told by how their lines look."""
    scribe = Scribe()
    mark_lines(scribe, clean(decode_text(data)).strip("\n"))
    return scribe.finish("plain")
