"""Questions as cards to import into Anki: tab-separated text with stable ids."""

import hashlib

from andregang.domain.preparation import Preparation
from andregang.domain.questions import Question
from andregang.i18n import Words
from andregang.output.lines import one_line

_HEADER = ("#separator:tab", "#html:false", "#guid column:1", "#tags column:4", "#columns:guid\tfront\tback\ttags")


def anki_cards(preparation: Preparation, words: Words) -> str:
    """A card a question: the question in front, what it measures and what to remember behind.

    The id of a card is the same every time, so importing again renews cards and keeps what was learned.
    """
    rows = [_row(preparation, question, words) for question in preparation.questions]
    return "".join(f"{line}\n" for line in (*_HEADER, *rows))


def _row(preparation: Preparation, question: Question, words: Words) -> str:
    back = [words._("It measures: {what}", what=one_line(question.measures))] if question.measures else []
    if question.item:
        back.append(words._("About: {item}", item=one_line(question.item.quote.words)))
    back.append(
        words._(
            "One time: how you planned it, what you did, what came of it, with whom, what you learned.",
        )
    )
    front = one_line(question.words)
    fields = (_guid(preparation.id, question.id), front, "\n".join(back), f"andregang {question.group}")
    return "\t".join(_field(field) for field in fields)


def _guid(preparation: str, question: str) -> str:
    return hashlib.sha256(f"{preparation}\n{question}".encode()).hexdigest()[:20]


def _field(text: str) -> str:
    """A field as it is, or in quotes when it holds what would end it or begin a comment."""
    if any(mark in text for mark in '\t\n"') or text.startswith("#"):
        return '"' + text.replace('"', '""') + '"'
    return text
