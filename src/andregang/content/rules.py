"""A rule of law as content: its place, what was read of it and when, and how sure that is."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from andregang.content.toml_files import BadContent


class RuleStatus(StrEnum):
    """How sure the text of a rule is: read in law or with an authority, read with others who write about it, or to be
    verified before it is relied on. What is not verified is shown as such."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    TO_VERIFY = "to_verify"


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a rule stands, the key of what was read (substance section 10; D is our own derivation), the day the text
    read was in force or written, and how sure it is; `verify` is the point that must be verified first (VF1 to VF10)
    or ""."""

    place: str
    source: str
    as_of: dt.date
    status: RuleStatus
    verify: str = ""


def read_rule(entry: str, table: Mapping[str, Any], place: str = "rule") -> Rule:
    """The rule of an entry; `place` is the key its place stands under. Raises BadContent for one that is not whole."""
    as_of = table.get("as_of")
    status, verify = table.get("status", ""), table.get("verify", "")
    if not table.get(place) or not table.get("source") or not isinstance(as_of, dt.date):
        raise BadContent(entry, "a rule needs a place, a source and a date")
    if status not in tuple(RuleStatus) or (status == RuleStatus.TO_VERIFY) > bool(verify):
        raise BadContent(entry, "status is verified, secondary, or to_verify with what to verify")
    return Rule(table[place], table["source"], as_of, RuleStatus(status), verify)
