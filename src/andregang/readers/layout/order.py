"""The order in which a person reads the words of a page.

A region is cut at the clearest gutter: an upright strip no word crosses, over as many lines as it reaches. What stands
on its two sides is either columns, read one after the other, or rows: dates or labels beside what they belong to.
"""

from collections.abc import Sequence

from andregang.readers.layout.dates import has_year, is_date, is_open_date
from andregang.readers.layout.gutters import bands_of, best_cut, free_stretches, sides_of
from andregang.readers.layout.rows import are_headings, has_mark, is_heading, partner, side_by_side
from andregang.readers.layout.words import SAME_LINE, Flow, Line, Word, lines_of, typical_size

_DEPTH = 14
_WORDS = 4000  # a page with more is a map or a drawing


def reading_order(words: Sequence[Word]) -> list[Flow]:
    """The region's flows in reading order."""
    return _read(list(words), 0)


def _read(words: list[Word], depth: int) -> list[Flow]:
    if not words:
        return []
    bands = bands_of(words)
    cut = None if depth > _DEPTH or not 4 <= len(words) <= _WORDS else best_cut(words, bands)
    if cut is None:
        return [Flow(lines_of(words))]
    before = [word for band in bands[: cut.first] for word in band]
    after = [word for band in bands[cut.last + 1 :] for word in band]
    left, right = sides_of(bands, cut)
    middle = _rows(left, right, depth) if side_by_side(left, right) else _columns(left, right, depth)
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
    titled = are_headings(groups, beside, size)
    for group, words in zip(groups, beside, strict=True):
        stands_out = titled or is_heading(group[0], left_lines)
        flows += _row(group, words, size, depth, heading=stands_out and not is_date(group[0].text))
    return flows


def _row(group: list[Line], beside: list[Word], size: float, depth: int, *, heading: bool) -> list[Flow]:
    lines = lines_of(beside)
    heads_table = len(lines) == 1 and lines[0].bold and "\t" in lines[0].text
    if not beside or (heading and not heads_table) or partner(group[0], lines) is None:
        return [Flow(group), *_read(beside, depth + 1)]
    content = _cells(beside, size) or _read(beside, depth + 1)
    content[0].label = group
    return content


def _cells(words: list[Word], size: float) -> list[Flow]:
    """A table row's cells, when upright gaps run through all of it and every cell begins on its first line."""
    strips = free_stretches(words, 0.8 * size)[1:-1]
    if not strips:
        return []
    edges = [*((low + high) / 2 for low, high in strips), float("inf")]
    columns: list[list[Word]] = [[] for _ in edges]
    for word in words:
        columns[next(n for n, edge in enumerate(edges) if word.left < edge)].append(word)
    flows = [Flow(lines_of(column)) for column in columns]
    base = flows[0].lines[0].base
    if any(abs(flow.lines[0].base - base) > SAME_LINE * size or any(map(has_mark, flow.lines)) for flow in flows):
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
    if is_open_date(last.text) and (has_year(line.text) or is_date(line.text)):
        return True
    if is_date(line.text) or is_heading(line, left) != is_heading(last, left):
        return False
    has_partner = partner(line, right) is not None
    if is_date(last.text):
        return True
    return not has_partner and partner(last, right) is not None
