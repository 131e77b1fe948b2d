"""The two printed pages: what one looks at in the last hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from andregang.domain.evidence import Evidence, Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import AgendaItem, Assessment, AssessmentTime, Gap, Participant
from andregang.domain.plan import Plan, PlanDay
from andregang.domain.preparation import Notice, NoticeKind, Preparation
from andregang.domain.questions import OwnQuestion, Question
from andregang.domain.readiness import Readiness, Standing, standing_of
from andregang.domain.source import Quote

T = TypeVar("T")

PEOPLE, AGENDA, BRING, ASSESSMENTS, CLAIMS, QUESTIONS, DAYS = 8, 10, 6, 4, 20, 10, 7
STORY, CONTRIBUTION = 6, 3
OWN_QUESTIONS, OWN_QUESTIONS_EACH, CONTRIBUTIONS = 10, 3, 3

# How often a kind is taken when not all lines fit: what is asked for first, but never only that.
_WEIGHT = {ItemKind.MUST: 4.0, ItemKind.TASK: 4.0, ItemKind.SHOULD: 1.5, ItemKind.QUALITY: 1.5}
_ORDER = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD, ItemKind.QUALITY)


class Pack(StrEnum):
    """What to have ready at the door besides what the invitation asks for (substance CLC). Words stand in `i18n`."""

    SHEET = "sheet"
    CERTIFICATES = "certificates"
    CASE = "case"
    TEST_RESULTS = "test_results"
    REFEREES = "referees"
    TERMS = "terms"
    ROUTE = "route"
    LINK = "link"
    SILENCE = "silence"


class Telling(StrEnum):
    """How much of "the story about me" the people in the room still need (substance F10, CLA7)."""

    ANEW = "anew"
    MIXED = "mixed"
    BRIEFLY = "briefly"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """A list cut to fit: `shown` is printed, `rest` is counted on paper and can be opened on a screen."""

    shown: tuple[T, ...] = ()
    rest: tuple[T, ...] = ()

    @property
    def left_out(self) -> int:
        return len(self.rest)

    @property
    def all(self) -> tuple[T, ...]:
        return self.shown + self.rest


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of the ad with how it stands. `rank` is 0 for the line that goes last when room runs out."""

    match: Match
    standing: Standing
    rank: int

    @property
    def best(self) -> Evidence | None:
        return self.match.evidence[0] if self.match.evidence else None


@dataclass(frozen=True, slots=True)
class Asking:
    """Own questions for one person, or for a role when nobody with that role is known to come."""

    person: str | None
    to: str
    questions: tuple[OwnQuestion, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything the printed sheet, the phone sheet and the web page show, cut to fit two A4 pages.

    `minutes` is the meeting's length as far as it is stated; `telling` says who still needs the story about me, and
    `new_faces` who they are; `contributions` are the tasks to tie the main contribution to; `story` and
    `contribution` are the person's own sentences, empty until they are written; `days` follow `today`.
    """

    preparation: Preparation
    plan: Plan
    readiness: Readiness
    notices: tuple[Notice, ...] = ()
    minutes: int | None = None
    people: Cut[Participant] = Cut()
    telling: Telling = Telling.UNKNOWN
    new_faces: tuple[Participant, ...] = ()
    agenda: Cut[AgendaItem] = Cut()
    assessments: Cut[Assessment] = Cut()
    bring: Cut[Quote] = Cut()
    pack: tuple[Pack, ...] = ()
    unknown: tuple[Gap, ...] = ()
    contributions: tuple[AdItem, ...] = ()
    story: Cut[str] = Cut()
    contribution: Cut[str] = Cut()
    asking: tuple[Asking, ...] = ()
    asking_left_out: int = 0
    claims: Cut[Claim] = Cut()
    questions: Cut[Question] = Cut()
    today: PlanDay | None = None
    days: Cut[PlanDay] = Cut()


def assemble_brief(
    preparation: Preparation,
    plan: Plan,
    readiness: Readiness,
    chosen: Sequence[OwnQuestion] = (),
    *,
    story: Sequence[str] = (),
    contribution: Sequence[str] = (),
) -> Brief:
    """The brief of a preparation: every part by what matters in the last hour, cut by count. Never raises.

    `chosen` are the questions the person has chosen to ask; they stand in place of those proposed, and none is cut.
    `story` and `contribution` are the person's own sentences.
    """
    meeting = preparation.meeting
    people = meeting.participants if meeting else ()
    asking, asking_left_out = _asking(chosen or preparation.own_questions, len(chosen) or OWN_QUESTIONS_EACH)
    today = next((day for day in plan.days if day.date == preparation.now.date()), None)
    return Brief(
        preparation,
        plan,
        readiness,
        notices=tuple(notice for notice in preparation.notices if notice.kind in _LAST_HOUR),
        minutes=_minutes(preparation),
        people=_cut(people, PEOPLE),
        telling=_telling(people),
        new_faces=tuple(person for person in people if person.first_time),
        agenda=_cut(meeting.agenda if meeting else (), AGENDA),
        assessments=_cut(meeting.tests if meeting else (), ASSESSMENTS),
        bring=_cut(meeting.bring if meeting else (), BRING),
        pack=_pack(preparation),
        unknown=meeting.missing if meeting else tuple(Gap),
        contributions=_contributions(preparation.ad),
        story=_cut(story, STORY),
        contribution=_cut(contribution, CONTRIBUTION),
        asking=asking,
        asking_left_out=asking_left_out,
        claims=_claims(preparation),
        questions=_cut(preparation.questions, QUESTIONS),
        today=today,
        days=_cut([day for day in plan.days if day is not today], DAYS),
    )


def _cut(values: Sequence[T], room: int) -> Cut[T]:
    return Cut(tuple(values[:room]), tuple(values[room:]))


# Words of an invitation that already ask for a thing of the bag (nb, nn, en).
_ASKED_AS = {
    Pack.CERTIFICATES: ("vitnemål", "attester", "diplom", "certificates", "transcript"),
    Pack.REFEREES: ("referans", "referee", "references"),
}

# What the person must know in the last hour; notices about files given twice and the like are for the screen.
_LAST_HOUR = frozenset(
    {
        NoticeKind.CANCELLED,
        NoticeKind.REJECTED,
        NoticeKind.YEAR_INFERRED,
        NoticeKind.WEEKDAY_DIFFERS,
        NoticeKind.CALENDAR_DIFFERS,
        NoticeKind.IN_THE_PAST,
        NoticeKind.SEVERAL_TIMES,
        NoticeKind.START_UNKNOWN,
        NoticeKind.NO_AD,
        NoticeKind.NO_CV,
        NoticeKind.WORDS_ONLY,
    }
)


def _minutes(preparation: Preparation) -> int | None:
    """From start and end, else the sum of an agenda that gives minutes for every part, else unknown."""
    meeting = preparation.meeting
    if meeting is None:
        return None
    if meeting.start and meeting.end:
        length = int((meeting.end.value - meeting.start.value).total_seconds() // 60)
        return length if 0 < length <= 24 * 60 else None
    parts = [part.minutes for part in meeting.agenda]
    return sum(part or 0 for part in parts) if parts and all(parts) else None


def _telling(people: Sequence[Participant]) -> Telling:
    met = [person.first_time for person in people]
    if True in met:
        return Telling.ANEW if all(met) else Telling.MIXED
    return Telling.BRIEFLY if met and None not in met else Telling.UNKNOWN


def _pack(preparation: Preparation) -> tuple[Pack, ...]:
    meeting = preparation.meeting
    over_video = meeting is not None and meeting.video_link is not None and meeting.place is None
    read_back = meeting is not None and any(
        test.when in (AssessmentTime.READ_BACK, AssessmentTime.BEFORE) for test in meeting.tests
    )
    ready = {
        Pack.SHEET: True,
        Pack.CERTIFICATES: True,
        Pack.CASE: meeting is not None and meeting.case is not None,
        Pack.TEST_RESULTS: read_back,
        Pack.REFEREES: True,
        Pack.TERMS: True,
        Pack.LINK: over_video,
        Pack.ROUTE: not over_video,
        Pack.SILENCE: True,
    }
    asked = [thing.words.lower() for thing in meeting.bring] if meeting else []
    return tuple(
        thing
        for thing, wanted in ready.items()
        if wanted and not any(word in words for words in asked for word in _ASKED_AS.get(thing, ()))
    )


def _contributions(ad: JobAd | None) -> tuple[AdItem, ...]:
    """The first tasks of the ad, for what stands first is what the employer stresses; its musts when it has none."""
    if ad is None:
        return ()
    return (ad.of_kind(ItemKind.TASK) or ad.of_kind(ItemKind.MUST))[:CONTRIBUTIONS]


def _asking(questions: Sequence[OwnQuestion], each: int) -> tuple[tuple[Asking, ...], int]:
    """Questions by person in the order given, at most `each` (substance 3.17: four a person, ten minutes in all).

    With many people the first questions of all go before the second of anyone.
    """
    by_person: dict[tuple[str | None, str], list[OwnQuestion]] = {}
    for question in questions:
        key: tuple[str | None, str] = (question.person, "") if question.person else (None, question.to)
        by_person.setdefault(key, []).append(question)
    taken = dict.fromkeys(by_person, 0)
    for turn in range(each):
        for key, own in by_person.items():
            if sum(taken.values()) < OWN_QUESTIONS and turn < len(own):
                taken[key] += 1
    groups = tuple(Asking(key[0], own[0].to, tuple(own[: taken[key]])) for key, own in by_person.items() if taken[key])
    return groups, len(questions) - sum(taken.values())


def _claims(preparation: Preparation) -> Cut[Claim]:
    """The hypothesis in the ad's order by kind; without a CV every line stands as not assessed."""
    matches = [match for match in preparation.matches if match.item.kind in _WEIGHT]
    if not matches and preparation.ad:
        matches = [
            Match(item, Strength.NONE, asks_for_example=item.kind is ItemKind.QUALITY)
            for item in preparation.ad.items
            if item.kind in _WEIGHT
        ]
    cv_given = preparation.cv is not None
    matches.sort(key=lambda match: _ORDER.index(match.item.kind))
    ranks = _ranks([match.item.kind for match in matches])
    claims = [
        Claim(match, standing_of(match, cv_given=cv_given), rank) for match, rank in zip(matches, ranks, strict=True)
    ]
    last = len(claims) - CLAIMS
    return Cut(
        tuple(claim for claim in claims if claim.rank >= last),
        tuple(claim for claim in claims if claim.rank < last),
    )


def _ranks(kinds: Sequence[ItemKind]) -> list[int]:
    """For each line how many lines give way before it: kinds take turns by weight, each in the ad's order."""
    seen = dict.fromkeys(_WEIGHT, 0)
    turns: list[float] = []
    for kind in kinds:
        turns.append((seen[kind] + 0.5) / _WEIGHT[kind])
        seen[kind] += 1
    ranks = [0] * len(kinds)
    for rank, index in enumerate(sorted(range(len(kinds)), key=lambda i: (-turns[i], -i))):
        ranks[index] = rank
    return ranks
