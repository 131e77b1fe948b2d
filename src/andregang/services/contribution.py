"""Bidraget: three sentences on the first half-year, the tasks they answer and the examples that show them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from andregang.domain.contribution import Contribution, stressed_tasks, tie
from andregang.domain.evidence import item_key
from andregang.domain.examples import ExamplePart, LineFinder, Telling
from andregang.domain.job_ad import AdItem
from andregang.domain.preparation import Preparation
from andregang.domain.questions import Question
from andregang.domain.writing import mark_of
from andregang.store import BothTexts, Draft, Example, StoredPreparation, UnitOfWork

KEY = "contribution"
_GROUP = "B"


@dataclass(frozen=True, slots=True)
class Tied:
    """A task of the ad: whether the contribution is tied to it, and the examples of it."""

    key: str
    item: AdItem
    chosen: bool
    examples: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class SeenContribution:
    """The contribution with the mark of this writing, the tasks, the questions of bank B, and texts that lost a race.

    `shown_by` are the examples chosen to show it.
    """

    contribution: Contribution
    mark: str
    tasks: tuple[Tied, ...]
    shown_by: tuple[Telling, ...]
    questions: tuple[Question, ...]
    drafts: tuple[Draft, ...]


def see_contribution(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation) -> SeenContribution:
    """The contribution as it stands."""
    contribution = _stands(uow, kept)
    tellings = [_telling(example) for example in uow.examples.of(kept.id)]
    items = preparation.ad.items if preparation.ad else ()
    finder = LineFinder(items)
    chosen = finder.keys(contribution.items)
    tasks = stressed_tasks(preparation.ad, (q.item for q in preparation.questions if q.item), chosen)
    serving = {telling.id: finder.keys(telling.items) for telling in tellings}
    tied = tuple(
        Tied(
            item_key(item),
            item,
            item_key(item) in chosen,
            tuple(telling for telling in tellings if item_key(item) in serving[telling.id]),
        )
        for item in tasks
    )
    return SeenContribution(
        contribution,
        mark_of(contribution.text),
        tied,
        tuple(telling for telling in tellings if telling.id in contribution.examples),
        tuple(question for question in preparation.questions if question.group == _GROUP),
        _drafts(uow, kept),
    )


def write_contribution(uow: UnitOfWork, kept: StoredPreparation, text: str, mark: str, now: dt.datetime) -> str:
    """Writes the text over the writing that was read; the new mark. Raises BothTexts when another stands there."""
    stands = _stands(uow, kept).text
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


def settle_contribution(uow: UnitOfWork, kept: StoredPreparation, draft: str, now: dt.datetime, *, use: bool) -> None:
    """The person chooses between two texts: uses the one that lost the race, or lets it go."""
    for one in _drafts(uow, kept):
        if one.id == draft:
            if use:
                uow.stories.write(kept.id, KEY, one.text, now)
            uow.drafts.discard(one.id)


def tie_contribution(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    keys: Iterable[str],
    examples: Iterable[str],
    now: dt.datetime,
) -> None:
    """Which tasks the contribution answers, by key, and which examples show it, by id."""
    mine = {example.id for example in uow.examples.of(kept.id)}
    items = tie(preparation.ad.items if preparation.ad else (), keys)
    shown = [example for example in examples if example in mine]
    uow.stories.write(kept.id, KEY, _stands(uow, kept).text, now, items=items, examples=dict.fromkeys(shown))


def _stands(uow: UnitOfWork, kept: StoredPreparation) -> Contribution:
    story = uow.stories.find(preparation=kept.id, key=KEY)
    return Contribution(story.text, story.items, story.examples) if story else Contribution()


def _telling(example: Example) -> Telling:
    parts = {part: str(getattr(example, part.value)) for part in ExamplePart}
    return Telling(example.id, example.title, parts, example.items)


def _drafts(uow: UnitOfWork, kept: StoredPreparation) -> tuple[Draft, ...]:
    return tuple(draft for draft in uow.drafts.of(f"story:{KEY}") if draft.preparation == kept.id)
