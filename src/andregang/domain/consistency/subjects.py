"""What a claim is about, and whether two claims can be about the same."""

import re
from dataclasses import dataclass

from andregang.domain.consistency.model import Statement
from andregang.domain.consistency.words import WORD, Lexicon, alike, names_alike, names_in, sentences_in, stem

_CLAUSE = re.compile(r"[,;()•]|\s[–-]\s|\b(?:og|men|mens|medan|samt|and|but|while|whereas)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,])(?:19[5-9]\d|20[0-4]\d)(?![\d%]|[.,]\d)")
_QUALIFIER = re.compile(
    r"\b(?:i|på|hos|for|til|av|blant|innen|innan|ved|in|at|of|among|on|across|within|fra|frå|from)\s"
    r"(?:(?:den|det|de|dei|the|our|my|alle|hele|heile|all)\s)?"
    r"((?:[^\W\d_][\w-]*)(?:\s[^\W\d_][\w-]*){0,2})",
    re.IGNORECASE,
)
_COMMON = re.compile(r"\s([a-zæøå]{4,})")
_OWNER = re.compile(
    r"(?:\A|(?<=[.!?\n])\s?)(?:the\s|our\s|den\s|det\s)?([^\W\d_][\w-]*)\s(?:har|hadde|has|had)\b", re.IGNORECASE
)
_AFTER_TIME = re.compile(
    r"\b(?:etter|after)\s(?:bare\s|only\s|om\slag\s|ca\.?\s)?"
    r"((?:\d{1,3}|[^\W\d_]+)\s(?:dag|uke|veke|måned|månad|år|week|month|year|day)\w*)",
    re.IGNORECASE,
)
_SELF = frozenset(["jeg", "eg", "vi", "me", "i", "we", "da", "då", "så", "da", "det", "there", "it", "that", "som"])
_TRADE = re.compile(
    r"\b(?:erfaring|røynsle|experience)\s(?:med|som|som\sen|with|as|as\sa|i|in|fra|frå|innen|innan|of)\s"
    r"((?:[^\W\d_][\w-]*)(?:\s[^\W\d_][\w-]*){0,2})",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:[Ii]|[Pp]å|[Hh]os|[Ff]or|[Vv]ed|[Ii]n|[Aa]t|of|[Ww]ith|[Ff]rom|[Ff]ra|[Ff]rå|joined|left|forlot|forlét)\s"
    r"(?:the\s)?(?=[A-ZÆØÅ])"
)
_SUBJECT_WORD = re.compile(r"\b(?:jeg|eg|vi|me|i|we|har|had|have|hadde)\s(?:har\s|have\s)?$", re.IGNORECASE)
_FAR = 300
_VERB_END = re.compile(r"(?:te|de|et|a|ed)\Z")
_OPENING_VERB_END = re.compile(r"(?:te|de|ed)\Z")
_LIGHT = frozenset({"=people", "=lead", "=less", "=more", "=goal", "=generic"})
_TIME = re.compile(
    r"(?:år|året|fjor|ett|uke|uka|uker|veke|veka|måned|måneder|månad|månader|kvartal|halvår|dag|dager|dagar|tid|tida|"
    r"periode|year|years|quarter|month|months|week|weeks|day|days|snitt|gjennomsnitt|average|grunn|forhold|tillegg|"
    r"løpet|addition|total|slutt|begynnelsen|starten|end|start|hånd|hand|gang|ganger)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about.

    `specific` are stems and concepts that tell one subject from another, `light` those that hold of many;
    `qualifiers` say where or of what, `places` are the names it is set in, `years` the years named beside it, and
    `owner` is who is said to have it, when that is not the speaker; `after` says how long after, and `measured` are
    the specific words that are no qualifiers.
    """

    specific: frozenset[str]
    light: frozenset[str]
    qualifiers: frozenset[str]
    places: frozenset[str]
    years: frozenset[int]
    goal: bool
    less: bool
    more: bool
    owner: str = ""
    after: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The sentence and the clause a claim stands in, as offsets in its statement."""

    start: int
    end: int
    clause_start: int
    clause_end: int


def stretch_around(text: str, start: int, end: int) -> Stretch:
    """The sentence and the clause around a claim."""
    first, last = next(((a, b) for a, b in sentences_in(text) if a <= start < b), (0, len(text)))
    first, last = max(first, start - _FAR), min(max(last, end), end + _FAR)
    before, after = first, last
    for found in _CLAUSE.finditer(text, first, last):
        if found.end() <= start:
            before = found.end()
        elif found.start() >= end:
            after = found.start()
            break
    return Stretch(first, last, before, after)


def subject_of(
    statement: Statement,
    stretch: Stretch,
    hole: tuple[int, int],
    lexicon: Lexicon,
    counted: frozenset[str] = frozenset(),
) -> Subject:
    """What the claim in `hole` is about: its clause, or the whole sentence when the clause names nothing but what is
    `counted`."""
    text = statement.text
    specific, light = _meanings(text, stretch.clause_start, stretch.clause_end, hole, lexicon)
    start, end = stretch.clause_start, stretch.clause_end
    if not specific - counted and (start, end) != (stretch.start, stretch.end):
        start, end = stretch.start, stretch.end
        specific, light = _meanings(text, start, end, hole, lexicon)
    words = text[start:end]
    qualifiers = _qualifiers(text, start, end, hole, lexicon)
    places = _places(text, stretch.start, stretch.end, lexicon) or _about_places(statement, lexicon)
    return Subject(
        specific,
        light,
        qualifiers,
        places,
        frozenset(int(found[0]) for found in _YEAR.finditer(text, stretch.start, stretch.end)),
        lexicon.says("goal", words),
        "=less" in light,
        "=more" in light,
        _owner(text, stretch),
        frozenset(found[1].casefold() for found in _AFTER_TIME.finditer(text, stretch.start, stretch.end)),
        specific - qualifiers,
    )


def _owner(text: str, stretch: Stretch) -> str:
    """Who or what "hadde" it, when that is neither the speaker nor their own."""
    found = _OWNER.match(text, stretch.start, stretch.end)
    return stem(found[1]) if found and found[1].casefold() not in _SELF else ""


def _about_places(statement: Statement, lexicon: Lexicon) -> frozenset[str]:
    if statement.held:
        return _places("i " + statement.held.employer, 0, len(statement.held.employer) + 2, lexicon)
    return _places(statement.about, 0, len(statement.about), lexicon)


def _places(text: str, start: int, end: int, lexicon: Lexicon) -> frozenset[str]:
    """The names a claim is set in; `~kommune` for the common noun after one ("Fonnheim kommune")."""
    found: set[str] = set()
    for match in _PLACE.finditer(text, start, end):
        stop = min(end, match.end() + 60)
        names = re.match(r"[A-ZÆØÅÄÖÉ][\w&’'-]*(?:\s[A-ZÆØÅÄÖÉ][\w&’'-]*){0,3}", text[match.end() : stop])
        if names:
            found |= names_in("x " + names[0], 2, 2 + len(names[0]))
            after = _COMMON.match(text, match.end() + names.end(), end)
            if after and found and after[1] not in lexicon.stop:
                found.add("~" + stem(after[1]))
    return frozenset(found)


def _meanings(
    text: str, start: int, end: int, hole: tuple[int, int], lexicon: Lexicon
) -> tuple[frozenset[str], frozenset[str]]:
    verbs: set[str] = set()
    for match in WORD.finditer(text, start, end):
        opens = match.start() == start or not text[start : match.start()].strip(" -–•*\t\n")
        after_subject = _SUBJECT_WORD.search(text, max(start, match.start() - 14), match.start())
        ends = _VERB_END if after_subject else _OPENING_VERB_END
        if (after_subject or opens) and ends.search(match[0].casefold()):
            verbs.add(stem(match[0]))
    found: set[str] = set()
    for a, b in ((start, hole[0]), (hole[1], end)):
        if a < b:
            found |= lexicon.meanings(text[a:b])
    light = {one for one in found if one in _LIGHT or one in verbs}
    return frozenset(found - light), frozenset(light)


def _qualifiers(text: str, start: int, end: int, hole: tuple[int, int], lexicon: Lexicon) -> frozenset[str]:
    found: set[str] = set()
    for match in (*_QUALIFIER.finditer(text, start, end), *_TRADE.finditer(text, start, end)):
        if match.start(1) < hole[1] and match.end() > hole[0]:
            continue
        for word in match[1].split():
            if _TIME.match(word):
                break
            meaning = lexicon.concept(word)
            if not meaning:
                break
            found.add(meaning)
            break
    return frozenset(found - _LIGHT)


def shared(one: frozenset[str], other: frozenset[str]) -> int:
    """How many of one's have their like in the other's."""
    return sum(1 for a in one if any(alike(a, b) for b in other))


def can_be_same(one: Subject, other: Subject, *, dated: bool = False) -> bool:
    """False when something says that two claims are of different things: another place, a goal, or (unless the claims
    are dates) another year."""
    if one.goal != other.goal:
        return False
    if one.places and other.places and not names_alike(one.places, other.places):
        return False
    if not dated and one.years and other.years and not one.years & other.years:
        return False
    if one.after and other.after and not one.after & other.after:
        return False
    for mine, theirs in ((one, other), (other, one)):
        known = theirs.specific | theirs.qualifiers | {theirs.owner}
        if mine.owner and not any(alike(mine.owner, word) for word in known):
            return False
    left = {a for a in one.qualifiers if not any(alike(a, b) for b in other.specific | other.qualifiers)}
    right = {b for b in other.qualifiers if not any(alike(b, a) for a in one.specific | one.qualifiers)}
    return not (left and right)
