"""Title, employer, deadline, place, size and duration of a post."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from andregang.domain.dates import find_moments
from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.job_ad.lines import Line
from andregang.domain.source import Document, Stated, quote
from andregang.domain.text import Span, fold, trim

_LABEL_ONLY = 4
_FAR = 120
_MOST_DUE = 20
_DUE = re.compile(
    r"søknads?\s?frist|\bfrist\b|søk(?:nad)? (?:sendes )?innen|send\w{0,4} .{0,60}inn(?:en|an)\b|senest innen|"
    r"søk senest|deadline|apply (?:by|before)|closing date|applications? .{0,60}by\b|søkje? innan|innan|senest",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?P<n>\d{1,3})(?:[.,]\d)? ?(?:%|prosent|pst\.?|percent|per cent)(?:s|\b)? ?(?P<after>.{0,40})", re.IGNORECASE
)
_OF_POST = re.compile(
    r"stilling|vikariat|engasjement|fast|midlertidig|mellombels|position|årsverk|post\b|vakant", re.IGNORECASE
)
_SIZE = re.compile(
    r"(?:stillings(?:prosent|størrelse|brøk|storleik)|heltid ?/ ?deltid|omfang|fte)\W{1,4}(?P<n>\d{1,3})", re.IGNORECASE
)
_FULL = re.compile(r"\b(?:heltid|heiltid|full[- ]time|fulltidsstilling|full stilling)\b", re.IGNORECASE)
_TEMPORARY = re.compile(
    r"\b(?:vikariat\w*|engasjement\w*(?= (?:i|på|fra|frå|til|for|med|ved|som|,|\())|midlertidig\w*|"
    r"mellombels\w*|åremål\w*|prosjektstilling\w*|sommerjobb\w*|sommervikar\w*|sommarvikar\w*|"
    r"ringevikar\w*|tilkallingsvikar\w*|temporary|fixed[- ]term|postdoc\w*|stipendiat\w*)\b",
    re.IGNORECASE,
)
_PERMANENT = re.compile(
    r"\b(?:fast(?:e)? (?:\d+ ?% ?|heltids|deltids|100 ?prosent )?\w*(?:stilling|ansettelse|"
    r"tilsetting|tilsetjing)\w*|fast (?:100|\d\d) ?%|stillings?type\W{1,3}fast|"
    r"ansettelsesform\W{1,3}fast|permanent (?:position|employment|contract|post)|permanent)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?:stillingstype|ansettelsesform|varighet|type ansettelse|engasjementstype|tilsetjingsform|"
    r"employment type)\W{1,3}(?P<v>fast|midlertidig|vikariat|engasjement|permanent|temporary|"
    r"mellombels|åremål)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:arbeids?sted|arbeidsstad|kontorsted|kontorstad|sted|lokasjon|stillingens plassering|"
    r"location|place of work|workplace|beliggenhet|arbeidsplassering)\s?[:\t–-]\s?(?P<v>[^\n]{2,60})",
    re.IGNORECASE,
)
_LABELLED_EMPLOYER = re.compile(
    r"(?:arbeidsgiver|arbeidsgjevar|annonsør|firma|employer|company|bedrift|virksomhet)\s?[:\t]\s?(?P<v>[^\n]{2,80})",
    re.IGNORECASE,
)
_LETTERS = r"(?:[\w&'’/-]|\.(?=\w)|(?<=\bSt)\.){0,40}"
_NAME = rf"(?:[A-ZÆØÅ]{_LETTERS}|\d\w+)(?:[ -](?:[A-ZÆØÅ]{_LETTERS}|og|i|of|and|&|AS|ASA|SA|HF)){{0,5}}"
_SORT = (
    r"(?: (?:kommune|fylkeskommune|barnehage|skole|skule|kulturskole|kulturskule|sykehus|sjukehus|legesenter|"
    r"videregående skole|vidaregåande skule|kirkelige fellesråd|kyrkjelege fellesråd|legekontor|tannklinikk))?"
)
_IS_FIRM = re.compile(
    rf"(?:^|[.!?:]\s{{1,3}}|\n\s{{0,3}})(?P<n>{_NAME}) (?:er (?:en|et|ein|eit|den|det|norges|blant|"
    rf"i dag|eid|verdens|landets)|søker|søkjer|har (?:over|ca|i dag|nå|ledig)|ønsker|leverer|tilbyr|"
    rf"is an?|is the|are|has)\b"
)
# Other verbs speak for an employer only when the name stands in the text again.
_MAY_BE_FIRM = re.compile(
    rf"(?:^|[.!?:]\s{{1,3}}|\n\s{{0,3}})(?P<n>{_NAME}{_SORT}) (?:har|er|ønskjer|driver|driv|ble|vart|utfører|holder|"
    rf"held|produserer|bygger|byggjer|makes|delivers|offers|keeps|produces)\b"
)
_LEGAL = re.compile(rf"(?P<n>{_NAME}{_SORT}) (?P<s>AS|ASA|SA|DA|HF|KF|IKS|BA)\b")
_AT = re.compile(rf"\b(?:hos|[Vv]elkommen til|selskapet|firmaet) (?P<n>{_NAME})")
_COUNCIL = re.compile(
    r"(?P<n>[A-ZÆØÅ][\wæøå-]{1,40}(?: og [A-ZÆØÅ][\wæøå-]{1,40})?) (?:kommune|fylkeskommune|politidistrikt)\b"
)


_HALF = re.compile(r" (?:og|i|of|and|&)$")
_MORE_WORDS = re.compile(r" (?!og |i |of |and )\w")
_DEFINITE = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:en|et|a|ene|ane)")
_SENTENCE = re.compile(
    r"\b(?:søker|søkes|søkjer|er|vi|du|deg|is|are|seeks|you|we|ledig|vikariat|stilling)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an ad says about the post as a whole. `header` are the lines that only name the post and who publishes."""

    title: Stated[str] | None = None
    employer: Stated[str] | None = None
    deadline: Stated[dt.date] | None = None
    place: Stated[str] | None = None
    percentage: Stated[int] | None = None
    permanent: Stated[bool] | None = None
    header: frozenset[Span] = frozenset()


def find_facts(document: Document, lines: list[Line], lexicon: Lexicon) -> Facts:
    """The facts of the post, each with its quote; None where the ad says nothing."""
    title = _title(document, lines)
    return Facts(
        title=title,
        employer=_employer(document, lines, lexicon, title),
        deadline=_deadline(document, lines),
        place=_place(document, lines),
        percentage=_percentage(document, lines),
        permanent=_permanent(document, lines),
        header=frozenset(_header(document, lines, lexicon, title)),
    )


def _stated(document: Document, span: Span) -> Stated[str]:
    claim = quote(document, span.start, span.end)
    return Stated(claim.words, claim)


def _field(document: Document, *paths: str) -> Stated[str] | None:
    for path in paths:
        for block in document.content.fields("JobPosting"):
            if block.path.casefold().endswith(path.casefold()):
                span = trim(document.content.text, block.start, block.end)
                if span.end > span.start:
                    return _stated(document, span)
    return None


def _title(document: Document, lines: list[Line]) -> Stated[str] | None:
    stated = _field(document, "JobPosting.title")
    if stated:
        return stated
    headings = [line for line in lines if line.heading]
    top = min(headings, key=lambda line: (line.heading, line.start), default=None)
    line = top if top is not None and top.heading == 1 else next(iter(lines), None)
    if line is None or line.end - line.start > 200:
        return None
    return _stated(document, line.span)


def _employer(document: Document, lines: list[Line], lexicon: Lexicon, title: Stated[str] | None) -> Stated[str] | None:
    text = document.content.text
    stated = _field(document, "hiringOrganization.name", "hiringOrganization")
    if stated is None:
        stated = _labelled(document, lines, _LABELLED_EMPLOYER)
    if stated is None and title is not None:
        publisher = _publisher(document, lines, lexicon, title)
        named = publisher is not None and fold(text[publisher.start : publisher.end]) != title.value
        stated = _stated(document, publisher.span) if publisher and named else None
    if stated is not None and not _is_agency(stated.value, lexicon):
        return stated
    return _client(document, lexicon, title) or stated


def _header(document: Document, lines: list[Line], lexicon: Lexicon, title: Stated[str] | None) -> Iterator[Span]:
    if title is None:
        return
    yield title.quote.span
    publisher = _publisher(document, lines, lexicon, title)
    if publisher is not None:
        yield publisher.span


def _publisher(document: Document, lines: list[Line], lexicon: Lexicon, title: Stated[str]) -> Line | None:
    """The line under the title when it may be a name."""
    after = next((line for line in lines if line.start >= title.quote.end), None)
    fits = after is not None and not after.bullet and not after.heading
    return after if after is not None and fits and _may_be_name(document.content.text, after, lexicon) else None


def _may_be_name(text: str, line: Line, lexicon: Lexicon) -> bool:
    words = text[line.start : line.end]
    return (
        _SENTENCE.search(words) is None
        and len(words) <= 60
        and len(words.split()) <= 7
        and words[-1] not in ".!?:"
        and lexicon.heading(words) is None
    )


def _is_agency(name: str, lexicon: Lexicon) -> bool:
    low = f" {fold(name).casefold()} "
    return any(agency in low if len(agency) > 4 else f" {agency} " in low for agency in lexicon.agencies)


def _client(document: Document, lexicon: Lexicon, title: Stated[str] | None) -> Stated[str] | None:
    """The organisation an agency or a portal publishes for: the one the text keeps naming."""
    text = document.content.text
    found: dict[str, Span] = {}
    weight: Counter[str] = Counter()
    for pattern, points in ((_IS_FIRM, 3), (_MAY_BE_FIRM, 1), (_LEGAL, 2), (_COUNCIL, 3), (_AT, 2)):
        for match in pattern.finditer(text):
            span = Span(match.start("n"), match.end("n") if pattern in (_IS_FIRM, _MAY_BE_FIRM, _AT) else match.end())
            name = fold(text[span.start : span.end])
            first = name.split()[0].casefold()
            if first in lexicon.words["not_name"] or len(name) < 2 or name.isdigit() or _is_agency(name, lexicon):
                continue
            again = _MORE_WORDS.search(name) or text.count(name) > 1
            if _is_common(name, text) or (pattern is _MAY_BE_FIRM and not again) or _HALF.search(name):
                continue
            found.setdefault(name, span)
            weight[name] += points
    for name in found:
        weight[name] += min(5, text.count(name))
        weight[name] += 3 if title and name in title.value else 0
    if not weight:
        return None
    best = max(weight, key=lambda name: (weight[name], len(name)))
    longer = [name for name in weight if name.startswith(f"{best} ")]
    return _stated(document, found[max(longer, key=lambda name: weight[name], default=best)])


def _is_common(name: str, text: str) -> bool:
    """Whether one word in the definite ("Konseptet") has its capital only because it begins a sentence."""
    if not _DEFINITE.fullmatch(name):
        return False
    return re.search(rf"(?<=[\wæøå,] ){re.escape(name)}s?\b", text) is None


def _labelled(document: Document, lines: list[Line], pattern: re.Pattern[str]) -> Stated[str] | None:
    text = document.content.text
    for line in lines:
        match = pattern.match(text, line.start, line.end)
        if match:
            span = trim(text, match.start("v"), match.end("v"), ".,;")
            if span.end > span.start:
                return _stated(document, span)
    return None


def _place(document: Document, lines: list[Line]) -> Stated[str] | None:
    return _field(document, "addressLocality") or _labelled(document, lines, _PLACE)


def _deadline(document: Document, lines: list[Line]) -> Stated[dt.date] | None:
    text = document.content.text
    for block in document.content.fields("JobPosting.validThrough"):
        for moment in find_moments(text[block.start : block.end], None):
            if moment.date and moment.year_given:
                return Stated(moment.date, quote(document, block.start, block.end))
    for number, line in enumerate(lines):
        for due in islice(_DUE.finditer(text, line.start, line.end), _MOST_DUE):
            end = line.end
            if line.end - due.end() < _LABEL_ONLY and number + 1 < len(lines):
                end = lines[number + 1].end
            stated = _date_after(document, due.start(), min(end, due.end() + _FAR))
            if stated is not None:
                return stated
    return None


def _date_after(document: Document, start: int, end: int) -> Stated[dt.date] | None:
    for moment in find_moments(document.content.text[start:end], None):
        if moment.date and moment.year_given:
            return Stated(moment.date, quote(document, start, start + moment.end))
    return None


def _percentage(document: Document, lines: list[Line]) -> Stated[int] | None:
    text = document.content.text
    for line in lines:
        match = _SIZE.search(text, line.start, line.end)
        if match and 0 < int(match["n"]) <= 100:
            return Stated(int(match["n"]), quote(document, match.start(), match.end()))
    for line in lines:
        for match in _PERCENT.finditer(text, line.start, line.end):
            around = text[max(line.start, match.start() - 30) : match.start()] + match["after"]
            if 0 < int(match["n"]) <= 100 and _OF_POST.search(around):
                return Stated(int(match["n"]), quote(document, match.start(), match.start("after")))
    for line in lines:
        match = _FULL.search(text, line.start, line.end)
        if match:
            return Stated(100, quote(document, match.start(), match.end()))
    return None


def _permanent(document: Document, lines: list[Line]) -> Stated[bool] | None:
    text = document.content.text
    for line in lines:
        match = _FORM.search(text, line.start, line.end)
        if match:
            value = match["v"].casefold() in ("fast", "permanent")
            return Stated(value, quote(document, match.start(), match.end()))
    found = []
    for line in lines:
        for pattern, value in ((_TEMPORARY, False), (_PERMANENT, True)):
            match = pattern.search(text, line.start, line.end)
            if match:
                found.append((match.start(), match.end(), value))
    if not found:
        return None
    start, end, value = min(found)
    return Stated(value, quote(document, start, end))
