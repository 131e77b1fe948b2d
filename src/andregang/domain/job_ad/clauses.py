"""Sentences and clauses: the shortest complete words an item can be quoted with."""

import re
from itertools import islice

from andregang.domain.job_ad.lexicon import Lexicon
from andregang.domain.text import Span, trim

_STOP = re.compile(
    r"[.!?…]+[\"»”)]*(?=\s+[\"«“(]?[A-ZÆØÅÁČŠŽ0-9•-])|(?<=[\w)»])[.!?](?=(?!Net|Js|Com|No\b)[A-ZÆØÅ][a-zæøå])|\n{2,}"
)
_FLAT = re.compile(r"(?<=[a-zæøå)]{3})\. (?!og |eller |samt |and )(?=[a-zæøå]{3})")
_FLAT_STOP = re.compile(f"{_STOP.pattern}|{_FLAT.pattern}")
_MANY = 6
_SHORT = frozenset(
    (
        "kl", "tlf", "evt", "ev", "ca", "nr", "pr", "bl", "f", "eks", "dvs", "osv", "inkl", "ekskl", "jf", "jfr",
        "iht", "ihht", "mht", "st", "dr", "mr", "ms", "mob", "tel", "min", "maks", "max", "m.m", "jan", "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "des", "avd", "ass", "prof", "co", "fung",
        "hht", "off", "mm", "etc", "e.g", "i.e", "no", "vs", "ind", "d.e",
    )
)  # fmt: skip
_REACH = 160
_ENDS = " \t\n.,;:!•·–—-"
_JOIN = re.compile(r"(?P<comma>,)? ?(?:(?P<samt>samt|herunder|as well as|i tillegg til)|og|and) |, ", re.IGNORECASE)
_ACT = (
    r"(?:\w{3,}(?:ing|else|sjon|tion|arbeid)|ansvar(?:et)?|vedlikehold|kontroll|drift|salg|sal|"
    r"support|bestilling|mottak|"
    r"samarbeid|kontakt|innkjøp|service)"
)
_WITH = r" (?:av|for|med|til|i|mot|på|fra|frå|overfor|innen|of|with|to)\b"
_ACTION = re.compile(rf"(?:\w+(?:t|ig|e|ende) )?{_ACT}{_WITH}", re.IGNORECASE)
_ACTIONS = re.compile(rf"(?:\w+(?:t|ig|e|ende) )?{_ACT}(?: (?:og|and) {_ACT})?{_WITH}", re.IGNORECASE)
_COMPLEMENT = re.compile(r"\w (?:av|for|med|til|i|mot|på|fra|frå|innen|om|of|with|to|in|for|from|at) \w")
_SINGLE = re.compile(r"(?!\w+(?:isk|lig|leg|ig|ende|ert|tiv|elt|ing|else|sjon|tion)$)\w+$", re.IGNORECASE)
_SHARED = re.compile(r"(?:ing|else|sjon|tion|isk|lig|ige|ende|iske|lege)$", re.IGNORECASE)
_OWN_WORDS = 3
_OBJECT = re.compile(r"\w+ (?!(?:og|and|samt|eller|or)\b)\w+ \w")
_LABEL = re.compile(r"(?:[\w/-]+ ?){1,4}: (?=\w)")
_SUBJECT = re.compile(
    r",? (?:og|men|and|but) (?=(?:du|vi|me|man|ein|you|we) \w)|, (?:og|men|and|but) (?=(?:det|"
    r"it) (?:er|vil|kreves|is|would|will)\b)|, men (?=du må\b)",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"(?:^|\s)(?:godt?|gode|trygt?|trygge|stort?|store|solide?|varierte?|faglig|\w+(?:ende|lig|lige|"
    r"elt|elle|isk|iske|tivt|ialt|dyktige?)|"
    r"good|friendly|\w+ive)$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"[,;] (?:og )?(?:men )?(?=(?:gjerne|helst|aller helst|fortrinnsvis|preferably|ideally|"
    r"og gjerne)\b)| (?=\((?:gjerne|helst))",
    re.IGNORECASE,
)
_MUST_MUST = re.compile(
    r",? (?:og|and|samt) (?=(?:må|ha|være|vere|kunne|beherske|rekne|regne|har|kan|kjenner|er|"
    r"disponere|kjenne|have|be|must)\b)|"
    r"(?:,? (?:og|and|samt)|,) (?=(?:gode?|relevant|gyldig|solid|bred|minimum|minst|erfaring|røynsle|kunnskap|"
    r"kjennskap|kompetanse|fagbrev|førerkort|førarkort|sertifikat|good|strong|experience|knowledge)\b"
    r"(?: (?!og\b|and\b|etc\b)\w|-))",
    re.IGNORECASE,
)
_MIXED = re.compile(
    r"(?:,? (?:og|and|samt)|,) (?=(?:gode?|relevant|solid|erfaring|røynsle|kunnskap|kjennskap|evne|good|strong|"
    r"experience|knowledge|the ability|ability)\b(?: (?!og\b|and\b|etc\b)\w))",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r",? (?:og|and|samt|og en|i tillegg til) (?=(?:en |et |ein |eit |a |an |svært |meget )?(?:god|"
    r"gode|godt|konkurranse\w*|mulighet\w*|moglegheit\w*|anledning|sjansen|fleksib\w*|spennende|"
    r"varierte?|gunstig\w*|hyggelig\w*|competitive|good|flexible|great)\b)|, (?=(?:en |et |ein |eit |"
    r"a |an |svært |meget )?(?:god|gode|godt|konkurranse\w*|mulighet\w*|anledning|sjansen|fleksib\w*|"
    r"spennende|varierte?|gunstig\w*|hyggelig\w*|competitive|good|flexible|great|være med)\b)",
    re.IGNORECASE,
)
_SEVERAL_WORDS = re.compile(r"(?!kr\b|avhengig|både)[^\W\d]\w* \w")
# "God erfaring og kjennskap til …": one complement for both, or a lone word that is only half a phrase. A compound
# ("veiledningskompetanse") says by itself what it is about.
_LONE = re.compile(
    r"(?:\w+ ){0,3}(?:arbeids|yrkes|fag)?(?:erfaring|røynsle|kunnskap|kunnskaper|kjennskap|kompetanse|forståelse|"
    r"innsikt|interesse|experience|knowledge|understanding)|(?!må)\w+",
    re.IGNORECASE,
)
_LISTED = re.compile(r",? (?:og|and|samt) |, (?!som\b|men\b|hvor\b|der\b|kor\b|where\b|which\b)")
_GOES_ON = re.compile(r"(?:i|på|med|for|av|til|hos|ved|om|in|on|with|at|to|of|from|der|hvor|som|kor)\b", re.IGNORECASE)
_LONGEST_PHRASE = 8
_COMMA = re.compile(r", (?!(?:og|samt|men|som|and|både)\b)")
_BUT = re.compile(r", (?:og )?(?=(?:må|du må|søker må)\b)", re.IGNORECASE)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two offsets, trimmed; abbreviations and dates do not end one.

    In a list that was pasted into one line, with full stops for bullets, small letters begin a sentence as well.
    """
    found, at = [], start
    flat = sum(1 for _ in islice(_FLAT.finditer(text, start, end), _MANY)) == _MANY
    for stop in (_FLAT_STOP if flat else _STOP).finditer(text, start, end):
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
    before = text[max(start, word_at - 10) : word_at].casefold().split()
    if len(word) == 1 and before and before[-1].strip(".") in ("klasse", "kl", "kategori", "gruppe", "type", "class"):
        return False
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
    if inner.start > span.start and text[inner.start - 1] == "." and text[inner.start].isalpha():
        inner = Span(inner.start - 1, inner.end)
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


def duties(text: str, span: Span, lexicon: Lexicon) -> list[Span]:
    """A line of tasks as its separate duties; a list that shares one complement stays whole."""
    label = _LABEL.match(text, span.start, min(span.end, span.start + 60))
    if label and label.end() < span.end:
        span = Span(label.end(), span.end)
    cuts: list[tuple[int, int]] = []
    at = span.start
    for found in _JOIN.finditer(text, span.start, span.end):
        left = text[max(at, found.start() - _REACH) : found.start()]
        right = text[found.end() : min(span.end, found.end() + _REACH)]
        if left.count("(") == left.count(")") and _own_duty(left, right, found, lexicon):
            cuts.append((found.start(), found.end()))
            at = found.end()
    return _cut(text, span, cuts)


def _own_duty(left: str, right: str, join: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the words after a joint are a duty of their own and not more of the one before."""
    left = left.strip()
    if left.endswith("-") or len(right) < 6 or (_SHARED.search(left) and not join["samt"]):
        return False
    if lexicon.verb.match(right):
        whole = join["comma"] and _COMPLEMENT.search(left)
        if lexicon.verb.fullmatch(left[left.rfind(" ") + 1 :]) and not whole:
            return False
        if join.group() == ", ":
            return len(left.split()) >= _OWN_WORDS and _OBJECT.match(right) is not None
        return bool(join["samt"] or join["comma"] or (not lexicon.verb.match(left) and _COMPLEMENT.search(left)))
    if not _ACTIONS.match(right):
        return False
    if _SINGLE.fullmatch(left):
        return _ACTION.match(right) is not None
    # "Følge opp A i B, opplæring av C": a duty told as a noun after one told as a verb.
    listed = join.group() == ", " or join["samt"]
    return bool(_COMPLEMENT.search(left)) and bool(listed or not lexicon.verb.match(left))


def mixed(text: str, span: Span) -> list[Span]:
    """A breath of what one has and how one is ("relevant erfaring og evne til å …") as its separate parts."""
    return _cut(text, span, _joints(text, span, _MIXED))


def demands(text: str, span: Span) -> list[Span]:
    """A demanding line as its separate demands; a wish after a comma ("gjerne med fagbrev") is one of its own."""
    pieces = [span]
    for pattern in (_WISH, _BUT, _MUST_MUST):
        pieces = [part for piece in pieces for part in _cut(text, piece, _joints(text, piece, pattern))]
    return pieces


def _joints(text: str, span: Span, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where a pattern cuts, except after an adjective that belongs to what follows ("godt og trygt miljø")."""
    return [
        found.span()
        for found in pattern.finditer(text, span.start, span.end)
        if not _ADJECTIVE.search(text[max(span.start, found.start() - 40) : found.start()])
        and not _LONE.fullmatch(text, span.start, found.start())
    ]


def offers(text: str, span: Span, *, bullet: bool) -> list[Span]:
    """Offers told in one breath, each for itself; a bullet is one offer unless it is a list of three or more."""
    if bullet:
        pieces = _cut(text, span, [found.span() for found in _COMMA.finditer(text, span.start, span.end)])
        several = len(pieces) > 2 and all(_SEVERAL_WORDS.match(text, p.start, p.end) for p in pieces)
        return pieces if several else [span]
    return _listed(text, span) or _cut(text, span, _joints(text, span, _OFFER))


def _listed(text: str, span: Span) -> list[Span]:
    """ "A, B and C" as three, when each is a short phrase of its own; nothing for other sentences."""
    if "(" in text[span.start : span.end]:
        return []
    joints = [found.span() for found in _LISTED.finditer(text, span.start, span.end)]
    commas = sum(text[left] == "," for left, _ in joints)
    pieces = _cut(text, span, joints)
    phrases = all(
        _SEVERAL_WORDS.match(text, p.start, p.end)
        and not _GOES_ON.match(text, p.start, p.end)
        and len(text[p.start : p.end].split()) <= _LONGEST_PHRASE
        and not _ADJECTIVE.search(text[p.start : p.end])
        for p in pieces
    )
    return pieces if commas and len(pieces) > 2 and phrases else []


def parts(text: str, span: Span) -> list[Span]:
    """A sentence as the clauses that have a subject each ("…, og du vil jobbe tett med …", "…, men du må ha …")."""
    return _cut(text, span, [m.span() for m in _SUBJECT.finditer(text, span.start, span.end)])
