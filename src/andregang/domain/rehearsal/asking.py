"""Which question a stable key names: one worth preparing, one of a drill, or a follow-up to either."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from andregang.domain.evidence import Match, item_key
from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.questions import Question, QuestionBank, hv_drill, question_id
from andregang.domain.text import Language

FOLLOWS = "~"
"""Stands between the key of a question and the id of what follows it up: `IQ-K05-de9d0944~IQ-R01`."""

FIRST = "IQ-B01"
"""The main contribution: what is practised first when nothing was."""

_TOLD = frozenset({"K", "KR", "B", "SA", "KO", "LE", "P", "G", "R", "M", "L"})
_LETTERS = re.compile(r"IQ-([A-ZÆØÅ]+)\d+")

DRILLED = (ItemKind.TASK, ItemKind.MUST, ItemKind.SHOULD)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is asked. `measures` is what it tests for; `follows` the key it follows up on, or ""."""

    key: str
    words: str
    measures: str
    item: AdItem | None = None
    follows: str = ""

    @property
    def story(self) -> bool:
        """Whether it is answered with something one did."""
        return asks_for_story(self.key)


def asks_for_story(key: str) -> bool:
    """Whether a question of this key is answered with something one did, so that the five parts are looked for."""
    group = _LETTERS.match(key.rpartition(FOLLOWS)[2])
    return group is not None and group[1] in _TOLD


@dataclass(frozen=True, slots=True)
class Asking:
    """All that can be asked about one ad: the questions worth preparing, and the drill of each of its lines."""

    questions: Sequence[Question]
    ad: JobAd | None
    matches: Sequence[Match]
    bank: QuestionBank
    language: Language

    def find(self, key: str) -> Asked | None:
        """The question of a key; None when the ad or the bank has none such."""
        main, _, follow_up = key.partition(FOLLOWS)
        if follow_up:
            return self._follow_up(key, main, follow_up)
        for question in self.questions:
            if question.id == key:
                return as_asked(question)
        template = "-".join(key.split("-")[:2])
        if key == template == FIRST:
            return self.first()
        for item in self._items_of(key, template):
            return next((as_asked(one) for one in self.drill(item) if one.id == key), None)
        return None

    def first(self) -> Asked:
        """The main contribution, whether or not it is among the questions worth preparing."""
        template, said_in = self.bank.template(FIRST), self._said_in
        return Asked(FIRST, template.wording[said_in], template.measures[said_in])

    def line(self, key: str) -> AdItem | None:
        """The line of the ad with this key."""
        return next((item for item in self.lines() if item_key(item) == key), None)

    def lines(self) -> tuple[AdItem, ...]:
        """The lines of the ad that can be drilled."""
        return self.ad.of_kind(*DRILLED) if self.ad else ()

    def drill(self, item: AdItem) -> tuple[Question, ...]:
        """One question for each of the seven hv-words about a line of the ad."""
        match = next((match for match in self.matches if match.item == item), None)
        return hv_drill(item, self.bank, self.language, self.ad, match)

    def _items_of(self, key: str, template: str) -> Iterator[AdItem]:
        return (item for item in self.lines() if question_id(template, item) == key)

    def _follow_up(self, key: str, main: str, follow_up: str) -> Asked | None:
        asked = self.find(main)
        if asked is None:
            return None
        try:
            template = self.bank.template(follow_up)
        except KeyError:
            return None
        if not template.follow_up:
            return None
        words, measures = template.wording[self._said_in], template.measures[self._said_in]
        return Asked(key, words, measures, asked.item, main)

    @property
    def _said_in(self) -> Language:
        return self.language if self.language in (Language.NB, Language.NN, Language.EN) else Language.NB


def as_asked(question: Question) -> Asked:
    """A question of the preparation as it is asked."""
    return Asked(question.id, question.words, question.measures, question.item)
