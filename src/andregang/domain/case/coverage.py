"""Which slide answers which demand: one way through the deck, in the order people answer, best as a whole.

A deck is built around what was asked, mostly in that order. So a slide is not judged alone: slides and demands are
paired so that their affinities together are largest, a demand may take several slides in a row, and what no slide is
left for is not covered. An answer out of order counts when it is plain.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from andregang.domain.case.affinity import affinities
from andregang.domain.case.model import Deck, Demand, SlideRole
from andregang.domain.evidence.lexicon import finder
from andregang.domain.evidence.model import Similarity
from andregang.domain.vocabulary import Vocabulary

_START = 0.0
_MORE = 0.6
_BARE = {
    SlideRole.CONTENT: 0.7,
    SlideRole.RISK: 0.0,
    SlideRole.PLAN: -0.2,
    SlideRole.BACKGROUND: -0.2,
    SlideRole.ASSUMPTIONS: -0.2,
}
"""What is lost when a slide of this role answers nothing: most content slides are there for a demand."""
_PLAIN_ANSWER = 1.15
_OUT_OF_ORDER = 0.75


@dataclass(frozen=True, slots=True)
class Coverage:
    """For each slide, the demands it answers (places in the list); and the slides off the task, as places."""

    covers: tuple[tuple[int, ...], ...]
    off_task: tuple[int, ...]

    def uncovered(self, demands: int) -> tuple[int, ...]:
        """The demands no slide answers."""
        taken = {demand for slide in self.covers for demand in slide}
        return tuple(demand for demand in range(demands) if demand not in taken)


def cover(
    demands: Sequence[Demand],
    deck: Deck,
    roles: Sequence[SlideRole],
    similarity: Similarity | None,
    vocabulary: Vocabulary,
) -> Coverage:
    """Pair demands with slides. Without `similarity` words decide alone."""
    near = affinities(demands, deck.slides, similarity, vocabulary)
    about_self = [finder(vocabulary, "case.ask.self").search(demand.words) is not None for demand in demands]
    open_to = [
        place
        for place, (slide, role) in enumerate(zip(deck.slides, roles, strict=True))
        if not slide.hidden and _may_answer(role, any(about_self))
    ]
    for i, of_self in enumerate(about_self):
        for j, role in enumerate(roles):
            if role is SlideRole.SELF:
                near[i][j] += 0.6 if of_self else -2.0
    covers: list[list[int]] = [[] for _ in deck.slides]
    for place, demand in _pair(near, open_to, roles).items():
        covers[place].append(demand)
    _add_plain_answers(near, [*open_to, *_short_endings(deck, roles)], covers)
    off = [
        place
        for place, role in enumerate(roles)
        if not covers[place]
        and not deck.slides[place].hidden
        and role in (SlideRole.SELF, SlideRole.PRAISE, SlideRole.OTHER_TOPIC, SlideRole.CONTENT)
    ]
    return Coverage(tuple(tuple(sorted(found)) for found in covers), tuple(off if demands else ()))


def _short_endings(deck: Deck, roles: Sequence[SlideRole]) -> list[int]:
    """Last slides that are short and say something: taken for a closing, they may still answer what is left."""
    pairs = enumerate(zip(deck.slides, roles, strict=True))
    return [j for j, (slide, role) in pairs if role is SlideRole.CLOSING and len(slide.lines) > 1 and not slide.hidden]


def _may_answer(role: SlideRole, self_asked: bool) -> bool:  # noqa: FBT001
    return role in _BARE or (role is SlideRole.SELF and self_asked)


def _pair(near: Sequence[Sequence[float]], places: Sequence[int], roles: Sequence[SlideRole]) -> dict[int, int]:
    """The best way through: slide place → demand. `best[i]` is the best worth with demand `i − 1` the last taken."""
    count = len(near)
    nothing: tuple[float, tuple[tuple[int, int], ...]] = (float("-inf"), ())
    best = [(0.0, nothing[1])] + [nothing] * count
    for place in places:
        bare = _BARE.get(roles[place], 0.0)
        following = [(worth - bare, pairs) for worth, pairs in best]
        run = nothing
        for i in range(count):
            run = max(run, best[i], key=lambda state: state[0])
            fresh = run[0] + near[i][place] - _START
            again = best[i + 1][0] + near[i][place] - _MORE
            if max(fresh, again) > following[i + 1][0]:
                before = run[1] if fresh >= again else best[i + 1][1]
                following[i + 1] = (max(fresh, again), (*before, (place, i)))
        best = following
    return dict(max(best, key=lambda state: state[0])[1])


def _add_plain_answers(near: Sequence[Sequence[float]], places: Sequence[int], covers: list[list[int]]) -> None:
    """Demands left over that a slide answers plainly, out of order or beside another demand."""
    taken = {demand for slide in covers for demand in slide}
    for i, row in enumerate(near):
        if i in taken or not places:
            continue
        place = max(places, key=lambda j: row[j])
        least = _PLAIN_ANSWER if covers[place] else _OUT_OF_ORDER
        rival = max((near[k][place] for k in covers[place]), default=0.0)
        if row[place] >= least and (not covers[place] or row[place] >= 0.6 * rival):
            covers[place].append(i)
