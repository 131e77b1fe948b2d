"""Tests: instruments, traits, what may be said about a score, and the right to see it (substance 4)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from andregang.content.toml_files import BadContent, read_table, wording
from andregang.domain.assessment import AssessmentKind, Form, Instrument, Scale, Sure, Trait
from andregang.domain.text import Language


@dataclass(frozen=True, slots=True)
class Right:
    """What one may ask for, where it is read, the year and month it was read, and how sure it is."""

    id: str
    words: Mapping[Language, str]
    source: str
    read: dt.date
    status: Sure


@cache
def load_instruments() -> tuple[Instrument, ...]:
    """Tests met in Norway (TI01 to TI18, substance 4.2). Raises BadContent."""
    return tuple(
        Instrument(
            id=entry,
            name=table["name"],
            names=tuple(table["names"]),
            kind=AssessmentKind(table["kind"]),
            form=Form(table["form"]),
            scales=tuple(Scale(scale) for scale in table["scales"]),
            sure=Sure(table["sure"]),
            model=wording(entry, table),
            source=table.get("source", ""),
        )
        for entry, table in read_table("instruments.toml").items()
    )


@cache
def load_traits() -> tuple[Trait, ...]:
    """Traits with the words they are called by and the words ads ask for them with. Raises BadContent."""
    return tuple(
        Trait(
            id=entry,
            kind=AssessmentKind(table["kind"]),
            names=tuple(table["names"]),
            demands=tuple(table["demands"]),
            about=wording(entry, table),
        )
        for entry, table in read_table("traits.toml").items()
    )


@cache
def load_assessment_phrases() -> Mapping[str, Mapping[Language, str]]:
    """Every sentence that may be said about a score, by its key. Raises BadContent."""
    table = read_table("assessment_phrases.toml")
    return MappingProxyType({entry: wording(entry, texts) for entry, texts in table.items()})


@cache
def load_assessment_rights() -> tuple[Right, ...]:
    """The right to see the result (TR1 to TR5, substance 4.7). Raises BadContent."""
    return tuple(
        Right(entry, wording(entry, table), table["source"], _month(entry, table["read"]), Sure(table["status"]))
        for entry, table in read_table("assessment_rights.toml").items()
    )


def _month(entry: str, text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        raise BadContent(entry, f"not a month: {text!r}") from None
