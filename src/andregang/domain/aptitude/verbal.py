"""A few sentences and a claim: does it follow, is it contradicted, or do they not say? Proved by derivation."""

from random import Random

from andregang.domain.aptitude.model import Says, Sentence, VerbalTask, Verdict

ORDERS, GROUPINGS = 3, 3
"""Settings there are words for: of orders, and of groups."""
NAMES, GROUPS = 10, 6
"""Names to choose among, and groups in each setting."""

_LEAST_PEOPLE, _MOST_PEOPLE = 4, 5
_TRIES = 400


def make_verbal(chance: Random) -> VerbalTask:
    """A task whose answer is each of the three about as often."""
    wanted = chance.choice(list(Verdict))
    for _ in range(_TRIES):
        task = _order(chance) if chance.random() < 0.5 else _groups(chance)
        if task is not None and task.answer is wanted:
            return task
    raise AssertionError("no task of that answer")


def _order(chance: Random) -> VerbalTask | None:
    """Who comes before whom: some neighbours of a hidden order are told, in any order."""
    people = chance.randint(_LEAST_PEOPLE, _MOST_PEOPLE)
    hidden = chance.sample(range(people), people)
    drawn = (sorted(chance.sample(range(people), 2)) for _ in range(people))
    pairs = sorted({(low, high) for low, high in drawn})
    premises = [Sentence(Says.BEFORE, hidden[low], hidden[high]) for low, high in pairs]
    told = {thing for sentence in premises for thing in (sentence.first, sentence.second)}
    first, second = chance.sample(range(people), 2)
    claim = Sentence(Says.BEFORE, first, second)
    direct = {(s.first, s.second) for s in premises}
    if len(told) < people or {(first, second), (second, first)} & direct:
        return None
    chance.shuffle(premises)
    forwards, backwards = _path(direct, first, second), _path(direct, second, first)
    answer = Verdict.FOLLOWS if forwards else Verdict.CONTRADICTED if backwards else Verdict.UNKNOWN
    names = tuple(chance.sample(range(NAMES), people))
    return VerbalTask(chance.randrange(ORDERS), names, tuple(premises), claim, answer, forwards or backwards)


def _path(direct: set[tuple[int, int]], first: int, last: int) -> tuple[int, ...]:
    """The shortest way from one to the other along what is told; empty for none."""
    ways: list[tuple[int, ...]] = [(first,)]
    while ways:
        onward = []
        for way in ways:
            for one, other in sorted(direct):
                if one == way[-1] and other not in way:
                    if other == last:
                        return (*way, other)
                    onward.append((*way, other))
        ways = onward
    return ()


def _groups(chance: Random) -> VerbalTask | None:
    """Two sentences about three groups, none of them empty, and a claim about the two that are not named together."""
    one, between, other = chance.sample(range(3), 3)
    kinds = (Says.ALL, Says.NONE, Says.SOME)
    premises = [
        Sentence(chance.choice(kinds), *chance.sample((one, between), 2)),
        Sentence(chance.choice(kinds), *chance.sample((between, other), 2)),
    ]
    claim = Sentence(chance.choice(kinds), *chance.sample((one, other), 2))
    if all(sentence.says is Says.SOME for sentence in premises) and chance.random() < 0.7:
        return None
    chance.shuffle(premises)
    names = tuple(chance.sample(range(GROUPS), 3))
    return VerbalTask(chance.randrange(GROUPINGS), names, tuple(premises), claim, _derived(premises, claim))


def _derived(premises: list[Sentence], claim: Sentence) -> Verdict:
    """What follows by the rules of the syllogism, when no group is empty."""
    things = range(3)
    inside = {(t, t) for t in things} | {(s.first, s.second) for s in premises if s.says is Says.ALL}
    inside |= {(a, d) for a, b in inside for c, d in inside if b == c}
    apart = {pair for s in premises if s.says is Says.NONE for pair in ((s.first, s.second), (s.second, s.first))}
    apart = {(a, c) for a in things for c in things if any((a, x) in inside and (c, y) in inside for x, y in apart)}
    shared = {pair for s in premises if s.says is Says.SOME for pair in ((s.first, s.second), (s.second, s.first))}
    # No group is empty: whoever is in it is in all the groups it is inside.
    shared |= {(t, t) for t in things}
    shared = {(a, c) for a in things for c in things if any((x, a) in inside and (y, c) in inside for x, y in shared)}
    first, second = claim.first, claim.second
    outside = any((first, x) in shared and (x, second) in apart for x in things)
    pair = (first, second)
    follows = {Says.ALL: pair in inside, Says.NONE: pair in apart, Says.SOME: pair in shared}
    against = {Says.ALL: outside, Says.NONE: pair in shared, Says.SOME: pair in apart}
    if follows[claim.says]:
        return Verdict.FOLLOWS
    return Verdict.CONTRADICTED if against[claim.says] else Verdict.UNKNOWN
