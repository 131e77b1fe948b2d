"""The sheet in words: what the printed pages and the phone page both show, as plain strings.

Empty tuples are parts that are left away. `more` counts what there was no room for. Lines with `late` are shown on
screens only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from andregang.domain.text import Language


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with its value; `address` is a link to follow (https, mailto, tel) or ""."""

    label: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top. `name` is the whole document's title, `footer` what stands at the foot of a page."""

    name: str
    meeting: str
    title: str
    position: str
    facts: tuple[Fact, ...]
    notices: tuple[str, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone to meet: role and side in `detail`, whether they have met in `met` ("" when not known)."""

    name: str
    detail: str
    met: str
    new: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the agenda or of a day; `minutes` is 0 when not stated."""

    what: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Room:
    """Whom one meets, what happens, and what one has been asked to do."""

    people: tuple[Person, ...]
    more_people: int
    agenda_title: str
    agenda: tuple[Part, ...]
    more_agenda: int
    tasks: tuple[Fact, ...]
    more_tasks: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A message ready to send; `address` opens it in a mail program."""

    subject: str
    body: str
    address: str


@dataclass(frozen=True, slots=True)
class Bag:
    """What to bring, first what the invitation asks for, and what is not settled with whom to ask and how."""

    asked: tuple[str, ...]
    more_asked: int
    pack: tuple[str, ...]
    unknown: tuple[str, ...]
    ask: Fact | None
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a name."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """The first minutes, and one's own questions. `openers` are there while `story` is not written."""

    telling: str
    openers: tuple[str, ...]
    story: tuple[str, ...]
    more_story: int
    contributions: tuple[str, ...]
    contribution: tuple[str, ...]
    asking: tuple[Group, ...]
    more_asking: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines stand so, with the words that say it."""

    standing: str
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the hypothesis. `standing` is the stable key, `status` its word, `context` the job it belongs to.

    `rank` is 0 for the line that gives way first.
    """

    kind: str
    words: str
    standing: str
    status: str
    evidence: str
    context: str
    rank: int
    late: bool


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The lines of the ad with what speaks for them; `empty` says why there are none."""

    title: str
    assessed: bool
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to prepare, with what it measures for those who open it."""

    words: str
    measures: str
    late: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan."""

    name: str
    minutes: int
    tasks: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Both pages. `labels` are the headings and the words of counts, with `{count}` and the like left in.

    `spoken` is the language of the words of `ad`, `cv`, `meeting` and `questions`.
    """

    language: Language
    head: Head
    room: Room
    bag: Bag
    opening: Opening
    hypothesis: Hypothesis
    questions: tuple[Asked, ...]
    days: tuple[Day, ...]
    more_days: int
    labels: Mapping[str, str]
    spoken: Mapping[str, Language]
