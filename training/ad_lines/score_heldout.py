"""Scores the reading of ads that nothing is trained on, in five layouts and three languages.

    python training/ad_lines/score_heldout.py [--errors] [--write FOLDER]

Reads training/ad_lines/heldout: an ad begins with `== layout | title | employer | deadline | name; phone` and marks its
items as `{T …}` task, `{M …}` must, `{S …}` should, `{Q …}` quality and `{O …}` offer. An item counts when its kind is
right and three fifths of its words are those of the mark. Prints F1 of items and the share of right fields a language.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from andregang.content.vocabulary import load_vocabulary
from andregang.domain.job_ad import JobAd, parse_job_ad
from andregang.domain.source import DocumentKind
from andregang.language.ad_lines import load_ad_line_classifier
from andregang.services.documents import GivenFile, read_files

HELD_OUT = Path(__file__).parent / "heldout"
KINDS = {"T": "task", "M": "must", "S": "should", "Q": "quality", "O": "offer"}
LEAST = 0.6


@dataclass(frozen=True)
class Labelled:
    """An ad as a file, and what a careful reader finds in it."""

    name: str
    data: bytes
    gold: dict[str, object]
    items: tuple[tuple[str, str], ...]


def load(path: Path) -> Iterator[Labelled]:
    for number, block in enumerate(path.read_text(encoding="utf-8").split("== ")[1:]):
        head, _, body = block.partition("\n")
        layout, title, employer, deadline, contact = (part.strip() for part in head.split("|"))
        text, items = unmarked(body.strip())
        page = pasted(title, text) if layout in ("pasted", "prose") else html(title, text, layout)
        name, _, phone = contact.partition("; ")
        gold = {
            "id": f"{path.stem}{number}",
            "language": path.stem,
            "title": title,
            "employer": employer,
            "deadline": deadline,
            "contacts": [{"name": name, "role": None, "phone": phone, "email": None}] if name else [],
            "items": [{"kind": kind, "quote": quote} for kind, quote in items],
        }
        ending = "txt" if layout in ("pasted", "prose") else "html"
        yield Labelled(f"{path.stem}{number}.{ending}", page.encode(), gold, tuple(items))


def unmarked(body: str) -> tuple[str, list[tuple[str, str]]]:
    """The text without marks, and the marked items; a mark may stand inside another, which ends where it begins."""
    items: list[tuple[str, str]] = []
    for found in re.finditer(r"\{([TMSQO]) ([^{}]*)", body):
        items.append((KINDS[found[1]], re.sub(r",? (?:og|and)? ?$", "", found[2]).strip(" ,")))
    return re.sub(r"\{[TMSQO] |\}", "", body), items


def pasted(title: str, text: str) -> str:
    return f"{title}\n\n{text}\n"


def html(title: str, text: str, layout: str) -> str:
    rows = []
    for line in text.splitlines():
        words = escape(line.strip("#* ").removeprefix("- "))
        if line.startswith(("# ", "**")):
            rows.append(f"<p><strong>{words}</strong></p>" if layout == "br" else f"<h2>{words}</h2>")
        elif line.startswith("- "):
            rows.append(
                {"br": f"- {words}<br>", "table": f"<tr><td>{words}</td></tr>"}.get(layout, f"<li>{words}</li>")
            )
        else:
            rows.append(f"<p>{words}</p>")
    body = "\n".join(rows)
    if layout == "table":
        body = re.sub(r"((?:<tr>.*</tr>\n?)+)", r"<table>\1</table>", body)
    body = re.sub(r"((?:<li>.*</li>\n?)+)", r"<ul>\1</ul>", body)
    return f"<!doctype html><title>{escape(title)}</title><main><h1>{escape(title)}</h1>\n{body}</main>"


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def alike(one: str, other: str) -> float:
    a, b = words(one), words(other)
    both = sum((a & b).values())
    return 2 * both / max(1, sum(a.values()) + sum(b.values()))


def held(gold: tuple[tuple[str, str], ...], read: list[tuple[str, str]]) -> tuple[int, list[str]]:
    """How many items were read right, and a line for each that was not."""
    left, missed = list(read), []
    for kind, quote in gold:
        best = max((item for item in left if item[0] == kind), key=lambda i: alike(quote, i[1]), default=None)
        if best is not None and alike(quote, best[1]) >= LEAST:
            left.remove(best)
        else:
            missed.append(f"missed {kind}: {quote}")
    return len(gold) - len(missed), missed + [f"made up {kind}: {quote}" for kind, quote in left]


def fields(ad: JobAd, gold: dict[str, object]) -> list[str]:
    """The names of the fields that were not read right."""
    name = ad.contacts[0].name if ad.contacts else None
    wanted = gold["contacts"][0]["name"] if gold["contacts"] else None  # type: ignore[index]
    read = {
        "title": (ad.title and ad.title.value, gold["title"]),
        "employer": (ad.employer and ad.employer.value, gold["employer"]),
        "deadline": (ad.deadline and ad.deadline.value.isoformat(), gold["deadline"]),
        "contact": (name, wanted),
    }
    return [f"{field} read as {got!r}, is {right!r}" for field, (got, right) in read.items() if got != right]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    vocabulary, classify = load_vocabulary(), load_ad_line_classifier()
    for path in sorted(HELD_OUT.glob("*.txt")):
        right = known = got = wrong_fields = ads = 0
        for ad in load(path):
            if options.write:
                (options.write / ad.name).write_bytes(ad.data)
                gold = json.dumps(ad.gold, ensure_ascii=False)
                (options.write / f"{Path(ad.name).stem}.gold.json").write_text(gold, encoding="utf-8")
            document = read_files([GivenFile(ad.name, ad.data, DocumentKind.AD)], vocabulary, as_given=True).documents[
                0
            ]
            reading = parse_job_ad(document, vocabulary, classify)
            read = [(item.kind.value, item.quote.words) for item in reading.items]
            hits, faults = held(ad.items, read)
            faults += (wrong := fields(reading, ad.gold))
            right, known, got, ads = right + hits, known + len(ad.items), got + len(read), ads + 1
            wrong_fields += len(wrong)
            if options.errors:
                print("\n".join(f"  {ad.name} {fault}" for fault in faults))
        print(
            f"{path.stem}: items F1 {2 * right / (known + got):.3f}, fields {1 - wrong_fields / (4 * ads):.3f}, {ads} ads"
        )


if __name__ == "__main__":
    main()
