"""A small trained head over the embeddings: which parts of an answer a clause carries."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from andregang.domain.rehearsal import AnswerClassifier, Clause, Element
from andregang.domain.text import Language
from andregang.language.embedding import Embedder, load_embedder, model_path

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]

ELEMENTS = tuple(Element)
_SCALE = 4.0
_LONGEST = 240


def features(clauses: Sequence[Clause], names: Sequence[str], embedder: Embedder) -> "Rows":
    """What the head looks at: the centred vector of a clause, and which of the named signs it carries."""
    import numpy as np

    language = Language.EN if any("english" in clause.signs for clause in clauses) else Language.NB
    vectors = embedder.passages([clause.words[:_LONGEST] for clause in clauses], language) * _SCALE
    signs = np.array([[float(name in clause.signs) for name in names] for clause in clauses], dtype=np.float32)
    return np.hstack([vectors, signs.reshape(len(clauses), len(names))]).astype(np.float32)


def weights_digest(coefficients: "Rows", intercept: "Rows", names: Sequence[str]) -> str:
    """SHA-256 of the head's numbers and the signs they belong to, kept beside them."""
    return hashlib.sha256(coefficients.tobytes() + intercept.tobytes() + "\n".join(names).encode()).hexdigest()


def load_answer_classifier(embedder: Embedder | None = None) -> AnswerClassifier | None:
    """The head as a function from clauses to how likely each element is; None where no embedder can run.

    Raises ValueError for weights that are damaged or belong to another model.
    """
    given = embedder or load_embedder()
    if given is None:
        return None
    return classifier(given, *_weights())


def classifier(embedder: Embedder, coefficients: "Rows", intercept: "Rows", names: Sequence[str]) -> AnswerClassifier:
    """The head with these weights, one row of them an element; `names` are the signs the last columns stand for."""
    import numpy as np

    def classify(clauses: Sequence[Clause]) -> list[Mapping[Element, float]]:
        if not clauses:
            return []
        scores = features(clauses, names, embedder) @ coefficients.T + intercept
        likely = 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))
        return [dict(zip(ELEMENTS, map(float, row), strict=True)) for row in likely]

    return classify


@cache
def _weights() -> "tuple[Rows, Rows, tuple[str, ...]]":
    import numpy as np

    with (files("andregang.language") / "data" / "answers.npz").open("rb") as file, np.load(file) as stored:
        coefficients, intercept = stored["coefficients"], stored["intercept"]
        names = tuple(str(name) for name in stored["signs"])
        if str(stored["digest"]) != weights_digest(coefficients, intercept, names):
            raise ValueError("the weights for answers are damaged; train them again")
        if int(stored["model_size"]) != model_path().stat().st_size:
            raise ValueError("the weights for answers belong to another model; train them again")
    return coefficients, intercept, names
