"""A plan told in prose: what comes in sequence, and what will be talked about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from andregang.domain.dates import find_durations
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter, Sentence
from andregang.domain.meeting.listing import split_list
from andregang.domain.meeting.parts import Part, Plan, part_of
from andregang.domain.text import Span, trim

_JOINT = re.compile(r"[\s,;]{1,3}(?:og|and|samt)\Z", re.IGNORECASE)

# The verb of a piece whose subject is already left out.
_DISCUSS = re.compile(
    r"(?:(?:we |vi |me )?(?:will |would like to |skal |vil )?(?:discuss|talk about|cover|drøfter?|diskuterer?|drøftar?|diskuterar?)(?: vi| me)?)\s",  # noqa: E501
    re.IGNORECASE,
)
_ONLY_LENGTH = re.compile(
    r"(?:(?:ca\.?|cirka|om lag|omtrent|rundt|about|around|inntil|maks|up to|i)\s)*(?:\d{1,3}|\w{2,10}|et kvarter|en halv|tre)\s(?:min\w*|timer?|timar|times? tid|kvarter|hours?)\.?",  # noqa: E501
    re.IGNORECASE,
)

_LEAD = re.compile(
    r"(?:(?:med|at|with|by)\s)?(?:(?:blir det|blir|tar|tek|bruker|er det|har|setter av|set av|får du|får|ønsker|vil|skal|er|there(?:'s| is| will be)|we(?:'ll| will)?"  # noqa: E501
    r"|you(?:'ll| will)?(?: get)?)\s)?(?:(?:vi|me|jeg|eg|du)\s(?=(?:også|gjerne|tid|en|ein|et|eit|litt|lønn|dine|om|på|med|a|the|gjennom)\b))?"  # noqa: E501
    r"(?:(?:også|gjerne|så)\s)?(?:(?:det\s)?(?:god\s)?(?:tid|rom|plass|time) (?:til|for)\s|med\s|over til\s|på\s)?",
    re.IGNORECASE,
)

_TAKES_OVER = re.compile(r"(?:overtar|overtek|fortsetter|fortset|kommer|kjem)\s[^,.]{2,40}?\smed\s", re.IGNORECASE)

_SHARE = re.compile(
    r"(?:(?:omtrent|om lag|ca\.?|about)\s)?(?:halve|mesteparten av|resten av|the rest of|half|first|most of)\s?[\w' ]{0,18}?\s(?:på|til|for|with|of the hour for|tiden på|tida på)\s",  # noqa: E501
    re.IGNORECASE,
)


def told_in_prose(mail: Correspondence, letter: Letter) -> Plan:
    """A plan told in prose: sentences in sequence, and what will be talked about."""
    parts: list[Part] = []
    steps = topics = 0
    for number, sentence in enumerate(letter.sentences):
        found = sequence_parts(mail, sentence.start, sentence.end)
        if found and not parts:
            parts.extend(_opened_by(mail, letter.sentences[max(0, number - 2) : number]))
        steps += len(found)
        topics += bool(found) and mail.phrases.in_("agenda.about", sentence.text)
        if not found:
            found = _about(mail, sentence)
            topics += len(found)
        parts.extend(found)
    if (
        steps + topics == 1
        and topics
        and mail.phrases.in_("test.read_back", mail.view[parts[0].words.start : parts[0].words.end])
    ):
        # A read-back mentioned alone is no plan.
        return Plan()
    return Plan(tuple(parts)) if topics or len(parts) >= 2 else Plan()


_PERFORMS = re.compile(
    r"\b(?:du|you(?:'ll| will)?)\s(?:\w+\s){0,2}(?:inn?leder|innleiar|presenter\w*|starter|startar|begynner|byrjar|holder|held|forteller|fortel|give|present|start)\b[^.;]{4,160}",  # noqa: E501
    re.I,
)


def _opened_by(mail: Correspondence, sentences: tuple[Sentence, ...]) -> list[Part]:
    """What the candidate performs first, when the rest of the plan follows it ("... Deretter blir det samtale")."""
    for number, sentence in enumerate(sentences):
        found = _PERFORMS.search(sentence.text)
        if found and mail.phrases.in_("case.strong", sentence.text):
            part = part_of(mail, sentence.start + found.start(), sentence.start + found.end())
            lengths = [d.minutes for near in sentences[number:] for d in find_durations(near.text)]
            if part:
                return [Part(part.words, part.minutes or (lengths[0] if len(lengths) == 1 else None))]
    return []


def sequence_parts(mail: Correspondence, start: int, end: int) -> list[Part]:
    """The pieces of a sentence that begin with "først", "deretter", "til slutt" and the like."""
    marker = re.compile(
        rf"(?:(?:\A|(?<=[,;:.]\s)|(?<=[,;]\sog\s)|(?<=[,;]\sand\s)|(?<=\.\s\.\s))(?:{mail.phrases.source('agenda.sequence')})(?!\w))",
        re.IGNORECASE,
    )
    words = mail.view[start:end].replace("\n", " ")
    marks = list(marker.finditer(words))
    if not marks:
        return []
    if _no_plan(mail, words):
        return []
    pieces = [
        (mark.end(), following)
        for mark, following in zip(marks, [*(m.start() for m in marks[1:]), len(words)], strict=True)
    ]
    opening = _OPENING.match(words)
    if opening and marks[0].start() > 12 and opening.end() < marks[0].start():
        pieces.insert(0, (opening.end(), marks[0].start()))
    parts: list[Part] = []
    for first, last in pieces:
        span = _stripped(mail.view, start + first, start + last)
        for piece in _clauses(mail, span):
            parts.extend(_topics(mail, piece))
    return parts


_OPENING = re.compile(
    r"(?:[Vv]i|[Mm]e|[Ww]e|[Dd]u|[Yy]ou)(?:'ll)?\s(?:kommer til å\s|kjem til å\s|skal\s|vil\s|will\s|får\s|tenker å\s|har tenkt å\s)?(?:gjerne\s)?(?:gi deg|gir deg|ha deg på|starte med|begynne med|byrje med|ta|tar|tek|ha|have|get|start with|begin with|give|får|gå gjennom|går gjennom|snakke om|snakker om)\s"  # noqa: E501
)


def _topics(mail: Correspondence, span: Span) -> list[Part]:
    """A piece of the plan, or the topics it lists ("... går inn på A, B og C")."""
    about = _DISCUSS.match(mail.view, span.start, span.end) or mail.phrases["agenda.about"].search(
        mail.view, span.start, span.end
    )
    if about and about.start() - span.start < 40 and about.end() < span.end:
        spans = split_list(mail.view, about.end(), span.end, pairs=False)
    else:
        spans = [span]
    return _with_lengths(mail, spans)


def _with_lengths(mail: Correspondence, spans: list[Span]) -> list[Part]:
    """The parts; a piece that is only a length belongs to the part before it."""
    parts: list[Part] = []
    for span in spans:
        if parts and _ONLY_LENGTH.fullmatch(mail.view, span.start, span.end):
            lengths = list(find_durations(mail.view[span.start : span.end]))
            if len(lengths) == 1:
                parts[-1] = replace(parts[-1], minutes=parts[-1].minutes or lengths[0].minutes)
                continue
        if part := part_of(mail, span.start, span.end):
            parts.append(part)
    return parts


def _no_plan(mail: Correspondence, words: str) -> bool:
    """Sentences in sequence that are not about the meeting: what follows it, answers, sending papers."""
    phrases = mail.phrases
    return (
        phrases.in_("time.answer", words)
        or phrases.in_("next.steps", words)
        or phrases.in_("people.absent", words)
        or (phrases.in_("bring.lead", words) and not phrases.in_("case.strong", words))
        or bool(
            re.match(
                r"(?:etterpå|then|så)\s+(?:får|slipper|tar vi (?:kopi|kontakt|referanse)|you|kan|bekrefter)",
                words,
                re.IGNORECASE,
            )
        )
    )


def _clauses(mail: Correspondence, span: Span) -> Iterator[Span]:
    """ "to av arbeidene dine sammen, og du får et innblikk": a clause with a subject of its own is a part."""
    cut = re.search(r",\s(?:og|and)\s(?=(?:du|vi|me|you|we)\s)|,\s(?:then|så)\s", mail.view[span.start : span.end])
    if cut:
        yield trim(mail.view, span.start, span.start + cut.start())
        yield _stripped(mail.view, span.start + cut.end(), span.end)
    else:
        yield span


def _stripped(view: str, start: int, end: int) -> Span:
    """Without the verbs that only carry the plan ("blir det tid til", "overtar skolen med")."""
    span = trim(view, start, end, ".,;:")
    if joint := _JOINT.search(view, span.start, span.end):
        span = trim(view, span.start, joint.start(), ".,;:")
    for pattern in (_SHARE, _TAKES_OVER):
        if found := pattern.match(view, span.start, span.end):
            span = trim(view, found.end(), span.end)
    lead = _LEAD.match(view, span.start, span.end)
    return trim(view, lead.end(), span.end, ".,;") if lead and lead.end() < span.end else span


def _at_second_about(view: str, span: Span) -> list[Span]:
    """ "hvordan du leder og om turnus": what is asked about is named twice."""
    again = re.search(r"\s(?:og|and|samt)\s(?:om|about)\s", view[span.start : span.end])
    if again is None:
        return [span]
    return [trim(view, span.start, span.start + again.start()), trim(view, span.start + again.end(), span.end)]


def _about(mail: Correspondence, sentence: Sentence) -> list[Part]:
    """ "Vi kommer til å snakke om A, B og C.\""""
    match = mail.phrases["agenda.about"].search(sentence.text)
    if (
        match is None
        or mail.phrases.in_("next.steps", sentence.text)
        or mail.phrases.in_("people.absent", sentence.text)
    ):
        return []
    if mail.phrases.in_("test.later", sentence.text) or mail.phrases.in_("conditional_talk", sentence.text):
        return []
    start, end = sentence.start + match.end(), sentence.end
    if re.search(r"viser? deg\Z", match.group(), re.IGNORECASE):
        start = sentence.start + match.start()
    if clause := re.search(r",\s(?:så|for|men|slik|and we|og vi)\s", mail.view[start:end]):
        end = start + clause.start()
    listed = split_list(mail.view, start, end, pairs=True)
    spans = [
        span
        for one in listed
        for span in _at_second_about(mail.view, one)
        if not re.fullmatch(r"sammen|saman|together|dette|it|det|this", mail.view[span.start : span.end], re.IGNORECASE)
    ]
    return _with_lengths(mail, spans)
