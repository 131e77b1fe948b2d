"""What to have along or to send in: papers, clothes, tools, referees."""

import re

from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Line, Sentence
from andregang.domain.meeting.listing import split_list
from andregang.domain.meeting.model import MessageKind
from andregang.domain.source import Quote
from andregang.domain.text import Span, trim

_STOP = re.compile(
    r",\s(?:så|slik|for|hvis|dersom|gjerne en|helst|men|and we|so|if|ideally|preferably|både|du|da|vi|because|since|we|unless|til|har|resten|alt annet|the rest|og ta med|og meld)\b|\s(?:hvis|dersom|om du|slik at|så vi|så tar|if|so that|in case|for (?:the|å)|til (?:intervjuet|møtet|samtalen)|to the"  # noqa: E501
    r"|when you|når du|på forhånd|på førehand|in advance|før (?:møtet|intervjuet|samtalen|vi|du)|before the|innen|innan|by|senest|within|i god tid|ready|klar|klart|klare|along|til (?:meg|oss)|som (?:vi|du) (?:kan|tar)|with you|med deg)\b|\s[–—-]\s|[.!?;](?:\s|\Z)",  # noqa: E501
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\A(?:(?:gjerne|også|òg|ta med|ha med|både|eventuelt|helst|please|also|both|at|over|inn|å (?:ta|ha) med(?: deg)?|om|deg om|å få|get|at du (?:tar|har) med(?: deg)?|original(?:en|er)? av(?= )|klar|på)\s)+",  # noqa: E501
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?:navn|name|namn|names)\s(?:og|and)\s|\b(?:av|of|på|til)\s\w+\s(?:og|and)\s\w+\Z|\b\w+\s(?:og|and)\s(?:telefon\w*|e-post\w*|mobil\w*|phone\w*|email\w*)",
    re.IGNORECASE,
)
_VERB_NEXT = re.compile(
    r"\A(?:å|at|to|that|meld|ring|kom|møt|be|you|du|vi|me|les|tenk|bekreft|gi|svar|spør|logg|sjekk|test|klikk|trykk|vær|husk|parker)\b",
    re.I,
)
_NO_THING = re.compile(
    r"(?:kjører|køyrer|gjennomfører|gjer|gjør|går|møter|presenterer|forteller|viser|si|sei|svar|gi|gje|ring|meld|kom|møt|bekreft|les|vi|me|you|du)\b",
    re.IGNORECASE,
)
_TASK = re.compile(r"\b(?:presentasjon|presentation|case|slides|lysbilder)\b", re.IGNORECASE)


def read_papers(mail: Correspondence, kind: MessageKind) -> tuple[Quote, ...]:
    """One quote a thing, in the order they are told."""
    if kind in {MessageKind.OFFER, MessageKind.REJECTION, MessageKind.OTHER, MessageKind.CANCELLATION}:
        return ()
    found: list[Span] = []
    for letter in mail.letters:
        listed = _under_headings(mail, letter.lines)
        found.extend(listed)
        for sentence in letter.sentences:
            if not any(sentence.start <= span.start < sentence.end for span in listed):
                found.extend(_in_sentence(mail, sentence))
    quotes: list[Quote] = []
    for span in found:
        claim = mail.quote(span.start, span.end)
        if claim.words and claim.words.lower() not in {q.words.lower() for q in quotes}:
            quotes.append(claim)
    return tuple(quotes)


def _under_headings(mail: Correspondence, lines: tuple[Line, ...]) -> list[Span]:
    """ "Ta med:" with a list below."""
    found: list[Span] = []
    for number, line in enumerate(lines):
        head = line.text.rstrip(": ")
        if not (line.text.endswith(":") and mail.phrases.in_("bring.lead", head) and len(head) < 60) or line.item:
            continue
        for below in lines[number + 1 :]:
            if not below.item and (below.paragraph != line.paragraph or len(below.text) > 70):
                break
            if below.paragraph - line.paragraph > 1:
                break
            found.append(_tidy(mail, below.start, below.end))
    return [span for span in found if span.end - span.start > 1]


def _in_sentence(mail: Correspondence, sentence: Sentence) -> list[Span]:
    text = sentence.text
    if mail.phrases.in_("bring.nothing", text) and not re.search(
        r"\b(?:ta (?:gjerne |også )?med|bring|husk)\b", text, re.IGNORECASE
    ):
        return []
    spans: list[Span] = []
    done = 0
    for lead in mail.phrases["bring.lead"].finditer(text):
        if lead.start() < done:
            continue
        start = lead.end()
        colon = re.match(r"\s?:\s?", text[start:])
        start += colon.end() if colon else 0
        rest = text[start:]
        if _VERB_NEXT.match(rest.strip()) and not re.match(r"\s?(?:å (?:ta|ha) med|at du (?:tar|har) med)", rest):
            continue
        stop = _STOP.search(rest)
        end = start + (stop.start() if stop else len(rest))
        if _is_thing(mail, text[start:end], lead.group()):
            things = _things(mail, sentence, start, end)
            several = len(things) > 1
            spans.extend(t for t in things if not (several and _TASK.search(mail.view[t.start : t.end])))
            done = end
    return spans


def _is_thing(mail: Correspondence, words: str, lead: str) -> bool:
    words = _FILLER.sub("", words.strip(" ,:"))
    if not words or len(words) > 220:
        return False
    if mail.phrases["bring.not"].match(words) and not re.match(r"(?:kopi|to|two) ", words, re.IGNORECASE):
        return False
    weak = re.match(
        r"(?:vi|me|eg|jeg|we|trenger|treng|send|ber|du|husk|hugs|remember|don't|have|oppgi|provide|møt|please)",
        lead,
        re.IGNORECASE,
    )
    if (
        weak
        and _TASK.search(words)
        and not re.search(r"\s(?:og|and)\s|,", words)
        and not re.search(r"\b(?:papir|usb|utskrift)", words, re.IGNORECASE)
    ):
        return False
    return not (
        weak
        and re.search(r"\b(?:kl\.?|klokk\w+)\s?\d|\bintervju\w*\s|\b(?:svar|beskjed|mer tid)\b", words, re.IGNORECASE)
    )


def _things(mail: Correspondence, sentence: Sentence, start: int, end: int) -> list[Span]:
    """Told apart at commas and "og", unless the "og" joins what belongs to one thing ("navn og telefonnummer")."""
    words = sentence.text
    pairs = not _PAIR.search(words[start:end])
    spans = split_list(mail.view, sentence.start + start, sentence.start + end, pairs=pairs)
    tidied = [_tidy(mail, span.start, span.end) for span in spans]
    return [
        span for span in tidied if span.end - span.start > 1 and not _NO_THING.match(mail.view[span.start : span.end])
    ]


def _tidy(mail: Correspondence, start: int, end: int) -> Span:
    span = trim(mail.view, start, end, ".,;:!")
    if filler := _FILLER.match(mail.view[span.start : span.end]):
        span = trim(mail.view, span.start + filler.end(), span.end)
    if (stop := _STOP.search(mail.view[span.start : span.end])) and stop.start() > 2:
        span = trim(mail.view, span.start, span.start + stop.start())
    return span
