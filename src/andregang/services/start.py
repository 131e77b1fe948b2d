"""Starting a preparation: what was read is accepted or corrected."""

import datetime as dt
from collections.abc import Mapping

from andregang.domain.job_ad import ItemKind, JobAd
from andregang.domain.preparation import Preparation
from andregang.domain.preparation.correct import AD_FIELDS, MEETING_FIELDS
from andregang.domain.source import Action
from andregang.store import StoredPreparation, UnitOfWork


def accept_ad(
    uow: UnitOfWork, ad: JobAd, kinds: Mapping[str, str], fields: Mapping[str, str], now: dt.datetime
) -> None:
    """Keep what the person changed: the kind of a line ("" strikes it), and the ad's fields."""
    digest = ad.document.digest
    read = {item.quote.words: item.kind for item in ad.items}
    for words, value in kinds.items():
        if words not in read or value == read[words].value:
            continue
        if value in {kind.value for kind in ItemKind}:
            uow.corrections.say(digest, words, Action.KIND.value, now, value=value)
        elif value == "":
            uow.corrections.say(digest, words, Action.STRIKE.value, now)
    for field in AD_FIELDS:
        if field in fields and fields[field].strip() != shown(getattr(ad, field)):
            uow.corrections.say(digest, "", Action.FIELD.value, now, field=field, value=fields[field].strip())


def accept_meeting(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    fields: Mapping[str, str],
    now: dt.datetime,
) -> None:
    """Keep what the person changed about time and place."""
    meeting = preparation.meeting
    if meeting is None:
        return
    digest = meeting.document.digest
    for field in MEETING_FIELDS:
        if field in fields and fields[field].strip() != shown(getattr(meeting, field)):
            uow.corrections.say(digest, "", Action.FIELD.value, now, field=field, value=fields[field].strip())
    if kept.given_start is not None and fields.get("start"):
        uow.preparations.change(kept.id, given_start=None)


def set_start(uow: UnitOfWork, kept: StoredPreparation, start: dt.datetime) -> None:
    """The person's own word on when the interview is."""
    uow.preparations.change(kept.id, given_start=start)


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
