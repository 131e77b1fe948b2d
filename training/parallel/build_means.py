"""Builds the mean vectors the embedder takes away, from sentences that say the same in nb, nn and en.

    python training/parallel/build_means.py

Writes src/andregang/language/data/means.npz: `means` (side × language × 384, float32; sides query and passage,
languages Norwegian and English), and the size and SHA-256 of the model they belong to. No randomness.
"""

import csv
from hashlib import sha256
from pathlib import Path

import numpy as np

from andregang.language.embedding import SIDES, Embedder, load_model, model_path

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "andregang" / "language" / "data" / "means.npz"


def main() -> None:
    with (HERE / "sentences.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if not row[0].startswith("#")]
    bokmaal, nynorsk, english = ([row[column] for row in rows] for column in (1, 2, 3))
    embedder = Embedder(load_model(), np.zeros((2, 2, 384), np.float32))
    means = np.stack(
        [
            np.stack(
                [
                    (embedder.raw(side, bokmaal).mean(0) + embedder.raw(side, nynorsk).mean(0)) / 2,
                    embedder.raw(side, english).mean(0),
                ]
            )
            for side in SIDES
        ]
    )
    model = model_path().read_bytes()
    np.savez(
        OUT, means=means.astype(np.float32), model_size=len(model), model_digest=np.array(sha256(model).hexdigest())
    )
    print(f"{len(rows)} sentences in three languages → {OUT.name}, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
