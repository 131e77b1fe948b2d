"""Every question that could be asked at this meeting about this ad, each with its worth."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import Meeting
from andregang.domain.questions.circumstances import assessments_of, circumstances_of, speaks_of
from andregang.domain.questions.model import QuestionBank, QuestionTemplate, When
from andregang.domain.questions.phrase import PhraseForm
from andregang.domain.questions.ranking import RankedItem, rank_items
from andregang.domain.questions.shorten import has_finite
from andregang.domain.questions.wording import Speaker

_ASKED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)
_UNSURE = 0.5
_FURNITURE = 0.2
_PEOPLE = frozenset({"SA", "LE", "KO"})
_PEOPLE_WORTH = 0.56
_FRAME_WORTH = 0.67
_SHOWN_BY_QUALITY = 0.3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that could be asked: its template, the line of the ad it is about, its worth before others are."""

    template: QuestionTemplate
    item: RankedItem | None
    value: float


def candidates(
    ad: JobAd | None, matches: Sequence[Match], meeting: Meeting | None, speaker: Speaker
) -> list[Candidate]:
    """Every question that reads well and may be asked here, in the bank's order."""
    possible = _possible(ad, matches, meeting, speaker.bank)
    return [_as_read(one, speaker) for one in possible if _reads(one, speaker)]


def _reads(one: Candidate, speaker: Speaker) -> bool:
    """Whether a question about a demand knows what the demand is about; a task may always be named by quoting it."""
    if one.item is None or one.item.item.kind is ItemKind.TASK or not one.template.holds("task"):
        return True
    return one.template.quoted or speaker.phrase(one.item.item).form is not PhraseForm.QUOTED


def _as_read(one: Candidate, speaker: Speaker) -> Candidate:
    """Worth less when its line could not be read as a task or is a whole sentence, for then it often is neither."""
    if one.item is None or not one.template.holds("task") or speaker.written_in is not speaker.language:
        return one
    phrase = speaker.phrase(one.item.item)
    if one.template.quoted:
        unsure = has_finite(phrase.quotation.split(), speaker.bank.lexicons[speaker.language])
    else:
        unsure = phrase.form is PhraseForm.QUOTED
    return replace(one, value=one.value * _UNSURE) if unsure else one


def _possible(
    ad: JobAd | None, matches: Sequence[Match], meeting: Meeting | None, bank: QuestionBank
) -> Iterator[Candidate]:
    holds = circumstances_of(ad, matches, meeting, bank.vocabulary)
    groups = assessments_of(meeting, bank.vocabulary) | ({"CA"} if meeting and meeting.case else set())
    asked = [one for one in rank_items(ad, matches, bank.vocabulary, _ASKED) if one.worth > _FURNITURE]
    qualities = rank_items(ad, matches, bank.vocabulary, [ItemKind.QUALITY])
    for template in bank.templates:
        if template.follow_up or (template.group in {"PT", "ET", "CA"} and template.group not in groups):
            continue
        if template.holds("task"):
            yield from (
                Candidate(template, one, template.weight * one.worth) for one in asked if _suits(template, one, bank)
            )
        elif template.when in holds:
            shown_by = _quality_for(template, qualities, bank)
            worth = template.weight * (_PEOPLE_WORTH if template.group in _PEOPLE else _FRAME_WORTH)
            worth += _SHOWN_BY_QUALITY * template.weight * shown_by.worth if shown_by else 0.0
            yield Candidate(template, shown_by, min(worth, template.weight))


def _suits(template: QuestionTemplate, one: RankedItem, bank: QuestionBank) -> bool:
    if not fits(template, one.match):
        return False
    if one.item.kind is ItemKind.TASK:
        return not template.quoted
    kind = _demand_kind(one.item, bank)
    if template.quoted:
        return not template.fits or kind in template.fits
    return template.demand and kind == "other"


def _demand_kind(item: AdItem, bank: QuestionBank) -> str:
    """What a demand can be met with: a language, a paper (degree, licence, certificate), or else something done."""
    words = item.quote.words.lower()
    for kind in ("paper", "language"):
        if speaks_of(words, bank.vocabulary, f"questions.demand.{kind}"):
            return kind
    return "other"


def fits(template: QuestionTemplate, match: Match | None) -> bool:
    """Whether what the CV shows lets the question be asked: nobody is asked when they last did what they never did."""
    if template.when is When.DONE_BEFORE:
        return match is None or match.strength is not Strength.NONE
    if template.when is When.NOT_DONE_BEFORE:
        return match is not None and match.strength is Strength.NONE
    return True


def _quality_for(template: QuestionTemplate, qualities: Iterable[RankedItem], bank: QuestionBank) -> RankedItem | None:
    for one in qualities:
        words = one.item.quote.words.lower()
        if any(speaks_of(words, bank.vocabulary, f"questions.quality.{group}") for group in template.qualities):
            return one
    return None
