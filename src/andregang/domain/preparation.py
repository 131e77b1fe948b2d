"""One preparation: what the person gave, read together."""

import datetime as dt
from dataclasses import dataclass

from andregang.domain.cv import Cv
from andregang.domain.evidence import Match
from andregang.domain.job_ad import JobAd
from andregang.domain.meeting import Meeting
from andregang.domain.questions import OwnQuestion, Question
from andregang.domain.text import Language


@dataclass(frozen=True, slots=True)
class Preparation:
    """Everything known about one second interview at a moment.

    `slug` names it for people and addresses. `meeting` is what all invitations say together, the newest first in
    `messages`. `given_start` is a time the person gave themselves; it stands above what an invitation says.
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
    matched_by_words_only: bool = False

    @property
    def start(self) -> dt.datetime | None:
        """When the interview begins, as far as anyone has said."""
        if self.given_start:
            return self.given_start
        return self.meeting.start.value if self.meeting and self.meeting.start else None
