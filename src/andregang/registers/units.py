"""Enhetsregisteret: units by name or number, their parts and who holds which role (substance API1, API4)."""

from typing import Any
from urllib.parse import urlencode

from andregang.domain.company import RoleHolder, State, Unit, UnitsFound
from andregang.registers import json_answers as answer
from andregang.registers.refusal import NotFetched, Obstacle

MOST_HITS = 20
MOST_ROLES = 60


def search_address(base: str, name: str) -> str:
    """Where units of a name are asked for."""
    return f"{base}/enheter?{urlencode({'navn': name, 'size': MOST_HITS})}"


def unit_address(base: str, number: str) -> str:
    """Where one unit stands."""
    return f"{base}/enheter/{number}"


def roles_address(base: str, number: str) -> str:
    """Where the roles of a unit stand."""
    return f"{base}/enheter/{number}/roller"


def parts_address(base: str, number: str) -> str:
    """Where the workplaces of a unit stand."""
    return f"{base}/underenheter?{urlencode({'overordnetEnhet': number, 'size': MOST_HITS})}"


def read_units(data: bytes, list_name: str = "enheter") -> UnitsFound:
    """A page of a search; `list_name` is "underenheter" for workplaces. Raises NotFetched."""
    found = answer.parse(data)
    if not isinstance(found, dict) or answer.within(found, "page") is None:
        raise NotFetched("", Obstacle.NOT_UNDERSTOOD)
    units = tuple(unit for row in answer.rows(found, "_embedded", list_name) if (unit := _unit(row)))
    return UnitsFound(units, max(answer.number(found, "page", "totalElements") or 0, len(units)))


def read_unit(data: bytes) -> Unit:
    """One unit. Raises NotFetched."""
    unit = _unit(answer.parse(data))
    if unit is None:
        raise NotFetched("", Obstacle.NOT_UNDERSTOOD)
    return unit


def _unit(row: Any) -> Unit | None:
    number, name = answer.text(row, "organisasjonsnummer"), answer.text(row, "navn")
    if not number or not name:
        return None
    return Unit(
        number=number,
        name=name,
        form=answer.text(row, "organisasjonsform", "kode"),
        form_words=answer.text(row, "organisasjonsform", "beskrivelse"),
        industry=answer.text(row, "naeringskode1", "beskrivelse"),
        employees=answer.number(row, "antallAnsatte"),
        employees_known=answer.flag(row, "harRegistrertAntallAnsatte"),
        place=_place(row),
        founded=answer.day(row, "stiftelsesdato"),
        registered=answer.day(row, "registreringsdatoEnhetsregisteret"),
        parent=answer.text(row, "overordnetEnhet"),
        purpose=answer.text(row, "vedtektsfestetFormaal") or answer.text(row, "aktivitet"),
        website=answer.text(row, "hjemmeside"),
        states=_states(row),
        deleted=answer.day(row, "slettedato"),
    )


def _place(row: Any) -> str:
    for kind in ("forretningsadresse", "beliggenhetsadresse", "postadresse"):
        if place := answer.text(row, kind, "poststed"):
            return place.title() if place.isupper() else place
    return ""


def _states(row: Any) -> tuple[State, ...]:
    said = {
        State.BANKRUPT: answer.flag(row, "konkurs"),
        State.WINDING_UP: answer.flag(row, "underAvvikling"),
        State.FORCED_WINDING_UP: answer.flag(row, "underTvangsavviklingEllerTvangsopplosning"),
        State.DELETED: bool(answer.day(row, "slettedato")),
    }
    return tuple(state for state, so in said.items() if so)


def read_roles(data: bytes) -> tuple[RoleHolder, ...]:
    """Who holds a role now, in the register's order; nobody's date of birth is kept. Raises NotFetched."""
    found = answer.parse(data)
    if not isinstance(found, dict) or not isinstance(found.get("rollegrupper"), list):
        raise NotFetched("", Obstacle.NOT_UNDERSTOOD)
    holders = []
    for group in found["rollegrupper"]:
        since = answer.day(group, "sistEndret")
        for row in answer.rows(group, "roller"):
            name = _holder(row)
            if not name or answer.flag(row, "fratraadt") or answer.flag(row, "avregistrert"):
                continue
            role = answer.text(row, "type", "beskrivelse") or answer.text(group, "type", "beskrivelse")
            holders.append(RoleHolder(role, name, answer.text(row, "type", "kode"), since))
    return tuple(dict.fromkeys(holders))[:MOST_ROLES]


def _holder(row: Any) -> str:
    if answer.flag(row, "person", "erDoed"):
        return ""
    parts = (answer.text(row, "person", "navn", part) for part in ("fornavn", "mellomnavn", "etternavn"))
    return " ".join(part for part in parts if part) or answer.text(row, "enhet", "navn")
