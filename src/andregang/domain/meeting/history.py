"""The messages about a process in order, each with what it changed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from andregang.domain.meeting.merging import merge_messages
from andregang.domain.meeting.model import Change, Meeting

_A_MOMENT = dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A message, and what it changed about the meeting that stood before it."""

    message: Meeting
    changes: tuple[Change, ...] = ()


def meeting_of(messages: Sequence[Meeting]) -> Meeting | None:
    """What messages, in the order they were given, say together.

    One that does not say when it was written counts as written after the one given before it: a pasted text that
    moves the meeting must not lose to the dated mail it is about.
    """
    merged = merge_messages(_timed(messages)[::-1])
    if merged is None:
        return None
    origin = next(m for m in messages if m.document.digest == merged.document.digest)
    return replace(merged, sent=origin.sent)


def history(messages: Sequence[Meeting]) -> tuple[Told, ...]:
    """The messages oldest first, given in the order they were given."""
    timed = _timed(messages)
    ordered = sorted(timed, key=lambda m: m.sent) if all(m.sent for m in timed) else timed  # type: ignore[arg-type,return-value]
    as_given = {message.document.digest: message for message in messages}
    told = []
    for number, message in enumerate(ordered, start=1):
        together = merge_messages(ordered[:number][::-1])
        own = together is not None and together.document.digest == message.document.digest
        told.append(Told(as_given[message.document.digest], together.changes if together and own else ()))
    return tuple(told)


def _timed(messages: Sequence[Meeting]) -> list[Meeting]:
    """The messages with a time each, as far as any before them has one."""
    timed: list[Meeting] = []
    latest: dt.datetime | None = None
    for message in messages:
        if message.sent is None and latest is not None:
            message = replace(message, sent=latest + _A_MOMENT)
        latest = message.sent or latest
        timed.append(message)
    return timed
