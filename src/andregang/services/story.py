"""Historien: one text, its versions by time, and who has heard it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from andregang.domain.errors import NotFound
from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.meeting.names import same_person
from andregang.domain.preparation import Preparation
from andregang.domain.story import LENGTHS, Version, note_of, version
from andregang.domain.writing import mark_of
from andregang.store import BothTexts, Draft, StoredPreparation, UnitOfWork

KEY = "about_me"
_SIDES = {side.value for side in Side}


@dataclass(frozen=True, slots=True)
class SeenStory:
    """The text with the mark of this writing, its versions, who hears it, and texts that lost a race with it."""

    text: str
    mark: str
    versions: tuple[Version, ...]
    people: tuple[Attendee, ...]
    drafts: tuple[Draft, ...]


def see_story(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> SeenStory:
    """The story as it stands."""
    text = _text(uow, kept)
    chosen = {note.key: note.text for note in uow.notes.of(kept.id)}
    versions = tuple(version(text, target, _lines(chosen.get(note_of(target)))) for target in LENGTHS)
    known = [
        Attendee(row.name, row.role, Side(row.side), row.met, row.heard)
        for row in uow.people.of(kept.id)
        if row.side in _SIDES
    ]
    people = attendees(preparation.meeting.participants if preparation.meeting else (), known)
    return SeenStory(text, mark_of(text), versions, people, _drafts(uow, kept))


def write_story(uow: UnitOfWork, kept: StoredPreparation, text: str, mark: str, now: dt.datetime) -> str:
    """Writes the text over the writing that was read; the new mark. Raises BothTexts when another stands there."""
    stands = _text(uow, kept)
    # A text that is empty now loses nothing by being written over.
    read = stands if mark == mark_of(stands) or not stands else ""
    try:
        uow.stories.write(kept.id, KEY, text, now, read=read)
    except BothTexts:
        for draft in _drafts(uow, kept):
            if text.startswith(draft.text):
                uow.drafts.discard(draft.id)
        raise
    return mark_of(text)


def settle_story(uow: UnitOfWork, kept: StoredPreparation, draft: str, now: dt.datetime, *, use: bool) -> None:
    """The person chooses between two texts: uses the one that lost the race, or lets it go."""
    for one in _drafts(uow, kept):
        if one.id == draft:
            if use:
                uow.stories.write(kept.id, KEY, one.text, now)
            uow.drafts.discard(one.id)


def choose_sentences(
    uow: UnitOfWork, kept: StoredPreparation, target: int, places: Iterable[int], now: dt.datetime
) -> None:
    """Which sentences, by their place from 0, go into the version of this many seconds. Raises NotFound."""
    if target not in LENGTHS:
        raise NotFound("story", str(target))
    chosen = set(places)
    standing = version(_text(uow, kept), target, ()).sentences
    lines = "\n".join(sentence for place, sentence in enumerate(standing) if place in chosen)
    note = uow.notes.read(kept.id, note_of(target))
    uow.notes.write(kept.id, note_of(target), lines, note.version if note else 0, now)


def say_heard(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, name: str, *, heard: bool) -> None:
    """Whether one of those the person meets has heard the story. Raises NotFound for nobody met."""
    person = next((one for one in see_story(uow, kept, preparation).people if one.name == name), None)
    if person is None:
        raise NotFound("person", name)
    row = next((row for row in uow.people.of(kept.id) if same_person(row.name, name)), None)
    if row:
        uow.people.change(row.id, heard=heard)
    else:
        uow.people.name(kept.id, name, role=person.role, side=person.side.value, met=person.met, heard=heard)


def _text(uow: UnitOfWork, kept: StoredPreparation) -> str:
    story = uow.stories.find(preparation=kept.id, key=KEY)
    return story.text if story else ""


def _lines(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else tuple(line for line in text.splitlines() if line)


def _drafts(uow: UnitOfWork, kept: StoredPreparation) -> tuple[Draft, ...]:
    return tuple(draft for draft in uow.drafts.of(f"story:{KEY}") if draft.preparation == kept.id)
