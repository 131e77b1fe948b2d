"""Calendar files: meetings as Outlook, Exchange and Google write them."""

from andregang.domain.text import DocumentText
from andregang.readers import limits
from andregang.readers.calendar_text import write_calendar
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe


def read(data: bytes) -> DocumentText:
    """Every event, as labelled lines with a field for each value."""
    if data.count(b"\n ") + data.count(b"\n\t") > limits.CALENDAR_FOLDS:
        raise RefusedError(Reason.BOMB)
    scribe = Scribe()
    write_calendar(scribe, data)
    return scribe.finish("ics")
