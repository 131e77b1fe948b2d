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
class Attempt:
    """An answer given while rehearsing. `question` is its stable key, `asked` its words as they were said.

    `grade` is the person's own: "" (none yet), `again`, `good` or `sure`. `recording` and `run` are ids, or "".
    `measures` are what was measured: seconds, pauses, pace.
    """

    id: str
    preparation: str
    question: str
    asked: str
    answer: str
    language: str
    grade: str
    recording: str
    run: str
    measures: dict[str, Any]
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Recording:
    """Speech kept in pieces. `state` is `open` until it was stopped, then `whole`; `keep_until` is its last day."""

    id: str
    preparation: str
    question: str
    mime: str
    state: str
    measures: dict[str, Any]
    begun: dt.datetime
    keep_until: dt.date | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run through an `interview` or a `case`, as far as it came; `ended` is empty while it can be resumed."""

    id: str
    preparation: str
    kind: str
    state: dict[str, Any]
    begun: dt.datetime
    changed: dt.datetime
    ended: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Heard:
    """Something told. `person` is an id of `people`, or "" for everybody in that round.

    `what` is story, example, contribution, figure, pay, reason, title or date; `key` names which (an example's id), and
    `words` are what was said.
    """

    id: str
    preparation: str
    person: str
    what: str
    key: str
    words: str
    at: dt.date | None
    round: int


@dataclass(frozen=True, slots=True)
class Result:
    """One score of one test as it was reported, and what the person says to it.

    `document` and `words` are the report's digest and quote, or "". `standing` is "" (not said), `yes`, `partly` or
    `no`; `example` the id of an own example.
    """

    id: str
    preparation: str
    instrument: str
    trait: str
    scale: str
    score: str
    norm: str
    reliability: str
    document: str
    words: str
    standing: str
    example: str
    said: str
    position: int
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about the employer with its source (`own`, `ad`, `register`, `accounts`, `page`) and when it was read."""

    id: str
    preparation: str
    field: str
    text: str
    source: str
    address: str
    words: str
    read_on: dt.date | None
    position: int
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Referee:
    """Somebody who can confirm. `claims` are the ids of the examples; `agreed` is None until they answered."""

    id: str
    preparation: str
    name: str
    role: str
    relation: str
    contact: str
    claims: tuple[str, ...]
    asked: dt.datetime | None
    agreed: bool | None
    call_at: str
    said: str
    position: int


@dataclass(frozen=True, slots=True)
class Offer:
    """Another offer to hold beside this one; `terms` by name."""

    id: str
    preparation: str
    name: str
    terms: dict[str, Any]
    position: int
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the person stands in one of the decisions, for this job (`offer` is "") or another offer."""

    id: str
    preparation: str
    offer: str
    decision: str
    known: str
    weight: int
    standing: str
    note: str
    changed: dt.datetime


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
