"""Lines of a report that hold a scale's name and a score: table rows, printed axes with a mark, dots and bars."""

import re
from dataclasses import dataclass

from andregang.domain.assessment.mentions import NUMBER
from andregang.domain.assessment.reported import Question
from andregang.domain.assessment.scales import LINEAR, Scale
from andregang.domain.text import Span, trim

_NUMBER = re.compile(NUMBER)
_TOKEN = re.compile(r"\S+")
_MARKED = re.compile(r"[\[(<*_●◆■x>]{1,2}([0-9]{1,2})[\])>*_●◆■x<]{0,2}", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?[●◆■▲▼xX*|•✗✕⬤]{1,2}[\])]?")
_EMPTY, _FILLED = "○◯□☐▢·∙–_", "●⬤■◆▪•x"
_DOTS = re.compile(rf"[-{_EMPTY}{_FILLED}X]")
_BAR = re.compile(r"[█▓■▮]{1,20}[░▒□▯]{0,20}|[█▓■▮]{0,20}[░▒□▯]{1,20}")
_LEAST_AXIS = 5
LONGEST_TRAIT = 60


@dataclass(frozen=True, slots=True)
class Axis:
    """A printed axis with one mark. `first` and `last` are its numbers, None for dots and bars, which have `steps`.

    `value` is the number marked; for dots and bars the place of the mark, 1 the first.
    """

    start: int
    end: int
    value: int
    steps: int
    first: int | None = None
    last: int | None = None
    filled: bool = False


def find_axis(line: str, offset: int) -> Axis | None:
    """The axis of a line, when there is one with exactly one mark."""
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(line)]
    return _numbered(tokens, offset) or _dotted(tokens, offset) or _barred(line, offset)


def _numbered(tokens: list[tuple[str, int, int]], offset: int) -> Axis | None:
    for begin in range(len(tokens)):
        first = _axis_number(tokens[begin][0])
        if first is None or first > 2:
            continue
        marks, place = [], begin
        while place < len(tokens):
            expected = first + place - begin
            word = tokens[place][0]
            number, marked = _axis_number(word), not word.isdigit()
            if number is not None and number != expected:
                break
            if number is None and not _MARK.fullmatch(word):
                break
            if marked:
                marks.append(expected)
            place += 1
        steps = place - begin
        if steps >= _LEAST_AXIS:
            if len(marks) != 1:
                return None
            span = (tokens[begin][1] + offset, tokens[place - 1][2] + offset)
            return Axis(*span, marks[0], steps, first, first + steps - 1)
    return None


def _axis_number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) < 3:
        return int(word)
    marked = _MARKED.fullmatch(word)
    return int(marked[1]) if marked else None


def _dotted(tokens: list[tuple[str, int, int]], offset: int) -> Axis | None:
    run: list[tuple[str, int, int]] = []
    for word, start, _ in tokens:
        if all(_DOTS.fullmatch(letter) for letter in word):
            run += [(letter, start + place, start + place + 1) for place, letter in enumerate(word)]
        elif len(run) < _LEAST_AXIS:
            run = []
    filled = [place for place, (letter, _, _) in enumerate(run, 1) if letter not in f"-{_EMPTY}"]
    if len(run) < _LEAST_AXIS or len(filled) != 1:
        return None
    return Axis(run[0][1] + offset, run[-1][2] + offset, filled[0], len(run))


def _barred(line: str, offset: int) -> Axis | None:
    bars = [match for match in _BAR.finditer(line) if len(match[0]) >= _LEAST_AXIS]
    if len(bars) != 1:
        return None
    bar = bars[0]
    filled = sum(letter in "█▓■▮" for letter in bar[0])
    if filled in (0, len(bar[0])) and "░" not in bar[0] and "□" not in bar[0]:
        return None
    return Axis(bar.start() + offset, bar.end() + offset, filled, len(bar[0]), filled=True)


def numbers_of(text: str, start: int, end: int) -> list[Span]:
    """The places of the numbers in a stretch."""
    return [Span(start + match.start(), start + match.end()) for match in _NUMBER.finditer(text[start:end])]


def name_before(text: str, start: int, end: int) -> Span | None:
    """The stretch as the name of a scale: some words, no sentence."""
    span = trim(text, start, end, ".:–-•*| \t…")
    words = text[span.start : span.end]
    letters = sum(letter.isalpha() for letter in words)
    if letters < 2 or len(words) > LONGEST_TRAIT or len(words.split()) > 6 or re.search(r"[.!?;=]\s|\d|:", words):
        return None
    return span


def on_axis(axis: Axis, scale: Scale | None) -> tuple[str, Question | None]:
    """The number marked on an axis, and a question when the axis is not the scale's own."""
    if scale is None:
        return str(axis.value), Question.NO_SCALE
    linear = LINEAR.get(scale)
    if linear is None or not linear.whole:
        return str(axis.value), Question.AXIS
    low, high = int(linear.lowest), int(linear.highest)
    if axis.first is not None:
        fits = (axis.first, axis.last) == (low, high)
        return str(axis.value), None if fits else Question.AXIS
    fits = axis.steps == high - low + 1 and not (axis.filled and low == 0)
    return str(low + axis.value - 1), None if fits else Question.AXIS
