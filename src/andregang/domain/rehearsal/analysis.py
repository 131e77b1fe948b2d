"""An answer analysed: what was found, with the words that carried it, and what can be counted."""

import re
from collections.abc import Sequence
from types import MappingProxyType

from andregang.domain.rehearsal.checks import PACE, count_words, take_checks
from andregang.domain.rehearsal.clauses import split_answer
from andregang.domain.rehearsal.elements import carried, imagined
from andregang.domain.rehearsal.model import AnswerAnalysis, AnswerClassifier, Clause, Element, Found
from andregang.domain.rehearsal.signs import Lists
from andregang.domain.text import Language, Span, trim
from andregang.domain.vocabulary import Vocabulary

_ASKABLE = (Element.PLANNED, Element.RESULT, Element.PEOPLE, Element.LEARNED, Element.BRIDGE)
_LEAD = re.compile(r"(?:(?:og|men|eh|øh|ja|nei|altså|and|but|um|uh|yeah)[\s,…]+)+", re.IGNORECASE)
_PART_OF_ANSWER = 3
_REAL = frozenset({Element.DID, Element.RESULT})
_UNREAL_WITHOUT_EVENT = (Element.PLANNED, Element.DID, Element.RESULT, Element.PEOPLE, Element.LEARNED, Element.CONTEXT)


def analyse_answer(
    question: str,
    answer: str,
    language: Language,
    vocabulary: Vocabulary,
    classify: AnswerClassifier | None = None,
    *,
    pace: float = PACE,
    confidential: Sequence[str] = (),
) -> AnswerAnalysis:
    """Find the elements of an answer, typed or as speech-to-text gave it, and count what can be counted.

    `language` is the answer's (bokmål and nynorsk are read alike, all but English as Norwegian). `classify` is the
    trained head; rules decide without it. `pace` is words a minute, > 0. `confidential` are words not to be said.
    Any text is taken; every quote stands verbatim in it. A sentence added after a full stop takes nothing away that
    was found before, unless the answer as a whole becomes one about what one would do.
    """
    lists = Lists(vocabulary, language)
    clauses = split_answer(answer, language, vocabulary)
    asked = frozenset(e for e in _ASKABLE if lists.pattern(f"question.{e.value}").search(question))
    told = carried(clauses, asked, classify)
    hypothetical = _is_hypothetical(clauses, told)
    if hypothetical:
        told = [each - set(_UNREAL_WITHOUT_EVENT) for each in told]
    elements = {element: _stretches(answer, clauses, told, element) for element in Element}
    return AnswerAnalysis(
        answer=answer,
        language=language,
        elements=MappingProxyType(elements),
        own_part_visible=_own_part(clauses, told),
        specific_event=not hypothetical and _specific(clauses, told),
        quantified_result=any(lists.pattern("number").search(found.words) for found in elements[Element.RESULT]),
        hypothetical=hypothetical,
        words=count_words(answer),
        pace=pace,
        checks=take_checks(answer, clauses, elements, lists, pace, confidential),
        clauses=clauses,
    )


def _is_hypothetical(clauses: Sequence[Clause], told: Sequence[frozenset[Element]]) -> bool:
    """Whether the answer as a whole is about what one would do: imagined clauses, and no real deed beside them."""
    unreal = imagined(clauses)
    real = sum(bool(each & _REAL) for each, away in zip(told, unreal, strict=True) if not away)
    return sum(unreal) > 2 * real and sum(unreal) * _PART_OF_ANSWER >= len(clauses)


def _stretches(
    answer: str, clauses: Sequence[Clause], told: Sequence[frozenset[Element]], element: Element
) -> tuple[Found, ...]:
    """The words that carry an element; clauses beside each other in one sentence are one stretch."""
    stretches: list[tuple[int, int, int, int]] = []
    for number, (clause, each) in enumerate(zip(clauses, told, strict=True)):
        if element not in each:
            continue
        if stretches and stretches[-1][2:] == (number - 1, clause.sentence):
            stretches[-1] = (stretches[-1][0], clause.end, number, clause.sentence)
        else:
            stretches.append((clause.start, clause.end, number, clause.sentence))
    spans = (_without_lead(answer, trim(answer, start, end)) for start, end, *_ in stretches)
    return tuple(Found(span.start, span.end, answer[span.start : span.end]) for span in spans)


def _without_lead(answer: str, span: Span) -> Span:
    """The stretch without the small words that only lead into it."""
    match = _LEAD.match(answer, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


def _own_part(clauses: Sequence[Clause], told: Sequence[frozenset[Element]]) -> bool:
    """Whether one can tell what the speaker did, decided or answered for."""
    return any(
        each & {Element.DID, Element.PLANNED} and clause.signs & {"self_did", "self", "own"}
        for clause, each in zip(clauses, told, strict=True)
    ) or any(Element.DID in each and "bare_did" in clause.signs for clause, each in zip(clauses, told, strict=True))


def _specific(clauses: Sequence[Clause], told: Sequence[frozenset[Element]]) -> bool:
    """Whether one particular occasion is told, and no habit."""
    parts = frozenset[Element]().union(*told) if told else frozenset[Element]()
    habits = sum("habit" in clause.signs and "learned" not in clause.signs for clause in clauses)
    deeds = sum(bool(each & _REAL) for each in told)
    if Element.CONTEXT in parts and parts & {Element.DID, Element.RESULT, Element.PLANNED}:
        return habits <= deeds
    return Element.RESULT in parts and habits == 0
