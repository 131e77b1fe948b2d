"""The bench of remembering, small: the schedule is at least as good as each of the others, and the others are none of
them a straw man."""

import importlib.util
import statistics
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench" / "recall.py"


@pytest.fixture(scope="module")
def recall():
    spec = importlib.util.spec_from_file_location("recall_bench", BENCH)
    module = importlib.util.module_from_spec(spec)
    sys.modules["recall_bench"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def means(recall):
    found = recall.simulate(24, horizons=(1, 3, 7))
    return {
        days: dict(zip(recall.WAYS, (statistics.fmean(column) for column in zip(*rows, strict=True)), strict=True))
        for days, rows in found.items()
    }


@pytest.mark.parametrize("days", [1, 3, 7])
@pytest.mark.parametrize("other", ["fsrs", "SM-2", "even spacing"])
def test_ours_remembers_at_least_as_much(means, days, other):
    assert means[days]["ours"] >= means[days][other]


@pytest.mark.parametrize("days", [1, 3, 7])
def test_every_way_is_better_than_none(means, days):
    assert all(means[days][way] > means[days]["none"] + 0.1 for way in ("ours", "fsrs", "SM-2", "even spacing"))


def test_all_use_the_same_minutes(recall):
    used = []
    for make in (recall.ours, recall.fsrs_alone, recall.sm2, recall.even):
        case = recall.Case(3, 3)
        way, history = make(), {}
        chosen = way(case, history, 0)
        used.append(min(len(chosen), case.slots()))
    assert used == [recall.Case(3, 3).slots()] * 4
