"""Folk: whom one meets and what each listens for, has heard and can be asked; and those who know the person already."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from andregang.content import MeetingRole, load_own_questions, load_roles
from andregang.domain.errors import NotFound
from andregang.domain.examples import possible_referees
from andregang.domain.meeting import Participant, Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.meeting.names import same_person
from andregang.domain.people import Acquaintance, Told, acquaintances, heard_by, person_key
from andregang.domain.preparation import Preparation
from andregang.domain.process import Contact, contacts_of, current_number
from andregang.domain.questions import OwnQuestion, role_of
from andregang.domain.questions.choice import CHOSEN, MOST, chosen_questions
from andregang.domain.source import own_words
from andregang.domain.vocabulary import Vocabulary
from andregang.store import Draft, Note, StoredPreparation, UnitOfWork


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """Somebody one meets. `guessed` tells that the role was not read from a title; `told` is what they have heard."""

    key: str
    attendee: Attendee
    role: MeetingRole
    guessed: bool
    told: tuple[Told, ...]
    chosen: tuple[OwnQuestion, ...]
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class SeenPeople:
    """All one meets, those who know the person already, and the names of the examples by id."""

    people: tuple[SeenPerson, ...]
    known: tuple[Acquaintance, ...]
    examples: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OnePerson:
    """One person with the questions worth asking them, and what was noted about them with its version."""

    person: SeenPerson
    proposed: tuple[OwnQuestion, ...]
    full: bool
    note: str
    version: int
    drafts: tuple[Draft, ...]


def see_people(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary
) -> SeenPeople:
    """Everybody."""
    rows = uow.people.of(kept.id)
    known = [Attendee(row.name, row.role, _side(row.side), row.met, row.heard) for row in rows]
    meeting = attendees(preparation.meeting.participants if preparation.meeting else (), known)
    told = [Told(one.what, one.words, one.person, one.round, one.at) for one in uow.heard.of(kept.id)]
    contacts = contacts_of(preparation, meeting)
    asked = _chosen(uow, kept, preparation)
    roles = {role.id: role for role in load_roles()}
    number = current_number(preparation)
    people = []
    for one in meeting:
        row = next((row for row in rows if same_person(row.name, one.name)), None)
        role = role_of(Participant(one.name, one.role or None, one.side, own_words(one.name)), vocabulary)
        people.append(
            SeenPerson(
                person_key(one.name),
                one,
                roles[role],
                not one.role,
                heard_by(row.id if row else "", one.met, told, number),
                tuple(q for q in asked if q.person and same_person(q.person, one.name)),
                next((c for c in contacts if same_person(c.name, one.name)), None),
            )
        )
    return SeenPeople(tuple(people), *_known(uow, kept, meeting))


def _known(
    uow: UnitOfWork, kept: StoredPreparation, meeting: tuple[Attendee, ...]
) -> tuple[tuple[Acquaintance, ...], Mapping[str, str]]:
    examples = uow.examples.of(kept.id)
    named = [(name, one.id) for one in examples for name in possible_referees(one.people)]
    referees = [Acquaintance(row.name, row.role, row.claims, row.id, row.agreed) for row in uow.referees.of(kept.id)]
    titles = {one.id: one.title or one.planned[:60] for one in examples}
    return acquaintances(referees, named, meeting), titles


def see_person(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary, key: str
) -> OnePerson:
    """One of those one meets. Raises NotFound."""
    person = next((one for one in see_people(uow, kept, preparation, vocabulary).people if one.key == key), None)
    if person is None:
        raise NotFound("person", key)
    asked = _chosen(uow, kept, preparation)
    taken = {one.id for one in asked}
    proposed = tuple(
        one
        for one in preparation.own_questions
        if one.id not in taken and one.person and same_person(one.person, person.attendee.name)
    )
    note = uow.notes.read(kept.id, _note_key(key))
    lost = uow.notes.lost(kept.id, _note_key(key))
    return OnePerson(person, proposed, len(asked) >= MOST, note.text if note else "", note.version if note else 0, lost)


def write_about_person(
    uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    """What the person notes about somebody. Raises BothTexts when another window wrote meanwhile."""
    if not text.strip() and uow.notes.read(kept.id, _note_key(key)) is None:
        return None
    return uow.notes.write(kept.id, _note_key(key), text, version, now)


def settle_about_person(
    uow: UnitOfWork, kept: StoredPreparation, key: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between two texts. Raises NotFound."""
    uow.notes.settle(kept.id, _note_key(key), draft, now, use=use)


def _chosen(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> tuple[OwnQuestion, ...]:
    note = uow.notes.read(kept.id, CHOSEN)
    lines = [line for line in note.text.splitlines() if line] if note else []
    return chosen_questions(lines, preparation.own_questions, load_own_questions(), preparation.language)


def _note_key(key: str) -> str:
    return f"person:{key}"


def _side(value: str) -> Side:
    return Side(value) if value in {side.value for side in Side} else Side.UNKNOWN
