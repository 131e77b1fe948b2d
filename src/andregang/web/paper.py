"""Fitting the sheet on two A4 pages printed by a browser, which cannot measure before it prints.

Lines are counted from the number of characters, a little on the safe side; what goes first is what the brief ranks
last. A test prints what strains the pages and counts them.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from andregang.output.sheet import Sheet

_COLUMN, _WIDE = 50, 108
_FIRST, _SECOND = 116, 61
_HEADING = 2.2


def fit(sheet: Sheet) -> Sheet:
    """The sheet with as much as two pages hold; what was left out is counted where it stood."""
    shown = [row for row in sheet.hypothesis.rows if not row.late]
    asked = tuple(one for one in sheet.questions if not one.late)
    sheet = replace(sheet, hypothesis=replace(sheet.hypothesis, rows=tuple(shown)), questions=asked)
    sheet = _trimmed(sheet, _first_page, _FIRST, _ON_THE_FIRST)
    return _trimmed(sheet, _second_page, _SECOND, (_fewer_rows, _fewer_questions))


def _trimmed(
    sheet: Sheet, lines: Callable[[Sheet], float], room: float, ways: tuple[Callable[[Sheet], Sheet], ...]
) -> Sheet:
    """Trims in turn until the page holds it; a way that has nothing more to give hands over to the next."""
    turn = 0
    while lines(sheet) > room and turn < len(ways):
        smaller = ways[turn](sheet)
        if smaller == sheet:
            turn += 1
        sheet = smaller
    return sheet


def _lines(texts: Iterable[str], width: int) -> float:
    return sum(1 + len(text) // width for text in texts)


def _first_page(sheet: Sheet) -> float:
    room, bag, opening = sheet.room, sheet.bag, sheet.opening
    head = 7 + _lines((fact.value for fact in sheet.head.facts), _COLUMN - 12) + 2 * _lines(sheet.head.notices, _WIDE)
    people = _lines((f"{p.name}, {p.detail} ({p.met})" for p in room.people), _COLUMN)
    parts = _lines((part.what + " 000 min" for part in room.agenda), _COLUMN)
    tasks = _lines((f"{task.label}: {task.value}" for task in room.tasks), _COLUMN)
    things = _lines((*bag.asked, *bag.pack, *bag.unknown), _COLUMN - 4)
    own = (*opening.openers, *opening.story, *opening.contribution)
    story = _lines((opening.telling, *own, *opening.contributions), _COLUMN - 2) + 4
    asking = sum(1.5 + _lines(group.lines, _COLUMN - 4) for group in opening.asking)
    days = sum(1.5 + _lines((part.what for part in day.tasks), _COLUMN - 4) for day in sheet.days)
    return head + people + parts + tasks + things + story + asking + days + 9 * _HEADING


def _second_page(sheet: Sheet) -> float:
    kinds = len({row.kind for row in sheet.hypothesis.rows})
    rows = sum(
        0.3 + max(_lines((row.words,), 43), _lines((f"{row.evidence} {row.context}",), 48), _lines((row.status,), 17))
        for row in sheet.hypothesis.rows
    )
    questions = _lines((one.words for one in sheet.questions), _WIDE - 4)
    return rows + 1.5 * kinds + questions + 2 * _HEADING + 3


def _fewer_asking(sheet: Sheet) -> Sheet:
    """The last question of whoever has most; one each stays."""
    groups = list(sheet.opening.asking)
    longest = max(range(len(groups)), key=lambda n: len(groups[n].lines), default=None)
    if longest is None or len(groups[longest].lines) < 2:
        return sheet
    groups[longest] = replace(groups[longest], lines=groups[longest].lines[:-1])
    more = sheet.opening.more_asking + 1
    return replace(sheet, opening=replace(sheet.opening, asking=tuple(groups), more_asking=more))


def _fewer_people(sheet: Sheet) -> Sheet:
    room = sheet.room
    if len(room.people) < 6:
        return sheet
    return replace(sheet, room=replace(room, people=room.people[:-1], more_people=room.more_people + 1))


def _fewer_parts(sheet: Sheet) -> Sheet:
    room = sheet.room
    if len(room.agenda) < 6:
        return sheet
    return replace(sheet, room=replace(room, agenda=room.agenda[:-1], more_agenda=room.more_agenda + 1))


def _fewer_things(sheet: Sheet) -> Sheet:
    bag = sheet.bag
    if len(bag.asked) < 4:
        return sheet
    return replace(sheet, bag=replace(bag, asked=bag.asked[:-1], more_asked=bag.more_asked + 1))


def _shorter_tasks(sheet: Sheet) -> Sheet:
    tasks = sheet.room.tasks
    cut = tuple(
        replace(task, value=task.value[:159].rstrip() + "…" if len(task.value) > 160 else task.value) for task in tasks
    )
    return replace(sheet, room=replace(sheet.room, tasks=cut))


def _fewer_days(sheet: Sheet) -> Sheet:
    if len(sheet.days) < 2:
        return sheet
    return replace(sheet, days=sheet.days[:-1], more_days=sheet.more_days + 1)


def _fewer_rows(sheet: Sheet) -> Sheet:
    rows = sheet.hypothesis.rows
    if len(rows) < 9:
        return sheet
    last = min(rows, key=lambda row: row.rank)
    return replace(sheet, hypothesis=replace(sheet.hypothesis, rows=tuple(row for row in rows if row is not last)))


def _fewer_questions(sheet: Sheet) -> Sheet:
    return replace(sheet, questions=sheet.questions[:-1]) if len(sheet.questions) > 4 else sheet


_ON_THE_FIRST = (_fewer_days, _fewer_asking, _fewer_people, _fewer_parts, _fewer_things, _shorter_tasks)
