"""Who wrote a letter, from its signature, its header or its running words."""

import re
from dataclasses import dataclass

from andregang.domain.meeting.lines import Letter, lines_of
from andregang.domain.meeting.names import CAPITAL, EMAIL, FULL_NAME, PHONE, SINGLE_NAME, is_name
from andregang.domain.meeting.phrases import Phrases
from andregang.domain.text import Span, trim


@dataclass(frozen=True, slots=True)
class Signer:
    """Who wrote a letter: the name with its place, and what the header and the signature give."""

    name: str
    span: Span
    role: Span | None = None
    email: Span | None = None
    phone: Span | None = None


def signer_of(text: str, view: str, letter: Letter, phrases: Phrases) -> Signer | None:
    """Who wrote the letter, from its signature and its header; None when no person is named."""
    header = letter.headers.get("from")
    mail = (
        letter.headers.get("mail") or _first(EMAIL, text, header) or _first(EMAIL, text, letter.headers.get("reply-to"))
    )
    named = _header_name(text, header)
    signed = _signed_name(view, letter, phrases)
    tail = letter.tail
    phone = _best_phone(view, tail)
    mail = _first(EMAIL, view, tail) if mail is None or _is_machine(text[mail.start : mail.end]) else mail
    person = named or signed or _inline_name(view, letter, phrases)
    if named and signed and len(_words(view, signed)) > len(_words(text, named)):
        person = signed
    if person is None:
        return None
    name = text[person.start : person.end]
    role = _signature_role(view, tail, name, phrases)
    if letter.body.start <= person.start < letter.body.end:
        own = _own_line(view, person, letter.body.end)
        role, phone = role or _signature_role(view, own, name, phrases), phone or _best_phone(view, own)
    return Signer(name, person, role, mail, phone)


def _own_line(view: str, name: Span, end: int) -> Span:
    """A name in running words with what is said of it: "Hilsen Kari Lie, butikksjef, 999 88 777"."""
    stop = re.search(r"[!?\n(]|\.\s", view[name.end : min(end, name.end + 110)])
    return Span(name.start, name.end + stop.start() if stop else min(end, name.end + 110))


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].split()


def _is_machine(mail: str) -> bool:
    return bool(re.match(r"(?:no-?reply|ikke-?svar|donotreply|notification|calendar-notification|noreply)", mail, re.I))


def _first(pattern: re.Pattern[str], text: str, span: Span | None) -> Span | None:
    match = pattern.search(text, span.start, span.end) if span else None
    return Span(match.start(), match.end()) if match else None


def _header_name(text: str, header: Span | None) -> Span | None:
    if header is None:
        return None
    for pattern in (FULL_NAME, SINGLE_NAME):
        match = pattern.search(text, header.start, header.end)
        whole = match and (pattern is FULL_NAME or text[header.start : header.end].partition(" <")[0] == match["name"])
        if match and whole and is_name(match["name"]):
            return Span(match.start("name"), match.end("name"))
    return None


_INLINE = re.compile(
    rf"(?:(?:^|[.!?\n]\s{{0,3}}|\b[Dd]ette er |\b[Tt]his is |\b[Dd]et er |\b[Hh]er er |(?:[Hh]ei|[Hh]i|[Hh]ello|[Hh]ey) \w{{2,20}}[,.!]{{0,2}} )(?P<name>{CAPITAL}(?: {CAPITAL})?) (?:(?:på|fra|i|hos|ved|frå|from|at)\s[^.!?\n]{{2,40}}\s)?(?:her|here)\b"  # noqa: E501
    rf"|\b(?:[Dd]ette er|[Dd]et er|[Hh]er er|[Tt]his is|[Ii]t's|[Ii]t is|[Jj]eg heter|[Ee]g heiter) (?P<name2>{CAPITAL}(?: {CAPITAL})?) (?:fra|frå|i|på|from|at|hos)\b"  # noqa: E501
    rf"|(?:[.!?,]\s{{0,3}}|^)(?P<name4>{CAPITAL}) (?:på|fra|frå|i|hos|ved|from|at) [A-ZÆØÅ][\w-]+(?: [\w-]+)?[.!,]"
    rf"|\bv/ ?(?P<name3>{CAPITAL}(?: {CAPITAL})?))",
    re.MULTILINE,
)


def _inline_name(view: str, letter: Letter, phrases: Phrases) -> Span | None:
    """The name in messages without a signature: "Rune på verkstedet her", "... Helsing Kristi"."""
    told = _closing_name(view, letter, phrases)
    for match in _INLINE.finditer(view, letter.body.start, letter.tail.end):
        group = next(name for name in ("name", "name2", "name3", "name4") if match[name])
        if is_name(match[group]):
            fuller = told is not None and view[told.start : told.end].startswith(match[group] + " ")
            return told if fuller else Span(match.start(group), match.end(group))
    return told


def _closing_name(view: str, letter: Letter, phrases: Phrases) -> Span | None:
    """ "... Helsing Kristi" at the end of the running words."""
    window = max(letter.body.start, letter.body.end - 160)
    for closing in phrases["letter.closing"].finditer(view, window, letter.body.end):
        found = re.compile(rf"[ ,\n]{{1,3}}(?P<name>{CAPITAL}(?: {CAPITAL}){{0,2}})").match(
            view, closing.end(), letter.body.end
        )
        if found and is_name(found["name"]):
            return Span(found.start("name"), found.end("name"))
    return None


def _signed_name(view: str, letter: Letter, phrases: Phrases) -> Span | None:
    """The first person in the signature; a first name alone where the line holds no more."""
    first_only: Span | None = None
    for line in lines_of(view, letter.tail.start, letter.tail.end)[:6]:
        start = line.start
        if closing := phrases["letter.closing"].match(view, start, line.end):
            start = closing.end()
        for match in FULL_NAME.finditer(view, start, line.end):
            if is_name(match["name"]) and not phrases.in_("people.role", match["name"].split()[0]):
                return Span(match.start("name"), match.end("name"))
        single = SINGLE_NAME.fullmatch(view[start : line.end].strip(" ,.!–-"))
        if single and is_name(single["name"]) and first_only is None and not phrases.is_("people.role", single["name"]):
            span = trim(view, start, line.end, ",.!–-")
            first_only = span if span.end - span.start > 1 else first_only
    return first_only


def _best_phone(view: str, tail: Span) -> Span | None:
    """The mobile number, or the first one; numbers to dial into a video meeting are nobody's."""
    found: list[tuple[int, Span]] = []
    for match in PHONE.finditer(view, tail.start, tail.end):
        lead = view[max(tail.start, match.start() - 24) : match.start()].lower()
        line = view[view.rfind("\n", 0, match.start()) + 1 : match.start()].lower()
        if re.search(r"(?:id|møte-id|org|konto|passord|pin|faks|fax)[\w .:-]{0,14}\Z", line):
            continue
        if re.search(r"(?:mob\w*|m|cell|mobile)\W{1,3}\Z", lead):
            rank = 0
        elif re.search(r"sentralbord|switchboard|ring inn|dial|skulen|skolen|resepsjon", line):
            rank = 3
        else:
            rank = 1
        if view[match.end() : match.end() + 2].startswith(",,"):
            continue
        found.append((rank, Span(match.start(), match.end())))
    return min(found, key=lambda pair: (pair[0], pair[1].start))[1] if found else None


def _signature_role(view: str, tail: Span, name: str, phrases: Phrases) -> Span | None:
    """The title beside or under the name in the signature."""
    lines = lines_of(view, tail.start, tail.end)[:8]
    first = name.split()[0]
    for number, line in enumerate(lines):
        if first not in line.text or EMAIL.search(line.text):
            continue
        position = line.text.find(name)
        rest_from = line.start + (position + len(name) if position >= 0 else line.text.find(first) + len(first))
        rest = trim(view, rest_from, line.end, "|,–-•·/")
        if rest.end > rest.start:
            cut = re.search(r"\s?[|•·]\s|,", view[rest.start : rest.end])
            role = Span(rest.start, rest.start + cut.start()) if cut else rest
            if phrases.in_("people.role", view[role.start : role.end]):
                return role
        for following in lines[number + 1 : number + 2]:
            if phrases.in_("people.role", following.text) and not PHONE.search(following.text):
                cut = re.search(r"\s?[|•·]\s|,", following.text)
                return (
                    Span(following.start, following.start + cut.start())
                    if cut
                    else Span(following.start, following.end)
                )
    return None
