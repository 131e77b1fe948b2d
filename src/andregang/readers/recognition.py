"""Which format some bytes are in: told by what they hold; the name only settles what the content leaves open."""

import io
import json
import re
import zipfile

from andregang.readers.encoding import decode_text
from andregang.readers.refusal import Reason, RefusedError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_MACHINE = (
    "received|return-path|delivered-to|mime-version|message-id|content-type|content-transfer-encoding|dkim-signature"
)
_MACHINE_HEADER = re.compile(rf"^(?:{_MACHINE}):", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rf"^(?:{_MACHINE}|from|to|cc|subject|date|reply-to|thread-topic|x-[a-z-]{{1,40}}|arc-[a-z-]{{1,40}}):",
    re.IGNORECASE,
)
_ANY_HEADER = re.compile(r"^(?:[!-9;-~]{1,60}:|[ \t])")
_TAG = re.compile(
    r"<(?:!doctype html|html|head|body|main|article|div|p|h[1-6]|ul|ol|table|span|section|br)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_NEVER_TEXT = (".pdf", ".docx", ".pptx", ".odt", ".zip")
_PROFILE_KEYS = frozenset(("basics", "work", "education", "volunteer", "skills"))
_LINKEDIN = frozenset(("profile.csv", "positions.csv", "education.csv", "skills.csv"))


def recognise(name: str, data: bytes) -> str:
    """The format's name: pdf, docx, pptx, odt, html, eml, ics, json, linkedin, europass or plain. Raises `RefusedError`."""  # noqa: E501
    if not data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise RefusedError(Reason.EMPTY)
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _archive(data)
    if head.startswith(_OLE):
        sealed = "EncryptedPackage".encode("utf-16-le") in data
        raise RefusedError(Reason.ENCRYPTED if sealed else Reason.UNKNOWN_FORMAT)
    if head.startswith(_PICTURES) or head[4:12] in (b"ftypheic", b"ftypmif1") or head[8:12] == b"WEBP":
        raise RefusedError(Reason.SCANNED)
    if head.startswith(b"{\\rtf"):
        raise RefusedError(Reason.UNKNOWN_FORMAT)
    return _textual(name.lower(), data)


def _archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info.filename for info in archive.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, IndexError):
        raise RefusedError(Reason.DAMAGED) from None
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("ppt/") for name in names):
        return "pptx"
    if any(name.rsplit("/", 1)[-1].lower() in _LINKEDIN for name in names):
        return "linkedin"
    if "content.xml" in names and "mimetype" in names and _OPEN_TEXT in data[:200]:
        return "odt"
    raise RefusedError(Reason.UNKNOWN_FORMAT)


def _textual(name: str, data: bytes) -> str:
    text = decode_text(data[:400_000])
    start = text.lstrip("\ufeff \t\r\n\x00")
    sample = start[:20_000]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\r\n\x0c\x0b") or "\x7f" <= c <= "\x9f" or c == "\ufffd")
    if odd > len(sample) * 0.05:
        raise RefusedError(Reason.DAMAGED if name.endswith(_NEVER_TEXT) else Reason.UNKNOWN_FORMAT)
    if start[:15].upper() == "BEGIN:VCALENDAR":
        return "ics"
    if start[:1] == "{" and _is_resume(data):
        return "json"
    if start[:5] == "<?xml" or start[:1] == "<":
        lowered = sample[:6000].lower()
        if "europass" in lowered or "<skillspassport" in lowered or "<candidate" in lowered[:1500]:
            return "europass"
    if _looks_like_mail(name, start):
        return "eml"
    if _looks_like_page(name, start):
        return "html"
    return "plain"


def _is_resume(data: bytes) -> bool:
    try:
        body = json.loads(decode_text(data), parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return isinstance(body, dict) and any(isinstance(body.get(key), dict | list) for key in _PROFILE_KEYS)


def _looks_like_mail(name: str, start: str) -> bool:
    lines = start[:60_000].splitlines()
    if lines and lines[0].startswith("From ") and "@" in lines[0]:
        lines = lines[1:]
    known = machine = 0
    for line in lines[:400]:
        if not line.strip() or not _ANY_HEADER.match(line):
            break
        known += bool(_MAIL_HEADER.match(line))
        machine += bool(_MACHINE_HEADER.match(line))
    if name.endswith((".eml", ".mht", ".mhtml", ".mbox")):
        return known >= 1
    return known >= 2 and machine >= 1


def _looks_like_page(name: str, start: str) -> bool:
    opening = start[:4000].lower()
    if "<!doctype html" in opening or "<html" in opening:
        return True
    tags = len(_TAG.findall(start[:50_000]))
    if name.endswith((".html", ".htm", ".xhtml")):
        return tags >= 1
    if name.endswith((".md", ".markdown")):
        return False  # Markdown may hold tags and comments, and is shown as it stands
    return start[:1] == "<" and tags >= 2
