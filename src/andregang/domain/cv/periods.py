"""From when to when: months, seasons and years as CVs write them, in nb, nn and en."""

import re
from dataclasses import dataclass
from functools import lru_cache

from andregang.domain.dates import PartialDate

_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10,
    "oct": 10, "nov": 11, "des": 12, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?:januar|january|februar|february|mars|march|april|mai|may|juni|june|juli|july|august|september|oktober|october"
    r"|november|desember|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des|dec)\b\.?"
)
_SEASON = (
    r"(?:vår|vår(?:en|semesteret)|sommar|sommer|haust|høst|vinter|jul|påske|sommer(?:en|ferien)|sommar(?:en|ferien)"
    r"|somrene|somrane|høst(?:en|semesteret)|haust(?:en|semesteret)|vinteren|julen|jula|påska|påsken|våren"
    r"|spring|summers?|autumn|fall|winter|easter|christmas|h|v|q[1-4]|[1-4]\. kvartal)"
)
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_POINT = re.compile(
    rf"(?<!\w)(?:"
    rf"(?P<iso_y>{_YEAR})-(?P<iso_m>0[1-9]|1[0-2])(?:-(?P<iso_d>[0-3]\d))?"
    rf"|(?P<d_d>[0-3]?\d)[./](?P<d_m>[01]?\d)[./](?P<d_y>{_YEAR}|\d\d)"
    rf"|(?P<m_m>0?[1-9]|1[0-2])[./-](?P<m_y>{_YEAR})"
    rf"|(?P<r_y>{_YEAR})[./](?P<r_m>0[1-9]|1[0-2])(?!\d)"
    rf"|(?:[0-3]?\d\.? )?(?P<n_m>{_MONTH})(?:,?\s?(?P<n_y>{_YEAR}|['’]\d\d|\d\d(?![\d.:%]))(?!\d))?"
    rf"|{_SEASON}\s?(?:av |of |i |in )?(?P<s_y>{_YEAR})"
    rf"|(?P<y>{_YEAR})"
    rf"|['’](?P<q_y>\d\d)"
    rf")(?!\d|[.,]\d| ?%)",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"(?:d\. ?d\.?|dd\.?|dags dato|nå(?:værende)?|no(?:verande)?|i dag|idag|til dags dato|present|current(?:ly)?|now"
    r"|today|ongoing|to date|date|pågår|pågående|pågåande|fortsatt|framleis|fremdeles|løpende|løpande|dato|still)"
    r"(?![\wæøå])",
    re.IGNORECASE,
)
_DASH = re.compile(
    r"\s*(?:-{1,2}>?|–|—|−|‐|‑|→|~|(?:til og med|t\.?o\.?m\.?|til|to|until|through|thru)(?![\wæøå]))\s*", re.IGNORECASE
)
_DASH_SIGN = re.compile(r"\s*(?:-{1,2}>?|–|—|−|‐|‑|→)\s*")
_AND = re.compile(r"\s*(?:,|og(?!\w)|and(?!\w)|&|/|\+)\s*", re.IGNORECASE)
_SINCE = re.compile(r"(?:siden|sidan|since|fra og med|f\.o\.m\.|fom|fra|frå|from|as of)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:(?<![\wæøå])(?:til og med|til|until|up to|to)\s+|[–—−-]\s*)$", re.IGNORECASE)
_SHORT_PAIR = re.compile(
    rf"(?<![\w/.])(?P<a>{_YEAR})\s?[/–—-]\s?(?P<b>\d\d)(?![\d.,/-]|\s?%)"
    rf"|(?<![\w/.])(?P<am>0[1-9]|1[0-2])[./](?P<ay>\d\d)\s?[–—-]\s?(?:(?P<bm>0[1-9]|1[0-2])[./](?P<by>\d\d))?(?![\d/])"
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as written. `at` and `to` are offsets into the text searched, separators left out.

    `last` is None while `ongoing` or when no end is given; a single point has `first == last`.
    """

    at: int
    to: int
    first: PartialDate | None
    last: PartialDate | None
    ongoing: bool = False
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    at: int
    to: int
    year: int
    month: int


def _full_year(digits: str) -> int:
    digits = digits.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) <= 45 else 1900 + int(digits)


def _points(text: str) -> list[_Point]:
    points = []
    for found in _POINT.finditer(text):
        year, month = 0, 0
        for year_name, month_name in (("iso_y", "iso_m"), ("d_y", "d_m"), ("m_y", "m_m"), ("r_y", "r_m")):
            if found[year_name]:
                year, month = _full_year(found[year_name]), int(found[month_name])
        if found["n_m"]:
            year, month = _full_year(found["n_y"]) if found["n_y"] else 0, _MONTHS[found["n_m"][:3].lower()]
        for name in ("s_y", "y", "q_y"):
            if found[name]:
                year = _full_year(found[name])
        points.append(_Point(found.start(), found.end(), year, month if 1 <= month <= 12 else 0))
    return points


def _short_pairs(text: str) -> list[Period]:
    """'2016–19', '2013/14' and '08.19 – 06.21', which no single point can tell apart from a month."""
    pairs = []
    for found in _SHORT_PAIR.finditer(text):
        if found["a"]:
            first, last = int(found["a"]), int(found["a"][:2] + found["b"])
            if first < last <= first + 50 and not (int(found["b"]) <= 12 and found[0][4] == "/" and last > first + 2):
                pairs.append(Period(found.start(), found.end(), PartialDate(first), PartialDate(last)))
        else:
            first_date = PartialDate(_full_year(found["ay"]), int(found["am"]))
            last_date = PartialDate(_full_year(found["by"]), int(found["bm"])) if found["bm"] else None
            pairs.append(Period(found.start(), found.end(), first_date, last_date, ongoing=last_date is None))
    return pairs


def _iso_follows(text: str, pair: Period) -> bool:
    """Whether '2018-08' is a month: a dash and another such month, or 'present', follow or stand before."""
    near = text[max(0, pair.at - 12) : pair.to + 14]
    months = re.findall(rf"{_YEAR}-(?:0[1-9]|1[0-2])(?!\d)", near)
    return len(months) > 1 or (bool(months) and _ONGOING.search(text[pair.to : pair.to + 14]) is not None)


@lru_cache(maxsize=2048)
def find_periods(text: str) -> tuple[Period, ...]:
    """Every period in the first 600 signs of `text`, in order, none overlapping another. Never raises."""
    text = text[:600]
    taken = [pair for pair in _short_pairs(text) if not _iso_follows(text, pair)]
    points = [p for p in _points(text) if not any(t.at < p.to and p.at < t.to for t in taken)]
    found = list(taken)
    index = 0
    while index < len(points):
        period, used = _join(text, points, index)
        if period:
            found.append(period)
        index += used
    return tuple(sorted(found, key=lambda period: period.at))


def _join(text: str, points: list[_Point], index: int) -> tuple[Period | None, int]:
    point = points[index]
    following = points[index + 1] if index + 1 < len(points) else None
    dash = _DASH.match(text, point.to)
    if following and dash and dash.end() == following.at and following.year:
        year = point.year or following.year
        first, last = PartialDate(year, point.month), PartialDate(following.year, following.month)
        return Period(point.at, following.to, first, last), 2
    if not point.year:
        return None, 1
    date = PartialDate(point.year, point.month)
    if dash and (now := _ONGOING.match(text, dash.end())):
        return Period(point.at, now.end(), date, None, ongoing=True), 1
    both = _AND.match(text, point.to)
    if following and both and both.end() == following.at and following.year:
        return _listed(text, points, index)
    if since := _SINCE.search(text, max(0, point.at - 16), point.at):
        return Period(since.start(), point.to, date, None, ongoing=True), 1
    open_end = _DASH_SIGN.match(text, point.to)
    if open_end and _ends_here(text, point.to, open_end.end()):
        return Period(point.at, point.to + len(text[point.to : open_end.end()].rstrip()), date, None, ongoing=True), 1
    until = _UNTIL.search(text, max(0, point.at - 12), point.at)
    if until and not text[max(0, until.start() - 1) : until.start()].strip() and not text[: until.start()].strip():
        return Period(until.start(), point.to, None, date), 1
    return Period(point.at, point.to, date, date, single=True), 1


def _listed(text: str, points: list[_Point], index: int) -> tuple[Period, int]:
    """'2021, 2022 og 2023': from the first named to the last."""
    stop = index + 1
    while stop < len(points) and points[stop].year and (both := _AND.match(text, points[stop - 1].to)):
        if both.end() != points[stop].at:
            break
        stop += 1
    dates = [PartialDate(point.year, point.month) for point in points[index:stop]]
    return Period(points[index].at, points[stop - 1].to, min(dates), max(dates)), stop - index


def _ends_here(text: str, stop: int, after: int) -> bool:
    """Whether a dash after a date opens a period ('2018–', '2018 – :') and does not merely part it from a title."""
    rest = text[after:]
    if not rest.strip() or rest[:1] in ":,|)]" or text[after - 1] in "\t\n" or "\n" in text[stop:after]:
        return True
    return not text[stop].isspace() and text[after - 1].isspace()
