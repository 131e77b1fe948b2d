"""Whole-process figures as ratios, side by side in one run: `make bench`, or `python bench/run.py [rounds]`.

Each round runs every command once, in turn, so that a busy machine slows all alike. The first round warms up and is
not counted. Medians are printed; seconds are of this machine, ratios travel.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
PYTHON = sys.executable
ANDREGANG = str(Path(PYTHON).with_name("andregang"))


@dataclass
class Figure:
    """Seconds and peak megabytes (the largest single process) of one command, a value a round."""

    name: str
    command: Sequence[str]
    seconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def run(self, environment: dict[str, str], counted: bool) -> None:
        began = time.perf_counter()
        pid = os.posix_spawn(
            self.command[0],
            list(self.command),
            environment,
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
        Figure("read the invitation (eml)", [ANDREGANG, "read", "--as", "invitation", "--json", mail]),
        Figure("match ad and CV", [ANDREGANG, "match", "--json", page, pdf]),
        Figure("bare typst compile", [PYTHON, "-c", bare_typst]),
        Figure("prepare, all files, cold", [ANDREGANG, "prepare", page, pdf, mail, "--out", str(folder / "out")]),
    ]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = commands(folder)
        for number in range(rounds + 1):
            home = folder / f"home{number}"
            environment = {**os.environ, "ANDREGANG_HOME": str(home), "ANDREGANG_NOW": "2026-11-23T09:00"}
            # An installed program has its bytecode beside it; the first round, which is not counted, writes it.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            for figure in figures:
                figure.run(environment, counted=number > 0)
    bare = statistics.median(figures[0].seconds)
    print(f"{rounds} rounds, load {os.getloadavg()[0]:.1f}")
    print(f"{'':34} {'seconds':>8} {'× bare':>8} {'MB':>6}")
    for figure in figures:
        seconds = statistics.median(figure.seconds)
        print(f"{figure.name:34} {seconds:8.3f} {seconds / bare:8.1f} {max(figure.megabytes):6.0f}")


if __name__ == "__main__":
    main()
