"""Everything that knows words: the language of a text, lemmas, compounds, and closeness in meaning."""

from typing import TYPE_CHECKING

from andregang.language.detection import detect_language
from andregang.language.embedding import Embedder, load_embedder

if TYPE_CHECKING:
    from andregang.language.similarity import LoadedSimilarity, load_similarity

__all__ = ["Embedder", "LoadedSimilarity", "detect_language", "load_embedder", "load_similarity"]


def __getattr__(name: str) -> object:
    """Load what matching rests on when it is first asked for; telling a document's language needs none of it."""
    if name in ("LoadedSimilarity", "load_similarity"):
        from andregang.language import similarity

        return getattr(similarity, name)
    raise AttributeError(name)
