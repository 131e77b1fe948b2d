"""Numbers a contract states: percentage, weekly hours, pay."""

import re

from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.model import Pay, PayPer
from andregang.domain.contract.phrases import Phrases

_PERCENT = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?-?(?:%|prosents?|percent|per cent|pst\.?)(?!\w)", re.IGNORECASE
)
_PLAIN = re.compile(r"(\d{1,3}(?:[.,]\d{1,2})?)\Z")
_AMOUNT = re.compile(
    r"(?:(?<!\w)(?:kr\.?|kroner|NOK)\s?(?P<after>\d{1,3}(?:[ .]\d{3}){1,3}|\d{2,8})(?:,(?P<cents>\d\d))?"
    r"|(?<![\w.,])(?P<before>\d{1,3}(?:[ .]\d{3}){1,3}|\d{2,8})(?:,(?P<cents2>\d\d))?\s?(?:,-|kroner|kr\b|NOK\b))",
    re.IGNORECASE,
)
_HOUR = r"(?:timers?|timar|hours?|t)"
_WEEK = r"(?:uken?|uka|arbeidsuken?|veka|veke|week)"
_NUMBER = r"(?<![\w.,])(?P<{}>\d{{1,2}}(?:[.,]\d{{1,2}})?)"
_WEEKLY = re.compile(
    rf"{_NUMBER.format('one')}[\s-]{{0,2}}{_HOUR}\s?(?:\([^()]{{1,30}}\)\s?)?(?:per|pr\.?|i|a|each|hver|kvar|om|/|every)\s?(?:hele\s|full\s)?{_WEEK}(?!\w)"
    rf"|(?:ukentlige?|vekentlege?|weekly|per\suke|i\suka|gjennomsnittlige?|ukes?|arbeidsuken?|uken?|week|arbeidstid(?:en|a)?)"
    rf"[^.;\d]{{0,60}}{_NUMBER.format('two')}\s{_HOUR}(?!\w)"
    rf"|{_NUMBER.format('three')}[\s-]{{0,2}}(?:timers?|timars?|hour)[\s-]{{0,2}}(?:arbeids)?(?:uke|veke|week)(?!\w)",
    re.IGNORECASE,
)
_YEARLY_HOURS = re.compile(
    r"(?<!\w)\d[ .]?\d{3}\s(?:arbeids)?timer\s(?:per|pr\.?|i)\s(?:år|året)|årsramme", re.IGNORECASE
)
_CLOCKS = re.compile(
    r"(?<![\w.,])(?:[01]?\d|2[0-4])(?:[.:]\d\d)?\s?(?:–|-|til|to|and|og)\s?(?:kl(?:okk[ae]n?|\.)?\s)?(?:[01]?\d|2[0-4])(?:[.:]\d\d)(?!\w)"
    r"|(?:kl(?:okk[ae]n?|\.)?)\s?\d{1,2}(?:[.:]\d\d)?\s?(?:–|-|til|og)\s?(?:kl(?:okk[ae]n?|\.)?\s)?\d{1,2}",
    re.IGNORECASE,
)
_HOURLY = re.compile(
    r"\b(?:i timen|per time|pr\.? time|timelønn\w*|timeløn\w*|per hour|hourly|an hour|pr\. t)\b", re.IGNORECASE
)
_MONTHLY = re.compile(
    r"\b(?:i måneden|per måned|pr\.? måned|månedslønn\w*|månadsløn\w*|i månaden|hyre\w*|monthly|per month)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:i året|per år|pr\.? år|årslønn\w*|årsløn\w*|årlig|per year|per annum|annual\w*|a year)\b", re.IGNORECASE
)


def percentage_of(clause: Clause, phrases: Phrases) -> float | None:
    """The position's percentage of full time."""
    words = clause.words
    labelled = bool(clause.label) and phrases.is_("position.label", clause.label)
    plain = _PLAIN.match(words) if labelled and "prosent" in clause.label else None
    found = _PERCENT.search(words) or plain
    if found is None or phrases.in_("position.not", words[: found.end() + 20]):
        return None
    near = phrases.in_("position.says", f"{clause.label}: {words[max(0, found.start() - 70) : found.end() + 30]}")
    value = float(found[1].replace(",", "."))
    return value if (labelled or near) and 0 < value <= 100 else None


def is_full_time(clause: Clause, phrases: Phrases) -> bool:
    """Whether the clause says full time; "lønn per år i hel stilling" does not."""
    return phrases.in_("position.full", clause.words) and _AMOUNT.search(clause.words) is None


def weekly_hours_of(clause: Clause, phrases: Phrases) -> float | None:
    """Hours a week; the last number of the clause when it gives the hours of full time first."""
    if phrases.in_("KT12.says", clause.words) and not _WEEKLY.search(clause.words):
        return None
    values = [float((m["one"] or m["two"] or m["three"]).replace(",", ".")) for m in _WEEKLY.finditer(clause.words)]
    return next((value for value in values if 1 <= value <= 72), None)


def gives_yearly_hours(clause: Clause) -> bool:
    """Whether hours are given for the year, as for teachers."""
    return _YEARLY_HOURS.search(clause.words) is not None


def gives_clock(clause: Clause) -> bool:
    """Whether a stretch of the day stands in the clause ("08.00–16.00")."""
    return _CLOCKS.search(clause.words) is not None


def has_amount(words: str) -> bool:
    """Whether an amount of kroner stands in the words."""
    return _AMOUNT.search(words) is not None


def pay_of(clause: Clause) -> Pay | None:
    """The first amount of the clause, and what it is for."""
    found = _AMOUNT.search(clause.words)
    if found is None:
        return None
    whole = int(re.sub(r"\D", "", found["after"] or found["before"]))
    cents = int(found["cents"] or found["cents2"] or 0)
    return Pay(whole + cents / 100, _per(clause.spoken, whole))


def _per(words: str, amount: int) -> PayPer | None:
    for pattern, per in ((_HOURLY, PayPer.HOUR), (_MONTHLY, PayPer.MONTH), (_YEARLY, PayPer.YEAR)):
        if pattern.search(words) and not (per is PayPer.MONTH and amount > 200_000):
            return per
    return None
