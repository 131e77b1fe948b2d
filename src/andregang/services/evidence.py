"""Krav: how each line of the ad stands, and the person's own word on the evidence for it."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from andregang.domain.cv import Cv, CvLine
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.evidence import Match, Surroundings, item_key, same_words, surroundings
from andregang.domain.examples import LineFinder
from andregang.domain.job_ad import ItemKind
from andregang.domain.preparation import Preparation
from andregang.domain.preparation.correct import OWN_WORDS_FIELD
from andregang.domain.questions import Question, QuestionBank, QuestionTemplate, hv_drill
from andregang.domain.readiness import Readiness, Standing, readiness_of, standing_of, worst_first
from andregang.domain.source import Action, Quote
from andregang.store import Correction, Draft, Example, Note, StoredPreparation, UnitOfWork

ROWS = 50
MOST_OWN_WORDS = 2000
EVIDENCE_FIELD = "evidence"
"""The `field` of a correction that confirms or rejects a CV line as evidence."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ad in the list, with how many of the person's examples serve it."""

    key: str
    match: Match
    standing: Standing
    examples: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of lines, worst first. `total` counts the lines of the standing asked for, on all pages."""

    rows: tuple[Row, ...]
    readiness: Readiness
    standing: Standing | None
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """What the person laid aside: a line of the CV, or with `own` words of their own."""

    words: str
    own: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ad with all that belongs to it. `approach` is how the person would do it, once written;
    `approaches` are texts about it that lost a race with another window."""

    key: str
    match: Match
    standing: Standing
    around: Surroundings
    rejected: tuple[Rejected, ...]
    questions: tuple[Question, ...]
    examples: tuple[Example, ...]
    approach: Note | None
    approaches: tuple[Draft, ...]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class CvLines:
    """A page of the CV's lines that hold the words looked for."""

    lines: tuple[CvLine, ...]
    page: int
    pages: int


def list_lines(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, standing: Standing | None, page: int
) -> Listing:
    """The lines of the ad, worst first, those of one standing or all; `page` counts from 1."""
    cv_given = preparation.cv is not None
    rows = [Row(item_key(m.item), m, s) for m, s in worst_first(preparation.matches, cv_given=cv_given)]
    chosen = [row for row in rows if standing in (None, row.standing)]
    pages = max(1, -(-len(chosen) // ROWS))
    page = min(max(1, page), pages)
    finder = LineFinder([row.match.item for row in rows])
    served = Counter(key for example in uow.examples.of(kept.id) for key in finder.keys(example.items))
    return Listing(
        tuple(replace(row, examples=served[row.key]) for row in chosen[(page - 1) * ROWS : page * ROWS]),
        readiness_of(preparation.matches, cv_given=cv_given),
        standing,
        page,
        pages,
        len(chosen),
    )


def find_match(preparation: Preparation, key: str) -> Match:
    """The match of a line by its key. Raises NotFound."""
    for match in preparation.matches:
        if item_key(match.item) == key:
            return match
    raise NotFound("line", key)


def see_line(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, key: str, bank: QuestionBank) -> Line:
    """One line of the ad, with questions, examples and what was written. Raises NotFound."""
    match = find_match(preparation, key)
    assert preparation.ad is not None
    words = match.item.quote.words
    order = [item_key(m.item) for m, _ in worst_first(preparation.matches, cv_given=preparation.cv is not None)]
    place = order.index(key)
    finder = LineFinder([m.item for m in preparation.matches])
    note_key = approach_key(key)
    return Line(
        key=key,
        match=match,
        standing=standing_of(match, cv_given=preparation.cv is not None),
        around=surroundings(match.item.quote, preparation.ad.document),
        rejected=_rejected(uow.corrections.of(preparation.ad.document.digest), words),
        questions=_questions(preparation, match, bank),
        examples=tuple(e for e in uow.examples.of(kept.id) if key in finder.keys(e.items)),
        approach=uow.notes.read(kept.id, note_key),
        approaches=tuple(d for d in uow.drafts.of(f"note:{note_key}") if d.preparation == kept.id),
        before=order[place - 1] if place else None,
        after=order[place + 1] if place + 1 < len(order) else None,
    )


def judge(uow: UnitOfWork, preparation: Preparation, key: str, action: Action, evidence: str, now: dt.datetime) -> None:
    """The person says that a line of the CV is evidence for a line of the ad, or that it is not."""
    match = find_match(preparation, key)
    assert preparation.ad is not None
    if action not in (Action.CONFIRM, Action.REJECT) or not evidence:
        raise InvalidInput("action", "unknown_choice")
    uow.corrections.say(
        preparation.ad.document.digest,
        match.item.quote.words,
        action.value,
        now,
        field=EVIDENCE_FIELD,
        other_document=preparation.cv.document.digest if preparation.cv else "",
        other_words=evidence,
    )


def take_back(uow: UnitOfWork, preparation: Preparation, key: str, evidence: str) -> None:
    """The person has no word on this line of the CV after all; the reading stands again."""
    match = find_match(preparation, key)
    assert preparation.ad is not None
    for said in uow.corrections.of(preparation.ad.document.digest):
        about = said.field == EVIDENCE_FIELD and said.words == match.item.quote.words
        if about and same_words(said.other_words, evidence):
            uow.corrections.take_back(said.id)


def add_own_words(
    uow: UnitOfWork, preparation: Preparation, key: str, words: str, now: dt.datetime, *, remove: bool = False
) -> None:
    """The person's own words speak for a line of the ad, or no longer do. Raises InvalidInput when there are none."""
    match = find_match(preparation, key)
    assert preparation.ad is not None
    if not words.strip():
        raise InvalidInput("own_words", "missing")
    if len(words) > MOST_OWN_WORDS:
        raise InvalidInput("own_words", "too_long")
    action = Action.REJECT if remove else Action.ADD
    uow.corrections.say(
        preparation.ad.document.digest,
        match.item.quote.words,
        action.value,
        now,
        field=OWN_WORDS_FIELD,
        other_words=words.strip(),
    )


def write_approach(
    uow: UnitOfWork, kept: StoredPreparation, key: str, text: str, version: int, now: dt.datetime
) -> Note:
    """How the person would do it where there is no experience. Raises BothTexts when another window wrote."""
    note = uow.notes.write(kept.id, approach_key(key), text, version, now)
    for draft in uow.drafts.of(f"note:{approach_key(key)}"):
        if draft.preparation == kept.id:
            uow.drafts.discard(draft.id)
    return note


def approach_key(key: str) -> str:
    """The key of the note that says how the person would do what a line asks for."""
    return f"approach:{key}"


def list_cv_lines(cv: Cv | None, sought: str, page: int) -> CvLines:
    """The CV's lines that hold all the words sought, in the CV's order; `page` counts from 1."""
    wanted = sought.casefold().split()
    lines = [line for line in (cv.lines if cv else ()) if _holds(line.quote, wanted)]
    pages = max(1, -(-len(lines) // ROWS))
    page = min(max(1, page), pages)
    return CvLines(tuple(lines[(page - 1) * ROWS : page * ROWS]), page, pages)


def _holds(quote: Quote, wanted: Sequence[str]) -> bool:
    words = quote.words.casefold()
    return all(word in words for word in wanted)


def _rejected(corrections: Sequence[Correction], words: str) -> tuple[Rejected, ...]:
    return tuple(
        Rejected(said.other_words, said.field == OWN_WORDS_FIELD)
        for said in corrections
        if said.action == Action.REJECT.value and said.other_words and said.words == words
    )


def _questions(preparation: Preparation, match: Match, bank: QuestionBank) -> tuple[Question, ...]:
    """The questions chosen about this line, then one for each hv-word; of a demand, those that can be asked of it."""
    chosen = [q for q in preparation.questions if q.item == match.item]
    if match.asks_for_example:
        return tuple(chosen)
    known = {question.id for question in chosen}
    drill = hv_drill(match.item, bank, preparation.language, preparation.ad, match)
    return (*chosen, *(q for q in drill if q.id not in known and _suits(bank.template(q.template), match)))


def _suits(template: QuestionTemplate, match: Match) -> bool:
    """Whether a question made for tasks can be asked of this line: papers are asked about by what is made for them."""
    if match.item.kind is ItemKind.TASK:
        return True
    paper = bool(match.rule) and match.rule != "years"
    return template.demand and (bool(template.fits) or not paper)
