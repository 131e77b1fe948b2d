"""Terms to ask about (substance 5.5): each found with the clause it rests on."""

from collections.abc import Iterator

from andregang.domain.contract import numbers
from andregang.domain.contract.clauses import Clause
from andregang.domain.contract.lengths import find_lengths
from andregang.domain.contract.model import Caution
from andregang.domain.contract.phrases import Phrases

Raised = tuple[Caution, Clause | None]

_YEAR_MONTHS = 12
_NEAR_SENTENCES = 3


def raise_bans(clauses: tuple[Clause, ...], phrases: Phrases) -> Iterator[Raised]:
    """A ban on competing work after leaving: for more than twelve months, or with no pay of its own (LC1)."""
    for position, clause in enumerate(clauses):
        if not _is_ban(clause, phrases):
            continue
        same = [other for other in clauses if other.section == clause.section and other is not clause]
        ours = (
            (clause, *same)
            if phrases.in_("non_compete.topic", clause.topic)
            else (
                clause,
                *clauses[position + 1 : position + 1 + _NEAR_SENTENCES],
            )
        )
        lengths = [found.length for found in find_lengths(clause.words)]
        if not lengths:
            lengths = [
                f.length
                for other in ours
                if phrases.in_("non_compete.after", other.words)
                for f in find_lengths(other.words)
            ]
        if any(length.rough_days > _YEAR_MONTHS * 30 + 6 for length in lengths):
            yield Caution.NON_COMPETE_OVER_12_MONTHS, clause
        if not _is_paid(ours, phrases):
            yield Caution.NON_COMPETE_WITHOUT_PAY, clause
        return


def _is_ban(clause: Clause, phrases: Phrases) -> bool:
    words = clause.words
    if phrases.in_("non_compete.not", words) or not phrases.in_("non_compete.ban", words):
        return False
    after = phrases.in_("non_compete.after", words) or phrases.in_("non_compete.topic", clause.topic)
    return after and phrases.in_("non_compete.work", words)


def _is_paid(clauses: tuple[Clause, ...], phrases: Phrases) -> bool:
    """Paid for when some sentence says so and none says it is not, or that it lies in the salary."""
    if any(phrases.in_("non_compete.unpaid", clause.words) for clause in clauses):
        return False
    return any(phrases.in_("non_compete.paid", clause.words) for clause in clauses)


def raise_repayment(clauses: tuple[Clause, ...], phrases: Phrases) -> Iterator[Raised]:
    """Training to be paid back with no limit in amount or time."""
    for position, clause in enumerate(clauses):
        if not phrases.in_("repayment.says", clause.words):
            continue
        paragraph = [other for other in clauses if other.section == clause.section]
        about = phrases.in_("repayment.training", clause.words) or (
            any(phrases.in_("repayment.training", other.words) for other in clauses[max(0, position - 2) : position])
            and any(phrases.in_("KT16.offers", other.words) for other in paragraph)
        )
        if not about or phrases.in_("repayment.not", clause.words):
            continue
        following = [
            other
            for other in clauses[max(0, position - 1) : position + _NEAR_SENTENCES]
            if other.section == clause.section and (other is clause or phrases.in_("repayment.about", other.words))
        ]
        if not any(phrases.in_("repayment.limit", other.words) for other in following):
            yield Caution.REPAYMENT_UNCAPPED, clause
            return


def raise_overtime(clauses: tuple[Clause, ...], phrases: Phrases) -> Iterator[Raised]:
    """Overtime said to be in the salary of someone who does not lead."""
    if _leads(clauses, phrases):
        return
    for position, clause in enumerate(clauses):
        before = clauses[position - 1].words if position and clauses[position - 1].section == clause.section else ""
        included = phrases.in_("overtime.included", clause.words)
        about = phrases.in_("overtime.work", clause.spoken) or (
            phrases.in_("overtime.work", before) and phrases.in_("overtime.dette", clause.words)
        )
        if included and about and not phrases.in_("overtime.not_included", clause.words):
            yield Caution.OVERTIME_INCLUDED, clause
            return


def _leads(clauses: tuple[Clause, ...], phrases: Phrases) -> bool:
    for clause in clauses:
        words = phrases["leader.not"].sub(" ", clause.words)
        if phrases.in_("leader.not", clause.words) and not phrases.in_("leader.own", words):
            continue
        title = clause.label and phrases.is_("KT03.label", clause.label)
        if phrases.in_("leader.own", words) or (
            (title or phrases.in_("KT03.says", words)) and phrases.in_("leader", words)
        ):
            return True
    return False


def raise_hours(
    clauses: tuple[Clause, ...], hours: Clause | None, job: Clause | None, phrases: Phrases
) -> Iterator[Raised]:
    """No measure of how much one works, or hours that vary with nothing to reckon by."""
    measured = any(
        numbers.percentage_of(clause, phrases) is not None or numbers.is_full_time(clause, phrases)
        for clause in clauses
    )
    weekly = any(
        numbers.weekly_hours_of(clause, phrases) is not None or numbers.gives_yearly_hours(clause) for clause in clauses
    )
    if not measured and not weekly:
        yield Caution.NO_POSITION_PERCENTAGE, hours or job
    if hours is None or measured or weekly:
        return
    ours = [
        clause
        for clause in clauses
        if clause is hours or (clause.section == hours.section and clause.topic == hours.topic)
    ]
    if any(numbers.gives_clock(clause) or phrases.in_("KT10.planned", clause.words) for clause in ours):
        return
    if any(phrases.in_("KT10.varies", clause.words) for clause in ours):
        yield Caution.HOURS_NOT_CALCULABLE, hours
