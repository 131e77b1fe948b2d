"""Sixty-odd invented letters, read and compared with what was written down before they were first read."""

import datetime as dt
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest
from letter_files import document_of, letters

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.meeting import Meeting, parse_invitation

NOW = dt.datetime(2026, 11, 22, 21, tzinfo=dt.UTC)
ALL = [(f"{file}: {letter['name']}", letter) for file, letter in letters()]


@cache
def _read_all() -> dict[str, Meeting]:
    return {name: parse_invitation(document_of(letter), load_vocabulary(), NOW) for name, letter in ALL}


def _wanted(letter: dict[str, Any], name: str) -> Any:
    return letter["expected"].get(name)


@pytest.mark.parametrize(("name", "letter"), ALL, ids=[name for name, _ in ALL])
def test_doubts_about_the_time_are_raised_where_they_are_due(name: str, letter: dict[str, Any]) -> None:
    due = {"weekday_differs", "calendar_differs"}
    raised = [doubt.doubt.value for doubt in _read_all()[name].doubts if doubt.doubt.value in due]
    assert raised == letter["expected"].get("doubts", [])


@pytest.mark.parametrize(
    ("field", "share"),
    [("kind", 0.96), ("round", 0.96), ("start", 0.96), ("end", 0.96), ("video_link", 1.0), ("reply_by", 0.96)],
)
def test_the_hard_facts_of_nearly_every_letter_are_right(field: str, share: float) -> None:
    right = [_value(_read_all()[name], field) == _wanted(letter, field) for name, letter in ALL]
    assert sum(right) / len(right) >= share, [name for (name, _), ok in zip(ALL, right, strict=True) if not ok]


def _value(meeting: Meeting, field: str) -> Any:
    if field == "kind":
        return meeting.kind.value
    stated = getattr(meeting, field)
    value = stated.value if stated else None
    return value.isoformat() if isinstance(value, dt.date) else value


@pytest.mark.parametrize(
    ("field", "least"),
    [("participants", 0.93), ("agenda", 0.88), ("tests", 0.9), ("bring", 0.9), ("missing", 0.8), ("place", 0.85)],
)
def test_lists_and_places_are_nearly_complete_and_nearly_clean(field: str, least: float) -> None:
    hits = made_up = missed = 0
    for name, letter in ALL:
        wanted, got = _entries(letter, field), _found(_read_all()[name], field)
        pairs = _pairs(wanted, got, 1.0 if field == "missing" else 0.6)
        hits, made_up, missed = hits + pairs, made_up + len(got) - pairs, missed + len(wanted) - pairs
    assert 2 * hits / (2 * hits + made_up + missed) >= least


def _entries(letter: dict[str, Any], field: str) -> list[str]:
    wanted = _wanted(letter, field) or []
    return [wanted] if isinstance(wanted, str) else [entry.replace("|", " ") for entry in wanted]


def _found(meeting: Meeting, field: str) -> list[str]:
    if field == "participants":
        return [f"{person.name} {person.side.value}" for person in meeting.participants]
    if field == "agenda":
        return [f"{item.what} {item.minutes or ''}" for item in meeting.agenda]
    if field == "tests":
        return [f"{test.what} {test.when.value}" for test in meeting.tests]
    if field == "bring":
        return [quote.words for quote in meeting.bring]
    if field == "place":
        return [meeting.place.value] if meeting.place else []
    return [gap.value for gap in meeting.missing]


def _pairs(wanted: list[str], got: list[str], least: float) -> int:
    rest = list(got)
    hits = 0
    for entry in wanted:
        best = max(rest, key=lambda other: _overlap(entry, other), default=None)
        if best is not None and _overlap(entry, best) >= least:
            rest.remove(best)
            hits += 1
    return hits


def _overlap(one: str, other: str) -> float:
    a, b = (Counter(re.findall(r"\w+", text.casefold())) for text in (one, other))
    same = sum((a & b).values())
    return 2 * same / (sum(a.values()) + sum(b.values())) if same else 0.0
