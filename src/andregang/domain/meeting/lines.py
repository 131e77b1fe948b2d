"""A letter's lines and sentences: wrapped lines joined, list items and labelled lines on their own."""

import datetime as dt
import re
from dataclasses import dataclass, field

from andregang.domain.text import Span, trim

_LONGEST_SENTENCE = 800

_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:kl|ca|nr|tlf|mob|bl\.a|f\.eks|evt|etg|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|des|dec|dr|mr|ms"
    r"|mrs|prof|st|ev|ass|adm|dir|avd|ref|jf|inkl|maks|min|mai|tor|tors|tir|ons|man|fre|lør|søn|d|[A-ZÆØÅ])\Z",
    re.IGNORECASE,
)

_STOP = re.compile(r"[.!?:…](?=\s)|[.!?](?=[\"»”')]{1,2}\s)|(?<=\s)[:;][-]?[)D](?=\s)|[😊🙂😀👍☕🎉](?=\s)")

_ITEM_START = re.compile(r"[ \t]{0,12}(?:[-*•·–▪◦‣o][ \t]{1,6}|\d{1,2}[.)][ \t]{1,4}|[a-z]\)[ \t])")

_LABEL_LINE = re.compile(r"[ \t]{0,8}[A-ZÆØÅ][^\n:.!?]{1,48}:(?!//)")

_CLOCK_LINE = re.compile(r"[ \t]{0,8}(?:kl\.? ?)?\d{1,2}[.:]\d{2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty; `start` and `end` leave out white space and the item's mark, told by `item`."""

    start: int
    end: int
    text: str
    item: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or labelled line. Line breaks inside are spaces in `text`, so offsets stay."""

    start: int
    end: int
    text: str
    paragraph: int
    item: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail or message. `body` ends where the signature begins; `tail` is the signature and what follows it."""

    headers: dict[str, Span]
    body: Span
    tail: Span
    sent: dt.datetime | None = None
    lines: tuple[Line, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> dt.date | None:
        """The day relative words count from."""
        return self.sent.date() if self.sent else None


def lines_of(view: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    paragraph, position = 0, start
    for raw in view[start:end].split("\n"):
        if not raw.strip(" \t_-=~"):
            paragraph += 1
        else:
            mark = _ITEM_START.match(raw)
            span = trim(view, position + (mark.end() if mark else 0), position + len(raw))
            lines.append(Line(span.start, span.end, view[span.start : span.end], mark is not None, paragraph))
        position += len(raw) + 1
    return lines


def sentences_of(view: str, lines: tuple[Line, ...]) -> list[Sentence]:
    """Sentences of the body: wrapped lines joined, list items and labelled lines on their own."""
    sentences: list[Sentence] = []
    for start, end, paragraph, item in _runs(lines):
        words = view[start:end].replace("\n", " ")
        position = 0
        for match in _STOP.finditer(words):
            if match.group() == ":" or not _ends_sentence(words, position, match):
                continue
            _add(sentences, words, start, position, match.end(), paragraph, item=item)
            position = match.end()
        _add(sentences, words, start, position, len(words), paragraph, item=item)
    return sentences


def _ends_sentence(words: str, position: int, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return True
    after = words[match.end() :].lstrip()
    if after[:1].islower():
        return False
    return not _ABBREVIATION.search(words[max(position, match.start() - 8) : match.start()])


def _add(
    sentences: list[Sentence], words: str, offset: int, start: int, end: int, paragraph: int, *, item: bool
) -> None:
    while end - start > _LONGEST_SENTENCE:
        _add(sentences, words, offset, start, start + _LONGEST_SENTENCE, paragraph, item=item)
        start += _LONGEST_SENTENCE
    span = trim(words, start, end)
    if span.end > span.start:
        sentences.append(
            Sentence(offset + span.start, offset + span.end, words[span.start : span.end], paragraph, item)
        )


def _runs(lines: tuple[Line, ...]) -> list[tuple[int, int, int, bool]]:
    runs: list[tuple[int, int, int, bool]] = []
    previous: Line | None = None
    for line in lines:
        if previous and _continues(previous, line):
            start, _, paragraph, item = runs[-1]
            runs[-1] = (start, line.end, paragraph, item)
        else:
            runs.append((line.start, line.end, line.paragraph, line.item))
        previous = line
    return runs


def _continues(previous: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the one before it (mail programs wrap near column 72)."""
    if line.item or line.paragraph != previous.paragraph:
        return False
    if _LABEL_LINE.match(line.text) or _CLOCK_LINE.match(line.text) or previous.text.endswith(":"):
        return False
    if previous.text[-1] in ".!?" and len(previous.text) < 55:
        return False
    return line.text[0].islower() or (len(previous.text) >= 55 and not previous.item)
