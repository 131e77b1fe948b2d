"""What the store hands out: one frozen value a row, in the words of the field."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StoredPreparation:
    """One second interview somebody prepares for. `given_start` keeps the offset it was given with."""

    id: str
    slug: str
    title: str
    language: str
    given_start: dt.datetime | None
    minutes_per_day: int
    created: dt.datetime
    archived: dt.datetime | None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document of a preparation; its bytes are found by `digest`. `source` is file, paste or address."""

    id: str
    preparation: str
    digest: str
    name: str
    kind: str
    added: dt.datetime
    position: int
    source: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What the person says about a reading, tied to words and not to offsets so that no new reader loses it.

    `document` is the digest of the document corrected and `words` the quote (or "" for the whole document).
    `action` is what is said (`kind`, `field`, `confirm`, `reject`, `add` …), `field` the name of a value,
    `value` the new value; `other_document` and `other_words` are the far end of a confirmed, rejected or added link.
    """

    id: str
    document: str
    words: str
    action: str
    field: str
    value: str
    other_document: str
    other_words: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class Example:
    """Something the person did: planned, did, result, with whom, learned; and its bridge to this job.

    `items` are the words of the ad lines it serves. `frame` says where it happened (a job, a course, at home).
    """

    id: str
    preparation: str
    title: str
    frame: str
    planned: str
    did: str
    result: str
    people: str
    learned: str
    bridge: str
    items: tuple[str, ...]
    position: int
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Story:
    """A text the person tells: `about_me` or `contribution`; `items` and `examples` are what it leans on."""

    id: str
    preparation: str
    key: str
    text: str
    items: tuple[str, ...]
    examples: tuple[str, ...]
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Note:
    """Any other text, by key. `version` counts the writes from 1; a note never written has version 0."""

    id: str
    preparation: str | None
    key: str
    text: str
    version: int
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that lost a race, kept beside the one that stands; `about` is `note:KEY`, `example:ID:PART` …"""

    id: str
    preparation: str | None
    about: str
    text: str
    kept: dt.datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the person meets or can refer to. `met` is None until known; `heard`: has heard the story about me.

    `contact` is a telephone number or an e-mail address, as written.
    """

    id: str
    preparation: str
    name: str
    role: str
    side: str
    met: bool | None
    heard: bool
    note: str
    position: int
    contact: str


@dataclass(frozen=True, slots=True)
class PlanMark:
    """What the person says about a task of the plan: `done` at a time, or `moved_to` a day."""

    id: str
    preparation: str
    task: str
    done: dt.datetime | None
    moved_to: dt.date | None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of the process. `said` is what was said there; `answer_by` when an answer is promised."""

    id: str
    preparation: str
    number: int
    begins: dt.datetime | None
    ends: dt.datetime | None
    place: str
    side: str
    said: str
    answer_by: dt.date | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for the log of the process. `kind` is a stable key, `detail` its values."""

    id: str
    preparation: str
    at: dt.datetime
    kind: str
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of the owner, such as language or theme."""

    id: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Removed:
    """Something deleted that can still be brought back. `kind` and `name` say what, `rows` hold it."""

    id: str
    preparation: str | None
    kind: str
    name: str
    at: dt.datetime
    rows: dict[str, Any]
