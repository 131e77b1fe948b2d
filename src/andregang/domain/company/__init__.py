"""The employer: what is known about it, from whom and when, and what one should still find out."""

from andregang.domain.company.dossier import Dossier, YearOfAccounts, compile_dossier, facts_of_ad
from andregang.domain.company.facts import (
    accounts_in,
    facts_of_accounts,
    facts_of_parts,
    facts_of_roles,
    facts_of_unit,
    write_accounts,
)
from andregang.domain.company.figures import Absent, Caution, Derived, Level, Measure, cautions_of, derive
from andregang.domain.company.model import (
    Accounts,
    CompanyFact,
    FactField,
    FactSource,
    RoleHolder,
    Scope,
    State,
    Unit,
    UnitsFound,
)
from andregang.domain.company.number import is_number, read_number
from andregang.domain.company.saying import Said, Saying, sayings
from andregang.domain.company.typed import FIGURES, read_typed
from andregang.domain.company.worksheet import ENOUGH, LINES, Worksheet, WorksheetLine, fill_worksheet

__all__ = [
    "ENOUGH",
    "FIGURES",
    "LINES",
    "Absent",
    "Accounts",
    "Caution",
    "CompanyFact",
    "Derived",
    "Dossier",
    "FactField",
    "FactSource",
    "Level",
    "Measure",
    "RoleHolder",
    "Said",
    "Saying",
    "Scope",
    "State",
    "Unit",
    "UnitsFound",
    "Worksheet",
    "WorksheetLine",
    "YearOfAccounts",
    "accounts_in",
    "cautions_of",
    "compile_dossier",
    "derive",
    "facts_of_accounts",
    "facts_of_ad",
    "facts_of_parts",
    "facts_of_roles",
    "facts_of_unit",
    "fill_worksheet",
    "is_number",
    "read_number",
    "read_typed",
    "sayings",
    "write_accounts",
]
