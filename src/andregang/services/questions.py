"""Spørsmål: what they may ask and what it measures, and what the person has chosen to ask."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from andregang.content import load_decisions, load_roles
from andregang.domain.evidence import item_key
from andregang.domain.examples import SERVED, ExamplePart, Telling, coverage
from andregang.domain.job_ad import AdItem
from andregang.domain.preparation import Knowledge, Preparation
from andregang.domain.questions import OwnQuestion, Question, hv_drill
from andregang.domain.questions.choice import CHOSEN, MOST, choose, chosen_questions, drop, move
from andregang.domain.text import Language
from andregang.store import Example, StoredPreparation, UnitOfWork


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
    """What is chosen, in order, and what can be. `required` are decisions nothing chosen informs, in words."""

    chosen: tuple[OwnQuestion, ...]
    groups: tuple[Group, ...]
    required: tuple[str, ...]

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
) -> SeenOwnQuestions:
    """What is chosen, and what is proposed for each person or about each decision."""
    proposed = preparation.own_questions
    chosen = chosen_questions(_lines(uow, kept), proposed, knowledge.own_questions, preparation.language)
    informed = {question.informs for question in chosen}
    language = _said_in(preparation)
    decisions = {decision.id: decision.words[language] for decision in load_decisions()}
    required = [decision for decision in load_decisions() if decision.required and decision.id not in informed]
    roles = {role.id: role.label[language] for role in load_roles()}
    groups: dict[str, list[OwnQuestion]] = {}
    for question in proposed:
        named = question.person or roles.get(question.to, question.to)
        title = decisions.get(question.informs, "") if by_decision else named
        groups.setdefault(title, []).append(question)
    ids = {question.id for question in chosen}
    order = {words: place for place, words in enumerate(decisions.values())}
    titles = sorted(groups, key=lambda title: order.get(title, -1)) if by_decision else list(groups)
    return SeenOwnQuestions(
        chosen,
        tuple(Group(t, tuple(groups[t]), not any(q.id in ids for q in groups[t])) for t in titles),
        tuple(decision.words[language] for decision in required) if chosen else (),
    )


def choose_question(uow: UnitOfWork, kept: StoredPreparation, line: str, now: dt.datetime) -> None:
    """One more to ask: an id of the bank, or the person's own words. Raises InvalidInput when five are chosen."""
    _keep(uow, kept, choose(_lines(uow, kept), line), now)


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
