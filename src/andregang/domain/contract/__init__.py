"""The contract: what is there, what is missing and what to ask about before signing."""

from andregang.domain.contract.conditions import CONDITIONS, Condition, conditions_of
from andregang.domain.contract.deadlines import half_of, last_day, notice_runs_from, probation_ends, term_length
from andregang.domain.contract.model import (
    ITEMS,
    Caution,
    ContractKind,
    ContractReading,
    FoundCaution,
    FoundItem,
    Length,
    Pay,
    PayPer,
    Presence,
    Terms,
)
from andregang.domain.contract.read import read_contract

__all__ = [
    "CONDITIONS",
    "ITEMS",
    "Caution",
    "Condition",
    "ContractKind",
    "ContractReading",
    "FoundCaution",
    "FoundItem",
    "Length",
    "Pay",
    "PayPer",
    "Presence",
    "Terms",
    "conditions_of",
    "half_of",
    "last_day",
    "notice_runs_from",
    "probation_ends",
    "read_contract",
    "term_length",
]
