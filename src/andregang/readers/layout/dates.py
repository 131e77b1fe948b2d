"""Dates and periods as CVs write them, told by their looks: enough to know a date column, not to read it."""

import re

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{2,4}(?!\d)|'\d\d(?!\d)")
_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|january|february|march|may|june"
    "|july|october|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|oct|nov|des|dec"
)
_SEASONS = (
    "våren|vår|sommeren|somrane|sommer|høsten|hausten|høst|haust|vinteren|vinter"
    "|spring|summers|summer|autumn|fall|winter"
)
_STILL = r"nåværende|noverande|nå|no|now|present|current|dags dato|d\.\s?d\.?|dd|i dag|today|pågår|ongoing"
_BETWEEN = "fra|frå|til|from|to|until|since|siden|sidan|og|and"
_DATE_WORDS = re.compile(
    rf"(?:{_MONTHS}|{_SEASONS}|{_STILL}|{_BETWEEN}|ca|år|years?|mnd|måneder|months?)\b\.?", re.IGNORECASE
)
_OPEN_DATE = re.compile(rf"(?:[-–—]|\b(?:{_BETWEEN}|{_MONTHS})\.?)\s*$", re.IGNORECASE)


def is_date(text: str) -> bool:
    """Whether a short text is a date or a period and hardly anything else."""
    if len(text) > 45 or not (
        _YEAR.search(text) or re.fullmatch(r"(?i)\s*(?:nå|no|now|present|d\.d\.|dags dato)\s*", text)
    ):
        return False
    rest = _DATE_WORDS.sub("", text.lower())
    return sum(map(str.isalpha, rest)) <= 3


def is_open_date(text: str) -> bool:
    """Whether a text ends as a period does whose end stands on the next line."""
    return bool(_OPEN_DATE.search(text))


def has_year(text: str) -> bool:
    """Whether a year or a numeric date stands somewhere in the text."""
    return bool(_YEAR.search(text))
