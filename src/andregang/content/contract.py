"""What a contract must say, what to ask about, and the rules behind it, each with place, source, age and status."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.rules import Rule, read_rule
from andregang.content.toml_files import BadContent, read_table, wording
from andregang.domain.contract import CONDITIONS, ITEMS, Caution
from andregang.domain.text import Language

ADVICE = ("disclaimer", "whom", "deadline", "notice", "half")


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
    """All that is said about contracts, by id: KT01 to KT17, the cautions' names, the advice, and the conditions."""

    items: Mapping[str, ContractText]
    cautions: Mapping[str, ContractText]
    advice: Mapping[str, Advice]
    conditions: Mapping[str, Advice]


@cache
def load_contract() -> ContractContent:
    """The texts about contracts. Raises BadContent for one that is missing, unknown or without a usable rule."""
    items = _texts("contract_items.toml", ITEMS)
    cautions = _texts("contract_cautions.toml", tuple(str(caution) for caution in Caution))
    table = read_table("contract_advice.toml")
    _same_ids(table, ADVICE)
    advice = {
        entry: Advice(
            entry, wording(entry, table[entry]), read_rule(entry, table[entry]) if "rule" in table[entry] else None
        )
        for entry in ADVICE
    }
    table = read_table("contract_conditions.toml")
    _same_ids(table, CONDITIONS)
    conditions = {
        entry: Advice(entry, wording(entry, table[entry]), read_rule(entry, table[entry])) for entry in CONDITIONS
    }
    return ContractContent(items, cautions, MappingProxyType(advice), MappingProxyType(conditions))


def _texts(name: str, ids: tuple[str, ...]) -> Mapping[str, ContractText]:
    table = read_table(name)
    _same_ids(table, ids)
    return MappingProxyType(
        {
            entry: ContractText(
                entry,
                wording(entry, table[entry]),
                wording(f"{entry}.ask", table[entry]["ask"]),
                read_rule(entry, table[entry]),
            )
            for entry in ids
        }
    )


def _same_ids(table: Mapping[str, Any], ids: tuple[str, ...]) -> None:
    if wrong := set(table) ^ set(ids):
        raise BadContent(", ".join(sorted(wrong)), "missing or not known")
