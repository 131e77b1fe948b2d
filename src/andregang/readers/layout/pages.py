"""PDF bytes → pages of words with boxes, by pdfium."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from andregang.readers import limits
from andregang.readers.layout.words import SOFT_HYPHEN, UNSURE_HYPHEN, Page, Word
from andregang.readers.refusal import Reason, RefusedError

_BOLD_NAME = re.compile(rb"bold|black|heavy|demi|semibd|extrabd", re.IGNORECASE)
_ENDS_WORD = frozenset((0x00, 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000))
_LINE_END_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))
_LETTERS_PER_PAGE = 25


def open_pdf(data: bytes) -> Any:
    """pdfium's document. Raises `RefusedError` for what pdfium cannot open, or what is too long."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as problem:
        raise RefusedError(Reason.ENCRYPTED if "assword" in str(problem) else Reason.DAMAGED) from None
    if count > limits.PAGES:
        raise RefusedError(Reason.TOO_LARGE)
    if count == 0:
        raise RefusedError(Reason.DAMAGED)
    return document


def passport_in(document: Any) -> bytes | None:
    """The Europass XML that the portal attaches to the PDFs it makes, if there is one."""
    for number in range(min(document.count_attachments(), 20)):
        try:
            attachment = document.get_attachment(number)
            if attachment.get_name().lower().endswith(".xml"):
                data = bytes(attachment.get_data())
                if b"SkillsPassport" in data[:4000] or b"<Candidate" in data[:4000]:
                    return data
        except (pdfium.PdfiumError, ValueError):
            continue
    return None


def pages_of(document: Any) -> list[Page]:
    """The pages. Raises `RefusedError` when there are no letters in them."""
    pages = []
    for index in range(len(document)):
        try:
            pages.append(_page(document[index]))
        except pdfium.PdfiumError:
            continue
    if not pages:
        raise RefusedError(Reason.DAMAGED)
    letters = sum(len(word.text) for page in pages for word in page.words)
    pictures = sum(page.pictures for page in pages)
    if letters == 0 or (letters < _LETTERS_PER_PAGE * len(pages) and pictures):
        raise RefusedError(Reason.SCANNED if pictures or letters else Reason.EMPTY)
    return pages


@dataclass(slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    base: float
    size: float


def _page(page: Any) -> Page:
    width, height = page.get_size()
    hyphens = Counter[str]()
    words, turns = _words(page.get_textpage(), height, hyphens)
    words = _upright(words, turns)
    words = [word for word in _without_doubles(words) if word.text]
    pictures, dots = _objects(page, height)
    return Page(width, height, words, dots, pictures, hyphens)


def _words(textpage: Any, height: float, hyphens: Counter[str]) -> tuple[list[Word], list[int]]:
    """Words in the order they were drawn, split where pdfium sees a space and nowhere inside a ligature."""
    words: list[Word] = []
    turns: list[int] = []
    current: list[_Glyph] = []
    first = 0
    handle = textpage.raw
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    count = min(textpage.count_chars(), limits.TEXT_CHARACTERS)

    def close() -> None:
        if current:
            words.append(_word(current, _is_bold(handle, first)))
            turns.append(round(math.degrees(raw.FPDFText_GetCharAngle(handle, first)) / 90) % 4)
            current.clear()

    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code in _ENDS_WORD or (code == 0xFFFD and raw.FPDFText_HasUnicodeMapError(handle, index) == 1):
            close()
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, index, box) or not raw.FPDFText_GetCharOrigin(handle, index, x, y):
            close()
            continue
        if code in _LINE_END_HYPHENS or code == 0x2D:
            hyphens[said := _said(handle, index)] += 1
            text = (said or UNSURE_HYPHEN) if code in _LINE_END_HYPHENS else "-"
        else:
            text = _character(code)
        glyph = _Glyph(
            text, min(box.left, box.right), max(box.left, box.right), height - y.value, abs(box.top - box.bottom) or 1.0
        )
        if current and not _follows(current[-1], glyph):
            close()
        if not current:
            first = index
        current.append(glyph)
    close()
    return words, turns


def _said(handle: Any, index: int) -> str:
    """What the file says a hyphen stands for (its ActualText): a hard hyphen, a soft one, or nothing.

    pdfium gives every hyphen at a line's end the same code, so this is the only trace of the difference.
    """
    item = raw.FPDFText_GetTextObject(handle, index)
    if not item:
        return ""
    value = (ctypes.c_ushort * 8)()
    length = ctypes.c_ulong()
    for number in range(min(max(raw.FPDFPageObj_CountMarks(item), 0), 8)):
        mark = raw.FPDFPageObj_GetMark(item, number)
        if raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", value, 16, length) and value[0] in (
            0x2D,
            0xAD,
            0x2010,
        ):
            return SOFT_HYPHEN if value[0] == 0xAD else "-"
    return ""


def _character(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    text = chr(code)
    return "" if unicodedata.category(text) in ("Cc", "Cn", "Cs") else text


def _follows(last: _Glyph, glyph: _Glyph) -> bool:
    """Whether a letter goes on the word before it: on its line, not far off, not back."""
    if abs(last.base - glyph.base) > 0.35 * max(last.size, glyph.size):
        return False
    gap = glyph.left - last.right
    return -0.9 * last.size < gap < 0.9 * last.size


def _word(glyphs: list[_Glyph], bold: bool) -> Word:  # noqa: FBT001
    text = "".join(glyph.text for glyph in glyphs)
    sizes = Counter(round(glyph.size, 2) for glyph in glyphs)
    left, right = min(g.left for g in glyphs), max(g.right for g in glyphs)
    return Word(text, left, right, glyphs[0].base, sizes.most_common(1)[0][0], bold)


def _is_bold(handle: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= 600:
        return True
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, buffer, 128, flags)
    return bool(_BOLD_NAME.search(buffer.value)) or bool(flags.value & 0x40000)


def _upright(words: list[Word], turns: list[int]) -> list[Word]:
    """Words set in the page's main direction. A page on its side is turned; stray vertical words come last."""
    weight = Counter[int]()
    for word, turn in zip(words, turns, strict=True):
        weight[turn] += len(word.text)
    if not weight:
        return words
    main = weight.most_common(1)[0][0]
    upright = [word for word, turn in zip(words, turns, strict=True) if turn == main]
    if main == 0:
        return upright
    return [_turned(word, main) for word in upright]


def _turned(word: Word, turn: int) -> Word:
    # Boxes of turned glyphs: the line runs along y (1, 3) or backwards along x (2).
    if turn == 2:
        return Word(word.text, -word.right, -word.left, -word.base, word.size, word.bold)
    length = max(word.right - word.left, 1.0)
    start = word.base if turn == 3 else -word.base
    across = -word.left if turn == 3 else word.left
    return Word(word.text, start, start + word.size, across, length, word.bold)


def _without_doubles(words: list[Word]) -> Iterator[Word]:
    """Words drawn twice to look bold, or with a shadow, once."""
    seen: dict[str, list[Word]] = {}
    for word in words:
        twins = seen.setdefault(word.text, [])
        if any(
            abs(twin.left - word.left) < 0.15 * word.size and abs(twin.base - word.base) < 0.15 * word.size
            for twin in twins
        ):
            continue
        twins.append(word)
        yield word


def _objects(page: Any, height: float) -> tuple[int, list[tuple[float, float]]]:
    """How many pictures the page shows, and its small dots (x, y): list marks that are drawn, not written."""
    pictures = 0
    dots = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), 5000)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            wide, high = right.value - left.value, top.value - bottom.value
            if 1.2 <= wide <= 5.5 and 1.2 <= high <= 5.5 and 0.7 < wide / high < 1.4:
                dots.append(((left.value + right.value) / 2, height - (top.value + bottom.value) / 2))
    return pictures, dots
