"""A contract's reading as JSON, and the message that asks for what is missing."""

import datetime as dt
from typing import Any

from andregang.content.contract import ContractContent
from andregang.content.rules import Rule
from andregang.domain.contract import (
    ContractKind,
    ContractReading,
    Length,
    Pay,
    PayPer,
    Presence,
    half_of,
    last_day,
    notice_runs_from,
    probation_ends,
    term_length,
)
from andregang.domain.source import Quote, Stated
from andregang.i18n import Words
from andregang.output.letters import Letter

Json = dict[str, Any]

_NAMES = {
    ContractKind.PERMANENT: "Permanent employment",
    ContractKind.TEMPORARY: "Temporary employment",
    ContractKind.STAFFING: "Employed by a staffing agency and hired out",
    Presence.STATED: "stated",
    Presence.VAGUE: "left open",
    Presence.BY_REFERENCE: "stands elsewhere",
    PayPer.YEAR: "a year",
    PayPer.MONTH: "a month",
    PayPer.HOUR: "an hour",
}


def contract_json(reading: ContractReading, content: ContractContent) -> Json:
    """The reading with its quotes and offsets; `places` holds the rules' places, ages and standing."""
    cautions = {str(found.caution): found.quote for found in reading.cautions}
    quotes = {**{found.item: found.quote for found in reading.found}, **cautions}
    return {
        "kind": str(reading.kind),
        "temporary": reading.temporary,
        "applicable": list(reading.applicable),
        "missing": list(reading.missing),
        "vague": list(reading.vague),
        "by_reference": list(reading.by_reference),
        "warnings": list(cautions),
        "quotes": {name: quote.words for name, quote in quotes.items() if quote},
        "spans": {name: {"start": quote.start, "end": quote.end} for name, quote in quotes.items() if quote},
        "terms": _terms(reading),
        "rules": {name: _rule(rule) for name, rule in _rules(reading, content).items()},
    }


def reply_for_contract(reading: ContractReading, content: ContractContent, words: Words) -> Letter | None:
    """What to write to the employer before signing: every item that is missing or vague, and every term to ask about.

    None when there is nothing to ask.
    """
    items = [content.items[item] for item in reading.applicable if item in {*reading.missing, *reading.vague}]
    cautions = [content.cautions[str(found.caution)] for found in reading.cautions]
    lacking = [text.ask[words.language] for text in items]
    terms = [f"{text.words[words.language]} {text.ask[words.language]}" for text in cautions]
    if not lacking and not terms:
        return None
    paragraphs = [words._("Hello"), words._("Thank you for the contract. Before I sign I have some questions.")]
    if lacking:
        paragraphs.append(_listed(words._("I did not find this, or did not find it clear:"), lacking))
    if terms:
        paragraphs.append(_listed(words._("I would like to understand these terms better:"), terms))
    paragraphs += [words._("Could you put the answers into the contract?"), words._("Kind regards")]
    return Letter("", words._("Questions about the contract"), "\n\n".join(paragraphs) + "\n")


def name_of(value: ContractKind | Presence | PayPer | None, words: Words) -> str:
    """The words for a kind of contract, for how an item stands, or for what pay is for; "" for None."""
    return words._(_NAMES[value]) if value else ""


def length_words(length: Length, words: Words) -> str:
    """ "6 måneder", "14 dager" """
    parts = [words.n_("{count} month", "{count} months", length.months)] if length.months else []
    if length.days or not parts:
        parts.append(words.n_("{count} day", "{count} days", length.days))
    return words.join(parts)


def notice_words(reading: ContractReading, given: dt.date, words: Words) -> tuple[str, ...]:
    """The last day of work if notice is given on `given` (LN3), after the probation and in it."""
    said = []
    for stated, in_probation in ((reading.terms.notice, False), (reading.terms.notice_in_probation, True)):
        if stated is None:
            continue
        runs = notice_runs_from(given) if stated.value.months else given
        sentence = words._(
            "If you resign {date}, the notice runs from {first}. With {length} the last day is {last}.",
            date=words.day(given),
            first=words.day(runs),
            length=length_words(stated.value, words),
            last=words.day(last_day(given, stated.value), year=True),
        )
        said.append(f"{words._('In the probation:')} {sentence}" if in_probation else sentence)
    return tuple(said)


def date_lines(reading: ContractReading, words: Words) -> tuple[tuple[str, str], ...]:
    """Label and value of each date and number the contract states, and of those that follow from them."""
    terms, half = reading.terms, longest_probation(reading)
    lines: list[tuple[str, object]] = [
        (words._("Start"), terms.start and words.day(terms.start.value, year=True)),
        (words._("End"), terms.end and words.day(terms.end.value, year=True)),
        (words._("Probation"), terms.probation and length_words(terms.probation.value, words)),
    ]
    if terms.start and terms.probation:
        ends = probation_ends(terms.start.value, terms.probation.value)
        lines.append((words._("Last day of the probation"), words.day(ends, year=True)))
    lines += [
        (words._("Longest probation for this term"), length_words(half, words) if half else None),
        (words._("Position"), terms.percentage and f"{words.number(terms.percentage.value)} %"),
        (words._("Hours a week"), terms.weekly_hours and words.number(terms.weekly_hours.value)),
        (
            words._("Pay"),
            terms.pay and f"{words.number(terms.pay.value.kroner)} kr {name_of(terms.pay.value.per, words)}".strip(),
        ),
    ]
    return tuple((label, str(value)) for label, value in lines if value)


def longest_probation(reading: ContractReading) -> Length | None:
    """Half of a temporary term (LP2), when the term is known."""
    terms = reading.terms
    if terms.start and terms.end and terms.start.value < terms.end.value:
        return half_of(term_length(terms.start.value, terms.end.value))
    return half_of(terms.term.value) if terms.term else None


def _listed(lead: str, lines: list[str]) -> str:
    return "\n".join([lead, *(f"– {line}" for line in lines)])


def _rules(reading: ContractReading, content: ContractContent) -> dict[str, Rule]:
    items = {item: content.items[item].rule for item in reading.applicable}
    return {**items, **{str(found.caution): content.cautions[str(found.caution)].rule for found in reading.cautions}}


def _rule(rule: Rule) -> Json:
    return {
        "place": rule.place,
        "source": rule.source,
        "as_of": rule.as_of.isoformat(),
        "status": str(rule.status),
        "verify": rule.verify,
    }


def _terms(reading: ContractReading) -> Json:
    terms = reading.terms
    half = longest_probation(reading)
    found: dict[str, Stated[Any] | None] = {
        "start": terms.start,
        "end": terms.end,
        "term": terms.term,
        "probation": terms.probation,
        "notice": terms.notice,
        "notice_in_probation": terms.notice_in_probation,
        "percentage": terms.percentage,
        "weekly_hours": terms.weekly_hours,
        "pay": terms.pay,
    }
    said: Json = {
        name: {"value": _plain(stated.value), **_quoted(stated.quote)} for name, stated in found.items() if stated
    }
    return {**said, "longest_probation": _plain(half)} if half else said


def _quoted(quote: Quote) -> Json:
    return {"quote": quote.words, "start": quote.start, "end": quote.end}


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Length):
        return {"months": value.months, "days": value.days}
    if isinstance(value, Pay):
        return {"kroner": value.kroner, "per": str(value.per) if value.per else None}
    return value
