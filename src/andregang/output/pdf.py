"""The printed brief: two A4 pages, tagged for screen readers (PDF/UA-1)."""

import json
import re
from dataclasses import asdict, dataclass
from importlib import resources
from typing import Any

from andregang.domain.brief import Brief
from andregang.i18n import Words
from andregang.output.sheet import Sheet
from andregang.output.sheet_words import sheet_of

STANDARD = "ua-1"
_LONG_WORD = re.compile(r"\S{28,}")
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
    import typst

    data = resources.files("andregang.output") / "data"
    inputs = {"sheet": _json(sheet_of(brief, words))}
    stamp = int(brief.preparation.now.timestamp())
    with resources.as_file(data) as folder:
        source, fonts = folder / "sheet.typ", folder / "fonts"
        own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
        compiler = typst.Compiler(source, root=folder, font_paths=own, sys_inputs=inputs)
        try:
            return PdfFile(compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=stamp))
        except typst.TypstError as error:
            missing = _GLYPH.search(error.message)
            if not missing:
                raise
        every = typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=[fonts])
        compiler = typst.Compiler(source, root=folder, font_paths=every, sys_inputs=inputs)
        return PdfFile(compiler.compile(format="pdf", timestamp=stamp), accessible=False, missing=missing[1])


def _json(sheet: Sheet) -> str:
    return json.dumps(_breakable(asdict(sheet)), ensure_ascii=False)


def _breakable(value: Any) -> Any:
    """The same values, with places to break in words that no line of a column could hold; addresses are let be."""
    if isinstance(value, str):
        return _LONG_WORD.sub(lambda word: "\u200b".join(re.findall(r".{1,20}", word[0])), value)
    if isinstance(value, dict):
        return {key: part if key == "address" else _breakable(part) for key, part in value.items()}
    return [_breakable(part) for part in value] if isinstance(value, list | tuple) else value
