"""Åpenhet: what one chooses to tell, must tell and need not answer; one's own text on each topic."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from andregang.content.law import Law, LawItem, OwnTopic, load_law
from andregang.domain.errors import NotFound
from andregang.domain.openness import Duty, NamedInAd, Touched, duty_to_tell, is_public_employer, named_in_ad, topics_of
from andregang.domain.preparation import Preparation
from andregang.domain.vocabulary import Vocabulary
from andregang.store import Draft, Note, StoredPreparation, UnitOfWork

LONGEST_QUESTION = 300
_PREFIX = "openness:"


@dataclass(frozen=True, slots=True)
class SeenOpenness:
    """All topics and rules; `written` are the ids of those with a text of one's own, `in_ad` what the ad itself says
    it will ask for, `touched` the rules a question put in touches."""

    law: Law
    written: frozenset[str]
    in_ad: tuple[NamedInAd, ...]
    public: bool
    question: str
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class SeenTopic:
    """One topic or rule with one's own text. `rules` stand beside it; `named` are the ad's words about it."""

    id: str
    own: OwnTopic | None
    item: LawItem | None
    rules: tuple[LawItem, ...]
    named: NamedInAd | None
    text: str
    version: int
    drafts: tuple[Draft, ...]


def see_openness(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary, question: str = ""
) -> SeenOpenness:
    """What there is to think of, and what a question touches."""
    question = " ".join(question.split())[:LONGEST_QUESTION]
    written = {note.key.removeprefix(_PREFIX) for note in uow.notes.of(kept.id) if _is_written(note)}
    return SeenOpenness(
        load_law(),
        frozenset(written),
        named_in_ad(preparation.ad, vocabulary),
        is_public_employer(preparation.ad, vocabulary),
        question,
        topics_of(question, vocabulary) if question else (),
    )


def see_topic(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, vocabulary: Vocabulary, topic: str
) -> SeenTopic:
    """One topic (`OT1`) or rule (`LA6`). Raises NotFound."""
    law = load_law()
    own, item = law.topics.get(topic), law.items.get(topic)
    if own is None and item is None:
        raise NotFound("topic", topic)
    note = uow.notes.read(kept.id, _PREFIX + topic)
    named = next((one for one in named_in_ad(preparation.ad, vocabulary) if one.law == topic), None)
    return SeenTopic(
        topic,
        own,
        item,
        tuple(law.items[one] for one in own.law) if own else ((item,) if item else ()),
        named,
        note.text if note else "",
        note.version if note else 0,
        uow.notes.lost(kept.id, _PREFIX + topic),
    )


def write_topic(
    uow: UnitOfWork, kept: StoredPreparation, topic: str, text: str, version: int, now: dt.datetime
) -> Note | None:
    """What one would say. Raises BothTexts when another window wrote meanwhile, NotFound for no such topic."""
    law = load_law()
    if topic not in law.topics and topic not in law.items:
        raise NotFound("topic", topic)
    if not text.strip() and uow.notes.read(kept.id, _PREFIX + topic) is None:
        return None
    return uow.notes.write(kept.id, _PREFIX + topic, text, version, now)


def settle_topic(
    uow: UnitOfWork, kept: StoredPreparation, topic: str, draft: str, now: dt.datetime, *, use: bool
) -> None:
    """The person chooses between the two texts. Raises NotFound."""
    uow.notes.settle(kept.id, _PREFIX + topic, draft, now, use=use)


def duty_of(answers: Mapping[str, str]) -> Duty | None:
    """What follows from the three questions; None until all are answered yes or no."""
    if any(answers.get(name) not in ("yes", "no") for name in ("forbidden", "asked", "matters")):
        return None
    forbidden, asked, matters = (answers[name] == "yes" for name in ("forbidden", "asked", "matters"))
    return duty_to_tell(forbidden=forbidden, asked=asked, matters=matters)


def _is_written(note: Note) -> bool:
    return note.key.startswith(_PREFIX) and bool(note.text.strip())
