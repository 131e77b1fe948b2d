"""The two printed pages: what one looks at in the last hour."""

from dataclasses import dataclass

from andregang.domain.plan import Plan
from andregang.domain.preparation import Preparation
from andregang.domain.readiness import Readiness


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything the printed sheet, the phone sheet and the web page show, cut to fit two A4 pages."""

    preparation: Preparation
    plan: Plan
    readiness: Readiness


def assemble_brief(preparation: Preparation, plan: Plan, readiness: Readiness) -> Brief:
    """The brief of a preparation."""
    raise NotImplementedError
