"""The practice inventory: begun, answered ten a page, put down, taken up, seen as bands, deleted and brought back."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from andregang.content.inventory import load_inventory
from andregang.domain.assessment import CAUTIOUS, AssessmentKind, Placed, Scale, read_score, with_error
from andregang.domain.errors import NotFound
from andregang.domain.inventory import (
    LETTERS,
    PAGES,
    Factor,
    Item,
    Sitting,
    begin_sitting,
    items_of,
    numbers_of,
    read_sitting,
    write_sitting,
)
from andregang.inventory import score_inventory
from andregang.store import Note, Removed, StoredPreparation, UnitOfWork

KEY = "practice_inventory"
_LEAST, _MOST = 0.0, 100.0


@dataclass(frozen=True, slots=True)
class SeenFactor:
    """One of the five with its band."""

    factor: Factor
    placed: Placed


@dataclass(frozen=True, slots=True)
class SeenInventory:
    """How far the sitting has come; `factors` once all is answered. `ours` counts the wordings we have put right."""

    sitting: Sitting | None
    factors: tuple[SeenFactor, ...]
    ours: int
    removed: Removed | None


def see_inventory(uow: UnitOfWork, kept: StoredPreparation, removed: str = "") -> SeenInventory:
    """The sitting, and its bands when it is complete."""
    sitting = _sitting(uow, kept)
    factors = _factors(sitting) if sitting and sitting.complete else ()
    gone = uow.undo.find(id=removed, preparation=kept.id, kind="notes") if removed else None
    return SeenInventory(sitting, factors, sum(item.ours for item in load_inventory()), gone)


def see_items(uow: UnitOfWork, kept: StoredPreparation, page: int) -> tuple[Sitting, tuple[Item, ...]]:
    """The items of a page, and the sitting they belong to. Raises NotFound for no such page, or nothing begun."""
    sitting = _sitting(uow, kept)
    if sitting is None or not 1 <= page <= PAGES:
        raise NotFound("page", str(page))
    return sitting, items_of(page, load_inventory())


def begin_inventory(uow: UnitOfWork, kept: StoredPreparation, age: str, compared: str, now: dt.datetime) -> Sitting:
    """A new sitting in place of any old one. Raises InvalidInput."""
    sitting = begin_sitting(age, compared)
    _write(uow, kept, sitting, now)
    return sitting


def answer_page(
    uow: UnitOfWork, kept: StoredPreparation, page: int, answers: Mapping[int, str], now: dt.datetime
) -> Sitting:
    """Keeps what was ticked on a page; what was not ticked stays open. Raises NotFound, InvalidInput."""
    sitting, _ = see_items(uow, kept, page)
    given = {n: int(answers[n]) for n in numbers_of(page) if answers.get(n, "") in ("1", "2", "3", "4", "5")}
    answered = sitting.with_answers(given)
    _write(uow, kept, answered, now)
    return answered


def remove_inventory(uow: UnitOfWork, kept: StoredPreparation, now: dt.datetime) -> Removed:
    """Deletes all answers; they can be brought back. Raises NotFound."""
    note = _note(uow, kept)
    if note is None:
        raise NotFound("note", KEY)
    return uow.undo.remove("notes", note.id, now)


def restore_inventory(uow: UnitOfWork, kept: StoredPreparation, removed: str) -> None:
    """Brings deleted answers back, unless others were begun meanwhile. Raises NotFound."""
    gone = uow.undo.find(id=removed, preparation=kept.id, kind="notes")
    if gone is None or gone.name != KEY or _note(uow, kept) is not None:
        raise NotFound("removed", removed)
    uow.undo.restore(removed)


def _factors(sitting: Sitting) -> tuple[SeenFactor, ...]:
    scores = score_inventory(sitting.answers, sitting.compared.value, sitting.age)
    seen = []
    for letter, factor in LETTERS.items():
        # Work tests report balance, not its lack.
        t = 100 - scores[letter] if factor is Factor.BALANCE else scores[letter]
        written = f"{min(max(t, _LEAST), _MOST):.1f}"
        sure = CAUTIOUS[AssessmentKind.PERSONALITY]
        interval = with_error(read_score(Scale.T, written), sure, assumed=True)
        seen.append(SeenFactor(factor, Placed(AssessmentKind.PERSONALITY, None, None, Scale.T, written, interval)))
    return tuple(seen)


def _note(uow: UnitOfWork, kept: StoredPreparation) -> Note | None:
    return uow.notes.read(kept.id, KEY)


def _sitting(uow: UnitOfWork, kept: StoredPreparation) -> Sitting | None:
    note = _note(uow, kept)
    return read_sitting(note.text) if note else None


def _write(uow: UnitOfWork, kept: StoredPreparation, sitting: Sitting, now: dt.datetime) -> None:
    note = _note(uow, kept)
    uow.notes.write(kept.id, KEY, write_sitting(sitting), note.version if note else 0, now)
