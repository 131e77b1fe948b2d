"""One word, one column: a page is three files of one name, and it has a template and a test of that name."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "andregang"
PAGES = sorted(path.stem for path in (SOURCE / "web" / "pages").glob("*.py") if path.stem != "__init__")

# A document is a source: the word of the domain is older than the page.
DOMAIN_WORD = {"documents": "source"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_on_a_use_case_of_its_name(page):
    assert (SOURCE / "services" / f"{page}.py").is_file()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_on_a_column_of_its_name(page):
    word = DOMAIN_WORD.get(page, page)
    assert (SOURCE / "domain" / f"{word}.py").is_file() or (SOURCE / "domain" / word / "__init__.py").is_file()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_tried_under_its_name(page):
    assert (ROOT / "tests" / "web" / f"test_{page}.py").is_file()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_shown_by_templates_of_its_name(page):
    assert list((SOURCE / "web" / "templates").glob(f"{page}*.html"))


@pytest.mark.parametrize("command", sorted(p.stem for p in (SOURCE / "cli" / "commands").glob("*.py")))
def test_a_command_is_one_that_help_lists(command):
    if command == "__init__":
        return
    listed = (SOURCE / "cli" / "main.py").read_text("utf-8")
    assert f'"{command}": lambda words' in listed
