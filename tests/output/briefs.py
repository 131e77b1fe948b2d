"""Briefs of the invented preparations, and files compared whole with what is expected of them."""

import os
from pathlib import Path

from andregang.domain.brief import Brief, assemble_brief
from andregang.domain.preparation import Preparation
from andregang.domain.readiness import readiness_of

from .preparations import a_plan

EXPECTED = Path(__file__).parent / "expected"


def brief_of(preparation: Preparation, days: int = 4) -> Brief:
    plan = a_plan(preparation.ad, days if preparation.start else 0)
    return assemble_brief(preparation, plan, readiness_of(preparation.matches))


def compare(name: str, made: str) -> None:
    """The whole text as it is expected; UPDATE_EXPECTED=1 writes it instead, to be read in the diff."""
    path = EXPECTED / name
    if os.environ.get("UPDATE_EXPECTED"):
        EXPECTED.mkdir(exist_ok=True)
        path.write_bytes(made.encode())
    assert path.exists(), f"{name} is missing: UPDATE_EXPECTED=1 pytest tests/output"
    assert made == path.read_bytes().decode()
