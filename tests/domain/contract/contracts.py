"""Invented contracts with what each clause states, and copies with clauses taken out.

In the files a line that begins with `@KT07` (or `@KT07,KT08`) is the only place that states those items; the head says
what is missing and doubtful in the whole contract. Those called `held_*` had it all written down before they were
first read.
"""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

FOLDER = Path(__file__).parent / "contracts"


@dataclass(frozen=True)
class Sample:
    name: str
    lines: tuple[tuple[tuple[str, ...], str], ...]
    head: dict[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        return "\n".join(line for _, line in self.lines)

    def without(self, places: frozenset[int]) -> str:
        return "\n".join(line for at, (_, line) in enumerate(self.lines) if at not in places)


@dataclass(frozen=True)
class Mutant:
    name: str
    text: str
    gone: frozenset[str]
    kept: frozenset[str]


def load(path: Path) -> Sample:
    head, lines = {}, []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            key, _, values = line[2:].partition(":")
            head[key] = tuple(values.split())
            continue
        mark, _, rest = line.partition(" ")
        items = tuple(mark[1:].split(",")) if mark.startswith("@KT") else ()
        lines.append((items, rest if items else line))
    return Sample(path.stem, tuple(lines), head)


SAMPLES = tuple(load(path) for path in sorted(FOLDER.glob("*.txt")))


def mutants_of(sample: Sample) -> list[Mutant]:
    """Every clause taken out by itself, and every two that are up to three apart."""
    places = [at for at, (items, _) in enumerate(sample.lines) if items]
    pairs = [pair for pair in combinations(range(len(places)), 2) if pair[1] - pair[0] <= 3]
    chosen = [(at,) for at in range(len(places))] + pairs
    stated = frozenset(item for items, _ in sample.lines for item in items)
    made = []
    for pick in chosen:
        out = frozenset(places[at] for at in pick)
        gone = frozenset(item for at in out for item in sample.lines[at][0])
        if "KT13" not in gone:  # what an agreement that governs the employment covers is not missing
            gone -= frozenset(sample.head.get("governed", ()))
        made.append(Mutant(f"{sample.name} without {'+'.join(sorted(gone))}", sample.without(out), gone, stated - gone))
    return made
