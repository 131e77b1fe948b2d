"""Beslutningen: what the person knows of the twelve decisions, what each side still needs, and offers side by side."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from andregang.content import load_decisions
from andregang.domain.decision import (
    DECISIONS,
    LONGEST_NAME,
    Column,
    Known,
    Lean,
    Ordered,
    Ready,
    Turning,
    View,
    lean_of,
    order_questions,
    read_terms,
    read_view,
    readiness_to_answer,
    terms_in_use,
    turning_points,
    unlike,
    views_of,
)
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.evidence import item_key
from andregang.domain.job_ad import ItemKind
from andregang.domain.preparation import Knowledge, Preparation
from andregang.domain.process import current_number, doubts_key, lines_of, promises_key, promises_of
from andregang.domain.questions import OwnQuestion
from andregang.domain.questions.choice import CHOSEN, chosen_questions
from andregang.domain.readiness import Standing, worst_first
from andregang.domain.referees.choosing import ENOUGH
from andregang.domain.text import Language
from andregang.store import Draft, Note, Offer, Removed, StoredPreparation, UnitOfWork

ASK_FIRST = 5
NEEDS = 4
"""How many lines of one kind each column holds."""

OFFERS = 5


class NeedKind(StrEnum):
    """What they still need from the person."""

    DOUBT = "doubt"
    PROMISE = "promise"
    LINE = "line"
    REFEREES = "referees"


@dataclass(frozen=True, slots=True)
class Need:
    """Something they still need: words of a doubt, a promise or a line of the ad (with its key)."""

    kind: NeedKind
    words: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class OneDecision:
    """A decision in the person's language with their view, and the question that would inform it first, if any."""

    view: View
    words: str
    required: bool
    question: OwnQuestion | None

    @property
    def in_front(self) -> bool:
        """Whether it is shown at once: it must be known, or the person has said something about it."""
        return self.required or self.view.touched


@dataclass(frozen=True, slots=True)
class SeenDecision:
    """All twelve, and what follows from them. `turning` is each with its words."""

    decisions: tuple[OneDecision, ...]
    ready: Ready
    unknown: tuple[str, ...]
    lean: Lean
    turning: tuple[tuple[Turning, str], ...]
    they_need: tuple[Need, ...]
    first: tuple[Ordered, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class SeenOne:
    """One decision with the text about it, its version, and the texts that lost a race with it."""

    one: OneDecision
    offer: Offer | None
    text: str
    version: int
    drafts: tuple[Draft, ...]
    questions: tuple[OwnQuestion, ...]
    next: str


@dataclass(frozen=True, slots=True)
class SeenOffers:
    """The offers as columns, this job first; what they are compared on; decisions in which they are unlike."""

    columns: tuple[Column, ...]
    terms: tuple[str, ...]
    words: Mapping[str, str]
    unlike: frozenset[str]
    leans: Mapping[str, Lean]
    ready: Mapping[str, Ready]
    removed: Removed | None


def see_decision(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge, language: Language
) -> SeenDecision:
    """What is known, what follows, and what each side still needs."""
    views = _views(uow, kept)[""]
    asked = order_questions(_to_ask(uow, kept, preparation, knowledge), views)
    words = _words(language)
    decisions = tuple(
        OneDecision(view, words[view.decision], required, _first_about(view, asked))
        for view, required in zip(views, (one.required for one in load_decisions()), strict=True)
    )
    ready = readiness_to_answer(views)
    return SeenDecision(
        decisions,
        ready,
        tuple(words[decision] for decision in ready.unknown),
        lean_of(views),
        tuple((turning, words[turning.decision]) for turning in turning_points(views)),
        _they_need(uow, kept, preparation),
        tuple(one for one in asked if one.value > 0)[:ASK_FIRST],
        uow.offers.of(kept.id),
    )


def see_one(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    knowledge: Knowledge,
    decision: str,
    offer: str,
    language: Language,
) -> SeenOne:
    """One decision about this job (`offer` is "") or another. Raises NotFound."""
    if decision not in DECISIONS:
        raise NotFound("decision", decision)
    other = _offer(uow, kept, offer) if offer else None
    views = _views(uow, kept).get(offer, views_of({}))
    view = views[DECISIONS.index(decision)]
    asked = [] if offer else _to_ask(uow, kept, preparation, knowledge)
    questions = tuple(question for question in asked if question.informs == decision)
    required = next(one.required for one in load_decisions() if one.id == decision)
    note = uow.notes.read(kept.id, _key(decision, offer))
    at = DECISIONS.index(decision) + 1
    return SeenOne(
        OneDecision(view, _words(language)[decision], required, next(iter(questions), None)),
        other,
        note.text if note else "",
        note.version if note else 0,
        uow.notes.lost(kept.id, _key(decision, offer)),
        questions,
        DECISIONS[at] if at < len(DECISIONS) else "",
    )


def keep_view(
    uow: UnitOfWork, kept: StoredPreparation, decision: str, offer: str, given: Mapping[str, str], now: dt.datetime
) -> None:
    """What the person says of one decision. Raises NotFound."""
    if decision not in DECISIONS:
        raise NotFound("decision", decision)
    if offer:
        _offer(uow, kept, offer)
    view = read_view(decision, given.get("known", ""), given.get("answer", ""), given.get("weight", ""))
    values = {"known": view.known.value, "weight": view.weight, "standing": view.answer.value, "changed": now}
    stands = uow.standings.find(preparation=kept.id, offer=offer, decision=decision)
    if stands:
        uow.standings.change(stands.id, **values)
    else:
        uow.standings.add(preparation=kept.id, offer=offer, decision=decision, note="", **values)


def write_why(
    uow: UnitOfWork, kept: StoredPreparation, decision: str, offer: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    """What the person rests it on. Raises BothTexts when another window wrote meanwhile."""
    key = _key(decision, offer)
    if not text.strip() and uow.notes.read(kept.id, key) is None:
        return None
    return uow.notes.write(kept.id, key, text, version, now)


def settle_why(
    uow: UnitOfWork, kept: StoredPreparation, decision: str, offer: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between the two texts. Raises NotFound."""
    uow.notes.settle(kept.id, _key(decision, offer), draft, now, use=use)


def see_offers(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, language: Language, removed: str = ""
) -> SeenOffers:
    """This job and the others side by side."""
    views = _views(uow, kept)
    mine = uow.notes.read(kept.id, _TERMS)
    name = preparation.employer or preparation.title or kept.title
    columns = [Column("", name, _terms(mine.text if mine else ""), views[""])]
    for offer in uow.offers.of(kept.id):
        terms = {term: str(said) for term, said in offer.terms.items()}
        columns.append(Column(offer.id, offer.name, terms, views.get(offer.id, views_of({}))))
    return SeenOffers(
        tuple(columns),
        terms_in_use(columns),
        _words(language),
        frozenset(decision for decision in DECISIONS if unlike(columns, decision)),
        {column.id: lean_of(column.views) for column in columns},
        {column.id: readiness_to_answer(column.views) for column in columns},
        uow.undo.find(id=removed, kind="offers", preparation=kept.id) if removed else None,
    )


def keep_offer(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    name: str,
    given: Mapping[str, str],
    now: dt.datetime,
) -> str:
    """An offer as the person writes it: "" is a new one, "denne" this job; its id. Raises InvalidInput, NotFound."""
    name, terms = " ".join(name.split()), read_terms(given)
    if id == THIS:
        note = uow.notes.read(kept.id, _TERMS)
        text = "\n".join(f"{term}: {said}" for term, said in terms.items())
        uow.notes.write(kept.id, _TERMS, text, note.version if note else 0, now)
        return id
    if not name:
        raise InvalidInput("name", "missing")
    if len(name) > LONGEST_NAME:
        raise InvalidInput("name", "too_long")
    if id:
        return uow.offers.change(_offer(uow, kept, id).id, name=name, terms=terms, changed=now).id
    if uow.offers.count(preparation=kept.id) >= OFFERS:
        raise InvalidInput("name", "too_many")
    position = uow.offers.next_position(preparation=kept.id)
    return uow.offers.add(preparation=kept.id, name=name, terms=terms, position=position, changed=now).id


def remove_offer(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Lays an offer aside; it can be brought back, with what was said of it. Raises NotFound."""
    return uow.undo.remove("offers", _offer(uow, kept, id).id, now)


def restore_offer(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> None:
    """Brings an offer back. Raises NotFound when it can no longer be."""
    if uow.undo.find(id=removed, kind="offers", preparation=kept.id) is None:
        raise NotFound("offer", removed)
    uow.undo.restore(removed)


THIS = "denne"
_TERMS = "offer_terms"


def _terms(text: str) -> dict[str, str]:
    return read_terms(dict(line.split(": ", 1) for line in text.splitlines() if ": " in line))


def _offer(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Offer:  # noqa: A002
    offer = uow.offers.get(id)
    if offer.preparation != kept.id:
        raise NotFound("offer", id)
    return offer


def _key(decision: str, offer: str) -> str:
    return f"decision:{decision}:{offer}" if offer else f"decision:{decision}"


def _views(uow: UnitOfWork, kept: StoredPreparation) -> dict[str, tuple[View, ...]]:
    """The views of this job ("") and of each other offer something was said of."""
    said: dict[str, dict[str, View]] = {"": {}}
    for row in uow.standings.of(kept.id):
        view = read_view(row.decision, row.known, row.standing, row.weight)
        said.setdefault(row.offer, {})[row.decision] = view
    return {offer: views_of(given) for offer, given in said.items()}


def _words(language: Language) -> dict[str, str]:
    return {decision.id: decision.words[language] for decision in load_decisions()}


def _to_ask(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, knowledge: Knowledge
) -> tuple[OwnQuestion, ...]:
    """What is proposed for those one meets, and what the person has chosen beside it."""
    note = uow.notes.read(kept.id, CHOSEN)
    lines = tuple(line for line in note.text.splitlines() if line) if note else ()
    proposed = preparation.own_questions
    chosen = chosen_questions(lines, proposed, knowledge.own_questions, preparation.language)
    ids = {question.id for question in proposed}
    return (*proposed, *(question for question in chosen if question.id not in ids))


def _first_about(view: View, asked: tuple[Ordered, ...]) -> OwnQuestion | None:
    if view.known is Known.WELL:
        return None
    return next((one.question for one in asked if one.question.informs == view.decision), None)


def _they_need(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> tuple[Need, ...]:
    """What they may still doubt or wait for, the person's own words first."""
    number = current_number(preparation)
    notes = {note.key: note.text for note in uow.notes.of(kept.id)}
    done = {mark.task for mark in uow.plan_marks.of(kept.id) if mark.done}
    needs = [Need(NeedKind.DOUBT, words) for words in lines_of(notes.get(doubts_key(number), ""))[:NEEDS]]
    promises = promises_of(notes.get(promises_key(number), ""), done)
    needs += [Need(NeedKind.PROMISE, one.words) for one in promises if not one.kept][:NEEDS]
    said = {need.words for need in needs}
    lines = worst_first(preparation.matches, cv_given=preparation.cv is not None)
    open_lines = [
        match.item
        for match, standing in lines
        if standing in (Standing.NOT_FOUND, Standing.THIN) and match.item.kind in (ItemKind.TASK, ItemKind.MUST)
    ]
    needs += [
        Need(NeedKind.LINE, item.quote.words, item_key(item)) for item in open_lines if item.quote.words not in said
    ][:NEEDS]
    agreed = sum(1 for one in uow.referees.of(kept.id) if one.agreed)
    return (*needs, Need(NeedKind.REFEREES)) if agreed < ENOUGH else tuple(needs)
