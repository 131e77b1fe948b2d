"""What was read in a document, and the person's word on it: fields set, lines struck, added or of another kind."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.cv import Cv, CvLine, CvSection, Role
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.meeting import Meeting
from andregang.domain.preparation import Preparation
from andregang.domain.preparation.correct import AD_FIELDS, CV_FIELDS, MEETING_FIELDS, ROLE_FIELDS
from andregang.domain.source import Action, Quote
from andregang.domain.text import fold
from andregang.store import Correction, StoredDocument, StoredPreparation, UnitOfWork

LINES = 50
MOST_CHARACTERS = 1000
STRUCK = ""
"""The kind that strikes a line."""

_ADDED_AND_STRUCK = "struck:"
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: at most one of `ad`, `cv`, `meeting`; none when the document is not used.

    `lines` and `unread` are page `page` of `pages`; `struck` are the words of all lines struck.
    """

    stored: StoredDocument
    ad: JobAd | None
    cv: Cv | None
    meeting: Meeting | None
    items: tuple[AdItem, ...]
    lines: tuple[CvLine, ...]
    roles: tuple[Role, ...]
    unread: tuple[Quote, ...]
    struck: tuple[str, ...]
    page: int
    pages: int

    @property
    def used(self) -> bool:
        return bool(self.ad or self.cv or self.meeting)


def see_reading(uow: UnitOfWork, stored: StoredDocument, preparation: Preparation, page: int = 1) -> Reading:
    """What was read in a document of the preparation, with the person's corrections laid over."""
    digest = stored.digest
    ad = preparation.ad if preparation.ad and preparation.ad.document.digest == digest else None
    cv = preparation.cv if preparation.cv and preparation.cv.document.digest == digest else None
    meeting = next((message for message in preparation.messages if message.document.digest == digest), None)
    read = ad or cv or meeting
    items, lines = ad.items if ad else (), cv.lines if cv else ()
    unread = read.unread if read else ()
    pages = max(1, -(-max(len(items), len(lines), len(unread)) // LINES))
    page = min(max(1, page), pages)
    part = slice((page - 1) * LINES, page * LINES)
    return Reading(
        stored=stored,
        ad=ad,
        cv=cv,
        meeting=meeting,
        items=items[part],
        lines=lines[part],
        roles=(*cv.work, *cv.volunteer)[:40] if cv and page == 1 else (),
        unread=unread[part],
        struck=tuple(said.words for said in uow.corrections.of(digest) if _is_struck(said)),
        page=page,
        pages=pages,
    )


def accept_ad(
    uow: UnitOfWork, ad: JobAd, kinds: Mapping[str, str], fields: Mapping[str, str], now: dt.datetime
) -> None:
    """Keep what the person changed: the kind of a line (`STRUCK` strikes it, and leaves an unread one), and fields."""
    digest = ad.document.digest
    read = {item.quote.words: item.kind.value for item in ad.items}
    unread = {line.words for line in ad.unread}
    added = {said.words for said in uow.corrections.of(digest) if said.action == Action.ADD.value and not said.field}
    valid = {kind.value for kind in ItemKind}
    for words, kind in kinds.items():
        if words in read and kind != read[words] and (kind in valid or kind == STRUCK):
            if words in added:
                value = kind or _ADDED_AND_STRUCK + read[words]
                uow.corrections.say(digest, words, Action.ADD.value, now, value=value)
            elif kind == STRUCK:
                uow.corrections.say(digest, words, Action.STRIKE.value, now)
            else:
                uow.corrections.say(digest, words, Action.KIND.value, now, value=kind)
        elif words in unread and kind in valid:
            uow.corrections.say(digest, words, Action.ADD.value, now, value=kind)
    _set_fields(uow, digest, ad, fields, AD_FIELDS, now)


def accept_cv(
    uow: UnitOfWork,
    cv: Cv,
    struck: Sequence[str],
    sections: Mapping[str, str],
    fields: Mapping[str, str],
    roles: Mapping[tuple[str, str], str],
    now: dt.datetime,
) -> None:
    """Keep what the person changed: lines struck, unread lines given a section, fields of the head and of roles.

    `roles` is (field, the role's words) → value; dates are a year or a year and a month, as 2018-03.
    """
    digest = cv.document.digest
    known = {line.quote.words: line.section.value for line in cv.lines}
    unread = {line.words for line in cv.unread}
    added = {said.words for said in uow.corrections.of(digest) if said.action == Action.ADD.value}
    for words in struck:
        if words in added and words in known:
            uow.corrections.say(digest, words, Action.ADD.value, now, value=_ADDED_AND_STRUCK + known[words])
        elif words in known:
            uow.corrections.say(digest, words, Action.STRIKE.value, now)
    for words, section in sections.items():
        if words in unread and section in {one.value for one in CvSection}:
            uow.corrections.say(digest, words, Action.ADD.value, now, value=section)
    _set_fields(uow, digest, cv, fields, CV_FIELDS, now)
    by_words = {role.quote.words: role for role in (*cv.work, *cv.volunteer)}
    for (field, words), value in roles.items():
        role = by_words.get(words)
        if role is not None and field in ROLE_FIELDS and fold(value) != role_field(role, field):
            uow.corrections.say(digest, words, Action.FIELD.value, now, field=field, value=fold(value))


def accept_meeting(
    uow: UnitOfWork,
    kept: StoredPreparation,
    meeting: Meeting | None,
    fields: Mapping[str, str],
    now: dt.datetime,
) -> None:
    """Keep what the person changed about time and place."""
    if meeting is None:
        return
    _set_fields(uow, meeting.document.digest, meeting, fields, MEETING_FIELDS, now)
    if kept.given_start is not None and fields.get("start"):
        uow.preparations.change(kept.id, given_start=None)


def add_line(uow: UnitOfWork, digest: str, words: str, kind: str, now: dt.datetime) -> None:
    """A line the person writes: of an ad with an `ItemKind`, of a CV with a `CvSection`."""
    said = fold(words)[:MOST_CHARACTERS]
    if said and kind in {*(one.value for one in ItemKind), *(one.value for one in CvSection)}:
        uow.corrections.say(digest, said, Action.ADD.value, now, value=kind)


def bring_back(uow: UnitOfWork, digest: str, words: str, now: dt.datetime) -> None:
    """A struck line stands again."""
    for said in uow.corrections.of(digest):
        if said.words == words and _is_struck(said):
            if said.action == Action.ADD.value:
                kind = said.value.removeprefix(_ADDED_AND_STRUCK)
                uow.corrections.say(digest, words, Action.ADD.value, now, value=kind)
            else:
                uow.corrections.take_back(said.id)


def misread_dates(roles: Mapping[tuple[str, str], str]) -> tuple[tuple[str, str], ...]:
    """The start and end dates of roles that are neither a year nor a year and a month."""
    dates = {key: fold(value) for key, value in roles.items() if key[0] in ("start", "end")}
    return tuple(key for key, value in dates.items() if value and not _PARTIAL.fullmatch(value))


def shown(stated: object) -> str:
    """A stated field's value as a form shows it."""
    value = getattr(stated, "value", None)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def role_field(role: Role, field: str) -> str:
    """A field of a role as a form shows it."""
    value = getattr(role, field)
    return shown(value) if field in ("position", "organisation") else str(value or "")


def _is_struck(said: Correction) -> bool:
    if said.action == Action.STRIKE.value:
        return True
    return said.action == Action.ADD.value and said.value.startswith(_ADDED_AND_STRUCK)


def _set_fields(
    uow: UnitOfWork, digest: str, read: object, fields: Mapping[str, str], names: Sequence[str], now: dt.datetime
) -> None:
    for name in names:
        if name in fields and fold(fields[name]) != shown(getattr(read, name)):
            value = fold(fields[name])[:MOST_CHARACTERS]
            uow.corrections.say(digest, "", Action.FIELD.value, now, field=name, value=value)
