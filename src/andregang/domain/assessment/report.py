"""Reading a test report: which test, which scales, which scores, compared with whom, each with its quote.

A scale is taken from the row or sentence itself, else from the head of its table, else from the only scale the whole
report names. Where none of these says it, the scale is left open and asked for: it is never guessed from the number.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from andregang.domain.assessment.columns import find_columns
from andregang.domain.assessment.instruments import FoundName, Instrument, find_instruments
from andregang.domain.assessment.mentions import Mention, Reader
from andregang.domain.assessment.reported import Question, ReportedScore, ReportReading
from andregang.domain.assessment.rows import find_axis, name_before, numbers_of, on_axis
from andregang.domain.assessment.scales import Scale, read_score
from andregang.domain.assessment.traits import Trait, trait_called
from andregang.domain.errors import InvalidInput
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.text import BlockKind, Span, trim
from andregang.domain.vocabulary import Vocabulary

MOST_SCORES = 120
_LONGEST_ROW = 240
_LONGEST_LINE = 2000
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«\"])")
_WRAPPED = re.compile(r"(?<=[^\n\t]{40}[\w,])\n(?=[a-zæøå]|\d{1,3}(?:[.,]\d{1,2})? ?[a-zæøå.,])")
_TYPE = re.compile(r"(?<!\w)[EI][NS][TF][JP](?!\w)")
_WORDS = re.compile(r"[^\W\d_][\w/&’'-]*(?: (?:og |and )?[^\W\d_][\w/&’'-]*){0,4}")


@dataclass
class _Table:
    """The columns of the table one is in: a scale, "reliability" or "" for each column of numbers."""

    columns: list[Stated[Scale] | str] = field(default_factory=list)
    misses: int = 0


def read_report(
    document: Document, vocabulary: Vocabulary, instruments: Sequence[Instrument], traits: Sequence[Trait]
) -> ReportReading:
    """What a test report says. Never raises; what was not understood is `unread`."""
    return _Reading(document, Reader(vocabulary), instruments, traits).read()


class _Reading:
    def __init__(
        self, document: Document, reader: Reader, instruments: Sequence[Instrument], traits: Sequence[Trait]
    ) -> None:
        self.document, self.text, self.reader, self.traits = document, _unwrapped(document.content.text), reader, traits
        self.found: tuple[FoundName, ...] = find_instruments(self.text, instruments)
        self.table = _Table()
        self.scores: list[ReportedScore] = []
        self.unread: list[Quote] = []
        self.only = self._only_scale()
        self.heading: Span | None = None
        self.headings = {b.start for b in document.content.blocks if b.kind is BlockKind.HEADING}

    def read(self) -> ReportReading:
        start, taken = 0, self._columns()
        for line in self.text.split("\n"):
            if line.strip() and start not in taken and len(self.scores) < MOST_SCORES:
                self._line(start, line[:_LONGEST_LINE])
            start += len(line) + 1
        named: dict[str, Stated[Instrument]] = {}
        for one in self.found:
            named.setdefault(one.instrument.id, Stated(one.instrument, quote(self.document, one.start, one.end)))
        norm, reliability = self.reader.norm_group(self.document), self.reader.reliability(self.document)
        understood = [said.quote for said in (norm, reliability, *named.values()) if said]
        return ReportReading(
            self.document,
            tuple(named.values()),
            norm,
            reliability,
            tuple(self.scores),
            tuple(line for line in self.unread if not any(line.start <= q.start < line.end for q in understood))[
                :MOST_SCORES
            ],
        )

    def _only_scale(self) -> Stated[Scale] | None:
        """The scale of the whole report, when it names only one."""
        named: dict[Scale, Mention] = {}
        start = 0
        for line in self.text.split("\n"):
            for mention in self.reader.scales(line[:_LONGEST_LINE], start):
                named.setdefault(mention.scale, mention)
            start += len(line) + 1
        if len(named) != 1:
            return None
        return self._stated(next(iter(named.values())))

    def _stated(self, mention: Mention) -> Stated[Scale]:
        return Stated(mention.scale, quote(self.document, mention.start, mention.end))

    def _line(self, start: int, line: str) -> None:
        if start in self.headings:
            self.table = _Table()
        row = len(line) <= _LONGEST_ROW
        if row and (self._axis_row(start, line) or self._header(start, line) or self._table_row(start, line)):
            return
        if self._prose(start, line) or (row and (self._label(start, line) or self._type_row(start, line))):
            return
        if re.search(r"\d", line):
            self.table.misses += 1
            if self.table.misses > 1:
                self.table = _Table()
            if not self.reader.no_trait.match(line):
                self.unread.append(quote(self.document, start, start + len(line)))
        elif row and len(line.split()) <= 6 and line.strip()[-1:] not in ".:;,":
            self.heading = trim(self.text, start, start + len(line))
        elif row and line.strip().endswith(":"):
            self.heading = None

    # --- The forms a score is reported in

    def _columns(self) -> set[int]:
        """Tables that were read column by column: names, then a scale's name with as many numbers. Lines taken."""
        taken: set[int] = set()
        for table in find_columns(
            self.text, self._column_head, lambda line: self._name(line.start, line.end) is not None
        ):
            taken |= {line.start for line in table.lines}
            scored = next((c for c in table.columns if self.reader.scales(self.text[c.head.start : c.head.end])), None)
            scored = scored or next((c for c in table.columns if not self._is_reliability(c.head)), None)
            if scored is None:
                continue
            sure = next((column for column in table.columns if self._is_reliability(column.head)), None)
            named = self.reader.scales(self.text[scored.head.start : scored.head.end], scored.head.start)
            scale = self._stated(named[0]) if len(named) == 1 else self.only
            for place, line in enumerate(table.names):
                trait = Stated(self.text[line.start : line.end], self._quote(line))
                number = scored.numbers[place]
                score = Stated(self.text[number.start : number.end], self._quote(number))
                stated = Stated(self.text[sure.numbers[place].start : sure.numbers[place].end],
                                self._quote(sure.numbers[place])) if sure else None  # fmt: skip
                self._add(trait, score, scale, line, stated)
        return taken

    def _column_head(self, line: Span) -> bool:
        words = self.text[line.start : line.end]
        named = self.reader.scales(words)
        whole = len(named) == 1 and not named[0].counted and len(words.split()) <= 2
        return whole or self.reader.column.fullmatch(words) is not None

    def _is_reliability(self, head: Span) -> bool:
        return self.reader.reliability_column.fullmatch(self.text[head.start : head.end]) is not None

    def _axis_row(self, start: int, line: str) -> bool:
        axis = find_axis(line, start)
        if axis is None:
            return False
        end = start + len(line)
        poles = [self._name(start, axis.start), self._name(axis.end, end)]
        sides = [pole for pole in poles if pole]
        if not sides and self.heading:
            sides = [self.heading]
        if not sides:
            return False
        trait = " – ".join(self.text[side.start : side.end] for side in sides)
        own = next((mention for mention in self.reader.scales(line, start)), None)
        scale = self._stated(own) if own else self._in_table() or self.only
        value, question = on_axis(axis, scale.value if scale else None)
        if question:
            scale = None
        span = Span(min(side.start for side in sides), max(side.end for side in sides))
        self._add(Stated(trait, self._quote(span)), Stated(value, quote(self.document, axis.start, axis.end)), scale,
                  Span(start, end), question=question)  # fmt: skip
        return True

    def _in_table(self) -> Stated[Scale] | None:
        scales = [column for column in self.table.columns if isinstance(column, Stated)]
        return scales[0] if len(scales) == 1 else None

    def _header(self, start: int, line: str) -> bool:
        """The head of a table: columns by name, no numbers, no sentence."""
        mentions = self.reader.scales(line, start)
        single = [
            Mention(Scale(cell[0].lower()), start + cell.start(), start + cell.end())
            for cell in re.finditer(r"(?<!\S)[TCZ](?!\S)", line)
        ]
        others = list(self.reader.column.finditer(line))
        places = sorted(
            [(m.start, self._stated(m)) for m in (*mentions, *single)]
            + [
                (start + m.start(), "reliability" if self.reader.reliability_column.fullmatch(m[0]) else "")
                for m in others
                if not any(n.start <= start + m.start() < n.end for n in mentions)
            ],
            key=lambda place: place[0],
        )
        if not places or numbers_of(self.text, start, start + len(line)) or re.search(r":\s|[.;:]\s*\Z", line):
            return False
        if len(line.split()) > 3 * len(places) + 3 or any(m.counted for m in mentions):
            return False
        self.table = _Table([what for _, what in places])
        return True

    def _table_row(self, start: int, line: str) -> bool:
        """A name and numbers: columns of the table one is in, or one number on the report's only scale."""
        end = start + len(line)
        if any(mention.counted for mention in self.reader.scales(line, start)):
            return False
        numbers = numbers_of(self.text, start, end)
        name = self._name(start, numbers[0].start) if numbers else None
        if name is None or (not self.table.columns and len(numbers) > 1):
            return False
        columns = self.table.columns or [self.only or ""]
        tail = self.text[numbers[-1].end : end]
        if not self.table.columns and (self.only is None and tail.strip()):
            return False
        trait, whole = Stated(self.text[name.start : name.end], self._quote(name)), Span(start, end)
        self.table.misses = 0
        if len(numbers) != len(columns):
            first = Stated(self.text[numbers[0].start : numbers[0].end], self._quote(numbers[0]))
            self._add(trait, first, None, whole, question=Question.COLUMNS)
            return True
        pairs = list(zip(columns, numbers, strict=True))
        reliability = next((n for column, n in pairs if column == "reliability"), None)
        stated = None
        if reliability:
            stated = Stated(self.text[reliability.start : reliability.end], self._quote(reliability))
        scored = [pair for pair in pairs if isinstance(pair[0], Stated)] or [pair for pair in pairs if pair[0] == ""]
        if not scored:
            return False
        column, number = scored[0]
        score = Stated(self.text[number.start : number.end], self._quote(number))
        self._add(trait, score, column if isinstance(column, Stated) else self.only, whole, stated)
        return True

    def _prose(self, start: int, line: str) -> bool:
        """Scales and numbers side by side in sentences."""
        found = False
        for sentence in _sentences(line):
            begin = start + sentence.start
            counted = self._counted(begin, start + sentence.end)
            at, done = begin, False
            for place, mention in enumerate(counted):
                low, high = min(mention.start, mention.number), max(mention.end, mention.until)
                inside = (
                    self._name_in(mention.end, mention.number, after=True) if mention.number > mention.end else None
                )
                following = counted[place + 1] if place + 1 < len(counted) else None
                until = min(following.start, following.number) if following else start + sentence.end
                name = inside or self._name_in(at, low) or self._name_in(high, until, after=True)
                if name is None and not done and not found:
                    name = self.heading
                if name:
                    trait = Stated(self.text[name.start : name.end], self._quote(name))
                    number = Span(mention.number, mention.until)
                    score = Stated(self.text[number.start : number.end], self._quote(number))
                    self._add(trait, score, self._stated(mention), Span(begin, start + sentence.end))
                    done = found = True
                at = high
        return found

    def _counted(self, start: int, end: int) -> list[Mention]:
        """The scales with a number beside them; one scale and one number in a sentence belong together anyhow."""
        named = self.reader.scales(self.text[start:end], start)
        numbers = numbers_of(self.text, start, end)
        if len(named) == len(numbers) == 1 and not named[0].counted:
            return [replace(named[0], number=numbers[0].start, until=numbers[0].end)]
        return [mention for mention in named if mention.counted]

    def _name_in(self, start: int, end: int, *, after: bool = False) -> Span | None:
        """The scale's name in a piece of a sentence: after "på", "on" and the like, or before a colon."""
        piece = self.text[start:end]
        named: list[Span] = []
        label = re.match(r"\W{0,3}([^:\n]{2,60}):\s", piece)
        if label and not after:
            named.append(Span(start + label.start(1), start + label.end(1)))
        for lead in list(self.reader.before_trait.finditer(piece))[:12]:
            stops = (self.reader.after_trait, self.reader.before_trait_at_end)
            ends = [found.start() for stop in stops if (found := stop.search(piece, lead.end()))]
            words = _WORDS.search(piece[: min(ends, default=len(piece))], lead.end())
            if words and words.start() - lead.end() <= 1:
                named.append(Span(start + words.start(), start + words.end()))
        plain = trim(self.text, start, end, " ,:–-(\t•*")
        sentence = self.reader.after_trait.search(self.text[plain.start : plain.end])
        if not after and not named and not sentence and plain.end - plain.start >= 2:
            named.append(plain)
        valid = [name for span in named if (name := self._name(span.start, span.end))]
        known = (one for one in valid if trait_called(self.text[one.start : one.end], self.traits))
        return next(known, valid[0] if valid else None)

    def _label(self, start: int, line: str) -> bool:
        """A name with a band in words: "Utadvendthet: høy"."""
        parts = re.match(r"([^:\t\n]{2,60})(?::|\t|\s{2,})\s*([^\n]{2,60})", line)
        if not parts:
            return False
        span = trim(self.text, start + parts.start(2), start + parts.end(2), ".()")
        words = self.text[span.start : span.end]
        band = self.reader.bands.get(words.lower())
        name = self._name(start + parts.start(1), start + parts.end(1))
        if band is None or name is None:
            return False
        said = self._quote(span)
        self._add(Stated(self.text[name.start : name.end], self._quote(name)), Stated(band.value, said),
                  Stated(Scale.BAND, said), Span(start, start + len(line)))  # fmt: skip
        return True

    def _type_row(self, start: int, line: str) -> bool:
        """Letters of a type, when the report is of a test that gives them."""
        one = self._instrument_at(start)
        match = _TYPE.search(line) if one and one.scales[:1] == (Scale.TYPE,) else None
        if match is None or one is None or any(s.scale and s.scale.value is Scale.TYPE for s in self.scores):
            return False
        said = quote(self.document, start + match.start(), start + match.end())
        self._add(
            Stated(one.name, said), Stated(match[0], said), Stated(Scale.TYPE, said), Span(start, start + len(line))
        )
        return True

    # --- What they share

    def _name(self, start: int, end: int) -> Span | None:
        name = name_before(self.text, start, end)
        if name is None:
            return None
        words = self.text[name.start : name.end]
        rule_out = self.reader.no_trait.match(words) or self.reader.scales(words)
        return None if rule_out or not any(len(word) > 1 for word in words.split()) else name

    def _quote(self, span: Span) -> Quote:
        return quote(self.document, span.start, span.end)

    def _instrument_at(self, place: int) -> Instrument | None:
        before = [one.instrument for one in self.found if one.start <= place]
        if before:
            return before[-1]
        return self.found[0].instrument if len({one.instrument.id for one in self.found}) == 1 else None

    def _add(
        self,
        trait: Stated[str],
        score: Stated[str],
        scale: Stated[Scale] | None,
        line: Span,
        reliability: Stated[str] | None = None,
        question: Question | None = None,
    ) -> None:
        if any(known.trait.value.lower() == trait.value.lower() for known in self.scores):
            return
        question = question or (Question.NO_SCALE if scale is None else None)
        if scale is not None:
            try:
                read_score(scale.value, score.value)
            except InvalidInput:
                question, scale = Question.OUTSIDE, None
        instrument = self._instrument_at(line.start)
        self.scores.append(ReportedScore(trait, score, scale, self._quote(line), instrument, reliability, question))


def _unwrapped(text: str) -> str:
    """The text with sentences that go on in the next line on one line; no letter moves."""
    return _WRAPPED.sub(" ", text)


def _sentences(line: str) -> list[Span]:
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(line)), len(line)]
    return [Span(start, end) for start, end in pairwise(edges) if end > start]
