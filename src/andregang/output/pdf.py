"""What is printed as PDF, tagged for screen readers (PDF/UA-1); the brief is two A4 pages."""

import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final, Literal

from andregang.domain.brief import Brief
from andregang.i18n import Words
from andregang.output.sheet_words import sheet_of

STANDARD: Final = "ua-1"
_LONG_WORD = re.compile(r"\S{34,}")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BEYOND_LATIN = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2010-\u203a]+")
_GLYPH = re.compile(r"the text (.{1,80}?) could not be displayed")


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A compiled brief. `accessible` is false when a sign had no glyph in our fonts and PDF/UA had to be given up.

    `missing` names the signs, as the compiler quotes them; they are drawn with a font of this machine if one has them.
    """

    data: bytes
    accessible: bool = True
    missing: str = ""


def brief_pdf(brief: Brief, words: Words) -> PdfFile:
    """The brief as a PDF of exactly two pages. The same brief gives the same bytes wherever it is compiled."""
    return set_pdf("sheet.typ", asdict(sheet_of(brief, words)), int(brief.preparation.now.timestamp()))


def set_pdf(template: str, values: dict[str, Any], stamp: int) -> PdfFile:
    """The values set by a template of the data folder. `stamp` is the moment it is dated, in seconds."""
    import typst

    sheet = _settable(values)
    with resources.as_file(resources.files("andregang.output") / "data") as folder:
        source = folder / template
        try:
            return PdfFile(_compiled(sheet, source, stamp, standard=STANDARD))
        except typst.TypstError as error:
            glyph = _GLYPH.search(error.message)
            if not glyph:
                raise
            missing = glyph[1].strip('`"')
        except _BreakdownError:
            sheet, missing = _latin(sheet), "…"
        try:
            return PdfFile(_compiled(sheet, source, stamp, standard=None), accessible=False, missing=missing)
        except _BreakdownError:
            return PdfFile(_compiled(_latin(sheet), source, stamp, standard=None), accessible=False, missing=missing)


class _BreakdownError(Exception):
    """The typesetter broke down over a text (a panic in its native code, which is no ordinary exception)."""


def typst_compiler() -> Any:
    """The typesetter, loaded when it is first needed."""
    import typst

    return typst.Compiler


def _compiled(sheet: Any, template: Path, stamp: int, *, standard: Literal["ua-1"] | None) -> bytes:
    """Our fonts alone, so that the pages are the same on every machine; others only without the standard."""
    import typst

    folder = template.parent

    others = standard is None
    fonts = typst.Fonts(include_system_fonts=others, include_embedded_fonts=others, font_paths=[folder / "fonts"])
    inputs = {"sheet": json.dumps(sheet, ensure_ascii=False)}
    compiler = typst_compiler()(template, root=folder, font_paths=fonts, sys_inputs=inputs)
    try:
        made = compiler.compile(format="pdf", pdf_standards=standard, timestamp=stamp)
    except BaseException as problem:
        if type(problem).__name__ == "PanicException":
            raise _BreakdownError from problem
        raise
    assert isinstance(made, bytes)  # a PDF is one file
    return made


def _settable(value: Any) -> Any:
    """The same values with places to break in words that no line of a column could hold; addresses are let be.

    Beside right-to-left writing, marks and invisible signs are left out: the words can be read without them, and the
    typesetter breaks down over some lines that hold both.
    """
    if isinstance(value, str):
        if _RIGHT_TO_LEFT.search(value):
            letters = unicodedata.normalize("NFC", value)
            return "".join(c for c in letters if unicodedata.category(c) not in ("Mn", "Cf", "Cn"))
        return _LONG_WORD.sub(_with_breaks, value)
    if isinstance(value, dict):
        return {key: part if key == "address" else _settable(part) for key, part in value.items()}
    return [_settable(part) for part in value] if isinstance(value, list | tuple) else value


def _with_breaks(word: re.Match[str]) -> str:
    # A real compound is hyphenated by the typesetter.
    letters = word[0]
    return letters if letters.isalpha() and len(letters) < 60 else "\u200b".join(re.findall(r".{1,20}", letters))


def _latin(value: Any) -> Any:
    """The same values with … for what is not written in Latin letters."""
    if isinstance(value, str):
        return _BEYOND_LATIN.sub("…", value)
    if isinstance(value, dict):
        return {key: _latin(part) for key, part in value.items()}
    return [_latin(part) for part in value] if isinstance(value, list | tuple) else value
