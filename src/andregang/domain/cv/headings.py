"""Which part of a CV each line stands in."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from andregang.domain.cv.lines import Line
from andregang.domain.cv.terms import Terms, plain

_AND = re.compile(r"\s*(?:&|/|\+|\||,|;)\s*|\s+(?:og|and|samt)\s+")
_HALF_WORD = re.compile(r"^\w+- (?:og|and|&) ")
_NUMBER = re.compile(r"^(?:\d{1,2}|[ivx]{1,4})[.)]\s+")
_WEAK = frozenset(
    {"frivillig", "praksis", "skole", "skule", "it", "ikt", "data", "system", "arbeid", "jobb", "karriere", "studier",
     "studium", "interesser", "adresse", "other", "annet", "anna", "diverse", "roles", "activities", "work",
     "systemer", "verktøy", "tools", "volunteer", "research", "community", "opplæring", "training", "details",
     "resultater", "achievements", "fagbrev", "kunnskaper", "methods", "metoder", "grader", "prosjekt", "about",
     "bakgrunn", "oppdrag"}
)  # fmt: skip
_INLINE = re.compile(r"(?P<head>[^\W\d_][^:\t\n|]{1,38}?)\s*(?::|\t)\s*(?=\S)")
_FIRM = frozenset({"work", "education", "languages", "references", "skills"})
_PREPOSITIONS = frozenset({"fra", "frå", "som", "i", "innen", "innan", "ved", "from", "in", "as", "with", "med", "of"})
INLINE_KEYS = frozenset({"languages", "certificates", "skills", "references", "profile", "other"})


@dataclass(slots=True)
class Section:
    """A part of the CV: its key in `cv.heading.*` ('' before the first heading) and the lines under it."""

    key: str
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)


def heading_key(text: str, terms: Terms, *, loose: bool = False) -> str:
    """The key of a section heading, '' when the line is none. `loose` trusts the layout and asks for one known word."""
    name = _plain(text) if len(text) <= 120 else ""
    if not name or len(name) > 60:
        return ""
    name = _HALF_WORD.sub("", name)
    if name in terms.headings:
        return terms.headings[name]
    parts = [_bare(part, terms) for part in _AND.split(name)]
    keys = [terms.headings.get(part, "") for part in parts]
    if all(keys) and keys:
        return keys[0]
    return _loosely(name, terms) if loose and "," not in text else ""


def _loosely(name: str, terms: Terms) -> str:
    """A heading by its last word ('klinisk erfaring'), or by its first before a preposition ('erfaring fra skole')."""
    words = name.split()
    if len(words) > 5 or terms.position(name) or terms.degree(name):
        return ""
    key = terms.headings.get(words[-1], "") if words[-1] not in _WEAK else ""
    if key not in _FIRM and len(words) > 2 and words[1] in _PREPOSITIONS and words[0] not in _WEAK:
        key = terms.headings.get(words[0], "")
    return key if key in _FIRM else _by_ending(name)


def _plain(text: str) -> str:
    """The heading in lower case, without letter-spacing, numbers, colon and ornaments."""
    name = plain(text).strip(" \t\n:.=_-–—*#|•▪■►▶~<>[]")
    letters = name.split()
    if len(letters) > 3 and sum(len(letter) == 1 for letter in letters) >= 0.8 * len(letters):
        groups = re.split(r"\s{2,}", name)
        name = " ".join(re.sub(r"\s", "", group) for group in groups)
    return re.sub(r"\s+", " ", _NUMBER.sub("", name.lower())).strip(" :")


def _bare(part: str, terms: Terms) -> str:
    words = part.split()
    while len(words) > 1 and words[0] in terms.qualifiers:
        words = words[1:]
    return " ".join(words)


def _by_ending(name: str) -> str:
    word = name.split()[-1] if name else ""
    for ending, key in (
        ("erfaring", "work"), ("røynsle", "work"), ("experience", "work"), ("utdanning", "education"),
        ("utdannelse", "education"), ("ferdigheter", "skills"), ("kunnskaper", "skills"), ("kompetanse", "skills"),
        ("skills", "skills"), ("prosjekter", "other"), ("projects", "other"), ("verv", "volunteer"),
    ):  # fmt: skip
        if word.endswith(ending):
            return key
    return ""


def split_sections(lines: Sequence[Line], terms: Terms) -> list[Section]:
    """The document cut at its headings. The first section, before any heading, has the key ''."""
    style = _style(lines, terms)
    sections = [Section("")]
    for line in lines:
        key = _key_of(line, terms, style)
        if key:
            sections.append(Section(key, line))
            continue
        sections[-1].lines.append(line)
    return sections


def _look(line: Line) -> str:
    if line.level:
        return "level"
    return "upper" if line.text.isupper() else "plain"


@dataclass(frozen=True, slots=True)
class _Style:
    """How the headings that cannot be anything else are set: `look` is '' when they do not agree."""

    look: str
    levels: frozenset[int]


def _style(lines: Sequence[Line], terms: Terms) -> _Style:
    looks: Counter[str] = Counter()
    levels: Counter[int] = Counter()
    for line in lines:
        if not line.bullet and heading_key(line.text, terms) and _plain(line.text) not in _WEAK:
            looks[_look(line)] += 1
            levels[line.level] += 1
    if not looks:
        return _Style("", frozenset())
    look, count = looks.most_common(1)[0]
    agreed = count >= 2 and count >= 0.6 * looks.total()
    return _Style(look if agreed else "", frozenset(levels) - {0})


def _key_of(line: Line, terms: Terms, style: _Style) -> str:
    if line.rows > 1 or len(line.text) > 80 or (line.bullet and not line.gap and not line.text.isupper()):
        return ""
    look, name = _look(line), _plain(line.text)
    fits = not style.look or (look == style.look and (look != "level" or line.level in style.levels))
    key = heading_key(line.text, terms, loose=fits and look == "level" == style.look)
    if key and not fits and (name in _WEAK or (look == "plain" and not line.gap and style.look == "level")):
        return ""
    return "" if line.bullet and name in _WEAK else key


def inline_heading(line: Line, terms: Terms) -> tuple[str, int]:
    """The section a line opens and fills at once ('Språk: norsk, engelsk') and where its content starts; ('', 0)."""
    found = _INLINE.match(line.text)
    if not found:
        return "", 0
    key = heading_key(found["head"], terms)
    return (key, line.start + found.end()) if key in INLINE_KEYS else ("", 0)
