"""Filling a template: the task in the form that reads, the company, a month."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from andregang.domain.job_ad import AdItem, ItemKind, JobAd
from andregang.domain.questions.model import Question, QuestionBank, QuestionTemplate
from andregang.domain.questions.phrase import PhraseForm, TaskPhrase, task_phrase
from andregang.domain.questions.topic import topic_phrase
from andregang.domain.text import Language, fold


@dataclass(frozen=True, slots=True)
class Speaker:
    """How questions are said: the bank, the language, what the ad is written in and what it writes in small letters."""

    bank: QuestionBank
    language: Language
    written_in: Language
    lower_case: frozenset[str]
    given: Mapping[str, str]
    phrases: dict[AdItem, TaskPhrase] = field(default_factory=dict, compare=False)

    def phrase(self, item: AdItem) -> TaskPhrase:
        """The item's words as they stand in a question."""
        if item not in self.phrases:
            self.phrases[item] = self._read(item)
        return self.phrases[item]

    def _read(self, item: AdItem) -> TaskPhrase:
        lexicon = self.bank.lexicons[self.language]
        read = task_phrase if item.kind is ItemKind.TASK else topic_phrase
        return read(item.quote.words, self.written_in, self.language, lexicon, self.lower_case)

    def say(self, template: QuestionTemplate, item: AdItem | None, value: float) -> Question | None:
        """The question of a template about an item, or None when something it needs is not known."""
        given = dict(self.given)
        wording = template.wording[self.language]
        if item is not None and template.holds("task"):
            phrase = self.phrase(item)
            if not phrase.quotation:
                return None
            given["task"] = phrase.quoted if template.quoted else phrase.complement
            if phrase.form is PhraseForm.VERB:
                wording = template.verbal.get(self.language, wording)
        try:
            words = wording.format_map(given)
        except KeyError:
            return None
        about = item if template.holds("task") else None
        return Question(
            id=question_id(template.id, about),
            template=template.id,
            group=template.group,
            hv=template.hv,
            words=words,
            measures=template.measures[self.language],
            item=item,
            value=round(value, 4),
        )


def speaker_for(bank: QuestionBank, language: Language, ad: JobAd | None, given: Mapping[str, str]) -> Speaker:
    """How questions about this ad are said in `language` (bokmål when the bank has no such language)."""
    said_in = language if language in bank.lexicons else Language.NB
    if ad is None:
        return Speaker(bank, said_in, said_in, frozenset(), given)
    return Speaker(bank, said_in, ad.document.language, _small_words(ad.document.content.text), given)


def question_id(template: str, item: AdItem | None) -> str:
    """The same for the same template and the same words of the ad, whatever the language or the order."""
    if item is None:
        return template
    words = fold(item.quote.words).casefold()
    return f"{template}-{hashlib.sha256(words.encode()).hexdigest()[:8]}"


def _small_words(text: str) -> frozenset[str]:
    return frozenset(word.strip(",.;:()") for word in text.split() if word[:1].islower())
