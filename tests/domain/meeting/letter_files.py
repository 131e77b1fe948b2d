"""The letters of `letters/*.toml` as documents, laid out as the readers lay out mails and calendar files."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Block, BlockKind, DocumentText, Language

_FOLDER = Path(__file__).parent / "letters"


def letters() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every letter with the name of its file."""
    for path in sorted(_FOLDER.glob("*.toml")):
        for letter in tomllib.loads(path.read_text("utf-8"))["letter"]:
            yield path.stem, letter


def document_of(letter: dict[str, Any]) -> Document:
    """The letter as a document: headers, words and calendar event with a field for each value."""
    page = _Page()
    for name, value in letter.get("headers", {}).items():
        page.field(name.capitalize(), f"header.{name}", value)
    page.say("\n" + letter.get("text", "").strip() + "\n")
    if event := letter.get("event"):
        page.event(event, letter.get("description", "").strip())
    kind = "eml" if "headers" in letter else "ics" if "event" in letter else "plain"
    return document(page.text.rstrip("\n"), tuple(page.blocks), kind)


def document(text: str, blocks: tuple[Block, ...] = (), kind: str = "plain") -> Document:
    """A document of this text."""
    return Document("0" * 64, "innkalling", DocumentKind.INVITATION, Language.NB, DocumentText(text, blocks, kind))


class _Page:
    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []

    def say(self, words: str) -> None:
        self.text += words

    def value(self, path: str, words: str) -> None:
        self.blocks.append(Block(BlockKind.FIELD, len(self.text), len(self.text) + len(words), 0, path))
        self.text += words

    def field(self, label: str, path: str, words: str) -> None:
        self.say(f"{label}: ")
        self.value(path, words)
        self.say("\n")

    def event(self, event: dict[str, Any], description: str) -> None:
        self.say("\n")
        for name in ("method", "summary", "dtstart", "dtend", "dtstamp", "location"):
            if name in event:
                self.field(name.upper(), f"event[0].{name}", event[name])
        self._guest("ORGANIZER", "event[0].organizer", event["organizer"])
        for number, guest in enumerate(event["attendees"]):
            self._guest("ATTENDEE", f"event[0].attendee[{number}]", guest)
        for name in ("status", "sequence", "conference"):
            if name in event:
                self.field(name.upper(), f"event[0].{name}", event[name])
        if description:
            self.say("DESCRIPTION:\n")
            self.value("event[0].description", description)

    def _guest(self, label: str, path: str, guest: str) -> None:
        person, *details = guest.split(" | ")
        name, _, mail = person.rstrip(">").partition(" <")
        self.say(f"{label}: ")
        self.value(path, name)
        self.say(" <")
        self.value(f"{path}.email", mail)
        self.say(">")
        for word, key in zip(details, ("role", "partstat", "cutype"), strict=False):
            self.say(" (" if key == "role" else ", ")
            self.value(f"{path}.{key}", word)
        self.say(")\n" if details else "\n")
