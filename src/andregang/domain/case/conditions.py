"""The conditions an assignment sets: time, slides, language, form, delivery, and what it leaves open."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from andregang.domain.case.model import Assignment, SlideLimit, Unclear
from andregang.domain.case.units import Unit
from andregang.domain.dates import find_durations
from andregang.domain.dates.words import NUMBERS, alternatives
from andregang.domain.evidence.lexicon import finder
from andregang.domain.source import Document, Quote, Stated, quote
from andregang.domain.text import trim
from andregang.domain.vocabulary import Vocabulary

_NUMBER = rf"(?<!\w)(?:\d{{1,3}}|(?:{alternatives(NUMBERS)})(?!\w))"
_SLIDES = re.compile(
    rf"(?P<bound>inntil|maks(?:imalt|imum)?\.?|høyst|høgst|ikke flere enn|ikkje fleire enn|ikke mer enn|ikkje meir enn|opp til|up to|at most|max(?:imum)?\.?|no more than|not more than|til|to|minst|at least)?\s?"  # noqa: E501
    rf"(?:(?P<least>{_NUMBER})\s?(?:til|to|–|-|eller|or)\s?)?(?P<most>{_NUMBER})\s(?:\w{{1,12}}\s)?(?:lysbilder?|lysbilete|lysark|slides?|plansjer|plansjar|foiler|sider|ark|pages)\b",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"\b(?:på|i|in)\s(?P<name>norsk|bokmål|nynorsk|engelsk|english|norwegian|svensk|dansk|swedish|danish|skandinavisk|samisk)\b",
    re.I,
)
_LANGUAGES = {
    "norsk": "no", "norwegian": "no", "bokmål": "nb", "nynorsk": "nn", "engelsk": "en", "english": "en", "svensk": "sv",
    "swedish": "sv", "dansk": "da", "danish": "da", "skandinavisk": "scandinavian", "samisk": "se",
}  # fmt: skip
_CLAUSE = re.compile(r"[,;:(]\s|\s[–-]\s|\s(?:og|and|men|but|so|så|samt|før|før vi|followed by|fulgt av)\s")
_TALKING = re.compile(
    r"\b(?:talking|å snakke|tale|speaking|selve presentasjonen|presentasjonsdelen|innledning\w*)\b", re.I
)
_NOT_SLIDES = re.compile(r"\b(?:a4|oppgave|brief|notat|søknad|vedlegg)", re.I)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What was found, each value with its quote."""

    presentation: Stated[int] | None = None
    talking: Stated[int] | None = None
    discussion: Stated[int] | None = None
    working: Stated[int] | None = None
    questions_included: bool = False
    slides: Stated[SlideLimit] | None = None
    language: Stated[str] | None = None
    form: tuple[Quote, ...] = ()
    delivery: tuple[Quote, ...] = ()
    audience: tuple[Quote, ...] = ()


def find_conditions(document: Document, units: Sequence[Unit], vocabulary: Vocabulary) -> Conditions:
    """The conditions as the units say them, the first that says a thing deciding."""
    reader = _Reader(document, vocabulary)
    times = reader.times(units)
    included = any(reader.has("time.including", unit.text) for unit in units)
    return Conditions(
        presentation=times.get("presentation"),
        talking=times.get("talking"),
        discussion=times.get("discussion"),
        working=times.get("working"),
        questions_included=included,
        slides=next(reader.slides(units), None),
        language=next(reader.languages(units), None),
        form=tuple(reader.sentences(units, "format")),
        delivery=tuple(reader.sentences(units, "delivery")),
        audience=tuple(reader.sentences(units, "audience")),
    )


def find_unclear_of(assignment: Assignment) -> tuple[Unclear, ...]:
    """What is not said and should be asked."""
    missing = []
    if not assignment.demands:
        missing.append(Unclear.DEMANDS)
    if assignment.presentation is None:
        missing.append(Unclear.TIME)
    elif not assignment.questions_included and assignment.discussion is None:
        missing.append(Unclear.QUESTIONS_IN_TIME)
    if not assignment.audience:
        missing.append(Unclear.AUDIENCE)
    if not assignment.form:
        missing.append(Unclear.FORMAT)
    if not assignment.delivery:
        missing.append(Unclear.DELIVERY)
    return tuple(missing)


class _Reader:
    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._vocabulary = vocabulary

    def has(self, name: str, text: str) -> bool:
        return finder(self._vocabulary, f"case.{name}").search(text) is not None

    def _quote(self, unit: Unit, start: int = 0, end: int | None = None) -> Quote:
        span = trim(self._document.content.text, unit.start + start, unit.start + end if end is not None else unit.end)
        return quote(self._document, span.start, span.end)

    def times(self, units: Sequence[Unit]) -> dict[str, Stated[int]]:
        """The lengths of time by what they are for: the best stated of each."""
        found: dict[str, tuple[int, Stated[int]]] = {}
        for unit in units:
            lengths = list(find_durations(unit.text))
            for number, length in enumerate(lengths):
                kind, worth = self._kind(unit.text, length.start, length.end)
                if not kind or length.minutes > (24 * 60 if kind == "working" else 180):
                    continue
                if kind == "presentation" and number and "presentation" in found and unit.text[: length.start].strip():
                    worth -= 1
                stated = Stated(length.minutes, self._quote(unit, length.start, length.end))
                if kind not in found or worth > found[kind][0]:
                    found[kind] = (worth, stated)
            if "discussion" not in found and "presentation" in found and self.has("time.same", unit.text):
                found["discussion"] = (1, Stated(found["presentation"][1].value, self._quote(unit)))
        return {kind: stated for kind, (_, stated) in found.items()}

    def _kind(self, text: str, start: int, end: int) -> tuple[str, int]:
        """What a length is for, and how plainly that is said: by its own clause first, then by its sentence."""
        breaks = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
        first = max(place for place in breaks if place <= start)
        last = min(place for place in breaks if place >= end)
        clause, after = text[first:last], re.split(r"[,;.(]", text[end : end + 40])[0]
        if self.has("time.including", text[start : end + 60]):
            return "presentation", 4
        if _TALKING.search(clause):
            return "talking", 3
        if re.match(r"\s?(?:til |for |to |med |with |of |på )?(?:\w+ ){0,2}", after) and self._begins(
            after, "discussion"
        ):
            return "discussion", 3
        if re.search(
            r"\b(?:present|innlegg|foredrag|talk|pitch|legg\w* fr[ae]m|fr[ae]m\w*føring|framstilling|fremstilling)",
            clause,
            re.I,
        ):
            return "presentation", 3
        for kind in ("working", "discussion"):
            if self.has(f"time.{kind}", clause):
                return kind, 2
        if self.has("time.presentation", clause):
            return "presentation", 2
        if self.has("time.presentation", text):
            return "presentation", 1
        if self.has("time.working", text):
            return "working", 1
        # "Rammer: 15 minutter": a length that stands alone is the time given.
        return ("presentation", 0) if len(clause.split()) <= 4 and first == 0 else ("", 0)

    def _begins(self, after: str, kind: str) -> bool:
        pattern = finder(self._vocabulary, f"case.time.{kind}")
        return any(pattern.match(after, place.start()) for place in list(re.finditer(r"(?<=\s)\w", after))[:3])

    def slides(self, units: Sequence[Unit]) -> Iterator[Stated[SlideLimit]]:
        """How many slides are allowed."""
        for unit in units:
            for match in _SLIDES.finditer(unit.text):
                if _NOT_SLIDES.search(unit.text, match.end()) and "sid" in match.group().lower():
                    continue
                most, least = _value(match["most"]), _value(match["least"]) if match["least"] else 0
                bound = (match["bound"] or "").lower()
                limit = SlideLimit(most, 0) if bound in ("minst", "at least") else SlideLimit(least, most)
                if 0 < most <= 100:
                    yield Stated(limit, self._quote(unit, match.start(), match.end()))

    def languages(self, units: Sequence[Unit]) -> Iterator[Stated[str]]:
        """The language to present in."""
        for unit in units:
            for match in _LANGUAGE.finditer(unit.text):
                yield Stated(
                    _LANGUAGES[(match["name"] or match["only"]).lower()], self._quote(unit, match.start(), match.end())
                )

    def sentences(self, units: Sequence[Unit], name: str) -> Iterator[Quote]:
        """The sentences with a word of a list."""
        for unit in units:
            if len(unit.text) <= 400 and self.has(name, unit.text):
                yield self._quote(unit)


def _value(word: str) -> int:
    return NUMBERS[word.lower()] if word.lower() in NUMBERS else int(word)
