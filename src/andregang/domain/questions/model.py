"""The question bank's entries, and questions made for one preparation."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.job_ad import AdItem
from andregang.domain.text import Language


class Hv(StrEnum):
    """The open question words."""

    HVEM = "hvem"
    HVA = "hva"
    HVOR = "hvor"
    HVORFOR = "hvorfor"
    HVORDAN = "hvordan"
    HVILKEN = "hvilken"
    NAAR = "når"


@dataclass(frozen=True, slots=True)
class QuestionTemplate:
    """An interviewer's question of the bank (substance section 3).

    `id` is stable (`IQ-K01`), `group` its letters (`K`), `wording[language]` may hold `{task}`, `{company}`,
    `{position}`, `{person}`, `{trait}`, `{score}`, `{month}`, `{amount}`. `measures[language]` is what it tests for.
    """

    id: str
    group: str
    hv: Hv | None
    wording: Mapping[Language, str]
    measures: Mapping[Language, str]
    element: str = ""


@dataclass(frozen=True, slots=True)
class OwnQuestionTemplate:
    """A question the candidate can ask (`CQ01`). `to` is a role id of substance 1.3, `informs` a decision (`D1`)."""

    id: str
    to: str
    wording: Mapping[Language, str]
    informs: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question worth preparing, in one language. `id` is stable for the same ad line and template.

    `value` orders questions (higher first): what the ad stresses and the CV leaves open.
    """

    id: str
    template: str
    group: str
    hv: Hv | None
    words: str
    measures: str
    item: AdItem | None
    value: float


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question to ask, for the person it suits (None when nobody with that role is known to come)."""

    id: str
    to: str
    person: str | None
    words: str
    informs: str
