"""A case as JSON, and the message that asks the contact for what the assignment leaves open."""

from typing import Any

from andregang.domain.case import Assignment, CaseReview, Unclear
from andregang.domain.source import Quote, Stated
from andregang.i18n import Words
from andregang.output.letters import Letter

Json = dict[str, Any]


def case_json(review: CaseReview, language: str) -> Json:
    """The demands with their offsets, what each slide covers, what is not covered, and the time."""
    assignment = review.assignment
    demands = assignment.demands
    return {
        "language": language,
        "demands": [demand.words for demand in demands],
        "uncovered": [demands[place].words for place in review.uncovered],
        "off_task": list(review.off_task),
        "minutes": assignment.minutes,
        "slides": [
            {
                "number": one.slide.number,
                "title": one.slide.title,
                "seconds": one.seconds,
                "covers": [demands[place].words for place in one.covers],
                "role": str(one.role),
                "words": one.words_shown,
                "words_said": one.words_said,
            }
            for one in review.slides
        ],
        "seconds": review.seconds,
        "pressure": str(review.pressure),
        "cuts": [{"number": cut.number, "reason": str(cut.reason), "seconds": cut.seconds} for cut in review.cuts],
        "spans": {demand.words: {"start": demand.quote.start, "end": demand.quote.end} for demand in demands},
        "conditions": _conditions(assignment),
        "unclear": [str(one) for one in assignment.unclear],
    }


def _conditions(assignment: Assignment) -> Json:
    found: dict[str, Stated[Any] | None] = {
        "presentation": assignment.presentation,
        "talking": assignment.talking,
        "discussion": assignment.discussion,
        "working": assignment.working,
        "language": assignment.language,
    }
    said: Json = {name: {"value": stated.value, **_quoted(stated.quote)} for name, stated in found.items() if stated}
    if assignment.slides:
        limit = assignment.slides.value
        said["slides"] = {"least": limit.least, "most": limit.most, **_quoted(assignment.slides.quote)}
    for name, quotes in (
        ("form", assignment.form),
        ("delivery", assignment.delivery),
        ("audience", assignment.audience),
    ):
        if quotes:
            said[name] = [_quoted(quote) for quote in quotes]
    said["questions_included"] = assignment.questions_included
    said["design"] = assignment.design
    return said


def _quoted(quote: Quote) -> Json:
    return {"quote": quote.words, "start": quote.start, "end": quote.end}


def question_about(unclear: Unclear, words: Words) -> str:
    """What to ask the contact."""
    return {
        Unclear.DEMANDS: words._("What should the presentation answer?"),
        Unclear.TIME: words._("How many minutes do I have?"),
        Unclear.QUESTIONS_IN_TIME: words._("Are questions part of the time, or do they come after it?"),
        Unclear.AUDIENCE: words._("Who will listen, and what do they know of the matter?"),
        Unclear.FORMAT: words._("Is there a screen, and which form do you want it in?"),
        Unclear.DELIVERY: words._("Do you want the file beforehand, and if so when?"),
    }[unclear]


def letter_about_case(assignment: Assignment, to: str, words: Words) -> Letter | None:
    """What to write to the contact about the assignment; None when nothing is open."""
    asked = [question_about(one, words) for one in assignment.unclear]
    if not asked:
        return None
    lead = (
        words._("Thank you for the assignment. I have a short question:")
        if len(asked) == 1
        else words._("Thank you for the assignment. I have a few short questions:")
    )
    listed = f"{lead} {asked[0]}" if len(asked) == 1 else "\n".join([lead, *(f"– {line}" for line in asked)])
    body = "\n\n".join([words._("Hello"), listed, words._("Kind regards")]) + "\n"
    return Letter(to, words._("About the case"), body)
