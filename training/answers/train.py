"""Trains the heads that tell which parts of an answer a clause carries, and writes their weights.

    python training/answers/train.py

The written answers beside this script are each rendered three times (typed, speech-to-text, halting) with a fixed
seed and cut by the product itself; every fifth answer is held out whole, the figures are printed and kept in
`figures.json`, and the heads that ship are then trained on all of them. `heldout.txt` is never trained on: its figures
are those of whole answers, with the product's own decision, first by rules alone and then with the heads.
Needs the `training` group and the embedder.
"""

import hashlib
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from corpus import Story, all_stories, labelled, read_stories, renderings
from sklearn.linear_model import LogisticRegression

from andregang.content import load_vocabulary
from andregang.domain.rehearsal import FIVE, AnswerClassifier, Element, analyse_answer
from andregang.domain.rehearsal.signs import FORMS, Lists
from andregang.domain.text import Language
from andregang.language.answers import ELEMENTS, classifier, features, weights_digest
from andregang.language.embedding import load_embedder, model_path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "andregang" / "language" / "data" / "answers.npz"
SEED = 20261122
HELD_OUT_SHARE = 5
STRENGTH = 0.3

Stretches = list[tuple[frozenset[Element], str]]


def fit(rows: "np.ndarray", told: "np.ndarray") -> "tuple[np.ndarray, np.ndarray]":
    """One logistic regression an element: coefficients and intercepts."""
    heads = [
        LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300).fit(rows, told[:, column])
        for column in range(len(ELEMENTS))
    ]
    return (
        np.vstack([head.coef_[0] for head in heads]).astype(np.float32),
        np.array([head.intercept_[0] for head in heads], dtype=np.float32),
    )


def both_ways(gold: Sequence[bool], said: Sequence[bool]) -> float:
    """F1 of told and F1 of not told, averaged."""
    pairs = list(zip(gold, said, strict=True))
    hit, none = pairs.count((True, True)), pairs.count((False, False))
    wrong = len(pairs) - hit - none
    return (2 * hit / max(1, 2 * hit + wrong) + 2 * none / max(1, 2 * none + wrong)) / 2


def figures_of(answers: Sequence[tuple[Story, Stretches]], classify: AnswerClassifier | None) -> dict[str, object]:
    """How often the product and the labels agree, by element, over whole answers; and by language."""
    vocabulary = load_vocabulary()
    gold: list[frozenset[Element]] = []
    said: list[frozenset[Element]] = []
    for story, stretches in answers:
        text = " ".join(words for _, words in stretches)
        analysis = analyse_answer(story.question, text, story.language, vocabulary, classify)
        gold.append(frozenset[Element]().union(*(elements for elements, _ in stretches)))
        said.append(frozenset(e for e in Element if analysis.elements[e]))

    def agree(element: Element, chosen: Sequence[int]) -> float:
        return both_ways([element in gold[n] for n in chosen], [element in said[n] for n in chosen])

    whole = range(len(answers))
    by_language = {
        language.value: [n for n in whole if answers[n][0].language is language]
        for language in (Language.NB, Language.NN, Language.EN)
    }
    return {
        **{element.value: round(agree(element, whole), 3) for element in Element},
        "five": round(sum(agree(element, whole) for element in FIVE) / len(FIVE), 3),
        "by_language": {
            language: round(sum(agree(element, chosen) for element in FIVE) / len(FIVE), 3)
            for language, chosen in by_language.items()
        },
    }


def main() -> None:
    embedder = load_embedder()
    if embedder is None:
        raise SystemExit("the embedder cannot run here")
    chance = random.Random(SEED)
    stories = all_stories()
    answers = [(number, story, r) for number, story in enumerate(stories) for r in renderings(story, chance)]
    names = tuple(sorted({*Lists(load_vocabulary(), Language.NB).names, *FORMS}))
    rows, told, of_story = [], [], []
    for number, story, stretches in answers:
        cut = list(labelled(stretches, story.language))
        rows.append(features([clause for clause, _ in cut], names, embedder))
        told.extend([element in elements for element in ELEMENTS] for _, elements in cut)
        of_story.extend([number] * len(cut))
    x, y, held = np.vstack(rows), np.array(told), np.array(of_story) % HELD_OUT_SHARE == 2
    part = classifier(embedder, *fit(x[~held], y[~held]), names)
    unseen = [(story, stretches) for number, story, stretches in answers if number % HELD_OUT_SHARE == 2]
    whole = fit(x, y)
    heldout = [(story, story.stretches) for story in read_stories(HERE / "heldout.txt")]
    figures = {
        "seed": SEED, "stories": len(stories), "answers": len(answers), "clauses": len(x),
        "fifth_held_out": {"answers": len(unseen), "rules": figures_of(unseen, None), "heads": figures_of(unseen, part)},
        "heldout": {
            "answers": len(heldout), "rules": figures_of(heldout, None),
            "heads": figures_of(heldout, classifier(embedder, *whole, names)),
        },
    }  # fmt: skip
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    weights = {
        "coefficients": whole[0], "intercept": whole[1], "signs": np.array(names),
        "model_size": np.array(model_path().stat().st_size), "digest": np.array(weights_digest(*whole, names)),
    }  # fmt: skip
    np.savez_compressed(TARGET, **weights)
    (HERE / "figures.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(TARGET.name, hashlib.sha256(TARGET.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
