"""Several offers side by side: the same terms of each, and how each stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from andregang.domain.decision.model import View

TERMS = (
    "pay",
    "percentage",
    "start",
    "probation",
    "notice",
    "hours",
    "place",
    "holiday",
    "pension",
    "other",
    "answer_by",
)
"""What an offer is compared on; free text, as the person writes it."""

LONGEST_TERM = 200
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Column:
    """One offer: its id ("" is this job), what it is called, its terms, and the views of all twelve decisions."""

    id: str
    name: str
    terms: Mapping[str, str]
    views: tuple[View, ...]


def terms_in_use(columns: Sequence[Column]) -> tuple[str, ...]:
    """The terms something is written about, in their order."""
    return tuple(term for term in TERMS if any(column.terms.get(term, "").strip() for column in columns))


def unlike(columns: Sequence[Column], decision: str) -> bool:
    """Whether the offers differ in what is known of a decision or how it stands."""
    seen = {(view.known, view.answer) for column in columns for view in column.views if view.decision == decision}
    return len(seen) > 1


def read_terms(given: Mapping[str, str]) -> dict[str, str]:
    """The terms of a form: white space folded, cut at 200 letters, empty ones left out."""
    folded = {term: " ".join(given.get(term, "").split())[:LONGEST_TERM] for term in TERMS}
    return {term: said for term, said in folded.items() if said}
