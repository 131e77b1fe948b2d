"""Who has heard what: what was told to whom in earlier rounds, and what to tell again to those who come (CL-B)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

STORY, CONTRIBUTION, EXAMPLE = "story", "contribution", "example"


class Spoken(StrEnum):
    """What one writes down in words after a round, because it must be said the same way next time."""

    FIGURE = "figure"
    PAY = "pay"
    REASON = "reason"
    TITLE = "title"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can be told: `what` is story, contribution or example, `key` the example's id."""

    what: str
    key: str
    name: str

    @property
    def id(self) -> str:
        """How it is named in a form."""
        return f"{self.what}-{self.key}" if self.key else self.what


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody of the process. `comes` tells whether they come to the meeting prepared for; `told` are the ids of the
    things they have heard."""

    name: str
    role: str
    met: bool | None
    comes: bool
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Retelling:
    """Something told to some, with those who come and have not heard it."""

    thing: Thing
    to: tuple[str, ...]


def heard_things(person: str, met: bool | None, told: Sequence[tuple[str, str, int]], current: int) -> frozenset[str]:  # noqa: FBT001
    """The ids of the things somebody heard: what was told to them, and what everybody in a round before this one heard
    when they were there. `told` are (person or "", thing id, round)."""
    return frozenset(thing for to, thing, number in told if (to == person if to else met is True and number < current))


def to_retell(things: Sequence[Thing], listeners: Sequence[Listener]) -> tuple[Retelling, ...]:
    """What was told to some and not to others who come: the story first, then what most have not heard.

    The story is told to everybody who has not heard it, whether others have or not (substance F10).
    """
    found = []
    for thing in things:
        known = any(thing.id in one.told for one in listeners)
        lacking = tuple(one.name for one in listeners if one.comes and thing.id not in one.told)
        if lacking and (known or thing.what == STORY):
            found.append(Retelling(thing, lacking))
    return tuple(sorted(found, key=lambda one: (one.thing.what != STORY, -len(one.to))))


def spoken_from(form: Mapping[str, str]) -> dict[Spoken, str]:
    """What was written about a round, by topic; only the topics the form names."""
    return {topic: form[topic.value].strip() for topic in Spoken if topic.value in form}
