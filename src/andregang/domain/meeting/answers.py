"""Answering: by when, and whom to ask."""

import datetime as dt
import re

from andregang.domain.dates import find_moments
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter, Sentence
from andregang.domain.meeting.model import MeetingContact, MessageKind
from andregang.domain.meeting.names import EMAIL, FULL_NAME, PHONE, is_name, same_person
from andregang.domain.source import Stated
from andregang.domain.text import Span

_TEST_LIMIT = re.compile(r"\btest\w*\b", re.IGNORECASE)


def read_reply_by(mail: Correspondence, kind: MessageKind) -> Stated[dt.date] | None:
    """The date by which to answer or confirm; not the deadline of a test."""
    if kind in {MessageKind.REJECTION, MessageKind.CANCELLATION}:
        return None
    for letter in mail.letters:
        for sentence in letter.sentences:
            if found := _answer_date(mail, letter, sentence):
                return found
        if kind is MessageKind.RESCHEDULE:
            # An older letter's deadline was for the older time.
            break
    return None


def _answer_date(mail: Correspondence, letter: Letter, sentence: Sentence) -> Stated[dt.date] | None:
    text = sentence.text
    if not mail.phrases.in_("time.answer", text) or not _asks(text):
        return None
    moments = [m for m in find_moments(text, letter.base, mail.near) if m.date]
    limits = list(mail.phrases["time.deadline"].finditer(text))
    best = None
    for moment in moments:
        lead = [m for m in limits if 0 <= moment.start - m.end() <= 28]
        today = re.search(
            r"\b(?:i dag|i morgen|i morgon|today|tomorrow)\b", text[moment.start : moment.end], re.IGNORECASE
        )
        if (lead or today) and not _TEST_LIMIT.search(text[: moment.start]):
            best = moment
    if best is None or best.date is None:
        return None
    return Stated(best.date, mail.quote(sentence.start + best.start, sentence.start + best.end))


def _asks(text: str) -> bool:
    """Whether the candidate is to answer, rather than be answered."""
    return not re.search(
        r"\b(?:(?:vi|jeg|eg|me|we|I)\s(?:gir|gjev|svarer|svarar|gir deg|let|will let|will get|bekrefter|stadfestar|kommer tilbake|sender|vil gi|'ll)|(?:du|alle|you|everyone|candidates)\s(?:får|vil få|hører|høyrer|will hear|will get|blir)\s)",  # noqa: E501
        text,
        re.IGNORECASE,
    ) or bool(
        re.search(r"\b(?:let (?:me|us) know|kan du|gi (?:meg|oss)|svar på|svar oss|svar meg)\b", text, re.IGNORECASE)
    )


def read_contact(mail: Correspondence, kind: MessageKind) -> MeetingContact | None:
    """The person named for questions, else who sends the message."""
    del kind
    named = _named(mail)
    signer = mail.signer
    if named and not (signer and same_person(mail.text[named[0].start : named[0].end], signer.name)):
        name, phone, address = named
        claim = mail.quote(name.start, name.end)
        return MeetingContact(
            claim.words, _value(mail, phone), _value(mail, address) or _header_mail(mail, claim.words), claim
        )
    if signer:
        phone = signer.phone or (named[1] if named else None) or _own_phone(mail)
        claim = mail.quote(signer.span.start, signer.span.end)
        return MeetingContact(claim.words, _value(mail, phone), _value(mail, signer.email), claim)
    return _organizer(mail)


def _value(mail: Correspondence, span: Span | None) -> str | None:
    return mail.quote(span.start, span.end).words if span else None


def _named(mail: Correspondence) -> tuple[Span, Span | None, Span | None] | None:
    """ "Spørsmål? Ring Ola Nordmann på 999 88 777" in the newest letter that says so."""
    for letter in mail.letters:
        sentences = letter.sentences
        for number, sentence in enumerate(sentences):
            lead = mail.phrases["contact.lead"].search(sentence.text)
            if not lead:
                continue
            end = sentence.end
            if (
                number + 1 < len(sentences)
                and sentences[number + 1].paragraph == sentence.paragraph
                and not _has_name(sentence.text)
            ):
                end = sentences[number + 1].end
            for match in FULL_NAME.finditer(mail.view, sentence.start + lead.start(), end):
                rest = match["name"].split()[1:]
                if not is_name(match["name"]) and not (len(rest) > 1 and is_name(" ".join(rest))):
                    continue
                name = Span(match.start("name"), match.end("name"))
                words = match["name"].split()
                while len(words) > 2 and (not is_name(words[0]) or mail.phrases.in_("contact.lead", words[0])):
                    name = Span(name.start + len(words[0]) + 1, name.end)
                    words = words[1:]
                if len(words) == 2 and mail.phrases.in_("contact.lead", words[0]):
                    continue
                if mail.is_candidate(" ".join(words)):
                    continue
                return name, _in(PHONE, mail, name.end, end + 1), _in(EMAIL, mail, name.end, end + 1)
    return None


def _has_name(text: str) -> bool:
    return any(is_name(match["name"]) for match in FULL_NAME.finditer(text))


def _in(pattern: re.Pattern[str], mail: Correspondence, start: int, end: int) -> Span | None:
    match = pattern.search(mail.view, start, end)
    return Span(match.start(), match.end()) if match else None


def _own_phone(mail: Correspondence) -> Span | None:
    """ "Ring meg på 999 88 777" in the running text."""
    for letter in mail.letters:
        for sentence in letter.sentences:
            for match in PHONE.finditer(sentence.text):
                if re.search(
                    r"\b(?:ring|ringe|tlf|mob\w*|meg|me|call|på|sms|telefon\w*|text)\W{0,3}(?:\w+\s){0,3}\Z",
                    sentence.text[: match.start()],
                    re.I,
                ):
                    return Span(sentence.start + match.start(), sentence.start + match.end())
    return None


def _header_mail(mail: Correspondence, name: str) -> str | None:
    """The address of the one named, where a header or the calendar gives it."""
    event = mail.event
    people = [*(event.guests if event else ()), *([event.organizer] if event and event.organizer else [])]
    for guest in people:
        if guest.email and same_person(guest.name or " ", name):
            return guest.email
    for header in ("cc", "from", "reply-to"):
        for part in mail.newest.fields.get(header, "").split(","):
            address = EMAIL.search(part)
            if address and same_person(part.partition("<")[0].strip(" \"'") or " ", name):
                return address.group()
    return None


def _organizer(mail: Correspondence) -> MeetingContact | None:
    guest = mail.event.organizer if mail.event else None
    if guest is None or not guest.name or not is_name(guest.name) or len(guest.name.split()) < 2:
        return None
    claim = mail.quote(guest.span.start, guest.span.end)
    return MeetingContact(guest.name, _value(mail, _own_phone(mail)), guest.email or None, claim)
