"""Languages with how well they are known, in the CV's own words."""

import re
from collections.abc import Sequence

from andregang.domain.cv.lines import Line
from andregang.domain.cv.model import LanguageSkill
from andregang.domain.cv.terms import Terms
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.text import trim

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_MARKS = " \t\n,;:.|–—-·•()/=&"


def read_languages(document: Document, lines: Sequence[Line], terms: Terms) -> tuple[list[LanguageSkill], list[Quote]]:
    """The languages of the section, and the lines that name none."""
    skills: list[LanguageSkill] = []
    unread: list[Quote] = []
    waiting = False
    for line in lines:
        names = _names(line.text, terms)
        if names:
            skills += _skills(document, line, names, terms)
            waiting = skills[-1].fluency is None
        elif waiting and _is_level(line.text, terms):
            # A level on the line below, or one for speaking and one for writing.
            skills[-1] = LanguageSkill(skills[-1].language, _onwards(document, skills[-1].fluency, line))
        elif line.text.strip().lower().strip(":") not in terms.columns:
            unread.append(quote(document, line.start, line.end))
            waiting = False
    return skills, unread


def names_language(text: str, terms: Terms) -> bool:
    """Whether a stretch names a language people speak."""
    return bool(_names(text, terms))


def opens_with_language(text: str, terms: Terms) -> bool:
    """Whether a line is nothing but languages and levels ('Norsk (morsmål), engelsk (godt)')."""
    names = _names(text, terms)
    return bool(names) and names[0][0] == 0 and len(text) < 120 and _is_level(text, terms) and not text.endswith(".")


def _onwards(document: Document, fluency: Stated[str] | None, line: Line) -> Stated[str] | None:
    return _stated(document, fluency.quote.start if fluency else line.start, line.end)


def _names(text: str, terms: Terms) -> list[tuple[int, int]]:
    """Where languages are named, outside parentheses; two words ('norsk tegnspråk') before one. A language not known
    counts when its level stands right behind it ('Bambara (morsmål)')."""
    words = list(_WORD.finditer(text[:400]))
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(words):
        for length in (3, 2, 1):
            if index + length > len(words):
                continue
            start, end = words[index].start(), words[index + length - 1].end()
            outside = text.count("(", 0, start) == text.count(")", 0, start)
            known = text[start:end].lower() in terms.languages
            if outside and (known or (length == 1 and _has_level(text, start, end, terms))):
                found.append((start, end))
                index += length - 1
                break
        index += 1
    return found


def _has_level(text: str, start: int, end: int, terms: Terms) -> bool:
    word = text[start:end]
    if not word.istitle() or word.lower() in terms.levels or text[:start].rstrip()[-1:] not in ("", *",;|·•/)"):
        return False
    level = re.match(r"\s*(?:\(|[:–-]\s)\s*([\w-]+)", text[end:])
    return level is not None and level[1].lower() in terms.levels


def _is_level(text: str, terms: Terms) -> bool:
    words = [word.lower() for word in re.findall(r"\w+", text)]
    return any(word in terms.levels for word in words) or text.lower().strip(" .") in terms.levels


def _skills(document: Document, line: Line, names: list[tuple[int, int]], terms: Terms) -> list[LanguageSkill]:
    """One line may hold one language and its level, a list of such, or a level with the languages it is for."""
    before = trim(line.text, 0, names[0][0], _MARKS)
    lead = line.text[before.start : before.end]
    shared = (before.start, before.end) if lead and _is_level(lead, terms) else None
    skills = []
    for number, (start, end) in enumerate(names):
        stop = names[number + 1][0] if number + 1 < len(names) else len(line.text)
        joint = re.fullmatch(r"\s*(?:og|and|&|/|,)\s*", line.text[end:stop]) if stop < len(line.text) else None
        level = _level_after(line.text, end, stop)
        if joint and not shared:
            level = next(
                (
                    later
                    for later in (_level_after(line.text, e, s) for e, s in _stretches(line.text, names, number + 1))
                    if later
                ),
                None,
            )
        if not _is_level(line.text[end : line.text.find(")", end) + 1], terms):
            start, end, level = _with_variety(line.text, start, end, level)
        place = level or shared
        fluency = _stated(document, line.start + place[0], line.start + place[1]) if place else None
        name = _stated(document, line.start + start, line.start + end)
        assert name is not None
        skills.append(LanguageSkill(name, fluency))
    return skills


def _stretches(text: str, names: list[tuple[int, int]], number: int) -> list[tuple[int, int]]:
    return [(names[i][1], names[i + 1][0] if i + 1 < len(names) else len(text)) for i in range(number, len(names))]


def _level_after(text: str, end: int, stop: int) -> tuple[int, int] | None:
    tail = re.sub(r"\s*(?:,|;|\bog\b|\band\b)?\s*$", "", text[end:stop])
    span = trim(text, end, end + len(tail), _MARKS)
    return (span.start, span.end) if any(char.isalnum() for char in text[span.start : span.end]) else None


def _with_variety(
    text: str, start: int, end: int, level: tuple[int, int] | None
) -> tuple[int, int, tuple[int, int] | None]:
    """'Samisk (nord og sør) – morsmål': what stands in parentheses before the level belongs to the name."""
    found = re.match(r"\s*\([^()]*\)", text[end:])
    if not found or level is None or level[1] <= end + found.end():
        return start, end, level
    span = trim(text, end + found.end(), level[1], _MARKS)
    return start, end + found.end(), (span.start, span.end) if span.end > span.start else level


def _stated(document: Document, start: int, end: int) -> Stated[str] | None:
    words = quote(document, start, end)
    return Stated(words.words, words) if words.words else None
