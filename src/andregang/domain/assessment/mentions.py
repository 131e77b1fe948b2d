"""What a report says about numbers: which scale, compared with whom, how sure. Reports mix languages: all are read."""

import re
from dataclasses import dataclass
from functools import cached_property

from andregang.domain.assessment.scales import RawBand, Scale
from andregang.domain.source import Document, Stated, quote
from andregang.domain.text import trim
from andregang.domain.vocabulary import Vocabulary

NUMBER = r"(?<![\w.,/–-])[-−]?\d{1,3}(?:[.,]\d{1,2})?(?![\w%/]|[.,]\d|\s?[–-]\s?\d)"
_COUNTED = (Scale.STEN, Scale.STANINE, Scale.C, Scale.T, Scale.PERCENTILE, Scale.IQ, Scale.Z)
_ENDING = "(?:s?[eaån]|en|et|ar|er|ane|ene|skala|skår)?"
_BETWEEN = r"(?:(?:på|er|lik|av|of|is|was|at|var|din|your|\(?[=:(])[ \t]?|[ \t]){0,4}"
_LONGEST_NORM = 140


@dataclass(frozen=True, slots=True)
class Mention:
    """A scale named in a text, at `start` to `end`; with a number beside it, its place from `number` to `until`."""

    scale: Scale
    start: int
    end: int
    number: int = -1
    until: int = -1

    @property
    def counted(self) -> bool:
        return self.number >= 0


class Reader:
    """The word lists of `assessment.toml` as patterns."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._scales = {entry: scale for scale in _COUNTED for entry in self._list(f"scale.{scale.value}")}
        self.bands = {entry: band for band in RawBand for entry in self._list(f"band.{band.value}")}

    def _list(self, name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._vocabulary.entries(f"assessment.{name}")))

    @cached_property
    def _scale(self) -> re.Pattern[str]:
        names = _either(self._scales)
        before = rf"(?P<before>{NUMBER})(?:\.|st|nd|rd|th)?[ \t]{{1,3}}"
        return re.compile(
            rf"(?:(?P<ordinal>(?<![\w.,])\d{{1,3}})(?:\.|st|nd|rd|th)[ \t]{{1,3}}|{before})?"
            rf"(?<![\w-])(?P<name>{names}){_ENDING}(?![\w-])(?:{_BETWEEN}(?P<after>{NUMBER}))?"
            rf"|(?<![\w-])(?P<t>[TCZ])[ \t]?[=:][ \t]?(?P<value>{NUMBER})",
            re.IGNORECASE,
        )

    @cached_property
    def no_trait(self) -> re.Pattern[str]:
        return re.compile(rf"\W*(?:{_either(self._list('no_trait'))})\.?(?!\w)", re.IGNORECASE)

    @cached_property
    def column(self) -> re.Pattern[str]:
        """Any column of numbers that is no scale we know."""
        names = (*self._list("column.unknown"), *self._list("column.reliability"), *self._list("column.other"))
        return re.compile(rf"(?<![\w-])(?:{_either(names)})(?![\w-])", re.IGNORECASE)

    @cached_property
    def reliability_column(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{_either(self._list('column.reliability'))})", re.IGNORECASE)

    @cached_property
    def before_trait(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_either(self._list('before_trait'))})[ \t]+", re.IGNORECASE)

    @cached_property
    def before_trait_at_end(self) -> re.Pattern[str]:
        return re.compile(rf"(?<=[ \t])(?:{_either(self._list('before_trait'))})(?=[ \t]|\Z)", re.IGNORECASE)

    @cached_property
    def after_trait(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{_either(self._list('after_trait'))})(?!\w)|[,;:.()]", re.IGNORECASE)

    @cached_property
    def _norm(self) -> re.Pattern[str]:
        names = _either(self._list("norm"))
        value = rf"(?P<value>[^\n]{{3,{_LONGEST_NORM}}})"
        lead = rf"(?<![\w-])(?:{names})[ \t]*(?::|\t|[ ]er |[ ]is |[ ]var |(?=[ ]))"
        return re.compile(lead + value, re.IGNORECASE)

    @cached_property
    def _reliability(self) -> re.Pattern[str]:
        names = _either(self._list("reliability"))
        return re.compile(
            rf"(?<![\w-])(?:{names})(?!\w)[^\d\n]{{0,40}}?(?<![\d.,])(?P<value>0?[.,]\d{{2,3}})(?!\d)", re.IGNORECASE
        )

    def scales(self, text: str, offset: int = 0) -> tuple[Mention, ...]:
        """Every scale named, in order; of two numbers beside it the one after."""
        found = []
        for match in self._scale.finditer(text):
            part = next((name for name in ("after", "value", "ordinal", "before") if match[name]), None)
            place = match.span(part) if part else (-1 - offset, -1 - offset)
            scale = self._scales[match["name"].lower()] if match["name"] else Scale(match["t"].lower())
            start, end = match.span("name") if match["name"] else match.span()
            found.append(Mention(scale, start + offset, end + offset, place[0] + offset, place[1] + offset))
        return tuple(found)

    def norm_group(self, document: Document) -> Stated[str] | None:
        """With whom one is compared, in the report's words."""
        text = document.content.text
        for match in self._norm.finditer(text):
            start, end = match.span("value")
            stop = re.search(r"[.;](?=\s|$)|\t", text[start:end])
            span = trim(text, start, start + stop.start() if stop else end, " :–-\t")
            words = text[span.start : span.end]
            if sum(letter.isalpha() for letter in words) >= 4 and not self.scales(words):
                return Stated(words, quote(document, span.start, span.end))
        return None

    def reliability(self, document: Document) -> Stated[str] | None:
        """How sure the scales are, when the report says one number for all."""
        text = document.content.text
        found = [match.span("value") for match in self._reliability.finditer(text)]
        values = {text[start:end] for start, end in found}
        if len(values) != 1:
            return None
        return Stated(text[slice(*found[0])], quote(document, *found[0]))


def _either(words: object) -> str:
    entries = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "|".join(re.escape(entry) for entry in entries)
