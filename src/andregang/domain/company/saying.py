"""What an employer says about itself, in its own words: sentences worth knowing, each a quote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from andregang.domain.source import Document, Quote, quote
from andregang.domain.text import Language, Span, fold, trim
from andregang.domain.vocabulary import Vocabulary

_LONGEST, _SHORTEST = 320, 18
_SENTENCE_END = re.compile(r"[.!?](?=\s+[«\"(]?[A-ZÆØÅÄÖ0-9])")
_DIGIT = re.compile(r"\d")


class Saying(StrEnum):
    """What a sentence is about, in the order it is worth knowing."""

    SIZE = "size"
    MONEY = "money"
    HARD = "hard"
    AIM = "aim"
    OWNER = "owner"
    HISTORY = "history"
    VALUES = "values"
    DOES = "does"


LINES = {
    Saying.SIZE: "WS1",
    Saying.DOES: "WS1",
    Saying.MONEY: "WS2",
    Saying.OWNER: "WS3",
    Saying.HISTORY: "WS3",
    Saying.HARD: "WS4",
    Saying.AIM: "",
    Saying.VALUES: "",
}
"""The line of the worksheet (substance 8.3) a sentence may answer."""

_NEEDS_FIGURE = frozenset({Saying.SIZE, Saying.MONEY, Saying.HISTORY})


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and what it is about."""

    saying: Saying
    quote: Quote


def sayings(
    document: Document, vocabulary: Vocabulary, employer: str = "", without: Sequence[Span] = (), most: int = 12
) -> tuple[Said, ...]:
    """Sentences in which the writer speaks of the organisation itself, those that tell most first, no two alike.

    `employer` is its name; `without` are stretches already read as something else (the demands of an ad).
    """
    known = document.language in (Language.NB, Language.NN, Language.EN)
    languages = (document.language,) if known else (Language.NB, Language.NN, Language.EN)
    tests = _tests(vocabulary, languages)
    shortened = frozenset(vocabulary.entries("company.shortened", *languages))
    name = _first_word(employer)
    told: dict[str, Said] = {}
    for span in _sentences(document, shortened):
        if any(span.start < other.end and other.start < span.end for other in without):
            continue
        words = fold(document.content.text[span.start : span.end])
        saying = _about(words, tests, name)
        if saying is not None:
            told.setdefault(words.lower(), Said(saying, quote(document, span.start, span.end)))
    order = list(Saying)
    return tuple(sorted(told.values(), key=lambda one: order.index(one.saying))[:most])


def _first_word(employer: str) -> str:
    words = fold(employer).lower().split(" ")
    return words[0] if words[0] and len(words[0]) > 2 else ""


@dataclass(frozen=True, slots=True)
class _Tests:
    """How a sentence is known by what it says; `beside` matches those about something else."""

    sayings: tuple[tuple[Saying, re.Pattern[str]], ...]
    beside: re.Pattern[str]


@lru_cache(maxsize=16)
def _tests(vocabulary: Vocabulary, languages: tuple[Language, ...]) -> _Tests:
    def test(name: str) -> re.Pattern[str]:
        return _pattern(vocabulary.entries(f"company.{name}", *languages))

    return _Tests(tuple((saying, test(saying.value)) for saying in Saying), test("beside"))


def _pattern(entries: Sequence[str]) -> re.Pattern[str]:
    """A test for any of the entries as a word; one that ends in * is the beginning of a word."""
    parts = [re.escape(entry.removesuffix("*")) + (r"\w*" if entry.endswith("*") else "") for entry in entries]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else re.compile(r"(?!)")


def _about(words: str, tests: _Tests, name: str) -> Saying | None:
    lowered = words.lower()
    if not _SHORTEST <= len(words) <= _LONGEST or "?" in words or "@" in words:
        return None
    if tests.beside.search(lowered):
        return None
    figure = _DIGIT.search(words) is not None
    for saying, test in tests.sayings:
        if saying is Saying.DOES:
            named = bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lowered) is not None
            if named and test.search(lowered):
                return saying
        elif test.search(lowered) and (figure or saying not in _NEEDS_FIGURE):
            return saying
    return None


def _sentences(document: Document, shortened: frozenset[str]) -> Iterator[Span]:
    """Sentences that stand on whole lines: a new line that goes on in small letters belongs to the one before."""
    text = document.content.text
    for begin, end in _paragraphs(text):
        start = begin
        for found in _SENTENCE_END.finditer(text, begin, end):
            last = text[max(start, found.start() - 12) : found.start()].split()[-1:]
            if last and last[0].lower().lstrip("(«") in shortened:
                continue
            yield trim(text, start, found.end(), "•·*–- \t")
            start = found.end()
        if start < end:
            yield trim(text, start, end, "•·*–- \t")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin, at = 0, 0
    for line in text.splitlines(keepends=True):
        begins_anew = not line.strip() or not line.lstrip()[:1].islower()
        if begins_anew and at > begin and (not line.strip() or _ends(text[begin:at])):
            yield begin, at
            begin = at
        at += len(line)
    if at > begin:
        yield begin, at


def _ends(paragraph: str) -> bool:
    """Whether a paragraph may end here: it has no room for more, or its last line is a whole one."""
    last = paragraph.rstrip().rsplit("\n", 1)[-1]
    return len(paragraph) > 4 * _LONGEST or len(last) < 60 or last[-1:] in ".!?:"
