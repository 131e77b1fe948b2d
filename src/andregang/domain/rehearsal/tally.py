"""What can be told of an answer in figures, beside what was found in it (substance 2.5)."""

from dataclasses import dataclass

from andregang.domain.rehearsal.model import AnswerAnalysis, CheckKind
from andregang.domain.rehearsal.signs import Lists
from andregang.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Tally:
    """How many per cent is background, how often "jeg" and "vi" are said, how many numbers and filler words."""

    background: int
    own: int
    ours: int
    numbers: int
    fillers: int


def tally(analysis: AnswerAnalysis, vocabulary: Vocabulary) -> Tally:
    """The figures of an answer."""
    lists = Lists(vocabulary, analysis.language)
    own, ours, numbers = (len(lists.pattern(name).findall(analysis.answer)) for name in ("self", "we", "number"))
    background = round(100 * analysis.check(CheckKind.BACKGROUND).value)
    return Tally(background, own, ours, numbers, round(analysis.check(CheckKind.FILLERS).value))
