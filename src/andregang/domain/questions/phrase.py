"""An ad's task as words that stand grammatically inside a question.

A task is read as a noun phrase ("drift av bygg"), as what one does ("lede et team", "leading a team") or, when
neither can be told, is quoted. A question's `{task}` stands where all three read well.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from andregang.domain.questions.english import read_english
from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.norwegian import read_norwegian
from andregang.domain.questions.shorten import cut_quotation
from andregang.domain.questions.tidy import looks_english, tidy
from andregang.domain.text import Language

_NAMED_QUOTATION = {
    Language.NB: "oppgaven «{}»",
    Language.NN: "oppgåva «{}»",
    Language.EN: "the task “{}”",
}
_QUOTATION = {Language.NB: "«{}»", Language.NN: "«{}»", Language.EN: "“{}”"}
_READERS = {Language.NB: read_norwegian, Language.NN: read_norwegian, Language.EN: read_english}


class PhraseForm(StrEnum):
    """How a task stands in a sentence."""

    NOUN = "noun"
    VERB = "verb"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class TaskPhrase:
    """A task's words in one form. `words` has no mark of the infinitive; in English a verb is already in -ing.

    `quotation` is the ad's own words, shortened, for where only a quotation will do.
    """

    form: PhraseForm
    words: str
    quotation: str
    language: Language

    @property
    def complement(self) -> str:
        """The words as they stand after a preposition."""
        if self.form is PhraseForm.QUOTED:
            return _NAMED_QUOTATION[self.language].format(self.quotation)
        if self.form is PhraseForm.VERB and self.language is not Language.EN:
            return f"å {self.words}"
        return self.words

    @property
    def quoted(self) -> str:
        """The ad's words in the quotation marks of the language."""
        return _QUOTATION[self.language].format(self.quotation)


def task_phrase(
    words: str, written_in: Language, language: Language, lexicon: Lexicon, lower_case: frozenset[str] = frozenset()
) -> TaskPhrase:
    """The phrase for an ad line `words`, written in one language, to be said in another.

    Words of another language than the question's are quoted. `lower_case` are the words the ad also writes with a
    small letter, so that a first word that is no name loses its capital.
    """
    line = tidy(words)
    phrase = TaskPhrase(PhraseForm.QUOTED, "", cut_quotation(line, lexicon), language)
    foreign = written_in is not language or (language is not Language.EN and looks_english(line))
    if foreign or language not in _READERS:
        return phrase
    read = _READERS[language](line, lexicon, lower_case)
    if read is None:
        return phrase
    is_verb, said = read
    return replace(phrase, form=PhraseForm.VERB if is_verb else PhraseForm.NOUN, words=said)
