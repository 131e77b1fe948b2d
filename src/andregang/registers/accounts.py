"""Regnskapsregisteret: the accounts last filed (substance API3–API5)."""

from typing import Any

from andregang.domain.company import Accounts, Scope
from andregang.registers import json_answers as answer
from andregang.registers.refusal import NotFetched, Obstacle

_SCOPES = {"SELSKAP": Scope.COMPANY, "KONSERN": Scope.GROUP}


def accounts_address(base: str, number: str) -> str:
    """Where the accounts of a unit stand."""
    return f"{base}/regnskap/{number}"


def read_accounts(data: bytes) -> tuple[Accounts, ...]:
    """All accounts sent, the newest first, the company's before the group's. Raises NotFetched."""
    found = answer.parse(data)
    found = [found] if isinstance(found, dict) and "regnskapsperiode" in found else found
    if not isinstance(found, list):
        raise NotFetched("", Obstacle.NOT_UNDERSTOOD)
    years = [_year(row) for row in found if isinstance(row, dict)]
    told = [one for one in years if one.ends]
    if found and not told:
        raise NotFetched("", Obstacle.NOT_UNDERSTOOD)
    scopes = list(Scope)
    return tuple(sorted(told, key=lambda one: (-(one.ends.toordinal() if one.ends else 0), scopes.index(one.scope))))


def _year(row: Any) -> Accounts:
    operating = answer.within(row, "resultatregnskapResultat", "driftsresultat")
    revenue = answer.number(operating, "driftsinntekter", "sumDriftsinntekter")
    return Accounts(
        scope=_SCOPES.get(answer.text(row, "regnskapstype"), Scope.UNKNOWN),
        begins=answer.day(row, "regnskapsperiode", "fraDato"),
        ends=answer.day(row, "regnskapsperiode", "tilDato"),
        currency=_currency(row),
        revenue=answer.number(operating, "driftsinntekter") if revenue is None else revenue,
        operating_result=answer.number(operating, "driftsresultat"),
        result=answer.number(row, "resultatregnskapResultat", "aarsresultat"),
        assets=answer.number(row, "eiendeler", "sumEiendeler"),
        equity=answer.number(row, "egenkapitalGjeld", "egenkapital", "sumEgenkapital"),
        debt=answer.number(row, "egenkapitalGjeld", "gjeldOversikt", "sumGjeld"),
        liquidation=answer.flag(row, "avviklingsregnskap") is True,
        unaudited=answer.flag(row, "revisjon", "ikkeRevidertAarsregnskap") is True,
    )


def _currency(row: Any) -> str:
    said = (answer.text(row, "valuta") or answer.text(row, "valuta", "kode")).upper()
    return said if len(said) == 3 and said.isalpha() else ""
