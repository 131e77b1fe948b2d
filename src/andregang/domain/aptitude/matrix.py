"""Grids of nine with one cell missing. A grid is only handed out when every reading of it gives the same last cell."""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from andregang.domain.aptitude.model import Cell, Feature, Fill, MatrixTask, Rule, Shape

OPTIONS = 6
_MOST = 6
_VALUES: dict[Feature, tuple[object, ...]] = {
    Feature.SHAPE: tuple(Shape),
    Feature.FILL: tuple(Fill),
    Feature.COUNT: tuple(range(1, _MOST + 1)),
}
_RULES = {
    Feature.SHAPE: (Rule.SAME, Rule.EACH),
    Feature.FILL: (Rule.SAME, Rule.EACH),
    Feature.COUNT: (Rule.SAME, Rule.STEP, Rule.EACH, Rule.SUM),
}


def make_matrix(chance: Random) -> MatrixTask:
    """A grid with one right answer among six, proved by `_only_value` for every feature."""
    while True:
        rules = {feature: chance.choice(_RULES[feature]) for feature in Feature}
        if sum(rule is not Rule.SAME for rule in rules.values()) < 2:
            continue
        grids = {feature: _grid(feature, rule, chance) for feature, rule in rules.items()}
        if any(_only_value(feature, grid[:8]) != grid[8] for feature, grid in grids.items()):
            continue
        cells = [_cell({feature: grid[place] for feature, grid in grids.items()}) for place in range(9)]
        options = _options(cells, chance)
        if options:
            return _task(cells, options, rules)


def _task(cells: list[Cell], options: list[Cell], rules: dict[Feature, Rule]) -> MatrixTask:
    right = cells[8]
    wrong = tuple(tuple(f for f in Feature if option.of(f) != right.of(f)) for option in options)
    return MatrixTask(tuple(cells[:8]), tuple(options), options.index(right), tuple(rules.items()), wrong)


def _cell(values: dict[Feature, object]) -> Cell:
    shape, fill, count = (values[feature] for feature in (Feature.SHAPE, Feature.FILL, Feature.COUNT))
    assert isinstance(shape, Shape)
    assert isinstance(fill, Fill)
    assert isinstance(count, int)
    return Cell(shape, fill, count)


def _grid(feature: Feature, rule: Rule, chance: Random) -> list[object]:
    """Nine values, row by row, that go by the rule along the rows."""
    values = list(_VALUES[feature])
    if rule is Rule.SAME:
        ways = chance.sample(values, 3) if chance.random() < 0.5 else [chance.choice(values)] * 3
        rows = [[value] * 3 for value in ways]
    elif rule is Rule.EACH:
        three = chance.sample(values, 3)
        order = chance.sample(range(3), 3)
        turn = chance.choice((1, 2))
        rows = [[three[(order[row] * turn + column) % 3] for column in range(3)] for row in range(3)]
    elif rule is Rule.STEP:
        starts = [chance.randint(1, _MOST - 2) for _ in range(3)]
        rows = [[start, start + 1, start + 2] for start in starts]
    else:
        pairs = [(one, other) for one in range(1, _MOST) for other in range(1, _MOST + 1 - one)]
        rows = [[one, other, one + other] for one, other in chance.sample(pairs, 3)]
    return [value for row in rows for value in row]


def _only_value(feature: Feature, given: Sequence[object]) -> object | None:
    """The value every reading of the eight gives for the ninth; None when readings differ, or there is none."""
    predicted = set(_predictions(feature, given)) | set(_predictions(feature, _turned(given)))
    return predicted.pop() if len(predicted) == 1 else None


def _turned(given: Sequence[object]) -> list[object]:
    """The eight read column by column."""
    whole = [*given, None]
    return [whole[3 * row + column] for column in range(3) for row in range(3)][:8]


def _predictions(feature: Feature, given: Sequence[object]) -> Iterator[object]:
    """What each rule that fits the first two rows and the two cells of the third says of the last cell."""
    rows = [list(given[:3]), list(given[3:6])]
    one, two = given[6], given[7]
    if all(row[0] == row[1] == row[2] for row in rows) and one == two:
        yield one
    three = set(rows[0])
    if len(three) == 3 and set(rows[1]) == three and one != two and {one, two} < three:
        yield (three - {one, two}).pop()
    if feature is Feature.COUNT:
        yield from _counted(rows, one, two)


def _counted(rows: list[list[object]], one: object, two: object) -> Iterator[object]:
    numbers = [[int(str(value)) for value in row] for row in rows]
    first, second = int(str(one)), int(str(two))
    steps = {row[1] - row[0] for row in numbers} | {row[2] - row[1] for row in numbers}
    if len(steps) == 1 and second - first in steps and 0 not in steps:
        yield second + (second - first)
    if all(row[0] + row[1] == row[2] for row in numbers):
        yield first + second
    if all(row[0] - row[1] == row[2] for row in numbers):
        yield first - second


def _options(cells: list[Cell], chance: Random) -> list[Cell]:
    """The right cell among five that look like cells of the grid; none when the grid has too few to tell apart."""
    right = cells[8]
    seen = {f: sorted({cell.of(f) for cell in cells}, key=str) for f in Feature}
    near = [Cell(*values) for values in product(*(seen[f] for f in Feature))]  # type: ignore[arg-type]
    near = [cell for cell in near if cell != right]
    if len(near) < OPTIONS - 1:
        return []
    chance.shuffle(near)
    near.sort(key=lambda cell: sum(cell.of(f) != right.of(f) for f in Feature))
    options = [right, *near[: OPTIONS - 1]]
    chance.shuffle(options)
    return options
