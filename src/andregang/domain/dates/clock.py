"""Clock times in running text: "kl. 13–14.30", "halv to", "kvart over ni", "2–3 pm", "0900"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.dates.words import NUMBERS, alternatives

_HOUR_WORDS = {word: value for word, value in NUMBERS.items() if value <= 12 and word not in {"a", "an", "ei", "et"}}
_PAST_WORDS = {"fem": 5, "five": 5, "ti": 10, "ten": 10, "kvart": 15, "quarter": 15, "a quarter": 15, "tjue": 20}
_DASH = r"\s{0,2}(?:–|—|-|−|til|to|until)\s{0,2}"
_KL = r"(?:klokk[ae]n?|klokka|kl\.|kl|kl\.:|klokkeslett)"
_AMPM = r"(?:\s?(?P<{0}>[ap])\.?m\b\.?)?"
_NOT_AFTER = r"(?:(?<![\w])|(?<=\dT))(?<![\d][.,:/-])"
_NOT_COUNTED = r"(?!\d)(?![.:]\d)(?!\s?(?:%|kr\b|stk|pers|min\b|minut|time[rn]?\b|t\b|etg|etasje|dag|år\b|uke|veke))"
_NOT_NEXT = _NOT_COUNTED + r"(?!\.\s?(?:etg|etasje|floor|plass|gang))"
_FACE = r"(?P<h{0}>[01]?\d|2[0-4])(?:\s?[.:]\s?(?P<m{0}>[0-5]\d)|(?P<c{0}>[0-5]\d))?" + _AMPM
_FROM = _FACE.format("1").replace("<1>", "<a1>")
_TO = _FACE.format("2").replace("<2>", "<a2>")
_NUMERIC = re.compile(
    rf"{_NOT_AFTER}(?P<lead>{_KL}\s{{0,2}}:?\s{{0,2}}|(?:between|mellom)\s(?:kl\.?\s)?|(?:at|from|fra|frå|@)\s)?"
    rf"{_FROM}(?:(?:{_DASH}|(?P<and>\s(?:og|and)\s))(?:{_KL}\s?)?{_TO}(?:{_NOT_NEXT}))?{_NOT_COUNTED}(?![\w/])",
    re.IGNORECASE,
)
_HOUR = alternatives(_HOUR_WORDS)
_SPOKEN = re.compile(
    rf"\b(?:(?P<half>halv)\s(?P<half_of>{_HOUR})"
    rf"|(?:{_KL}\s)?(?P<past>(?:a\s)?quarter|kvart|half|fem|ti|five|ten|tjue)\s(?P<way>over|past|på|før|to|til)\s(?P<near>halv\s)?"
    rf"(?P<of>{_HOUR}|1[0-2]|\d)"
    rf"|(?:{_KL})\s(?P<whole>{_HOUR})"
    rf"|(?P<clock>{_HOUR}|\d{{1,2}})\so['’]clock)\b",
    re.IGNORECASE,
)
_EVENING = re.compile(r"\s{1,2}(?:om|på|in the|at)?\s?(?:kvelden|kveld|kvelds|ettermiddagen|evening|afternoon)\b", re.I)
_MORNING = re.compile(r"\s{1,2}(?:om|på|in the)?\s?(?:morgenen|morgonen|formiddagen|morning)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A clock time, or a stretch between two. A `weak` one counts only beside a date ("at 9", "10.30", "10–11")."""

    start: int
    end: int
    begins: dt.time
    ends: dt.time | None
    weak: bool


def find_clock_times(text: str) -> Iterator[ClockTime]:
    """Every clock time in `text`; spoken and numeric ones may not be in order."""
    for match in _NUMERIC.finditer(text):
        if found := _numeric(text, match):
            yield found
    for match in _SPOKEN.finditer(text):
        if found := _spoken(text, match):
            yield found


def _numeric(text: str, match: re.Match[str]) -> ClockTime | None:
    lead = (match["lead"] or "").strip(" \n.:").lower()
    named = lead.startswith("kl")
    half_day = (match["a1"] or match["a2"] or "").lower() if not match["m1"] or match["a1"] else match["a1"] or ""
    bare_four = bool(match["c1"]) and not named and not match["c2"]
    bare_hour = not (lead or match["m1"] or match["h2"] or match["a1"])
    if bare_four or bare_hour or (match["and"] and not lead.startswith(("mellom", "between"))):
        return None
    begins = _time(match["h1"], match["m1"] or match["c1"], half_day or (match["a2"] or ""), text, match.end())
    ends = _time(match["h2"], match["m2"] or match["c2"], match["a2"] or "", text, match.end()) if match["h2"] else None
    if begins is None:
        return None
    if ends is not None and ends <= begins and half_day and not match["a1"]:
        begins = _time(match["h1"], match["m1"], "a", text, match.end()) or begins
    if ends is not None and ends <= begins:
        return None if not named else ClockTime(match.start(), match.start("h2"), begins, None, False)
    colon = ":" in match.group() and bool(match["m1"])
    dotted_range = bool(match["m1"] and match["m2"])
    strong = named or colon or bool(match["a1"] or match["a2"]) or dotted_range
    return ClockTime(match.start(), match.end(), begins, ends, not strong)


def _time(hour: str, minute: str | None, half_day: str, text: str, after: int) -> dt.time | None:
    hours, minutes, mark = int(hour), int(minute or 0), half_day.lower()
    if hours == 24:
        # "kl. 24" closes a day; the last minute is the nearest time that day has.
        return dt.time(23, 59)
    if mark:
        return dt.time(hours % 12 + (12 if mark == "p" else 0), minutes) if 1 <= hours <= 12 else None
    if _EVENING.match(text, after) and hours < 12:
        hours += 12
    elif not hour.startswith("0") and 1 <= hours <= 6 and not _MORNING.match(text, after):
        # Nobody is called to a meeting at three in the night.
        hours += 12
    return dt.time(hours, minutes) if hours < 24 else None


def _spoken(text: str, match: re.Match[str]) -> ClockTime | None:
    after = match.end()
    if match["half"]:
        minutes = 60 * _HOUR_WORDS[match["half_of"].lower()] - 30
    elif match["past"]:
        of = match["of"].lower()
        hour = _HOUR_WORDS.get(of) or int(of) if not of.isdigit() else int(of)
        word = match["past"].lower().replace("a ", "")
        offset = 30 if word == "half" else _PAST_WORDS[word]
        before = match["way"].lower() in {"på", "før", "to", "til"}
        minutes = 60 * hour - (30 if match["near"] else 0) + (-offset if before else offset)
    else:
        word = (match["whole"] or match["clock"]).lower()
        minutes = 60 * (int(word) if word.isdigit() else _HOUR_WORDS[word])
    if not 0 < minutes < 24 * 60:
        return None
    hours, rest = divmod(minutes, 60)
    if hours < 7 or (hours < 12 and _EVENING.match(text, after)):
        hours += 12
    return ClockTime(match.start(), after, dt.time(hours, rest), None, match["half"] is None and not match["whole"])
