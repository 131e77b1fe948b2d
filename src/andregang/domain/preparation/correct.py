"""Readings with the person's corrections laid over them; the person's word stands above the document's."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from andregang.domain.cv import Cv, CvLine, CvSection, Role
from andregang.domain.dates import PartialDate
from andregang.domain.evidence import Correction as Judgement
from andregang.domain.evidence import Match, Verdict, apply_corrections
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import Gap, Meeting, Participant, Side
from andregang.domain.source import Action, Correction, Document, Quote, Stated, own_words, quote
from andregang.domain.text import fold

OSLO = ZoneInfo("Europe/Oslo")

AD_FIELDS = ("title", "employer", "deadline", "place", "percentage", "permanent")
CV_FIELDS = ("name", "email", "phone")
ROLE_FIELDS = ("position", "organisation", "start", "end")
MEETING_FIELDS = ("start", "end", "place", "video_link", "round", "reply_by")
OWN_WORDS_FIELD = "own_words"
"""The `field` of a correction that adds the person's own words to a line of the ad, or takes them away again."""
_ANSWERED_BY = {Gap.PLACE: ("place", "video_link"), Gap.DURATION: ("end",)}


def correct_ad(ad: JobAd, corrections: Sequence[Correction]) -> JobAd:
    """The ad with lines struck, of another kind or added, and fields set."""
    own = [c for c in corrections if c.document == ad.document.digest]
    kinds = {c.words: c for c in own if c.action in (Action.KIND, Action.STRIKE)}
    items = [_with_kind(item, kinds.get(item.quote.words)) for item in ad.items]
    kept = [item for item in items if item is not None]
    known = {item.quote.words for item in kept}
    for correction in own:
        if correction.action is Action.ADD and correction.words not in known and _kind(correction.value):
            kept.append(AdItem(ItemKind(correction.value), _find(ad.document, correction.words)))
    struck_or_used = set(kinds) | {item.quote.words for item in kept}
    unread = tuple(line for line in ad.unread if line.words not in struck_or_used)
    return replace(ad, items=tuple(kept), unread=unread, **_fields(own, AD_FIELDS))


def correct_cv(cv: Cv, corrections: Sequence[Correction]) -> Cv:
    """The CV with lines struck that are no evidence, lines added, and the fields of its head and its roles set."""
    own = [c for c in corrections if c.document == cv.document.digest]
    if not own:
        return cv
    struck = {c.words for c in own if c.action is Action.STRIKE}
    renewed = {id(role): _role(role, own) for role in (*cv.work, *cv.volunteer)}
    work = tuple(renewed[id(role)] for role in cv.work if role.quote.words not in struck)
    volunteer = tuple(renewed[id(role)] for role in cv.volunteer if role.quote.words not in struck)
    lines = tuple(
        replace(line, role=renewed.get(id(line.role), line.role)) for line in cv.lines if line.quote.words not in struck
    )
    added = tuple(_cv_line(cv.document, c) for c in own if c.action is Action.ADD and _section(c.value))
    known = {line.quote.words for line in lines}
    lines += tuple(line for line in added if line.quote.words not in known)
    unread = tuple(line for line in cv.unread if line.words not in struck | {one.quote.words for one in added})
    return replace(cv, work=work, volunteer=volunteer, lines=lines, unread=unread, **_fields(own, CV_FIELDS))


def correct_meeting(meeting: Meeting, corrections: Sequence[Correction]) -> Meeting:
    """The meeting with fields set, people struck, added or described; a gap that is answered is no longer missing."""
    own = [c for c in corrections if c.document == meeting.document.digest]
    if not own:
        return meeting
    struck = {c.words for c in own if c.action is Action.STRIKE}
    people = [_person(person, own) for person in meeting.participants if person.name not in struck]
    known = {person.name for person in people}
    for correction in own:
        if correction.action is Action.ADD and correction.words not in known:
            people.append(_person(Participant(correction.words, None, Side.UNKNOWN, own_words(correction.words)), own))
    fields = _fields(own, MEETING_FIELDS)
    answered = {gap for gap, names in _ANSWERED_BY.items() if any(fields.get(name) for name in names)}
    missing = tuple(gap for gap in meeting.missing if gap not in answered and not (gap is Gap.WHO and people))
    doubts = () if "start" in fields else meeting.doubts
    return replace(meeting, participants=tuple(people), missing=missing, doubts=doubts, **fields)


def correct_matches(
    matches: Sequence[Match], ad: JobAd, cv: Cv | None, corrections: Sequence[Correction]
) -> tuple[Match, ...]:
    """The matches with evidence the person confirmed or rejected, and what they added in their own words."""
    own = [c for c in corrections if c.document == ad.document.digest]
    return apply_corrections(matches, [judged for c in own if (judged := _judgement(c)) is not None], cv)


def _judgement(correction: Correction) -> Judgement | None:
    own_words = correction.field == OWN_WORDS_FIELD
    if not correction.other_words or correction.action not in (Action.CONFIRM, Action.REJECT, Action.ADD):
        return None
    if own_words:
        added = correction.action is Action.ADD
        return Judgement(correction.words, "", Verdict.ADD, correction.other_words) if added else None
    if correction.action is Action.ADD:
        return None
    return Judgement(correction.words, correction.other_words, Verdict(correction.action.value))


def _with_kind(item: AdItem, correction: Correction | None) -> AdItem | None:
    if correction is None:
        return item
    if correction.action is Action.STRIKE:
        return None
    return replace(item, kind=ItemKind(correction.value)) if _kind(correction.value) else item


def _kind(value: str) -> bool:
    return value in {kind.value for kind in ItemKind}


def _section(value: str) -> bool:
    return value in {section.value for section in CvSection}


def _cv_line(document: Document, correction: Correction) -> CvLine:
    return CvLine(_find(document, correction.words), CvSection(correction.value))


def _find(document: Document, words: str) -> Quote:
    """Where the words stand in the document; the person's own words when they do not."""
    text = document.content.text
    start = text.find(words)
    if start >= 0:
        return quote(document, start, start + len(words))
    first = words.split(" ", 1)[0]
    start = text.find(first) if first else -1
    while start >= 0:
        for end in range(start + len(words), min(len(text), start + 2 * len(words) + 40) + 1):
            if fold(text[start:end]) == words:
                return quote(document, start, end)
        start = text.find(first, start + 1)
    return own_words(words)


def _role(role: Role, corrections: Sequence[Correction]) -> Role:
    changes: dict[str, Any] = {}
    for correction in corrections:
        if correction.action is not Action.FIELD or correction.words != role.quote.words:
            continue
        if correction.field in ("position", "organisation"):
            changes[correction.field] = _stated(str, correction.value)
        elif correction.field in ("start", "end") and (date := _partial(correction.value)):
            changes[correction.field] = date
            changes["ongoing"] = False if correction.field == "end" else role.ongoing
    return replace(role, **changes) if changes else role


def _person(person: Participant, corrections: Sequence[Correction]) -> Participant:
    changes: dict[str, Any] = {}
    for correction in corrections:
        if correction.action is not Action.FIELD or correction.words != person.name:
            continue
        match correction.field:
            case "role":
                changes["role"] = correction.value or None
            case "side" if correction.value in {side.value for side in Side}:
                changes["side"] = Side(correction.value)
            case "first_time":
                changes["first_time"] = {"yes": True, "no": False}.get(correction.value)
    return replace(person, **changes) if changes else person


def _fields(corrections: Sequence[Correction], names: Sequence[str]) -> dict[str, Any]:
    """The fields the person set, as stated in their own words; a value that cannot be read is left as it was."""
    found: dict[str, Any] = {}
    for correction in corrections:
        if correction.action is Action.FIELD and not correction.words and correction.field in names:
            if not correction.value:
                found[correction.field] = None
            elif (stated := _stated(_READ.get(correction.field, str), correction.value)) is not None:
                found[correction.field] = stated
    return found


def _stated(read: Callable[[str], Any], value: str) -> Stated[Any] | None:
    try:
        return Stated(read(value), own_words(value)) if value else None
    except ValueError:
        return None


def _moment(value: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=OSLO)


def _truth(value: str) -> bool:
    if value not in ("yes", "no"):
        raise ValueError(value)
    return value == "yes"


def _partial(value: str) -> PartialDate | None:
    parts = value.split("-")
    if len(parts) > 2 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return PartialDate(int(parts[0]), int(parts[1]) if len(parts) == 2 else 0)


_READ: dict[str, Callable[[str], Any]] = {
    "deadline": dt.date.fromisoformat,
    "reply_by": dt.date.fromisoformat,
    "percentage": int,
    "round": int,
    "permanent": _truth,
    "start": _moment,
    "end": _moment,
}
