"""Numbers in running text as people say them: digits, words in three languages, ranges, "rundt", "over", halves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ONES = (
    "null zero nil|en ett ein eitt én éin one|to two|tre three|fire four|fem five|seks six|sju syv seven|åtte eight"
    "|ni nine|ti ten|elleve eleven|tolv twelve|tretten thirteen|fjorten fourteen|femten fifteen|seksten sixteen"
    "|sytten søtten seventeen|atten eighteen|nitten nineteen"
)
_TENS = (
    "tjue tyve twenty|tretti tredve thirty|førti forty|femti fifty|seksti sixty|sytti søtti seventy|åtti eighty"
    "|nitti ninety"
)
_ONE = {word: float(n) for n, words in enumerate(_ONES.split("|")) for word in words.split()}
_TEN = {word: float(10 * (n + 2)) for n, words in enumerate(_TENS.split("|")) for word in words.split()}
_BELOW_TEN = {word: value for word, value in _ONE.items() if 0 < value < 10}
_SCALE = {
    "hundre": 100.0, "hundred": 100.0, "tusen": 1e3, "thousand": 1e3, "k": 1e3, "million": 1e6, "millioner": 1e6,
    "millionar": 1e6, "millions": 1e6, "mill": 1e6, "mill.": 1e6, "mnok": 1e6, "milliard": 1e9, "milliarder": 1e9,
}  # fmt: skip
_FIXED = {
    "halvannen": 1.5, "halvanna": 1.5, "halvannan": 1.5, "halvtanna": 1.5, "dusin": 12.0, "dozen": 12.0,
}  # fmt: skip
_SHARES = {
    "halvparten": 50.0, "halvdelen": 50.0, "half": 50.0, "halverte": 50.0, "halvert": 50.0, "halved": 50.0,
    "tredel": 100 / 3, "tredjedel": 100 / 3, "tredelen": 100 / 3, "tredjedelen": 100 / 3, "third": 100 / 3,
    "fjerdedel": 25.0, "firedel": 25.0, "fjerdedelen": 25.0, "quarter": 25.0, "femtedel": 20.0, "fifth": 20.0,
    "doblet": 100.0, "dobla": 100.0, "doubled": 100.0, "dobling": 100.0,
}  # fmt: skip
_TOKEN = re.compile(
    r"\d{1,3}(?:[   .]\d{3}){1,3}(?!\d)(?:,\d{1,2}(?!\d))?|\d{1,3}(?:,\d{3}){1,3}(?![\d])(?:\.\d{1,2}(?!\d))?"
    r"|\d{1,9}(?:[.,]\d{1,2}(?!\d))?|[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?"
)
_ENGLISH = re.compile(r"\b(?:the|and|of|with|from|was|were|by|my|we|our|which|that)\b", re.IGNORECASE)
_NORWEGIAN = re.compile(r"[æøå]|\b(?:og|jeg|eg|av|med|til|fra|som|vi|det|er|ble|vart|hadde|i)\b(?<!\bI)", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:[-–—]|til|to|og|and|eller|or)\s?", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—]\s?")
_BETWEEN = re.compile(r"(?:mellom|between)\s\Z", re.IGNORECASE)
_SPACE = re.compile(r"[\s-]{0,2}")
_IN_WORD = re.compile(r"[\w§#/:@]")


@dataclass(frozen=True, slots=True)
class Number:
    """A number or a range in a text, from `start` to `end`. `exact` has decimals or is spelled to the last digit.

    `share` is true for "halvparten" and the like, whose value is then per cent.
    """

    start: int
    end: int
    low: float
    high: float
    decimals: int = 0
    share: bool = False
    scaled: bool = False
    digits: bool = True


def find_numbers(text: str) -> Iterator[Number]:
    """Every number in the text, in order; dates, clock times, telephone numbers and versions among them."""
    found = list(_single(text))
    place = 0
    while place < len(found):
        one = found[place]
        after = found[place + 1] if place + 1 < len(found) else None
        if after and _joined(text, one, after):
            factor = after.high / _unscaled(after) if after.scaled and not one.scaled else 1.0
            low = one.low * factor if factor > 1 else one.low
            if low < 1000 and low * 100 < after.high:
                # "720-750 000": the first is in thousands as well.
                low *= 1000
            if low < after.high:
                decimals = max(one.decimals, after.decimals)
                yield Number(one.start, after.end, low, after.high, decimals, scaled=after.scaled)
                place += 2
                continue
        yield one
        place += 1


def _unscaled(number: Number) -> float:
    value = number.high
    for factor in (1e9, 1e6, 1e3):
        if value >= factor:
            return value / factor
    return value


def _joined(text: str, one: Number, after: Number) -> bool:
    gap = text[one.end : after.start]
    if one.share or after.share or len(gap) > 7 or not _RANGE.fullmatch(gap):
        return False
    return bool(_DASH.fullmatch(gap)) or bool(_BETWEEN.search(text, max(0, one.start - 10), one.start))


def _single(text: str) -> Iterator[Number]:
    tokens = list(_TOKEN.finditer(text))
    # "to" is two in Norwegian and a preposition in English.
    english = bool(_ENGLISH.search(text)) and not _NORWEGIAN.search(text)
    place = 0
    while place < len(tokens):
        found, used = _number_at(text, tokens, place)
        if found and not (tokens[place][0].lower() == "to" and (english or _before_number(tokens, place))):
            yield found
        place += used


def _before_number(tokens: "list[re.Match[str]]", place: int) -> bool:
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or after.start() - tokens[place].end() != 1:
        return False
    word = after[0].lower().rstrip(".")
    return word[0].isdecimal() or ((_spelled(word) or 0) > 1 and word not in ("hundre", "tusen"))


def _number_at(text: str, tokens: "list[re.Match[str]]", place: int) -> tuple[Number | None, int]:
    first = tokens[place]
    word = first[0].lower().rstrip(".")
    if word in _SHARES:
        return Number(first.start(), first.end(), _SHARES[word], _SHARES[word], share=True, digits=False), 1
    if first[0][0].isdecimal():
        if first.start() and _IN_WORD.match(text[first.start() - 1]):
            return None, 1
        value, decimals = _digits(first[0])
        digits = True
    else:
        spelled = _spelled(word)
        if spelled is None:
            return None, 1
        value, decimals, digits = spelled, 0, False
    end, used, scaled = first.end(), 1, False
    while place + used < len(tokens):
        token = tokens[place + used]
        if not _SPACE.fullmatch(text, end, token.start()):
            break
        raw = token[0].lower()
        low = raw if raw in _SCALE else raw.rstrip(".")
        if low in _SCALE and not (low == "k" and token.start() - end > 1):
            value, scaled = value * _SCALE[low], True
        elif not digits and (more := _spelled(low)) is not None and 0 < more < 100 <= value and more < value:
            value += more
        elif not digits and scaled and low in ("og", "and") and place + used + 1 < len(tokens):
            after = _spelled(tokens[place + used + 1][0].lower().rstrip("."))
            if after is None or after >= 100:
                break
            value, end, used = value + after, tokens[place + used + 1].end(), used + 2
            continue
        else:
            break
        end, used = token.end(), used + 1
    if not digits and value < 2 and not scaled and word not in _FIXED and word not in ("én", "éin", "one"):
        # "en", "ett", "one": an article far more often than a count.
        return None, used
    if word in ("en", "et", "ei", "a") and not scaled:
        return None, used
    return Number(first.start(), end, value, value, decimals, scaled=scaled, digits=digits), used


def _digits(word: str) -> tuple[float, int]:
    plain = re.sub(r"[   ]", "", word)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?", plain):
        tail = re.search(r"[.,](\d{1,2})\Z", plain)
        if tail:
            whole = re.sub(r"\D", "", plain[: tail.start()])
            return float(f"{whole}.{tail[1]}"), len(tail[1])
        return float(re.sub(r"\D", "", plain)), 0
    whole, _, part = plain.replace(",", ".").partition(".")
    return float(f"{whole}.{part or 0}"), len(part)


def _spelled(word: str) -> float | None:
    """A number in one word: "fjorten", "tjuefire", "fireogtyve", "twenty-four", "hundre"."""
    for table in (_FIXED, _ONE, _TEN):
        if word in table:
            return table[word]
    if word in ("hundre", "hundred", "tusen", "thousand"):
        return _SCALE[word]
    for ten, value in _TEN.items():
        if word.startswith(ten):
            rest = word[len(ten) :].lstrip("-")
            return value + _BELOW_TEN[rest] if rest in _BELOW_TEN else None
        if word.endswith("og" + ten):
            rest = word[: -len(ten) - 2]
            return value + _BELOW_TEN[rest] if rest in _BELOW_TEN else None
    return None
