"""From documents to a preparation: read, match, ask."""

import datetime as dt
from collections.abc import Sequence

from andregang.domain.cv import Cv, parse_cv
from andregang.domain.evidence import Match, match_evidence
from andregang.domain.job_ad import JobAd, parse_job_ad
from andregang.domain.meeting import Doubt, Meeting, MessageKind, parse_invitation
from andregang.domain.meeting.history import meeting_of
from andregang.domain.preparation.correct import correct_ad, correct_cv, correct_matches, correct_meeting
from andregang.domain.preparation.model import Knowledge, Notice, NoticeKind, Preparation, Record
from andregang.domain.preparation.sorting import sort_documents
from andregang.domain.questions import compose_questions, propose_own_questions
from andregang.domain.source import Correction, Document, DocumentKind
from andregang.domain.vocabulary import Vocabulary

_DOUBTS = {
    Doubt.YEAR_INFERRED: NoticeKind.YEAR_INFERRED,
    Doubt.WEEKDAY_DIFFERS: NoticeKind.WEEKDAY_DIFFERS,
    Doubt.CALENDAR_DIFFERS: NoticeKind.CALENDAR_DIFFERS,
    Doubt.IN_THE_PAST: NoticeKind.IN_THE_PAST,
    Doubt.SEVERAL_TIMES: NoticeKind.SEVERAL_TIMES,
}


def assemble_preparation(
    record: Record,
    documents: Sequence[Document],
    knowledge: Knowledge,
    now: dt.datetime,
    corrections: Sequence[Correction] = (),
) -> Preparation:
    """Everything the documents say with the person's corrections, read together at `now` (an aware time).

    Never raises on any documents.
    """
    sorting = sort_documents(documents)
    by_kind = {kind: [d for d in sorting.used if d.kind is kind] for kind in DocumentKind}
    vocabulary = knowledge.vocabulary
    ad = next((_ad(d, knowledge, corrections) for d in by_kind[DocumentKind.AD]), None)
    cv = next((_cv(d, knowledge, corrections) for d in by_kind[DocumentKind.CV]), None)
    messages = [_message(d, vocabulary, now, corrections) for d in by_kind[DocumentKind.INVITATION]]
    meeting = meeting_of(messages)
    matches = _matches(ad, cv, knowledge, now.date(), corrections)
    questions = compose_questions(ad, matches, meeting, knowledge.questions, record.language)
    return Preparation(
        id=record.id,
        slug=record.slug,
        language=record.language,
        now=now,
        ad=ad,
        cv=cv,
        messages=tuple(reversed(messages)),
        meeting=meeting,
        matches=matches,
        questions=questions,
        own_questions=propose_own_questions(meeting, ad, knowledge.own_questions, record.language),
        given_start=record.given_start,
        minutes_per_day=record.minutes_per_day,
        matched_by_words_only=bool(matches) and cv is not None and knowledge.by_words_only,
        notices=(*sorting.notices, *_notices(record, ad, cv, meeting, knowledge)),
    )


def _ad(document: Document, knowledge: Knowledge, corrections: Sequence[Correction]) -> JobAd:
    def read() -> JobAd:
        return parse_job_ad(document, knowledge.vocabulary, knowledge.classify)

    return correct_ad(knowledge.remember(("ad", document.digest, document.name), read), corrections)


def _cv(document: Document, knowledge: Knowledge, corrections: Sequence[Correction]) -> Cv:
    def read() -> Cv:
        return parse_cv(document, knowledge.vocabulary)

    return correct_cv(knowledge.remember(("cv", document.digest, document.name), read), corrections)


def meeting_from(
    invitations: Sequence[Document], vocabulary: Vocabulary, now: dt.datetime, corrections: Sequence[Correction] = ()
) -> Meeting | None:
    """The meeting the invitations speak of, with the person's corrections."""
    unique = {document.digest: document for document in invitations}.values()
    return meeting_of([_message(document, vocabulary, now, corrections) for document in unique])


def _message(
    document: Document, vocabulary: Vocabulary, now: dt.datetime, corrections: Sequence[Correction]
) -> Meeting:
    return correct_meeting(parse_invitation(document, vocabulary, now), corrections)


def _matches(
    ad: JobAd | None, cv: Cv | None, knowledge: Knowledge, today: dt.date, corrections: Sequence[Correction]
) -> tuple[Match, ...]:
    if ad is None:
        return ()

    def match() -> tuple[Match, ...]:
        return match_evidence(ad, cv, knowledge.similarity, knowledge.vocabulary, today, knowledge.ranker)

    # What the person says about a match changes no reading; everything else may.
    readings = tuple(said for said in corrections if not said.other_words)
    documents = (ad.document.digest, cv.document.digest if cv else "")
    matches = knowledge.remember(("matches", *documents, readings, today), match)
    return correct_matches(matches, ad, cv, corrections)


def _notices(
    record: Record, ad: JobAd | None, cv: Cv | None, meeting: Meeting | None, knowledge: Knowledge
) -> list[Notice]:
    notices: list[Notice] = []
    if ad is None:
        notices.append(Notice(NoticeKind.NO_AD))
    elif not ad.items:
        notices.append(Notice(NoticeKind.NOTHING_FOUND, ad.document.name, DocumentKind.AD.value))
    elif ad.posts > 1:
        notices.append(Notice(NoticeKind.SEVERAL_POSTS, ad.document.name, str(ad.posts)))
    if cv is None:
        notices.append(Notice(NoticeKind.NO_CV))
    elif not cv.lines:
        notices.append(Notice(NoticeKind.NOTHING_FOUND, cv.document.name, DocumentKind.CV.value))
    elif knowledge.by_words_only and ad is not None:
        notices.append(Notice(NoticeKind.WORDS_ONLY))
    return notices + _meeting_notices(record, meeting)


def _meeting_notices(record: Record, meeting: Meeting | None) -> list[Notice]:
    if record.given_start is not None and meeting is None:
        return []
    if meeting is None:
        return [Notice(NoticeKind.START_UNKNOWN)]
    name = meeting.document.name
    if meeting.kind is MessageKind.CANCELLATION:
        return [Notice(NoticeKind.CANCELLED, name)]
    if meeting.kind is MessageKind.REJECTION:
        return [Notice(NoticeKind.REJECTED, name)]
    notices = [Notice(_DOUBTS[doubt.doubt], name, _value(meeting), doubt.quotes) for doubt in meeting.doubts]
    if record.given_start is not None:
        return []
    if meeting.start is None and not any(n.kind is NoticeKind.SEVERAL_TIMES for n in notices):
        notices.append(Notice(NoticeKind.START_UNKNOWN, name))
    return notices


def _value(meeting: Meeting) -> str:
    return meeting.start.value.isoformat() if meeting.start else ""
