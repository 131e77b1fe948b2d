"""Authored guidance that is shown as it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from andregang.domain.text import Language


@dataclass(frozen=True, slots=True)
class Line:
    """One string the product can show, by its substance id."""

    id: str
    words: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list to tick off (`CLA` … `CLD`, `TQ`)."""

    id: str
    title: Mapping[Language, str]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MeetingRole:
    """Whom one may meet (`ROLE_LE`), why they attend and what they typically listen for."""

    id: str
    label: Mapping[Language, str]
    because: Mapping[Language, str]
    listens_for: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """A part of a second interview (`A1` … `A10`); `minutes` by the length of the whole meeting in minutes."""

    id: str
    label: Mapping[Language, str]
    minutes: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the candidate must be able to decide (`D1` … `D12`). Yes or no is not ready while a required one is open."""

    id: str
    words: Mapping[Language, str]
    required: bool
