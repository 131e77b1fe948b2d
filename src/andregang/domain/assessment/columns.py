"""Tables whose text comes column by column, as wide ones do from a page: names, then a head with a number for each."""

from collections.abc import Callable
from dataclasses import dataclass

from andregang.domain.assessment.rows import numbers_of
from andregang.domain.text import Span, trim

_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A head and its numbers."""

    head: Span
    numbers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """Names with columns of as many numbers; `lines` are all the lines it takes."""

    names: tuple[Span, ...]
    columns: tuple[Column, ...]
    lines: tuple[Span, ...]


def find_columns(text: str, is_head: Callable[[Span], bool], is_name: Callable[[Span], bool]) -> list[ColumnTable]:
    """The tables of the text that stand column by column. `is_head` and `is_name` judge a line."""
    lines = _lines(text)
    numeric = [_number_in(text, line) for line in lines]
    found: list[ColumnTable] = []
    place = 0
    while place < len(lines):
        columns, until = _columns_from(lines, numeric, place, is_head)
        rows = len(columns[0].numbers) if columns else 0
        names = lines[max(0, place - rows) : place]
        if rows >= _LEAST_ROWS and len(names) == rows and all(is_name(line) for line in names):
            found.append(ColumnTable(tuple(names), columns, tuple(lines[place - rows : until])))
            place = until
        else:
            place = max(place + 1, until)
    return found


def _columns_from(
    lines: list[Span], numeric: list[Span | None], place: int, is_head: Callable[[Span], bool]
) -> tuple[tuple[Column, ...], int]:
    """The columns that follow each other from a place, all of one length."""
    columns: list[Column] = []
    while (
        place + 1 < len(lines) and numeric[place] is None and numeric[place + 1] is not None and is_head(lines[place])
    ):
        numbers: list[Span] = []
        at = place + 1
        while at < len(lines) and (number := numeric[at]) is not None:
            numbers.append(number)
            at += 1
        if columns and len(numbers) != len(columns[0].numbers):
            break
        columns.append(Column(lines[place], tuple(numbers)))
        place = at
    return tuple(columns), place


def _lines(text: str) -> list[Span]:
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(trim(text, start, start + len(line)))
        start += len(line) + 1
    return lines


def _number_in(text: str, line: Span) -> Span | None:
    """The number that is all of a line."""
    numbers = numbers_of(text, line.start, line.end) if line.end - line.start <= 8 else []
    return numbers[0] if len(numbers) == 1 and numbers[0] == line else None
