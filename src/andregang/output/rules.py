"""A rule of law in words: where it stands, how old the text read is, and how sure it is."""

import datetime as dt

from andregang.content.law import load_law
from andregang.content.rules import Rule, RuleStatus
from andregang.domain.openness import age_of
from andregang.i18n import Words


def rule_words(rule: Rule, words: Words) -> str:
    """Where a rule stands, how old the text read is, and whether it is still to be verified."""
    said = words._(
        "{place}, as it stood {date}", place=rule.place, date=words.day(rule.as_of, year=True).split(" ", 1)[1]
    )
    return f"{said} ({sureness_words(rule, words)})" if rule.status is not RuleStatus.VERIFIED else said


def sureness_words(rule: Rule, words: Words) -> str:
    """How sure the text of a rule is: "" when it was read in law or with an authority."""
    if rule.status is RuleStatus.SECONDARY:
        return words._("read with others who write about it, not in the law itself")
    if rule.status is RuleStatus.VERIFIED:
        return ""
    point = load_law().points.get(rule.verify)
    return f"{words._('to be verified')}: {point.words[words.language] if point else rule.verify}"


def age_words(rule: Rule, today: dt.date, words: Words) -> str:
    """How old the text of a rule is: "2 år", "4 måneder"."""
    age = age_of(rule.as_of, today)
    if age.years:
        return words.n_("{count} year", "{count} years", age.years)
    return words.n_("{count} month", "{count} months", age.months)
