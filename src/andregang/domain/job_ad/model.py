"""A job ad as it was read."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.source import Document, Quote, Stated

LineClassifier = Callable[[Sequence[str]], list[Mapping[str, float]]]
"""Reads lines of an ad and gives for each how likely it is of each kind: the values of `ItemKind`, and `none`.

A line it has no opinion on gets an empty mapping."""


class ItemKind(StrEnum):
    """What a line of an ad asks or gives."""

    TASK = "task"
    MUST = "must"
    SHOULD = "should"
    QUALITY = "quality"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class AdItem:
    """One bullet or clause of an ad. `heading` is the heading or lead-in it stands under."""

    kind: ItemKind
    quote: Quote
    heading: Quote | None = None


@dataclass(frozen=True, slots=True)
class AdContact:
    """Someone the ad names for questions. `phone` is as written; `quote` is the line that names the person."""

    name: str | None
    role: str | None
    phone: str | None
    email: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class JobAd:
    """A job ad. `percentage` is a position's size in per cent; `permanent` is false for temporary posts.

    `unread` are the lines that fit no kind and are not known furniture. `posts` counts the posts on the page.
    """

    document: Document
    title: Stated[str] | None = None
    employer: Stated[str] | None = None
    deadline: Stated[dt.date] | None = None
    place: Stated[str] | None = None
    percentage: Stated[int] | None = None
    permanent: Stated[bool] | None = None
    contacts: tuple[AdContact, ...] = ()
    items: tuple[AdItem, ...] = ()
    unread: tuple[Quote, ...] = ()
    posts: int = 1

    def of_kind(self, *kinds: ItemKind) -> tuple[AdItem, ...]:
        """The items of these kinds, in the ad's order."""
        return tuple(item for item in self.items if item.kind in kinds)
