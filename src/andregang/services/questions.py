"""Spørsmål: what they may ask and what it measures, and what the person has chosen to ask."""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from andregang.content import load_decisions, load_roles
from andregang.domain.decision import order_questions, read_view, views_of
from andregang.domain.errors import NotFound
from andregang.domain.evidence import item_key
from andregang.domain.examples import SERVED, ExamplePart, Telling, coverage
from andregang.domain.job_ad import AdItem
from andregang.domain.preparation import Knowledge, Preparation
from andregang.domain.questions import OwnQuestion, Question, hv_drill
from andregang.domain.questions.choice import CHOSEN, MOST, choose, chosen_questions, drop, move, own_line
from andregang.domain.text import Language
from andregang.store import Draft, Example, Note, StoredPreparation, UnitOfWork

Order = Callable[[Sequence[OwnQuestion]], Sequence[OwnQuestion]]
"""Puts questions in the order they are worth asking."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question worth preparing, with the line of the ad it is about and the examples of that line."""

    question: Question
    key: str
    examples: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class SeenQuestions:
    """The questions, the worthiest first; `lines` can be drilled, `drilled` is the one chosen with its seven."""

    asked: tuple[Asked, ...]
    lines: Mapping[str, AdItem]
    drilled: AdItem | None
    drill: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions to ask one person (or one with that role), or about one decision. `open`: none of them is chosen."""

    title: str
    questions: tuple[OwnQuestion, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class SeenOwnQuestions:
    """What is chosen, in order, and what can be. `required` are decisions nothing chosen informs, in words.

    `decisions` are all in words by id; `people` the names of those one meets.
    """

    chosen: tuple[OwnQuestion, ...]
    groups: tuple[Group, ...]
    required: tuple[str, ...]
    decisions: Mapping[str, str]
    people: tuple[str, ...]

    @property
    def full(self) -> bool:
        return len(self.chosen) >= MOST

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(question.id for question in self.chosen)


def see_questions(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge, key: str = ""
) -> SeenQuestions:
    """What they may ask; with the key of a line of the ad, the seven hv-words about it."""
    lines = coverage(preparation.ad, [_telling(example) for example in uow.examples.of(kept.id)])
    examples = {line.key: line.examples for line in lines}
    asked = []
    for question in preparation.questions:
        about = item_key(question.item) if question.item else ""
        asked.append(Asked(question, about if about in examples else "", examples.get(about, ())))
    items = {item_key(item): item for item in (preparation.ad.of_kind(*SERVED[:3]) if preparation.ad else ())}
    drilled = items.get(key)
    drill: tuple[Question, ...] = ()
    if drilled is not None:
        match = next((match for match in preparation.matches if match.item == drilled), None)
        drill = hv_drill(drilled, knowledge.questions, preparation.language, preparation.ad, match)
    return SeenQuestions(tuple(asked), items, drilled, drill)


def see_own_questions(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    *,
    by_decision: bool = False,
    order: Order | None = None,
) -> SeenOwnQuestions:
    """What is chosen, and what is proposed for each person or about each decision, in the `order` worth asking."""
    proposed = preparation.own_questions
    chosen = chosen_questions(_lines(uow, kept), proposed, knowledge.own_questions, preparation.language)
    informed = {question.informs for question in chosen}
    language = _said_in(preparation)
    decisions = {decision.id: decision.words[language] for decision in load_decisions()}
    required = [decision for decision in load_decisions() if decision.required and decision.id not in informed]
    roles = {role.id: role.label[language] for role in load_roles()}
    groups: dict[str, list[OwnQuestion]] = {} if by_decision else {_to(question, roles): [] for question in proposed}
    for question in order(proposed) if order else proposed:
        title = decisions.get(question.informs, "") if by_decision else _to(question, roles)
        groups.setdefault(title, []).append(question)
    if by_decision:
        groups = {title: groups[title] for title in decisions.values() if title in groups}
    ids = {question.id for question in chosen}
    meeting = preparation.meeting
    return SeenOwnQuestions(
        chosen,
        tuple(Group(t, tuple(asked), not any(q.id in ids for q in asked)) for t, asked in groups.items()),
        tuple(decision.words[language] for decision in required) if chosen else (),
        decisions,
        tuple(person.name for person in meeting.participants) if meeting else (),
    )


def _to(question: OwnQuestion, roles: Mapping[str, str]) -> str:
    return question.person or roles.get(question.to, question.to)


def by_worth(uow: UnitOfWork, kept: StoredPreparation) -> Order:
    """First what could change the decision most, by what the person has said of each decision."""
    said = {
        row.decision: read_view(row.decision, row.known, row.standing, row.weight)
        for row in uow.standings.of(kept.id)
        if not row.offer
    }
    views = views_of(said)
    return lambda questions: tuple(one.question for one in order_questions(questions, views))


def choose_question(uow: UnitOfWork, kept: StoredPreparation, line: str, now: dt.datetime) -> None:
    """One more to ask: an id of the bank, or the person's own words. Raises InvalidInput when five are chosen."""
    _keep(uow, kept, choose(_lines(uow, kept), line), now)


def write_question(
    uow: UnitOfWork, kept: StoredPreparation, words: str, informs: str, person: str, now: dt.datetime
) -> None:
    """One more to ask, in the person's own words, for whom and to decide what. Raises InvalidInput."""
    known = {decision.id for decision in load_decisions()}
    choose_question(uow, kept, own_line(words, informs if informs in known else "", person), now)


def order_chosen(
    uow: UnitOfWork, kept: StoredPreparation, seen: SeenOwnQuestions, order: Order, now: dt.datetime
) -> None:
    """The chosen in the order worth asking."""
    _keep(uow, kept, tuple(question.id for question in order(seen.chosen)), now)


@dataclass(frozen=True, slots=True)
class Noted:
    """A chosen question with what was answered, its version, and texts that lost a race with it."""

    question: OwnQuestion
    key: str
    decision: str
    text: str
    version: int
    drafts: tuple[Draft, ...]


def see_answers(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge
) -> tuple[Noted, ...]:
    """What was answered to each chosen question."""
    lines = _lines(uow, kept)
    chosen = chosen_questions(lines, preparation.own_questions, knowledge.own_questions, preparation.language)
    decisions = {decision.id: decision.words[_said_in(preparation)] for decision in load_decisions()}
    notes = {note.key: note for note in uow.notes.of(kept.id)}
    keys = [answer_key(question.id) for question in chosen]
    lost = uow.drafts.all("kept", about=tuple(f"note:{key}" for key in keys))
    noted = []
    for question, key in zip(chosen, keys, strict=True):
        note = notes.get(key)
        drafts = tuple(one for one in lost if one.about == f"note:{key}" and one.preparation == kept.id)
        text, version = (note.text, note.version) if note else ("", 0)
        noted.append(Noted(question, key, decisions.get(question.informs, ""), text, version, drafts))
    return tuple(noted)


def note_answer(
    uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    """What they answered to a chosen question. Raises NotFound, or BothTexts when another window wrote meanwhile."""
    _check(uow, kept, key)
    if not text.strip() and uow.notes.read(kept.id, key) is None:
        return None
    return uow.notes.write(kept.id, key, text, version, now)


def settle_answer(uow: UnitOfWork, kept: StoredPreparation, draft: str, now: dt.datetime, *, use: bool) -> None:
    """The person chooses between two texts. Raises NotFound."""
    keys = [answer_key(line) for line in _lines(uow, kept)]
    lost = next(
        (one for one in uow.drafts.all("kept", about=tuple(f"note:{key}" for key in keys)) if one.id == draft), None
    )
    if lost is None:
        raise NotFound("draft", draft)
    uow.notes.settle(kept.id, lost.about.removeprefix("note:"), draft, now, use=use)


def answer_key(line: str) -> str:
    """The key of the note that keeps the answer to a chosen question."""
    return f"asked:{hashlib.sha256(line.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _check(uow: UnitOfWork, kept: StoredPreparation, key: str) -> None:
    if key not in {answer_key(line) for line in _lines(uow, kept)}:
        raise NotFound("question", key)


def drop_question(uow: UnitOfWork, kept: StoredPreparation, line: str, now: dt.datetime) -> None:
    """One less to ask."""
    _keep(uow, kept, drop(_lines(uow, kept), line), now)


def move_question(uow: UnitOfWork, kept: StoredPreparation, line: str, step: int, now: dt.datetime) -> None:
    """One of the chosen asked earlier (below zero) or later. Raises NotFound for one not chosen."""
    _keep(uow, kept, move(_lines(uow, kept), line, step), now)


def _lines(uow: UnitOfWork, kept: StoredPreparation) -> tuple[str, ...]:
    note = uow.notes.read(kept.id, CHOSEN)
    return tuple(line for line in note.text.splitlines() if line) if note else ()


def _keep(uow: UnitOfWork, kept: StoredPreparation, lines: tuple[str, ...], now: dt.datetime) -> None:
    note = uow.notes.read(kept.id, CHOSEN)
    uow.notes.write(kept.id, CHOSEN, "\n".join(lines), note.version if note else 0, now)


def _said_in(preparation: Preparation) -> Language:
    return preparation.language if preparation.language in (Language.NB, Language.NN, Language.EN) else Language.NB


def _telling(example: Example) -> Telling:
    parts = {part: str(getattr(example, part.value)) for part in ExamplePart}
    return Telling(example.id, example.title, parts, example.items)
