"""What they may not ask, what one must tell, what one may see: rules with exceptions, calm replies and whom to ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.model import Line
from andregang.content.rules import Rule, RuleStatus, read_rule
from andregang.content.toml_files import BadContent, read_table, wording
from andregang.domain.openness import GROUPS
from andregang.domain.text import Language


@dataclass(frozen=True, slots=True)
class LawItem:
    """A rule one should know before the interview. `group` is one of domain.openness.GROUPS; `unless` is the exception
    (None where there is none), `replies` and `whom` are ids of law_replies.toml and law_bodies.toml."""

    id: str
    group: str
    words: Mapping[Language, str]
    rule: Mapping[Language, str]
    unless: Mapping[Language, str] | None
    stands: Rule
    replies: tuple[str, ...]
    whom: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """Words to say or send; `after` is what to do afterwards, not to say."""

    id: str
    words: Mapping[Language, str]
    after: bool


@dataclass(frozen=True, slots=True)
class OwnTopic:
    """Something one may choose to tell (`OT1` …), with what to think of and the ids of the rules beside it."""

    id: str
    words: Mapping[Language, str]
    help: Mapping[Language, str]
    law: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """All of it by id; `points` are what must be verified before a rule is relied on."""

    items: Mapping[str, LawItem]
    replies: Mapping[str, Reply]
    bodies: Mapping[str, Line]
    points: Mapping[str, Line]
    topics: Mapping[str, OwnTopic]

    def group(self, name: str) -> tuple[LawItem, ...]:
        """The items of a group, in their order."""
        return tuple(item for item in self.items.values() if item.group == name)


@cache
def load_law() -> Law:
    """The rules and what stands beside them. Raises BadContent for one without place, source and date, with a reply,
    a body or a point nobody knows, or that may not be asked and has no exception."""
    replies = {
        entry: Reply(entry, wording(entry, table), table.get("after", False))
        for entry, table in read_table("law_replies.toml").items()
    }
    bodies, points = _lines("law_bodies.toml"), _lines("law_points.toml")
    items = {entry: _item(entry, table) for entry, table in read_table("law.toml").items()}
    for item in items.values():
        check_item(item, replies, bodies, points)
    topics = {
        entry: OwnTopic(entry, wording(entry, table), wording(entry, table["help"]), tuple(table["law"]))
        for entry, table in read_table("openness.toml").items()
    }
    if unknown := {law for topic in topics.values() for law in topic.law} - set(items):
        raise BadContent(", ".join(sorted(unknown)), "no such rule")
    return Law(
        MappingProxyType(items),
        MappingProxyType(replies),
        MappingProxyType(bodies),
        MappingProxyType(points),
        MappingProxyType(topics),
    )


def check_item(
    item: LawItem, replies: Mapping[str, object], bodies: Mapping[str, object], points: Mapping[str, object]
) -> None:
    """Raises BadContent for an item that names what is not there, or a ban without its exception (PR9)."""
    if item.group not in GROUPS:
        raise BadContent(item.id, f"no group {item.group}")
    if unknown := (set(item.replies) - set(replies)) | (set(item.whom) - set(bodies)):
        raise BadContent(item.id, f"names {', '.join(sorted(unknown))}")
    if not item.whom:
        raise BadContent(item.id, "nobody to ask")
    if item.group == "may_not_ask" and item.unless is None:
        raise BadContent(item.id, "a ban without its exception")
    if item.stands.status is RuleStatus.TO_VERIFY and item.stands.verify not in points:
        raise BadContent(item.id, f"no point {item.stands.verify}")


def _item(entry: str, table: Mapping[str, Any]) -> LawItem:
    return LawItem(
        entry,
        table.get("group", ""),
        wording(entry, table),
        wording(f"{entry}.rule", table["rule"]),
        wording(f"{entry}.unless", table["unless"]) if "unless" in table else None,
        read_rule(entry, table, "place"),
        tuple(table["replies"]),
        tuple(table["whom"]),
    )


def _lines(name: str) -> dict[str, Line]:
    return {entry: Line(entry, wording(entry, table)) for entry, table in read_table(name).items()}
