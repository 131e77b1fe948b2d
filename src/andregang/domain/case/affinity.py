"""How near each slide stands to each demand, from words, from what such demands are answered with, and from meaning."""

import math
from collections.abc import Sequence

from andregang.domain.case.model import Demand, Slide
from andregang.domain.evidence.lexicon import groups
from andregang.domain.evidence.model import Similarity
from andregang.domain.evidence.words import kinship, stem, stems
from andregang.domain.text import fold
from andregang.domain.vocabulary import Vocabulary

Matrix = list[list[float]]

_WORDS, _CONCEPTS, _MEANING, _TITLE = 0.8, 1.0, 3.0, 1.0
_IN_TITLE = 1.6
_PLAIN_WORDS = (
    "du din ditt dine deg vil ville skal bør bli ble hvordan hva hvilke hvem hvor kva korleis kven mener tror ønsker "
    "gir gi sier si fortell forteller beskriv beskriver foreslå foreslår forklar forklare forklarer vis vise viser "
    "gjør gjøre vurder vurderer legg legge fram want would tell explain propose describe how what who why the your you "
    "kort også dette disse noe hele inn ved kroner prosent kr år tid minst kan"
)
_PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())
"""Stems of words that say how something is asked for, and not what."""


def affinities(
    demands: Sequence[Demand], slides: Sequence[Slide], similarity: Similarity | None, vocabulary: Vocabulary
) -> Matrix:
    """A row for each demand, a value for each slide; about 0 for nothing in common, 1 and more for a plain answer."""
    if not demands or not slides:
        return [[] for _ in demands]
    words = _by_words(demands, slides)
    concepts = _by_concepts(demands, slides, vocabulary)
    meaning = _by_meaning(demands, slides, similarity)
    return [
        [_WORDS * words[i][j] + _CONCEPTS * concepts[i][j] + meaning[i][j] for j in range(len(slides))]
        for i in range(len(demands))
    ]


def _by_words(demands: Sequence[Demand], slides: Sequence[Slide]) -> Matrix:
    """The share of a demand's own words that a slide has; words many demands or most slides share count for little."""
    asked = [dict.fromkeys(word for word in stems(d.words) if word not in _PLAIN) for d in demands]
    titles = [frozenset(stems(slide.title)) for slide in slides]
    texts = [frozenset(stems(slide.text)) for slide in slides]
    rows = []
    for words in asked:
        row = []
        weights = {}
        for word in words:
            common = sum(1 for other in asked if word in other)
            seen = sum(1 for text in texts if _nearest(word, text) >= 0.7)
            weights[word] = 1.0 / common / (1.0 + 0.5 * max(0, seen - 1))
        total = sum(weights.values()) + 0.6
        for title, text in zip(titles, texts, strict=True):
            found = sum(
                w * max(_nearest(word, text), min(1.4, _IN_TITLE * _nearest(word, title)))
                for word, w in weights.items()
            )
            row.append(found / total)
        rows.append(row)
    return rows


def _nearest(word: str, text: frozenset[str]) -> float:
    return max((kinship(word, other) for other in text), default=0.0)


def _by_concepts(demands: Sequence[Demand], slides: Sequence[Slide], vocabulary: Vocabulary) -> Matrix:
    """What a demand asks about (money, time, people …) against what a slide says of it."""
    asks, answers = dict(groups(vocabulary, "case.ask")), dict(groups(vocabulary, "case.answer"))
    wanted = [[name for name, pattern in asks.items() if pattern.search(demand.words)] for demand in demands]
    said: dict[str, list[float]] = {}
    for name in {name for names in wanted for name in names}:
        row = []
        for slide in slides:
            named = 0.6 if asks[name].search(slide.title) else 0.35 if asks[name].search(slide.text) else 0.0
            hits = {match.group().lower() for match in answers[name].finditer(slide.text)} if name in answers else set()
            row.append(named + 0.5 * (1 - math.exp(-0.5 * len(hits))))
        mean = sum(row) / len(row)
        # What every slide speaks of tells no slide from another.
        said[name] = [max(-0.2, value - 0.6 * mean) for value in row]
    return [
        [sum(said[name][j] for name in names) / math.sqrt(len(names)) if names else 0.0 for j in range(len(slides))]
        for names in wanted
    ]


def _by_meaning(demands: Sequence[Demand], slides: Sequence[Slide], similarity: Similarity | None) -> Matrix:
    """Likeness in meaning to a slide as a whole and to its title, each slide and each demand held against its own mean:
    some slides are near everything."""
    if similarity is None:
        return [[0.0] * len(slides) for _ in demands]
    asked = [demand.words for demand in demands]
    # One call for both: the model is asked for many lines at once.
    rows = similarity(
        asked, [fold(slide.text)[:600] or " " for slide in slides] + [slide.title or " " for slide in slides]
    )
    whole = centred([list(row[: len(slides)]) for row in rows])
    titles = centred([list(row[len(slides) :]) for row in rows])
    return [
        [_MEANING * value + _TITLE * title for value, title in zip(*pair, strict=True)]
        for pair in zip(whole, titles, strict=True)
    ]


def centred(rows: Matrix) -> Matrix:
    """The matrix with the means of its rows and columns taken away."""
    if not rows or not rows[0]:
        return rows
    count, width = len(rows), len(rows[0])
    total = sum(map(sum, rows)) / (count * width)
    row_means = [sum(row) / width for row in rows]
    column_means = [sum(rows[i][j] for i in range(count)) / count for j in range(width)]
    return [[rows[i][j] - row_means[i] - column_means[j] + total for j in range(width)] for i in range(count)]
