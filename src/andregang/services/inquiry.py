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
from andregang.registers import NotFetched, Registers, Request, read_accounts, read_roles, read_unit


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


def read_answer(data: bytes, today: dt.date) -> tuple[CompanyFact, ...] | None:
    """The facts of an answer of the registers that the person got elsewhere and kept as a file; None for anything else
    (substance 8.2: it works offline)."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return None
    readers: tuple[Callable[[bytes], tuple[CompanyFact, ...]], ...] = (
        lambda given: facts_of_unit(read_unit(given), "", today),
        lambda given: facts_of_roles(read_roles(given), "", today),
        lambda given: facts_of_accounts(read_accounts(given), "", today),
    )
    for read in readers:
        try:
            return read(data) or None
        except NotFetched:
            continue
    return None
