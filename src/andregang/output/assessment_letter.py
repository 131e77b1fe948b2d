"""The message that asks for a test to be read back, and for the report."""

from andregang.domain.meeting import Assessment
from andregang.domain.preparation import Preparation
from andregang.i18n import Words
from andregang.output.letters import Letter, address_of, first_name_of
from andregang.output.lines import one_line, shorten


def letter_about_tests(preparation: Preparation, tests: tuple[Assessment, ...], words: Words) -> Letter:
    """What to write to the contact: which test, with whom one is compared, and to see the report before the meeting."""
    name = first_name_of(preparation.meeting)
    greeting = words._("Hello {name}", name=name) if name else words._("Hello")
    named = words.join([one_line(test.quote.words) for test in tests[:3]])
    asked = [
        words._("Will the test results be read back to me, and may I have the report before the meeting?"),
        words._("Which test is it, and with which group am I compared?"),
        words._("Which scales count for this position?"),
    ]
    body = [
        greeting,
        words._("I prepare for the meeting, and have a few questions about the test."),
        *([words._("You mention {tests}.", tests=named)] if named else []),
        "\n".join(f"- {line}" for line in asked),
        words._("I also ask for a copy of the report, both the one you read and the one I get."),
    ]
    own = preparation.cv.name.value if preparation.cv and preparation.cv.name else ""
    closing = "\n".join([words._("Kind regards"), *([shorten(own, 80)] if own else [])])
    return Letter(address_of(preparation), words._("Reading back the test"), "\n\n".join([*body, closing]))
