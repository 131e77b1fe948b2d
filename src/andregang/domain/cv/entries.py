"""Entries of a section: which lines make one job, one degree, one post."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from andregang.domain.cv.lines import Line
from andregang.domain.cv.parts import anchor_period
from andregang.domain.cv.terms import words_of

_SENTENCE_END = re.compile(r"[.!?]['\"»”)]?$")
ABBREVIATED = re.compile(
    r"(?:\b(?:d\.d|dir|adm|avd|inkl|etc|mm|m\.m|osv|bl\.a|co|inc|ltd|jr|st|kl|ca|vgs|mag|phil)|\b\w)\.$", re.I
)


@dataclass(slots=True)
class Entry:
    """Lines that belong together: `header` names the entry, `body` are the lines under it."""

    header: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [*self.header, *self.body]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The two names an entry has (position and organisation, or degree and institution), and how to know them.

    `attach_first`: a stretch known as neither belongs to the first name ('PhD, Medical Science'), else to the second.
    """

    first: Callable[[str], float]
    second: Callable[[str], float]
    attach_first: bool = False

    def lean(self, text: str) -> float:
        """Above zero for the first kind of name, below for the second."""
        return self.first(text) - self.second(text)

    def known(self, text: str) -> float:
        """How surely a stretch is one of the two."""
        return max(self.first(text), self.second(text))


def without_period(text: str) -> str:
    """A line without the period that dates an entry."""
    period = anchor_period(text)
    return text if period is None else text[: period.at] + " " + text[period.to :]


def looks_like_header(line: Line) -> bool:
    """Whether a line can name something: short, no bullet, no sentence."""
    text = without_period(line.text).strip(" \t,;|–-()")
    return (
        not line.bullet
        and len(text) <= 110
        and len(words_of(text)) <= 14
        and not (_SENTENCE_END.search(text) and not ABBREVIATED.search(text))
        and not line.text.rstrip().endswith(":")
    )


def _anchors(lines: Sequence[Line]) -> list[int]:
    """The lines that date an entry. Where most dates stand at one edge, a lone year at the other edge dates nothing."""
    found = []
    bullets = [line.text for line in lines if line.bullet]
    # A list whose points nearly all end with a date is a list of jobs; under a job, a point may end with one too.
    listed = len(bullets) == len(lines) and sum(anchor_period(text) is not None for text in bullets) >= 0.6 * len(lines)
    for index, line in enumerate(lines):
        period = anchor_period(line.text) if len(line.text) <= 400 else None
        if period is None:
            continue
        rest = (line.text[: period.at] + " " + line.text[period.to :]).strip(" ,;:|–-\t()")
        at_start = not line.text[: period.at].strip(" (")
        if line.bullet and not ((at_start or listed) and len(rest) < 110):
            continue
        if not at_start and not listed and not looks_like_header(line) and "\t" not in line.text[: period.at]:
            continue
        place = "alone" if not rest else "start" if at_start else "end"
        found.append((index, place, period.single, line.bullet))
    firm = [place for _, place, single, bullet in found if not single and not bullet]
    usual = max(sorted(set(firm)), key=firm.count) if firm else ""
    edge = usual in {"start", "alone"} and firm.count("end") <= 0.3 * len(firm)
    plain = any(not bullet for _, _, _, bullet in found)
    return [index for index, place, single, bullet in found if not (bullet and plain) and not (place == "end" and edge)]


def split_entries(lines: Sequence[Line], kinds: Kinds) -> list[Entry]:
    """The lines of a section cut into entries, by their dates, and where there are none by their bullets."""
    anchors = _anchors(lines)
    if not anchors:
        return _by_bullets(lines)
    gaps = [line.gap for line in lines]
    gaps_tell = sum(gaps) <= 0.6 * len(lines)
    starts: list[int] = []
    usual = 0
    for number, anchor in enumerate(anchors):
        floor = anchors[number - 1] + 1 if number else 0
        run = _run_above(lines, floor, anchor, gaps_tell=gaps_tell)
        if number == 0:
            usual = run = min(run, 3)
        elif run > usual:
            own = without_period(lines[anchor].text)
            complete = kinds.first(own) > 0 and kinds.second(own) > 0
            above = lines[anchor - 1]
            named = above.level or (not complete and kinds.known(above.text) >= 2 and above.gap)
            run = min(run, max(usual, 1 if named and above.end < lines[anchor].start else usual))
        starts.append(anchor - run)
    entries = _by_bullets(lines[: starts[0]]) if any(line.bullet for line in lines[: starts[0]]) else []
    loose = [] if entries else list(lines[: starts[0]])
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(lines)
        anchor = anchors[number]
        entries.append(Entry(list(lines[start : anchor + 1]), list(lines[anchor + 1 : stop])))
    if loose:
        entries.insert(0, Entry([], loose))
    return entries


def _run_above(lines: Sequence[Line], floor: int, anchor: int, *, gaps_tell: bool) -> int:
    """How many lines straight above an anchor may belong to its header."""
    if gaps_tell and lines[anchor].gap and anchor > floor and not lines[anchor - 1].level:
        return 0
    run = 0
    while anchor - run - 1 >= floor and looks_like_header(lines[anchor - run - 1]):
        run += 1
        reached = lines[anchor - run]
        over = lines[anchor - run - 1] if anchor - run - 1 >= floor else None
        goes_on = over is not None and over.level and run == 1
        if not goes_on and (reached.level or (gaps_tell and reached.gap)):
            break
    return run


def _by_bullets(lines: Sequence[Line]) -> list[Entry]:
    """Entries without dates: a run of header lines opens one where bullets or an empty row stood above."""
    entries: list[Entry] = []
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        opens = looks_like_header(line) and (above is None or above.bullet or line.gap or not looks_like_header(above))
        if opens or not entries:
            entries.append(Entry([line] if looks_like_header(line) else [], [] if looks_like_header(line) else [line]))
        elif looks_like_header(line) and not entries[-1].body and len(entries[-1].header) < 3:
            entries[-1].header.append(line)
        else:
            entries[-1].body.append(line)
    return entries
