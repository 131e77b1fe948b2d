"""What a demand of the ad is about: "Erfaring med drift av bygg" is about "drift av bygg"."""

import re
from dataclasses import replace

from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.phrase import PhraseForm, TaskPhrase, task_phrase
from andregang.domain.questions.shorten import cut_quotation
from andregang.domain.questions.tidy import tidy
from andregang.domain.text import Language

_LEAD = re.compile(
    r"(?:(?:du|vi|søker|må|har|have|has|ha|you|must|ser|gjerne|at|skal|kan|with|ønskelig|fordel)\s+){0,4}"
    r"(?:(?!og\b|eller\b|and\b|innen\b|fra\b|av\b)[\w\-–+,/]+\s+){0,5}?"
    r"(?:erfaring|erfaringer|kunnskap|kunnskaper|kunnskapar|kjennskap|kjennskapar|kompetanse|innsikt|forståelse|forståing|"
    r"experience|knowledge|understanding|familiarity|expertise|competence|skills)\s+"
    r"(?:med|fra|frå|innen|innenfor|innan|av|om|i|til|på|for|with|of|in|from|within)\s+(?:å\s+|bruk\s+av\s+|the\s+)?",
    re.I,
)
_LEAD_OFF = re.compile(
    r"(?:(?:du|vi|søkere|søkarar|søker|søkar|you|we|candidates|the candidate)\s+)?"
    r"(?:(?:må|skal|bør|kan|gjerne|must|should|need to)\s+)*"
    r"(?:(?:ha|har|have|has|krever|krev|kreves|require|med|with)\s+)(?=\w)|(?:krav om|krav til|det kreves|gjerne)\s+",
    re.I,
)
_TAIL = re.compile(
    r",?\s+(?:er|vil være|vil vere|vektlegges|vektleggast|blir|kreves|krevst|ønskes|ønskast|anses|sees|is|are|will be|"
    r"would be|preferred|required|an advantage|samt|gjerne|fortrinnsvis|men|og gjerne)\b.*$",
    re.I | re.S,
)


def topic_phrase(
    words: str, written_in: Language, language: Language, lexicon: Lexicon, lower_case: frozenset[str] = frozenset()
) -> TaskPhrase:
    """The phrase for what the demand is about; quoted whole when that cannot be told."""
    line = tidy(words)
    quotation = cut_quotation(_LEAD_OFF.sub("", line, count=1), lexicon)
    found = _LEAD.match(line)
    if found and (about := _TAIL.sub("", line[found.end() :], count=1)):
        phrase = task_phrase(about, written_in, language, lexicon, lower_case)
        return replace(phrase, quotation=quotation)
    return TaskPhrase(PhraseForm.QUOTED, "", quotation, language)
