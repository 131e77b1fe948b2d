"""A contract's text as clauses: one sentence each, with the label or heading it stands under."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from andregang.domain.text import BlockKind, DocumentText, fold, trim

_LABEL = re.compile(
    r"\s*(?:[-•*▪·☐☑☒]\s{0,3})?(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s{1,3})?"
    r"(?P<label>[A-ZÆØÅ][^\n:\t]{1,58}?)(?P<mark>\s?:|\s?\.{3,}|\s?…{1,40}|\s?_{3,}|\t| {3,})\s{0,80}"
    r"(?P<value>\S[^\n]*)?$"
)
_INNER_LABEL = re.compile(r"([A-ZÆØÅ][\w/-]{2,24}(?: [\w/-]{1,20}){0,2}):\s{1,3}(?=\S)")
_RUN_IN = re.compile(
    r"(?!(?:Du|Vi|Hun|Han|Ho|Dette|Det|You|We|She|He|It)\b)[A-ZÆØÅ][^\W\d_]{2,20}"
    r"(?:-[^\W\d_]{1,20})?(?: (?:og|and|of|i|av) [^\W\d_]{2,20}| (?:period|time|hours|pay|leave|date|agreements?))?\."
)
_BLANK_VALUE = re.compile(r"[\s._…:\-–]*")
_BOX = re.compile(r"[☐☑☒□✓✗]|\[[ xX]?\]")
_BULLET = re.compile(r"\s*[-–•*▪·☐☑☒]\s")
_NUMBERED = re.compile(r"\s*(?:§\s?\d{1,2}|(?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,2}[.)]?)\s+\S")
_SUBCLAUSE = re.compile(r"\s*\d{1,2}\.\d{1,2}[.)]?\s+\S")
_HEAD_NUMBER = re.compile(r"^(?:§\s?\d{1,2}|\d{1,2}(?:\.\d{1,2})?|[A-Z](?=[.)\s]\s?[A-ZÆØÅ]))[.):]?\s+")
_ENDS = re.compile(r"[.!?:;]['\"»”)]?\s*\Z")
_SENTENCE_END = re.compile(r"[.!?]['\"»”)]?\s+(?=[\"«“(]?[A-ZÆØÅ0-9])|;\s+(?=\S)")
_SHORT = re.compile(
    r"(?:\b(?:\w{0,20}nr|org|pr|ca|jf|jfr|kl|tlf|inkl|ekskl|eks|evt|mv|bl\.a|m\.m|f|st|st\.nr|kr|no|reg|art|kap|pkt|mnd|stk|"
    r"maks|min|gj\.?sn|iht|ev|mr|ms|mrs|dr|cf|sec|approx|incl|tj|ltr|aml|fl|ref|vedr|adr|gnr|bnr|pers)|(?:\A|\s)\d{1,2})\Z",
    re.IGNORECASE,
)
_MONTH_NEXT = re.compile(
    r"(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec|ledd|punktum|hver|kvar|i\b|virkedag|trinn)",
    re.IGNORECASE,
)
_LONG_HEADING = 70
_LONG_VALUE = 90
_VERY_SHORT = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence or table value, `text[start:end]` folded as `words`.

    `label` is the row's or field's own label and `heading` the nearest heading above ("" for none). `section` counts
    headings, `paragraph` paragraphs; `value` is false for what stands beside no label.
    """

    start: int
    end: int
    words: str
    label: str
    heading: str
    section: int
    paragraph: int

    @property
    def topic(self) -> str:
        """What the clause is about by its label, else by its heading."""
        return self.label or self.heading

    @property
    def spoken(self) -> str:
        """The clause with its label before it, as one would read it aloud."""
        return f"{self.label}: {self.words}" if self.label else self.words


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    label: str
    heading: str
    section: int
    open: bool = True


def read_clauses(content: DocumentText) -> tuple[Clause, ...]:
    """The clauses of a contract in reading order. Empty fields ("Prøvetid: ____") give none."""
    clauses: list[Clause] = []
    for number, paragraph in enumerate(_paragraphs(content)):
        label_of_all = paragraph.label
        for position, (start, end) in enumerate(
            sentences := list(_sentences(content.text, paragraph.start, paragraph.end))
        ):
            label = label_of_all
            if not position and not label and len(sentences) > 1 and _RUN_IN.fullmatch(content.text, start, end):
                label_of_all = topic_of(content.text[start:end])
                continue
            inner = None if label else _INNER_LABEL.match(content.text, start, end)
            if inner:
                label, start = topic_of(inner[1]), inner.end()
            words = fold(content.text[start:end])
            if words and not _BLANK_VALUE.fullmatch(words):
                clauses.append(Clause(start, end, words, label, paragraph.heading, paragraph.section, number))
    return tuple(clauses)


def topic_of(line: str) -> str:
    """A heading or label without number, marks and capitals: "3. PRØVETID:" is "prøvetid"."""
    words = fold(line)
    # "A R B E I D S A V T A L E" is one word.
    words = words.replace(" ", "") if re.fullmatch(r"(?:\w ){3,}\w", words) else _HEAD_NUMBER.sub("", words)
    words = re.sub(r"\s?\([^()]{1,40}\)(?=[\s:]{0,3}\Z)", "", words)
    return words.strip(" .:;…_-–*").lower()


def _paragraphs(content: DocumentText) -> list[_Paragraph]:
    text = content.text
    headings = {block.start for block in content.blocks if block.kind is BlockKind.HEADING}
    made: list[_Paragraph] = []
    heading, section, gap, previous, awaited = "", 0, False, "", ""
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            gap = True
            continue
        begins = start + len(line) - len(line.lstrip())
        labelled = None if _SUBCLAUSE.match(line) else _LABEL.match(line)
        if labelled and not _is_label(labelled, line):
            labelled = None
        told = begins in headings and content.format != "plain"
        if awaited and not labelled and not told and _is_value(line):
            # A form: the label stands on the line above its value.
            made.append(_Paragraph(begins, end, awaited, heading, section))
            previous, gap, awaited = line, False, ""
            continue
        if awaited:
            heading, section, awaited = ("", section + 1, "") if labelled else (awaited, section + 1, "")
        if labelled and (labelled["value"] is None or _BLANK_VALUE.fullmatch(labelled["value"])):
            made.append(_Paragraph(begins, begins, "", "", section, open=False))
            if labelled["value"] is None and labelled["mark"].strip() == ":":
                awaited = topic_of(labelled["label"])
            previous, gap = "", False
            continue
        if labelled:
            made.append(_Paragraph(start + labelled.start("value"), end, topic_of(labelled["label"]), heading, section))
        elif _continues(made, line, previous, gap=gap):
            made[-1].end = end
        elif _is_heading(line, told=begins in headings, gap=gap, later=bool(made)):
            heading, section = topic_of(line), section + 1
            made.append(_Paragraph(begins, begins, "", heading, section, open=False))
        else:
            made.append(_Paragraph(begins, end, "", heading, section))
        previous, gap = line, False
    return [paragraph for paragraph in made if paragraph.end > paragraph.start]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _is_label(match: re.Match[str], line: str) -> bool:
    """A colon inside a sentence makes no label: labels are short, and a sentence before them would have ended."""
    label = match["label"].strip()
    if _BOX.search(line) and match["mark"].strip() != ":":
        return False
    if ". " in _HEAD_NUMBER.sub("", label) and not re.search(r"\b(?:nr|org|evt|pr|inkl)\. ", label):
        return False
    if match["mark"].strip() == ":" and len(label.split()) > 7:
        return False
    return not (match["value"] is None and len(line) > _LONG_HEADING)


def _is_value(line: str) -> bool:
    words = line.strip()
    if len(words) > _LONG_VALUE or _BULLET.match(line) or (_HEAD_NUMBER.match(words) and not words[0].isdigit()):
        return False
    if re.match(r"\d{1,2}[.)]\s{1,3}[A-ZÆØÅ]", words):
        return False
    return not words.endswith(".") or len(words) < _VERY_SHORT


def _continues(made: list[_Paragraph], line: str, previous: str, *, gap: bool) -> bool:
    """Whether a line goes on where the line before broke off."""
    if not made or not made[-1].open or not previous or _BULLET.match(line):
        return False
    stripped = line.lstrip()
    if stripped[:1].islower() and not _ENDS.search(previous):
        return True
    if made[-1].label and len(previous) < _LONG_HEADING and stripped[:1].isupper() and line[:1] == stripped[:1]:
        return False
    indented = len(line) - len(stripped) >= 4 and not gap
    if indented and made[-1].label:
        return True
    if _NUMBERED.match(line) and not stripped[:1].isdigit():
        return False
    if _SUBCLAUSE.match(line) or re.match(r"\s*\d{1,2}[.)]?\s+[A-ZÆØÅ]", line):
        return False
    if gap:
        return len(previous) >= _LONG_HEADING and not _ENDS.search(previous) and len(line) > 3
    return len(previous.strip()) > 40 or (not _ENDS.search(previous) and len(previous.strip()) > 30)


def _is_heading(line: str, *, told: bool, gap: bool, later: bool) -> bool:
    words = line.strip()
    if len(words) > _LONG_HEADING or _SUBCLAUSE.match(line) or words.endswith((".", ",", ";", "?")):
        return False
    if told:
        return True
    if _BULLET.match(line) or "\t" in words:
        return False
    if words.isupper() and any(c.isalpha() for c in words):
        return True
    numbered = _HEAD_NUMBER.match(words) is not None
    return (numbered or (gap and later)) and len(words.split()) <= 7 and words[:1].isupper() | numbered


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        before = text[max(begin, match.start() - 12) : match.start()]
        if text[match.start()] == "." and _SHORT.search(before):
            number = before[-1:].isdigit()
            if not number or _MONTH_NEXT.match(text, match.end()):
                continue
        span = trim(text, begin, match.end())
        yield span.start, span.end
        begin = match.end()
    span = trim(text, begin, end)
    yield span.start, span.end
