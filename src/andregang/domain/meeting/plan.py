"""The agenda: lists, timetables and plans told in prose."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from andregang.domain.dates import find_durations
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.letters import Letter, Line, Sentence
from andregang.domain.meeting.listing import split_list
from andregang.domain.meeting.model import AgendaItem
from andregang.domain.meeting.phrases import Phrases
from andregang.domain.text import Span, trim

_CLOCK = re.compile(
    r"(?:kl\.?\s?)?(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?:\s?(?:[–—-]|til|to)\s?(?:kl\.?\s?)?(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d))?"
    r"(?=[\s:–—,-]|$)[\s:–—,-]{0,6}",
    re.IGNORECASE,
)
_LENGTH_NOTE = re.compile(r"\s?[(\[][^()\[\]]{0,90}[)\]](?:,?\s?(?:og|and))?\s{0,2}\Z")
_DASHED_LENGTH = re.compile(
    r"\s{0,2}[–—:,-]\s?(?:ca\.?\s|om lag\s|about\s)?[\w½.,-]{1,12}\s?(?:min\w*|timer?|hours?|t)\.?\s?\Z", re.I
)
_LEADING_LENGTH = re.compile(r"\A(?:ca\.?\s)?\d{1,3}\s?(?:min\w*\.?|')\s?[:–—-]?\s{0,2}", re.IGNORECASE)
_JOINT = re.compile(r"[\s,;]{1,3}(?:og|and|samt)\Z", re.IGNORECASE)
_LASTING = re.compile(
    r",?\s(?:(?:som|that|which)\s(?:tar|varer|tek|lasts|takes)\s)?(?:(?:i|på|for|in)\s)?(?:(?:ca\.?|cirka|om lag|omtrent|rundt|about|around|inntil|maks|up to)\s)*\Z",  # noqa: E501
    re.IGNORECASE,
)
# Not the colon of a clock time or an address.
_COLON = re.compile(r":(?!\d|//)")
_ONLY_LENGTH = re.compile(
    r"(?:(?:ca\.?|cirka|om lag|omtrent|rundt|about|around|inntil|maks|up to|i)\s)*(?:\d{1,3}|\w{2,10}|et kvarter|en halv|tre)\s(?:min\w*|timer?|timar|times? tid|kvarter|hours?)\.?",  # noqa: E501
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s[–—-]\s(?=[a-zæøå])")
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan: its words, its minutes and, in timetables, its clock times in minutes of the day."""

    words: Span
    minutes: int | None
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts in order; `begins` and `ends` are the timetable's, in minutes of the day."""

    parts: tuple[Part, ...] = ()
    begins: int | None = None
    ends: int | None = None


def read_plan(mail: Correspondence) -> Plan:
    """The plan of the newest letter that lays one out."""
    for letter in mail.letters:
        for found in (_listed(mail, letter), _timetable(mail, letter), _told(mail, letter)):
            if found.parts:
                return found
    return Plan()


def agenda_of(mail: Correspondence, plan: Plan) -> tuple[AgendaItem, ...]:
    """The plan as agenda items with their quotes."""
    items = []
    for part in plan.parts:
        claim = mail.quote(part.words.start, part.words.end)
        items.append(AgendaItem(claim.words, part.minutes, claim))
    return tuple(items)


def _listed(mail: Correspondence, letter: Letter) -> Plan:
    """A heading and the list under it."""
    for number, line in enumerate(letter.lines):
        heading = _heading(line, mail.phrases)
        if heading is None and _announces_lengths(letter.lines, number):
            heading = line.end
        if heading is None:
            continue
        if heading < line.end:
            if plan := _inline(mail, letter, line, heading):
                return plan
            continue
        under = _lines_under(letter.lines, number)
        if _clock_count(under) >= 2:
            return _from_clocks(mail, under)
        if under:
            parts = [part for item in under if (part := _part(mail, item.start, item.end))]
            return Plan(tuple(parts))
    return Plan()


def _heading(line: Line, phrases: Phrases) -> int | None:
    """Where the words after an agenda heading begin; the line's end when the list stands below."""
    if line.item or len(line.text) > 400:
        return None
    mark = _COLON.search(line.text)
    if mark:
        head, rest = line.text[: mark.start()], line.text[mark.end() :]
        tail = re.split(r"[.!?]\s", head)[-1]
        if phrases.is_("agenda.label", tail) or (not rest.strip() and _ends_with_label(tail, phrases)):
            return line.start + len(head) + 1 + (len(rest) - len(rest.lstrip()))
        return None
    if phrases.is_("agenda.label", line.text):
        return line.end
    return None


def _announces_lengths(lines: tuple[Line, ...], number: int) -> bool:
    """Whether a line ends in a colon and most of the items under it say how long they take."""
    if not lines[number].text.endswith(":"):
        return False
    items = _while(lines[number + 1 :], lambda line: line.item)
    timed = sum(any(True for _ in find_durations(line.text[:200])) for line in items)
    return timed >= 2 and 2 * timed > len(items)


def _ends_with_label(words: str, phrases: Phrases) -> bool:
    """ "Vi ønsker at du innleder. Øvrig agenda:": the label closes the line."""
    return (
        any(match.end() == len(words.rstrip()) for match in phrases["agenda.label"].finditer(words)) and len(words) < 90
    )


def _inline(mail: Correspondence, letter: Letter, line: Line, start: int) -> Plan | None:
    sentence = next((s for s in letter.sentences if s.start <= start < s.end), None)
    end = sentence.end if sentence else line.end
    if mail.phrases.in_("place.remote", mail.view[start:end]) and end - start < 30:
        return None
    told = _sequence_parts(mail, start, end)
    parts = told or [
        part for s in split_list(mail.view, start, end, pairs=True) if (part := _part(mail, s.start, s.end))
    ]
    return Plan(tuple(parts)) if parts else None


def _lines_under(lines: tuple[Line, ...], number: int) -> list[Line]:
    """The list that follows a heading: marked items, clock lines, or the short lines of one paragraph."""
    below = lines[number + 1 :]
    if not below or below[0].paragraph - lines[number].paragraph > 2:
        return []
    if below[0].item:
        return _while(below, lambda line: line.item)
    if _CLOCK.match(below[0].text):
        return _clock_run(below)
    paragraph = below[0].paragraph
    own = _while(below, lambda line: line.paragraph == paragraph)
    short = all(len(line.text) < 70 and not line.text.endswith((".", ":", "?")) for line in own)
    return own if len(own) >= 2 and short else []


def _while(lines: tuple[Line, ...], holds: Callable[[Line], bool]) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        if not holds(line):
            break
        kept.append(line)
    return kept


def _clock_run(lines: tuple[Line, ...]) -> list[Line]:
    """Lines that begin with a clock time, and the line after one that holds nothing else."""
    kept: list[Line] = []
    bare = False
    for line in lines:
        match = _CLOCK.match(line.text)
        if match is None and not bare:
            break
        bare = match is not None and match.end() == len(line.text)
        kept.append(line)
    return kept


def _clock_count(lines: list[Line]) -> int:
    return sum(_CLOCK.match(line.text) is not None for line in lines)


def _timetable(mail: Correspondence, letter: Letter) -> Plan:
    """Clock lines without a heading: three or more in a row."""
    for number, line in enumerate(letter.lines):
        if _CLOCK.match(line.text):
            run = _clock_run(letter.lines[number:])
            if _clock_count(run) >= 3:
                return _from_clocks(mail, run)
    return Plan()


def _from_clocks(mail: Correspondence, lines: list[Line]) -> Plan:
    rows: list[tuple[int, int | None, Span | None]] = []
    for line in lines:
        match = _CLOCK.match(line.text)
        if match:
            begins = 60 * int(match["h"]) + int(match["m"])
            ends = 60 * int(match["h2"]) + int(match["m2"]) if match["h2"] else None
            label = trim(mail.view, line.start + match.end(), line.end)
            rows.append((begins, ends, label if label.end > label.start else None))
        elif rows and rows[-1][2] is None:
            rows[-1] = (rows[-1][0], rows[-1][1], Span(line.start, line.end))
    parts: list[Part] = []
    closes: int | None = None
    for index, (begins, ends, words) in enumerate(rows):
        following = rows[index + 1][0] if index + 1 < len(rows) else None
        if words is None or mail.phrases.is_("agenda.closing", mail.view[words.start : words.end].rstrip(".!")):
            closes = begins
            continue
        until = ends if ends is not None else following
        minutes = until - begins if until is not None and until > begins else None
        if part := _part(mail, words.start, words.end):
            parts.append(Part(part.words, part.minutes or minutes, begins, until))
        closes = ends
    return Plan(tuple(parts), rows[0][0] if rows else None, closes)


def _part(mail: Correspondence, start: int, end: int) -> Part | None:
    """A part's words without its length, speaker or aside."""
    view = mail.view
    lengths = list(find_durations(view[start:end]))
    minutes = lengths[0].minutes if len(lengths) == 1 else None
    span = trim(view, start, end, ".,;")
    words = view[span.start : span.end]
    if lead := _LEADING_LENGTH.match(words):
        span = trim(view, span.start + lead.end(), span.end)
    for note in (_LENGTH_NOTE, _DASHED_LENGTH):
        words = view[span.start : span.end]
        found = note.search(words)
        if found and found.start() > 2 and (note is _LENGTH_NOTE or minutes):
            span = trim(view, span.start, span.start + found.start(), ".,;")
    if minutes and (own := _without_length(view, span)):
        span = own
    if (aside := _ASIDE.search(view, span.start, span.end)) and len(view[aside.end() : span.end].split()) >= 4:
        span = trim(view, span.start, aside.start())
    return Part(span, minutes) if span.end - span.start > 1 else None


def _without_length(view: str, span: Span) -> Span | None:
    """ "gjennomgang av oppgaven i ca. 10 minutter" without what it lasts."""
    lengths = list(find_durations(view[span.start : span.end]))
    if not lengths:
        return None
    last = lengths[-1]
    if re.fullmatch(r"(?:s tid| tid)?\W{0,2}", view[span.start + last.end : span.end]) is None:
        return None
    lead = _LASTING.search(view, span.start, span.start + last.start)
    cut = trim(view, span.start, lead.start() if lead else span.start + last.start, ".,;")
    return cut if cut.end - cut.start > 2 else None


def _told(mail: Correspondence, letter: Letter) -> Plan:
    """A plan told in prose: sentences in sequence, and what will be talked about."""
    parts: list[Part] = []
    steps = topics = 0
    for number, sentence in enumerate(letter.sentences):
        found = _sequence_parts(mail, sentence.start, sentence.end)
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
            part = _part(mail, sentence.start + found.start(), sentence.start + found.end())
            lengths = [d.minutes for near in sentences[number:] for d in find_durations(near.text)]
            if part:
                return [Part(part.words, part.minutes or (lengths[0] if len(lengths) == 1 else None))]
    return []


def _sequence_parts(mail: Correspondence, start: int, end: int) -> list[Part]:
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
    about = mail.phrases["agenda.about"].search(mail.view, span.start, span.end)
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
        if part := _part(mail, span.start, span.end):
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
    spans = [
        span
        for span in split_list(mail.view, start, end, pairs=True)
        if not re.fullmatch(r"sammen|saman|together|dette|it|det|this", mail.view[span.start : span.end], re.IGNORECASE)
    ]
    return _with_lengths(mail, spans)
