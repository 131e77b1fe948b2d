"""The case, presentation or lecture the candidate performs, and the time to present it."""

import re

from andregang.domain.dates import Duration, find_durations
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Sentence
from andregang.domain.meeting.model import CaseTask, MessageKind
from andregang.domain.meeting.parts import Plan
from andregang.domain.text import Span, trim

_QUOTED = re.compile(r"[«\"“](?P<task>[^«»\"“”]{8,400})[»\"”]")

_SELF = re.compile(
    r"\b(?:caset|oppgaven|oppgåva|the case|the task|temaet|your topic|topic|tema for (?:presentasjonen|prøveforelesningen))\b(?:\s(?:er|blir|is|will be))?\s?:?\s"  # noqa: E501
    r"|\A(?:oppgave|oppgåve|case|task|assignment)\s?:\s(?!(?:du|de) får )",
    re.IGNORECASE,
)

_LABEL = re.compile(r"(?:oppgave|oppgåve|case|task|assignment)\s?:", re.IGNORECASE)

_HAVE = re.compile(
    r"\b(?:din|di|dine|your|en|et|ein|ei|eit|a|an|the)\s(?:[\w-]+\s){0,3}?(?:case\w*|oppgave\w*|oppgåve\w*|presentasjon\w*|innlegg|prøveforelesning|foredrag|walkthrough|presentation|lecture|dataset|assignment|pitch|task)\b[^.,;()\n]{0,90}",
    re.IGNORECASE,
)

_TOPIC = re.compile(
    r"\b(?:om|over temaet|over emnet|med temaet|med tittelen|på temaet|on the topic(?: of)?|on|about|titled|entitled|av|of|med|where|der|hvor du|om hvordan|how)\s(?P<task>[^.;()\n]{6,220})",  # noqa: E501
    re.IGNORECASE,
)

_NO_CASE = re.compile(
    r"\b(?:ingen|ikke|no|ikkje|inga|uten|without)\s(?:\w+\s){0,2}\Z|\b(?:takk for|gjennomført|fra|i andre|thanks for)\s(?:\w+\s){0,3}\Z",  # noqa: E501
    re.IGNORECASE,
)

_LEADING_LENGTH = re.compile(
    r"(?:ca\.?\s)?\d{1,3}\s?(?:minutes?|minutter|minutt|min\.?)\s?[:–—-]?\s{0,2}", re.IGNORECASE
)

_WELCOME = re.compile(
    r"\b(?:velkom\w*|intro\w*|welcome\w*|innlei\w*|innled\w*|kort)\W{1,3}(?:(?:og|and)\s)?\Z", re.IGNORECASE
)

_PRESENT = re.compile(
    r"\b(?:presenter\w*|presentasj\w*|present\w*|innled\w*|innlei\w*|innlegg\w*|show|vise|lecture|foreles\w*|bruk|use|legge? fr[ae]m|walk\w*|case\w*|speak|snakke|gjennomgang\w*|pitch\w*|vare|varer|lasts|fortelle|fortelje|innleid\w*|legg\w*(?: du)? fr[ae]m|leggja det fram|ta\w* oss|tek\w* oss|minutes to show)\b",  # noqa: E501
    re.IGNORECASE,
)


def is_later(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:blir|bli|invited|hvis|dersom|går du|går vi|if|neste runde|etter intervjuet|next round)\b",
            text,
            re.IGNORECASE,
        )
    )


def read_case(mail: Correspondence, kind: MessageKind, plan: Plan) -> CaseTask | None:
    """The task to perform: its wording, or else the words that name it, with the time to present."""
    if kind in {MessageKind.OFFER, MessageKind.REJECTION, MessageKind.OTHER}:
        return None
    for letter in mail.letters:
        cued = [(n, s) for n, s in enumerate(letter.sentences) if _cue(mail, s)]
        if not cued:
            continue
        task = _wording(mail, letter.sentences, cued) or _naming(mail, cued, plan)
        if task:
            claim = mail.quote(task.start, task.end)
            return CaseTask(claim.words, _minutes(letter.sentences, cued, task, plan), claim)
    return None


def _cue(mail: Correspondence, sentence: Sentence) -> re.Match[str] | None:
    if mail.phrases.in_("test.later", sentence.text) and is_later(sentence.text):
        return None
    for match in mail.phrases["case.strong"].finditer(sentence.text):
        before = sentence.text[max(0, match.start() - 30) : match.start()]
        if _NO_CASE.search(before) or re.search(
            r"\b(?:vi|oss|we)\s(?:presenter|vil presentere|present|vil vise)", sentence.text[: match.end()], re.I
        ):
            continue
        if _WELCOME.search(before) and re.fullmatch(
            r"presenta\w+\W{0,2}", sentence.text[match.start() :], re.IGNORECASE
        ):
            continue
        if re.match(
            r"(?:presenterer (?:seg|oss)|presentasjon av (?:oss|deltakerne|selskapet|bedriften|teamet|avdelingen|de som|alle)|presentasjonsrunde|presentations? of (?:the )?(?:company|team))",  # noqa: E501
            sentence.text[match.start() :],
            re.I,
        ):
            continue
        return match
    return None


def _wording(mail: Correspondence, sentences: tuple[Sentence, ...], cued: list[tuple[int, Sentence]]) -> Span | None:
    """The task's own words: in quotation marks near the cue, or after "Caset:"."""
    for number, _ in cued:
        for sentence in sentences[number : number + 3]:
            if match := _QUOTED.search(sentence.text):
                return Span(sentence.start + match.start("task"), sentence.start + match.end("task"))
    for number, sentence in cued:
        for match in _SELF.finditer(sentence.text):
            if sentence.item and match.start() == 0 and _LABEL.match(match.group()):
                # A line of the plan; its topic is read with it.
                continue
            if ":" not in match.group() and not re.search(r"\b(?:er|blir|is|will be)\s", match.group(), re.I):
                continue
            end = _task_end(sentences, number, sentence, match.end())
            span = trim(mail.view, sentence.start + match.end(), end)
            if mail.view[span.end - 1 : span.end] == ".":
                span = Span(span.start, span.end - 1)
            if span.end - span.start > 12:
                return span
    return None


def _task_end(sentences: tuple[Sentence, ...], number: int, sentence: Sentence, offset: int) -> int:
    """A task goes on over the sentences that tell it, up to the practical ones."""
    end = sentence.end
    del offset
    for following in sentences[number + 1 : number + 5]:
        practical = re.match(
            r"(?:du (?:får|har|kan|velger|skal bruke|bestemmer)|maks|bruk|send|vi |lag|tid|presentasjonen|sett av|you (?:have|get|will|may)|please|use|max|we |det er|ta med|forbered|eg |jeg )",  # noqa: E501
            following.text,
            re.I,
        )
        if (
            following.paragraph != sentence.paragraph
            or following.item
            or (practical and not following.text.endswith("?"))
        ):
            break
        end = following.end
    return end


def _naming(mail: Correspondence, cued: list[tuple[int, Sentence]], plan: Plan) -> Span | None:
    """The words that name the task: its topic if one follows, else the noun with what belongs to it."""
    del plan
    for _, sentence in cued:
        cue = _cue(mail, sentence)
        if cue is None:
            continue
        aside = sentence.text.rfind("(", 0, cue.start())
        if sentence.item and aside > 8 and ")" not in sentence.text[aside : cue.start()]:
            # The task stands before its conditions in parentheses, after its minutes.
            lead = _LEADING_LENGTH.match(sentence.text)
            return _clause(mail, sentence, lead.end() if lead else 0)
        if re.match(r"inn?le[id]\w*", cue.group(), re.IGNORECASE):
            return _clause(mail, sentence, cue.end())
        colon = re.match(r"\w*:\s", sentence.text[cue.end() :])
        if colon and len(sentence.text) - cue.end() > 15:
            return _clause(mail, sentence, cue.end() + colon.end())
        if re.match(
            r"(?:walk (?:us|me) through|tar? oss (?:med )?gjennom|tek? oss gjennom)", cue.group(), re.IGNORECASE
        ):
            return _clause(mail, sentence, cue.end())
        if found := re.match(
            r"minutt(?:er)? på å \w+\s?(?:om |fram |frem |for oss )?", sentence.text[cue.start() :], re.IGNORECASE
        ):
            return _clause(mail, sentence, cue.start() + found.end())
        if found := re.match(
            r"(?:oppgaven|oppgåva) (?:er|går ut på|blir)(?: å)?\s", sentence.text[cue.start() :], re.IGNORECASE
        ):
            return _clause(mail, sentence, cue.start() + found.end())
        noun = next((m for m in _HAVE.finditer(sentence.text) if m.start() <= cue.start() < m.end()), None)
        if noun is None and re.match(r"present", cue.group(), re.IGNORECASE):
            return _clause(mail, sentence, cue.end()) or _at(mail, sentence, cue.start(), cue.end())
        if noun is None and not re.fullmatch(r"case|caset|presentasjon(?:en)?|case study", cue.group(), re.IGNORECASE):
            return _clause(mail, sentence, cue.start())
        if noun:
            return _shortened(mail, sentence, noun)
    for _, sentence in cued:
        if cue := _cue(mail, sentence):
            return _at(mail, sentence, cue.start(), cue.end())
    return None


def _shortened(mail: Correspondence, sentence: Sentence, noun: re.Match[str]) -> Span:
    whole = _cut(mail, sentence, noun.start(), noun.end())
    topic = _TOPIC.search(sentence.text[noun.start() : whole.end - sentence.start])
    if topic and len(topic["task"].split()) >= 4 and not re.match(r"(?:på|inntil|maks)", topic.group(), re.I):
        end = noun.start() + topic.end("task")
        rest = _TOPIC.search(sentence.text, noun.start() + topic.start()) if end >= noun.end() - 1 else None
        start = noun.start() + topic.start("task")
        return _cut(mail, sentence, start, rest.end("task") if rest else end)
    return whole


def _cut(mail: Correspondence, sentence: Sentence, start: int, end: int) -> Span:
    stop = re.search(
        r"\s(?:(?:på|i|for|in) (?:inntil |ca\.? |maks |om lag |omtrent |about |up to )?\d+|(?:på|i) (?:ca|inntil|maks)\b|på inntil|som vi|som du får|and \d+ min\w*|\(|muntlig|for oss|før|orally|to us|som varer|i møtet|i intervjuet|and then)\b|,\s(?:så|and|og|med|maks|followed by|etterfulgt av|fulgt av|etterfølgd av|then)\s",  # noqa: E501
        sentence.text[start:end],
    )
    return trim(
        mail.view,
        sentence.start + start,
        sentence.start + (start + stop.start() if stop and stop.start() > 3 else end),
        ".,;:",
    )


def _clause(mail: Correspondence, sentence: Sentence, start: int) -> Span | None:
    end = re.search(
        r"[.;(](?:\s|\Z)|\s\(|,\s(?:followed by|etterfulgt av|fulgt av|then|så|og så|og|and|maks|max|ca|om lag|about|på|\d+)\b|\s(?:og|and)\s\d{1,2}\s?min|\s(?:i|in|for)\s(?:ca\.?\s|about\s|om lag\s)?\d{1,2}\s?min|\Z",  # noqa: E501
        sentence.text[start:],
    )
    span = trim(mail.view, sentence.start + start, sentence.start + start + (end.start() if end else 0), " ,:")
    span = trim(mail.view, sentence.start + start, span.end)
    lead = re.match(
        r"(?:(?:du|you|de)\s)?(?:for oss|for us|to us|med|us|your|with)\s|(?:du|you)\s",
        mail.view[span.start : span.end],
    )
    if lead and lead.group().strip() in {
        "med",
        "for oss",
        "for us",
        "to us",
        "us",
        "with",
        "du",
        "you",
        "du med",
        "you with",
        "du for oss",
    }:
        span = trim(mail.view, span.start + lead.end(), span.end)
    return span if span.end - span.start > 4 else None


def _at(mail: Correspondence, sentence: Sentence, start: int, end: int) -> Span:
    return trim(mail.view, sentence.start + start, sentence.start + end, ":")


def _minutes(sentences: tuple[Sentence, ...], cued: list[tuple[int, Sentence]], task: Span, plan: Plan) -> int | None:
    """The time to present: nearest the words of presenting, in the cue's sentence or the two after it."""
    part = next(
        (p.minutes for p in plan.parts if p.minutes and p.words.start <= task.start and task.end <= p.words.end + 2),
        None,
    )
    planned = [p.words for p in plan.parts]
    numbers: list[int] = []
    for number, _ in cued:
        numbers.extend(n for n in (number, number + 1, number + 2) if n < len(sentences) and n not in numbers)
    best: tuple[int, int] | None = None
    told = {number for number, _ in cued}
    for number in numbers:
        order = 0 if number in told else 1
        sentence = sentences[number]
        lengths = list(find_durations(sentence.text))
        in_plan = any(sentence.start <= words.start < sentence.end for words in planned)
        if part and in_plan and (not lengths or _shown_in(sentence.text, lengths, part)):
            continue
        if part and in_plan:
            part = _after_preparing(sentence.text, part)
        for found in lengths:
            distance = _distance(sentence.text, found.start, found.end)
            if found.minutes > 90 or distance is None:
                continue
            if best is None or distance + 25 * order < best[0]:
                best = (distance + 25 * order, found.minutes)
    return best[1] if best and (part is None or best[0] <= 40) else part


_ALONE = re.compile(r"\W{0,3}(?:alone|on your own|alene|åleine)\b", re.IGNORECASE)

_PREPARING = re.compile(
    r"\W{0,3}(?:(?:på|til|å|to|for|med|deg|of)\s){0,4}(?:\w*forbered|førebu|prepar|lese|read|løse|løyse)", re.IGNORECASE
)


def _shown_in(text: str, lengths: list[Duration], part: int) -> bool:
    """Whether the part's minutes are told in words, and are not for working on the task alone."""
    own = [found for found in lengths if found.minutes == part]
    return any(len(lengths) == 1 or not _ALONE.match(text, found.end) for found in own)


def _after_preparing(text: str, part: int) -> int:
    """What is left of the part's minutes when the time to prepare lies within it."""
    spent = sum(found.minutes for found in find_durations(text) if _PREPARING.match(text, found.end))
    return part - spent if 0 < spent < part else part


def _distance(text: str, start: int, end: int) -> int | None:
    """How far a length stands from a word of presenting; None for time to prepare, to ask or of the whole meeting."""
    after = re.split(r"[,;.]\s", text[end : end + 60])[0]
    if re.search(  # noqa: SIM102
        r"\b(?:forbered\w*|førebu\w*|prepar\w+|alene|åleine|alone|løse|løyse|diskusjon|spørsmål|discussion|questions|q&a)\b",
        after,
        re.I,
    ):
        if not _PRESENT.search(after.split(" og ")[0].split(" and ")[0]):
            return None
    behind = _PRESENT.search(text, end, min(len(text), end + 50))
    ahead = list(_PRESENT.finditer(text, max(0, start - 90), start))
    distances = [behind.start() - end] if behind else []
    distances += [start - match.end() for match in ahead[-1:]]
    note = text[max(0, start - 12) : start]
    if not distances or (
        re.match(r"\s?(?:,|og|and)", text[end:]) and not ahead and behind and behind.start() - end > 8
    ):
        return None
    return min(distances) + (0 if re.search(r"[(–-]|på|inntil|maks\w*|ca", note) else 5)
