"""Reads the authored trades: an ad, two CVs of people in the trade, and which CV line speaks for which ad line.

A file holds trades. `== name language title` opens one; `t`, `m`, `s` are its tasks, musts and shoulds, after `;` the
CV lines that speak for them, best first, `~` where they are only transferable; `A nb` opens a CV, and its lines have
ids: `@` a job, `>` a voluntary post, `&` education, `%` a certificate, `~` a language, `^` profile, `#` skills; a line
without mark belongs to the job above it. What is not named for an item is no evidence for it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

TRADES = Path(__file__).parent / "trades"
KINDS = {"t": "task", "m": "must", "s": "should"}
SECTIONS = {
    "@": "work",
    ">": "volunteer",
    "&": "education",
    "%": "certificates",
    "~": "languages",
    "^": "profile",
    "#": "skills",
}
_LINE = re.compile(r"([ab]\d+) (.+)")


@dataclass(frozen=True)
class Line:
    """A CV line with its section and the id of the job it belongs to ("" for none)."""

    id: str
    text: str
    section: str
    heads: bool
    job: str


@dataclass(frozen=True)
class Item:
    """An ad line; `labels` gives each CV line that speaks for it 1.0 (direct) or 0.5 (transferable), best first."""

    kind: str
    text: str
    labels: dict[str, float]


@dataclass
class Trade:
    """One trade: an ad and the CVs of two people, "a" and "b"."""

    name: str
    language: str
    title: str
    family: str
    items: list[Item] = field(default_factory=list)
    cvs: dict[str, list[Line]] = field(default_factory=dict)


def load_trades(folder: Path = TRADES) -> list[Trade]:
    """All trades, in the order of their files. Raises ValueError for a line that cannot be read."""
    trades: list[Trade] = []
    for path in sorted(folder.glob("*.txt")):
        job = ""
        for number, row in enumerate(path.read_text("utf-8").splitlines(), 1):
            row = row.strip()
            if not row:
                continue
            if row.startswith("== "):
                name, language, title = row[3:].split(" ", 2)
                trades.append(Trade(name, language, title, path.stem))
            elif re.fullmatch(r"[AB] (?:nb|nn|en)", row):
                trades[-1].cvs[row[0].lower()] = []
                job = ""
            elif row[:2] in ("t ", "m ", "s "):
                trades[-1].items.append(_item(row))
            elif hit := _LINE.fullmatch(row):
                line = _line(hit[1], hit[2], job)
                job = line.id if line.heads else job if line.section in ("work", "volunteer") else ""
                trades[-1].cvs[hit[1][0]].append(line)
            else:
                raise ValueError(f"{path.name}:{number}: {row}")
    for trade in trades:
        known = {line.id for cv in trade.cvs.values() for line in cv}
        for item in trade.items:
            if unknown := set(item.labels) - known:
                raise ValueError(f"{trade.name}: {item.text}: {unknown}")
    return trades


def _item(row: str) -> Item:
    text, _, labels = row[2:].partition(" ;")
    return Item(
        KINDS[row[0]], text.strip(), {label.strip("~"): 0.5 if label.endswith("~") else 1.0 for label in labels.split()}
    )


def _line(name: str, text: str, job: str) -> Line:
    mark = text[0]
    if mark in "@>":
        return Line(name, text[1:].strip(), SECTIONS[mark], True, "")
    if mark in SECTIONS:
        return Line(name, text[1:].strip(), SECTIONS[mark], False, "")
    return Line(name, text, "work", False, job)


def load_competences(path: Path = Path(__file__).parent / "competences.txt") -> list[tuple[str, list[str], list[str]]]:
    """What every trade asks for in its own way: (name, ad lines, CV lines that answer any of them)."""
    found: list[tuple[str, list[str], list[str]]] = []
    for row in path.read_text("utf-8").splitlines():
        if row.startswith("== "):
            found.append((row[3:], [], []))
        elif row[:2] == "- ":
            found[-1][1].append(row[2:])
        elif row[:2] == "+ ":
            found[-1][2].append(row[2:])
        elif row.strip():
            raise ValueError(row)
    return found
