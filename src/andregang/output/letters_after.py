"""Messages after the interview: thanks, the question when they decide, and what would have made the difference."""

from collections.abc import Sequence

from andregang.domain.meeting import MessageKind
from andregang.domain.preparation import Preparation
from andregang.i18n import Words
from andregang.output.letters import Letter, address_of, first_name_of
from andregang.output.lines import one_line, shorten


def letter_after(
    preparation: Preparation, words: Words, *, overdue: bool = False, promised: Sequence[str] = ()
) -> Letter | None:
    """What to write after the meeting (CLD3, CLD5): thanks the same day, a question when the promised day has passed
    (`overdue`), a wish for feedback after a rejection. Thanks name what was `promised` and not sent yet. None before
    the meeting, and after an offer."""
    meeting, start = preparation.meeting, preparation.start
    rejected = meeting is not None and meeting.kind is MessageKind.REJECTION
    if not rejected and (start is None or start > preparation.now or (meeting and meeting.kind is MessageKind.OFFER)):
        return None
    if rejected:
        said: tuple[str, ...] = (
            words._("Thank you for telling me, and for the conversations we have had."),
            words._("I would like to learn from it: what would have made me a stronger candidate?"),
        )
    elif overdue:
        said = (
            words._("Thank you again for the conversation. I am still very interested in the position."),
            words._("How is the process going, and when do you expect to decide?"),
        )
    else:
        said = (
            words._("Thank you for the conversation. It gave me a clearer picture of the job and of you."),
            *([_listed(words._("As promised I will come back to you with this:"), promised)] if promised else []),
            words._("Tell me if there is more you need from me."),
        )
    name = first_name_of(meeting)
    own = preparation.cv.name.value if preparation.cv and preparation.cv.name else ""
    greeting = words._("Hello {name}", name=name) if name else words._("Hello")
    closing = "\n".join(part for part in (words._("Kind regards"), shorten(own, 80)) if part)
    subject = words._("About the position {title}", title=shorten(preparation.title or "", 80))
    if not preparation.title:
        subject = words._("About the interview")
    return Letter(address_of(preparation), one_line(subject), "\n\n".join((greeting, *said, closing)) + "\n")


def _listed(lead: str, lines: Sequence[str]) -> str:
    return "\n".join([lead, *(f"– {shorten(one_line(line), 200)}" for line in lines)])
