"""What a referee is told: one page, the message that asks, and the same as plain text."""

import datetime as dt
import re
from dataclasses import asdict, dataclass

from andregang.domain.examples import ExamplePart
from andregang.domain.referees import RefereeBrief
from andregang.i18n import Words
from andregang.output.letters import Letter
from andregang.output.lines import one_line, shorten
from andregang.output.pdf import PdfFile, set_pdf

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LONGEST_PART = 420
"""Letters of one part of an example, so that two examples with all their parts fit on one page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled text of an example."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ToldExample:
    """An example as the referee is reminded of it."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class RefereePage:
    """The page in words. Empty strings and tuples are left out where it is shown; `language` is that of the words."""

    language: str
    title: str
    about: str
    concerns_title: str
    concerns: tuple[str, ...]
    examples_title: str
    examples: tuple[ToldExample, ...]
    confirm_title: str
    confirm: str
    improve_title: str
    improve: str
    call_title: str
    call: str
    footer: str


def referee_page(brief: RefereeBrief, own_name: str, words: Words) -> RefereePage:
    """The brief of one referee in words; only what that one was part of is in the brief."""
    labels = {
        ExamplePart.FRAME: words._("Where it was"),
        ExamplePart.PLANNED: words._("What I planned"),
        ExamplePart.DID: words._("What I did"),
        ExamplePart.RESULT: words._("What came of it"),
    }
    told = tuple(
        ToldExample(
            shorten(example.name, 90),
            tuple(Part(labels[part], shorten(one_line(text), _LONGEST_PART)) for part, text in example.parts.items()),
        )
        for example in brief.examples
    )
    referee = brief.referee
    name = shorten(one_line(own_name), 80)
    return RefereePage(
        words.language.value,
        words._("To {person}, referee for {name}", person=referee.name, name=name)
        if name
        else words._("To {person}", person=referee.name),
        _about(brief, words),
        words._("What they are most concerned with"),
        tuple(shorten(one_line(line), 160) for line in brief.concerns),
        words._("What I have told from the time we worked together"),
        told,
        words._("What I would like you to confirm"),
        shorten(one_line(brief.confirm), 600),
        words._("What I say myself that I should be better at"),
        shorten(one_line(brief.improve), 400),
        words._("When it suits you, and on which number"),
        ", ".join(one for one in (referee.call_at, referee.contact) if one),
        words._("Please answer honestly; only what you saw yourself."),
    )


def referee_pdf(page: RefereePage, now: dt.datetime) -> PdfFile:
    """The page as a PDF of one A4 page."""
    return set_pdf("referee.typ", asdict(page), int(now.timestamp()))


def referee_letter(brief: RefereeBrief, own_name: str, words: Words) -> Letter:
    """The message to a referee (substance 7.3): asks first; to one who has said yes it is the page as text."""
    page = referee_page(brief, own_name, words)
    greeting = words._("Hello {name}", name=brief.referee.name.split()[0])
    closing = "\n".join(part for part in (words._("Kind regards"), shorten(one_line(own_name), 80)) if part)
    about = _about(brief, words)
    if brief.referee.agreed:
        lead = words._("Thank you for being my referee. They may call you soon.")
        paragraphs = [greeting, f"{lead} {about}".strip(), *_as_text(page)]
        subject = words._("When they call you about me")
    else:
        subject = words._("Will you be my referee?")
        asks = words._("Will you be one of those they can call about me?")
        paragraphs = [
            greeting,
            f"{about} {asks}".strip(),
            *([_listed(page.examples_title, [one.name for one in page.examples])] if page.examples else []),
            words._("Say no if you would rather not. If yes: when does it suit you to be called, and on which number?"),
            words._("I send the ad and my CV if you would like to see them."),
        ]
    return Letter(_address(brief.referee.contact), subject, "\n\n".join([*paragraphs, closing]) + "\n")


def _about(brief: RefereeBrief, words: Words) -> str:
    position, employer = shorten(one_line(brief.position), 90), shorten(one_line(brief.employer), 80)
    both = {"position": position, "employer": employer}
    if position and employer:
        return words._("I have come further in the process for the position {position} at {employer}.", **both)
    if position or employer:
        return words._("I have come further in the process for {what}.", what=position or employer)
    return words._("I have come further in the process for a new job.")


def _as_text(page: RefereePage) -> list[str]:
    said = [_listed(page.concerns_title, list(page.concerns))] if page.concerns else []
    if page.examples:
        lines = [page.examples_title]
        for example in page.examples:
            lines += [f"– {example.name}", *(f"  {part.label}: {part.text}" for part in example.parts)]
        said.append("\n".join(lines))
    pairs = ((page.confirm_title, page.confirm), (page.improve_title, page.improve), (page.call_title, page.call))
    said += [f"{title}: {text}" for title, text in pairs if text]
    return [*said, page.footer]


def _listed(lead: str, lines: list[str]) -> str:
    return "\n".join([f"{lead}:", *(f"– {line}" for line in lines)])


def _address(contact: str) -> str:
    found = _ADDRESS.search(one_line(contact))
    return found[0] if found else ""
