"""Settings: language and look, several preparations, and what was deleted and can be brought back."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.errors import InvalidInput
from andregang.domain.settings import LANGUAGES, Theme
from andregang.store import Removed, StoredPreparation, UnitOfWork

PAGE = 50
"""Rows shown on one page."""

StartsOf = Callable[[Sequence[StoredPreparation]], Mapping[str, dt.datetime | None]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A preparation with when its interview is, as far as anyone has said."""

    kept: StoredPreparation
    start: dt.datetime | None


@dataclass(frozen=True, slots=True)
class SeenSettings:
    """The preparations of one page, coming interviews first; and what can be brought back, the last deleted first."""

    theme: Theme
    preparations: tuple[Listed, ...]
    total: int
    removed: tuple[Removed, ...]
    more_removed: int


def see_settings(uow: UnitOfWork, now: dt.datetime, starts_of: StartsOf, page: int = 0) -> SeenSettings:
    """What is chosen and what there is. `starts_of` tells when interviews are, by id."""
    kept = uow.preparations.in_order(archived=True)
    shown = kept[::-1][page * PAGE : (page + 1) * PAGE]
    starts = starts_of(shown)
    listed = [Listed(one, starts[one.id]) for one in shown]
    listed.sort(key=lambda one: (one.start is None or one.start < now, abs((one.start or now) - now)))
    removed = uow.undo.in_order()
    return SeenSettings(theme_of(uow), tuple(listed), len(kept), removed[:PAGE], max(0, len(removed) - PAGE))


def theme_of(uow: UnitOfWork) -> Theme:
    """The look that is chosen."""
    chosen = uow.choices.read("theme", Theme.AUTO.value)
    return Theme(chosen) if chosen in {theme.value for theme in Theme} else Theme.AUTO


def choose(uow: UnitOfWork, language: str, theme: str) -> None:
    """Language and look. What is asked in the preparations follows the language; what the person wrote stays.

    Raises InvalidInput for what is not among the choices.
    """
    if language not in {one.value for one in LANGUAGES}:
        raise InvalidInput("language", "unknown_choice")
    if theme not in {one.value for one in Theme}:
        raise InvalidInput("theme", "unknown_choice")
    uow.choices.choose("language", language)
    uow.choices.choose("theme", theme)
    for kept in uow.preparations.in_order(archived=True):
        if kept.language != language:
            uow.preparations.change(kept.id, language=language)


def remove_preparation(uow: UnitOfWork, slug: str, now: dt.datetime) -> None:
    """Delete one preparation with all that belongs to it; it can be brought back until that is emptied."""
    uow.undo.remove("preparations", uow.preparations.by_slug(slug).id, now)


def bring_back(uow: UnitOfWork, removed: str) -> None:
    """Bring back what was deleted. Raises NotFound when it is not there any more."""
    uow.undo.restore(removed)
