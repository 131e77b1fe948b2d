"""Which part of an entry's header is the position (or degree), and which the employer (or school)."""

from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.cv.entries import Entry, Kinds, looks_like_header
from andregang.domain.cv.lines import Line
from andregang.domain.cv.parts import Header, Part, by_comma, parse_header, without_place
from andregang.domain.cv.terms import Terms, words_of


@dataclass(frozen=True, slots=True)
class Named:
    """What an entry's header says: the two names it holds, the header, and how many body lines belong to it."""

    header: Header
    position: Part | None
    organisation: Part | None
    used: int = 0


def name_entry(entry: Entry, kinds: Kinds, terms: Terms, *, first_wins: float) -> Named:
    """Which parts of an entry are its two names (position and organisation, or degree and institution).

    `first_wins` is above zero when the first kind usually stands first in this CV, below when the second does.
    """
    lines = [(line.start, line.text) for line in entry.header]
    named = _assign(parse_header(lines, terms), kinds, terms, first_wins, 0)
    for used, line in enumerate(entry.body[:3], 1):
        marked = used == 1 and _is_timeline_mark(entry, named, kinds)
        if not _lacks(named, line, kinds) or not (looks_like_header(line) or marked):
            break
        if not marked and not _may_name(line, kinds, bullets_follow=any(below.bullet for below in entry.body[used:])):
            break
        lines.append((line.start, line.text))
        named = _assign(parse_header(lines, terms), kinds, terms, first_wins, used)
    return named


def _is_timeline_mark(entry: Entry, named: Named, kinds: Kinds) -> bool:
    """Whether the bullet under a lone date is a dot on a timeline: what it marks is a name, and no bullet follows."""
    first, second = entry.body[0], entry.body[1] if len(entry.body) > 1 else None
    lone = first.bullet and not named.header.parts and len(words_of(first.text)) <= 9
    return (
        lone and kinds.known(first.text) >= 2 and (second is None or not second.bullet or kinds.known(first.text) >= 3)
    )


def _lacks(named: Named, line: Line, kinds: Kinds) -> bool:
    """Whether a name is missing, or was only guessed at a comma while the next line says it plainly."""
    if named.position is None or named.organisation is None:
        return True
    if named.position.row != named.organisation.row:
        return False
    lean = kinds.lean(line.text)
    if kinds.attach_first and not kinds.second(named.organisation.text):
        return kinds.second(line.text) >= 2 and lean < 0
    return not kinds.first(named.position.text) and kinds.first(line.text) >= 2 and lean > 0


def _may_name(line: Line, kinds: Kinds, *, bullets_follow: bool) -> bool:
    if kinds.known(line.text) >= 2 and len(words_of(line.text)) <= 9:
        return True
    return (bullets_follow or len(words_of(line.text)) <= 4) and line.text[:1].isupper()


def _assign(header: Header, kinds: Kinds, terms: Terms, first_wins: float, used: int) -> Named:
    units = [part for part in header.parts if not terms.is_place(part.text) or len(header.parts) == 1]
    labelled = {label: next((p for p in units if p.label == label), None) for label in ("position", "organisation")}
    first, second = labelled["position"], labelled["organisation"]
    rest = [part for part in units if not part.label]
    if first is None and second is None:
        if len(rest) == 1 or (rest and _holds_both(rest[0], kinds)):
            first, second = _by_commas(rest[0], kinds, terms, first_wins)
        elif rest:
            first, second = _best_pair(rest, kinds, first_wins)
    elif rest and first is None:
        first = max(rest, key=lambda part: kinds.first(part.text))
    elif rest and second is None:
        second = max(rest, key=lambda part: kinds.second(part.text))
    if second is not None:
        second = without_place(second, terms)
    return Named(header, first, second, used)


def _holds_both(part: Part, kinds: Kinds) -> bool:
    pieces = by_comma(part)
    return (
        len(pieces) > 1
        and any(kinds.first(piece.text) > kinds.second(piece.text) for piece in pieces)
        and any(
            kinds.second(piece.text) >= 2 and kinds.second(piece.text) > kinds.first(piece.text) for piece in pieces
        )
    )


def _best_pair(parts: Sequence[Part], kinds: Kinds, first_wins: float) -> tuple[Part, Part]:
    best: tuple[float, Part, Part] | None = None
    # In a table's row the duties come last, whatever words they hold.
    cells = len(parts) > 2 and len({part.row for part in parts}) == 1
    for i, one in enumerate(parts[:6]):
        for j, other in enumerate(parts[:6]):
            if i == j:
                continue
            value = kinds.lean(one.text) - kinds.lean(other.text) + (first_wins if i < j else -first_wins)
            value -= 0.2 * (min(i, j) + abs(i - j) - 1) + (1.5 if max(i, j) >= 2 and cells else 0.0)
            if best is None or value > best[0]:
                best = (value, one, other)
    assert best is not None
    return best[1], best[2]


def _by_commas(part: Part, kinds: Kinds, terms: Terms, first_wins: float) -> tuple[Part | None, Part | None]:
    """Both names out of one part, cut at the comma that parts them best; one name when nothing tells two apart."""
    pieces = by_comma(part)
    while len(pieces) > 2 and terms.is_place(pieces[-1].text):
        pieces = pieces[:-1]
    leans = [kinds.lean(piece.text) for piece in pieces]
    if len(pieces) == 1 or (len(pieces) == 2 and terms.is_place(pieces[1].text)):
        return (None, part) if leans[0] < 0 or (leans[0] == 0 and first_wins < -1) else (part, None)
    plainly_second = max(kinds.second(piece.text) for piece in pieces[1:]) >= 2
    if not plainly_second and not pieces[1].text[:1].isupper() and (leans[0] > 0 or leans[0] == leans[1] == 0):
        return part, None
    cuts = []
    for cut in range(1, len(pieces)):
        value = sum(leans[:cut]) - sum(leans[cut:]) + first_wins
        for straight in (True, False):
            late = 0.1 * cut if straight == kinds.attach_first else -0.1 * cut
            cuts.append(((value if straight else -value) + late, cut, straight))
    _, cut, straight = max(cuts)
    front_part, back_part = _merge(pieces[:cut], part), _merge(pieces[cut:], part)
    if all(lean < 0 for lean in leans):
        return None, part
    return (front_part, back_part) if straight else (back_part, front_part)


def _merge(pieces: Sequence[Part], whole: Part) -> Part:
    start, end = pieces[0].start, pieces[-1].end
    return Part(start, end, whole.text[start - whole.start : end - whole.start], whole.row, whole.label)


def usual_order(entries: Sequence[Entry], kinds: Kinds, terms: Terms) -> float:
    """How clearly the first kind of name stands before the second in these entries: about −1 to 1."""
    votes = 0.0
    for entry in entries:
        lines = [(line.start, line.text) for line in [*entry.header, *entry.body[:1]] if looks_like_header(line)]
        pieces = [piece for part in parse_header(lines, terms).parts for piece in by_comma(part)]
        leans = [kinds.lean(piece.text) for piece in pieces if not terms.is_place(piece.text)]
        marked = [lean for lean in leans if abs(lean) >= 1]
        if marked:
            votes += 1 if marked[0] > 0 else -1
    return max(-1.5, min(1.5, 0.4 + 0.6 * votes))
