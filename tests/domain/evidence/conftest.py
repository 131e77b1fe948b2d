"""Short ways to an ad, a CV and one match."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from andregang.content import load_vocabulary
from andregang.domain.cv import Cv
from andregang.domain.evidence import Match, match_evidence
from andregang.domain.job_ad import JobAd

sys.path.insert(0, str(Path(__file__).parent))

from evidence_making import TODAY, make_ad, make_cv


@pytest.fixture
def ad() -> Callable[..., JobAd]:
    return make_ad


@pytest.fixture
def cv() -> Callable[..., Cv]:
    return make_cv


@pytest.fixture
def judge() -> Callable[..., Match]:
    """The match of one ad line before a CV, by rules and words alone."""

    def one(line: str, *cv_lines: str, title: str = "", years: Sequence[tuple[int, int]] = ()) -> Match:
        (match,) = match_evidence(
            make_ad(line, title=title), make_cv(*cv_lines, years=years), None, load_vocabulary(), TODAY
        )
        return match

    return one
