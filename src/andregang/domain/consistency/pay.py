"""Pay: what was asked for, what one has, the lower limit; by the year, month or hour, in kroner, "tusen" or "k"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.consistency.model import Statement, Topic
from andregang.domain.consistency.numbers import Number, find_numbers
from andregang.domain.consistency.subjects import Stretch, Subject, stretch_around, subject_of
from andregang.domain.consistency.words import Lexicon, names_alike, sentences_in

_KR = re.compile(r"\s?(?:kroner\b|kr\b\.?|nok\b|,-)", re.IGNORECASE)
_KR_BEFORE = re.compile(r"(?:kr\.?|nok|kroner)\s?\Z", re.IGNORECASE)
_RANGE = re.compile(r"(?:\s?(?:kroner|kr\.?|,-|nok))?\s?(?:[-–—]|til|to|og|and)\s?(?:kr\.?\s?|nok\s?)?", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?:timen|timelønn\w*|timeløn\w*|per time|pr\.? time|i timen|an hour|per hour|hourly)\b", re.IGNORECASE
)
_MONTH = re.compile(
    r"\b(?:månedslønn\w*|månadsløn\w*|i måneden|i månaden|per måned|per månad|pr\.? måned|a month|per month|monthly)\b",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(r"\s?(?:%|prosent|år\b|ansatt|tilsett|year|percent|kunde|people)", re.IGNORECASE)
_YEARLY_HOURS = 1950
_LEAST_YEARLY, _MOST_YEARLY = 150_000, 5_000_000
KINDS = ("offered", "floor", "wish", "now")


@dataclass(frozen=True, slots=True)
class Amount:
    """Pay as it was said, as kroner a year; `kind` is offered, floor, wish or now."""

    statement: int
    start: int
    end: int
    stretch: Stretch
    subject: Subject
    kind: str
    low: float
    high: float
    near: bool
    converted: bool


def amounts_in(statement: Statement, index: int, lexicon: Lexicon) -> Iterator[Amount]:
    """Every amount of pay in a statement."""
    text = statement.text
    numbers = list(find_numbers(text))
    place = 0
    while place < len(numbers):
        one = numbers[place]
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        low, high, end, used = one.low, one.high, one.end, 1
        if after is not None and after.start - one.end < 12 and _RANGE.fullmatch(text, one.end, after.start):
            low, high, end, used = *_together(one, after), after.end, 2
        place += used
        amount = _amount(statement, index, (one.start, end), (low, high), one, lexicon)
        if amount is not None:
            yield amount


def _together(one: Number, after: Number) -> tuple[float, float]:
    """ "650 til 700 tusen": the first is of the same size as the second."""
    low = one.low
    while after.high >= 1000 and low * 100 < after.high:
        low *= 1000
    return min(low, after.high), max(low, after.high)


def _amount(
    statement: Statement, index: int, span: tuple[int, int], values: tuple[float, float], one: Number, lexicon: Lexicon
) -> Amount | None:
    text = statement.text
    start, end = span
    kr = _KR_BEFORE.search(text, max(0, start - 8), start)
    tail = _KR.match(text, end)
    if _OTHER_UNIT.match(text, end):
        return None
    stretch = stretch_around(text, start, end)
    sentence = text[stretch.start : stretch.end]
    asked = statement.asked is Topic.PAY
    if not (asked or lexicon.says("pay.word", sentence) or _spoken_of(text, stretch, sentence, lexicon)):
        return None
    yearly = _yearly(values, bool(kr or tail or one.scaled), sentence)
    if yearly is None:
        return None
    clause = text[stretch.clause_start : stretch.clause_end]
    kind = _kind(clause, lexicon) or _kind(sentence, lexicon) or "wish"
    near = lexicon.says("near", " ".join(text[max(stretch.start, start - 24) : start].split()[-2:]))
    subject = subject_of(statement, stretch, span, lexicon)
    low, high, converted = yearly
    first = kr.start() if kr else start
    return Amount(index, first, tail.end() if tail else end, stretch, subject, kind, low, high, near, converted)


def _spoken_of(text: str, stretch: Stretch, sentence: str, lexicon: Lexicon) -> bool:
    """Whether pay is what the sentence before was about, and this one says what was wished for."""
    before = max((a for a, b in sentences_in(text) if b <= stretch.start), default=None)
    return (
        before is not None
        and lexicon.says("pay.wish", sentence)
        and lexicon.says("pay.word", text[before : stretch.start])
    )


def _yearly(values: tuple[float, float], money: bool, sentence: str) -> tuple[float, float, bool] | None:  # noqa: FBT001
    low, high = values
    if _HOUR.search(sentence) and high < 3000:
        return low * _YEARLY_HOURS, high * _YEARLY_HOURS, True
    if low >= 150 and high < 3000 and low == int(low):
        low, high = low * 1000, high * 1000
    if (_MONTH.search(sentence) or money) and low >= 10_000 and high < _LEAST_YEARLY:
        return low * 12, high * 12, True
    return (low, high, False) if low >= _LEAST_YEARLY and high <= _MOST_YEARLY else None


def _kind(words: str, lexicon: Lexicon) -> str:
    return next((kind for kind in KINDS if lexicon.says(f"pay.{kind}", words)), "")


def comparable(one: Amount, other: Amount) -> bool:
    """Whether two amounts are both wishes, both what one has, or both the lower limit, of one job."""
    a, b = one.subject.places, other.subject.places
    return one.kind == other.kind and not (one.kind == "now" and a and b and not names_alike(a, b))


def differ(one: Amount, other: Amount) -> bool:
    """Whether two amounts have nothing in common."""
    slack = 0.01 + (0.04 if one.near or other.near else 0.0) + (0.02 if one.converted or other.converted else 0.0)
    return one.high * (1 + slack) < other.low or other.high * (1 + slack) < one.low
