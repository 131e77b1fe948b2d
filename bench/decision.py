"""Simulated candidates who say yes or no: how often wrongly, after five questions in our order and in others.

    .venv/bin/python bench/decision.py [candidates]

The model is that of `domain/decision/belief.py`: twelve decisions, each with a true value the candidate does not see,
beliefs about it that are right on average, answers that tell it with an error. A choice is wrong when it is not the
one somebody who saw all twelve values would make. The fixed list is what lists of "the ten best questions to ask"
begin with: an ordinary day, what is expected at first, the manager's style, the team, the culture; then learning, what
they like about the place, the hardest, the next step, why the post is vacant. The worlds that follow break the model's
assumptions one by one, to show what the order owes to them.
"""

import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from andregang.content import load_own_questions
from andregang.domain.decision import DECISIONS, MUST_KNOW, Answer, Belief, Known, View, belief_of, order_questions
from andregang.domain.decision.belief import ANSWER_ERROR
from andregang.domain.questions import OwnQuestion
from andregang.domain.text import Language

FIXED = ("D1", "D1", "D2", "D3", "D8", "D5", "D8", "D1", "D12", "D7")
ASKED = 5


@dataclass(frozen=True)
class World:
    """What is so: `spread` times the spread people believe in, answers with `error`, tails as heavy as Student's t of
    so many degrees (0 is normal), and whether a clear no on one of the four that must be known is a no to all."""

    name: str
    spread: float = 1.0
    error: float = ANSWER_ERROR
    tails: int = 0
    one_no_is_no: bool = False


WORLDS = (
    World("as the model says"),
    World("people are surer than they should be", spread=1.6),
    World("people are less sure than they need be", spread=0.6),
    World("answers tell little", error=1.0),
    World("answers tell nearly all", error=0.15),
    World("rare great surprises", tails=3),
    World("one clear no is a no", one_no_is_no=True),
)


def bank() -> tuple[OwnQuestion, ...]:
    """Every question of the bank, as asked of whoever it is for."""
    templates = sorted(load_own_questions().templates, key=lambda one: one.rank)
    return tuple(OwnQuestion(t.id, t.to, None, t.wording[Language.NB], t.informs) for t in templates)


def somebody(chance: random.Random) -> tuple[View, ...]:
    """A candidate before the second interview: something known of most, little of some, and weights of one's own."""
    known = chance.choices(tuple(Known), (2, 4, 4), k=len(DECISIONS))
    answers = chance.choices(tuple(Answer), (5, 3, 2, 2), k=len(DECISIONS))
    return tuple(
        View(decision, how, answer, chance.choice((1, 2, 2, 3) if decision in MUST_KNOW else (0, 1, 1, 2, 3)))
        for decision, how, answer in zip(DECISIONS, known, answers, strict=True)
    )


def wrong_choices(world: World, candidates: int, seed: int = 7) -> Counter[str]:
    """How many of the candidates choose wrongly, by what they asked first."""
    chance, questions, wrong = random.Random(seed), bank(), Counter[str]()
    for _ in range(candidates):
        views = somebody(chance)
        beliefs = [belief_of(view) for view in views]
        truth = {b.decision: b.mean + _drawn(chance, world.tails) * sqrt(b.variance) * world.spread for b in beliefs}
        right = _chosen(beliefs, truth, world)
        ours = [one.question.informs for one in order_questions(questions, views)[:ASKED]]
        drawn = [question.informs for question in chance.sample(questions, ASKED)]
        noise = [chance.gauss(0, world.error) for _ in range(ASKED)]
        for name, asked in (("none", ()), ("drawn", drawn), ("fixed", FIXED[:ASKED]), ("ours", ours)):
            means = {b.decision: _told(b, asked, truth, noise) for b in beliefs}
            wrong[name] += _chosen(beliefs, means, world) != right
    return wrong


def _told(belief: Belief, asked: Sequence[str], truth: dict[str, float], noise: Sequence[float]) -> float:
    """What is believed of a decision after the answers."""
    said = [truth[d] + error for d, error in zip(asked, noise, strict=False) if d == belief.decision]
    precision = 1 / belief.variance + len(said) / ANSWER_ERROR**2
    return (belief.mean / belief.variance + sum(said) / ANSWER_ERROR**2) / precision


def _chosen(beliefs: Sequence[Belief], values: dict[str, float], world: World) -> bool:
    if world.one_no_is_no and any(values[d] < -1 for d in MUST_KNOW):
        return False
    return sum(b.weight * values[b.decision] for b in beliefs) > 0


def _drawn(chance: random.Random, tails: int) -> float:
    """A standard normal number, or one of Student's t brought to the same variance."""
    drawn = chance.gauss(0, 1)
    if not tails:
        return drawn
    return drawn / sqrt(chance.gammavariate(tails / 2, 2) / tails) * sqrt((tails - 2) / tails)


def main() -> None:
    candidates = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    print(f"{candidates} candidates, wrong choices in per cent after {ASKED} questions\n")
    print(f"{'':42}{'none':>7}{'drawn':>7}{'fixed':>7}{'ours':>7}   fewer than fixed")
    for world in WORLDS:
        wrong = wrong_choices(world, candidates)
        shares = "".join(f"{100 * wrong[name] / candidates:7.1f}" for name in ("none", "drawn", "fixed", "ours"))
        print(f"{world.name:42}{shares}   {100 * (1 - wrong['ours'] / wrong['fixed']):5.0f} %")


if __name__ == "__main__":
    main()
