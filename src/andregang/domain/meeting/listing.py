"""Enumerations in running text told apart: "A, B og C"."""

import re

from andregang.domain.text import Span, trim

_COMMA = re.compile(r"[;,]\s{1,2}(?:og\s|and\s|samt\s)?(?![^()]{0,80}\))")
_AND = re.compile(r"\s(?:og|and|samt|pluss|\+|&)\s(?![^()]{0,80}\))", re.IGNORECASE)


def split_list(text: str, start: int, end: int, *, pairs: bool) -> list[Span]:
    """The parts of an enumeration between `start` and `end`.

    "A, B og C" has three; "A og B" has two when `pairs`. What stands in parentheses is not told apart.
    """
    parts: list[Span] = []
    position = start
    for comma in _COMMA.finditer(text, start, end):
        parts.append(Span(position, comma.start()))
        position = comma.end()
    parts.append(Span(position, end))
    last = parts.pop()
    ands = list(_AND.finditer(text, last.start, last.end)) if parts or pairs else []
    if ands and (len(parts) > 0 or pairs):
        cut = ands[-1] if parts else ands[0]
        parts.extend([Span(last.start, cut.start()), Span(cut.end(), last.end)])
    else:
        parts.append(last)
    trimmed = (trim(text, part.start, part.end, ".,:;!?") for part in parts)
    return [part for part in trimmed if part.end > part.start]
