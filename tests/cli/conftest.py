"""The command line run as a person runs it: a data folder of its own, a stopped clock, the shipped example."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
NOW = "2026-11-23T09:00"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def run(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("here")

    def run_command(*arguments: str | Path, **environment: str) -> Ended:
        surroundings = {**os.environ, "ANDREGANG_HOME": str(home), "ANDREGANG_NOW": NOW, "LC_ALL": "C.UTF-8"}
        surroundings.pop("ANDREGANG_LANG", None)
        done = subprocess.run(
            [sys.executable, "-m", "andregang", *map(str, arguments)],
            cwd=folder,
            env={**surroundings, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    return run_command
