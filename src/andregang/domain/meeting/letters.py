"""One document told apart into the letters it holds: the newest first, quoted older ones after it."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from andregang.domain.dates import find_moments
from andregang.domain.meeting.calendar import Event
from andregang.domain.meeting.chat import read_chat
from andregang.domain.meeting.lines import Letter, Line, lines_of, sentences_of
from andregang.domain.meeting.names import EMAIL, FULL_NAME, is_name
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
    lines = lines_of(view, start, own_end)
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
        tuple(sentences_of(view, body)),
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
