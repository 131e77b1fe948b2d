"""Choosing the questions most worth preparing, and the hv-words for one task."""

from collections import Counter
from collections.abc import Sequence

from andregang.domain.evidence import Match
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import Meeting
from andregang.domain.questions.candidates import Candidate, candidates, fits
from andregang.domain.questions.model import Hv, Question, QuestionBank
from andregang.domain.questions.ranking import alike, stems_of
from andregang.domain.questions.wording import speaker_for
from andregang.domain.text import Language

_PER_TOPIC = 3
_AGAIN_TOPIC = 0.7
_AGAIN_HV = 0.97
_AGAIN_TEMPLATE = 0.35
_AGAIN_GROUP = {"K": 0.985, "KR": 0.8, "CA": 0.8, "PT": 0.8, "ET": 0.75}
_AGAIN_OTHER_GROUP = 0.62
_SAME_WORDS = 0.6


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
    speaker = speaker_for(bank, language, ad, _given(ad, meeting, bank, language))
    pool = candidates(ad, matches, meeting, speaker)
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
        fitting = [t for t in bank.templates if t.group == "K" and t.hv is hv and t.holds("task") and fits(t, match)]
        for template in sorted(
            fitting, key=lambda one: (item.kind is not ItemKind.TASK and not one.demand, -one.weight)
        ):
            if question := speaker.say(template, item, template.weight):
                drill.append(question)
                break
    return tuple(drill)


class _Used:
    """What has been chosen so far, and how much less more of the same is worth."""

    def __init__(self) -> None:
        self._topics: Counter[int] = Counter()
        self._groups: Counter[str] = Counter()
        self._hv: Counter[Hv] = Counter()
        self._templates: dict[str, list[frozenset[str]]] = {}
        self._frames: list[frozenset[str]] = []

    def worth(self, one: Candidate) -> float:
        template = one.template
        value = one.value * float(_AGAIN_GROUP.get(template.group, _AGAIN_OTHER_GROUP) ** self._groups[template.group])
        value *= float(_AGAIN_TEMPLATE ** len(self._templates.get(template.id, ())))
        if template.hv is not None and template.group == "K":
            value *= float(_AGAIN_HV ** self._hv[template.hv])
        if one.item is not None and template.holds("task"):
            asked = self._topics[one.item.topic]
            value *= 0.0 if asked >= _PER_TOPIC else float(_AGAIN_TOPIC**asked)
        return round(value, 6)

    def is_new(self, one: Candidate, question: Question) -> bool:
        earlier = self._templates.get(one.template.id, [])
        if not one.template.holds("task"):
            frame = stems_of(question.words)
            return not earlier and not any(alike(frame, other, _SAME_WORDS) for other in self._frames)
        task = stems_of(one.item.item.quote.words) if one.item else frozenset()
        return not any(task == other or alike(task, other) for other in earlier)

    def note(self, one: Candidate, question: Question) -> None:
        self._groups[one.template.group] += 1
        if one.template.hv is not None:
            self._hv[one.template.hv] += 1
        about = one.item.item.quote.words if one.item else ""
        self._templates.setdefault(one.template.id, []).append(stems_of(about))
        if one.template.holds("task") and one.item is not None:
            self._topics[one.item.topic] += 1
        else:
            self._frames.append(stems_of(question.words))


def _given(ad: JobAd | None, meeting: Meeting | None, bank: QuestionBank, language: Language) -> dict[str, str]:
    given = {}
    if ad is not None and ad.employer:
        given["company"] = ad.employer.value
    if ad is not None and ad.title:
        given["position"] = ad.title.value
    if meeting is not None and meeting.start and language in bank.lexicons:
        following = (meeting.start.value.month + 5) % 12
        given["month"] = bank.vocabulary.entries("questions.month", language)[following]
    return given
