"""Mails, with what they carry: plain text or HTML, a calendar part, forwarded mails, names of attachments."""

import email
import re
from collections.abc import Iterable
from email.header import decode_header
from email.message import Message

from andregang.domain.text import DocumentText
from andregang.readers import limits
from andregang.readers.encoding import decode_text
from andregang.readers.lines import mark_lines
from andregang.readers.markup import write_letter, write_page
from andregang.readers.refusal import Reason, RefusedError
from andregang.readers.scribe import Scribe, clean, one_line

_SHOWN = ("From", "To", "Cc", "Reply-To", "Date", "Subject")
_LONG_HEADER = re.compile(rb"\r?\n(?![ \t])")
_QUOTE = re.compile(r"(?:> ?){0,20}")
_FORMATS = ("text/plain", "text/html", "text/calendar")
_SUBSTANCE = 0.3


def read(data: bytes) -> DocumentText:
    """Headers first, then the body; forwarded mails and quoted threads stay in their order."""
    if data.startswith(b"From "):
        data = data.split(b"\n", 1)[-1]
    _refuse_bombs(data)
    message = email.message_from_bytes(data)
    scribe = Scribe()
    if message.get("Snapshot-Content-Location"):
        return _saved_page(scribe, message)
    _Writer(scribe).message(message, "", 0)
    return scribe.finish("eml")


def _refuse_bombs(data: bytes) -> None:
    if data.count(b"boundary=") > limits.MAIL_PARTS:
        raise RefusedError(Reason.BOMB)
    head = re.split(rb"\r?\n\r?\n", data, maxsplit=1)[0]
    if max((len(line) for line in _LONG_HEADER.split(head)), default=0) > limits.HEADER_BYTES:
        raise RefusedError(Reason.BOMB)


def _saved_page(scribe: Scribe, message: Message) -> DocumentText:
    """A web page a browser saved as one file (MHTML)."""
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return scribe.finish("html", write_page(scribe, _content(part)))
    raise RefusedError(Reason.EMPTY)


def _header(message: Message, name: str) -> str:
    """A header decoded; what cannot be decoded stays as it is written."""
    raw = message.get(name)
    if raw is None:
        return ""
    pieces = []
    try:
        for piece, charset in decode_header(raw):
            pieces.append(decode_text(piece, charset) if isinstance(piece, bytes) else piece)
    except (ValueError, LookupError, TypeError):
        pieces = [str(raw)]
    text = one_line("".join(pieces))
    if any("\udc80" <= c <= "\udcff" for c in str(raw)):
        text = one_line(decode_text(str(raw).encode("ascii", "surrogateescape")))
    return text[:5000]


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        charset = part.get_content_charset()
    except (ValueError, LookupError, TypeError):
        charset = None
    return decode_text(data, charset)


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):
        return ""
    return (
        one_line("".join(decode_text(p, c) if isinstance(p, bytes) else p for p, c in decode_header(name)))
        if name
        else ""
    )


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, Message)] if isinstance(payload, list) else []


class _Writer:
    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe
        self._attached = 0
        self._events = 0
        self._calendars: set[bytes] = set()
        self._names: list[str] = []

    def message(self, message: Message, prefix: str, depth: int) -> None:
        """A mail and what it carries. `prefix` is `forwarded[0].` and so on for mails inside it."""
        if depth > limits.MAIL_DEPTH:
            raise RefusedError(Reason.BOMB)
        self._scribe.gap()
        for name in _SHOWN:
            self._scribe.field(name, f"{prefix}header.{name.lower()}", _header(message, name))
        self._scribe.gap()
        self._part(message, depth)
        if depth == 0:
            self._scribe.gap()
            for number, name in enumerate(self._names):
                self._scribe.field("Attachment", f"attachment[{number}]", name)

    def _part(self, part: Message, depth: int) -> None:
        if depth > limits.MAIL_DEPTH:
            raise RefusedError(Reason.BOMB)
        kind = part.get_content_type()
        parts = _parts(part)
        if kind in ("message/rfc822", "message/global") and parts:
            self._attached += 1
            self._scribe.gap()
            self.message(parts[0], f"forwarded[{self._attached - 1}].", depth + 1)
        elif kind == "multipart/alternative" and parts:
            self._alternatives(parts, depth + 1)
        elif parts:
            for inner in parts:
                self._part(inner, depth + 1)
        elif kind == "text/calendar" or _file_name(part).lower().endswith(".ics"):
            self._calendar(part)
        elif kind in _FORMATS and part.get_content_disposition() != "attachment":
            self._text(part, kind)
        elif name := _file_name(part):
            self._names.append(name)

    def _alternatives(self, parts: Iterable[Message], depth: int) -> None:
        """One of the same text's forms, and the calendar form beside it."""
        parts = list(parts)
        plain = next((p for p in parts if p.get_content_type() == "text/plain"), None)
        page = next((p for p in parts if p.get_content_type() in ("text/html", "multipart/related")), None)
        chosen = plain if plain is not None and (page is None or self._has_substance(plain, page)) else page
        for part in parts:
            kind = part.get_content_type()
            if part is chosen or kind not in ("text/plain", "text/html", "multipart/related"):
                self._part(part, depth)

    def _has_substance(self, plain: Message, page: Message) -> bool:
        words = len(_content(plain).split())
        draft = Scribe()
        for part in page.walk():
            if part.get_content_type() == "text/html":
                write_letter(draft, _content(part))
        return words >= max(1, len(draft.written().split()) * _SUBSTANCE)

    def _text(self, part: Message, kind: str) -> None:
        text = _content(part)
        if kind == "text/html":
            write_letter(self._scribe, text)
            return
        if str(part.get_param("format", "")).lower() == "flowed":
            text = _unflowed(text)
        mark_lines(self._scribe, clean(text).strip("\n"), headings=False)

    def _calendar(self, part: Message) -> None:
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        if data in self._calendars:
            return
        self._calendars.add(data)
        # Loaded for the few mails that carry a calendar: it takes as long as all the rest.
        from andregang.readers.calendar_text import write_calendar

        self._scribe.gap()
        draft = Scribe()
        try:
            write_calendar(draft, data)
        except RefusedError:
            if name := _file_name(part):
                self._names.append(name)
            return
        self._events += write_calendar(self._scribe, data, first=self._events)


def _unflowed(text: str) -> str:
    """Lines of format=flowed joined to the paragraphs they were."""
    lines: list[str] = []
    open_line = False
    for line in text.replace("\r\n", "\n").split("\n"):
        found = _QUOTE.match(line)
        depth = found[0].count(">") if found else 0
        words = line[found.end() :] if found and depth else line.removeprefix(" ")
        if open_line and lines and _depth(lines[-1]) == depth and words.strip() != "--":
            lines[-1] += words
        else:
            lines.append("> " * depth + words)
        open_line = line.endswith(" ") and line.rstrip() != "--"
    return "\n".join(lines)


def _depth(line: str) -> int:
    found = _QUOTE.match(line)
    return found[0].count(">") if found else 0
