"""Everything that knows words: the language of a text, lemmas, compounds, and closeness in meaning."""

from andregang.language.detection import detect_language
from andregang.language.embedding import Embedder, load_embedder
from andregang.language.similarity import LoadedSimilarity, load_similarity

__all__ = ["Embedder", "LoadedSimilarity", "detect_language", "load_embedder", "load_similarity"]
