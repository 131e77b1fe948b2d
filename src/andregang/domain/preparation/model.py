"""One preparation: what the person gave, read together.

The columns are named here for their types only: a notice needs none of them, and reading one document only its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable

    from andregang.domain.cv import Cv
    from andregang.domain.evidence import Match, Ranker, Similarity
    from andregang.domain.job_ad import JobAd, LineClassifier
    from andregang.domain.meeting import Meeting
    from andregang.domain.questions import OwnQuestion, OwnQuestionBank, Question, QuestionBank
    from andregang.domain.source import Quote
    from andregang.domain.text import Language
    from andregang.domain.vocabulary import Vocabulary

T = TypeVar("T")


class NoticeKind(StrEnum):
    """Something the person should know about what they gave, in one sentence with what to do now."""

    TWO_ADS = "two_ads"
    TWO_CVS = "two_cvs"
    SEVERAL_POSTS = "several_posts"
    LOOKS_LIKE_ANOTHER_KIND = "looks_like_another_kind"
    NOT_RECOGNISED = "not_recognised"
    FOREIGN_LANGUAGE = "foreign_language"
    NO_AD = "no_ad"
    NO_CV = "no_cv"
    NOTHING_FOUND = "nothing_found"
    START_UNKNOWN = "start_unknown"
    YEAR_INFERRED = "year_inferred"
    WEEKDAY_DIFFERS = "weekday_differs"
    CALENDAR_DIFFERS = "calendar_differs"
    IN_THE_PAST = "in_the_past"
    SEVERAL_TIMES = "several_times"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    WORDS_ONLY = "words_only"
    UNREADABLE = "unreadable"
    GLYPH_MISSING = "glyph_missing"
    NO_TYPESETTER = "no_typesetter"


LEFT_OUT = frozenset(
    {
        NoticeKind.TWO_ADS,
        NoticeKind.TWO_CVS,
        NoticeKind.LOOKS_LIKE_ANOTHER_KIND,
        NoticeKind.NOT_RECOGNISED,
        NoticeKind.UNREADABLE,
        NoticeKind.NOTHING_FOUND,
    }
)
"""Notices that say something given was not used, or not as what it was given as."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice about the document called `name` ("" when it is about the whole). `detail` is a stable key or a value:
    the reason a document is unreadable, the kind it looks like, the year inferred. `quotes` are the places it is about.
    """

    kind: NoticeKind
    name: str = ""
    detail: str = ""
    quotes: tuple[Quote, ...] = ()

    @property
    def left_out(self) -> bool:
        """Whether something the person gave was left out."""
        return self.kind in LEFT_OUT


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept about a preparation besides its documents. `given_start` is the person's own word on the time."""

    id: str
    slug: str
    language: Language
    given_start: dt.datetime | None = None
    minutes_per_day: int = 45


class Remember(Protocol):
    """Hands out what was made for an equal key before, or makes it."""

    def __call__(self, key: Hashable, make: Callable[[], T]) -> T: ...


def make_anew(key: Hashable, make: Callable[[], T]) -> T:  # noqa: ARG001
    """Remembers nothing."""
    return make()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What readings rest on besides the documents: word lists, question bank, and what was learned from texts.

    `similarity` and the learned `ranker` are None where meanings cannot be compared; `by_words_only` says so.
    `classify` is the trained head for ad lines without a telling heading. `remember` keeps what the same documents
    with the same corrections gave, so that a confirmed line or a new day's plan reads nothing again.
    """

    vocabulary: Vocabulary
    questions: QuestionBank
    own_questions: OwnQuestionBank
    similarity: Similarity | None = None
    ranker: Ranker | None = None
    by_words_only: bool = False
    classify: LineClassifier | None = None
    remember: Remember = make_anew


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything known about one second interview at a moment.

    `slug` names it for people and addresses. `messages` are the invitations, the newest first, and `meeting` what they
    say together. `given_start` is a time the person gave themselves; it stands above what an invitation says.
    """

    id: str
    slug: str
    language: Language
    now: dt.datetime
    ad: JobAd | None = None
    cv: Cv | None = None
    messages: tuple[Meeting, ...] = ()
    meeting: Meeting | None = None
    matches: tuple[Match, ...] = ()
    questions: tuple[Question, ...] = ()
    own_questions: tuple[OwnQuestion, ...] = ()
    given_start: dt.datetime | None = None
    minutes_per_day: int = 45
    matched_by_words_only: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def start(self) -> dt.datetime | None:
        """When the interview begins, as far as anyone has said."""
        if self.given_start:
            return self.given_start
        return self.meeting.start.value if self.meeting and self.meeting.start else None

    @property
    def end(self) -> dt.datetime | None:
        """When it ends, when an invitation says so and the person has not moved the start."""
        if self.given_start or not (self.meeting and self.meeting.end):
            return None
        return self.meeting.end.value

    @property
    def employer(self) -> str | None:
        """The employer's name as the ad gives it."""
        return self.ad.employer.value if self.ad and self.ad.employer else None

    @property
    def title(self) -> str | None:
        """The post's title as the ad gives it, without the employer's name at its end."""
        title = self.ad.title.value if self.ad and self.ad.title else None
        if title and self.employer and title.casefold().endswith(self.employer.casefold()):
            post = title[: -len(self.employer)].rstrip()
            return post.rstrip(" ,:|–—-") if post[-1:] in ",:|–—-" else title
        return title
