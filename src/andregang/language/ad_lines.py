"""A small trained head over the embeddings: what a line of an ad is when no heading tells."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from andregang.domain.job_ad import LineClassifier
from andregang.language.embedding import Embedder, can_run, load_embedder, model_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

KINDS = ("task", "must", "should", "quality", "offer", "none")
_LONGEST = 240
_SCALE = 8.0
# Small words a vector blurs: who is spoken of, how binding it is, and how a sentence is built.
_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:du|deg|you|your|dine?|ditt)\b", r"\b(?:vi|me|oss|vår|våre|vårt|we|our|us)\b", r"^(?:du|you)\b",
        r"^(?:vi|me|we)\b", r"\b(?:må|must|krav|krev\w*|required?)\b", r"\b(?:bør|gjerne|helst|should|preferably)\b",
        r"\b(?:fordel|føremon|ønskeleg|ønskjeleg|ynskjeleg|ønskelig|advantage|desirable|plus|pluss)\b",
        r"\b(?:tilbyr|tilby|får|offer|get)\b", r"\b(?:skal|vil|will)\b", r"\b(?:er|is|are)\b", r"\b(?:har|have|has)\b",
        r"\b(?:søknad|søk|søke|apply|application|frist|deadline|cv)\b", r"\?\s*$", r"\d", r"^\w+(?:e|ere)\b",
        r"\b(?:erfaring|røynsle|experience)\b", r"\b(?:ansvar|responsib\w+)\b", r"^\S+$", r"^(?:\S+ ){12}",
        r"^\w+(?:ing|else|sjon|tion)\b", r"\b(?:ble|vart|was|were)\b", r"\b(?:å|to)\b",
        r"\b(?:god|gode|godt|good)\b", r"\b(?:liker|likar|trives|trivst|enjoy|thrive)\b",
    )
)  # fmt: skip


def features(lines: Sequence[str], embedder: Embedder) -> "Rows":
    """What the head looks at: the centred vector of a line and whether each of the small signs stands in it."""
    import numpy as np

    short = [line[:_LONGEST] for line in lines]
    signs = np.array([[float(sign.search(line) is not None) for sign in _SIGNS] for line in short], dtype=np.float32)
    return np.hstack([embedder.queries(short) * _SCALE, signs.reshape(len(short), len(_SIGNS))]).astype(np.float32)


def weights_digest(coefficients: "Rows", intercept: "Rows") -> str:
    """SHA-256 of the head's numbers, kept beside them."""
    return hashlib.sha256(coefficients.tobytes() + intercept.tobytes()).hexdigest()


def load_ad_line_classifier(embedder: Embedder | None = None) -> LineClassifier | None:
    """The head as a function from lines to how likely each kind is; None where no embedder can run.

    Nothing is loaded before the first line that needs it: most ads with headings have few or none. The function raises
    ValueError for weights that are damaged or belong to another model.
    """
    if embedder is None and not can_run():
        return None

    def classify(lines: Sequence[str]) -> list[Mapping[str, float]]:
        given = (embedder or load_embedder()) if lines else None
        return _opinions(given, lines) if given else [{} for _ in lines]

    return classify


def _opinions(embedder: Embedder, lines: Sequence[str]) -> list[Mapping[str, float]]:
    import numpy as np

    coefficients, intercept = _weights()
    scores = features(lines, embedder) @ coefficients.T + intercept
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    return [dict(zip(KINDS, map(float, row), strict=True)) for row in likely]


@cache
def _weights() -> "tuple[Rows, Rows]":
    import numpy as np

    with (files("andregang.language") / "data" / "ad_lines.npz").open("rb") as file, np.load(file) as stored:
        coefficients, intercept = stored["coefficients"], stored["intercept"]
        if str(stored["digest"]) != weights_digest(coefficients, intercept):
            raise ValueError("the weights for ad lines are damaged; train them again")
        if int(stored["model_size"]) != model_path().stat().st_size:
            raise ValueError("the weights for ad lines belong to another model; train them again")
    return coefficients, intercept
