"""What a contract must say, what to ask about, and the rules behind it, each with place, source, age and status."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.toml_files import BadContent, read_table, wording
from andregang.domain.contract import ITEMS, Caution
from andregang.domain.text import Language

ADVICE = ("disclaimer", "whom", "deadline", "notice", "half")


class RuleStatus(StrEnum):
    """How sure the text of a rule is. What is to be verified is shown as such."""

    VERIFIED = "verified"
    TO_VERIFY = "to_verify"


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a rule stands, the key of what was read (substance section 10; D is our own derivation), the day the text
    read was in force, and how sure it is; `verify` is the point that must be verified first (VF1 to VF6) or ""."""

    place: str
    source: str
    as_of: dt.date
    status: RuleStatus
    verify: str = ""


@dataclass(frozen=True, slots=True)
class ContractText:
    """What is said about an item or a caution: `words` what it is, `ask` what to ask about it."""

    id: str
    words: Mapping[Language, str]
    ask: Mapping[Language, str]
    rule: Rule


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said beside every contract; `rule` where it is law."""

    id: str
    words: Mapping[Language, str]
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class ContractContent:
    """All that is said about contracts, by id: KT01 to KT17, the cautions' names, and the advice."""

    items: Mapping[str, ContractText]
    cautions: Mapping[str, ContractText]
    advice: Mapping[str, Advice]


@cache
def load_contract() -> ContractContent:
    """The texts about contracts. Raises BadContent for one that is missing, unknown or without a usable rule."""
    items = _texts("contract_items.toml", ITEMS)
    cautions = _texts("contract_cautions.toml", tuple(str(caution) for caution in Caution))
    table = read_table("contract_advice.toml")
    _same_ids(table, ADVICE)
    advice = {
        entry: Advice(
            entry, wording(entry, table[entry]), _rule(entry, table[entry]) if "rule" in table[entry] else None
        )
        for entry in ADVICE
    }
    return ContractContent(items, cautions, MappingProxyType(advice))


def _texts(name: str, ids: tuple[str, ...]) -> Mapping[str, ContractText]:
    table = read_table(name)
    _same_ids(table, ids)
    return MappingProxyType(
        {
            entry: ContractText(
                entry,
                wording(entry, table[entry]),
                wording(f"{entry}.ask", table[entry]["ask"]),
                _rule(entry, table[entry]),
            )
            for entry in ids
        }
    )


def _same_ids(table: Mapping[str, Any], ids: tuple[str, ...]) -> None:
    if wrong := set(table) ^ set(ids):
        raise BadContent(", ".join(sorted(wrong)), "missing or not known")


def _rule(entry: str, table: Mapping[str, Any]) -> Rule:
    as_of = table.get("as_of")
    status, verify = table.get("status", ""), table.get("verify", "")
    if not table.get("rule") or not table.get("source") or not isinstance(as_of, dt.date):
        raise BadContent(entry, "a rule needs a place, a source and a date")
    if status not in tuple(RuleStatus) or (status == RuleStatus.TO_VERIFY) > bool(verify):
        raise BadContent(entry, "status is verified, or to_verify with what to verify")
    return Rule(table["rule"], table["source"], as_of, RuleStatus(status), verify)
