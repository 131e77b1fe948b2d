"""What the documents say is true."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = re.compile(r"farm-|/work/|\.\./shared|pythonhosted|\.library/|registry\.npmjs", re.IGNORECASE)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def texts() -> list[Path]:
    return [
        path
        for path in tracked()
        if path.suffix in {".md", ".py", ".toml", ".txt", ".html", ".yml", ""} and path.name != "uv.lock"
    ]


def test_nothing_of_the_workplace_is_named():
    found = {
        str(path.relative_to(ROOT)): hit.group()
        for path in texts()
        if path != Path(__file__) and (hit := FORBIDDEN.search(path.read_text("utf-8", errors="ignore")))
    }
    assert found == {}


def test_the_readme_fits_a_screen_or_two():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 80


@pytest.mark.parametrize("command", ["make demo", "make test", "pipx install andregang"])
def test_the_readme_names_the_commands_one_needs(command):
    assert command in (ROOT / "README.md").read_text("utf-8")


def test_every_make_target_the_contributor_is_told_of_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    told = set(re.findall(r"`make ([a-z]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert told
    assert {name for name in told if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


@pytest.mark.parametrize("page", sorted(p.name for p in (ROOT / "docs").glob("*.md")))
def test_every_path_a_page_names_exists(page):
    text = (ROOT / "docs" / page).read_text("utf-8")
    named = re.findall(r"`((?:src|tests|docs|examples|training|bench)/[^`\s*{}…<>]+)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_floor_stands_in_the_architecture():
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    floors = {path.name.removesuffix(".py") for path in (ROOT / "src" / "andregang").iterdir()}
    floors -= {"__init__", "__pycache__", "py.typed"}
    assert [name for name in sorted(floors) if name not in page] == []
