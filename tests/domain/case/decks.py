"""Assignments and decks as the readers freeze them, and the labelled pairs beside this file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from andregang.content import load_vocabulary
from andregang.domain.case import Assignment, Deck, parse_assignment, read_deck
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Language
from andregang.readers.formats import plain

PAIRS = Path(__file__).with_name("pairs")


def brief(text: str, name: str = "oppgave.txt") -> Document:
    return Document("d" * 64, name, DocumentKind.CASE, Language.NB, plain.read(text.encode()))


def assignment(text: str) -> Assignment:
    return parse_assignment(brief(text), load_vocabulary())


def asked(text: str) -> list[str]:
    """The demands' words."""
    return [demand.words for demand in assignment(text).demands]


def deck(text: str) -> Deck:
    return read_deck(plain.read(text.encode()))


@dataclass(frozen=True)
class Pair:
    """A labelled pair: what the assignment asks, what the deck does not answer, and which slides are off the task."""

    id: str
    document: Document
    deck: Deck
    minutes: int
    demands: list[str]
    uncovered: set[str]
    off_task: set[int]


def pairs() -> list[Pair]:
    found = []
    for name, said in tomllib.loads((PAIRS / "labels.toml").read_text("utf-8")).items():
        begun = {begin: next(d for d in said["demands"] if d.startswith(begin)) for begin in said["uncovered"]}
        document = brief((PAIRS / f"{name}.brief.txt").read_text("utf-8"))
        shown = deck((PAIRS / f"{name}.deck.md").read_text("utf-8"))
        found.append(
            Pair(name, document, shown, said["minutes"], said["demands"], set(begun.values()), set(said["off_task"]))
        )
    return found
