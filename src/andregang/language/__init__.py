"""Everything that knows words: the language of a text, lemmas, compounds, and closeness in meaning."""

from andregang.language.detection import detect_language
from andregang.language.embedding import Embedder, load_embedder

__all__ = ["Embedder", "detect_language", "load_embedder"]
