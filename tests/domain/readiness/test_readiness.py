"""How a line of the ad stands."""

import pytest

from andregang.domain.cv import CvSection
from andregang.domain.evidence import Basis, Evidence, Match, Strength
from andregang.domain.job_ad import AdItem, ItemKind
from andregang.domain.readiness import Readiness, Standing, readiness_of, standing_of
from andregang.domain.source import Quote

QUOTE = Quote("0" * 64, 0, 3, "abc")


def match(strength: Strength, *bases: Basis, rule: str = "", quality: bool = False) -> Match:
    item = AdItem(ItemKind.QUALITY if quality else ItemKind.TASK, QUOTE)
    evidence = tuple(Evidence(QUOTE, CvSection.WORK, 0.5, basis) for basis in bases)
    return Match(item, strength, evidence, rule=rule, asks_for_example=quality)


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        (match(Strength.DIRECT, Basis.RULE, rule="years"), Standing.WELL),
        (match(Strength.DIRECT, Basis.MEANING), Standing.WELL),
        (match(Strength.DIRECT, Basis.WORDS), Standing.THIN),
        (match(Strength.TRANSFERABLE, Basis.MEANING), Standing.THIN),
        (match(Strength.TRANSFERABLE, Basis.PERSON), Standing.WELL),
        (match(Strength.NONE), Standing.NOT_FOUND),
        (match(Strength.NONE, quality=True), Standing.NOT_ASSESSED),
        (match(Strength.NONE, Basis.PERSON, quality=True), Standing.WELL),
    ],
)
def test_a_line_stands_as_its_evidence_carries(given: Match, standing: Standing) -> None:
    assert standing_of(given) is standing


def test_nothing_is_assessed_without_a_cv() -> None:
    assert standing_of(match(Strength.NONE), cv_given=False) is Standing.NOT_ASSESSED
    assert standing_of(match(Strength.NONE, Basis.PERSON), cv_given=False) is Standing.WELL


def test_the_counts_cover_every_line_once() -> None:
    lines = (match(Strength.DIRECT, Basis.MEANING), match(Strength.NONE), match(Strength.NONE, quality=True))
    assert readiness_of(lines) == Readiness(well=1, thin=0, not_found=1, not_assessed=1)
    assert readiness_of(()) == Readiness(0, 0, 0, 0)
