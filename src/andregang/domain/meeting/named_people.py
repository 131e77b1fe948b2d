"""People named in running words, each with the role beside the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.names import EMAIL, FULL_NAME, SINGLE_NAME, is_name
from andregang.domain.text import Span, trim

_CLAUSE = re.compile(
    r"(?:,\s|\s)?(?:som|who|that)\s(?:er|is|blir|har|nå er)?\s?(?P<role>[^,.;()\n]{3,60}?)(?=,|\.|;|\)|\s(?:og|and|blir|tar|tek|kommer|deltar|møter|vil|will|er|is)\b|\Z)"  # noqa: E501
)

_PAREN = re.compile(r"\s?\((?P<role>[^()\n]{2,70})\)")

_DASH = re.compile(r"\s[–—-]\s?(?P<role>[^,.;()\n]{2,60})")

_COLON = re.compile(r":\s(?P<role>[^,.;()\n]{2,60})")

_APPOSITION = re.compile(
    r",\s(?:vår|vårt|our|the|nye|new|min|my)?\s?(?P<role>[^,.;()\n]{2,70}?)(?=,|\.|;|\(|\n|\s(?:og|and|samt|blir|tar|deltar|møter|vil|will)\s|\Z)"
)


@dataclass(frozen=True, slots=True)
class Found:
    name: Span
    role: Span | None
    context: str


def people_in(mail: Correspondence, start: int, end: int, context: str, *, listed: bool) -> Iterator[Found]:
    view = mail.view
    position = start
    while match := FULL_NAME.search(view, position, end):
        name = _person(mail, match)
        if name is None:
            position = match.start("name") + len(match["name"].split()[0]) + 1
            if position > match.end():
                position = match.end()
            continue
        role = _role_after(mail, name.end, end) or _role_before(mail, start, name.start)
        yield Found(name, role, context)
        position = max(name.end, role.end if role else 0)
    if start < end:
        yield from _first_names(mail, start, end, context, listed=listed)


def _person(mail: Correspondence, match: re.Match[str]) -> Span | None:
    """The name without titles and roles before it ("Driftsleder Kjell Åge Noreng")."""
    words = match["name"].split()
    start = match.start("name")
    while len(words) > 1 and (
        mail.phrases.is_("people.title", words[0])
        or mail.phrases.is_("people.role", words[0])
        or words[0].lower() in {"og", "and", "du", "møt", "hr", "fra", "med", "meet", "with"}
    ):
        start += len(words[0]) + 1
        words = words[1:]
    name = " ".join(words)
    if len(words) < 2 or not is_name(name) or mail.phrases.in_("agency.firm", name):
        return None
    before = mail.view[max(0, start - 9) : start]
    if re.search(r"(?:\bhos|\bi|\bved|\bat|\bfor|\bfra|\bfrå|\bfrom|\bin|\bof)\s\Z", before, re.IGNORECASE) or _is_firm(
        mail, name
    ):
        return None
    return Span(start, match.end("name"))


def _is_firm(mail: Correspondence, name: str) -> bool:
    """Whether the words are elsewhere told as a firm: "hos Nordlys", "fra Nordlys", "kunde Nordlys AS"."""
    first = re.escape(name.split()[0])
    told = rf"\b(?:hos|fra|frå|from|at|i|kunden?|client|på vegner? av|behalf of|oppdragsgiver)(?: vår)?,?\s{first}\b"
    return bool(re.search(told, mail.text, re.IGNORECASE)) or (
        bool(re.search(rf"@[\w.-]{{0,40}}{first}", mail.text, re.I))
        and not any(signer and signer.name.split()[0] == name.split()[0] for signer in mail.signers)
        and not re.search(rf"\b{first.lower()}[._]", mail.text)
    )


def _role_after(mail: Correspondence, position: int, end: int) -> Span | None:
    view = mail.view
    for pattern in (_PAREN, _DASH, _COLON):
        if match := pattern.match(view, position, end):
            role = _short(view, match.start("role"), match.end("role"))
            return role if not EMAIL.search(view, role.start, role.end) else None
    if match := _CLAUSE.match(view, position, end):
        return trim(view, match.start("role"), match.end("role"))
    if match := _APPOSITION.match(view, position, end):
        role = trim(view, match.start("role"), match.end("role"))
        words = view[role.start : role.end]
        if _ends_in_a_person(mail, words):
            return None
        if mail.phrases.in_("people.role", words) or _ROLE_HINT.match(words):
            return role
    return None


_ROLE_HINT = re.compile(r"[A-ZÆØÅ]{2,4}\b|(?:leder|leiar|leads?|ansvar|drift|økonomi|verne)\w*\s")


def _ends_in_a_person(mail: Correspondence, words: str) -> bool:
    """Whether what stands after a comma is the next person rather than a role ("nestleder Arne Vik")."""
    for match in FULL_NAME.finditer(words):
        name = match["name"].split()
        while len(name) > 1 and (mail.phrases.is_("people.role", name[0]) or mail.phrases.is_("people.title", name[0])):
            name = name[1:]
        before = words[: match.start()]
        of = re.search(r"\b(?:for|ved|i|hos|av|of|at|in|til|the)\s\Z", before)
        if match.end() == len(words) and len(name) > 1 and is_name(" ".join(name)) and not of:
            return not mail.phrases.is_("people.role", words)
    return False


def _short(view: str, start: int, end: int) -> Span:
    cut = re.search(r",\s(?:og|and|hun|han|ho|som|she|he)\b|,\s(?=[a-zæøå]+\s(?:du|you|på|i)\b)", view[start:end])
    return trim(view, start, start + cut.start() if cut else end)


def _role_before(mail: Correspondence, start: int, position: int) -> Span | None:
    """ "økonomidirektør Torunn Hjelle": the words of a role right before the name."""
    window = max(start, position - 60)
    before = mail.view[window:position]
    for match in mail.phrases["people.role"].finditer(before):
        if _OWN_ROLE.fullmatch(before[match.end() :]):
            return trim(mail.view, window + match.start(), window + match.end())
        if _OUR_ROLE.search(before[: match.end()]) and before[match.end() :] == ", ":
            return _undetermined(mail, window + match.start(), window + match.end())
        if not before[match.end() :].strip(" \n,") and "," not in before[match.end() :]:
            return _undetermined(mail, window + match.start(), window + match.end())
    return None


# "sjefen min, Hans", "sjefen hans Anita Holm", "our CTO, Kari Holm"
_OWN_ROLE = re.compile(r"\s(?:min|mi|vår|hans|hennes|hennar|deira|deres),? ", re.IGNORECASE)

_OUR_ROLE = re.compile(r"\b(?:our|my|the|your|vår|min|ny|new)\s(?:[\w-]+\s){0,3}[\w-]+\Z", re.IGNORECASE)

_DETERMINER = re.compile(r"(?:(?:med|with|by|av|and|og|to|our|my|the|your|a|an|vår|vårt|min|meet)\s)+", re.IGNORECASE)


def _undetermined(mail: Correspondence, start: int, end: int) -> Span:
    """A role without the small words before it ("our staff engineer")."""
    lead = _DETERMINER.match(mail.view, start, end)
    return trim(mail.view, lead.end() if lead else start, end)


def _first_names(mail: Correspondence, start: int, end: int, context: str, *, listed: bool) -> Iterator[Found]:
    """People by first name alone, where the words around leave no doubt: "meg og Tuva", "Siv, som ...", "Mari (kokk)"."""  # noqa: E501
    view = mail.view
    for match in SINGLE_NAME.finditer(view, start, end):
        name = match["name"]
        part = any(
            f.start() <= match.start() < f.end()
            for f in FULL_NAME.finditer(view, start, end)
            if _is_taken(f["name"], name)
        )
        if part or not is_name(name) or mail.phrases.in_("people.role", name) or len(name) < 3 or _is_firm(mail, name):
            continue
        before = view[max(start, match.start() - 14) : match.start()]
        after = view[match.end() : min(end, match.end() + 40)]
        beside = re.search(
            r"(?:\bmeg|\bjeg|\beg|\bme|\bog|\band|\bmed|\bwith|\bmøter?|\bmeet),? (?:og |and )?\Z", before
        )
        role = _role_after(mail, match.end(), end)
        is_role = role is not None and mail.phrases.in_("people.role", view[role.start : role.end])
        if re.search(r"\b(?:of|for|i|in|at|av|ved)\s\Z", before):
            continue
        own = _OWN_ROLE.search(before) is not None and (
            before.endswith(", ") or _role_before(mail, start, match.start()) is not None
        )
        clause = re.match(r",? (?:som|who) ", after)
        leads = match.start() == start and re.match(r" (?:blir|tar|kommer|og|and) ", after)
        closes = beside and re.match(r"(?:[.,!]| (?:blir|tar|er|kommer|vil|will|og|and|fra|from|på|i)\b|\Z)", after)
        if clause or is_role or own or (listed and role) or leads or closes:
            yield Found(
                Span(match.start(), match.end()),
                _role_after(mail, match.end(), end) or _role_before(mail, start, match.start()),
                context,
            )


def _is_taken(full: str, single: str) -> bool:
    """Whether a capitalised word belongs to a full name or a firm that stands there, and does not only begin it."""
    return is_name(full) or full.split()[0] != single or len(full.split()) > 1
