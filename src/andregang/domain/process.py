"""The process around the interview: its rounds, what comes next, and which checklist it is time for."""

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from andregang.domain.errors import InvalidInput
from andregang.domain.meeting import MessageKind, Side
from andregang.domain.meeting.attendees import Attendee
from andregang.domain.meeting.given import moment_of
from andregang.domain.meeting.names import same_person
from andregang.domain.preparation import Preparation

LAST_ROUND = 9
_USUAL_ROUND = 2
_CHECK_FROM = dt.timedelta(days=3)
_TEXT_LIMIT = 300


class Coming(StrEnum):
    """What comes next in the process. Its words stand in the page."""

    REPLY = "reply"
    SET_TIME = "set_time"
    NEW_TIME = "new_time"
    INTERVIEW = "interview"
    WRITE_DOWN = "write_down"
    ANSWER = "answer"
    ASK_FOR_ANSWER = "ask_for_answer"
    ASK_WHEN = "ask_when"
    FEEDBACK = "feedback"
    DECIDE = "decide"


@dataclass(frozen=True, slots=True)
class Next:
    """Something that comes, with its day or moment when there is one."""

    coming: Coming
    moment: dt.datetime | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class InterviewRound:
    """One meeting of the process. `current` is the one prepared for; `written` whether something was noted about it."""

    number: int
    begins: dt.datetime | None = None
    ends: dt.datetime | None = None
    place: str = ""
    side: Side = Side.UNKNOWN
    answer_by: dt.date | None = None
    outcome: str = ""
    current: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody of one side: whom one meets, or whom ad and messages name for questions."""

    name: str
    role: str
    phone: str
    email: str
    side: Side


def current_number(preparation: Preparation) -> int:
    """The round prepared for: as the message says, else the second."""
    meeting = preparation.meeting
    stated = meeting.round.value if meeting and meeting.round else _USUAL_ROUND
    return stated if 1 <= stated <= LAST_ROUND else _USUAL_ROUND


def rounds_of(preparation: Preparation, kept: Mapping[int, InterviewRound]) -> tuple[InterviewRound, ...]:
    """All rounds up to the one prepared for, and later ones the person has named.

    The meeting decides when and where of the current round; the person's own word of the others.
    """
    now_number, meeting = current_number(preparation), preparation.meeting
    place = ""
    if meeting:
        place = meeting.place.value if meeting.place else meeting.video_link.value if meeting.video_link else ""
    found = []
    for number in range(1, max((now_number, *kept)) + 1):
        one = kept.get(number, InterviewRound(number))
        if number == now_number:
            one = replace(one, begins=preparation.start, ends=preparation.end, place=place, current=True)
        found.append(one)
    return tuple(found)


def what_comes(preparation: Preparation, rounds: Sequence[InterviewRound]) -> tuple[Next, ...]:
    """What comes next, the nearest first; never a reproach for what has passed."""
    now, start, meeting = preparation.now, preparation.start, preparation.meeting
    kind = meeting.kind if meeting else None
    if kind is MessageKind.REJECTION:
        return (Next(Coming.FEEDBACK),)
    if kind is MessageKind.OFFER:
        return (Next(Coming.DECIDE, day=meeting.reply_by.value if meeting and meeting.reply_by else None),)
    if kind is MessageKind.CANCELLATION and preparation.given_start is None:
        return (Next(Coming.NEW_TIME),)
    if start is None:
        return (Next(Coming.SET_TIME),)
    if now < start:
        reply = meeting.reply_by.value if meeting and meeting.reply_by else None
        first = [Next(Coming.REPLY, day=reply)] if reply and reply >= now.date() else []
        return (*first, Next(Coming.INTERVIEW, moment=start))
    current = next((one for one in rounds if one.current), None)
    coming = [] if current is None or current.written else [Next(Coming.WRITE_DOWN)]
    return (*coming, _answer(current.answer_by if current else None, now.date()))


def _answer(promised: dt.date | None, today: dt.date) -> Next:
    if promised is None:
        return Next(Coming.ASK_WHEN)
    return Next(Coming.ANSWER if promised >= today else Coming.ASK_FOR_ANSWER, day=promised)


def checklists_now(preparation: Preparation, rounds: Sequence[InterviewRound]) -> tuple[str, ...]:
    """The ids of the checklists it is time for (substance 1.6): CLA when invited, CLB about a round that is over and
    not written about, CLC in the last days, CLD after the meeting."""
    now, start = preparation.now, preparation.start
    if start is not None and start <= now:
        return ("CLD",)
    before = [one for one in rounds if not one.current and one.number < current_number(preparation)]
    lists = ["CLA"]
    if before and not before[-1].written:
        lists.append("CLB")
    if start is not None and start - now <= _CHECK_FROM:
        lists.insert(0, "CLC")
    return tuple(lists)


def contacts_of(preparation: Preparation, people: Sequence[Attendee]) -> tuple[Contact, ...]:
    """Everybody named: those one meets, the contact of the messages, and those the ad names; each once."""
    found = [Contact(p.name, p.role, "", "", p.side) for p in people]
    named = []
    for message in (preparation.meeting, *preparation.messages):
        if message and message.contact:
            named.append((message.contact.name, "", message.contact.phone, message.contact.email))
    if preparation.ad:
        named += [(c.name or "", c.role or "", c.phone, c.email) for c in preparation.ad.contacts if c.name]
    for name, role, phone, email in named:
        number = _digits(phone)
        at = next(
            (
                n
                for n, one in enumerate(found)
                if same_person(one.name, name) or (number and number == _digits(one.phone))
            ),
            None,
        )
        if at is None:
            found.append(Contact(name, role, phone or "", email or "", Side.UNKNOWN))
        else:
            one = found[at]
            found[at] = replace(
                one, role=one.role or role, phone=one.phone or phone or "", email=one.email or email or ""
            )
    return tuple(found)


def _digits(phone: str | None) -> str:
    return "".join(sign for sign in phone or "" if sign.isdigit())[-8:]


def read_round(number: int, fields: Mapping[str, str], zone: dt.tzinfo) -> tuple[InterviewRound, list[InvalidInput]]:
    """A round as a form gives it, with what cannot be used. Never raises."""
    faults: list[InvalidInput] = []
    begins = None
    answer_by = None
    try:
        begins = moment_of(fields.get("begins", ""), zone)
    except ValueError:
        faults.append(InvalidInput("begins", "no_time"))
    try:
        promised = moment_of(fields.get("answer_by", ""), zone)
        answer_by = promised.date() if promised else None
    except ValueError:
        faults.append(InvalidInput("answer_by", "no_date"))
    side = fields.get("side", "")
    place, outcome = (" ".join(fields.get(name, "").split()) for name in ("place", "outcome"))
    faults += [
        InvalidInput(name, "too_long")
        for name, value in (("place", place), ("outcome", outcome))
        if len(value) > _TEXT_LIMIT
    ]
    known = Side(side) if side in {one.value for one in Side} else Side.UNKNOWN
    return InterviewRound(number, begins, None, place, known, answer_by, outcome), faults


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the person said they would send or come back to. `id` marks it as kept."""

    id: str
    words: str
    kept: bool


def promises_key(number: int) -> str:
    """The key of the note that lists what was promised in a round, one a line."""
    return f"round:{number}:promised"


def doubts_key(number: int) -> str:
    """The key of the note that lists what they may still doubt after a round, one a line."""
    return f"round:{number}:doubted"


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a list as it was written, each once, without marks before them."""
    lines = (" ".join(line.strip().lstrip("-–•*").split()) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def promises_of(text: str, done: Collection[str]) -> tuple[Promise, ...]:
    """The promises of a list; `done` are the ids of marks."""
    found = []
    for words in lines_of(text):
        mark = "promise-" + hashlib.sha256(words.casefold().encode("utf-8", "replace")).hexdigest()[:12]
        found.append(Promise(mark, words, mark in done))
    return tuple(found)
