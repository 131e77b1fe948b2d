"""The message to the contact: thanks, yes, and what a careful candidate still has to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as percent

from andregang.domain.meeting import AssessmentTime, Doubt, Gap, Meeting, MessageKind
from andregang.domain.preparation import Preparation
from andregang.i18n import Words
from andregang.output import wording
from andregang.output.lines import one_line, shorten

MAILTO_LIMIT = 1900
"""Characters a `mailto:` address may have and still be opened by every mail program."""

_OVER = {MessageKind.CANCELLATION, MessageKind.REJECTION, MessageKind.OFFER}
_UNSURE = {Doubt.WEEKDAY_DIFFERS, Doubt.CALENDAR_DIFFERS, Doubt.SEVERAL_TIMES, Doubt.YEAR_INFERRED}


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to copy or send. `to` is an address or ""; `body` has `\\n` as line break."""

    to: str
    subject: str
    body: str

    @property
    def mailto(self) -> str:
        """The message as a draft (RFC 6068); the body is left out when the address would be too long to open."""
        head = f"mailto:{percent(self.to, safe='@')}?subject={percent(self.subject, safe='')}"
        whole = f"{head}&body={percent(self.body.replace(chr(10), chr(13) + chr(10)), safe='')}"
        return whole if len(whole) <= MAILTO_LIMIT else head


def letter_to_contact(preparation: Preparation, words: Words) -> Letter | None:
    """What to write to the contact: an answer when one is awaited, and what is still unknown.

    None when there is nothing to say, when there is no invitation, and when the process or the meeting is over.
    """
    meeting, start = preparation.meeting, preparation.start
    if meeting is None or meeting.kind in _OVER or (start and start.tzinfo and start < preparation.now):
        return None
    asked = _questions(preparation, words)
    awaited = meeting.reply_by is not None and meeting.reply_by.value >= preparation.now.date()
    if not asked and not awaited:
        return None
    if start is None:
        subject = words._("About the interview")
    else:
        subject = words._("About the interview {date}", date=words.day(start))
    return Letter(address_of(preparation), subject, _body(preparation, asked, words))


def _questions(preparation: Preparation, words: Words) -> list[str]:
    """In the order one asks: the time, what the invitation leaves open, then what follows from case and tests."""
    meeting, start = preparation.meeting, preparation.start
    if meeting is None:
        return []
    asked: list[str] = []
    if start is None:
        asked.append(words._("When does the interview take place?"))
    elif not preparation.given_start and any(doubt.doubt in _UNSURE for doubt in meeting.doubts):
        asked.append(
            words._(
                "Could you confirm that {when} is right? The message can be read in more than one way.",
                when=words.when(start, year=True),
            )
        )
    asked += _gap_questions(meeting.missing, words)
    if meeting.case and meeting.case.minutes is None:
        asked.append(words._("How long do I have to present, and what equipment is in the room?"))
    if any(test.when is AssessmentTime.BEFORE for test in meeting.tests):
        asked.append(words._("Will my test results be gone through in the meeting, and may I see them beforehand?"))
    return asked


def _gap_questions(missing: Sequence[Gap], words: Words) -> list[str]:
    """A question a gap; agenda and duration are asked in one breath (substance CLA2)."""
    both = Gap.AGENDA in missing and Gap.DURATION in missing
    asked = []
    for gap in missing:
        if both and gap is Gap.AGENDA:
            asked.append(words._("What is the agenda, and how much time is set aside?"))
        elif not (both and gap is Gap.DURATION):
            asked.append(words._(wording.GAP_QUESTION[gap]))
    return asked


def _body(preparation: Preparation, asked: list[str], words: Words) -> str:
    meeting, start = preparation.meeting, preparation.start
    first_name = first_name_of(meeting)
    greeting = words._("Hello {name}", name=first_name) if first_name else words._("Hello")
    thanks = (
        words._("Thank you for the invitation to the interview {when}. I will come.", when=words.when(start))
        if start and not _is_unsure(preparation)
        else words._("Thank you for the invitation to the interview. I would like to come.")
    )
    own_name = preparation.cv.name.value if preparation.cv and preparation.cv.name else ""
    closing = [words._("Kind regards"), shorten(own_name, 80)] if own_name else [words._("Kind regards")]
    lead = words._("Before we meet I would like to ask:")
    listed = [f"{lead} {asked[0]}"] if len(asked) == 1 else [lead, *(f"– {line}" for line in asked)]
    questions = ["\n".join(listed)] if asked else []
    paragraphs = [greeting, thanks, *questions, words._("I look forward to meeting you."), "\n".join(closing)]
    return "\n\n".join(paragraphs) + "\n"


def _is_unsure(preparation: Preparation) -> bool:
    meeting = preparation.meeting
    return (
        meeting is not None and not preparation.given_start and any(doubt.doubt in _UNSURE for doubt in meeting.doubts)
    )


def address_of(preparation: Preparation) -> str:
    """The contact's address when it is one, else "": nothing of a message is put into an address unread."""
    meeting = preparation.meeting
    email = one_line(meeting.contact.email or "") if meeting and meeting.contact else ""
    name, at, host = email.partition("@")
    plain = at and name and "." in host and not set(email) & set(' ,;:?&<>()[]"\\%')
    return email if plain and "@" not in host else ""


def first_name_of(meeting: Meeting | None) -> str:
    """How Norwegians greet: by first name, when the contact looks like a person."""
    name = one_line(meeting.contact.name) if meeting and meeting.contact else ""
    parts = name.split()
    if 2 <= len(parts) <= 4 and all(part[0].isupper() and part.replace("-", "").isalpha() for part in parts):
        return parts[0]
    return ""
