"""The order in which a person reads the words of a page.

A region is cut at the clearest gutter: an upright strip no word crosses, over as many lines as it reaches. What stands
on its two sides is either columns, read one after the other, or rows: dates or labels beside what they belong to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from andregang.readers.layout.words import SAME_LINE, Flow, Line, Word, lines_of, typical_size

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
_ONLY_STILL = re.compile(r"\s*(?:nå|no|now|present|d\.d\.|dags dato)\s*", re.IGNORECASE)
_OPEN_DATE = re.compile(rf"(?:[-–—]|\b(?:{_BETWEEN}|{_MONTHS})\.?)\s*$", re.IGNORECASE)
_DEPTH = 14


@dataclass(slots=True)
class _Cut:
    """A gutter at `x`, `width` wide, between the bands `first` and `last`; `score` says how much it explains."""

    x: float
    width: float
    first: int
    last: int
    score: float


def reading_order(words: Sequence[Word]) -> list[Flow]:
    """The region's flows in reading order."""
    return _read(list(words), 0)


def is_date(text: str) -> bool:
    """Whether a short text is a date or a period and hardly anything else."""
    if len(text) > 45 or not (
        _YEAR.search(text) or re.fullmatch(r"(?i)\s*(?:nå|no|now|present|d\.d\.|dags dato)\s*", text)
    ):
        return False
    rest = _DATE_WORDS.sub("", text.lower())
    return sum(map(str.isalpha, rest)) <= 3


def _read(words: list[Word], depth: int) -> list[Flow]:
    if not words:
        return []
    bands = _bands(words)
    cut = None if depth > _DEPTH or len(words) < 4 else _best_cut(words, bands)
    if cut is None:
        return [Flow(lines_of(words))]
    before = [word for band in bands[: cut.first] for word in band]
    after = [word for band in bands[cut.last + 1 :] for word in band]
    left, right = _sides(bands, cut)
    middle = _rows(left, right, depth) if _side_by_side(left, right) else _columns(left, right, depth)
    return [*_read(before, depth + 1), *middle, *_read(after, depth + 1)]


def _columns(left: list[Word], right: list[Word], depth: int) -> list[Flow]:
    """Left column, then right; a large heading alone at the top of the right one (a name) before both."""
    banner: list[Word] = []
    if left and right:
        size = typical_size(left + right)
        top = min(word.top for word in left)
        largest = max(word.size for word in right)
        opening = lines_of(right)[:3]
        if largest >= 1.35 * size and largest > max(word.size for word in left):
            for line in opening:
                if line.size < 0.9 * largest or line.base > top + 4 * largest:
                    break
                banner += line.words
    rest = [word for word in right if not any(word is other for other in banner)]
    return [*([Flow(lines_of(banner))] if banner else []), *_read(left, depth + 1), *_read(rest, depth + 1)]


def _bands(words: list[Word]) -> list[list[Word]]:
    """Words grouped by height: between two bands a level line touches no word."""
    bands: list[list[Word]] = []
    bottom = float("-inf")
    for word in sorted(words, key=lambda w: w.top):
        if word.top > bottom or not bands:
            bands.append([])
        bands[-1].append(word)
        bottom = max(bottom, word.bottom)
    return bands


def _free(band: list[Word], least: float) -> list[tuple[float, float]]:
    """The level stretches of a band without words, outside included."""
    free = []
    reach = float("-inf")
    for word in sorted(band, key=lambda w: w.left):
        if word.left - reach >= least:
            free.append((reach, word.left))
        reach = max(reach, word.right)
    free.append((reach, float("inf")))
    return free


def _best_cut(words: list[Word], bands: list[list[Word]]) -> _Cut | None:
    size = typical_size(words)
    least = 0.45 * size
    free = [_free(band, least) for band in bands]
    cuts: dict[tuple[int, int, int], _Cut] = {}
    for number, stretches in enumerate(free):
        for stretch in stretches[1:-1]:
            cut = _grown(bands, free, number, stretch, size)
            if cut is not None:
                cuts.setdefault((cut.first, cut.last, round(cut.x / 3)), cut)
    best = sorted(cuts.values(), key=lambda cut: -cut.score)[:6]
    rows = [cut for cut in best if _side_by_side(*_sides(bands, cut))]
    for cut in best:
        if cut.score < 0.5 * best[0].score or cut in rows:
            continue
        table = next((row for row in rows if row.x < cut.x and _is_table(bands, row, cut)), None)
        return table or cut
    return best[0] if best else None


def _sides(bands: list[list[Word]], cut: _Cut) -> tuple[list[Word], list[Word]]:
    inside = [word for band in bands[cut.first : cut.last + 1] for word in band]
    left = [word for word in inside if (word.left + word.right) / 2 < cut.x]
    return left, [word for word in inside if (word.left + word.right) / 2 >= cut.x]


def _is_table(bands: list[list[Word]], row: _Cut, column: _Cut) -> bool:
    """Whether what a cut between columns sets apart begins anew in each dated row, as a table's cells do."""
    if column.last < row.first or column.first > row.last:
        return False
    dates = [line for line in lines_of(_sides(bands, row)[0]) if is_date(line.text) or _OPEN_DATE.search(line.text)]
    cells = lines_of(_sides(bands, column)[1])
    return len(dates) >= 2 and sum(_partner(date, cells) is not None for date in dates) >= 0.75 * len(dates)


def _grown(
    bands: list[list[Word]],
    free: list[list[tuple[float, float]]],
    number: int,
    stretch: tuple[float, float],
    size: float,
) -> _Cut | None:
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
    return _Cut(x, high - low, first, last, overlap + 2 * min(high - low, 5 * size))


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


def _partner(line: Line, others: Sequence[Line]) -> Line | None:
    for other in others:
        if abs(other.base - line.base) <= SAME_LINE * min(line.size, other.size):
            return other
    return None


def _side_by_side(left: list[Word], right: list[Word]) -> bool:
    """Whether two sides are rows (dates or labels beside their matter) rather than two columns of text."""
    if not left or not right:
        return False
    left_lines, right_lines = lines_of(left), lines_of(right)
    start, end = min(w.left for w in left), max(w.right for w in right)
    whole = max(end - start, 1.0)
    pairs = [(line, partner) for line in left_lines if (partner := _partner(line, right_lines))]
    if not pairs:
        return False
    narrow_left = (max(w.right for w in left) - start) / whole
    narrow_right = (end - min(w.left for w in right)) / whole
    dated_left = sum(
        is_date(line.text) or bool(_OPEN_DATE.search(line.text) and _YEAR.search(line.text)) for line, _ in pairs
    )
    if narrow_left < 0.5 and dated_left >= 0.5 * len(pairs):
        return True
    back = [(line, partner) for line in right_lines if (partner := _partner(line, left_lines))]
    dated_right = sum(is_date(line.text) for line, _ in back)
    if narrow_right < 0.5 and dated_right >= 0.5 * len(back) and dated_right >= 0.5 * len(right_lines):
        return True
    return _is_label_table(left_lines, right_lines, pairs, narrow_left)


def _is_label_table(left: list[Line], right: list[Line], pairs: list[tuple[Line, Line]], narrow: float) -> bool:
    if len(pairs) < 0.7 * len(left) or any(_has_mark(line) for line in left):
        return False
    if sum(1 for line in left if "@" in line.text or sum(map(str.isdigit, line.text)) >= 8) >= 1:
        return False
    headed = sum(1 for one, other in pairs if _is_heading(one, left) and _is_heading(other, right))
    if headed and headed < len(pairs):
        return False
    labels = [line.text for line in left]
    if sum(label.endswith(":") for label in labels) >= 0.5 * len(labels):
        return True
    emphasised = all(line.bold for line in left) and not any(line.bold for line in right)
    short = median(len(label) for label in labels) <= (30 if emphasised else 16)
    return short and narrow < 0.5 and len(right) >= len(pairs)


def _has_mark(line: Line) -> bool:
    return len(line.words) > 1 and len(line.words[0].text) == 1 and not line.words[0].text.isalnum()


def _is_heading(line: Line, others: Sequence[Line]) -> bool:
    """Whether a line stands out from the lines of its column: larger, or bold among plain ones, or in capitals."""
    text = line.text
    if is_date(text) or len(text) > 60:
        return False
    usual = median(other.size for other in others)
    if line.size > 1.12 * usual:
        return True
    bold = sum(other.bold for other in others)
    if line.bold and bold < 0.6 * len(others):
        return True
    letters = [c for c in text if c.isalpha()]
    capitals = sum(other.text.isupper() for other in others)
    return len(letters) >= 4 and text.isupper() and capitals < 0.6 * len(others)


def _rows(left: list[Word], right: list[Word], depth: int) -> list[Flow]:
    """Each date or label with what stands beside and below it; headings and lines of the left alone in between."""
    left_lines, right_lines = lines_of(left), lines_of(right)
    dated_right = sum(is_date(line.text) for line in right_lines)
    if dated_right >= 0.5 * len(right_lines) and not any(is_date(line.text) for line in left_lines):
        return [Flow(lines_of(left + right))]
    size = typical_size(left + right)
    groups: list[list[Line]] = []
    for line in left_lines:
        if groups and _continues(groups[-1][-1], line, right_lines, left_lines, size):
            groups[-1].append(line)
        else:
            groups.append([line])
    starts = [group[0].base - 0.8 * group[0].size for group in groups]
    flows = _read([word for word in right if word.base < starts[0]], depth + 1)
    beside = [
        [word for word in right if start <= word.base < end]
        for start, end in zip(starts, [*starts[1:], float("inf")], strict=True)
    ]
    titled = _are_headings(groups, beside, size)
    for group, words in zip(groups, beside, strict=True):
        stands_out = titled or _is_heading(group[0], left_lines)
        flows += _row(group, words, size, depth, heading=stands_out and not is_date(group[0].text))
    return flows


def _are_headings(groups: list[list[Line]], beside: list[list[Word]], size: float) -> bool:
    """Whether the left column holds the names of sections: set off by type, with several lines beside each."""
    named = [(group, words) for group, words in zip(groups, beside, strict=True) if words]
    if not named or any(is_date(group[0].text) for group, _ in named):
        return False
    plain = not all(word.bold for _, words in named for word in words)
    emphasised = all(g[0].size > 1.08 * size or (g[0].bold and plain) or g[0].text.isupper() for g, _ in named)
    return emphasised and median(len(lines_of(words)) for _, words in named) >= 2


def _row(group: list[Line], beside: list[Word], size: float, depth: int, *, heading: bool) -> list[Flow]:
    lines = lines_of(beside)
    heads_table = len(lines) == 1 and lines[0].bold and "\t" in lines[0].text
    if not beside or (heading and not heads_table) or _partner(group[0], lines) is None:
        return [Flow(group), *_read(beside, depth + 1)]
    content = _cells(beside, size) or _read(beside, depth + 1)
    content[0].label = group
    return content


def _cells(words: list[Word], size: float) -> list[Flow]:
    """A table row's cells, when upright gaps run through all of it and every cell begins on its first line."""
    strips = _free(words, 0.8 * size)[1:-1]
    if not strips:
        return []
    edges = [*((low + high) / 2 for low, high in strips), float("inf")]
    columns: list[list[Word]] = [[] for _ in edges]
    for word in words:
        columns[next(n for n, edge in enumerate(edges) if word.left < edge)].append(word)
    flows = [Flow(lines_of(column)) for column in columns]
    base = flows[0].lines[0].base
    if any(abs(flow.lines[0].base - base) > SAME_LINE * size or any(map(_has_mark, flow.lines)) for flow in flows):
        return []
    if len(lines_of(words)) == 1:
        return []
    for flow, (_, high) in zip(flows, strips, strict=False):
        flow.edge = high - 0.5 * size
    flows[0].cells = flows[1:]
    return flows[:1]


def _continues(last: Line, line: Line, right: Sequence[Line], left: Sequence[Line], size: float) -> bool:
    """Whether a line of the left column goes on the label above it."""
    if line.base - last.base > 1.7 * max(size, last.size):
        return False
    if _OPEN_DATE.search(last.text) and (_YEAR.search(line.text) or is_date(line.text)):
        return True
    if is_date(line.text) or _is_heading(line, left) != _is_heading(last, left):
        return False
    has_partner = _partner(line, right) is not None
    if is_date(last.text):
        return True
    return not has_partner and _partner(last, right) is not None
