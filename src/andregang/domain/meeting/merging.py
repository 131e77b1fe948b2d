"""Several messages about one meeting brought together: the newest decides, what it leaves alone stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from andregang.domain.meeting.model import Assessment, Change, Doubt, Fact, Gap, Meeting, MessageKind, Participant
from andregang.domain.meeting.names import same_person
from andregang.domain.source import Quote, Stated

_ENDS = {MessageKind.OFFER, MessageKind.REJECTION}
_CALLS = {MessageKind.INVITATION, MessageKind.RESCHEDULE}


def merge_messages(messages: Sequence[Meeting]) -> Meeting | None:
    """What all messages say together about the meeting that now counts; None without messages.

    The newest message decides (by `sent`; without dates the first given is the newest), facts it does not touch are
    kept from older ones, a cancellation cancels, an offer or a refusal ends. Messages about another round, or about
    a meeting that had taken place when a newer invitation was written, are left out. `changes` tells what the newest
    message changed.
    """
    ordered = _oldest_first(messages)
    if not ordered:
        return None
    newest = ordered[-1]
    if newest.kind in _ENDS:
        return newest
    about = [message for message in ordered if message.kind not in _ENDS]
    merged: Meeting | None = None
    for message in about:
        merged = _take(merged, message)
    return merged


def changes(old: Meeting, new: Meeting) -> tuple[Change, ...]:
    """What differs between two readings of the same meeting, time first."""
    found = [_time_change(Fact.TIME, old.start, new.start), _time_change(Fact.END, old.end, new.end)]
    found.append(_word_change(Fact.PLACE, old.place, new.place))
    found.append(_word_change(Fact.LINK, old.video_link, new.video_link))
    people = {p.name for p in new.participants}
    if old.participants and not _same_people(old.participants, new.participants):
        before = tuple(p.quote for p in old.participants if p.name not in people)
        known = {p.name for p in old.participants}
        found.append(Change(Fact.PEOPLE, before, tuple(p.quote for p in new.participants if p.name not in known)))
    if old.agenda and [a.what for a in old.agenda] != [a.what for a in new.agenda]:
        found.append(Change(Fact.AGENDA, tuple(a.quote for a in old.agenda), tuple(a.quote for a in new.agenda)))
    if old.case and new.case and old.case.task != new.case.task:
        found.append(Change(Fact.CASE, (old.case.quote,), (new.case.quote,)))
    if old.kind is not new.kind and MessageKind.CANCELLATION in {old.kind, new.kind}:
        found.append(Change(Fact.KIND))
    return tuple(change for change in found if change)


def _oldest_first(messages: Sequence[Meeting]) -> list[Meeting]:
    if not any(message.sent for message in messages):
        return list(reversed(messages))
    first = dt.datetime.min.replace(tzinfo=dt.UTC)
    return sorted(messages, key=lambda message: _aware(message.sent) if message.sent else first)


def _aware(moment: dt.datetime) -> dt.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _take(old: Meeting | None, new: Meeting) -> Meeting:
    if old is None:
        return new
    if new.kind is MessageKind.OTHER:
        # Tests and questions around the meeting: they add, the meeting stands.
        return replace(old, tests=_joined(old.tests, new.tests), contact=old.contact or new.contact)
    if old.kind is MessageKind.OTHER:
        return replace(new, tests=_joined(new.tests, old.tests))
    if _another(old, new):
        return new
    merged = _merged(old, new)
    return replace(merged, changes=changes(old, merged))


def _another(old: Meeting, new: Meeting) -> bool:
    """Whether the two are about different meetings."""
    if old.round and new.round and old.round.value != new.round.value:
        return True
    if new.kind is not MessageKind.INVITATION or old.start is None or new.start is None:
        return False
    written = new.sent or new.start.value
    return _aware(old.start.value) < _aware(written)


def _merged(old: Meeting, new: Meeting) -> Meeting:
    open_choice = any(doubt.doubt is Doubt.SEVERAL_TIMES for doubt in new.doubts)
    start = new.start if new.start or open_choice else old.start
    remote_or_here = new.place or new.video_link
    return replace(
        new,
        round=new.round or old.round,
        start=start,
        end=_end(old, new, open_choice=open_choice),
        place=new.place if remote_or_here else old.place,
        video_link=new.video_link if remote_or_here else old.video_link,
        participants=_people(old, new),
        agenda=new.agenda or old.agenda,
        tests=_joined(new.tests, old.tests),
        case=new.case or old.case,
        bring=_things(old.bring, new.bring),
        reply_by=new.reply_by,
        contact=new.contact or old.contact,
        missing=_missing(old, new),
        doubts=new.doubts if new.start or open_choice else old.doubts,
    )


def _end(old: Meeting, new: Meeting, *, open_choice: bool) -> Stated[dt.datetime] | None:
    """The newer end; a moved meeting without one is as long as it was."""
    if new.end or open_choice:
        return new.end
    if new.start is None:
        return old.end
    if old.start and old.end:
        return Stated(new.start.value + (old.end.value - old.start.value), old.end.quote)
    return None


def _people(old: Meeting, new: Meeting) -> tuple[Participant, ...]:
    """The newer list; roles and acquaintance that only an older message gave are kept."""
    if not new.participants:
        return old.participants
    people = []
    for person in new.participants:
        known = next((p for p in old.participants if same_person(p.name, person.name)), None)
        if known:
            first_time = person.first_time if person.first_time is not None else known.first_time
            name = known.name if len(known.name) > len(person.name) else person.name
            person = replace(person, name=name, role=person.role or known.role, first_time=first_time)
        people.append(person)
    return tuple(people)


def _joined(first: tuple[Assessment, ...], second: tuple[Assessment, ...]) -> tuple[Assessment, ...]:
    known = {test.what.lower() for test in first}
    return (*first, *(test for test in second if test.what.lower() not in known))


def _things(old: tuple[Quote, ...], new: tuple[Quote, ...]) -> tuple[Quote, ...]:
    known = {quote.words.lower() for quote in old}
    return (*old, *(quote for quote in new if quote.words.lower() not in known))


def _missing(old: Meeting, new: Meeting) -> tuple[Gap, ...]:
    """What no message has told."""
    if new.kind not in _CALLS:
        return ()
    if old.kind not in _CALLS:
        return new.missing
    return tuple(gap for gap in new.missing if gap in old.missing)


def _time_change(fact: Fact, old: Stated[dt.datetime] | None, new: Stated[dt.datetime] | None) -> Change | None:
    if old is None or (new is not None and old.value == new.value):
        return None
    return Change(fact, (old.quote,), (new.quote,) if new else (), old.value, new.value if new else None)


def _word_change(fact: Fact, old: Stated[str] | None, new: Stated[str] | None) -> Change | None:
    if (old.value if old else None) == (new.value if new else None):
        return None
    return Change(fact, (old.quote,) if old else (), (new.quote,) if new else ())


def _same_people(old: tuple[Participant, ...], new: tuple[Participant, ...]) -> bool:
    return len(old) == len(new) and all(any(same_person(a.name, b.name) for b in new) for a in old)
