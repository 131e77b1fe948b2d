"""An answer cut into stretches that say one thing each, also where speech-to-text gave no punctuation."""

import re
from collections.abc import Iterator

from andregang.domain.rehearsal.model import Clause
from andregang.domain.rehearsal.signs import WORD, Lists, signs_of
from andregang.domain.text import Language, Span, trim
from andregang.domain.vocabulary import Vocabulary

_SENTENCE_END = re.compile(r"[.!?…]+[\"'»”)]*(?=\s)|[;\n]|:(?=\s)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:kl|ca|nr|bl\.a|f\.eks|m\.m|osv|pga|mva|st|dr|mr|mrs|ms|e\.g|i\.e)|\b\d{1,2})$", re.IGNORECASE
)
_MARKS = ",;:–—-. …"
_LEAST = 3
_MOST = 26
_CONNECTOR_WORDS = "og men så for fordi mens medan etterpå and but so because while then"
_CONNECTORS = frozenset(_CONNECTOR_WORDS.split())
# After these a pronoun goes on with the clause and begins no new one.
_BINDER_WORDS = (
    "at som da då når hvis viss dersom om fordi for det hva kva hvem kven hvor kor hvordan korleis og men så enn siden "
    "sidan før til mens medan der that who which when if because what how where and but so than since before until "
    "while as whether think guess tror trur"
)
_BINDERS = frozenset(_BINDER_WORDS.split())


def split_answer(answer: str, language: Language, vocabulary: Vocabulary) -> tuple[Clause, ...]:
    """The clauses of an answer in order, none overlapping. Text that stands before is cut the same whatever follows
    its full stop."""
    lists = Lists(vocabulary, language)
    clauses = []
    for number, sentence in enumerate(_sentences(answer)):
        for order, span in enumerate(_clauses(answer, sentence, lists)):
            words = answer[span.start : span.end]
            clauses.append(Clause(span.start, span.end, words, number, signs_of(words, lists, opening=order == 0)))
    return tuple(clauses)


def _sentences(answer: str) -> Iterator[Span]:
    start = 0
    for match in _SENTENCE_END.finditer(answer):
        if match.group() == "." and _goes_on(answer, start, match.start()):
            continue
        span = trim(answer, start, match.end())
        if WORD.search(answer, span.start, span.end):
            yield span
            start = match.end()
    span = trim(answer, start, len(answer))
    if WORD.search(answer, span.start, span.end):
        yield span


def _goes_on(answer: str, start: int, stop: int) -> bool:
    """Whether the full stop belongs to an abbreviation or an ordinal, and the sentence goes on after it."""
    after = answer[stop + 1 : stop + 12].lstrip()[:1]
    return (after.islower() or after.isdigit()) and bool(_ABBREVIATED.search(answer[max(start, stop - 12) : stop]))


def _clauses(answer: str, sentence: Span, lists: Lists) -> Iterator[Span]:
    tokens = list(WORD.finditer(answer, sentence.start, sentence.end))
    lower = [token.group().lower() for token in tokens]
    cuts, begun, verb = [0], 0, False
    for place, word in enumerate(lower):
        long_enough = place - begun >= _LEAST and len(lower) - place >= _LEAST
        comma = place > 0 and "," in answer[tokens[place - 1].end() : tokens[place].start()]
        if long_enough and verb and _begins(lower, place, lists, comma=comma, begun=begun):
            cuts.append(place)
            begun, verb = place, False
        verb = verb or lists.finite(word) or lists.does(word)
    for first, after in zip(cuts, [*cuts[1:], len(lower)], strict=True):
        end = tokens[after].start() if after < len(lower) else sentence.end
        span = trim(answer, tokens[first].start(), end, _MARKS)
        if span.start < span.end:
            yield span


def _begins(lower: list[str], place: int, lists: Lists, *, comma: bool, begun: int) -> bool:
    """Whether a new clause begins with this word."""
    word, before = lower[place], lower[place - 1]
    after = lower[place + 1] if place + 1 < len(lower) else ""
    third = lower[place + 2] if place + 2 < len(lower) else ""
    if word in _CONNECTORS and before not in _CONNECTORS and not lists.subject(before):
        if lists.subject(after) or lists.finite(after) or after in _CONNECTORS or lists.does(after):
            return True
        if lists.finite(third) and not lists.finite(after):
            return True
        return place - begun > _MOST
    if comma:
        return any(lists.finite(each) for each in lower[place : place + 6])
    if lists.subject(word) and before not in _BINDERS and not lists.finite(before):
        return lists.finite(after) or lists.does(after)
    return False
