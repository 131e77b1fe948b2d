"""A model of what the person believes about a job, and of what an answer does to it.

Each decision k has a true value x between about −1 (no) and 1 (yes). The person believes x is normal, with a mean
from how it stands and a spread from how much is known. The job is worth Σ weight · x; above nought is yes, below no.
An answer tells x with an error of its own. Nothing here is shown as a score: it only orders questions and finds which
single answer could turn the whole.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import erf, exp, pi, sqrt

from andregang.domain.decision.model import HEAVIEST, Answer, Known, View

SPREAD = {Known.WELL: 0.15, Known.PARTLY: 0.5, Known.UNKNOWN: 1.0}
"""How far from the mean the truth may lie (standard deviation), by how much is known."""

TRUST = {Known.WELL: 1.0, Known.PARTLY: 0.6, Known.UNKNOWN: 0.2}
"""How much of what one thinks is believed, by how much is known."""

ANSWER_ERROR = 0.5
"""Standard deviation of what an answer tells about the truth: people say what sounds well, and words are few."""

_VALUE = {Answer.YES: 1.0, Answer.PARTLY: 0.0, Answer.OPEN: 0.0, Answer.NO: -1.0}


@dataclass(frozen=True, slots=True)
class Belief:
    """Mean and variance of one decision's value, and its weight."""

    decision: str
    mean: float
    variance: float
    weight: float

    def after(self, questions: int = 1) -> float:
        """The variance left after so many answers about it."""
        return 1 / (1 / self.variance + questions / ANSWER_ERROR**2)

    def moved_by(self, questions: int = 1) -> float:
        """The variance that so many answers may give to the worth of the whole job."""
        return self.weight**2 * (self.variance - self.after(questions))


def belief_of(view: View) -> Belief:
    """What the person believes about one decision."""
    mean = _VALUE[view.answer] * TRUST[view.known]
    return Belief(view.decision, mean, SPREAD[view.known] ** 2, float(min(max(view.weight, 0), HEAVIEST)))


def worth_of(beliefs: Iterable[Belief]) -> float:
    """The expected worth of the job: above nought leans to yes, below to no."""
    return sum(belief.weight * belief.mean for belief in beliefs)


def value_of_knowing(beliefs: Sequence[Belief], asked: Sequence[str]) -> float:
    """How much better the choice is expected to be after answers about these decisions (an id may stand twice).

    Expected value of sample information with two acts and linear worth (Raiffa and Schlaifer):
    s·φ(m/s) − |m|·Φ(−|m|/s), where m is the expected worth now and s² the variance the answers may give it.
    Never below nought.
    """
    variance = sum(b.moved_by(asked.count(b.decision)) for b in beliefs if b.decision in asked)
    if variance <= 0:
        return 0.0
    spread, mean = sqrt(variance), abs(worth_of(beliefs))
    z = mean / spread
    density = exp(-z * z / 2) / sqrt(2 * pi)
    return max(0.0, spread * density - mean * (1 - erf(z / sqrt(2))) / 2)
