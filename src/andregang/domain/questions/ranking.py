"""How much a line of the ad is worth preparing: what the ad stresses, and what the CV leaves open."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.questions.circumstances import speaks_of
from andregang.domain.vocabulary import Vocabulary

_KIND = {ItemKind.TASK: 1.0, ItemKind.MUST: 0.85, ItemKind.SHOULD: 0.55, ItemKind.QUALITY: 0.6, ItemKind.OFFER: 0.0}
_OPEN = {Strength.NONE: 1.0, Strength.TRANSFERABLE: 0.85, Strength.DIRECT: 0.45}
_UNKNOWN = 0.7
_FURNITURE = 0.15
_EMPHASIS = 0.15
_REPEATED = 0.06
_SIMILAR = 0.5
# No ad asks for so much; a page with more lines than this would only make one wait.
_MOST = 120
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOP = frozenset(
    [
        "og",
        "eller",
        "for",
        "med",
        "til",
        "fra",
        "frå",
        "som",
        "den",
        "det",
        "dei",
        "de",
        "våre",
        "vår",
        "vårt",
        "innen",
        "innenfor",
        "samt",
        "ved",
        "ansvar",
        "arbeid",
        "arbeide",
        "oppgaver",
        "oppgåver",
        "jobbe",
        "bidra",
        "delta",
        "oppfølging",
        "oppfølgjing",
        "utvikling",
        "andre",
        "gode",
        "god",
        "godt",
        "være",
        "vere",
        "ulike",
        "the",
        "and",
        "with",
        "for",
        "our",
        "your",
        "from",
        "work",
        "working",
        "tasks",
        "other",
        "good",
    ]
)


@dataclass(frozen=True, slots=True)
class RankedItem:
    """An ad line with its worth (0 to 1) and its topic: lines about the same thing share a number."""

    item: AdItem
    match: Match | None
    worth: float
    topic: int


def rank_items(
    ad: JobAd | None, matches: Sequence[Match], vocabulary: Vocabulary, kinds: Iterable[ItemKind]
) -> tuple[RankedItem, ...]:
    """The ad's lines of these kinds, the worthiest first, the ad's order among equals."""
    by_item = {match.item: match for match in matches}
    items = [item for item in (ad.items if ad is not None else ()) if item.kind in set(kinds)]
    known = set(items)
    items += [item for item in by_item if item.kind in set(kinds) and item not in known]
    items = items[:_MOST]
    stems = {item: stems_of(item.quote.words) for item in items}
    topics = _topics(items, stems)
    title = stems_of(ad.title.value) if ad is not None and ad.title else frozenset()
    ranked = []
    for place, item in enumerate(items):
        stress = _stress(item, place, items, stems, title, vocabulary)
        match = by_item.get(item)
        left_open = _UNKNOWN if match is None or match.asks_for_example else _OPEN[match.strength]
        ranked.append(RankedItem(item, match, round(stress * (0.7 + 0.3 * left_open), 4), topics[item]))
    return tuple(sorted(ranked, key=lambda one: -one.worth))


def stems_of(words: str) -> frozenset[str]:
    """The content words of a line, cut to their first seven letters so that inflections meet."""
    return frozenset(word[:7] for word in _WORD.findall(words.lower()) if word not in _STOP)


def alike(one: frozenset[str], other: frozenset[str], share: float = _SIMILAR) -> bool:
    """Whether two sets of stems share so much that they are about the same thing."""
    return bool(one and other) and len(one & other) >= share * len(one | other)


def _topics(items: Sequence[AdItem], stems: Mapping[AdItem, frozenset[str]]) -> dict[AdItem, int]:
    topics: dict[AdItem, int] = {}
    for number, item in enumerate(items):
        same = next((other for other in items[:number] if alike(stems[item], stems[other])), None)
        topics[item] = topics[same] if same is not None else number
    return topics


def _stress(
    item: AdItem,
    place: int,
    items: Sequence[AdItem],
    stems: Mapping[AdItem, frozenset[str]],
    title: frozenset[str],
    vocabulary: Vocabulary,
) -> float:
    words = item.quote.words.lower()
    if speaks_of(words, vocabulary, "questions.furniture"):
        return _FURNITURE
    before = sum(other.kind is item.kind for other in items[:place])
    order = max(0.6, 1.0 - 0.05 * before)
    repeated = sum(bool(stems[item] & stems[other]) for other in items if other is not item)
    repeated += 2 * bool(stems[item] & title)
    heading = item.heading.words.lower() if item.heading else ""
    stressed = speaks_of(f"{words} {heading}", vocabulary, "questions.emphasis")
    return min(1.0, _KIND[item.kind] * (0.75 * order + min(0.18, _REPEATED * repeated) + _EMPHASIS * stressed + 0.07))
