"""Learns which CV line speaks for which ad line: a projection of the embeddings, then a ranker over features.

    python training/evidence/train.py            # trains on all trades and writes the weights
    python training/evidence/train.py --figures  # five folds by trade: what each part gains on trades not seen

Reads training/evidence/trades; writes src/andregang/language/data/ranker.npz (float16) with the SHA-256 of the model.
Seed 20; on two cores about three minutes.
"""

import argparse
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import numpy as np
from corpus import Line, Trade, load_competences, load_trades

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.cv import Cv, CvSection
from andregang.domain.evidence import FEATURES
from andregang.domain.evidence.candidates import Candidate
from andregang.domain.evidence.closeness import Pairs, pairs_of
from andregang.domain.evidence.match import ruling_on
from andregang.domain.evidence.ruling import Case
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.source import Document, DocumentKind, Quote, Stated
from andregang.domain.text import DocumentText, Language
from andregang.language.embedding import load_embedder, model_path
from andregang.language.ranking import MEANING, Weights, fits_of, logistic, logits_of, meaning_features

OUT = Path(__file__).parents[2] / "src" / "andregang" / "language" / "data" / "ranker.npz"
SEED, FOLDS, HIDDEN, MIXED = 20, 5, 6, 60
# How often an ad is held before a CV of another trade, against once before one's own.
STRANGE = 0.3
TODAY = date(2026, 1, 1)


@dataclass
class Meeting:
    """An ad before a CV: a table of features (items × lines × features) and labels; `own` if of the same trade."""

    trade: int
    own: bool
    second: bool
    pairs: Pairs
    labels: np.ndarray
    by_rule: np.ndarray
    long: bool = False
    table: np.ndarray | None = None
    fits: tuple[float, ...] = ()


def quote(text: str) -> Quote:
    return Quote("d", 0, len(text), text)


def candidates_of(lines: list[Line]) -> tuple[Candidate, ...]:
    heads = {line.id: line.text for line in lines if line.heads}
    return tuple(
        Candidate(n, quote(x.text), CvSection(x.section), None, x.heads, quote(heads[x.job]) if x.job else None, None)
        for n, x in enumerate(lines)
    )


def meeting_of(trades: list[Trade], of: int, lines: list[Line], *, own: bool, second: bool, long: bool) -> Meeting:
    vocabulary, trade = load_vocabulary(), trades[of]
    document = Document("d", "d", DocumentKind.CV, Language(trade.language), DocumentText(""))
    items = tuple(AdItem(ItemKind(item.kind), quote(item.text)) for item in trade.items)
    candidates = candidates_of(lines)
    ad = JobAd(document, title=Stated(trade.title, quote(trade.title)), items=items)
    closeness = (0.0,) * len(candidates)
    rulings = [ruling_on(Case(ad, i, Cv(document), candidates, closeness, vocabulary, TODAY)) for i in items]
    labels = np.zeros((len(items), len(lines)), np.float32)
    if own:
        for row, item in enumerate(trade.items):
            labels[row] = [item.labels.get(line.id, 0.0) for line in lines]
    by_rule = np.array([ruling is not None and ruling.at_most is None for ruling in rulings])
    pairs = pairs_of(items, candidates, vocabulary, trade.title)
    return Meeting(of, own, second, pairs, labels, by_rule, long)


def renamed(lines: list[Line], mark: str) -> list[Line]:
    """The lines of a person beside another's, so that no id is used twice."""
    return [replace(line, id=mark + line.id, job=line.job and mark + line.job) for line in lines]


def long_meetings(trades: list[Trade], of: int, rng: np.random.Generator) -> list[Meeting]:
    """CVs as long, and as mixed, as those people send: both people of the trade and a stranger in one; and three
    strangers in one, where nothing is evidence."""
    own = [line for which in trades[of].cvs for line in trades[of].cvs[which]]
    others = [
        renamed(trades[n].cvs[str(rng.choice(list(trades[n].cvs)))], f"{k}")
        for k, n in enumerate(rng.choice([n for n in range(len(trades)) if n != of], 4, replace=False))
    ]
    return [
        meeting_of(trades, of, own + others[0], own=True, second=False, long=True),
        meeting_of(trades, of, others[1] + others[2] + others[3], own=False, second=False, long=True),
    ]


def meetings_of(trades: list[Trade], rng: np.random.Generator) -> list[Meeting]:
    """Every ad with its two CVs, and with CVs of other trades, where nothing is evidence."""
    found = []
    for of, trade in enumerate(trades):
        found += [
            meeting_of(trades, of, lines, own=True, second=which == "b", long=False)
            for which, lines in trade.cvs.items()
        ]
        found += long_meetings(trades, of, rng)
    return found + mixed_meetings(trades, rng)


def competence_block() -> tuple[list[str], list[str], np.ndarray]:
    """The ad lines and CV lines of the competences every trade asks for, and which of them belong together."""
    competences = load_competences()
    asked = [(name, line) for name, lines, _ in competences for line in lines]
    offered = [(name, line) for name, _, lines in competences for line in lines]
    labels = np.array([[float(a == b) for b, _ in offered] for a, _ in asked], np.float32)
    return [line for _, line in asked], [line for _, line in offered], labels


def mixed_meetings(trades: list[Trade], rng: np.random.Generator) -> list[Meeting]:
    """Made-up people with lines of some competences and of a trade, before ads that ask for some of them and others."""
    competences = [c for c in load_competences() if c[2]]
    found = []
    for _ in range(MIXED):
        order = rng.permutation(len(competences))
        held, missing = order[:8], order[8:12]
        lines = [(n, str(text)) for n in held for text in rng.choice(competences[n][2], 2, replace=False)]
        asked = [(n, str(rng.choice(competences[n][1]))) for n in (*held, *missing)]
        other = trades[int(rng.integers(len(trades)))].cvs["a"]
        cv = [Line(f"a{k}", text, "work", False, "") for k, (_, text) in enumerate(lines)]
        cv += [Line(f"a{90 + k}", x.text, x.section, x.heads, "") for k, x in enumerate(other) if x.heads]
        items = tuple(AdItem(ItemKind(str(rng.choice(["task", "must"]))), quote(text)) for _, text in asked)
        labels = np.zeros((len(items), len(cv)), np.float32)
        for row, (n, _) in enumerate(asked):
            labels[row, : len(lines)] = [0.8 * (n == m) for m, _ in lines]
        pairs = pairs_of(items, candidates_of(cv), load_vocabulary())
        found.append(Meeting(-1, True, False, pairs, labels, np.zeros(len(items), bool)))
    return found


class Adam:
    def __init__(self, *parameters: np.ndarray, rate: float) -> None:
        self.parameters, self.rate, self.step = parameters, rate, 0
        self.first = [np.zeros_like(p) for p in parameters]
        self.second = [np.zeros_like(p) for p in parameters]

    def move(self, *gradients: np.ndarray) -> None:
        self.step += 1
        for p, g, m, v in zip(self.parameters, gradients, self.first, self.second, strict=True):
            m *= 0.9
            m += 0.1 * g
            v *= 0.99
            v += 0.01 * g * g
            p -= self.rate * (m / (1 - 0.9**self.step)) / (np.sqrt(v / (1 - 0.99**self.step)) + 1e-8)


def learn_projection(meetings: list[Meeting], embedder: object, rng: np.random.Generator) -> np.ndarray:
    """A matrix added to the identity that brings ad lines nearer to their evidence than to the CV's other lines, and
    than to lines of other trades. Steps, noise and temperature are set so that unseen trades gain most."""
    own = [m for m in meetings if m.own and m.trade >= 0 and not m.long]
    blocks = [(m.pairs.asked, m.pairs.offered, m.labels, m.trade) for m in own] + [(*competence_block(), -1)]
    asked = np.concatenate([embedder.queries(block[0]) for block in blocks])
    offered = np.concatenate([embedder.passages(block[1]) for block in blocks])
    item_of = np.repeat(np.arange(len(blocks)), [len(block[0]) for block in blocks])
    line_of = np.repeat(np.arange(len(blocks)), [len(block[1]) for block in blocks])
    labels = np.zeros((len(asked), len(offered)), np.float32)
    for n, block in enumerate(blocks):
        labels[np.ix_(item_of == n, line_of == n)] = block[2]
    inside = item_of[:, None] == line_of[None, :]
    trade = np.array([block[3] for block in blocks])
    of_trades = (trade[item_of][:, None] >= 0) & (trade[line_of][None, :] >= 0)
    strangers = inside | (of_trades & (trade[item_of][:, None] != trade[line_of][None, :]))
    matrix = np.zeros((asked.shape[1], asked.shape[1]), np.float32)
    adam = Adam(matrix, rate=0.001)
    for _ in range(30):
        q = asked + rng.normal(0, 0.04, asked.shape).astype(np.float32)
        p = offered + rng.normal(0, 0.04, offered.shape).astype(np.float32)
        a, b = q + q @ matrix, p + p @ matrix
        la, lb = np.linalg.norm(a, axis=1, keepdims=True), np.linalg.norm(b, axis=1, keepdims=True)
        an, bn = a / la, b / lb
        gradient = sum(
            w * softmax_gradient(an @ bn.T, np.where(m, labels, 0), m) for m, w in ((inside, 2.0), (strangers, 0.3))
        )
        ga, gb = gradient @ bn, gradient.T @ an
        ga = (ga - (ga * an).sum(1, keepdims=True) * an) / la
        gb = (gb - (gb * bn).sum(1, keepdims=True) * bn) / lb
        adam.move(q.T @ ga + p.T @ gb)
    return matrix


def softmax_gradient(scores: np.ndarray, wanted: np.ndarray, mask: np.ndarray, tau: float = 0.1) -> np.ndarray:
    total = wanted.sum(1, keepdims=True)
    usable = total[:, 0] > 0
    logits = np.where(mask, scores / tau, -1e9)
    chance = np.exp(logits - logits.max(1, keepdims=True))
    chance /= chance.sum(1, keepdims=True)
    gradient = (chance - wanted / np.maximum(total, 1e-9)) / tau
    gradient[~usable] = 0
    return gradient / max(1, usable.sum())


def fill_tables(meetings: list[Meeting], embedder: object, projection: np.ndarray) -> None:
    for m in meetings:
        meaning = meaning_features(embedder, projection, m.pairs)
        m.table = np.concatenate([meaning, np.asarray(m.pairs.features, np.float32)], axis=2)
        m.fits = fits_of(embedder, projection, m.pairs, meaning)


def learn_ranker(meetings: list[Meeting], projection: np.ndarray, rng: np.random.Generator) -> Weights:
    """One hidden layer, trained to put evidence first within a CV and to say how likely it is to be evidence."""
    rows = [(m, i) for m in meetings for i in range(len(m.labels)) if not m.by_rule[i]]
    width = max(len(m.labels[i]) for m, i in rows)
    x = np.zeros((len(rows), width, rows[0][0].table.shape[2]), np.float32)
    y = np.zeros((len(rows), width), np.float32)
    there = np.zeros((len(rows), width), bool)
    weight = np.zeros((len(rows), 1), np.float32)
    for n, (m, i) in enumerate(rows):
        count = m.labels.shape[1]
        x[n, :count], y[n, :count], there[n, :count] = m.table[i], m.labels[i], True
        weight[n] = 1.0 if m.own else 0.35
    flat = x[there]
    centre, scale = flat.mean(0), flat.std(0) + 1e-3
    z = ((x - centre) / scale) * there[..., None]
    inner = rng.normal(0, 0.2, (z.shape[2], HIDDEN)).astype(np.float32)
    bias = np.zeros(HIDDEN, np.float32)
    outer = np.append(rng.normal(0, 0.3, HIDDEN), -2.0).astype(np.float32)
    adam = Adam(inner, bias, outer, rate=0.01)
    for _ in range(160):
        hidden = np.tanh(z @ inner + bias)
        logits = hidden @ outer[:-1] + outer[-1]
        chance = logistic(logits)
        # A transferable line counts as evidence too, with less certainty.
        g = np.where(there, (chance - np.where(y > 0, 0.6 + 0.4 * y, 0)) * weight, 0) / (weight.sum() * 4)
        g += 1.5 * softmax_gradient(logits, y, there, tau=1.0)
        go = np.append((hidden * g[..., None]).sum((0, 1)), g.sum()) + 1e-4 * outer
        gh = g[..., None] * outer[:-1] * (1 - hidden**2)
        adam.move(np.einsum("nlf,nlh->fh", z, gh) + 1e-2 * inner, gh.sum((0, 1)), go)
    weights = Weights(projection, centre, scale, inner, bias, outer, np.array([1, 0, 0, 0, 0, 0], np.float32))
    return Weights(
        *(getattr(weights, f) for f in list(weights.__dataclass_fields__)[:-1]), calibrate(meetings, weights)
    )


def calibrate(meetings: list[Meeting], weights: Weights) -> np.ndarray:
    """Logistic regression of "the CV has evidence for this item" on the best logit and the fits of ad and CV, over CVs
    as long as those people send."""
    x, y, w = [], [], []
    for m in meetings:
        if m.long:
            best = logits_of(weights, m.table).max(1)
            for i in np.flatnonzero(~m.by_rule):
                x.append((best[i], *m.fits, 1.0))
                y.append(float(m.labels[i].max() > 0))
                w.append(1.0 if m.own else STRANGE)
    x, y, w = np.array(x, np.float32), np.array(y, np.float32), np.array(w, np.float32)
    found = np.array([1.0, 0.0, 0.0, 0.0, 0.0, 0.0], np.float32)
    adam = Adam(found, rate=0.03)
    for _ in range(1200):
        # Held back, or the fit alone would tell the made-up strangers, and real ones are nearer.
        adam.move(
            ((logistic(x @ found) - y) * w) @ x / w.sum()
            + np.array([0, 0.002, 0.002, 0.002, 0.002, 0], np.float32) * found
        )
        found[:-1] = np.maximum(found[:-1], 0.0)
    return found


KINDS = {
    "CVs in Norwegian": lambda m: m.own and not m.second and not m.long,
    "CVs in English": lambda m: m.own and m.second,
    "long CVs": lambda m: m.long,
}


def figures_of(meetings: list[Meeting], scores: dict[int, np.ndarray], present: float | None) -> str:
    """Top-1 and top-3 among items with evidence, and `none` right, over items no rule decides, for each kind of CV."""
    out = []
    for name, of_kind in KINDS.items():
        first = third = asked = none = nothing = 0
        for n, m in enumerate(meetings):
            for i in np.flatnonzero(~m.by_rule) if m.trade >= 0 and of_kind(m) else ():
                row = scores[n][i]
                if m.labels[i].max() == 0:
                    nothing, none = nothing + 1, none + (present is not None and row.max() < present)
                    continue
                hit = m.labels[i][np.argsort(-row)] > 0
                good = present is None or row.max() >= present
                asked, first, third = asked + 1, first + (hit[0] and good), third + (hit[:3].any() and good)
        nothing_right = f", none {none / nothing:.3f} of {nothing}" if present is not None else ""
        out.append(f"  {name}: top-1 {first / asked:.3f} top-3 {third / asked:.3f} of {asked}{nothing_right}")
    return "\n".join(out)


def show_figures(meetings: list[Meeting], embedder: object, fold_of: np.ndarray) -> None:
    fold = np.array([fold_of[m.trade] if m.trade >= 0 else -1 for m in meetings])
    fill_tables(meetings, embedder, np.zeros((384, 384), np.float32))
    raw = {n: m.table[:, :, 1] for n, m in enumerate(meetings)}
    print("centred cosine\n" + figures_of(meetings, raw, None))
    words = {n: m.table[:, :, len(MEANING)] for n, m in enumerate(meetings)}
    print("words only\n" + figures_of(meetings, words, None))
    print("ranker over features, no projection\n" + figures_of(meetings, ranked_by_fold(meetings, fold), None))
    projections = [
        learn_projection([m for m, f in zip(meetings, fold, strict=True) if f != k], embedder, rng_of(k))
        for k in range(FOLDS)
    ]
    out_of_fold(meetings, embedder, projections, fold)
    print("projection\n" + figures_of(meetings, {n: m.table[:, :, 0] for n, m in enumerate(meetings)}, None))
    both = ranked_by_fold(meetings, fold)
    for present in (None, 0.4, 0.5):
        print(f"projection and ranker, evidence from {present}\n" + figures_of(meetings, both, present))
    for m in meetings:
        m.table[:, :, [len(MEANING) + n for n, name in enumerate(FEATURES) if "concept" in name]] = 0.0
    print("the same without concepts\n" + figures_of(meetings, ranked_by_fold(meetings, fold), None))


def ranked_by_fold(meetings: list[Meeting], fold: np.ndarray) -> dict[int, np.ndarray]:
    """The scores of each meeting by a ranker that has not seen its trade."""
    found: dict[int, np.ndarray] = {}
    for k in range(FOLDS):
        weights = learn_ranker([m for m, f in zip(meetings, fold, strict=True) if f != k], None, rng_of(k))
        for n in np.flatnonzero(fold == k):
            found[n] = ranked(weights, meetings[n])
    return found


def out_of_fold(meetings: list[Meeting], embedder: object, projections: list[np.ndarray], fold: np.ndarray) -> None:
    for k, projection in enumerate(projections):
        fill_tables([m for m, f in zip(meetings, fold, strict=True) if f == k], embedder, projection)
    fill_tables([m for m, f in zip(meetings, fold, strict=True) if f < 0], embedder, projections[0])


def ranked(weights: Weights, m: Meeting) -> np.ndarray:
    first, *fits, last = weights.calibration
    return logistic(first * logits_of(weights, m.table) + np.dot(fits, m.fits) + last)


def rng_of(fold: int) -> np.random.Generator:
    return np.random.default_rng(SEED + fold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--figures", action="store_true")
    trades, embedder = load_trades(), load_embedder()
    meetings = meetings_of(trades, rng_of(0))
    fold_of = rng_of(1).permutation(len(trades)) % FOLDS
    if parser.parse_args().figures:
        show_figures(meetings, embedder, fold_of)
        return
    # The ranker learns on projections that have not seen the trade, as it will be used.
    fold = np.array([fold_of[m.trade] if m.trade >= 0 else -1 for m in meetings])
    parts = [
        learn_projection([m for m, f in zip(meetings, fold, strict=True) if f != k], embedder, rng_of(k))
        for k in range(FOLDS)
    ]
    out_of_fold(meetings, embedder, parts, fold)
    weights = learn_ranker(meetings, learn_projection(meetings, embedder, rng_of(FOLDS)), rng_of(FOLDS))
    save(weights)
    print(
        f"{len(trades)} trades, {sum(len(t.items) for t in trades)} ad lines → {OUT.name}, {OUT.stat().st_size} bytes"
    )


def save(weights: Weights) -> None:
    model = model_path().read_bytes()
    np.savez_compressed(
        OUT,
        **{
            name: getattr(weights, name).astype(np.float16 if name == "projection" else np.float32)
            for name in weights.__dataclass_fields__
        },
        features=np.array((*MEANING, *FEATURES)),
        model_size=len(model),
        model_digest=np.array(sha256(model).hexdigest()),
    )


if __name__ == "__main__":
    main()
