"""One document told apart into the letters it holds: the newest first, quoted older ones after it."""

import datetime as dt
import re
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from andregang.domain.dates import find_moments
from andregang.domain.meeting.calendar import Event
from andregang.domain.meeting.chat import read_chat
from andregang.domain.meeting.names import CAPITAL, EMAIL, FULL_NAME, PHONE, SINGLE_NAME, is_name
from andregang.domain.meeting.phrases import Phrases
from andregang.domain.text import BlockKind, DocumentText, Span, trim

_HEADER = re.compile(
    r"^[ \t>*_]{0,12}(?P<label>fra|from|frå|sendt|sent|dato|date|til|to|kopi|cc|emne|subject|svar til|reply-to|avsender)"  # noqa: E501
    r"\*{0,2}[ \t]{0,4}:\*{0,2}[ \t]{0,8}(?P<value>[^\n]{0,300})$",
    re.IGNORECASE | re.MULTILINE,
)
_ATTRIBUTION = re.compile(
    r"^[ \t>]{0,12}(?:(?:den|on|på|le)\s)?[^\n]{4,90}(?:\n[ \t>]{0,12}[^\n]{0,90})?\s?(?:skrev|skreiv|wrote)\b[^\n]{0,120}:?[ \t]*$",  # noqa: E501
    re.IGNORECASE | re.MULTILINE,
)
_DIVIDER = re.compile(
    r"^[ \t>]{0,12}(?:-{2,}\s?(?:opprinnelig melding|original message|forwarded message|videresendt melding|opphavleg melding"  # noqa: E501
    r"|videresendt e-post|vidaresend melding)\s?-{0,20}|begin forwarded message:|_{20,})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTE_MARK = re.compile(r"^[ \t]{0,4}(?:>[ \t]?){1,8}", re.MULTILINE)
_BOILERPLATE = re.compile(
    r"^(?:[_\-=:~]{8,}[ \t]*\n)?[ \t]*(?:microsoft teams(?:[ \t-][^\n]{0,80})?|join with google meet|join zoom meeting|bli med i zoom-møte[^\n]*"  # noqa: E501
    r"|organi[sz]er|arrangør|reply for [^\n]{3,80}|invitation from google calendar[^\n]*|-::~[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_LABELS = {
    "fra": "from", "frå": "from", "from": "from", "avsender": "from", "sendt": "date", "sent": "date", "dato": "date",
    "date": "date", "til": "to", "to": "to", "kopi": "cc", "cc": "cc", "emne": "subject", "subject": "subject",
    "svar til": "reply-to", "reply-to": "reply-to",
}  # fmt: skip
_LONGEST = 40_000
_LONGEST_SENTENCE = 800
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:kl|ca|nr|tlf|mob|bl\.a|f\.eks|evt|etg|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|des|dec|dr|mr|ms"
    r"|mrs|prof|st|ev|ass|adm|dir|avd|ref|jf|inkl|maks|min|mai|tor|tors|tir|ons|man|fre|lør|søn|d|[A-ZÆØÅ])\Z",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?:…](?=\s)|[.!?](?=[\"»”')]{1,2}\s)|(?<=\s)[:;][-]?[)D](?=\s)|[😊🙂😀👍☕🎉](?=\s)")
_ITEM_START = re.compile(r"[ \t]{0,12}(?:[-*•·–▪◦‣o][ \t]{1,6}|\d{1,2}[.)][ \t]{1,4}|[a-z]\)[ \t])")
_LABEL_LINE = re.compile(r"[ \t]{0,8}[A-ZÆØÅ][^\n:.!?]{1,48}:(?!//)")
_CLOCK_LINE = re.compile(r"[ \t]{0,8}(?:kl\.? ?)?\d{1,2}[.:]\d{2}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty; `start` and `end` leave out white space and the item's mark, told by `item`."""

    start: int
    end: int
    text: str
    item: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or labelled line. Line breaks inside are spaces in `text`, so offsets stay."""

    start: int
    end: int
    text: str
    paragraph: int
    item: bool = False


@dataclass(frozen=True, slots=True)
class Signer:
    """Who wrote a letter: the name with its place, and what the header and the signature give."""

    name: str
    span: Span
    role: Span | None = None
    email: Span | None = None
    phone: Span | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail or message. `body` ends where the signature begins; `tail` is the signature and what follows it."""

    headers: dict[str, Span]
    body: Span
    tail: Span
    sent: dt.datetime | None = None
    lines: tuple[Line, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def base(self) -> dt.date | None:
        """The day relative words count from."""
        return self.sent.date() if self.sent else None


def read_letters(content: DocumentText, event: Event | None, phrases: Phrases) -> tuple[str, tuple[Letter, ...]]:
    """The document's words as one string of the same length (quote marks and values of fields blanked), and its
    letters, the newest first. A calendar's description is a letter when the mail has no words of its own.
    """
    blank = _blanked(content, event)
    mails = _mails(content)
    view = "".join("\n" if c == "\n" else " " if b else c for c, b in zip(content.text, blank, strict=True))
    view = _QUOTE_MARK.sub(lambda mark: " " * len(mark.group()), view)
    # No invitation is longer; what follows is some attachment's text.
    view = view[:_LONGEST] + " " * max(0, len(view) - _LONGEST)
    view, speaker = read_chat(view) if content.format not in {"eml", "ics"} else (view, None)
    letters: list[Letter] = []
    for headers, start, end in mails:
        for number, (own, body_start, body_end) in enumerate(_split(view, start, end)):
            given = {**headers, **own} if number == 0 else own
            if speaker and number == 0:
                given = {"from": speaker, **given}
            letters.append(_letter(content.text, view, given, body_start, body_end, phrases))
    kept = [letter for letter in letters if letter.lines or letter.headers]
    return view, tuple(kept or letters)


def _blanked(content: DocumentText, event: Event | None) -> bytearray:
    """Which characters are no running words: labelled fields, and a calendar's description that repeats the mail."""
    text = content.text
    blank = bytearray(len(text))
    told = event.spans.get("description") if event else None
    for block in content.blocks:
        if block.kind is not BlockKind.FIELD or not block.path:
            continue
        first = text.rfind("\n", 0, block.start) + 1
        if block.path.endswith(".description"):
            first = text.rfind("\n", 0, max(0, first - 1)) + 1
            keep = told is not None and told.start == block.start and not _has_words(content)
            last = block.start if keep else block.end
        else:
            last = text.find("\n", block.end)
            last = len(text) if last < 0 else last
        blank[first:last] = b"\x01" * (last - first)
    return blank


def _has_words(content: DocumentText) -> bool:
    """Whether something stands outside the fields, as in a mail that carries a calendar part."""
    if content.format == "ics":
        return False
    last_header = max((b.end for b in content.blocks if "header." in b.path), default=0)
    first_event = min((b.start for b in content.blocks if b.path.startswith("event[")), default=len(content.text))
    first_event = content.text.rfind("\n", 0, first_event) + 1 if first_event < len(content.text) else first_event
    return len(content.text[last_header:first_event].split()) > 3


def _mails(content: DocumentText) -> list[tuple[dict[str, Span], int, int]]:
    """The mail and mails attached to it: headers, where the words begin, where they end."""
    groups: dict[str, dict[str, Span]] = {}
    for block in content.blocks:
        prefix, found, name = block.path.partition("header.")
        if block.kind is BlockKind.FIELD and found:
            groups.setdefault(prefix, {})[name] = Span(block.start, block.end)
    if not groups:
        return [({}, 0, len(content.text))]
    spans = sorted(groups.values(), key=lambda headers: min(headers.values()))
    starts = [max(span.end for span in headers.values()) for headers in spans]
    ends = [min(headers.values()).start for headers in spans[1:]] + [len(content.text)]
    return list(zip(spans, starts, ends, strict=True))


def _split(view: str, start: int, end: int) -> list[tuple[dict[str, Span], int, int]]:
    """Where a thread's letters begin and end, with the headers written above each."""
    cuts: list[tuple[int, int, dict[str, Span]]] = []
    for headers, first, last in _header_blocks(view, start, end):
        cuts.append((first, last, headers))
    for match in _ATTRIBUTION.finditer(view, start, end):
        if not any(a <= match.end() and match.start() <= b for a, b, _ in cuts):  # noqa: SIM102
            if headers := _attribution(match):
                cuts.append((match.start(), match.end(), headers))
    for match in _DIVIDER.finditer(view, start, end):
        if "_" not in match.group() and not any(0 <= a - match.end() < 80 for a, _, _ in cuts):
            cuts.append((match.start(), match.end(), {}))
    cuts.sort(key=lambda cut: cut[0])
    parts: list[tuple[dict[str, Span], int, int]] = []
    position, headers = start, {}
    for first, last, found in cuts:
        if view[position:first].strip(" \n\t_-") or parts or headers:
            parts.append((headers, position, first))
        position, headers = last, found
    parts.append((headers, position, end))
    return parts


def _header_blocks(view: str, start: int, end: int) -> list[tuple[dict[str, Span], int, int]]:
    """Runs of "Fra: / Sendt: / Til: / Emne:" lines; one line alone counts only at the top, and only as a subject."""
    runs: list[tuple[dict[str, Span], int, int]] = []
    for match in _HEADER.finditer(view, start, end):
        name = _LABELS[match["label"].lower()]
        value = trim(view, match.start("value"), match.end("value"), "*")
        if runs and match.start() - runs[-1][2] <= 2 and name not in runs[-1][0]:
            runs[-1] = ({**runs[-1][0], name: value}, runs[-1][1], match.end())
        else:
            runs.append(({name: value}, match.start(), match.end()))
    return [
        run
        for run in runs
        if (len(run[0]) >= 2 and {"from", "subject"} & set(run[0]))
        or (not view[start : run[1]].strip() and set(run[0]) == {"subject"})
    ]


def _attribution(match: re.Match[str]) -> dict[str, Span]:
    """ "Den tor. 17. des. 2026 kl. 14:36 skrev X <x@y>:" gives a sender and a date."""
    headers: dict[str, Span] = {}
    words = match.group()
    if mail := EMAIL.search(words):
        headers["mail"] = Span(match.start() + mail.start(), match.start() + mail.end())
    for name in FULL_NAME.finditer(words):
        if is_name(name["name"]):
            end = mail.end() if mail and mail.start() >= name.end() else name.end()
            headers["from"] = Span(match.start() + name.start(), match.start() + end)
    if not any(character.isdigit() for character in words) or not headers:
        return {}
    headers["date"] = Span(match.start(), match.end())
    return headers


def _letter(text: str, view: str, headers: dict[str, Span], start: int, end: int, phrases: Phrases) -> Letter:
    own_end = _own_end(view, start, end, phrases)
    lines = _lines(view, start, own_end)
    closing = _closing(lines, text, headers, phrases)
    body_end = lines[closing].start if closing < len(lines) else own_end
    body = tuple(lines[:closing])
    tail = Span(min(body_end, end), end)
    return Letter(
        headers,
        Span(start, max(start, body_end)),
        tail,
        _sent(text, headers),
        body,
        tuple(_sentences(view, body)),
        {name: text[span.start : span.end] for name, span in headers.items()},
    )


def _own_end(view: str, start: int, end: int, phrases: Phrases) -> int:
    """Where the meeting service's own words begin, unless the letter itself comes after them."""
    for cut in _BOILERPLATE.finditer(view, start, end):
        before = view[start : cut.start()]
        if len(before.split()) >= 40 or any(
            phrases["letter.greeting"].match(line.strip()) for line in before.split("\n")
        ):
            return cut.start()
    return end


def _lines(view: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    paragraph, position = 0, start
    for raw in view[start:end].split("\n"):
        if not raw.strip(" \t_-=~"):
            paragraph += 1
        else:
            mark = _ITEM_START.match(raw)
            span = trim(view, position + (mark.end() if mark else 0), position + len(raw))
            lines.append(Line(span.start, span.end, view[span.start : span.end], mark is not None, paragraph))
        position += len(raw) + 1
    return lines


def _closing(lines: list[Line], text: str, headers: dict[str, Span], phrases: Phrases) -> int:
    """Which line the signature begins at."""
    author = _display_name(text[headers["from"].start : headers["from"].end]) if "from" in headers else ""
    for number, line in enumerate(lines):
        words = line.text.strip(" ,.!–-")
        if text[line.start : line.end] == "--":
            return number
        if number == 0:
            continue
        first = phrases["letter.closing"].match(words)
        if first and len(words) - first.end() <= 40 and not re.search(r"[.?]", words[first.end() :].rstrip(".")):
            return number
        if re.match(r"(?:sendt fra|sent from|hent outlook|get outlook|sendt frå)\b", words, re.IGNORECASE):
            return number
        if author and len(words) > 2 and author.startswith(words) and _alone(lines, number):
            return number
        if author and words.startswith(author) and len(words) <= len(author) + 45 and _alone(lines, number):
            return number
    last = lines[-1] if lines else None
    if last and len(lines) > 2 and lines[-2].paragraph != last.paragraph and not last.item:
        name = last.text.strip(" .,!")
        if re.fullmatch(r"[A-ZÆØÅ][\w-]*\.?(?: [A-ZÆØÅ][\w-]*){0,3}", name) and len(name) <= 40:
            return len(lines) - 1
    return len(lines)


def _alone(lines: list[Line], number: int) -> bool:
    """Whether a line begins a paragraph, is no list item, and the rest is no list of people."""
    line = lines[number]
    return not line.item and lines[number - 1].paragraph != line.paragraph and not lines[number - 1].text.endswith(":")


def _display_name(value: str) -> str:
    return value.partition("<")[0].strip(" \"'")


def _sent(text: str, headers: dict[str, Span]) -> dt.datetime | None:
    span = headers.get("date")
    if span is None:
        return None
    words = text[span.start : span.end]
    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    for moment in find_moments(words, None):
        if moment.date and moment.year_given:
            return dt.datetime.combine(moment.date, moment.begins or dt.time())
    return None


def _sentences(view: str, lines: tuple[Line, ...]) -> list[Sentence]:
    """Sentences of the body: wrapped lines joined, list items and labelled lines on their own."""
    sentences: list[Sentence] = []
    for start, end, paragraph, item in _runs(lines):
        words = view[start:end].replace("\n", " ")
        position = 0
        for match in _STOP.finditer(words):
            if match.group() == ":" or not _ends_sentence(words, position, match):
                continue
            _add(sentences, words, start, position, match.end(), paragraph, item=item)
            position = match.end()
        _add(sentences, words, start, position, len(words), paragraph, item=item)
    return sentences


def _ends_sentence(words: str, position: int, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return True
    after = words[match.end() :].lstrip()
    if after[:1].islower():
        return False
    return not _ABBREVIATION.search(words[max(position, match.start() - 8) : match.start()])


def _add(
    sentences: list[Sentence], words: str, offset: int, start: int, end: int, paragraph: int, *, item: bool
) -> None:
    while end - start > _LONGEST_SENTENCE:
        _add(sentences, words, offset, start, start + _LONGEST_SENTENCE, paragraph, item=item)
        start += _LONGEST_SENTENCE
    span = trim(words, start, end)
    if span.end > span.start:
        sentences.append(
            Sentence(offset + span.start, offset + span.end, words[span.start : span.end], paragraph, item)
        )


def _runs(lines: tuple[Line, ...]) -> list[tuple[int, int, int, bool]]:
    runs: list[tuple[int, int, int, bool]] = []
    previous: Line | None = None
    for line in lines:
        if previous and _continues(previous, line):
            start, _, paragraph, item = runs[-1]
            runs[-1] = (start, line.end, paragraph, item)
        else:
            runs.append((line.start, line.end, line.paragraph, line.item))
        previous = line
    return runs


def _continues(previous: Line, line: Line) -> bool:
    """Whether a line goes on with the sentence of the one before it (mail programs wrap near column 72)."""
    if line.item or line.paragraph != previous.paragraph:
        return False
    if _LABEL_LINE.match(line.text) or _CLOCK_LINE.match(line.text) or previous.text.endswith(":"):
        return False
    if previous.text[-1] in ".!?" and len(previous.text) < 55:
        return False
    return line.text[0].islower() or (len(previous.text) >= 55 and not previous.item)


def signer_of(text: str, view: str, letter: Letter, phrases: Phrases) -> Signer | None:
    """Who wrote the letter, from its signature and its header; None when no person is named."""
    header = letter.headers.get("from")
    mail = (
        letter.headers.get("mail") or _first(EMAIL, text, header) or _first(EMAIL, text, letter.headers.get("reply-to"))
    )
    named = _header_name(text, header)
    signed = _signed_name(view, letter, phrases)
    tail = letter.tail
    phone = _best_phone(view, tail)
    mail = _first(EMAIL, view, tail) if mail is None or _is_machine(text[mail.start : mail.end]) else mail
    person = named or signed or _inline_name(view, letter, phrases)
    if named and signed and len(_words(view, signed)) > len(_words(text, named)):
        person = signed
    if person is None:
        return None
    name = text[person.start : person.end]
    role = _signature_role(view, tail, name, phrases)
    if letter.body.start <= person.start < letter.body.end:
        own = _own_line(view, person, letter.body.end)
        role, phone = role or _signature_role(view, own, name, phrases), phone or _best_phone(view, own)
    return Signer(name, person, role, mail, phone)


def _own_line(view: str, name: Span, end: int) -> Span:
    """A name in running words with what is said of it: "Hilsen Kari Lie, butikksjef, 999 88 777"."""
    stop = re.search(r"[!?\n(]|\.\s", view[name.end : min(end, name.end + 110)])
    return Span(name.start, name.end + stop.start() if stop else min(end, name.end + 110))


def _words(text: str, span: Span) -> list[str]:
    return text[span.start : span.end].split()


def _is_machine(mail: str) -> bool:
    return bool(re.match(r"(?:no-?reply|ikke-?svar|donotreply|notification|calendar-notification|noreply)", mail, re.I))


def _first(pattern: re.Pattern[str], text: str, span: Span | None) -> Span | None:
    match = pattern.search(text, span.start, span.end) if span else None
    return Span(match.start(), match.end()) if match else None


def _header_name(text: str, header: Span | None) -> Span | None:
    if header is None:
        return None
    for pattern in (FULL_NAME, SINGLE_NAME):
        match = pattern.search(text, header.start, header.end)
        whole = match and (pattern is FULL_NAME or text[header.start : header.end].partition(" <")[0] == match["name"])
        if match and whole and is_name(match["name"]):
            return Span(match.start("name"), match.end("name"))
    return None


_INLINE = re.compile(
    rf"(?:(?:^|[.!?\n]\s{{0,3}}|\b[Dd]ette er |\b[Tt]his is |\b[Dd]et er |\b[Hh]er er |(?:[Hh]ei|[Hh]i|[Hh]ello|[Hh]ey) \w{{2,20}}[,.!]{{0,2}} )(?P<name>{CAPITAL}(?: {CAPITAL})?) (?:(?:på|fra|i|hos|ved|frå|from|at)\s[^.!?\n]{{2,40}}\s)?(?:her|here)\b"  # noqa: E501
    rf"|\b(?:[Dd]ette er|[Dd]et er|[Hh]er er|[Tt]his is|[Ii]t's|[Ii]t is|[Jj]eg heter|[Ee]g heiter) (?P<name2>{CAPITAL}(?: {CAPITAL})?) (?:fra|frå|i|på|from|at|hos)\b"  # noqa: E501
    rf"|(?:[.!?,]\s{{0,3}}|^)(?P<name4>{CAPITAL}) (?:på|fra|frå|i|hos|ved|from|at) [A-ZÆØÅ][\w-]+(?: [\w-]+)?[.!,]"
    rf"|\bv/ ?(?P<name3>{CAPITAL}(?: {CAPITAL})?))",
    re.MULTILINE,
)


def _inline_name(view: str, letter: Letter, phrases: Phrases) -> Span | None:
    """The name in messages without a signature: "Rune på verkstedet her", "... Helsing Kristi"."""
    told = _closing_name(view, letter, phrases)
    for match in _INLINE.finditer(view, letter.body.start, letter.tail.end):
        group = next(name for name in ("name", "name2", "name3", "name4") if match[name])
        if is_name(match[group]):
            fuller = told is not None and view[told.start : told.end].startswith(match[group] + " ")
            return told if fuller else Span(match.start(group), match.end(group))
    return told


def _closing_name(view: str, letter: Letter, phrases: Phrases) -> Span | None:
    """ "... Helsing Kristi" at the end of the running words."""
    window = max(letter.body.start, letter.body.end - 160)
    for closing in phrases["letter.closing"].finditer(view, window, letter.body.end):
        found = re.compile(rf"[ ,\n]{{1,3}}(?P<name>{CAPITAL}(?: {CAPITAL}){{0,2}})").match(
            view, closing.end(), letter.body.end
        )
        if found and is_name(found["name"]):
            return Span(found.start("name"), found.end("name"))
    return None


def _signed_name(view: str, letter: Letter, phrases: Phrases) -> Span | None:
    """The first person in the signature; a first name alone where the line holds no more."""
    first_only: Span | None = None
    for line in _lines(view, letter.tail.start, letter.tail.end)[:6]:
        start = line.start
        if closing := phrases["letter.closing"].match(view, start, line.end):
            start = closing.end()
        for match in FULL_NAME.finditer(view, start, line.end):
            if is_name(match["name"]) and not phrases.in_("people.role", match["name"].split()[0]):
                return Span(match.start("name"), match.end("name"))
        single = SINGLE_NAME.fullmatch(view[start : line.end].strip(" ,.!–-"))
        if single and is_name(single["name"]) and first_only is None and not phrases.is_("people.role", single["name"]):
            span = trim(view, start, line.end, ",.!–-")
            first_only = span if span.end - span.start > 1 else first_only
    return first_only


def _best_phone(view: str, tail: Span) -> Span | None:
    """The mobile number, or the first one; numbers to dial into a video meeting are nobody's."""
    found: list[tuple[int, Span]] = []
    for match in PHONE.finditer(view, tail.start, tail.end):
        lead = view[max(tail.start, match.start() - 24) : match.start()].lower()
        line = view[view.rfind("\n", 0, match.start()) + 1 : match.start()].lower()
        if re.search(r"(?:id|møte-id|org|konto|passord|pin|faks|fax)[\w .:-]{0,14}\Z", line):
            continue
        if re.search(r"(?:mob\w*|m|cell|mobile)\W{1,3}\Z", lead):
            rank = 0
        elif re.search(r"sentralbord|switchboard|ring inn|dial|skulen|skolen|resepsjon", line):
            rank = 3
        else:
            rank = 1
        if view[match.end() : match.end() + 2].startswith(",,"):
            continue
        found.append((rank, Span(match.start(), match.end())))
    return min(found, key=lambda pair: (pair[0], pair[1].start))[1] if found else None


def _signature_role(view: str, tail: Span, name: str, phrases: Phrases) -> Span | None:
    """The title beside or under the name in the signature."""
    lines = _lines(view, tail.start, tail.end)[:8]
    first = name.split()[0]
    for number, line in enumerate(lines):
        if first not in line.text or EMAIL.search(line.text):
            continue
        position = line.text.find(name)
        rest_from = line.start + (position + len(name) if position >= 0 else line.text.find(first) + len(first))
        rest = trim(view, rest_from, line.end, "|,–-•·/")
        if rest.end > rest.start:
            cut = re.search(r"\s?[|•·]\s|,", view[rest.start : rest.end])
            role = Span(rest.start, rest.start + cut.start()) if cut else rest
            if phrases.in_("people.role", view[role.start : role.end]):
                return role
        for following in lines[number + 1 : number + 2]:
            if phrases.in_("people.role", following.text) and not PHONE.search(following.text):
                cut = re.search(r"\s?[|•·]\s|,", following.text)
                return (
                    Span(following.start, following.start + cut.start())
                    if cut
                    else Span(following.start, following.end)
                )
    return None
