"""Ads and CVs a second on one core, warm, with and without the embedder, beside peers: `python bench/reading.py`.

The same files go to all in one run. Peers live in environments of their own, `PEERS/NAME` (see bench/README.md); one
that is not there is named and left out. Seconds are of this machine; the ratios travel.
"""

import argparse
import datetime as dt
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inputs import Made, make_ads, make_cvs

from andregang.content import load_vocabulary
from andregang.domain.cv import parse_cv
from andregang.domain.evidence import match_evidence
from andregang.domain.job_ad import parse_job_ad
from andregang.domain.source import Document, DocumentKind
from andregang.language import detect_language, load_embedder, load_similarity
from andregang.language.ad_lines import load_ad_line_classifier
from andregang.readers.guard import Child

HERE = Path(__file__).parent
TODAY = dt.date(2026, 11, 23)


@dataclass
class Row:
    """One way of reading one set of files: seconds a round, and how many of the things told it found, and of what."""

    name: str
    files: Sequence[Made]
    read: Callable[[Sequence[Made]], int]
    of: str
    seconds: list[float] = field(default_factory=list)
    found: int = 0

    def run(self, *, counted: bool) -> None:
        began = time.perf_counter()
        self.found = self.read(self.files)
        if counted:
            self.seconds.append(time.perf_counter() - began)

    def show(self) -> str:
        seconds = statistics.median(self.seconds)
        told = sum(len(made.told) for made in self.files)
        each = f"{len(self.files) / seconds:9.1f} {1000 * seconds / len(self.files):9.1f}"
        return f"{self.name:52} {each}   {self.found:4} of {told} {self.of}" if self.of else f"{self.name:52} {each}"


class Ours:
    """Our reading, with one reading process kept warm; vectors are forgotten between passes."""

    def __init__(self, child: Child) -> None:
        self._child = child
        self._words = load_vocabulary()
        self._vectors: dict[str, bytes] = {}
        self._classify = load_ad_line_classifier(load_embedder(self._vectors))
        self._learned = load_similarity(self._vectors)

    def text(self, files: Sequence[Made]) -> int:
        contents = [self._document(made, DocumentKind.AD).content.text for made in files]
        return sum(fold(told) in fold(text) for made, text in zip(files, contents, strict=True) for told in made.told)

    def ads(self, files: Sequence[Made], *, embedder: bool) -> int:
        self._vectors.clear()
        found = 0
        for made in files:
            ad = parse_job_ad(self._document(made, DocumentKind.AD), self._words, self._classify if embedder else None)
            found += len({fold(item.quote.words) for item in ad.items} & {fold(told) for told in made.told})
        return found

    def cvs(self, files: Sequence[Made]) -> int:
        found = 0
        for made in files:
            cv = parse_cv(self._document(made, DocumentKind.CV), self._words)
            jobs = " | ".join(role.position.value if role.position else "" for role in cv.work)
            found += sum(told.split(",")[0] in jobs for told in made.told)
        return found

    def pairs(self, files: Sequence[tuple[Made, Made]], *, embedder: bool) -> int:
        self._vectors.clear()
        for ad_file, cv_file in files:
            ad = parse_job_ad(
                self._document(ad_file, DocumentKind.AD), self._words, self._classify if embedder else None
            )
            cv = parse_cv(self._document(cv_file, DocumentKind.CV), self._words)
            learned = (self._learned.similarity, self._learned.ranker) if embedder else (None, None)
            match_evidence(ad, cv, learned[0], self._words, TODAY, learned[1])
        return 0

    def _document(self, made: Made, kind: DocumentKind) -> Document:
        content = self._child.read(made.path.name, made.path.read_bytes())
        return Document(made.path.name, made.path.name, kind, detect_language(content.text), content)


def fold(text: str) -> str:
    return " ".join(text.split())


def peer(folder: Path, name: str) -> Callable[[Sequence[Made]], int] | None:
    """A peer's pass over files in its own environment; it reports its own warm seconds. None when it is not there."""
    python = folder / name / "bin" / "python"
    if not python.exists():
        return None

    def read(files: Sequence[Made]) -> int:
        given = json.dumps([{"path": str(made.path), "told": made.told} for made in files])
        command = [str(python), "-P", str(HERE / "peers" / f"{name.replace('-', '_')}.py")]
        ended = subprocess.run(command, input=given, capture_output=True, text=True, check=False, env=_quiet())
        if ended.returncode:
            raise SystemExit(f"{name}: {ended.stderr[-500:]}")
        answer = json.loads(ended.stdout.splitlines()[-1])
        Reported.seconds = answer["seconds"]
        return int(answer["found"])

    return read


class Reported:
    """Seconds the last peer measured itself, without its start."""

    seconds = 0.0


@dataclass
class PeerRow(Row):
    """A row whose process measures its own warm pass."""

    def run(self, *, counted: bool) -> None:
        self.found = self.read(self.files)
        if counted:
            self.seconds.append(Reported.seconds)


def _quiet() -> dict[str, str]:
    return {**os.environ, "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


def rows(child: Child, folder: Path, peers: Path, count: int) -> tuple[list[tuple[str, list[Row]]], list[str]]:
    """The tables, and the peers that are missing."""
    ours = Ours(child)
    listed, plain = make_ads(folder, count)
    cvs = make_cvs(folder, count)
    both = list(zip(listed, cvs, strict=True))
    missing: list[str] = []

    def beside(name: str, label: str, files: Sequence[Made], of: str) -> list[Row]:
        read = peer(peers, name)
        if read is None:
            missing.append(name)
            return []
        return [PeerRow(f"{name}: {label}", files, read, of)]

    pair_files = [Made(ad.path, ()) for ad, _ in both]
    tables = [
        ("Ads with headings (HTML)", [
            Row("andregang: text", listed, ours.text, "lines in the text"),
            *beside("markitdown", "text", listed, "lines in the text"),
            Row("andregang: items, without the embedder", listed, lambda f: ours.ads(f, embedder=False), "items"),
            Row("andregang: items, with the embedder", listed, lambda f: ours.ads(f, embedder=True), "items"),
            *beside("skill-extractor", "skills", listed, "lines with a hit"),
        ]),
        ("Ads as running text (TXT)", [
            Row("andregang: items, without the embedder", plain, lambda f: ours.ads(f, embedder=False), "items"),
            Row("andregang: items, with the embedder", plain, lambda f: ours.ads(f, embedder=True), "items"),
            *beside("skill-extractor", "skills", plain, "lines with a hit"),
        ]),
        ("CVs (PDF)", [
            Row("andregang: text", cvs, ours.text, "jobs in the text"),
            *beside("markitdown", "text", cvs, "jobs in the text"),
            Row("andregang: fields", cvs, ours.cvs, "job titles"),
            *beside("openresume-parser", "fields", cvs, "job titles"),
        ]),
        ("An ad and a CV, read and matched", [
            Row("andregang: without the embedder", pair_files, lambda _: ours.pairs(both, embedder=False), ""),
            Row("andregang: with the embedder", pair_files, lambda _: ours.pairs(both, embedder=True), ""),
        ]),
    ]  # fmt: skip
    return tables, sorted(set(missing))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--files", type=int, default=12)
    asked.add_argument("--peers", type=Path, default=Path(os.environ.get("PEERS", "peers")))
    given = asked.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as name, Child() as child:
        tables, missing = rows(child, Path(name), given.peers, given.files)
        for number in range(given.rounds + 1):
            for _, table in tables:
                for row in table:
                    row.run(counted=number > 0)
    print(f"one core, warm, {given.rounds} rounds of {given.files} files, load {os.getloadavg()[0]:.1f}")
    for title, table in tables:
        print(f"\n{title:52} {'a second':>9} {'ms each':>9}   found")
        for row in table:
            print(row.show())
    if missing:
        print(f"\nnot installed, left out: {', '.join(missing)}")


if __name__ == "__main__":
    sys.exit(main())
