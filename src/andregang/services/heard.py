"""Who has heard what: ticked off after a round, retold to those who come, held against what is written elsewhere."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.consistency import Contradiction, Held, Said, Statement, Topic, find_contradictions
from andregang.domain.cv import Cv, Role
from andregang.domain.examples import ExamplePart, Telling
from andregang.domain.heard import (
    CONTRIBUTION,
    EXAMPLE,
    STORY,
    Listener,
    Retelling,
    Spoken,
    Thing,
    heard_things,
    to_retell,
)
from andregang.domain.meeting import Side
from andregang.domain.meeting.attendees import Attendee, attendees
from andregang.domain.meeting.names import same_person
from andregang.domain.preparation import Preparation
from andregang.domain.process import LAST_ROUND, current_number
from andregang.domain.vocabulary import Vocabulary
from andregang.domain.writing import mark_of
from andregang.store import Heard, Person, StoredPreparation, UnitOfWork

LETTER, NOT_SAME = "letter", "not_same"
_SHOWN_NAME = 80
_KEY_LIMIT = 64
_TOPICS = {Spoken.FIGURE: Topic.FIGURE, Spoken.PAY: Topic.PAY, Spoken.REASON: Topic.REASON, Spoken.TITLE: Topic.TITLE,
           Spoken.DATE: Topic.DATE}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: `kind` says what it is, `name` which one, `page` its address in the preparation."""

    kind: str
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Places that do not say the same: the two values, each place once with its words, and the keys of all pairs."""

    values: tuple[str, str]
    said: tuple[tuple[Said, Place], ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeenHeard:
    """The log of one round, and what follows from all of it. `version` is the mark of the words and the letter."""

    round: int
    rounds: tuple[int, ...]
    things: tuple[Thing, ...]
    listeners: tuple[Listener, ...]
    words: Mapping[Spoken, str]
    letter: str
    version: str
    retell: tuple[Retelling, ...]
    differing: tuple[Shown, ...]
    set_aside: int


def see_heard(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary, number: int
) -> SeenHeard:
    """All of it, with the log of round `number`."""
    rows, people = uow.heard.of(kept.id), uow.people.of(kept.id)
    things, current = _things(uow, kept), current_number(preparation)
    listeners = _listeners(preparation, people, rows, current)
    words = _words(rows, number)
    letter = _note(uow, kept, LETTER)
    places = dict(_places(uow, kept, preparation, rows))
    pairs = find_contradictions([statement for _, said in places.values() for statement in said], vocabulary)
    aside = set(_note(uow, kept, NOT_SAME).split())
    shown = _grouped([pair for pair in pairs if pair.key not in aside], {name: at for name, (at, _) in places.items()})
    rounds = tuple(range(1, min(LAST_ROUND, max((current, number, *(row.round for row in rows)))) + 1))
    return SeenHeard(
        number, rounds, things, listeners, words, letter, _mark(words, letter), to_retell(things, listeners), shown,
        sum(pair.key in aside for pair in pairs),
    )  # fmt: skip


def _grouped(pairs: Sequence[Contradiction], places: Mapping[str, Place]) -> tuple[Shown, ...]:
    """Pairs with the same two values that share a place are shown together."""
    groups: list[list[Contradiction]] = []
    for pair in pairs:
        group = next((group for group in groups if _together(group[0], pair)), None)
        if group is None:
            groups.append([pair])
        else:
            group.append(pair)
    found = []
    for group in groups:
        said = {(one.source, one.start): one for pair in group for one in (pair.one, pair.other)}
        first = group[0]
        shown = tuple((one, places[one.source]) for one in said.values())
        found.append(Shown((first.one.value, first.other.value), shown, tuple(pair.key for pair in group)))
    return tuple(found)


def _together(one: Contradiction, other: Contradiction) -> bool:
    ends = [{(said.source, said.start) for said in (pair.one, pair.other)} for pair in (one, other)]
    values = [{_bare(said.value) for said in (pair.one, pair.other)} for pair in (one, other)]
    return one.topic is other.topic and bool(ends[0] & ends[1]) and values[0] == values[1]


def _bare(value: str) -> str:
    """A value by its figures, or by its words when it has none: "14 %" and "14 prosent" are one."""
    return "".join(sign for sign in value if sign.isdigit()) or value.casefold()


def tell(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    number: int,
    ticked: Iterable[tuple[str, str]],
    now: dt.datetime,
) -> None:
    """Who heard what, as the whole list says it: pairs of a person's name and a thing's id."""
    wanted: dict[str, set[str]] = {}
    for name, thing in ticked:
        wanted.setdefault(name, set()).add(thing)
    rows, current = uow.heard.of(kept.id), current_number(preparation)
    things = {thing.id: thing for thing in _things(uow, kept)}
    for one in _listeners(preparation, uow.people.of(kept.id), rows, current):
        given = wanted.get(one.name, set()) & things.keys()
        new, gone = given - one.told, (one.told & things.keys()) - given
        if not (new or gone):
            continue
        person = _person(uow, kept, one, preparation)
        if STORY in new | gone:
            uow.people.change(person, heard=STORY in given)
        for id_ in sorted(new - {STORY}):
            one_thing = things[id_]
            values = {"what": one_thing.what, "key": one_thing.key, "words": one_thing.name}
            uow.heard.add(preparation=kept.id, person=person, at=now.date(), round=number, **values)
        for row in rows:
            if row.person == person and _thing_id(row) in gone:
                uow.heard.delete(id=row.id)


def write_words(
    uow: UnitOfWork,
    kept: StoredPreparation,
    number: int,
    given: Mapping[Spoken, str],
    letter: str,
    version: str,
    now: dt.datetime,
) -> tuple[str, bool]:
    """What was said in a round, and the letter; the new mark, and whether another window had written meanwhile: then
    both texts stand, one after the other."""
    rows = [row for row in uow.heard.of(kept.id) if row.round == number and not row.person]
    stands, stood_letter = _words(rows, number), _note(uow, kept, LETTER)
    lost = version != _mark(stands, stood_letter)
    for topic, words in given.items():
        said = _both(stands.get(topic, ""), words) if lost else words
        row = next((row for row in rows if row.what == topic.value), None)
        if row and not said:
            uow.heard.delete(id=row.id)
        elif row and row.words != said:
            uow.heard.change(row.id, words=said)
        elif not row and said:
            uow.heard.add(
                preparation=kept.id, person="", what=topic.value, key="", words=said, at=now.date(), round=number
            )
    text = _both(stood_letter, letter) if lost else letter
    if text != stood_letter:
        _keep(uow, kept, LETTER, text, now)
    return _mark(_words(uow.heard.of(kept.id), number), text), lost


def set_aside(uow: UnitOfWork, kept: StoredPreparation, given: Iterable[str], now: dt.datetime) -> None:
    """The person says that things are not the same; remembered by their words, as the keys of the pairs."""
    keys = dict.fromkeys(_note(uow, kept, NOT_SAME).split())
    keys |= dict.fromkeys(key for key in given if key.isalnum() and len(key) <= _KEY_LIMIT)
    _keep(uow, kept, NOT_SAME, "\n".join(keys), now)


def bring_back(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime) -> None:
    """Everything set aside is shown again."""
    _keep(uow, kept, NOT_SAME, "", now)


def _both(stands: str, given: str) -> str:
    return stands if given in stands else given if stands in given else f"{stands}\n{given}"


def _keep(uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, now: dt.datetime) -> None:
    note = uow.notes.read(kept.id, key)
    if note or text:
        uow.notes.write(kept.id, key, text, note.version if note else 0, now)


def _note(uow: UnitOfWork, kept: StoredPreparation, key: str) -> str:
    note = uow.notes.read(kept.id, key)
    return note.text if note else ""


def _mark(words: Mapping[Spoken, str], letter: str) -> str:
    return mark_of("\n\n".join([*(words.get(topic, "") for topic in Spoken), letter]))


def _words(rows: Iterable[Heard], number: int) -> dict[Spoken, str]:
    return {Spoken(r.what): r.words for r in rows if r.round == number and not r.person and r.what in list(Spoken)}


def _thing_id(row: Heard) -> str:
    return Thing(row.what, row.key, "").id


def _things(uow: UnitOfWork, kept: StoredPreparation) -> tuple[Thing, ...]:
    texts = {story.key: story.text for story in uow.stories.of(kept.id)}
    contribution = texts.get(CONTRIBUTION, "").strip()
    found = [Thing(STORY, "", "")]
    if contribution:
        found.append(Thing(CONTRIBUTION, "", contribution[:_SHOWN_NAME]))
    for row in uow.examples.of(kept.id):
        name = Telling(row.id, row.title, {part: getattr(row, part.value) for part in ExamplePart}).name
        if name:
            found.append(Thing(EXAMPLE, row.id, name))
    return tuple(found)


def _listeners(
    preparation: Preparation, people: Sequence[Person], rows: Sequence[Heard], current: int
) -> tuple[Listener, ...]:
    sides = {side.value for side in Side}
    known = [Attendee(p.name, p.role, Side(p.side), p.met, p.heard) for p in people if p.side in sides]
    told = [(row.person, _thing_id(row), row.round) for row in rows if row.what in (STORY, CONTRIBUTION, EXAMPLE)]
    found = []
    for one in attendees(preparation.meeting.participants if preparation.meeting else (), known):
        row = next((row for row in people if same_person(row.name, one.name)), None)
        heard = heard_things(row.id if row else "-", one.met, told, current)
        comes = one.invited or preparation.meeting is None
        found.append(Listener(one.name, one.role, one.met, comes, heard | ({STORY} if one.heard else set())))
    return tuple(found)


def _person(uow: UnitOfWork, kept: StoredPreparation, one: Listener, preparation: Preparation) -> str:
    row = next((row for row in uow.people.of(kept.id) if same_person(row.name, one.name)), None)
    if row:
        return row.id
    named = preparation.meeting.participants if preparation.meeting else ()
    side = next((person.side for person in named if person.name == one.name), Side.UNKNOWN)
    return uow.people.name(kept.id, one.name, role=one.role, side=side.value, met=one.met).id


def _places(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, rows: Sequence[Heard]
) -> Iterator[tuple[str, tuple[Place, list[Statement]]]]:
    """Everything the person has said or written, by its place."""
    for example in uow.examples.of(kept.id):
        parts = [str(getattr(example, part.value)) for part in ExamplePart]
        source, text = f"example:{example.id}", "\n\n".join(part for part in parts if part.strip())
        about = f"{example.title} {example.frame}"
        yield source, (Place("example", example.title, f"belegg/{example.id}"), [Statement(source, text, about)])
    pages = {"about_me": ("story", "historien"), CONTRIBUTION: (CONTRIBUTION, "bidraget")}
    for story in uow.stories.of(kept.id):
        if story.key in pages:
            kind, page = pages[story.key]
            yield kind, (Place(kind, "", page), [Statement(kind, story.text)])
    latest = {attempt.question: attempt for attempt in uow.attempts.of(kept.id)}
    for attempt in latest.values():
        source = f"answer:{attempt.id}"
        place = Place("answer", attempt.asked[:_SHOWN_NAME], f"ov/svar/{attempt.id}")
        yield source, (place, [Statement(source, attempt.answer)])
    if preparation.cv:
        document = next((d for d in uow.documents.of(kept.id) if d.digest == preparation.cv.document.digest), None)
        page = f"dokumenter/{document.id}" if document else "dokumenter"
        yield "cv", (Place("cv", "", page), list(_cv_statements(preparation.cv)))
    if letter := _note(uow, kept, LETTER):
        yield "letter", (Place("letter", "", "fortalt#brevet"), [Statement("letter", letter)])
    yield from _rounds(uow, kept, rows)


def _rounds(
    uow: UnitOfWork, kept: StoredPreparation, rows: Sequence[Heard]
) -> Iterator[tuple[str, tuple[Place, list[Statement]]]]:
    notes = {note.key: note.text for note in uow.notes.of(kept.id)}
    said = {row.number: row.said for row in uow.rounds.of(kept.id)}
    for number in range(1, LAST_ROUND + 1):
        source = f"round:{number}"
        found = [Statement(source, text) for text in (notes.get(source, ""), said.get(number, "")) if text.strip()]
        for topic, words in _words(rows, number).items():
            found += [Statement(source, line, asked=_TOPICS[topic]) for line in words.splitlines() if line.strip()]
        if found:
            yield source, (Place("round", str(number), f"fortalt?runde={number}#ord"), found)


def _cv_statements(cv: Cv) -> Iterator[Statement]:
    for role in (*cv.work, *cv.volunteer):
        employer = role.organisation.value if role.organisation else ""
        yield Statement("cv", role.quote.words, held=_held(role, employer))
        yield from (Statement("cv", line.words, f"i {employer}") for line in role.highlights)
    for line in cv.profile:
        yield Statement("cv", line.words)
    for study in cv.education:
        yield Statement("cv", study.quote.words)
    for certificate in cv.certificates:
        yield Statement("cv", certificate.quote.words)


def _held(role: Role, employer: str) -> Held:
    return Held(employer, role.position.value if role.position else "", role.start, role.end, role.ongoing)
