"""Questions about a small table. Every other option is a number one comes to by a known slip."""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from andregang.domain.aptitude.model import Asked, NumberTask, Slip

OPTIONS = 5
ROWS, COLUMNS = 4, 4
LABELS = 3
"""Sets of row names there are words for."""

_CHANGES = (5, 10, 15, 20, 25, 30, 40, 50, -5, -10, -15, -20, -25, -30, -40)
_SHARES = (5, 8, 10, 12, 15, 20, 24, 25, 30, 35, 40)


def make_numbers(chance: Random) -> NumberTask:
    """A table, a question with a whole number for an answer, and four slips that give other numbers."""
    while True:
        asked = chance.choice(list(Asked))
        row, other = chance.sample(range(ROWS), 2)
        first, last = sorted(chance.sample(range(COLUMNS), 2))
        values = [[20 * chance.randint(6, 60) for _ in range(COLUMNS)] for _ in range(ROWS)]
        if not _fit(asked, values, row, first, last, chance):
            continue
        labels, table = chance.randrange(LABELS), tuple(map(tuple, values))
        made = NumberTask(asked, labels, table, row, other, first, last, (), 0, ())
        right = _right(made)
        if right.denominator != 1 or (asked is Asked.DIFFERENCE and right <= 0):
            continue
        slips = _told_apart(right, made)
        if len(slips) < OPTIONS - 1:
            continue
        chosen = slips[: OPTIONS - 1]
        options: list[tuple[Fraction, Slip | None]] = [(right, None), *chosen]
        chance.shuffle(options)
        answer = next(place for place, (_, slip) in enumerate(options) if slip is None)
        return NumberTask(
            asked, made.labels, made.values, row, other, first, last,
            tuple(number for number, _ in options), answer, tuple(slip for _, slip in options),
        )  # fmt: skip


def _fit(asked: Asked, values: list[list[int]], row: int, first: int, last: int, chance: Random) -> bool:
    """Sets one number of the table so that the answer is whole; whether it could."""
    if asked is Asked.CHANGE:
        values[row][last] = values[row][first] * (100 + chance.choice(_CHANGES)) // 100
    elif asked is Asked.SHARE:
        rest = sum(line[last] for at, line in enumerate(values) if at != row)
        share = chance.choice(_SHARES)
        if rest * share % (100 - share):
            return False
        values[row][last] = rest * share // (100 - share)
    elif asked is Asked.AVERAGE:
        values[row][0] += -sum(values[row]) % COLUMNS
    return all(number > 0 for line in values for number in line)


def _right(task: NumberTask) -> Fraction:
    values, row, other, first, last = task.values, task.row, task.other, task.first, task.last
    if task.asked is Asked.CHANGE:
        return Fraction(100 * (values[row][last] - values[row][first]), values[row][first])
    if task.asked is Asked.SHARE:
        return Fraction(100 * values[row][last], sum(line[last] for line in values))
    if task.asked is Asked.AVERAGE:
        return Fraction(sum(values[row]), COLUMNS)
    return Fraction(values[row][first] + values[row][last] - values[other][first] - values[other][last])


def _slipped(task: NumberTask) -> Iterator[tuple[Fraction, Slip]]:
    """Every wrong number with how one comes to it."""
    values, row, other, first, last = task.values, task.row, task.other, task.first, task.last
    mine, theirs = values[row], values[other]
    if task.asked is Asked.CHANGE:
        yield Fraction(100 * (mine[last] - mine[first]), mine[last]), Slip.OTHER_BASE
        yield Fraction(100 * (theirs[last] - theirs[first]), theirs[first]), Slip.OTHER_ROW
        yield Fraction(100 * mine[last], mine[first]), Slip.ADDED
        yield Fraction(mine[last] - mine[first]), Slip.NOT_PERCENT
    elif task.asked is Asked.SHARE:
        yield Fraction(100 * mine[last], sum(mine)), Slip.OF_THE_ROW
        yield Fraction(100 * mine[first], sum(line[first] for line in values)), Slip.OTHER_COLUMN
        yield Fraction(100 * theirs[last], sum(line[last] for line in values)), Slip.OTHER_ROW
        yield Fraction(100 * mine[last], sum(line[last] for line in values) - mine[last]), Slip.OTHER_BASE
    elif task.asked is Asked.AVERAGE:
        yield Fraction(sum(theirs), COLUMNS), Slip.OTHER_ROW
        yield Fraction(sum(mine)), Slip.NOT_DIVIDED
        yield Fraction(sum(mine[1:]), COLUMNS - 1), Slip.ONE_LEFT_OUT
        yield Fraction(sum(mine[:-1]), COLUMNS - 1), Slip.ONE_LEFT_OUT
    else:
        yield Fraction(mine[first] + mine[last] + theirs[first] + theirs[last]), Slip.ADDED
        yield Fraction(mine[first] - theirs[first]), Slip.ONE_COLUMN
        yield Fraction(mine[last] - theirs[last]), Slip.ONE_COLUMN
        yield Fraction(sum(mine) - sum(theirs)), Slip.OTHER_COLUMN
    right = _right(task)
    for away in (10, -10):
        yield right + away, Slip.MISCOUNTED


def _told_apart(right: Fraction, task: NumberTask) -> list[tuple[Fraction, Slip]]:
    """The slips whose numbers, as they are shown, differ from the right one and from each other by at least one."""
    kept: list[tuple[Fraction, Slip]] = []
    for number, slip in _slipped(task):
        shown = Fraction(round(number * 10), 10) if task.percent else Fraction(round(number))
        if all(abs(shown - one) >= 1 for one in (right, *(known for known, _ in kept))):
            kept.append((shown, slip))
    return kept
