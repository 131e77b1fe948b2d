"""Whole-process figures as ratios, side by side in one run: `make bench`, or `python bench/run.py [rounds]`.

Each round runs every command once, in turn, so that a busy machine slows all alike. The first round warms up and is
not counted. Medians are printed; seconds are of this machine, ratios travel.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
PYTHON = sys.executable
_WORDS_ONLY = {"ANDREGANG_MEANINGS": "off"}
ANDREGANG = str(Path(PYTHON).with_name("andregang"))


@dataclass
class Figure:
    """Seconds, processor seconds and peak megabytes (of the largest single process) of one command, a value a round."""

    name: str
    command: Sequence[str]
    extra: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self, environment: dict[str, str], *, counted: bool) -> None:
        began = time.perf_counter()
        pid = os.posix_spawn(
            self.command[0],
            list(self.command),
            {**environment, **self.extra},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            ],
        )
        _, status, usage = os.wait4(pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 3):
            raise SystemExit(f"{self.name} ended with {os.waitstatus_to_exitcode(status)}")
        if counted:
            self.seconds.append(time.perf_counter() - began)
            self.busy.append(usage.ru_utime + usage.ru_stime)
            self.megabytes.append(usage.ru_maxrss / 1024)


def commands(folder: Path) -> list[Figure]:
    pdf, mail, page = (str(EXAMPLES / name) for name in ("cv.pdf", "innkalling.eml", "annonse.html"))
    bare_pdf = f"import pypdfium2 as p; d=p.PdfDocument({pdf!r}); [x.get_textpage().get_text_range() for x in d]"
    bare_typst = "import typst; typst.compile(b'= Bare', output='/dev/null', format='pdf')"
    return [
        Figure("python -c pass", [PYTHON, "-c", "pass"]),
        Figure("andregang --help", [ANDREGANG, "--help"]),
        Figure("bare pypdfium2 read of the CV", [PYTHON, "-c", bare_pdf]),
        Figure("read the CV (pdf)", [ANDREGANG, "read", "--as", "cv", "--json", pdf]),
        Figure("read the ad (html)", [ANDREGANG, "read", "--as", "ad", "--json", page]),
        Figure("  without the embedder", [ANDREGANG, "read", "--as", "ad", "--json", page], _WORDS_ONLY),
        Figure("read the invitation (eml)", [ANDREGANG, "read", "--as", "invitation", "--json", mail]),
        Figure("match ad and CV", [ANDREGANG, "match", "--json", page, pdf]),
        Figure("  without the embedder", [ANDREGANG, "match", "--json", page, pdf], _WORDS_ONLY),
        Figure("bare typst compile", [PYTHON, "-c", bare_typst]),
        Figure("prepare, all files, cold", [ANDREGANG, "prepare", page, pdf, mail, "--out", str(folder / "out")]),
    ]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = commands(folder)
        inside: dict[str, list[tuple[float, float]]] = {}
        for number in range(rounds + 1):
            home = folder / f"home{number}"
            environment = {**os.environ, "ANDREGANG_HOME": str(home), "ANDREGANG_NOW": "2026-11-23T09:00"}
            # An installed program has its bytecode beside it; the first round, which is not counted, writes it.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            for figure in figures:
                figure.run(environment, counted=number > 0)
            staged = stages(folder, environment)
            if number:
                for name, both in staged.items():
                    inside.setdefault(name, []).append(both)
    bare = statistics.median(figures[0].seconds)
    print(f"{rounds} rounds, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'':36} {'seconds':>8} {'× bare':>8} {'busy s':>8} {'MB':>6}")
    for figure in figures:
        seconds = statistics.median(figure.seconds)
        busy = statistics.median(figure.busy)
        print(f"{figure.name:36} {seconds:8.3f} {seconds / bare:8.1f} {busy:8.3f} {max(figure.megabytes):6.0f}")
    print("\nthe stages of prepare, one after the other (the command lets some overlap)")
    for name, each in inside.items():
        seconds, busy = (statistics.median(values) for values in zip(*each, strict=True))
        print(f"{name:36} {seconds:8.3f} {seconds / bare:8.1f} {busy:8.3f}")


def stages(folder: Path, environment: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Seconds and busy seconds of each stage inside one `prepare`, in a process of its own with a new data folder."""
    home = tempfile.mkdtemp(dir=folder)
    command = [PYTHON, str(Path(__file__).with_name("stages.py")), home, str(EXAMPLES)]
    ended = subprocess.run(
        command, env={**environment, "ANDREGANG_HOME": home}, capture_output=True, text=True, check=True
    )
    return dict(json.loads(ended.stdout))


if __name__ == "__main__":
    main()
