"""The printed brief: two A4 pages, tagged for screen readers (PDF/UA-1)."""

import json
import re
from dataclasses import asdict, dataclass
from importlib import resources
from typing import Any, Final, Literal

from andregang.domain.brief import Brief
from andregang.i18n import Words
from andregang.output.sheet import Sheet
from andregang.output.sheet_words import sheet_of

STANDARD: Final = "ua-1"
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

    inputs = {"sheet": _json(sheet_of(brief, words))}
    stamp = int(brief.preparation.now.timestamp())
    with resources.as_file(resources.files("andregang.output") / "data") as folder:

        def compiled(*, standard: Literal["ua-1"] | None) -> bytes:
            # Our fonts alone, so that the pages are the same on every machine; others only when a sign is missing.
            others = standard is None
            fonts = typst.Fonts(
                include_system_fonts=others, include_embedded_fonts=others, font_paths=[folder / "fonts"]
            )
            compiler = typst.Compiler(folder / "sheet.typ", root=folder, font_paths=fonts, sys_inputs=inputs)
            made = compiler.compile(format="pdf", pdf_standards=standard, timestamp=stamp)
            assert isinstance(made, bytes)  # a PDF is one file
            return made

        try:
            return PdfFile(compiled(standard=STANDARD))
        except typst.TypstError as error:
            missing = _GLYPH.search(error.message)
            if not missing:
                raise
        return PdfFile(compiled(standard=None), accessible=False, missing=missing[1].strip('`"'))


def _json(sheet: Sheet) -> str:
    return json.dumps(_breakable(asdict(sheet)), ensure_ascii=False)


def _breakable(value: Any) -> Any:
    """The same values, with places to break in words that no line of a column could hold; addresses are let be."""
    if isinstance(value, str):
        return _LONG_WORD.sub(lambda word: "\u200b".join(re.findall(r".{1,20}", word[0])), value)
    if isinstance(value, dict):
        return {key: part if key == "address" else _breakable(part) for key, part in value.items()}
    return [_breakable(part) for part in value] if isinstance(value, list | tuple) else value
