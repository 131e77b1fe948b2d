"""Asking the registers for what the person ticked, outside any unit of work, so that nothing waits for the network."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from andregang.domain.company import (
    CompanyFact,
    facts_of_accounts,
    facts_of_parts,
    facts_of_roles,
    facts_of_unit,
)
from andregang.registers import NotFetched, Registers, Request


@dataclass(frozen=True, slots=True)
class Answers:
    """What came: facts, the addresses that answered, and for each request that did not why."""

    facts: tuple[CompanyFact, ...]
    addresses: tuple[str, ...]
    missed: tuple[tuple[str, NotFetched], ...]


def ask_registers(registers: Registers, number: str, requests: Sequence[Request], today: dt.date) -> Answers:
    """Ask for each of these about one organisation number. Never raises: what did not come is said."""
    facts: list[CompanyFact] = []
    answered: list[str] = []
    missed: list[tuple[str, NotFetched]] = []
    for request in requests:
        address = registers.address(request, number)
        try:
            facts += _facts(registers, request, number)(address, today)
            answered.append(address)
        except NotFetched as error:
            missed.append((request.value, error))
    return Answers(tuple(facts), tuple(answered), tuple(missed))


def _facts(registers: Registers, request: Request, number: str) -> Callable[[str, dt.date], tuple[CompanyFact, ...]]:
    """What a request gives, as facts still without address and day. Raises NotFetched."""
    match request:
        case Request.UNIT:
            unit = registers.unit(number)
            return lambda address, today: facts_of_unit(unit, address, today)
        case Request.ROLES:
            roles = registers.roles(number)
            return lambda address, today: facts_of_roles(roles, address, today)
        case Request.PARTS:
            parts = registers.parts(number)
            return lambda address, today: facts_of_parts(parts, address, today)
        case Request.ACCOUNTS:
            years = registers.accounts_of(number)
            return lambda address, today: facts_of_accounts(years, address, today)
