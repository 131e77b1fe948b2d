"""JSON Resume 1.0 (and its older names)."""

import json

from andregang.domain.text import DocumentText
from andregang.readers.encoding import decode_text
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.resume import write_resume
from andregang.readers.scribe import Scribe

_OLDER = (
    ("work", "company", "name"),
    ("work", "website", "url"),
    ("volunteer", "organisation", "organization"),
    ("education", "gpa", "score"),
)


def read(data: bytes) -> DocumentText:
    """Every value of the résumé as a field, under JSON Resume's own path."""
    try:
        body = json.loads(decode_text(data), parse_int=str, parse_float=str, parse_constant=str)
    except ValueError:
        raise RefusedError(Reason.DAMAGED) from None
    if not isinstance(body, dict):
        raise RefusedError(Reason.UNKNOWN_FORMAT)
    for section, old, new in _OLDER:
        for entry in body.get(section) or ():
            if isinstance(entry, dict) and old in entry and new not in entry:
                entry[new] = entry.pop(old)
    scribe = Scribe()
    write_resume(scribe, body)
    return scribe.finish("json")
