"""What the registers answer, as facts one by one; accounts are one fact a year, for their figures belong together."""

import datetime as dt
import json
from dataclasses import asdict, replace

from andregang.domain.company.model import Accounts, CompanyFact, FactField, FactSource, RoleHolder, Scope, Unit
from andregang.domain.company.model import UnitsFound as Parts

_TOP = frozenset({"DAGL", "LEDE", "NEST", "INNH", "DTPR", "DTSO", "EIKM", "KOMP", "BEST"})
"""The roles one should know the names of: general manager, chair and deputy, owners who answer for the debts."""

_ROLES_KEPT = 8


def facts_of_unit(unit: Unit, address: str, today: dt.date) -> tuple[CompanyFact, ...]:
    """What Enhetsregisteret says of the unit itself. A number of employees that is not given becomes no fact."""
    values = {
        FactField.NAME: unit.name,
        FactField.NUMBER: unit.number,
        FactField.STATE: " ".join(unit.states),
        FactField.FORM: unit.form_words or unit.form,
        FactField.INDUSTRY: unit.industry,
        FactField.EMPLOYEES: "" if unit.employees is None else str(unit.employees),
        FactField.PLACE: unit.place,
        FactField.FOUNDED: unit.founded.isoformat() if unit.founded else "",
        FactField.REGISTERED: unit.registered.isoformat() if unit.registered and not unit.founded else "",
        FactField.PARENT: unit.parent,
        FactField.PURPOSE: unit.purpose,
        FactField.WEBSITE: unit.website,
    }
    return tuple(
        CompanyFact(field, value, FactSource.UNITS, today, address=address) for field, value in values.items() if value
    )


def facts_of_roles(roles: tuple[RoleHolder, ...], address: str, today: dt.date) -> tuple[CompanyFact, ...]:
    """Who leads and who answers for it; the words of the role stand beside the name. At most eight."""
    chosen = [one for one in roles if one.code in _TOP] or list(roles)
    return tuple(
        CompanyFact(FactField.ROLE, one.name, FactSource.UNITS, today, address=address, words=one.role)
        for one in chosen[:_ROLES_KEPT]
    )


def facts_of_parts(parts: Parts, address: str, today: dt.date) -> tuple[CompanyFact, ...]:
    """How many workplaces it has, with the places of the first ones."""
    places = ", ".join(dict.fromkeys(unit.place for unit in parts.units if unit.place))
    return (CompanyFact(FactField.SUBUNITS, str(parts.total), FactSource.UNITS, today, address=address, words=places),)


def facts_of_accounts(
    years: tuple[Accounts, ...], address: str, today: dt.date, source: FactSource = FactSource.ACCOUNTS
) -> tuple[CompanyFact, ...]:
    """One fact a year and kind of accounts."""
    return tuple(CompanyFact(FactField.ACCOUNTS, write_accounts(one), source, today, address=address) for one in years)


def write_accounts(accounts: Accounts) -> str:
    """Accounts as the text of a fact."""
    values = {
        name: value.isoformat() if isinstance(value, dt.date) else value for name, value in asdict(accounts).items()
    }
    # Zero is a figure; only what is missing, empty or false is left out.
    kept = {name: value for name, value in values.items() if value is not None and value != "" and value is not False}
    return json.dumps(kept, sort_keys=True)


def accounts_in(text: str) -> Accounts | None:
    """The accounts of a fact; None for a text that holds none."""
    try:
        values = json.loads(text)
        begins, ends = (dt.date.fromisoformat(values[n]) if values.get(n) else None for n in ("begins", "ends"))
        scope, currency = Scope(values.get("scope", Scope.UNKNOWN)), str(values.get("currency", ""))
        figures = {name: values[name] for name in _FIGURES if isinstance(values.get(name), int)}
        liquidation, unaudited = (values.get(name) is True for name in ("liquidation", "unaudited"))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    kept = Accounts(scope, begins, ends, currency, liquidation=liquidation, unaudited=unaudited)
    return replace(kept, **figures)


_FIGURES = ("revenue", "operating_result", "result", "assets", "equity", "debt")
