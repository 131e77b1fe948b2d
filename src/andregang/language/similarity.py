"""Closeness of lines as one function, and whether it rests on meaning or on words only."""

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass

from andregang.domain.evidence import Ranker, Similarity
from andregang.language.embedding import Embedder, load_embedder
from andregang.language.ranking import load_ranker


@dataclass(frozen=True, slots=True)
class LoadedSimilarity:
    """What matching is given. Both are None, and `by_words_only` true, where the embedder cannot run: the domain
    then goes by words, and the output says so."""

    similarity: Similarity | None
    ranker: Ranker | None
    by_words_only: bool


def load_similarity(kept: MutableMapping[str, bytes] | None = None) -> LoadedSimilarity:
    """Likeness in meaning where it can run, else word likeness. Loading maps the model and reads small arrays only."""
    embedder = load_embedder(kept)
    if embedder is None:
        return LoadedSimilarity(None, None, by_words_only=True)
    return LoadedSimilarity(_similarity_of(embedder), load_ranker(embedder), by_words_only=False)


def _similarity_of(embedder: Embedder) -> Similarity:
    def similarity(queries: Sequence[str], passages: Sequence[str]) -> list[list[float]]:
        rows: list[list[float]] = (embedder.queries(queries) @ embedder.passages(passages).T).tolist()
        return rows

    return similarity
