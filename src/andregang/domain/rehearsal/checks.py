"""What can be counted in an answer (substance 2.5, AC1 to AC11). AC12 needs earlier versions and stands elsewhere."""

import re
from collections.abc import Mapping, Sequence

from andregang.domain.rehearsal.model import FIVE, Check, CheckKind, Clause, Element, Found
from andregang.domain.rehearsal.signs import WORD, Lists

PACE = 126.0
"""Words a minute when nothing was measured: the middle of 120 to 132."""
SHORTEST, TARGET_FROM, TARGET_TO, LONGEST = 60.0, 90.0, 150.0, 180.0
MOST_BACKGROUND, LEAST_SUBSTANCE = 0.2, 0.5
MOST_FILLERS = 0.03
_EVENT_WITHIN = 2
_DEEDS = frozenset({"self_did", "we_did", "bare_did"})
_MARKED = ("number", "result.change", "result.after", "result.reaction")

Elements = Mapping[Element, tuple[Found, ...]]


def take_checks(
    answer: str, clauses: Sequence[Clause], elements: Elements, lists: Lists, pace: float, confidential: Sequence[str]
) -> tuple[Check, ...]:
    """All counts of an answer, in the order of their ids. Shares are of the words."""
    words = count_words(answer)
    seconds = words * 60 / pace
    background = _share(answer, elements[Element.CONTEXT], words)
    substance = _share(answer, (*elements[Element.DID], *elements[Element.RESULT]), words)
    missing = sum(not elements[element] for element in FIVE)
    fillers = _matches(answer, lists.pattern("filler"))
    secret = _matches(answer, _any_of(confidential))
    return (
        Check(CheckKind.LENGTH, bool(words) and not SHORTEST <= seconds <= LONGEST, seconds),
        Check(CheckKind.BACKGROUND, background > MOST_BACKGROUND, background, elements[Element.CONTEXT]),
        Check(CheckKind.SUBSTANCE, bool(words) and substance < LEAST_SUBSTANCE, substance),
        _own_part(elements[Element.DID], lists),
        Check(CheckKind.MISSING, missing > 0, float(missing)),
        _result_marker(elements[Element.RESULT], lists),
        _time_marker(answer, lists),
        _hypothetical(clauses),
        _self_description(clauses, lists),
        Check(CheckKind.FILLERS, bool(words) and len(fillers) / words > MOST_FILLERS, float(len(fillers)), fillers),
        Check(CheckKind.CONFIDENTIAL, bool(secret), float(len(secret)), secret),
    )


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in WORD.finditer(text))


def _share(answer: str, found: Sequence[Found], words: int) -> float:
    """The share of the words that stand in these stretches, each counted once."""
    covered, end = 0, 0
    for stretch in sorted(found, key=lambda f: (f.start, f.end)):
        start = max(stretch.start, end)
        if start < stretch.end:
            covered += count_words(answer[start : stretch.end])
            end = stretch.end
    return covered / words if words else 0.0


def _matches(answer: str, pattern: re.Pattern[str]) -> tuple[Found, ...]:
    return tuple(Found(m.start(), m.end(), m.group()) for m in pattern.finditer(answer) if m.end() > m.start())


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    wanted = [re.escape(word.strip()) for word in words if word.strip()]
    return re.compile("|".join(rf"(?<!\w){word}(?!\w)" for word in wanted) or r"(?!)", re.IGNORECASE)


def _own_part(did: Sequence[Found], lists: Lists) -> Check:
    """AC4: "vi" more than twice as often as "jeg" in what was done."""
    told = " \n ".join(found.words for found in did)
    own, ours = (len(lists.pattern(name).findall(told)) for name in ("self", "we"))
    return Check(CheckKind.OWN_PART, ours > 2 * own, float(ours - own), tuple(did) if ours > 2 * own else ())


def _result_marker(results: Sequence[Found], lists: Lists) -> Check:
    """AC6: a result with a number, a time, a before and after or a reaction."""
    marked = tuple(f for f in results if any(lists.pattern(name).search(f.words) for name in _MARKED))
    return Check(CheckKind.RESULT_MARKER, not marked, float(len(marked)), marked)


def _time_marker(answer: str, lists: Lists) -> Check:
    """AC7: when it was."""
    found = _matches(answer, lists.pattern("time"))
    return Check(CheckKind.TIME_MARKER, not found, float(len(found)), found)


def _hypothetical(clauses: Sequence[Clause]) -> Check:
    """AC8: what one would do or is used to doing, more than what was done."""
    general = [c for c in clauses if c.signs & {"hypothetical", "habit", "condition"} and not c.signs & _DEEDS]
    done = sum(bool(c.signs & _DEEDS) for c in clauses)
    share = len(general) / len(clauses) if clauses else 0.0
    return Check(CheckKind.HYPOTHETICAL, len(general) > done, share, tuple(_found(c) for c in general))


def _self_description(clauses: Sequence[Clause], lists: Lists) -> Check:
    """AC9: a trait claimed without an event in the same sentence or the next two."""
    events = {clause.sentence for clause in clauses if clause.signs & _DEEDS}
    claims: list[Found] = []
    for clause in clauses:
        near = range(clause.sentence, clause.sentence + _EVENT_WITHIN + 1)
        if "description" in clause.signs and "trait" in clause.signs and not events.intersection(near):
            for match in lists.pattern("trait").finditer(clause.words):
                start = clause.start + match.start()
                claims.append(Found(start, start + len(match.group()), match.group()))
    return Check(CheckKind.SELF_DESCRIPTION, bool(claims), float(len(claims)), tuple(claims))


def _found(clause: Clause) -> Found:
    return Found(clause.start, clause.end, clause.words)
