"""All that was said held together, two and two."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from andregang.domain.consistency import figures, pay, reasons, titles, when
from andregang.domain.consistency.model import Contradiction, Said, Statement, Topic
from andregang.domain.consistency.words import lexicon_of
from andregang.domain.text import fold
from andregang.domain.vocabulary import Vocabulary

MOST_CLAIMS = 200
"""Claims of one topic that are compared; of more, the first are."""

LONGEST = 20_000
"""Characters read of one statement."""

_LONGEST_QUOTE = 300

_Compare = Callable[[Any, Any], bool]


def find_contradictions(statements: Sequence[Statement], vocabulary: Vocabulary) -> tuple[Contradiction, ...]:
    """Every two places that speak of the same thing and do not say the same, each pair of sentences once.

    Two statements of one source are not compared, and two sources that also say the same somewhere do not differ:
    who writes "fra 18 til 14" here and "14" there has said one thing. Never raises on any text.
    """
    lexicon = lexicon_of(vocabulary)
    read = [(n, s) for n, s in enumerate(statements) if s.text.strip() and len(s.text) <= LONGEST]
    topics: tuple[tuple[Topic, Callable[..., Iterator[Any]], _Compare, _Compare], ...] = (
        (Topic.FIGURE, figures.figures_in, figures.comparable, figures.differ),
        (Topic.DATE, when.events_in, when.comparable, when.differ),
        (Topic.TITLE, titles.posts_in, titles.comparable, titles.differ),
        (Topic.REASON, reasons.reasons_in, reasons.comparable, reasons.differ),
        (Topic.PAY, pay.amounts_in, pay.comparable, pay.differ),
    )
    found: dict[str, Contradiction] = {}
    paid: set[tuple[int, int]] = set()
    claims_of = {
        topic: list(islice((c for n, s in read for c in claims(s, n, lexicon)), MOST_CLAIMS))
        for topic, claims, _, _ in topics
    }
    for claim in claims_of[Topic.PAY]:
        paid |= {(claim.statement, offset) for offset in range(claim.start, claim.end)}
    claims_of[Topic.FIGURE] = [c for c in claims_of[Topic.FIGURE] if (c.statement, c.start) not in paid]
    for topic, _, comparable, differ in topics:
        for one, other in _differing(claims_of[topic], statements, comparable, differ):
            pair = Contradiction(topic, _said(one, statements), _said(other, statements))
            found.setdefault(pair.key, pair)
    return tuple(found.values())


def _differing(
    claims: Sequence[Any], statements: Sequence[Statement], comparable: _Compare, differ: _Compare
) -> Iterator[tuple[Any, Any]]:
    sources = [statements[claim.statement].source for claim in claims]
    agreed: dict[int, set[str]] = {n: set() for n in range(len(claims))}
    apart: list[tuple[int, int]] = []
    for n, one in enumerate(claims):
        for m in range(n + 1, len(claims)):
            if sources[n] == sources[m] or not comparable(one, claims[m]):
                continue
            if differ(one, claims[m]):
                apart.append((n, m))
            else:
                agreed[n].add(sources[m])
                agreed[m].add(sources[n])
    for n, m in apart:
        if sources[m] not in agreed[n] and sources[n] not in agreed[m]:
            yield claims[n], claims[m]


def _said(claim: Any, statements: Sequence[Statement]) -> Said:
    statement = statements[claim.statement]
    text = statement.text
    start, end = claim.stretch.start, max(claim.stretch.end, claim.end)
    if end - start > _LONGEST_QUOTE:
        start = max(start, claim.start - _LONGEST_QUOTE // 2)
        end = min(end, max(claim.end, start + _LONGEST_QUOTE))
    return Said(statement.source, claim.start, claim.end, fold(text[claim.start : claim.end]), fold(text[start:end]))
