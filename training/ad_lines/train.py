"""Trains the head that tells ad lines apart, from the sentences beside this script, and writes its weights.

    python training/ad_lines/train.py

Lines are made from `trades.txt` and `phrases.txt` with a fixed seed; a fifth of the trades is held out (never single
lines), the figures are printed and kept in `figures.json`, and the head that ships is then trained on all of them.
Needs the `training` group and the embedder.
"""

import hashlib
import json
import random
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score

from andregang.language.ad_lines import KINDS, features, weights_digest
from andregang.language.embedding import load_embedder, model_path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "andregang" / "language" / "data" / "ad_lines.npz"
SEED = 20261122
HELD_OUT_SHARE = 5
STRENGTH = 0.3
PLACES = ("Elvestad", "Nordhavn", "Furudal", "Sandnesvik", "Lillestrand", "Myrefjord", "Granvik", "Solbygda")
FIRMS = ("Brevik Teknikk", "Havgløtt", "Fjellheim Gruppen", "Nordlys Service", "Tindra", "Solsikken", "Kvist og Krone")


def read_trades() -> dict[str, dict[str, dict[str, list[str]]]]:
    """Trade → language → slot → contents."""
    trades: dict[str, dict[str, dict[str, list[str]]]] = {}
    for line in (HERE / "trades.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            current = trades.setdefault(line[2:], {})
        elif line.strip() and not line.startswith("#"):
            place, _, content = line.partition(": ")
            language, slot = place.split()
            current.setdefault(language, {})[slot] = [part.strip() for part in content.split(" | ")]
    for trade in trades.values():
        trade["en"].setdefault("name", [next(name for name, t in trades.items() if t is trade)])
        trade["nn"].setdefault("name", [NN_NAMES.get(trade["nb"]["name"][0], trade["nb"]["name"][0])])
    return trades


NN_NAMES = {
    "rørlegger": "røyrleggjar", "tømrer": "tømrar", "sykepleier": "sjukepleiar", "helsefagarbeider": "helsefagarbeidar",
    "barnehagelærer": "barnehagelærar", "lærer": "lærar", "forsker": "forskar", "systemutvikler": "systemutviklar",
    "dataanalytiker": "dataanalytikar", "sikkerhetsrådgiver": "tryggleiksrådgjevar", "prosjektleder": "prosjektleiar",
    "mekaniker": "mekanikar", "sveiser": "sveisar", "lagermedarbeider": "lagermedarbeidar", "renholder": "reinhaldar",
    "selger": "seljar", "saksbehandler": "sakshandsamar", "veileder": "rettleiar", "avdelingsleder": "avdelingsleiar",
    "røkter": "røktar", "etterforsker": "etterforskar", "vekter": "vektar", "HR-rådgiver": "HR-rådgjevar",
    "miljørådgiver": "miljørådgjevar", "kommunikasjonsrådgiver": "kommunikasjonsrådgjevar", "arealplanlegger": "arealplanleggjar",
}  # fmt: skip


def read_phrases() -> dict[tuple[str, str], list[str]]:
    """(kind, language) → phrases."""
    phrases: dict[tuple[str, str], list[str]] = {}
    for line in (HERE / "phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("= "):
            kind, language = line[2:].split()
        elif line.strip() and not line.startswith("#"):
            phrases.setdefault((kind, language), []).append(line)
    return phrases


def lowered(text: str) -> str:
    """The text as it stands inside a sentence; names and abbreviations keep their capitals."""
    return text[0].lower() + text[1:] if len(text) > 1 and text[1].islower() else text


def fill(phrase: str, content: dict[str, list[str]], chance: random.Random) -> str:
    """One line from a phrase and what a trade has to say."""
    values = {"place": chance.choice(PLACES), "firm": chance.choice(FIRMS), "number": str(chance.randrange(8, 900))}
    values["trade"] = content["name"][0]
    for slot in ("do", "job", "formal", "skill"):
        first = chance.choice(content[slot])
        others = [other for other in content[slot] if other != first] or [first]
        values[slot], values[f"{slot}2"] = lowered(first), lowered(chance.choice(others))
        values[slot.capitalize()] = first[0].upper() + first[1:]
    return phrase.format(**values)


def make_lines() -> list[tuple[str, str, str, str]]:
    """(trade, language, kind, line), each line once."""
    chance = random.Random(SEED)
    trades, phrases = read_trades(), read_phrases()
    names = sorted(trades)
    made: dict[str, tuple[str, str, str, str]] = {}
    for (kind, language), group in phrases.items():
        for number, phrase in enumerate(group):
            takers = names if "{" in phrase else [names[(number * 7 + len(kind)) % len(names)]]
            for name in chance.sample(takers, min(len(takers), 9)):
                line = fill(phrase, trades[name][language], chance)
                made.setdefault(line, (name, language, kind, line))
    for name in names:
        for language, content in trades[name].items():
            for slot, kind in (("do", "task"), ("job", "task"), ("formal", "must")):
                for part in content[slot]:
                    line = part[0].upper() + part[1:]
                    made.setdefault(line, (name, language, kind, line))
    return list(made.values())


def train(rows: "np.ndarray", kinds: "np.ndarray") -> LogisticRegression:
    """The head: multinomial logistic regression, kinds weighed alike."""
    return LogisticRegression(C=STRENGTH, max_iter=2000, class_weight="balanced").fit(rows, kinds)


def main() -> None:
    embedder = load_embedder()
    if embedder is None:
        raise SystemExit("the embedder cannot run here")
    lines = make_lines()
    rows = features([line for *_, line in lines], embedder)
    kinds = np.array([KINDS.index(kind) for _, _, kind, _ in lines])
    names = sorted({name for name, *_ in lines})
    held = {name for number, name in enumerate(names) if number % HELD_OUT_SHARE == 2}
    test = np.array([name in held for name, *_ in lines])
    head = train(rows[~test], kinds[~test])
    said = head.predict(rows[test])
    figures = {
        "lines": len(lines), "trades": len(names), "held_out_trades": sorted(held), "seed": SEED,
        "held_out_lines": int(test.sum()),
        "accuracy": round(float((said == kinds[test]).mean()), 3),
        "macro_f1": round(float(f1_score(kinds[test], said, average="macro")), 3),
        "by_language": {
            language: round(float((said == kinds[test])[np.array([row[1] for row, t in zip(lines, test, strict=True) if t]) == language].mean()), 3)
            for language in ("nb", "nn", "en")
        },
    }  # fmt: skip
    print(json.dumps(figures, indent=2, ensure_ascii=False))
    print(KINDS, confusion_matrix(kinds[test], said), sep="\n")
    whole = train(rows, kinds)
    weights = {
        "coefficients": whole.coef_.astype(np.float32), "intercept": whole.intercept_.astype(np.float32),
        "model_size": np.array(model_path().stat().st_size),
    }  # fmt: skip
    weights["digest"] = np.array(weights_digest(weights["coefficients"], weights["intercept"]))
    np.savez_compressed(TARGET, **weights)
    (HERE / "figures.json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(TARGET.name, hashlib.sha256(TARGET.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
