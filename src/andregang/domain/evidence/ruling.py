"""What a rule says about a line of the ad, and what rules need to know to say it."""

from dataclasses import dataclass
from datetime import date

from andregang.domain.cv import Cv
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.model import Strength
from andregang.domain.job_ad import AdItem, JobAd
from andregang.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the ad before the lines of one CV. `closeness` is each candidate's, 0 to 1, in their order."""

    ad: JobAd
    item: AdItem
    cv: Cv
    candidates: tuple[Candidate, ...]
    closeness: tuple[float, ...]
    vocabulary: Vocabulary
    today: date

    @property
    def text(self) -> str:
        return self.item.quote.words


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule's word on one line: candidate indices best first, and both sides in the documents' own terms.

    `at_most` is set where the rule leaves the question open to likeness in meaning, and caps what that may say.
    """

    rule: str
    strength: Strength
    lines: tuple[int, ...] = ()
    asked: str = ""
    found: str = ""
    at_most: Strength | None = None


def around(text: str, start: int, end: int, *, reach: int = 40) -> str:
    """The words of `text` from `start` to `end`, let out to the nearest comma or full stop within reach."""
    left = max(text.rfind(mark, max(0, start - reach), start) for mark in ",.;:(")
    rights = [at for mark in ",.;:)" if (at := text.find(mark, end, end + reach)) >= 0]
    return text[left + 1 if left >= 0 else max(0, text.rfind(" ", 0, max(1, start))) : min(rights, default=end)].strip()
