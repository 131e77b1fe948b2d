"""The question bank's entries, and questions made for one preparation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from andregang.domain.job_ad import AdItem
from andregang.domain.text import Language
from andregang.domain.vocabulary import Vocabulary


class Hv(StrEnum):
    """The open question words."""

    HVEM = "hvem"
    HVA = "hva"
    HVOR = "hvor"
    HVORFOR = "hvorfor"
    HVORDAN = "hvordan"
    HVILKEN = "hvilken"
    NAAR = "når"


class When(StrEnum):
    """What must be so for a question to be worth preparing."""

    ALWAYS = ""
    SOMEONE_NEW = "someone_new"
    LATER_ROUND = "later_round"
    DONE_BEFORE = "done_before"
    NOT_DONE_BEFORE = "not_done_before"
    OPEN_ITEMS = "open_items"
    LEADER = "leader"
    BUDGET = "budget"
    CUSTOMERS = "customers"
    SYSTEMS = "systems"
    REMOTE = "remote"
    TRAVEL = "travel"
    TESTS = "tests"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class QuestionTemplate:
    """An interviewer's question of the bank (substance section 3).

    `id` is stable (`IQ-K01`), `group` its letters (`K`), `wording[language]` may hold `{task}`, `{company}`,
    `{position}`, `{person}`, `{trait}`, `{score}`, `{month}`, `{amount}`. `measures[language]` is what it tests for.
    `verbal` is the wording when the task is an infinitive and another reads better. `follow_up` needs an answer to
    follow up on; `quoted` takes the ad's words as a quotation; `demand` fits what one must know as well as a task;
    `fits` are the kinds of demand it is for (`paper`, `language`, `other`; all when empty).
    `qualities` are the groups of personal qualities the question brings out; `weight` is its worth, 0 to 1.
    """

    id: str
    group: str
    hv: Hv | None
    wording: Mapping[Language, str]
    measures: Mapping[Language, str]
    element: str = ""
    verbal: Mapping[Language, str] = field(default_factory=lambda: MappingProxyType({}))
    weight: float = 0.6
    when: When = When.ALWAYS
    follow_up: bool = False
    quoted: bool = False
    demand: bool = False
    fits: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()

    def holds(self, placeholder: str) -> bool:
        """Whether the wording has this placeholder."""
        return any(f"{{{placeholder}}}" in words for words in self.wording.values())


@dataclass(frozen=True, slots=True)
class OwnQuestionTemplate:
    """A question the candidate can ask (`CQ01`). `to` is a role id of substance 1.3, `informs` a decision (`D1`).

    `rank` is its place among the questions for that role, first asked first. `answered_by` names what in the ad
    would already answer it.
    """

    id: str
    to: str
    wording: Mapping[Language, str]
    informs: str
    rank: int = 99
    when: When = When.ALWAYS
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one language that tell how a task is written, and where it may be cut.

    `words["verbs"]` are infinitives, `words["either"]` infinitives that are nouns too; the other names are those of
    the data file. `endings` are lists of how words end or begin, `present` maps odd present forms to infinitives,
    `role` is said before a task that names a role ("rollen som kontaktperson").
    """

    words: Mapping[str, frozenset[str]]
    endings: Mapping[str, tuple[str, ...]]
    present: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    role: str = ""

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in a list."""
        return word in self.words[name]

    def ends(self, name: str, word: str) -> bool:
        """Whether a word ends as one of a list does."""
        return word.endswith(self.endings[name])


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """All questions an interviewer may ask, with the words needed to set an ad's task into them."""

    templates: tuple[QuestionTemplate, ...]
    lexicons: Mapping[Language, Lexicon]
    vocabulary: Vocabulary

    def template(self, template_id: str) -> QuestionTemplate:
        """The template of an id. Raises KeyError for none such."""
        for template in self.templates:
            if template.id == template_id:
                return template
        raise KeyError(template_id)


@dataclass(frozen=True, slots=True)
class OwnQuestionBank:
    """All questions a candidate may ask, with the words that tell which role a person has."""

    templates: tuple[OwnQuestionTemplate, ...]
    vocabulary: Vocabulary


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
