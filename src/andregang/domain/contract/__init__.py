"""The contract: what is there, what is missing and what to ask about before signing."""

from andregang.domain.contract.deadlines import half_of, last_day, notice_runs_from, term_length
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
    "ITEMS",
    "Caution",
    "ContractKind",
    "ContractReading",
    "FoundCaution",
    "FoundItem",
    "Length",
    "Pay",
    "PayPer",
    "Presence",
    "Terms",
    "half_of",
    "last_day",
    "notice_runs_from",
    "read_contract",
    "term_length",
]
