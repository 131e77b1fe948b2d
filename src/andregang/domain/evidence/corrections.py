"""What the person said of the matches: it stands above every reading, also when a document is read again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from andregang.domain.cv import Cv
from andregang.domain.evidence.model import MOST, Basis, Evidence, Match, Strength

_WORD = re.compile(r"\w+")
# A newer reader may cut a line a little differently; so much of the words must be the same.
_SAME = 0.75


class Verdict(StrEnum):
    """What the person said: this line is evidence, it is not, or here are my own words."""

    CONFIRM = "confirm"
    REJECT = "reject"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction, keyed by words: of the ad line and of the CV line, as they were quoted.

    A REJECT without `evidence_words` rejects whatever was found. `own_words` belong to ADD.
    """

    item_words: str
    evidence_words: str = ""
    verdict: Verdict = Verdict.CONFIRM
    own_words: str = ""


def apply_corrections(
    matches: Iterable[Match], corrections: Iterable[Correction], cv: Cv | None = None
) -> tuple[Match, ...]:
    """The matches with the corrections, applied in order; a later one about the same lines wins.

    A confirmed line stands first, on the person's word; `cv` is where a confirmed line is looked up that no reading
    offered. Own words are kept beside the evidence, never as a quote. What fits no match is left for the next reading.
    """
    given = tuple(corrections)
    return tuple(_corrected(match, given, cv) for match in matches)


def _corrected(match: Match, corrections: tuple[Correction, ...], cv: Cv | None) -> Match:
    for correction in corrections:
        if not same_words(correction.item_words, match.item.quote.words):
            continue
        if correction.verdict is Verdict.REJECT:
            match = _rejected(match, correction)
        elif correction.verdict is Verdict.CONFIRM:
            match = _confirmed(match, correction, cv)
        elif correction.own_words.strip() and correction.own_words not in match.own_words:
            match = replace(match, own_words=(*match.own_words, correction.own_words), strength=_at_least(match))
    return match


def _rejected(match: Match, correction: Correction) -> Match:
    """Without the line, for good: the next best moves up, and what was rejected never comes back from behind."""

    def kept(lines: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        wanted = correction.evidence_words
        return tuple(line for line in lines if wanted and not same_words(wanted, line.quote.words))

    shown, spare = kept(match.evidence), kept(match.spare)
    if len(shown) + len(spare) == len(match.evidence) + len(match.spare):
        return match
    shown, spare = (*shown, *spare)[:MOST], (*shown, *spare)[MOST:]
    strength = match.strength if shown or match.own_words else Strength.NONE
    return replace(match, evidence=shown, spare=spare, strength=strength)


def _confirmed(match: Match, correction: Correction, cv: Cv | None) -> Match:
    wanted = correction.evidence_words
    known = (*match.evidence, *match.spare)
    found = next((e for e in known if same_words(wanted, e.quote.words)), None) or _line_of(cv, wanted)
    if found is None:
        return match
    first = replace(found, score=1.0, basis=Basis.PERSON)
    rest = tuple(e for e in match.evidence if e.quote != found.quote)
    spare = tuple(e for e in match.spare if e.quote != found.quote)
    strength = Strength.DIRECT if match.strength is Strength.NONE else match.strength
    return replace(match, evidence=(first, *rest), spare=spare, strength=strength)


def _line_of(cv: Cv | None, words: str) -> Evidence | None:
    for line in cv.lines if cv else ():
        if same_words(words, line.quote.words):
            context = line.role.quote if line.role and line.role.quote != line.quote else None
            return Evidence(line.quote, line.section, 1.0, Basis.PERSON, context)
    return None


def _at_least(match: Match) -> Strength:
    return Strength.TRANSFERABLE if match.strength is Strength.NONE else match.strength


def same_words(left: str, right: str) -> bool:
    """Whether two quotes are the same words, capitals and punctuation aside, give or take how a line was cut."""
    one, other = _WORD.findall(left.casefold()), _WORD.findall(right.casefold())
    if one == other:
        return bool(one)
    if len(one) < 4 or len(other) < 4:
        return False
    shared = len(set(one) & set(other))
    return shared >= _SAME * max(len(set(one)), len(set(other)))
