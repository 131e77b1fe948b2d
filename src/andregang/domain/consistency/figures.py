"""Figures: how many, how much, how long; and two that are of the same thing and differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.consistency.model import Statement
from andregang.domain.consistency.numbers import Number, find_numbers
from andregang.domain.consistency.subjects import Stretch, Subject, can_be_same, shared, stretch_around, subject_of
from andregang.domain.consistency.words import WORD, Lexicon, alike

_UNITS = {
    "percent": r"%|prosent\b|pst\b\.?|percent\b|per\scent\b",
    "points": r"prosentpoeng\b|percentage\spoints?\b",
    "kr": r"kroner\b|kr\b\.?|nok\b|,-",
    "years": r"års?\b|years?\b['’]?|åra?ne\b",
    "months": r"måned(?:er)?s?\b|månad(?:er|ar)?s?\b|months?\b['’]?|mnd\b\.?",
    "weeks": r"ukers?\b|uke\b|veker?\b|weeks?\b['’]?",
    "days": r"dager?s?\b|dagar\b|døgn\b|days?\b['’]?|virkedager\b|arbeidsdager\b",
    "hours": r"timers?\b|timar\b|time\b|hours?\b",
    "minutes": r"minutter\b|minutt\b|minuttar\b|minutes?\b|min\b",
    "tonnes": r"tonn\b|tonnes?\b",
    "kg": r"kg\b|kilo\b",
    "km": r"km\b|kilometer\b",
    "m2": r"m2\b|m²|kvadratmeter\b|kvm\b|square\smet(?:re|er)s\b",
}
_UNIT = re.compile(
    r"[\s-]{0,2}(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _UNITS.items()) + ")", re.IGNORECASE
)
_POINTS = re.compile(r"[\s-]{0,2}(?:prosentpoeng|percentage\spoints?)", re.IGNORECASE)
_KR_BEFORE = re.compile(r"(?:kr\.?|nok|kroner)\s?\Z", re.IGNORECASE)
_NOT_A_COUNT = re.compile(
    r"(?:\b(?:kl|klokka|klokken|nr|nummer|side|kap|kapittel|klasse|trinn|fase|versjon|version|iso|runde|round|§|tlf|"
    r"telefon|phone|no|grade|level|kategori|type|gate|vei|veg)\.?\s?|[/:]|\d[.,])\Z",
    re.IGNORECASE,
)
_NOT_AFTER = re.compile(r"[.:/]\d|\.\s(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des|linje|klasse|trinn|etasje)|"
                        r"-?(?:tallet|talet|års\w+)|\s?(?:januar|februar|mars|april|mai|juni|juli|august|september|"
                        r"oktober|november|desember|january|february|march|may|june|july|october|december)\b", re.I)  # fmt: skip  # noqa: E501
_BEFORE = re.compile(r"\b(?:fra|frå|from)\s(?:(?:\w+\s){0,1})\Z", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:til|to|down\sat|up\sat|(?:ned|opp)e?\s(?:i|på))\s(?:(?:\w+\s){0,1})\Z", re.IGNORECASE)
_BY = re.compile(r"\b(?:med|by)\s(?:(?:\w+\s){0,1})\Z", re.IGNORECASE)
_UP_OR_DOWN = re.compile(r"\b(?:ned|opp|down|up)\s(?:(?:\w+\s){0,1})\Z", re.IGNORECASE)
_CHANGED = re.compile(r"(?:halverte|halvert|halved|doblet|dobla|doubled)\Z", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:da (?:jeg|vi) (?:begynte|kom|startet|tok over)|då (?:eg|vi|me) (?:byrja|kom|starta|tok over)|"
    r"when (?:i|we) (?:came|joined|started|began|took over)|før|tidligere|tidlegare|opprinnelig|opphavleg|before|"
    r"previously|originally)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:til|to)\s", re.IGNORECASE)
_ADJECTIVE_GAP = 3
_AFTER_TIME = re.compile(r"\b(?:etter|after)\s(?:\w+\s){0,1}\Z", re.IGNORECASE)
_TIMES = frozenset({"years", "months", "weeks", "days"})
_NUMBER_OF = re.compile(r"\b(?:antall|antallet|talet\spå|tallet\spå|number\sof)\s([^\W\d_][\w-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it was said. `unit` is a measure's name or "" for a count of `nouns`; `low` to `high` is what the
    words allow; `role` says before, level or delta of a change.
    """

    statement: int
    start: int
    end: int
    stretch: Stretch
    subject: Subject
    unit: str
    nouns: frozenset[str]
    low: float
    high: float
    decimals: int
    near: bool
    above: bool
    below: bool
    role: str


def figures_in(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Figure]:
    """Every figure with something it counts or measures."""
    text = statement.text
    numbers = list(find_numbers(text))
    for place, number in enumerate(numbers):
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        before = numbers[place - 1] if place else None
        figure = _figure(statement, index, number, (before, after), lexicon)
        if figure is not None:
            yield figure


def _figure(
    statement: Statement, index: int, number: Number, beside: tuple[Number | None, Number | None], lexicon: Lexicon
) -> Figure | None:
    text, after = statement.text, beside[1]
    if _is_label(text, number):
        return None
    start, end, unit, nouns = _unit(text, number, after, lexicon)
    if not unit and beside[0] is not None:
        unit = _unit_before(text, beside[0], number, lexicon) or unit
    stretch = stretch_around(text, start, end)
    if not unit and not nouns and (named := _NUMBER_OF.search(text, stretch.start, number.start)):
        nouns = lexicon.meanings(named[1])
    if not unit and not nouns:
        return None
    if unit in _TIMES and _AFTER_TIME.search(text, max(0, start - 20), start):
        return None
    subject = subject_of(statement, stretch, (start, end if unit else number.end), lexicon, nouns)
    before = text[max(stretch.start, start - 22) : start]
    return Figure(
        index, start, end, stretch, subject, unit, nouns, number.low, number.high, number.decimals,
        near=_close_before(lexicon, "near", before) or number.share,
        above=_close_before(lexicon, "above", before) and not _BEFORE.search(before),
        below=_close_before(lexicon, "below", before),
        role=_role(text, number, before, unit, subject, after, stretch),
    )  # fmt: skip


def _close_before(lexicon: Lexicon, name: str, before: str) -> bool:
    """Whether such a word stands among the two last before a figure."""
    return lexicon.says(name, " ".join(before.split()[-2:]))


def _is_label(text: str, number: Number) -> bool:
    """Whether a number is a year, a date, a clock time or a name's number, and counts nothing."""
    if number.digits and 1950 <= number.low <= 2049 and number.decimals == 0 and number.low == int(number.low):
        year = text[number.start : number.end]
        if year.isdecimal() and len(year) == 4 and not _UNIT.match(text, number.end):
            return True
    if _NOT_A_COUNT.search(text, max(0, number.start - 12), number.start):
        return True
    return _NOT_AFTER.match(text, number.end) is not None


def _unit(text: str, number: Number, after: Number | None, lexicon: Lexicon) -> tuple[int, int, str, frozenset[str]]:
    if number.share:
        return number.start, number.end, "percent", frozenset()
    kr = _KR_BEFORE.search(text, max(0, number.start - 7), number.start)
    if kr:
        return kr.start(), number.end, "kr", frozenset()
    if points := _POINTS.match(text, number.end):
        return number.start, points.end(), "points", frozenset()
    if found := _UNIT.match(text, number.end):
        return number.start, found.end(), str(found.lastgroup), frozenset()
    if after is not None and after.start - number.end < 12 and _TO.match(text, number.end):
        _, _, unit, nouns = _unit(text, after, None, lexicon)
        return number.start, number.end, unit, nouns
    nouns, end = _nouns(text, number.end, lexicon)
    if number.scaled and number.high >= 1e5 and not nouns:
        return number.start, number.end, "kr", frozenset()
    return number.start, end, "", nouns


def _unit_before(text: str, before: Number, number: Number, lexicon: Lexicon) -> str:
    """ "fra ti dager til seks": the later figure is of the earlier one's measure."""
    _, end, unit, _ = _unit(text, before, None, lexicon)
    return unit if unit and _TO.fullmatch(text, end, number.start) else ""


def _nouns(text: str, start: int, lexicon: Lexicon) -> tuple[frozenset[str], int]:
    """The words right after a number that it counts: as many as stand there before a word that says nothing."""
    found: set[str] = set()
    end = place = start
    for _ in range(_ADJECTIVE_GAP):
        match = WORD.match(text, place + 1) if text[place : place + 1] in (" ", "\u00a0") else None
        if match is None:
            break
        meanings = lexicon.meanings(match[0])
        if meanings:
            found |= meanings
            end = match.end()
            place = match.end()
        elif not found and match[0].casefold() in lexicon.stop and len(match[0]) > 2:
            place = match.end()
            if match[0].casefold() in ("av", "som", "hver", "and", "og", "eller", "of", "per", "with", "til", "for"):
                break
        else:
            break
    return frozenset(found), end


def _role(
    text: str, number: Number, before: str, unit: str, subject: Subject, after: Number | None, stretch: Stretch
) -> str:
    if _BEFORE.search(before) and not _close_to_experience(subject):
        return "before"
    if _AFTER.search(before) and (unit or subject.less or subject.more):
        return "level"
    if _BY.search(before) and (unit or subject.less or subject.more):
        return "delta"
    if unit and (_UP_OR_DOWN.search(before) or _CHANGED.match(text[number.start : number.end])):
        return "delta"
    if _AT_FIRST.search(text, stretch.clause_start, stretch.clause_end) or _AT_FIRST.match(text, stretch.start):
        return "before"
    if after is not None and _TO.match(text, number.end) and after.start - number.end < 6:
        return "before"
    return "delta" if unit and (subject.less or subject.more) else "level"


def _close_to_experience(subject: Subject) -> bool:
    return "=experience" in subject.specific


def differ(one: Figure, other: Figure) -> bool:
    """Whether two figures of the same thing cannot both be right, with rounding and "rundt" allowed for."""
    (a_low, a_high), (b_low, b_high) = _span(one, other), _span(other, one)
    return a_high < b_low or b_high < a_low


def _span(one: Figure, other: Figure) -> tuple[float, float]:
    low, high = one.low, one.high
    if one.near:
        low, high = low * 0.88, high * 1.12
    elif one.decimals < other.decimals:
        step = 0.5 * 10**-one.decimals
        low, high = low - step, high + step
    elif one.low >= 1000:
        low, high = low * 0.975, high * 1.025
    if one.above:
        high *= 1.3
    if one.below:
        low *= 0.7
    return low - 1e-9, high + 1e-9


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures are of the same thing, as far as their words tell."""
    if one.unit != other.unit or one.role != other.role:
        return False
    a, b = one.subject, other.subject
    if one.unit and a.measured and b.measured and not shared(a.measured, b.measured):
        return False
    if not can_be_same(a, b) or (a.less != b.less and a.more != b.more and (a.less or a.more) and (b.less or b.more)):
        return False
    counted = _in_both(one.nouns, other.nouns)
    specific = shared(a.specific - counted, b.specific - counted)
    light = shared(a.light, b.light)
    if one.unit:
        alone = not (a.specific or b.specific) and "=generic" in a.light and "=generic" in b.light
        verbs = not (a.specific or b.specific) and shared(_words(a.light), _words(b.light)) > 0
        return (specific >= 1 and _enough(a, b, specific)) or alone or verbs
    if not counted:
        return False
    leads = "=lead" in a.light, "=lead" in b.light
    if counted <= {"=people"}:
        return (specific >= 2 and _enough(a, b, specific)) or all(leads)
    if specific + light or one.role == "before":
        fewest = min(len(a.specific - one.nouns), len(b.specific - other.nouns))
        return 2 * specific > fewest or not fewest
    rest = {n for n in (a.specific | a.light) - one.nouns | (b.specific | b.light) - other.nouns if n[0] != "="}
    return not rest and leads[0] == leads[1]


def _words(light: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in light if word[0] != "=")


def _in_both(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return frozenset(
        {a for a in one if any(alike(a, b) for b in other)} | {b for b in other if any(alike(a, b) for a in one)}
    )


def _enough(a: Subject, b: Subject, count: int) -> bool:
    fewest = min(len(a.specific), len(b.specific))
    return count >= 0.3 * fewest
