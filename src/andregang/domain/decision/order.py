"""Which questions first: those whose answers could change the decision most."""

from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.decision.belief import Belief, belief_of, value_of_knowing
from andregang.domain.decision.model import View, first_view
from andregang.domain.questions import OwnQuestion


@dataclass(frozen=True, slots=True)
class Ordered:
    """A question with what its answer is worth after those before it; `opens` when nothing was asked of it before."""

    question: OwnQuestion
    value: float
    opens: bool


def order_questions(questions: Sequence[OwnQuestion], views: Sequence[View]) -> tuple[Ordered, ...]:
    """The questions, the one that could change the decision most first (expected value of information).

    `views` are the person's views (`views_of`); a decision without one counts as at first, so that a person who has
    said nothing gets tasks, manager, terms and contract first. Each answer makes the next about the same decision
    worth less. Questions of equal worth keep their order; those that inform no decision come last. The first five are
    together the best five there are: the value of answers grows with their variance, and that of one decision's
    answers by less and less.
    """
    beliefs = {view.decision: belief_of(view) for view in views}
    for question in questions:
        if question.informs and question.informs not in beliefs:
            beliefs[question.informs] = belief_of(first_view(question.informs))
    waiting: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        waiting.setdefault(question.informs if question.informs in beliefs else "", []).append(place)
    idle = waiting.pop("", [])
    every = tuple(beliefs.values())
    asked: list[str] = []
    found: list[Ordered] = []
    value = 0.0
    while waiting:
        decision = max(waiting, key=lambda one: (_gain(beliefs[one], asked.count(one)), -waiting[one][0]))
        place = waiting[decision].pop(0)
        asked.append(decision)
        before, value = value, value_of_knowing(every, asked)
        found.append(Ordered(questions[place], max(0.0, value - before), asked.count(decision) == 1))
        if not waiting[decision]:
            del waiting[decision]
    return (*found, *(Ordered(questions[place], 0.0, opens=False) for place in idle))


def _gain(belief: Belief, asked: int) -> float:
    """The variance one more answer gives; rounded, so that equal ones are equal on every machine."""
    return round(belief.moved_by(asked + 1) - belief.moved_by(asked), 9)
