"""Lengths of time in running text: "90 minutter", "halvannen time", "ein og ein halv time", "1,5 t"."""

import re
from collections.abc import Iterator

from andregang.domain.dates.model import Duration
from andregang.domain.dates.words import NUMBERS, alternatives

# A word needs a space before the unit: "at" is no hour.
_NUMBER = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|(?:{alternatives(NUMBERS)})(?=[\s-]))"
_HOURS = r"(?:timers?|timar|times|time|hours?|hrs?|t)\b"
_MINUTES = r"(?:minutters?|minuttar|minutt|minutes?|mins?)\b"
_LENGTH = re.compile(
    rf"(?<![\w.,:/])(?:"
    rf"(?P<half_more>halvannen|halvanna|halvannan|halvtanna)\s(?:{_HOURS})"
    rf"|(?P<half>(?:(?:en|ein|ei)\s)?halvtimes?|(?:en|ein|ei)\shalv\s?times?|half\san\shour)\b"
    rf"|(?P<pair>(?:et|eit|ett)\spar\s(?:timer|timar)|a\scouple\sof\shours)\b"
    rf"|(?P<quarters>tre\skvarters?|three\squarters\sof\san\shour)\b"
    rf"|(?P<quarter>(?:et|eit|ett)\skvarters?|a\squarter\sof\san\shour|kvarters?)\b"
    rf"|(?P<and_half>{_NUMBER})\s(?:{_HOURS}\s)?(?:og|and)\s(?:en|ein|a)\shal[vf](?:\s(?:{_HOURS}))?"
    rf"|(?P<hours>{_NUMBER})\s?(?:{_HOURS})(?:\s(?:og|and)\s(?P<plus>{_NUMBER})\s(?:{_MINUTES})"
    rf"|\s(?:og|and)\s(?P<plus_quarter>et\skvarter|eit\skvarter))?"
    rf"|(?:\d{{1,3}}\s?[–-]\s?)?(?P<minutes>{_NUMBER})\s?(?:-|{_MINUTES})\s?(?P<tail>minutter|minutt|minute|min)?"
    rf")",
    re.IGNORECASE,
)


def find_durations(text: str) -> Iterator[Duration]:
    """Every length of time in `text` of a minute to a day, in order."""
    for match in _LENGTH.finditer(text):
        minutes = _minutes(match)
        if minutes is not None and 0 < minutes <= 24 * 60:
            yield Duration(match.start(), match.end(), minutes)


def _minutes(match: re.Match[str]) -> int | None:
    fixed = (("half_more", 90), ("pair", 120), ("half", 30), ("quarters", 45), ("quarter", 15))
    for name, value in fixed:
        if match[name]:
            return value
    if match["and_half"]:
        return round(60 * _value(match["and_half"]) + 30)
    if match["hours"]:
        plus = 15 if match["plus_quarter"] else _value(match["plus"]) if match["plus"] else 0
        return round(60 * _value(match["hours"]) + plus)
    if not match["tail"] and match.group().rstrip().endswith("-"):
        return None
    return round(_value(match["minutes"]))


def _value(word: str) -> float:
    return float(NUMBERS[word.lower()]) if word.lower() in NUMBERS else float(word.replace(",", "."))
