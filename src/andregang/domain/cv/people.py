"""Names, addresses and numbers: whose CV it is, and who speaks for them."""

import re
from collections.abc import Sequence
from itertools import islice

from andregang.domain.cv.lines import Line
from andregang.domain.cv.model import NamedReferee
from andregang.domain.cv.terms import Terms
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.text import trim

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(
    r"(?<![\w.,/-])(?:(?:\+|00)\d{1,3}[ -]?)?(?:\(0\)\s?)?\d(?:[ .-]?\d){7}(?![\d/.-]\d|\d|\w)"
    r"|(?<![\w/])(?:\+|00)[1-9]\d{0,2}(?:[ -]?\d){6,12}(?!\d)"
)
_TOKEN = re.compile(r"[A-ZÆØÅÄÖÜÁÉÍÓÚÝÐÞČŠŽŁŚŻĆŃĐÇÑŊŦ][\w'’-]*\.?|(?:van|von|de|der|den|del|da|al|el|bin|ibn|la|av)")
_BREAK = re.compile(r"[\t|·•●▪]|\s{3,}|,\s|\s[–—-]\s|\n|;\s|:\s")
_TITLE = re.compile(
    r"^\s*(?:curriculum\s+vitae|cv|c\.v\.|resume|résumé)\b[\s:–—\-|,]*(?:for|of|til|av)?\s*", re.IGNORECASE
)
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–.]?\s?(?:19|20)\d\d")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b(?:linkedin|github)\.com\S*", re.IGNORECASE)


def is_title(text: str) -> bool:
    """Whether a line only says that this is a CV."""
    return bool(_TITLE.match(text)) and not _TITLE.sub("", text, count=1).strip(" .:–-|")


def looks_like_name(text: str, terms: Terms) -> bool:
    """Whether a stretch can be a person's name: two to five capitalised words, none known as something else."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 5 or len(text) > 60 or not tokens[0][:1].isupper() or not tokens[-1][:1].isupper():
        return False
    if not all(_TOKEN.fullmatch(token) for token in tokens) or any(char.isdigit() for char in text):
        return False
    low = text.lower()
    if low in terms.headings or terms.is_place(text) or low in terms.columns or is_title(text):
        return False
    known = terms.languages | terms.degrees | terms.columns | terms.shares | frozenset(terms.furniture)
    return not (
        terms.position(text)
        or terms.organisation(text) >= 3
        or any(token.lower() in terms.organisation_words for token in tokens[1:])
        or terms.institution(text) >= 2
        or any(token.lower().strip(".") in known for token in tokens)
        or any(terms.headings.get(token.lower()) for token in tokens)
    )


def find_name(document: Document, lines: Sequence[Line], terms: Terms) -> Stated[str] | None:
    """The CV owner's name: labelled, or the most prominent line that looks like a name, weighed by the mail address."""
    mail = EMAIL.search(document.content.text)
    local = mail[0].split("@")[0].lower() if mail else ""
    best: tuple[float, int, int] | None = None
    for index, line in enumerate(lines[:200]):
        if line.bullet or len(line.text) > 160:
            continue
        for start, end in _pieces(line):
            words = document.content.text[start:end]
            if not looks_like_name(words, terms):
                continue
            value = 4.0 / (1 + index) - 0.02 * index + (3.0 if line.level == 1 else 1.0 if line.level else 0.0)
            value += 4.0 * _in_mail(words, local)
            value += 5.0 if start > line.start and _labelled(line.text[: start - line.start], terms) else 0.0
            value += 1.0 if (start, end) == (line.start, line.end) else 0.0
            if best is None or value > best[0]:
                best = (value, start, end)
    if best is None or best[0] < 0.5:
        return None
    words_quote = quote(document, best[1], best[2])
    return Stated(words_quote.words, words_quote)


def _labelled(before: str, terms: Terms) -> bool:
    return before.strip(" \t:").lower() in terms.name_labels


def _in_mail(words: str, local: str) -> float:
    """The share of the name's words that stand in the mail address."""
    folded = _ascii(local)
    tokens = [_ascii(token) for token in words.lower().replace("-", " ").split() if len(token) > 2]
    return sum(token[:6] in folded for token in tokens) / len(tokens) if folded and tokens else 0.0


def _ascii(text: str) -> str:
    table = str.maketrans(
        {"æ": "a", "ø": "o", "å": "a", "é": "e", "ä": "a", "ö": "o", "ü": "u", "ó": "o", "è": "e", "á": "a"}
    )
    return re.sub(r"[^a-z]", "", text.translate(table).replace("aa", "a").replace("ae", "a").replace("oe", "o"))


def _pieces(line: Line) -> list[tuple[int, int]]:
    lead = _TITLE.match(line.text)
    position = lead.end() if lead else 0
    found = []
    for stop in [*(match.span() for match in _BREAK.finditer(line.text, position)), (len(line.text), len(line.text))]:
        span = trim(line.text, position, stop[0], ",;:|")
        if span.end > span.start:
            found.append((line.start + span.start, line.start + span.end))
        position = stop[1]
    return found


def find_email(document: Document, name: str, aside: Sequence[Line]) -> Stated[str] | None:
    """The mail address that fits the name best, else the first that does not stand among the referees (`aside`)."""
    best: tuple[float, re.Match[str]] | None = None
    for found in islice(EMAIL.finditer(document.content.text), 50):
        value = 2 * _in_mail(name, found[0].split("@")[0].lower()) - 1.0 * _is_in(found.start(), aside)
        if best is None or value > best[0]:
            best = (value, found)
    return Stated(best[1][0], quote(document, *best[1].span())) if best else None


def find_phone(document: Document, lines: Sequence[Line], aside: Sequence[Line]) -> Stated[str] | None:
    """The first phone number in these lines, spaced as written; one among the referees (`aside`) is not the owner's."""
    for line in lines:
        for found in PHONE.finditer(line.text):
            digits = re.sub(r"\D", "", found[0])
            if len(digits) < 8 or _YEARS.fullmatch(found[0]) or _is_in(line.start, aside):
                continue
            return Stated(found[0], quote(document, line.start + found.start(), line.start + found.end()))
    return None


def _is_in(offset: int, lines: Sequence[Line]) -> bool:
    return any(line.start <= offset < line.end for line in lines)


def is_furniture(text: str, terms: Terms) -> bool:
    """Whether a line only holds an address, a number, a birth date or the like."""
    if len(text) > 300:
        return False
    rest = PHONE.sub("", _URL.sub("", EMAIL.sub("", text)))
    low = rest.lower().strip(" \t|·•,;:/")
    if not any(char.isalpha() for char in low) or is_title(text):
        return True
    if any(low.startswith(label) and not low[len(label) : len(label) + 1].isalpha() for label in terms.furniture):
        return True
    pieces = [piece.strip(" .") for piece in re.split(r"[\t|·•,\n]|\s{2,}|\s[–-]\s", low) if piece.strip(" .")]
    return all(
        terms.is_place(piece) or re.fullmatch(r"(?:no?-?)?\d{4} [\w .-]+|[\w .'-]+ \d{1,4}\s?[a-z]?", piece)
        for piece in pieces
    )


def read_referees(
    document: Document, lines: Sequence[Line], terms: Terms, own_name: str
) -> tuple[list[NamedReferee], list[Quote]]:
    """Named referees, and the lines that fitted none. Lines under a name belong to it until the next name."""
    found: list[tuple[Stated[str], list[tuple[int, int]]]] = []
    unread: list[Quote] = []
    for line in lines:
        if terms.is_reference_note(line.text) and not PHONE.search(line.text):
            continue
        start, end = _leading_name(line, terms)
        if end > start and document.content.text[start:end].casefold() != own_name.casefold():
            words = quote(document, start, end)
            found.append((Stated(words.words, words), []))
            rest = trim(document.content.text, end, line.end, ",;:|–—-·\t")
            if rest.end > rest.start:
                found[-1][1].append((rest.start, rest.end))
        elif found and not (end > start):
            found[-1][1].append((line.start, line.end))
        elif not is_furniture(line.text, terms):
            unread.append(quote(document, line.start, line.end))
    return [NamedReferee(name, _joined(document, spans)) for name, spans in found], unread


def _joined(document: Document, spans: Sequence[tuple[int, int]]) -> Stated[str] | None:
    if not spans:
        return None
    words = quote(document, spans[0][0], spans[-1][1])
    return Stated(words.words, words)


def _leading_name(line: Line, terms: Terms) -> tuple[int, int]:
    """The name a line begins with, also behind a label ('Navn:') or before parentheses; (0, 0) for none."""
    pieces = _pieces(line)
    for start, end in pieces[:2]:
        text = line.text[start - line.start : end - line.start]
        bare = re.split(r"\s*\(", text, maxsplit=1)[0]
        if looks_like_name(bare, terms):
            return start, start + len(bare)
        if not _labelled(text, terms):
            return 0, 0
    return 0, 0
