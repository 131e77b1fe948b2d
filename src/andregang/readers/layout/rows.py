"""Rows or columns: whether what stands on two sides of a gutter belongs together line by line."""

from collections.abc import Sequence
from statistics import median

from andregang.readers.layout.dates import has_year, is_date, is_open_date
from andregang.readers.layout.words import SAME_LINE, Line, Word, lines_of


def partner(line: Line, others: Sequence[Line]) -> Line | None:
    for other in others:
        if abs(other.base - line.base) <= SAME_LINE * min(line.size, other.size):
            return other
    return None


def side_by_side(left: list[Word], right: list[Word]) -> bool:
    """Whether two sides are rows (dates or labels beside their matter) rather than two columns of text."""
    if not left or not right:
        return False
    left_lines, right_lines = lines_of(left), lines_of(right)
    start, end = min(w.left for w in left), max(w.right for w in right)
    whole = max(end - start, 1.0)
    pairs = [(line, mate) for line in left_lines if (mate := partner(line, right_lines))]
    if not pairs:
        return False
    narrow_left = (max(w.right for w in left) - start) / whole
    narrow_right = (end - min(w.left for w in right)) / whole
    dated_left = sum(is_date(line.text) or bool(is_open_date(line.text) and has_year(line.text)) for line, _ in pairs)
    if narrow_left < 0.5 and dated_left >= 0.5 * len(pairs):
        return True
    back = [(line, mate) for line in right_lines if (mate := partner(line, left_lines))]
    dated_right = sum(is_date(line.text) for line, _ in back)
    if narrow_right < 0.5 and dated_right >= 0.5 * len(back) and dated_right >= 0.5 * len(right_lines):
        return True
    return _is_label_table(left_lines, right_lines, pairs, narrow_left)


def _is_label_table(left: list[Line], right: list[Line], pairs: list[tuple[Line, Line]], narrow: float) -> bool:
    if len(pairs) < 0.7 * len(left) or any(has_mark(line) for line in left):
        return False
    if sum(1 for line in left if "@" in line.text or sum(map(str.isdigit, line.text)) >= 8) >= 1:
        return False
    headed = sum(1 for one, other in pairs if is_heading(one, left) and is_heading(other, right))
    if headed and headed < len(pairs):
        return False
    labels = [line.text for line in left]
    if sum(label.endswith(":") for label in labels) >= 0.5 * len(labels):
        return True
    emphasised = all(line.bold for line in left) and not any(line.bold for line in right)
    short = median(len(label) for label in labels) <= (30 if emphasised else 16)
    return short and narrow < 0.5 and len(right) >= len(pairs)


def has_mark(line: Line) -> bool:
    return len(line.words) > 1 and len(line.words[0].text) == 1 and not line.words[0].text.isalnum()


def is_heading(line: Line, others: Sequence[Line]) -> bool:
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


def are_headings(groups: list[list[Line]], beside: list[list[Word]], size: float) -> bool:
    """Whether the left column holds the names of sections: set off by type, with several lines beside each."""
    named = [(group, words) for group, words in zip(groups, beside, strict=True) if words]
    if not named or any(is_date(group[0].text) for group, _ in named):
        return False
    plain = not all(word.bold for _, words in named for word in words)
    emphasised = all(g[0].size > 1.08 * size or (g[0].bold and plain) or g[0].text.isupper() for g, _ in named)
    return emphasised and median(len(lines_of(words)) for _, words in named) >= 2
