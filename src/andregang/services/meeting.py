"""The meeting: what is known about it, what the person says about time, place and people, and its files."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from andregang.content import load_own_questions
from andregang.domain.brief import Brief, assemble_brief
from andregang.domain.errors import InvalidInput
from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.meeting.given import TIME_FIELDS, GivenTime
from andregang.domain.meeting.names import same_person
from andregang.domain.plan import Plan, make_plan, move_tasks
from andregang.domain.preparation import Preparation
from andregang.domain.questions import OwnQuestion
from andregang.domain.questions.choice import CHOSEN, chosen_questions
from andregang.domain.readiness import readiness_of
from andregang.domain.source import Action
from andregang.domain.story import LENGTHS, in_short, note_of
from andregang.domain.writing import sentences
from andregang.store import StoredPreparation, UnitOfWork

_NAME_LIMIT = 120


@dataclass(frozen=True, slots=True)
class SeenMeeting:
    """The people, those taken off the list, and the brief with all it cut."""

    people: tuple[Attendee, ...]
    removed: tuple[str, ...]
    brief: Brief


def see_meeting(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> SeenMeeting:
    """All that is known about the meeting."""
    digests = [message.document.digest for message in preparation.messages]
    struck = [c.words for c in uow.corrections.of(*digests) if c.action == Action.STRIKE]
    return SeenMeeting(
        people_of(uow, kept, preparation), tuple(dict.fromkeys(struck)), brief_of(uow, kept, preparation)
    )


def brief_of(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> Brief:
    """The brief as it stands now, with the plan and the questions as the person has them."""
    plan = plan_of(uow, kept, preparation)
    readiness = readiness_of(preparation.matches, cv_given=preparation.cv is not None)
    texts = {story.key: story.text for story in uow.stories.of(kept.id)}
    notes = {note.key: note.text.splitlines() for note in uow.notes.of(kept.id)}
    story = in_short(texts.get("about_me", ""), {target: notes.get(note_of(target)) for target in LENGTHS})
    own = _chosen(uow, kept, preparation)
    contribution = sentences(texts.get("contribution", ""))
    return assemble_brief(preparation, plan, readiness, own, story=story, contribution=contribution)


def plan_of(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> Plan:
    """The plan as the person has it: without what is done, and with what was moved where it was moved to."""
    marks = uow.plan_marks.of(kept.id)
    now = preparation.now
    plan = make_plan(
        preparation,
        minutes_per_day=kept.minutes_per_day,
        done=frozenset(mark.task for mark in marks if mark.done),
        since=kept.created.astimezone(now.tzinfo).date(),
    )
    if preparation.start:
        moved = {mark.task: mark.moved_to for mark in marks if mark.moved_to}
        plan = move_tasks(plan, moved, now.date(), preparation.start.astimezone(now.tzinfo).date())
    return plan


def _chosen(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> tuple[OwnQuestion, ...]:
    """The questions the person has chosen to ask, in their order."""
    note = uow.notes.read(kept.id, CHOSEN)
    lines = [line for line in note.text.splitlines() if line] if note else []
    return chosen_questions(lines, preparation.own_questions, load_own_questions(), preparation.language)


def people_of(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> tuple[Attendee, ...]:
    """Everybody one meets, as far as anyone has said."""
    known = [
        Attendee(row.name, row.role, Side(row.side), row.met, row.heard)
        for row in uow.people.of(kept.id)
        if row.side in {side.value for side in Side}
    ]
    return attendees(preparation.meeting.participants if preparation.meeting else (), known)


def set_time(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, given: GivenTime, now: dt.datetime
) -> None:
    """Keep what the person says about time and place: about the newest message, or on its own without one."""
    meeting = preparation.meeting
    if meeting is None:
        uow.preparations.change(kept.id, given_start=given.start)
        return
    for field in TIME_FIELDS:
        stated, said = getattr(meeting, field), getattr(given, field)
        if (stated.value if stated else None) != (said or None):
            value = said.isoformat() if isinstance(said, dt.datetime) else said or ""
            uow.corrections.say(meeting.document.digest, "", Action.FIELD.value, now, field=field, value=value)
    if kept.given_start is not None:
        uow.preparations.change(kept.id, given_start=None)


def say_about_people(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, said: Sequence[Attendee], now: dt.datetime
) -> None:
    """Keep whether the person has met those they meet, and who has heard the story about them."""
    rows = uow.people.of(kept.id)
    for before in people_of(uow, kept, preparation):
        after = next((one for one in said if one.name == before.name), before)
        if (after.met, after.heard) == (before.met, before.heard):
            continue
        row = next((row for row in rows if same_person(row.name, before.name)), None)
        if row:
            uow.people.change(row.id, met=after.met, heard=after.heard)
        else:
            uow.people.name(
                kept.id, before.name, role=before.role, side=before.side.value, met=after.met, heard=after.heard
            )
        if before.invited and after.met != before.met:
            first_time = {True: "no", False: "yes", None: ""}[after.met]
            for digest, name in _mentions(preparation, before.name):
                uow.corrections.say(digest, name, Action.FIELD.value, now, field="first_time", value=first_time)


def add_person(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, person: Attendee, now: dt.datetime
) -> None:
    """Somebody the messages do not name. Raises InvalidInput without a name, or when they stand there already."""
    name = " ".join(person.name.split())
    if not name:
        raise InvalidInput("name", "missing")
    if len(name) > _NAME_LIMIT or len(person.role) > _NAME_LIMIT:
        raise InvalidInput("name", "too_long")
    if any(same_person(one.name, name) for one in people_of(uow, kept, preparation)):
        raise InvalidInput("name", "taken")
    if preparation.meeting is None:
        uow.people.name(kept.id, name, role=person.role, side=person.side.value)
        return
    digest = preparation.meeting.document.digest
    uow.corrections.say(digest, name, Action.ADD.value, now)
    for field, value in (("role", person.role), ("side", person.side.value)):
        uow.corrections.say(digest, name, Action.FIELD.value, now, field=field, value=value)


def remove_person(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, name: str, now: dt.datetime
) -> None:
    """Take somebody off the list; `bring_back_person` undoes it."""
    for digest, written in _mentions(preparation, name):
        uow.corrections.say(digest, written, Action.STRIKE.value, now)
    for row in uow.people.of(kept.id):
        if same_person(row.name, name):
            uow.undo.remove("people", row.id, now)


def bring_back_person(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, name: str, now: dt.datetime
) -> None:
    """Put somebody back who was taken off the list."""
    for message in preparation.messages:
        for correction in uow.corrections.of(message.document.digest):
            if correction.action == Action.STRIKE and same_person(correction.words, name):
                uow.corrections.say(message.document.digest, correction.words, Action.ADD.value, now)
    for gone in uow.undo.in_order():
        if gone.kind == "people" and gone.preparation == kept.id and same_person(gone.name, name):
            uow.undo.restore(gone.id)


def _mentions(preparation: Preparation, name: str) -> list[tuple[str, str]]:
    """The messages that name somebody, each with the name as it stands there."""
    messages = (*preparation.messages, *((preparation.meeting,) if preparation.meeting else ()))
    found = {
        (message.document.digest, person.name): None
        for message in messages
        for person in message.participants
        if same_person(person.name, name)
    }
    return list(found)
