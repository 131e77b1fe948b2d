"""Bytes that are text in an unknown encoding."""

import re

_CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SINGLE_BYTE = ("ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1", "iso8859-1", "windows-1252")


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The characters, without byte order mark. Never raises.

    A byte order mark decides, then valid UTF-8, then what was declared, then Windows-1252, which is what Norwegian
    mail and text files that call themselves Latin-1 or ASCII most often are.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace").lstrip("\ufeff")
    wide = _wide_without_mark(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    name = (declared or "").strip().lower()
    if name and name not in _SINGLE_BYTE and "\0" not in name and name.isascii():
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            pass
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode("cp1252", "replace") if _fits_windows(data) else data.decode("latin-1")


def declared_charset(head: bytes) -> str | None:
    """The charset named in a page's first bytes."""
    found = _CHARSET.search(head[:4096])
    return found.group(1).decode("ascii") if found else None


def _wide_without_mark(data: bytes) -> str | None:
    head = data[:2000]
    if len(head) < 8 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < len(head) * 0.05:
        return "utf-16-le"
    if even > len(head) * 0.3 and odd < len(head) * 0.05:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is UTF-8, as in a text cut in the middle of a letter."""
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count("\ufffd")
    wide = sum(1 for c in decoded if ord(c) > 127) - broken
    return broken * 8 <= wide


def _fits_windows(data: bytes) -> bool:
    return not any(code in data for code in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))
