"""What a demand of the ad is about: "Erfaring med drift av bygg" is about "drift av bygg"."""

import re
from dataclasses import replace

from andregang.domain.questions.model import Lexicon
from andregang.domain.questions.phrase import PhraseForm, TaskPhrase, task_phrase
from andregang.domain.questions.shorten import cut_quotation
from andregang.domain.questions.tidy import bare, tidy
from andregang.domain.text import Language

_LEAD = re.compile(
    r"""(?:(?:du|vi|søker|må|bør|skal|har|have|has|ha|you|must|should|ser|gjerne|at|kan|with)\s+){0,4}
        (?:(?!og\b|eller\b|and\b|innen\b|fra\b|av\b)[\w\-–+,/]+\s+){0,5}?
        (?:erfaringa?r?|kunnskap(?:er|ar)?|kjennskap|kompetanse|innsikt|forståelse|forståing|experience|knowledge|
           understanding|familiarity|expertise|competence)\s+
        (?P<by>med|fra|frå|innen|innenfor|innan|av|om|i|til|på|for|with|of|in|from|within)\s+
        (?:å\s+|bruk\s+av\s+)?""",
    re.I | re.X,
)
_TAIL = re.compile(
    r""",?\s+(?:er|vil\s+være|vil\s+vere|vektlegges|vektleggast|blir|kreves|krevst|ønskes|ønskast|anses|sees|is|are|
        will\s+be|would\s+be|preferred|required|an\s+advantage|men|og\s+gjerne)\b.*$""",
    re.I | re.S | re.X,
)
_WISHED = re.compile(
    r""",?\s+(?:er|vil\s+være|vil\s+vere|is|are|would\s+be|will\s+be)\s+
        (?:(?:sterkt|svært|klart|også|en|ein|et|eit|an|a|stor|highly|strongly)\s+){0,3}
        (?:fordel|ønskelig|ønskeleg|ynskjeleg|krav|ønske|advantage|required|preferred|plus|desirable)$
        |\s+(?:ønskes|ønskast|vektlegges|vektleggast|kreves|krevst)$""",
    re.I | re.X,
)
_LEAD_OFF = re.compile(
    r"""(?:(?:du|vi|søkere|søkarar|søker|søkar|personer|you|candidates|the\ (?:successful\ )?candidate)\s+)?
        (?:(?:må|skal|bør|kan|gjerne|must|should|need\ to)\s+){0,3}(?:ha|har|have|has|krever|krev|kreves|require)\s+
        |(?:det\ er\ |det\ stilles\ )?krav\ (?:om|til)\s+|det\ kreves\s+|gjerne\s+""",
    re.I | re.X,
)
_LOOSE = re.compile(
    r"(?:minst|minimum|et+|en|ein|eit|flere|fleire|li[gk]nende|liknande|tilsvarende|tilsvarande|relevante?|følgende|"
    r"følgjande|similar|a|the|at|this|same|one|dei?)\b",
    re.I,
)


def topic_phrase(
    words: str, written_in: Language, language: Language, lexicon: Lexicon, lower_case: frozenset[str] = frozenset()
) -> TaskPhrase:
    """The phrase for what the demand is about; quoted whole when that cannot be told."""
    line = tidy(words)
    quoted = TaskPhrase(PhraseForm.QUOTED, "", _quotation(line, lexicon), language)
    found = _LEAD.match(line)
    about = _TAIL.sub("", line[found.end() :], count=1) if found else ""
    if not found or not about or _LOOSE.match(about):
        return quoted
    if found["by"].lower() in ("fra", "frå", "from") and not lexicon.ends("abstract_endings", bare(about.split()[0])):
        return quoted
    phrase = task_phrase(about, written_in, language, lexicon, lower_case)
    return replace(phrase, quotation=quoted.quotation)


def _quotation(line: str, lexicon: Lexicon) -> str:
    """The demand's own words, without "Du må ha …" before and "… er ønskelig" after them."""
    if found := _LEAD_OFF.match(line):
        line = line[found.end() :]
    asked = _WISHED.sub("", line, count=1)
    return cut_quotation(asked if len(asked.split()) > 1 else line, lexicon)
