"""Dates, clock times and numbers as each language writes them; the one place that knows Babel."""

import datetime as dt

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from andregang.domain.text import Language

# English as Norwegians meet it in writing: day before month, 24 hours.
_LOCALES = {Language.NB: Locale("nb"), Language.NN: Locale("nn"), Language.EN: Locale("en", "GB")}
_DAY = {Language.NB: "EEEE d. MMMM", Language.NN: "EEEE d. MMMM", Language.EN: "EEEE d MMMM"}
_CLOCK = {Language.NB: "HH.mm", Language.NN: "HH.mm", Language.EN: "HH:mm"}
_BETWEEN = {Language.NB: " kl. ", Language.NN: " kl. ", Language.EN: ", "}


def day(date: dt.date, language: Language, *, year: bool = False) -> str:
    pattern = _DAY[language] + (" y" if year else "")
    return format_date(date, pattern, locale=_LOCALES[language])


def clock(time: dt.time | dt.datetime, language: Language) -> str:
    plain = time.timetz() if isinstance(time, dt.datetime) else time
    return format_time(plain.replace(tzinfo=None), _CLOCK[language], locale=_LOCALES[language])


def when(start: dt.datetime, end: dt.datetime | None, language: Language, *, year: bool = False) -> str:
    said = f"{day(start, language, year=year)}{_BETWEEN[language]}{clock(start, language)}"
    if end is None or end <= start:
        return said
    if end.date() == start.date():
        return f"{said}–{clock(end, language)}"
    return f"{said} – {day(end, language, year=year)}{_BETWEEN[language]}{clock(end, language)}"


def number(value: float, language: Language) -> str:
    return format_decimal(value, locale=_LOCALES[language])
