"""The learned part of matching: a projection of the embeddings, and a small ranker over features.

Trained on authored lines only (`training/evidence`); weights lie in `data/ranker.npz` with the digest of the model.
"""

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from andregang.domain.evidence import FEATURES, Pairs
from andregang.domain.text import Language
from andregang.language.detection import line_languages
from andregang.language.embedding import Embedder, model_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MEANING: tuple[str, ...] = ("projected", "plain_cosine", "context", "above_mean", "other_language")

_COMMON = 5
_ABOUT, _NAMED = FEATURES.index("concepts"), FEATURES.index("asks_concepts")


@dataclass(frozen=True)
class Weights:
    """Everything learned. `projection` is 384 × 384; `inner`, `bias`, `outer` are the ranker's layers; `calibration`
    turns (logit, the three fits of ad and CV, 1) into the logit of "this is evidence"; all but its last are never
    negative."""

    projection: "Floats"
    centre: "Floats"
    scale: "Floats"
    inner: "Floats"
    bias: "Floats"
    outer: "Floats"
    calibration: "Floats"


class LearnedRanker:
    """Closeness of CV lines to ad lines, 0 to 1. A line added to the CV never lowers what others have."""

    def __init__(self, embedder: Embedder, weights: Weights) -> None:
        self._embedder = embedder
        self._weights = weights

    def __call__(self, pairs: Pairs) -> list[list[float]]:
        import numpy as np

        meaning = meaning_features(self._embedder, self._weights.projection, pairs)
        table = np.concatenate([meaning, np.asarray(pairs.features, np.float32)], axis=2)
        logits = logits_of(self._weights, table)
        first, *fits, last = (float(value) for value in self._weights.calibration)
        fit = sum(
            a * b for a, b in zip(fits, fits_of(self._embedder, self._weights.projection, pairs, meaning), strict=True)
        )
        rows: list[list[float]] = logistic(first * logits + fit + last).tolist()
        return rows


def meaning_features(embedder: Embedder, projection: "Floats", pairs: Pairs) -> "Floats":
    """Items × lines × `MEANING`: cosines after and before the projection, of the line and of its job or degree,
    how much closer than the line is to the ad on average, and whether the languages differ."""
    import numpy as np

    asked, offered = embedder.queries(pairs.asked), embedder.passages(pairs.offered)
    contexts = sorted({context for context in pairs.contexts if context})
    column = {context: n for n, context in enumerate(contexts)}
    q, p = _projected(asked, projection), _projected(offered, projection)
    projected = q @ p.T
    of_context = np.zeros_like(projected)
    if contexts:
        above = q @ _projected(embedder.passages(contexts), projection).T
        for line, context in enumerate(pairs.contexts):
            if context:
                of_context[:, line] = above[:, column[context]]
    english_asked = np.array([language is Language.EN for language in line_languages(pairs.asked)])
    english_offered = np.array([language is Language.EN for language in line_languages(pairs.offered)])
    other = english_asked[:, None] != english_offered[None, :]
    above_mean = projected - projected.mean(axis=0, keepdims=True)
    return np.stack([projected, asked @ offered.T, of_context, above_mean, other], axis=2).astype(np.float32)


def fits_of(embedder: Embedder, projection: "Floats", pairs: Pairs, meaning: "Floats") -> tuple[float, ...]:
    """How far the CV fits the ad as a whole: mean over ad lines of the three closest CV lines, the closest job to the
    ad's title, and the CV lines closest to what the ad's lines have in common. All only grow with the CV."""
    import numpy as np

    closest = np.sort(np.maximum(meaning[:, :, 0], 0.0), axis=1)[:, -3:]
    lines = float(closest.sum(axis=1).mean() / 3)
    middle = _projected(embedder.queries(pairs.asked), projection).mean(axis=0, keepdims=True)
    middle = middle / np.maximum(np.linalg.norm(middle), 1e-6)
    toward = np.sort(np.maximum(middle @ _projected(embedder.passages(pairs.offered), projection).T, 0.0)[0])
    common = float(toward[-_COMMON:].sum() / _COMMON)
    about = np.asarray(pairs.features, np.float32)[:, :, [_ABOUT, _NAMED]]
    named = about[:, :, 1].max(axis=1) > 0
    covered = float(about[named, :, 0].max(axis=1).mean()) if named.any() else 0.0
    if not pairs.title or not pairs.heads:
        return lines, 0.0, common, covered
    title = _projected(embedder.queries([pairs.title]), projection)
    jobs = float((title @ _projected(embedder.passages(pairs.heads), projection).T).max())
    return lines, max(0.0, jobs), common, covered


def logits_of(weights: Weights, table: "Floats") -> "Floats":
    """The ranker's value of each pair: items × lines."""
    import numpy as np

    hidden = np.tanh(((table - weights.centre) / weights.scale) @ weights.inner + weights.bias)
    result: Floats = hidden @ weights.outer[:-1] + weights.outer[-1]
    return result


def logistic(values: Any) -> Any:
    import numpy as np

    return 1.0 / (1.0 + np.exp(-np.clip(values, -30.0, 30.0)))


def _projected(rows: "Floats", projection: "Floats") -> "Floats":
    import numpy as np

    moved = rows + rows @ projection
    result: Floats = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6)
    return result


def load_ranker(embedder: Embedder) -> LearnedRanker | None:
    """The ranker for this embedder; None when its weights are missing, or belong to another model or other features."""
    import numpy as np

    file = files("andregang.language") / "data" / "ranker.npz"
    if not file.is_file():
        return None
    with file.open("rb") as stream, np.load(stream) as stored:
        if int(stored["model_size"]) != model_path().stat().st_size:
            return None
        if tuple(stored["features"].tolist()) != (*MEANING, *FEATURES):
            return None
        names = ("projection", "centre", "scale", "inner", "bias", "outer", "calibration")
        return LearnedRanker(embedder, Weights(*(stored[name].astype(np.float32) for name in names)))
