"""Accounts as a person types them from an annual report, in the unit the report is written in."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from andregang.domain.company.model import Accounts, Scope
from andregang.domain.errors import InvalidInput

FIGURES = ("revenue", "operating_result", "result", "assets", "equity", "debt")
UNITS = {"1": 1, "1000": 1_000, "1000000": 1_000_000}
"""What the figures are counted in: kroner, thousands, millions."""

_NUMBER = re.compile(r"[-−–]?\(?\d[\d  .]*(?:,\d{1,3})?\)?")
_LARGEST = 10**15
_FIRST_YEAR = 1900


def read_typed(fields: Mapping[str, str], today: dt.date) -> tuple[Accounts, list[InvalidInput]]:
    """The accounts and what cannot be used. `fields` has `year`, `unit`, `scope` and the names of `FIGURES`."""
    faults: list[InvalidInput] = []
    year = fields.get("year", "").strip()
    ends = None
    if year.isascii() and year.isdigit() and _FIRST_YEAR <= int(year[:5]) <= today.year:
        ends = dt.date(int(year), 12, 31)
    else:
        faults.append(InvalidInput("year", "out_of_range" if year.isdigit() else "missing"))
    times = UNITS.get(fields.get("unit", ""), 1)
    figures: dict[str, Any] = {}
    for name in FIGURES:
        try:
            figures[name] = _whole(fields.get(name, ""), times)
        except ValueError:
            faults.append(InvalidInput(name, "not_a_number"))
    if not faults and all(value is None for value in figures.values()):
        faults.append(InvalidInput("revenue", "missing"))
    said = fields.get("scope", "")
    scope = Scope(said) if said in {one.value for one in Scope} else Scope.UNKNOWN
    return replace(Accounts(scope, None, ends, "NOK"), **figures), faults


def _whole(text: str, times: int) -> int | None:
    """A figure as Norwegians write them: spaces or points between thousands, a comma before decimals, a minus sign or
    brackets for what is below zero. None for nothing. Raises ValueError."""
    written = text.strip().replace(" ", " ")
    if not written:
        return None
    if not _NUMBER.fullmatch(written) or ("(" in written) != (")" in written):
        raise ValueError(text)
    below = written[0] in "-−–(" or "(" in written
    digits = re.sub(r"[^\d,]", "", written).replace(",", ".")
    value = round(float(digits) * times)
    if value > _LARGEST:
        raise ValueError(text)
    return -value if below else value
