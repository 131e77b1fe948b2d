"""Scores matching on ads and CVs that nothing is trained on, through the product's own reading of who fits what.

    python training/evidence/score_heldout.py

Reads training/evidence/heldout (the same form as the trades); prints, for each file, the share of ad lines with a
fitting CV line first and among the first three, of those with nothing that get nothing, and the mean of the three.
Each ad is also held before the CV of the next, where nearly nothing fits: there "nothing" counts only for lines that
no rule decides.
"""

from datetime import date
from pathlib import Path

from corpus import Item, Trade, load_trades

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.cv import Cv, CvLine, CvSection, Role
from andregang.domain.evidence import Match, Ranker, Strength, match_evidence
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.source import Document, DocumentKind, Quote, Stated
from andregang.domain.text import DocumentText, Language
from andregang.language import load_similarity

HELD_OUT = Path(__file__).parent / "heldout"
TODAY = date(2026, 1, 1)


def quoted(text: str, at: int) -> Quote:
    return Quote("d", at, at + len(text), text)


def ad_of(trade: Trade) -> JobAd:
    document = Document("d", "d", DocumentKind.AD, Language(trade.language), DocumentText(""))
    items = tuple(AdItem(ItemKind(item.kind), quoted(item.text, n * 1000)) for n, item in enumerate(trade.items))
    return JobAd(document, title=Stated(trade.title, quoted(trade.title, 0)), items=items)


def cv_of(trade: Trade) -> Cv:
    roles: dict[str, Role] = {}
    lines = []
    for n, line in enumerate(trade.cvs["a"]):
        words = quoted(line.text, n * 1000)
        if line.heads:
            roles[line.id] = Role(words, None, Stated(line.text, words), None, None)
        section = CvSection(line.section)
        lines.append(CvLine(words, section, roles.get(line.id) or roles.get(line.job)))
    document = Document("d", "d", DocumentKind.CV, Language(trade.language), DocumentText(""))
    work = tuple(line.role for line in lines if line.role and line.role.quote is line.quote)
    return Cv(document, work=tuple(role for role in work if role), lines=tuple(lines))


def tally(item: Item, match: Match, trade: Trade, counts: dict[str, int]) -> None:
    ids = {line.text: line.id for line in trade.cvs["a"]}
    found = [ids[e.quote.words] for e in match.evidence] if match.strength is not Strength.NONE else []
    if item.labels:
        counts["asked"] += 1
        counts["first"] += bool(found) and found[0] in item.labels
        counts["third"] += any(name in item.labels for name in found[:3])
    else:
        counts["nothing"] += 1
        counts["none"] += match.strength is Strength.NONE


def score(trades: list[Trade], ranker: Ranker | None) -> str:
    vocabulary = load_vocabulary()
    counts = dict.fromkeys(("asked", "first", "third", "nothing", "none"), 0)
    for n, trade in enumerate(trades):
        for item, match in zip(
            trade.items, match_evidence(ad_of(trade), cv_of(trade), None, vocabulary, TODAY, ranker), strict=True
        ):
            tally(item, match, trade, counts)
        other = trades[(n + 1) % len(trades)]
        for match in match_evidence(ad_of(trade), cv_of(other), None, vocabulary, TODAY, ranker):
            if not match.rule:
                counts["nothing"] += 1
                counts["none"] += match.strength is Strength.NONE
    first, third = counts["first"] / counts["asked"], counts["third"] / counts["asked"]
    none = counts["none"] / counts["nothing"]
    return (
        f"top-1 {first:.3f} top-3 {third:.3f} of {counts['asked']}, nothing {none:.3f} of {counts['nothing']}, "
        f"mean {(first + third + none) / 3:.3f}"
    )


def main() -> None:
    ranker = load_similarity().ranker
    trades = load_trades(HELD_OUT)
    for name in sorted({trade.family for trade in trades}):
        print(f"{name}: {score([trade for trade in trades if trade.family == name], ranker)}")
    print(f"all: {score(trades, ranker)}")


if __name__ == "__main__":
    main()
