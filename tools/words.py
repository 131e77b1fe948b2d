"""Brings the catalogues up to date: `python tools/words.py [rows.tsv …]`.

Collects every msgid in `src`, merges rows of `msgid, nb, nn, en` separated by tabs, says what still lacks words, and
compiles what the product reads. A string counts as a msgid when it is marked (`_`, `n_`, `N_`) or already has words.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "andregang"
CATALOGUES = SOURCE / "i18n" / "catalogues"
LANGUAGES = ("nb", "nn", "en")
MARKS = {"_": 1, "N_": 1, "n_": 2}

Msgid = str | tuple[str, str]


def po_path(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / "andregang.po"


def marked(tree: ast.AST) -> Iterator[Msgid]:
    """The msgids marked in a module."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [a.value for a in node.args[: MARKS.get(name, 0)] if isinstance(a, ast.Constant)]
        texts = [value for value in given if isinstance(value, str) and value]
        if texts and len(texts) == MARKS[name]:
            yield texts[0] if len(texts) == 1 else (texts[0], texts[1])


def strings(tree: ast.AST) -> Iterator[str]:
    """Every string in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def modules() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def template_msgids() -> Iterator[tuple[str, Msgid]]:
    """The msgids of the page templates, with the template each stands in."""
    for path in sorted(SOURCE.rglob("*.html")):
        with path.open("rb") as file:
            for _, name, said, _ in babel_extract(file, MARKS, (), {"trimmed": "true"}):
                texts = [said] if isinstance(said, str) else list(said)
                msgid = [text for text in texts if isinstance(text, str)][: MARKS[name]]
                if len(msgid) == MARKS[name]:
                    yield path.relative_to(ROOT).as_posix(), msgid[0] if len(msgid) == 1 else (msgid[0], msgid[1])


def click_strings() -> set[str]:
    """What the command line's library looks up in our catalogue."""
    folder = Path(click.__file__).parent
    return {text for path in folder.glob("*.py") for text in strings(ast.parse(path.read_text(encoding="utf-8")))}


def msgids_in_use(known: set[str]) -> dict[Msgid, str]:
    """Every msgid and the first module it stands in. `known` are those that have words already."""
    found: dict[Msgid, str] = {}
    for where, tree in modules():
        for msgid in marked(tree):
            found.setdefault(msgid, where)
    for where, msgid in template_msgids():
        found.setdefault(msgid, where)
    plural = {msgid for pair in found if isinstance(pair, tuple) for msgid in pair}
    for where, tree in modules():
        for text in strings(tree):
            if text in known and text not in plural:
                found.setdefault(text, where)
    for text in sorted(known & click_strings()):
        found.setdefault(text, "click")
    return found


def rows_of(path: Path) -> Iterator[tuple[Msgid, tuple[str | tuple[str, ...], ...]]]:
    """The rows of a TSV; `one|many` in every cell makes a plural when the msgid is one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().replace("\\n", "\n") for cell in line.split("\t")]
        if len(cells) != 4 or not cells[0] or cells[0] == "msgid":
            if line.strip():
                print(f"{path.name}: not four cells: {line[:60]}")
            continue
        if all(cell.count("|") == 1 for cell in cells):
            one, *rest = (tuple(part.strip() for part in cell.split("|")) for cell in cells)
            yield (one[0], one[1]), tuple(rest)
        else:
            yield cells[0], tuple(cells[1:])


def load(language: str) -> Catalog:
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            return read_po(file, locale=language)
    return Catalog(locale=language)


def key(message: Message) -> Msgid:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def single(msgid: Msgid) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def fresh(language: str) -> Catalog:
    """An empty catalogue whose header never changes by itself, so that nothing is rewritten without need."""
    catalogue = Catalog(locale=language, project="andregang", fuzzy=False, charset="utf-8")
    catalogue.mime_headers = [
        ("Project-Id-Version", "andregang"),
        ("Language", language),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ]
    catalogue.header_comment = f"# {language}: the words of Andregang."
    return catalogue


def compiled(catalogue: Catalog) -> bytes:
    from io import BytesIO

    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def main(arguments: list[str]) -> int:
    rows: dict[Msgid, tuple[str | tuple[str, ...], ...]] = {}
    for name in arguments:
        for msgid, said in rows_of(Path(name)):
            if rows.setdefault(msgid, said) != said:
                print(f"{name}: other words for {single(msgid)!r}, the first stand")
    old = {language: {key(m): m.string for m in load(language) if m.id} for language in LANGUAGES}
    known = {single(msgid) for said in old.values() for msgid in said} | {single(msgid) for msgid in rows}
    used = msgids_in_use(known)
    lacking = 0
    for position, language in enumerate(LANGUAGES):
        catalogue = fresh(language)
        for msgid, where in sorted(used.items(), key=lambda item: (item[1], single(item[0]))):
            said = rows[msgid][position] if msgid in rows else old[language].get(msgid, "")
            if not said or not all(said):
                lacking += 1
                print(f"{language}: no words for {single(msgid)!r} ({where})")
                said = ""
            catalogue.add(msgid, said or ("" if isinstance(msgid, str) else ("", "")), locations=[(where, None)])
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=120, include_lineno=False)
        path.with_suffix(".mo").write_bytes(compiled(load(language)))
    for msgid in rows.keys() - used.keys():
        print(f"in no module yet, left out: {single(msgid)!r}")
    print(f"{len(used)} msgids, {lacking} without words")
    return 1 if lacking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
