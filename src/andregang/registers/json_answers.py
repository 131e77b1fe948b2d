"""Reading JSON that somebody else wrote: every value may be missing, null or of another type."""

import datetime as dt
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

from andregang.domain.text import fold
from andregang.registers.refusal import NotFetched, Obstacle

LONGEST = 500
_LARGEST = 10**15


def parse(data: bytes, address: str = "") -> Any:
    """The value of a JSON text. Raises NotFetched when it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotFetched(address, Obstacle.NOT_UNDERSTOOD) from None


def within(value: Any, *path: str) -> Any:
    """What lies at the end of a path of names; None where the path breaks."""
    for name in path:
        if not isinstance(value, Mapping):
            return None
        value = value.get(name)
    return value


def text(value: Any, *path: str) -> str:
    """A string on one line; several are joined; "" for anything else."""
    found = within(value, *path)
    if isinstance(found, Sequence) and not isinstance(found, str):
        found = " ".join(part for part in found if isinstance(part, str))
    return fold(found)[:LONGEST] if isinstance(found, str) else ""


def number(value: Any, *path: str) -> int | None:
    """A whole number; None for anything else, never zero for what is missing."""
    found = within(value, *path)
    if isinstance(found, bool) or not isinstance(found, int | float) or not math.isfinite(found):
        return None
    return round(found) if abs(found) < _LARGEST else None


def flag(value: Any, *path: str) -> bool | None:
    """True or false; None for anything else."""
    found = within(value, *path)
    return found if isinstance(found, bool) else None


def day(value: Any, *path: str) -> dt.date | None:
    """A day written as 2026-11-23, with or without a time behind; None for anything else."""
    found = within(value, *path)
    try:
        return dt.date.fromisoformat(found[:10]) if isinstance(found, str) else None
    except ValueError:
        return None


def rows(value: Any, *path: str) -> list[Any]:
    """A list; empty for anything else."""
    found = within(value, *path)
    return found if isinstance(found, list) else []
