"""What an assignment asks the presentation to hold: the items of its lists and the requests in its sentences."""

import re
from collections.abc import Sequence
from itertools import groupby

from andregang.domain.case.model import Demand
from andregang.domain.case.units import Unit
from andregang.domain.evidence.lexicon import finder
from andregang.domain.source import Document, quote
from andregang.domain.text import trim
from andregang.domain.vocabulary import Vocabulary

_OPENING = re.compile(
    r"(?:(?:i|for) (?:presentasjonen|gjennomgangen|innlegget|besvarelsen|framføringen|framføringa|fremføringen|caset)[ ,]+)?"  # noqa: E501
    r"(?:(?:vi|me|panelet|styret) (?:vil|ønsker|ønskjer|ynskjer|ber|forventer|ventar|trenger|setter pris på|set pris på|håper)(?: (?:også|òg|gjerne|særlig|særleg|dessuten|spesielt|da|så))*"  # noqa: E501
    r"(?: (?:at du|om at du|deg om å|deg om|deg|at de|å (?:høre|høyre|se|sjå|vite|få høre)|høre|høyre|vite|se|sjå))?"
    r"|(?:du|de) (?:må|skal|bør|kan gjerne)(?: (?:også|òg|gjerne|dessuten|deretter|så|kort))*"
    r"|(?:presentasjonen|innlegget|caset|besvarelsen|gjennomgangen|framlegget|planen) (?:skal|må|bør)(?: (?:også|òg|minst))*(?: (?:inneholde|innehalde|dekke|dekkje|svare på|vise|ta for seg|handle om|omfatte))?"  # noqa: E501
    r"|(?:skal|må|bør) du(?: (?:også|òg))*"
    r"|(?:avslutt|begynn|start|innled|avslutning|byrj|avslutt gjerne) med(?: å)?|til slutt(?: (?:vil vi at du|skal du|må du|ber vi deg))?(?: om)?(?: å)?|få(?: også| gjerne)? med|ta(?: også| gjerne)? med"  # noqa: E501
    r"|(?:in|for|during) your (?:presentation|talk|answer|pitch)[ ,]+(?:please |we would like you to |you should )?"
    r"|(?:we|the panel)(?:'d| would|'ll| will)? (?:like|want|ask|love|expect|need|also like|also want) (?:you to|to (?:hear|know|see|understand))"  # noqa: E501
    r"|(?:please|also|finally|then|first|lastly)(?:,? (?:also|please|tell us|show us))*|you (?:should|must|need to|are asked to|will need to|may also)(?: also)?"  # noqa: E501
    r"|your (?:presentation|talk|answer|plan|pitch) (?:should|must|needs to)(?: also)?(?: (?:cover|include|address|contain))?"  # noqa: E501
    r"|(?:finish|end|begin|start|close) (?:by|with)|tell us|show us|fortell oss(?: også| gjerne)?|fortel oss|vis oss)\b[ ,]*",  # noqa: E501
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"(?:inneholde|innehalde|dekke|dekkje|ta for seg|omfatte|cover|include|address|contain|svare på)[ ,:]*\Z", re.I
)
_OPENS_PART = re.compile(
    r"(?:en|et|ei|ein|eit|din|ditt|dine|hva|hvordan|hvem|hvilke|kva|korleis|kven|forslag|an?|your|the|how|what|which|who)\b",
    re.I,
)
_AND = re.compile(r"\s(?:og|and|samt|as well as)\s")
_ANAPHORIC = re.compile(
    r"(?:og |and )?(?:begrunn\w*|grunngi\w*|grunngje\w*|justify|explain why|forklar\w* hvorfor|say why|si hvorfor|sei kvifor)\b(?:\s\S+){0,4}\s*\Z",  # noqa: E501
    re.I,
)
_JOIN = re.compile(
    r"(?:,\s(?:og |and |samt |as well as |then |deretter |så )?|;\s(?:og |and )?|\s(?:og|and|samt)\s)(?:at du |deretter |så |to |then |å |om å )?",  # noqa: E501
    re.I,
)
_NEGATED = re.compile(
    r"\b(?:ikke|ikkje|ingen|ingenting|not|don't|no need|trenger du ikke|valgfritt|frivillig|lov å|may assume|kan anta)\b",  # noqa: E501
    re.I,
)
_TALK = re.compile(
    r"\b(?:presentasjon\w*|innlegg\w*|foredrag\w*|presentation|talk|pitch|lecture|prøveforelesning\w*|framlegg|plan)\b",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:om|over temaet|med temaet|over emnet|der du|hvor du|kor du|on|about|of|where you|in which you|showing|som viser"  # noqa: E501
    r"|på)\s(?P<topic>[^.;:?!]{8,300})",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"^(?:inntil |maks(?:imalt)? |ca\.? |omtrent |about |up to )?(?:\d+|[a-zæøå]+) (?:min|lysbilde|slide|side)", re.I
)
_EDGE = " \t\n.,;:–-•*"
_MIN_WORDS = 2
_MOST = 40


def find_demands(document: Document, units: Sequence[Unit], vocabulary: Vocabulary) -> tuple[Demand, ...]:
    """The demands in order, each once. A list with a request before it decides; the sentences around it add what they
    ask for beside it. Where nothing is asked part by part, the topic given is the one demand."""
    reader = _Reader(document, vocabulary)
    lists = reader.lists(units)
    first = min((unit.start for items in lists for unit in items), default=None)
    last = max((unit.end for items in lists for unit in items), default=0)
    spans: list[tuple[int, int]] = [(unit.start, unit.end) for items in lists for unit in items]
    for unit in units:
        if not unit.item and (first is None or unit.start > last):
            spans += reader.requests(unit)
    if not spans:
        spans = [span for unit in units if not unit.item for span in reader.topic(unit)][:1]
    spans.sort()
    found: list[Demand] = []
    for start, end in spans:
        claim = quote(document, *reader.trimmed(start, end))
        if len(claim.words.split()) >= _MIN_WORDS and all(claim.words != demand.words for demand in found):
            found.append(Demand(claim))
    return tuple(found[:_MOST])


def _enumerated(text: str, begin: int) -> list[tuple[int, int]]:
    """What a sentence lists after "skal inneholde": its parts at commas, and at the last "og" of the last part."""
    cuts = [begin]
    ends = []
    for comma in re.finditer(r"[,;]\s(?:og |and )?", text[begin:]):
        ends.append(begin + comma.start())
        cuts.append(begin + comma.end())
    last = list(_AND.finditer(text, cuts[-1]))
    if last and len(cuts) == 1:
        ends.append(last[-1].start())
        cuts.append(last[-1].end())
    elif last:
        # "… og et mål for omsetning og svinn": the "og" before a new article or question begins a part.
        opens = next((match for match in last if _OPENS_PART.match(text, match.end())), None)
        if opens:
            ends.append(opens.start())
            cuts.append(opens.end())
    ends.append(len(text))
    return [(start, end) for start, end in zip(cuts, ends, strict=True) if end - start > 5]


class _Reader:
    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self._document = document
        self._text = document.content.text
        self._verb, self._question = (finder(vocabulary, f"case.{name}") for name in ("verb", "question_word"))
        self._form, self._form_verb = (finder(vocabulary, f"case.{name}") for name in ("form", "form_verb"))
        self._lead, self._other = (finder(vocabulary, f"case.list.{name}") for name in ("demands", "other"))

    def lists(self, units: Sequence[Unit]) -> list[list[Unit]]:
        """The lists whose items are demands, without the items that are conditions of form."""
        found = []
        for is_item, run in groupby(enumerate(units), key=lambda pair: (pair[1].item, pair[1].group)):
            members = list(run)
            if not is_item[0]:
                continue
            top = min(unit.depth for _, unit in members)
            items = [unit for _, unit in members if unit.depth == top]
            before = [unit for unit in units[max(0, members[0][0] - 2) : members[0][0]] if not unit.item]
            if self._asks(before, items):
                asked = [unit for unit in items if not self.is_form(unit.text)]
                if asked:
                    found.append(asked)
        return found

    def _asks(self, before: Sequence[Unit], items: Sequence[Unit]) -> bool:
        """Whether what leads up to a list asks, or its items do so themselves."""
        begun = sum(1 for unit in items if self._begins_demand(unit.text))
        lead = before[-1].text if before else ""
        if lead and len(lead.split()) <= 6 and self._other.search(lead) and begun < len(items):
            return False
        if begun * 3 >= len(items) * 2:
            return not (self._other.match(lead.strip()) and begun < len(items))
        asked = bool(self._lead.search(lead)) and not self._other.search(lead)
        return asked and (lead.rstrip().endswith(":") or lead.rstrip()[-1:] not in ".!") and begun * 3 >= 0

    def _begins_demand(self, text: str) -> bool:
        words = text.strip(_EDGE).lower()
        words = re.sub(r"^(?:å|to|at du|kort|briefly) ", "", words)
        if self._form_verb.match(words) and not self._question.match(words):
            return False
        return bool(self._question.match(words) or self._verb.match(words) or text.strip().endswith("?"))

    def is_form(self, text: str) -> bool:
        """Whether words only say how: length, slides, file, delivery."""
        words = text.strip(_EDGE).lower()
        if text.strip().endswith("?") or self._question.match(words):
            return False
        return bool(self._form.search(words)) or (bool(self._form_verb.match(words)) and not self._verb.match(words))

    def requests(self, unit: Unit) -> list[tuple[int, int]]:
        """What a sentence asks for, conjunct by conjunct."""
        text = unit.text
        if text.rstrip().endswith(":"):
            return []
        if text.rstrip().endswith("?") and self._question.match(text.strip().lower()):
            return [] if len(text.split()) < 4 else [(unit.start, unit.end)]
        opening = _OPENING.match(text)
        begin = opening.end() if opening and opening.end() < len(text) else 0
        rest = text[begin:].lower()
        if opening and _HOLDS.search(opening.group()):
            return [(unit.start + start, unit.start + end) for start, end in _enumerated(text, begin)]
        if not (self._verb.match(rest) or (opening and self._question.match(rest))):
            return []
        if not opening and self._form_verb.match(rest):
            return []
        spans = self._conjuncts(text, begin)
        kept = []
        for start, end in spans:
            words = text[start:end].lower().strip(_EDGE)
            if self.is_form(words) or (_NEGATED.search(words) and not self._question.search(words)):
                continue
            if self._form_verb.match(words) and not self._is_longer_verb(words):
                continue
            kept.append((unit.start + start, unit.start + end))
        return kept

    def _is_longer_verb(self, words: str) -> bool:
        found, form = self._verb.match(words), self._form_verb.match(words)
        return bool(found and form and found.end() >= form.end())

    def _conjuncts(self, text: str, begin: int) -> list[tuple[int, int]]:
        """The sentence from `begin`, cut where another verb of asking follows a comma or an "og"."""
        cuts = [begin]
        ends = []
        asks_what = bool(self._question.match(text[begin:].lower()))
        for join in _JOIN.finditer(text, begin):
            rest = text[join.end() :].lower()
            opens = self._verb.match(rest) or (asks_what and self._question.match(rest))
            if not opens or join.start() - cuts[-1] < 6 or _ANAPHORIC.fullmatch(text[join.end() :].rstrip(". ")):
                continue
            if _ANAPHORIC.match(text[join.end() :].split(",")[0].split(". ")[0]):
                continue
            ends.append(join.start())
            cuts.append(join.end())
        ends.append(len(text))
        return list(zip(cuts, ends, strict=True))

    def topic(self, unit: Unit) -> list[tuple[int, int]]:
        """The topic a sentence gives: "en presentasjon om …"."""
        talk = _TALK.search(unit.text)
        place = talk.end() if talk else len(unit.text)
        while found := _ABOUT.search(unit.text, place):
            if not _MEASURED.match(found["topic"]):
                return [(unit.start + found.start("topic"), unit.start + found.end("topic"))]
            place = found.start("topic")
        return []

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without marks and loose conjunctions at the ends; a question keeps its mark."""
        keep = self._text[start:end].rstrip().endswith("?")
        span = trim(self._text, start, end, ' .,;:–-•*"«»')
        tail = re.search(r"[,;]?\s(?:og|and|samt|eller|or)\Z", self._text[span.start : span.end])
        if tail:
            span = trim(self._text, span.start, span.start + tail.start(), " .,;:")
        return span.start, span.end + (1 if keep and self._text[span.end : span.end + 1] == "?" else 0)
