"""The worksheet about the employer and where one can look oneself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from andregang.content.toml_files import BadContent, read_table, wording
from andregang.domain.company import LINES
from andregang.domain.text import Language


@dataclass(frozen=True, slots=True)
class WorksheetQuestion:
    """A line of the worksheet (substance 8.3): `questions` are ids of the bank, the best first."""

    id: str
    words: Mapping[Language, str]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompanySource:
    """Where one can look oneself (substance 8.1): what it tells, which decisions it informs, and a link when there is
    one place to go. `verified` tells whether we read it at the source itself."""

    id: str
    name: Mapping[Language, str]
    tells: Mapping[Language, str]
    decisions: tuple[str, ...]
    link: str
    verified: bool


@cache
def load_worksheet() -> tuple[WorksheetQuestion, ...]:
    """The eight lines, in order. Raises BadContent."""
    table = read_table("company.toml")["worksheet"]
    if tuple(table) != LINES:
        raise BadContent("worksheet", "not the lines the domain knows")
    return tuple(WorksheetQuestion(key, wording(key, line), tuple(line["questions"])) for key, line in table.items())


@cache
def load_company_sources() -> tuple[CompanySource, ...]:
    """The sources, in order. Raises BadContent."""
    return tuple(
        CompanySource(
            key,
            wording(key, one),
            wording(key, one["tells"]),
            tuple(one["decisions"]),
            one.get("link", ""),
            one["status"] == "verified",
        )
        for key, one in read_table("company.toml")["source"].items()
    )
