"""Years of experience: asked for in the ad, counted from the dates of the jobs that resemble it."""

import re
from dataclasses import dataclass

from andregang.domain.cv import CvSection, Role
from andregang.domain.evidence.candidates import experience_in
from andregang.domain.evidence.model import Strength
from andregang.domain.evidence.ruling import Case, Ruling

_NUMBERS = {
    "ett": 1, "et": 1, "eitt": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4, "four": 4, "fem": 5,
    "five": 5, "seks": 6, "six": 6, "sju": 7, "syv": 7, "seven": 7, "åtte": 8, "eight": 8, "ni": 9, "nine": 9, "ti": 10,
    "ten": 10,
}  # fmt: skip
_YEARS = re.compile(
    r"(?<![\w.])(\d{1,2}|" + "|".join(_NUMBERS) + r")\s*(?:\+|[-–]\s*\d{1,2}|til \d{1,2}|to \d{1,2})?\s*"
    r"(?:års?|years?['’]?)(?:\s+\w+){0,4}?\s+\w*(?:erfaring|røynsle|praksis|experience|practice)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:erfaring|røynsle|praksis|experience)[^.;]{0,60}?(?<![\w.])(\d{1,2}|" + "|".join(_NUMBERS) + r")\s*\+?\s*"
    r"(?:[-–]\s*\d{1,2}\s*)?(?:år|years?)(?!\w)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?<!\w)(?:flere års|fleire års|mange års|several years|many years|lang erfaring|lang og|langvarig)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """How many years; `words` are the ad's own."""

    years: int
    words: str


def years_asked(text: str) -> YearsAsked | None:
    """The years of experience a line asks for; "several" counts as three. None when it names no length."""
    hit = _YEARS.search(text) or _AFTER.search(text)
    if hit:
        number = hit[1].casefold()
        years = int(number) if number.isdigit() else _NUMBERS[number]
        return YearsAsked(years, hit[0]) if years < 30 else None
    several = _SEVERAL.search(text)
    return YearsAsked(3, several[0]) if several else None


def rule_on_years(case: Case, least: float) -> Ruling | None:
    """Whether the jobs whose lines resemble the demand (closeness of `least` or more) last long enough together.

    Speaks only when some job resembles it; how the lines are ordered is left to likeness.
    """
    asked = years_asked(case.text)
    if asked is None:
        return None
    roles: dict[int, Role] = {}
    for candidate in case.candidates:
        if candidate.role and candidate.section is CvSection.WORK and case.closeness[candidate.index] >= least:
            roles[candidate.role.quote.start] = candidate.role
    if not roles:
        return None
    months = experience_in(tuple(roles.values()), case.today).months
    if not months:
        return None
    enough = months >= asked.years * 12 - 2
    strength = Strength.DIRECT if enough else Strength.TRANSFERABLE
    return Ruling("years", strength, (), asked.words, f"{months // 12}.{months % 12:02d}", at_most=strength)
