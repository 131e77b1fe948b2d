"""What a message does, and which round it is about."""

import re

from andregang.domain.dates import find_moments
from andregang.domain.meeting.correspondence import Correspondence
from andregang.domain.meeting.lines import Letter
from andregang.domain.meeting.model import MessageKind
from andregang.domain.meeting.plan import read_plan
from andregang.domain.meeting.when import candidates
from andregang.domain.source import Stated
from andregang.domain.text import Span


def read_kind(mail: Correspondence) -> MessageKind:
    """The newest letter decides; a calendar's method and status stand above its words."""
    event = mail.event
    if event and (event.says("method").upper() == "CANCEL" or event.says("status").upper() == "CANCELLED"):
        return MessageKind.CANCELLATION
    texts = [mail.text[mail.subject.start : mail.subject.end]] if mail.subject else []
    texts += [sentence.text for sentence in mail.newest.sentences]
    said = [text for text in texts if not mail.phrases.in_("kind.conditional", text)]
    if _any(mail, "kind.rejection", texts):
        return MessageKind.REJECTION
    if _any(mail, "kind.offer", said) and not _any(mail, "kind.meeting", texts[:1]):
        return MessageKind.OFFER
    settled = [text for text in said if not mail.phrases.in_("kind.time_to_come", text)]
    moved = [text for text in settled if mail.phrases.in_("kind.reschedule", text)]
    cancelled = [text for text in said if mail.phrases.in_("kind.cancellation", text)]
    moves = _moves(moved, texts)
    if cancelled and not (moves and _has_new_time(mail, settled)):
        return MessageKind.CANCELLATION
    if moves or (event and event.says("recurrence-id")):
        return MessageKind.RESCHEDULE
    return MessageKind.INVITATION if _sets_up(mail, texts) else MessageKind.OTHER


def _any(mail: Correspondence, name: str, texts: list[str]) -> bool:
    return any(mail.phrases.in_(name, text) for text in texts)


_MOVE = re.compile(
    r"\b(?:flytt\w*|utsett\w*|utset\w*|ny(?:tt)?\s(?:tid\w*|dato|dag|klokkeslett|møtetid)|re-?schedul\w+|move\w*|push\w*|postpone\w*|instead|i ?stedet|i ?staden"  # noqa: E501
    r"|new (?:time|date|slot)|byt(?:te|e)\s(?:dag|tid)|endr\w+|tidsendring|double[- ]booked|dobbeltbook\w*|omb\w+|forskjøvet|(?:nye|andre|tre|to|noen) (?:tider|tidspunkt|forslag)"  # noqa: E501
    r"|(?:senere|tidligere|seinare|tidlegare)|earlier|later|rather than|\w*skyv\w*|framskynde|fremskynde|change\w*|updated time|updated)",  # noqa: E501
    re.IGNORECASE,
)
_OWN_MOVE = re.compile(
    r"\b(?:flytt(?:e|et|er) (?:inn|til lokalet|hjem|fra studiet)|move (?:on|forward|ahead|to the next|you)|moved? (?:to Norway|into)|flytte (?:til|hit))\b",  # noqa: E501
    re.IGNORECASE,
)


def _moves(moved: list[str], texts: list[str]) -> bool:
    for text in moved:
        if not _MOVE.search(text) or _OWN_MOVE.search(text):
            continue
        if re.search(r"i ?stedet|i ?staden|instead", text, re.IGNORECASE) and not re.search(
            r"\d|mandag|tirsdag|onsdag|torsdag|fredag|måndag|tysdag|day\b|intervju|møte|interview", text, re.I
        ):
            continue
        if re.search(r"\brather than\b", text, re.IGNORECASE) and not re.search(
            r"\d|day\b|morning", text, re.IGNORECASE
        ):
            continue
        if re.search(r"\b(?:senere|tidligere)\b", text, re.I) and not re.search(
            r"(?:time|timer|kl|uke|dag)", text, re.I
        ):
            continue
        return True
    return bool(texts) and bool(
        re.search(r"\bny(?:tt)? (?:tid|tidspunkt|dato)\b|\bnew time\b|reschedul", texts[0], re.IGNORECASE)
    )


def _has_new_time(mail: Correspondence, texts: list[str]) -> bool:
    """Whether a time is put in place of the one called off, rather than promised."""
    body = " ".join(texts)
    times = {(m.date, m.begins) for m in find_moments(body, mail.newest.base, mail.near) if m.date and m.begins}
    return len(times) >= 1 and bool(
        re.search(
            r"\b(?:ny(?:tt)? (?:tid|tidspunkt|dato)|i ?stedet|i ?staden|instead|new (?:time|date)|møtes heller|heller)\b",  # noqa: E501
            body,
            re.I,
        )
    )


def _sets_up(mail: Correspondence, texts: list[str]) -> bool:
    """Whether a meeting is set up at all: by a calendar entry, a time, or words that invite."""
    if mail.event and mail.event.start:
        return True
    meets = _any(mail, "kind.meeting", texts)
    invites = any(
        mail.phrases.in_("kind.invites", text) and not mail.phrases.in_("kind.no_meeting", text) for text in texts
    )
    for letter in mail.letters:
        for candidate in candidates(mail, letter, MessageKind.INVITATION):
            moment = candidate.moment
            whole = moment.date is not None and moment.begins is not None
            if candidate.score >= 4 and whole and (meets or invites or not _any(mail, "kind.no_meeting", texts)):
                return True
            if candidate.score >= 3 and moment.begins and invites:
                return True
    return invites or (meets and _has_day(mail) and len(read_plan(mail).parts) >= 2)


def _has_day(mail: Correspondence) -> bool:
    return any(
        c.moment.date and c.score > 0
        for letter in mail.letters
        for c in candidates(mail, letter, MessageKind.INVITATION)
    )


def read_round(mail: Correspondence, kind: MessageKind) -> Stated[int] | None:
    """Which interview the meeting is: told outright, else by words that show one has taken place."""
    if kind in {MessageKind.OFFER, MessageKind.REJECTION, MessageKind.OTHER}:
        return None
    regions = [mail.subject] if mail.subject else []
    if mail.event and "summary" in mail.event.spans:
        regions.append(mail.event.spans["summary"])
    for region in regions:
        if found := _told(mail, region.start, region.end, mail.text[region.start : region.end]):
            return found
    for letter in mail.letters:
        if found := _in_letter(mail, letter):
            return found
        if subject := letter.headers.get("subject"):  # noqa: SIM102
            if found := _told(mail, subject.start, subject.end, mail.text[subject.start : subject.end]):
                return found
    return _implied(mail)


_ROUNDS = (("round.three", 3), ("round.two", 2), ("round.one", 1))


def _told(mail: Correspondence, start: int, end: int, words: str) -> Stated[int] | None:
    for name, number in _ROUNDS:
        if match := mail.phrases[name].search(words):
            return Stated(number, mail.quote(start + match.start(), min(end, start + match.end())))
    return None


def _in_letter(mail: Correspondence, letter: Letter) -> Stated[int] | None:
    found: list[tuple[int, Span]] = []
    for sentence in letter.sentences:
        for name, number in _ROUNDS:
            for match in mail.phrases[name].finditer(sentence.text):
                before = sentence.text[max(0, match.start() - 45) : match.start()]
                elsewhere = (
                    mail.phrases.in_("test.later", sentence.text)
                    and number > 1
                    and re.search(r"blir|invited|videre|vidare|hvis|dersom|if", sentence.text, re.I)
                    and re.search(r"\b(?:de|dei|those|hvis|dersom|if|eventuelt|aktuelle)\b", sentence.text, re.I)
                )
                past = number == 1 and mail.phrases.in_("round.elsewhere", before)
                past = past or (
                    number == 2
                    and bool(re.search(r"\b(?:takk for|etter|following|after|viser til)\b", before, re.I))
                    and re.search(r"tredje|third|siste|final", sentence.text, re.I) is not None
                )
                if not elsewhere and not past:
                    found.append((number, Span(sentence.start + match.start(), sentence.start + match.end())))
    if not found:
        return None
    number, span = max(found, key=lambda pair: pair[0])
    return Stated(number, mail.quote(span.start, span.end))


def _implied(mail: Correspondence) -> Stated[int] | None:
    for letter in mail.letters:
        for name, number in (("round.application", 1), ("round.again", 2), ("round.one", 2)):
            for sentence in letter.sentences:
                match = mail.phrases[name].search(sentence.text)
                if match and not mail.phrases.in_("test.later", sentence.text):
                    return Stated(number, mail.quote(sentence.start + match.start(), sentence.start + match.end()))
    return None
