"""All that a document says about a meeting, laid out for the readers of single facts."""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from andregang.domain.meeting.calendar import Event, read_event
from andregang.domain.meeting.letters import read_letters
from andregang.domain.meeting.lines import Letter, Sentence
from andregang.domain.meeting.names import FULL_NAME, SINGLE_NAME, is_name, same_person
from andregang.domain.meeting.phrases import Phrases, phrases_of
from andregang.domain.meeting.signers import Signer, signer_of
from andregang.domain.source import Document, Quote, quote
from andregang.domain.text import Span, trim
from andregang.domain.vocabulary import Vocabulary

HOME = ZoneInfo("Europe/Oslo")
_GREETING_END = re.compile(r"[,!.\n:]|\s(?:og|and)\s")
_RECEIVER = re.compile(
    r"^[ \t]{0,4}(?:søker|kandidat|søkjar|applicant|candidate|til|to)\s{0,2}:[ \t]{0,12}(?P<value>[^\n]{2,60})$",
    re.I | re.M,
)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A document told apart. `letters` are the recruiter's, the newest first; `signers` stand beside them.

    `view` is the document's text, of the same length, with quote marks and field values blanked.
    """

    document: Document
    phrases: Phrases
    view: str
    letters: tuple[Letter, ...]
    signers: tuple[Signer | None, ...]
    candidate: tuple[str, ...]
    event: Event | None
    now: dt.datetime | None

    @property
    def text(self) -> str:
        return self.document.content.text

    @property
    def newest(self) -> Letter:
        return self.letters[0]

    @property
    def signer(self) -> Signer | None:
        """The newest letter's writer, or, where that names none, the writer of the letter before."""
        return next((signer for signer in self.signers if signer), None)

    @property
    def subject(self) -> Span | None:
        """The newest subject line, or the calendar's title."""
        title = self.event.spans.get("summary") if self.event else None
        return self.newest.headers.get("subject") or title

    def quote(self, start: int, end: int) -> Quote:
        """The document's words from `start` to `end`, without white space at the ends."""
        span = trim(self.text, start, end)
        return quote(self.document, span.start, span.end)

    def sentences(self) -> tuple[Sentence, ...]:
        """Every letter's sentences, the newest letter's first."""
        return tuple(sentence for letter in self.letters for sentence in letter.sentences)

    def is_candidate(self, name: str) -> bool:
        """Whether the name is the one the message is written to."""
        return any(same_person(name, own) for own in self.candidate)

    @property
    def near(self) -> dt.date | None:
        """A day to infer years from: when the newest dated letter was sent, or else today."""
        dated = next((letter.base for letter in self.letters if letter.base), None)
        return dated or (self.now.date() if self.now else None)


def lay_out(document: Document, vocabulary: Vocabulary, now: dt.datetime | None) -> Correspondence:
    """Tell letters, calendar event, writers and receiver apart."""
    phrases = phrases_of(vocabulary)
    content = document.content
    event = read_event(content, HOME)
    view, letters = read_letters(content, event, phrases)
    candidate = _candidate(view, letters, phrases)
    theirs = [letter for letter in letters if not _is_by(letter, candidate)] or list(letters)
    named = [signer_of(content.text, view, letter, phrases) for letter in theirs]
    signers = tuple(_fuller(content.text, event, signer, named) for signer in named)
    if event and not any(signers):
        signers = (_organizer(content.text, event), *signers[1:])
    return Correspondence(document, phrases, view, tuple(theirs), signers, candidate, event, now)


def _fuller(text: str, event: Event | None, signer: Signer | None, others: list[Signer | None]) -> Signer | None:
    """A first name alone becomes the full name that a header, the calendar or another letter gives."""
    if signer is None or " " in signer.name:
        return signer
    known = [other for other in others if other and " " in other.name]
    if event and (organizer := _organizer(text, event)):
        known.append(organizer)
    full = next((other for other in known if same_person(other.name, signer.name)), None)
    if full is None:
        return signer
    return Signer(
        full.name, full.span, signer.role or full.role, signer.email or full.email, signer.phone or full.phone
    )


def _organizer(text: str, event: Event) -> Signer | None:
    """Who sends a calendar entry, when that is a person."""
    guest = event.organizer
    if guest is None or " " not in guest.name or not is_name(guest.name):
        return None
    at = text.find(guest.email, guest.span.end) if guest.email else -1
    mail = Span(at, at + len(guest.email)) if at >= 0 else None
    return Signer(guest.name, guest.span, None, mail, None)


def _is_by(letter: Letter, candidate: tuple[str, ...]) -> bool:
    """Whether the candidate wrote the letter: as an answer in a thread, or to pass it on."""
    sender = letter.fields.get("from", "").partition("<")[0].strip(" \"'")
    return bool(sender) and any(same_person(sender, name) for name in candidate if " " in name)


def _candidate(view: str, letters: tuple[Letter, ...], phrases: Phrases) -> tuple[str, ...]:
    """The receiver's names, as headers, forms and greetings give them."""
    names: list[str] = []
    for letter in letters[:1] or ():
        receiver = letter.fields.get("to", "").partition("<")[0].strip(" \"'")
        if receiver and "@" not in receiver:
            names.append(receiver)
    for match in _RECEIVER.finditer(view):
        names.append(match["value"].split(",")[0].split("<")[0].strip())
    for letter in letters:
        if letter is letters[0] or not _is_by(letter, tuple(names)):
            names.extend(_greeted(letter, phrases))
    return tuple(dict.fromkeys(name for name in names if name))


def _greeted(letter: Letter, phrases: Phrases) -> list[str]:
    names: list[str] = []
    for line in letter.lines[:6]:
        greeting = phrases["letter.greeting"].match(line.text)
        if not greeting:
            continue
        rest = line.text[greeting.end() :].strip(" ,")
        cut = _GREETING_END.search(rest)
        rest = rest[: cut.start()] if cut and cut.start() else rest
        rest = re.sub(r"^(?:Dr|Mr|Ms|Mrs|Prof)\.?\s", "", rest).strip()
        match = FULL_NAME.match(rest) or SINGLE_NAME.match(rest)
        if match and len(rest) < 50 and is_name(match["name"]):
            names.append(match["name"])
        break
    return names
