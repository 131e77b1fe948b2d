"""Choosing the questions most worth preparing, and the hv-words for one task."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from andregang.domain.evidence import Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import Meeting
from andregang.domain.questions.circumstances import assessments_of, circumstances_of, speaks_of
from andregang.domain.questions.model import Hv, Question, QuestionBank, QuestionTemplate, When
from andregang.domain.questions.phrase import PhraseForm
from andregang.domain.questions.ranking import RankedItem, alike, rank_items, stems_of
from andregang.domain.questions.shorten import has_finite
from andregang.domain.questions.wording import Speaker, speaker_for
from andregang.domain.text import Language

_ASKED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)
_PER_TOPIC = 3
_UNSURE = 0.5
_FURNITURE = 0.2
_AGAIN_TOPIC = 0.6
_AGAIN_HV = 0.95
_AGAIN_TEMPLATE = 0.35
_AGAIN_GROUP = {"K": 0.985, "KR": 0.8, "CA": 0.8, "PT": 0.8, "ET": 0.75}
_AGAIN_OTHER_GROUP = 0.62
_SAME_WORDS = 0.6
_PEOPLE = frozenset({"SA", "LE", "KO"})
_MONTHS = {
    Language.NB: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    Language.NN: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    Language.EN: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    template: QuestionTemplate
    item: RankedItem | None
    value: float


def compose_questions(
    ad: JobAd | None,
    matches: Sequence[Match],
    meeting: Meeting | None,
    bank: QuestionBank,
    language: Language,
    *,
    limit: int = 24,
) -> tuple[Question, ...]:
    """The questions most worth preparing, the worthiest first, at most `limit`.

    Every value is at most the one before it. No two are alike; one task is asked about at most three times.
    """
    speaker = speaker_for(bank, language, ad, _given(ad, meeting, language))
    pool = [_as_read(one, speaker) for one in _candidates(ad, matches, meeting, bank) if _reads(one, speaker)]
    chosen: list[Question] = []
    used = _Used()
    while pool and len(chosen) < limit:
        best = max(pool, key=used.worth)
        value = used.worth(best)
        if value <= 0:
            break
        pool.remove(best)
        question = speaker.say(best.template, best.item.item if best.item else None, value)
        if question is not None and used.is_new(best, question):
            chosen.append(question)
            used.note(best, question)
    return tuple(chosen)


def hv_drill(
    item: AdItem, bank: QuestionBank, language: Language, ad: JobAd | None = None, match: Match | None = None
) -> tuple[Question, ...]:
    """One question for each of the seven hv-words about one line of the ad, in the order of the words."""
    speaker = speaker_for(bank, language, ad, {})
    drill = []
    for hv in Hv:
        fitting = [t for t in bank.templates if t.group == "K" and t.hv is hv and t.holds("task") and _fits(t, match)]
        for template in sorted(
            fitting, key=lambda one: (item.kind is not ItemKind.TASK and not one.demand, -one.weight)
        ):
            if question := speaker.say(template, item, template.weight):
                drill.append(question)
                break
    return tuple(drill)


def _reads(one: _Candidate, speaker: Speaker) -> bool:
    """Whether a question about a demand knows what the demand is about; a task may always be named by quoting it."""
    if one.item is None or one.item.item.kind is ItemKind.TASK or not one.template.holds("task"):
        return True
    return one.template.quoted or speaker.phrase(one.item.item).form is not PhraseForm.QUOTED


def _as_read(one: _Candidate, speaker: Speaker) -> _Candidate:
    """Worth less when its line could not be read as a task or is a whole sentence, for then it often is neither."""
    if one.item is None or not one.template.holds("task") or speaker.written_in is not speaker.language:
        return one
    phrase = speaker.phrase(one.item.item)
    if one.template.quoted:
        unsure = has_finite(phrase.quotation.split(), speaker.bank.lexicons[speaker.language])
    else:
        unsure = phrase.form is PhraseForm.QUOTED
    return replace(one, value=one.value * _UNSURE) if unsure else one


class _Used:
    """What has been chosen so far, and how much less more of the same is worth."""

    def __init__(self) -> None:
        self._topics: Counter[int] = Counter()
        self._groups: Counter[str] = Counter()
        self._hv: Counter[Hv] = Counter()
        self._templates: dict[str, list[frozenset[str]]] = {}
        self._frames: list[frozenset[str]] = []

    def worth(self, one: _Candidate) -> float:
        template = one.template
        value = one.value * float(_AGAIN_GROUP.get(template.group, _AGAIN_OTHER_GROUP) ** self._groups[template.group])
        value *= float(_AGAIN_TEMPLATE ** len(self._templates.get(template.id, ())))
        if template.hv is not None and template.group == "K":
            value *= float(_AGAIN_HV ** self._hv[template.hv])
        if one.item is not None and template.holds("task"):
            asked = self._topics[one.item.topic]
            value *= 0.0 if asked >= _PER_TOPIC else float(_AGAIN_TOPIC**asked)
        return round(value, 6)

    def is_new(self, one: _Candidate, question: Question) -> bool:
        earlier = self._templates.get(one.template.id, [])
        if not one.template.holds("task"):
            frame = stems_of(question.words)
            return not earlier and not any(alike(frame, other, _SAME_WORDS) for other in self._frames)
        task = stems_of(one.item.item.quote.words) if one.item else frozenset()
        return not any(task == other or alike(task, other) for other in earlier)

    def note(self, one: _Candidate, question: Question) -> None:
        self._groups[one.template.group] += 1
        if one.template.hv is not None:
            self._hv[one.template.hv] += 1
        about = one.item.item.quote.words if one.item else ""
        self._templates.setdefault(one.template.id, []).append(stems_of(about))
        if one.template.holds("task") and one.item is not None:
            self._topics[one.item.topic] += 1
        else:
            self._frames.append(stems_of(question.words))


def _candidates(
    ad: JobAd | None, matches: Sequence[Match], meeting: Meeting | None, bank: QuestionBank
) -> Iterator[_Candidate]:
    holds = circumstances_of(ad, matches, meeting, bank.vocabulary)
    groups = assessments_of(meeting, bank.vocabulary) | ({"CA"} if meeting and meeting.case else set())
    asked = [one for one in rank_items(ad, matches, bank.vocabulary, _ASKED) if one.worth > _FURNITURE]
    qualities = rank_items(ad, matches, bank.vocabulary, [ItemKind.QUALITY])
    for template in bank.templates:
        if template.follow_up or (template.group in {"PT", "ET", "CA"} and template.group not in groups):
            continue
        if template.holds("task"):
            yield from (
                _Candidate(template, one, template.weight * one.worth) for one in asked if _suits(template, one, bank)
            )
        elif template.when in holds:
            shown_by = _quality_for(template, qualities, bank)
            worth = template.weight * (0.75 if template.group in _PEOPLE else 0.85)
            worth += 0.3 * template.weight * shown_by.worth if shown_by else 0.0
            yield _Candidate(template, shown_by, min(worth, template.weight))


def _suits(template: QuestionTemplate, one: RankedItem, bank: QuestionBank) -> bool:
    if not _fits(template, one.match):
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


def _fits(template: QuestionTemplate, match: Match | None) -> bool:
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


def _given(ad: JobAd | None, meeting: Meeting | None, language: Language) -> dict[str, str]:
    given = {}
    if ad is not None and ad.employer:
        given["company"] = ad.employer.value
    if ad is not None and ad.title:
        given["position"] = ad.title.value
    if meeting is not None and meeting.start:
        following = (meeting.start.value.month + 5) % 12
        given["month"] = _MONTHS.get(language, _MONTHS[Language.NB])[following]
    return given
