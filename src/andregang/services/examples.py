"""Belegg: examples built part by part, the ad lines they serve, and the people who can be asked about them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from andregang.domain.errors import NotFound
from andregang.domain.examples import (
    SERVED,
    Covered,
    ExamplePart,
    Telling,
    coverage,
    possible_referees,
    served,
    with_items,
)
from andregang.domain.job_ad import AdItem
from andregang.domain.preparation import Preparation
from andregang.domain.writing import mark_of
from andregang.store import BothTexts, Draft, Example, Removed, StoredPreparation, UnitOfWork

ROWS = 50
OTHERS = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of many rows; `number` counts from 1."""

    number: int
    last: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """All examples and all lines, a page of each. `with_example` counts the lines that have one, of `lines_in_all`.

    `referees` counts the referees, `removed` is what was just deleted.
    """

    examples: tuple[Telling, ...]
    examples_in_all: int
    examples_page: Page
    lines: tuple[Covered, ...]
    lines_in_all: int
    with_example: int
    lines_page: Page
    referees: int
    removed: Removed | None


@dataclass(frozen=True, slots=True)
class OneExample:
    """An example with the lines it serves, and their keys; `other_items` stand in no line of the ad now.

    `proposed` are people named in it who could be referees, `referees` those who can confirm it.
    """

    telling: Telling
    items: tuple[AdItem, ...]
    keys: frozenset[str]
    other_items: tuple[str, ...]
    proposed: tuple[str, ...]
    referees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinesToChoose:
    """A page of the lines an example can serve, by kind."""

    lines: tuple[Covered, ...]
    page: Page


@dataclass(frozen=True, slots=True)
class OnePart:
    """One text of an example, with the mark of this writing and the texts that lost a race with it."""

    text: str
    mark: str
    drafts: tuple[Draft, ...]


def see_examples(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    *,
    examples_page: int = 1,
    lines_page: int = 1,
    removed: str = "",
) -> Shelf:
    """The examples as they were made, and the ad's lines, those without an example first."""
    tellings = tuple(telling_of(example) for example in uow.examples.of(kept.id))
    lines = coverage(preparation.ad, tellings)
    shown, page = _page(tellings, examples_page)
    shown_lines, page_of_lines = _page(lines, lines_page)
    return Shelf(
        shown,
        len(tellings),
        page,
        shown_lines,
        len(lines),
        sum(1 for line in lines if line.examples),
        page_of_lines,
        uow.referees.count(preparation=kept.id),
        uow.undo.find(id=removed, kind="examples", preparation=kept.id) if removed else None,
    )


def see_example(uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, id: str) -> OneExample:  # noqa: A002
    """One example. Raises NotFound, also for one of another preparation."""
    telling = telling_of(_mine(uow, kept, id))
    lines = coverage(preparation.ad, [telling])
    serves = tuple(line.item for line in lines if line.examples)
    others = tuple(words for words in telling.items if not served([words], serves))
    referees = uow.referees.of(kept.id)
    proposed = possible_referees(telling.parts[ExamplePart.PEOPLE], [one.name for one in referees])
    confirm = tuple(one.name for one in referees if telling.id in one.claims)
    keys = frozenset(line.key for line in lines if line.examples)
    return OneExample(telling, serves, keys, others, proposed, confirm)


def see_line(
    uow: UnitOfWork, kept: StoredPreparation, preparation: Preparation, key: str
) -> tuple[Covered | None, tuple[Telling, ...]]:
    """A line of the ad with its examples, and the latest few of the others; None for no such line."""
    tellings = tuple(telling_of(example) for example in uow.examples.of(kept.id))
    line = next((line for line in coverage(preparation.ad, tellings) if line.key == key), None)
    if line is None:
        return None, ()
    return line, tuple(example for example in reversed(tellings) if example not in line.examples)[:OTHERS]


def see_part(uow: UnitOfWork, kept: StoredPreparation, id: str, part: str) -> OnePart:  # noqa: A002
    """One text of an example: `title` or the value of an `ExamplePart`. Raises NotFound."""
    text = str(getattr(_mine(uow, kept, id), part))
    return OnePart(text, mark_of(text), _drafts(uow, kept, f"example:{id}:{part}"))


def begin_example(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    title: str,
    keys: Iterable[str],
    now: dt.datetime,
) -> Example:
    """A new example with a name, of the lines with these keys."""
    lines = preparation.ad.of_kind(*SERVED) if preparation.ad else ()
    items = with_items((), lines, lines, keys)
    return uow.examples.create(kept.id, now, title=title.strip(), items=items)


def write_part(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    part: str,
    text: str,
    mark: str,
    now: dt.datetime,
) -> str:
    """Writes one text over the writing that was read; the new mark. Raises BothTexts when another stands there."""
    stands = str(getattr(_mine(uow, kept, id), part))
    # A text that is empty now loses nothing by being written over.
    read = stands if mark == mark_of(stands) else ""
    try:
        uow.examples.write(id, now, {part: text}, {part: read})
    except BothTexts:
        _drop_beginnings(uow, kept, f"example:{id}:{part}", text)
        raise
    return mark_of(text)


def settle_part(
    uow: UnitOfWork,
    kept: StoredPreparation,
    id: str,  # noqa: A002
    part: str,
    draft: str,
    now: dt.datetime,
    *,
    use: bool,
) -> None:
    """The person chooses between two texts: uses the one that lost the race, or lets it go."""
    _mine(uow, kept, id)
    for one in _drafts(uow, kept, f"example:{id}:{part}"):
        if one.id == draft:
            if use:
                uow.examples.write(id, now, {part: one.text})
            uow.drafts.discard(one.id)


def lines_to_choose(preparation: Preparation, page: int) -> LinesToChoose:
    """The lines an example can serve, tasks first, then in the ad's order; a page of them."""
    lines = coverage(preparation.ad, ())
    return LinesToChoose(*_page(tuple(sorted(lines, key=lambda line: SERVED.index(line.item.kind))), page))


def choose_lines(
    uow: UnitOfWork,
    kept: StoredPreparation,
    preparation: Preparation,
    id: str,  # noqa: A002
    keys: Iterable[str],
    now: dt.datetime,
    *,
    page: int = 1,
) -> None:
    """Says which of the lines on a page of `lines_to_choose` the example serves; the others stay as they are."""
    example = _mine(uow, kept, id)
    asked = [line.item for line in lines_to_choose(preparation, page).lines]
    lines = preparation.ad.of_kind(*SERVED) if preparation.ad else ()
    uow.examples.serve(id, with_items(example.items, lines, asked, keys), now)


def remove_example(uow: UnitOfWork, kept: StoredPreparation, id: str, now: dt.datetime) -> Removed:  # noqa: A002
    """Deletes an example so that it can be brought back."""
    _mine(uow, kept, id)
    return uow.undo.remove("examples", id, now)


def restore_example(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> str:
    """Brings a deleted example back; its id. Raises NotFound when it can no longer be."""
    gone = uow.undo.find(id=removed, kind="examples", preparation=kept.id)
    if gone is None:
        raise NotFound("example", removed)
    uow.undo.restore(removed)
    return str(gone.rows["examples"][0]["id"])


def telling_of(example: Example) -> Telling:
    """A stored example as it is told."""
    parts = {part: str(getattr(example, part.value)) for part in ExamplePart}
    return Telling(example.id, example.title, parts, example.items)


def _mine(uow: UnitOfWork, kept: StoredPreparation, id: str) -> Example:  # noqa: A002
    example = uow.examples.get(id)
    if example.preparation != kept.id:
        raise NotFound("example", id)
    return example


def _drafts(uow: UnitOfWork, kept: StoredPreparation, about: str) -> tuple[Draft, ...]:
    return tuple(draft for draft in uow.drafts.of(about) if draft.preparation == kept.id)


def _drop_beginnings(uow: UnitOfWork, kept: StoredPreparation, about: str, text: str) -> None:
    """Lets go of drafts that are only the beginning of a text that lost now, so that one is left to choose."""
    for draft in _drafts(uow, kept, about):
        if text.startswith(draft.text):
            uow.drafts.discard(draft.id)


def _page(rows: tuple[T, ...], number: int) -> tuple[tuple[T, ...], Page]:
    last = max(1, -(-len(rows) // ROWS))
    number = min(max(1, number), last)
    return rows[(number - 1) * ROWS : number * ROWS], Page(number, last)
