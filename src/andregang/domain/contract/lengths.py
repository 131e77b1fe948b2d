"""Lengths of time as contracts write them: "tre (3) månader", "14 dager", "et halvt år", "six-month"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.contract.model import Length
from andregang.domain.dates.words import NUMBERS, alternatives

_MORE = {
    "atten": 18,
    "eighteen": 18,
    "tjuefire": 24,
    "twenty-four": 24,
    "trettiseks": 36,
    "fjorten": 14,
    "fourteen": 14,
}
_COUNTS = {**NUMBERS, **_MORE}
_UNITS = (
    ("month", r"kalendermåned(?:er)?|måned(?:er|ene|ers|s)?|månad(?:er|ar|ene|ane|s|ers)?|mnd|mnds|months?"),
    ("week", r"ukers?|ukes|uke|vekers?|veker|vekes|veke|weeks?"),
    ("day", r"dagers?|dagar|dags|dag|døgns?|days?|kalenderdager|calendar days"),
    ("year", r"års?|years?"),
)
_LENGTH = re.compile(
    rf"(?<![\w.,:/-])(?:(?P<half>(?:et|eit)\shalvt?\sårs?|half\sa\syear|halvt\sårs?|halvårs)"
    rf"|(?P<more>halvannet\sår|halvtanna\sår|halvanna\sår)"
    rf"|(?P<count>\d{{1,3}}(?:,\d)?|{alternatives(_COUNTS)})"
    rf"(?:\s?[–(-]\s?\w{{1,9}}\s?[–)-])?(?:\s{{1,3}}|-)?(?:hele\s|heile\s|full\s|calendar\s|whole\s|første\s|fyrste\s|first\s)?"
    rf"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _UNITS)}))['’]?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundLength:
    """A length and where it stands in the text searched."""

    start: int
    end: int
    length: Length


def find_lengths(text: str) -> Iterator[FoundLength]:
    """Every length of days, weeks, months or years in `text`, in order."""
    for match in _LENGTH.finditer(text):
        yield FoundLength(match.start(), match.end(), _length(match))


def _length(match: re.Match[str]) -> Length:
    if match["half"]:
        return Length(months=6)
    if match["more"]:
        return Length(months=18)
    word = match["count"].lower()
    count = float(word.replace(",", ".")) if word[0].isdigit() else float(_COUNTS[word])
    if match["month"]:
        whole = int(count)
        return Length(whole, round(30 * (count - whole)))
    if match["year"]:
        return Length(months=round(12 * count))
    return Length(days=round(count * (7 if match["week"] else 1)))
