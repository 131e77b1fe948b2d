"""Checklists, roles, agenda templates, decisions and calming words."""

from functools import cache
from types import MappingProxyType

from andregang.content.model import AgendaPart, Checklist, Decision, Line, MeetingRole
from andregang.content.toml_files import read_table, wording


@cache
def load_checklists() -> tuple[Checklist, ...]:
    """The checklists of substance 1.6 (CLA to CLD) and what to ask about a test (TQ, 4.5). Raises BadContent."""
    return tuple(
        Checklist(
            entry,
            wording(entry, table),
            tuple(Line(item, wording(item, words)) for item, words in table["items"].items()),
        )
        for entry, table in read_table("checklists.toml").items()
    )


@cache
def load_roles() -> tuple[MeetingRole, ...]:
    """Whom one may meet and what each listens for (substance 1.3). Raises BadContent."""
    return tuple(
        MeetingRole(entry, wording(entry, t), wording(entry, t["because"]), wording(entry, t["listens_for"]))
        for entry, t in read_table("roles.toml").items()
    )


@cache
def load_agenda() -> tuple[AgendaPart, ...]:
    """Typical parts of the meeting with minutes (substance 1.4). Raises BadContent."""
    return tuple(
        AgendaPart(
            entry,
            wording(entry, table),
            MappingProxyType({int(whole): part for whole, part in table["minutes"].items()}),
        )
        for entry, table in read_table("agendas.toml").items()
    )


@cache
def load_decisions() -> tuple[Decision, ...]:
    """What the candidate must be able to decide (substance 3.16). Raises BadContent."""
    return tuple(
        Decision(entry, wording(entry, table), table.get("required", False))
        for entry, table in read_table("decisions.toml").items()
    )


@cache
def load_nervousness() -> tuple[Line, ...]:
    """What to say to someone who is nervous (substance 2.7). Raises BadContent."""
    return tuple(Line(entry, wording(entry, table)) for entry, table in read_table("nervousness.toml").items())


@cache
def load_referee_advice() -> tuple[Line, ...]:
    """How to choose and brief referees (substance 7.3). Raises BadContent."""
    return tuple(Line(entry, wording(entry, table)) for entry, table in read_table("referee_advice.toml").items())
