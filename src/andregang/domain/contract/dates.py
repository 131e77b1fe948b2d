"""Dates in a contract, and when the employment begins and ends."""

import datetime as dt
import re

from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.lengths import find_lengths
from andregang.domain.contract.model import Length
from andregang.domain.contract.phrases import Phrases
from andregang.domain.dates import find_moments
from andregang.domain.dates.words import MONTHS, alternatives

_MONTH = alternatives(MONTHS)
_DATE = re.compile(
    rf"(?<![\w.,:])(?:\d{{1,2}}(?:\.|st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})(?!\w)"
    rf"|(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|(?:{_MONTH})\s20\d\d"
    r"|\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?|\d{1,2}[./-]\d{1,2}[ ./-]{1,2}\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:uke|veke|week)\s\d{1,2}(?!\w))",
    re.IGNORECASE,
)
_NEAR = 48
_UNTIL = re.compile(
    r"(?<!\w)(?:til og med|t\.?o\.?m\.?|til|fram til|frem til|until|till|through|to|ut|opphører|utløper|"
    r"avsluttes|slutter|"
    r"sluttar|opphøyrer|ends?(?: on)?|expires?(?: on)?|–|-)(?: (?:den|the|on|og med|and including|i|med))?\s*\Z",
    re.IGNORECASE,
)


def states_date(words: str) -> bool:
    """Whether a date, a month of a year or a week stands in the words."""
    return _DATE.search(words) is not None


def dates_in(words: str) -> list[tuple[int, int, dt.date]]:
    """The dates with a year, with their places in the words."""
    return [(m.start, m.end, m.date) for m in find_moments(words, None) if m.date is not None and m.year_given]


def is_start(clause: Clause, phrases: Phrases) -> bool:
    """Whether the clause says when the employment begins."""
    words = clause.words
    if clause.label and phrases.is_("KT04.label", clause.label):
        if phrases.is_("KT05.duration_label", clause.label):
            return len(_DATE.findall(words)) > 1
        return states_date(words) or phrases.in_("KT04.soon", words)
    for match in phrases["KT04.starts"].finditer(words):
        after = words[match.end() : match.end() + _NEAR]
        dated = _DATE.search(after) or phrases["KT04.soon"].match(after.lstrip())
        if dated and not phrases.in_("KT04.not", words[: match.start()]):
            return True
    if phrases.in_("KT04.not", words) or not phrases.in_("KT05.about", words):
        return False
    return any(
        _DATE.match(words[match.end() :].lstrip().removeprefix("den ").removeprefix("the "))
        for match in phrases["KT04.weak"].finditer(words)
    )


def start_of(clause: Clause) -> dt.date | None:
    """The first date of a clause that says when the employment begins."""
    found = dates_in(clause.words)
    return found[0][2] if found else None


def end_of(clause: Clause) -> dt.date | None:
    """The date a temporary employment lasts to: the one after "til", else the last."""
    found = dates_in(clause.words)
    for start, _, date in found:
        if _UNTIL.search(clause.words[max(0, start - 24) : start]):
            return date
    return found[-1][2] if len(found) > 1 else None


def term_of(clause: Clause) -> Length | None:
    """A length of employment given in words ("i åtte måneder")."""
    return next((found.length for found in find_lengths(clause.words) if found.length.rough_days >= 14), None)
