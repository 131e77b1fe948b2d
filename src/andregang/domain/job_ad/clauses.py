"""Sentences and clauses: the shortest complete words an item can be quoted with."""

import re

from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.text import Span, trim

_STOP = re.compile(r"[.!?…]+[\"»”)]*(?=\s+[\"«“(]?[A-ZÆØÅÁČŠŽ0-9•-])|[.!?](?=[A-ZÆØÅ][a-zæøå])|\n{2,}")
_SHORT = frozenset(
    [
        "kl",
        "tlf",
        "evt",
        "ev",
        "ca",
        "nr",
        "pr",
        "bl",
        "f",
        "eks",
        "dvs",
        "osv",
        "inkl",
        "ekskl",
        "jf",
        "jfr",
        "iht",
        "ihht",
        "mht",
        "st",
        "dr",
        "mr",
        "ms",
        "mob",
        "tel",
        "min",
        "maks",
        "max",
        "m.m",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "des",
        "avd",
        "ass",
        "prof",
        "co",
        "fung",
        "mm",
        "etc",
        "e.g",
        "i.e",
        "no",
        "vs",
        "ind",
        "d.e",
    ]
)
_REACH = 160
_ENDS = " \t\n.,;:!•·–—-"
_SPLIT_TASK = re.compile(r",? (?:samt|og|and|as well as|i tillegg til) |, ", re.IGNORECASE)
_ACTION = re.compile(
    r"(?:\w+ |å ){0,2}?(?:\w{3,}(?:ing|else|sjon|tion|ance|arbeid)|ansvar(?:et)?|vedlikehold|kontroll|drift|salg|sal|support|bestilling|"
    r"mottak|samarbeid|kontakt|rapportering|møter|innkjøp|service)\b(?: \w+)* (?:av|for|med|til|i|mot|på|fra|frå|of|with|to|for) \w",
    re.IGNORECASE,
)
_COMPLEMENT = re.compile(r"\w (?:av|for|med|til|i|mot|på|fra|frå|innen|of|with|to|in|for|from) \w")
_SINGLE = re.compile(r"\w+$")
_NOMINAL = re.compile(r"(?:ing|else|sjon|tion)$", re.IGNORECASE)
_WISH = re.compile(
    r"[,;] (?:og )?(?:men )?(?=(?:gjerne|helst|aller helst|fortrinnsvis|preferably|ideally|og gjerne)\b)| (?=\((?:gjerne|helst))",
    re.IGNORECASE,
)
_MUST_MUST = re.compile(
    r",? (?:og|and|samt) (?=(?:må|ha|være|vere|kunne|beherske|rekne|regne|har|kan|kjenner|er|disponere|have|be|must)\b)|"
    r",? (?:og|and|samt) (?=(?:gode?|relevant|solid|bred|minimum|minst|erfaring|kunnskap|kjennskap|kompetanse|fagbrev|førerkort|sertifikat|good|strong|experience|knowledge)\b)",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r",? (?:og|and|samt|og en|i tillegg til) (?=(?:en |et |ein |eit |a |an |svært |meget )?(?:god|gode|godt|konkurranse\w*|mulighet\w*|moglegheit\w*|anledning|sjansen|fleksib\w*|spennende|varierte?|gunstig\w*|hyggelig\w*|competitive|good|flexible|great)\b)|, (?=(?:en |et |ein |eit |a |an |svært |meget )?(?:god|gode|godt|konkurranse\w*|mulighet\w*|anledning|sjansen|fleksib\w*|spennende|varierte?|gunstig\w*|hyggelig\w*|competitive|good|flexible|great|være med)\b)",
    re.IGNORECASE,
)
_BUT = re.compile(r", (?:og )?(?=(?:men )?(?:må|du må|søker må|vi tilbyr|vi har)\b)", re.IGNORECASE)
_BEFORE_BUT = re.compile(r", men (?=du må\b)", re.IGNORECASE)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two offsets, trimmed; abbreviations and dates do not end one."""
    found, at = [], start
    for stop in _STOP.finditer(text, start, end):
        if stop.group().startswith(".") and _abbreviates(text, start, stop.start(), stop.end()):
            continue
        found.append(trim(text, at, stop.end()))
        at = stop.end()
    found.append(trim(text, at, end))
    return [span for span in found if span.end > span.start]


def _abbreviates(text: str, start: int, dot: int, after: int) -> bool:
    word_at = dot
    while word_at > start and (text[word_at - 1].isalnum() or text[word_at - 1] in ".&-"):
        word_at -= 1
    word = text[word_at:dot]
    following = text[after : after + 2].strip()
    if word.isdigit():
        return len(word) <= 2 and not following[:1].isupper()
    return (
        word.casefold() in _SHORT
        or (len(word) == 1 and word.isupper())
        or ("." in word and len(word) <= 5 and not word.casefold().endswith("osv"))
    )


def bare(text: str, span: Span) -> Span:
    """The span without closing marks and white space."""
    inner = trim(text, span.start, span.end, _ENDS)
    if inner.end < len(text) and text[inner.end : inner.end + 1] == ")" and "(" in text[inner.start : inner.end]:
        inner = Span(inner.start, inner.end + 1)
    return inner


def without_lead(text: str, span: Span, lexicon: Lexicon, *names: str) -> Span:
    """The span without the words that only lead in ("Vi tilbyr", "Vi ser etter deg som"), when something is left."""
    for name in names * 2:
        found = lexicon.strips[name].match(text, span.start, span.end)
        if found and span.end - found.end() >= 4:
            span = Span(found.end(), span.end)
    return span


def _cut(text: str, span: Span, cuts: list[tuple[int, int]]) -> list[Span]:
    pieces, at = [], span.start
    for left, right in cuts:
        pieces.append(Span(at, left))
        at = right
    pieces.append(Span(at, span.end))
    return [p for p in (bare(text, piece) for piece in pieces) if p.end > p.start]


def duties(text: str, span: Span) -> list[Span]:
    """A line of tasks as its separate duties; a list that shares one complement stays whole."""
    cuts: list[tuple[int, int]] = []
    at = span.start
    for found in _SPLIT_TASK.finditer(text, span.start, span.end):
        left = text[max(at, found.start() - _REACH) : found.start()]
        right = text[found.end() : min(span.end, found.end() + _REACH)]
        if "(" in left and ")" not in left:
            continue
        action = _ACTION.match(right)
        whole = _COMPLEMENT.search(left) or (_SINGLE.fullmatch(left.strip()) and not _NOMINAL.search(left.strip()))
        if action and whole and len(right) > 6:
            cuts.append((found.start(), found.end()))
            at = found.end()
    return _cut(text, span, cuts)


def demands(text: str, span: Span) -> list[Span]:
    """A demanding line as its separate demands; a wish after a comma ("gjerne med fagbrev") is one of its own."""
    pieces = [span]
    for pattern in (_WISH, _BUT, _MUST_MUST):
        pieces = [
            part
            for piece in pieces
            for part in _cut(text, piece, [m.span() for m in pattern.finditer(text, piece.start, piece.end)])
        ]
    return pieces


def offers(text: str, span: Span) -> list[Span]:
    """A line of offers as its separate offers."""
    return _cut(text, span, [m.span() for m in _OFFER.finditer(text, span.start, span.end)])


def parts(text: str, span: Span) -> list[Span]:
    """A sentence before it is read: cut where another person's demand or offer begins (", men du må …")."""
    return _cut(text, span, [m.span() for m in _BEFORE_BUT.finditer(text, span.start, span.end)])
