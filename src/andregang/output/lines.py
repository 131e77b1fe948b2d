"""Words from documents as single lines that are safe to set in any file."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
# Controls, direction overrides, private use (bullets of symbol fonts), surrogates and non-characters: none of them
# is a word, and each breaks some file.
_UNSEEN = {"Cc", "Co", "Cs", "Cn"}
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0xFEFF, 0xFFFC, 0xFFFD])


def one_line(text: str) -> str:
    """The text on one line, without characters that cannot be seen."""
    text = _SPACE.sub(" ", text).translate(_DIRECTIONS)
    return _SPACE.sub(" ", "".join(c for c in text if unicodedata.category(c) not in _UNSEEN)).strip()


def shorten(text: str, room: int) -> str:
    """One line of at most `room` characters, cut between words and ended with … when it was longer."""
    line = one_line(text)
    if len(line) <= room:
        return line
    head = line[: room - 1]
    at = head.rfind(" ")
    if at > room // 2:
        head = head[:at]
    return head.rstrip(" ,;:.–-(«") + "…"


def sentence(text: str, room: int) -> str:
    """As `shorten`, with a capital first letter: for an item that stands alone in a list."""
    line = shorten(text, room)
    return line[:1].upper() + line[1:]
