"""Gutters: upright strips that no word crosses, and how far up and down they reach."""

from dataclasses import dataclass

from andregang.readers.layout.dates import is_date, is_open_date
from andregang.readers.layout.rows import partner, side_by_side
from andregang.readers.layout.words import Word, lines_of, typical_size


@dataclass(slots=True)
class Cut:
    """A gutter at `x`, `width` wide, between the bands `first` and `last`; `score` says how much it explains."""

    x: float
    width: float
    first: int
    last: int
    score: float


def bands_of(words: list[Word]) -> list[list[Word]]:
    """Words grouped by height: between two bands a level line touches no word."""
    bands: list[list[Word]] = []
    bottom = float("-inf")
    for word in sorted(words, key=lambda w: w.top):
        if word.top > bottom or not bands:
            bands.append([])
        bands[-1].append(word)
        bottom = max(bottom, word.bottom)
    return bands


def free_stretches(band: list[Word], least: float) -> list[tuple[float, float]]:
    """The level stretches of a band without words, outside included."""
    free = []
    reach = float("-inf")
    for word in sorted(band, key=lambda w: w.left):
        if word.left - reach >= least:
            free.append((reach, word.left))
        reach = max(reach, word.right)
    free.append((reach, float("inf")))
    return free


def best_cut(words: list[Word], bands: list[list[Word]]) -> Cut | None:
    size = typical_size(words)
    least = 0.45 * size
    free = [free_stretches(band, least) for band in bands]
    cuts: dict[tuple[int, int, int], Cut] = {}
    for number, stretches in enumerate(free):
        for stretch in stretches[1:-1]:
            cut = _grown(bands, free, number, stretch, size)
            if cut is not None:
                cuts.setdefault((cut.first, cut.last, round(cut.x / 3)), cut)
    best = sorted(cuts.values(), key=lambda cut: -cut.score)[:6]
    rows = [cut for cut in best if side_by_side(*sides_of(bands, cut))]
    for cut in best:
        if cut.score < 0.5 * best[0].score or cut in rows:
            continue
        table = next((row for row in rows if row.x < cut.x and _is_table(bands, row, cut)), None)
        return table or cut
    return best[0] if best else None


def sides_of(bands: list[list[Word]], cut: Cut) -> tuple[list[Word], list[Word]]:
    inside = [word for band in bands[cut.first : cut.last + 1] for word in band]
    left = [word for word in inside if (word.left + word.right) / 2 < cut.x]
    return left, [word for word in inside if (word.left + word.right) / 2 >= cut.x]


def _is_table(bands: list[list[Word]], row: Cut, column: Cut) -> bool:
    """Whether what a cut between columns sets apart begins anew in each dated row, as a table's cells do."""
    if column.last < row.first or column.first > row.last:
        return False
    dates = [line for line in lines_of(sides_of(bands, row)[0]) if is_date(line.text) or is_open_date(line.text)]
    cells = lines_of(sides_of(bands, column)[1])
    return len(dates) >= 2 and sum(partner(date, cells) is not None for date in dates) >= 0.75 * len(dates)


def _grown(
    bands: list[list[Word]],
    free: list[list[tuple[float, float]]],
    number: int,
    stretch: tuple[float, float],
    size: float,
) -> Cut | None:
    """The gutter through a gap of one band, as far up and down as it stays open."""
    low, high, first, last = _stretched(free, number, stretch, 0.45 * size)
    x = (low + high) / 2
    first, last = _section(bands, first, last, number, x, size)
    first, last = _trimmed(bands, first, last, x, size)
    inside = [word for band in bands[first : last + 1] for word in band]
    left = [word for word in inside if word.right <= x]
    right = [word for word in inside if word.left >= x]
    if not left or not right:
        return None
    lines = min(len(lines_of(left)), len(lines_of(right)))
    needed = 0.45 if lines >= 8 else 0.8 if lines >= 4 else 1.2
    bottom = min(max(w.bottom for w in left), max(w.bottom for w in right))
    overlap = bottom - max(min(w.top for w in left), min(w.top for w in right))
    if lines < 2 or high - low < needed * size or overlap < 1.5 * size:
        return None
    return Cut(x, high - low, first, last, overlap + 2 * min(high - low, 5 * size))


def _stretched(
    free: list[list[tuple[float, float]]], number: int, stretch: tuple[float, float], least: float
) -> tuple[float, float, int, int]:
    low, high = stretch
    first = last = number
    for step in (-1, 1):
        index = number + step
        while 0 <= index < len(free):
            meets = [(max(low, a), min(high, b)) for a, b in free[index]]
            meet = max(meets, key=lambda pair: pair[1] - pair[0])
            if meet[1] - meet[0] < least:
                break
            low, high = meet
            first, last = min(first, index), max(last, index)
            index += step
    return low, high, first, last


def _trimmed(bands: list[list[Word]], first: int, last: int, x: float, size: float) -> tuple[int, int]:
    """The run without one-sided text before and after it that is no part of the columns."""
    sides = [(any(w.right <= x for w in band), any(w.left >= x for w in band)) for band in bands[first : last + 1]]
    both = [n for n, (left, right) in enumerate(sides) if left and right]
    if not both:
        return first, last
    start, end = 0, len(sides) - 1
    while start < both[0] and not sides[start][0] and _stands_off(bands, first + start, size):
        start += 1
    shared = bands[first + both[-1]][0].base - bands[first + both[0]][0].base
    whole = bands[last][0].base - bands[first][0].base
    trailing = [word for band in bands[first + both[-1] + 1 : last + 1] for word in band]
    column = [word for band in bands[first : last + 1] for word in band if word.right <= x]
    if shared < 0.45 * whole and trailing and column and not _fills(trailing, column):
        end = both[-1]
        while end < len(sides) - 1 and not _stands_off(bands, first + end, size):
            end += 1
    return first + start, first + end


def _section(bands: list[list[Word]], first: int, last: int, number: int, x: float, size: float) -> tuple[int, int]:
    """The part of a run around a band: a line on the left that stands off, with nothing beside it, begins another."""
    for index in range(first, last + 1):
        band = bands[index]
        if any(word.left >= x for word in band) or index == 0 or not _begins_section(bands, index, size):
            continue
        above = [word.base for other in bands[first:index] for word in other if word.left >= x]
        below = [word.base for other in bands[index + 1 : last + 1] for word in other if word.left >= x]
        if not above or not below or min(below) - max(above) < 3 * size:
            continue
        if index <= number:
            first = index
        else:
            return first, index - 1
    return first, last


def _begins_section(bands: list[list[Word]], index: int, size: float) -> bool:
    band = bands[index]
    space = min(word.top for word in band) - max(word.bottom for word in bands[index - 1])
    letters = "".join(word.text for word in band)
    stands_out = max(word.size for word in band) > 1.12 * size or all(word.bold for word in band) or letters.isupper()
    return space > 0.6 * size and stands_out and len(letters) <= 50


def _fills(words: list[Word], column: list[Word]) -> bool:
    """Whether text keeps to a column: at least two of its lines run to the column's edge, as wrapped text does."""
    left, right = min(w.left for w in column), max(w.right for w in column)
    return sum(line.right >= right - 0.15 * (right - left) for line in lines_of(words)) >= 2


def _stands_off(bands: list[list[Word]], index: int, size: float) -> bool:
    """Whether a band is set in larger type, or has clear space under it."""
    band = bands[index]
    if max(word.size for word in band) > 1.2 * size:
        return True
    if index + 1 >= len(bands):
        return True
    return min(w.top for w in bands[index + 1]) - max(w.bottom for w in band) > 0.9 * size
