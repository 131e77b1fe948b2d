"""The clock of a run: where one is, and signs that come in time."""

import random

import pytest

from andregang.domain.case import SIGN_SECONDS, Sign, compare, kept_time, read_clock

from .clocks import TABLE


@pytest.mark.parametrize(("planned", "changes", "now", "limit", "said"), TABLE)
def test_the_clock_says_what_the_table_says(planned, changes, now, limit, said):
    clock = read_clock(planned, changes, now, limit)
    assert {
        "part": clock.part,
        "part_left": pytest.approx(clock.part_left),
        "predicted": pytest.approx(clock.predicted),
        "part_sign": clock.part_sign.value,
        "whole_sign": clock.whole_sign.value,
    } == said


def simulated(chance: random.Random) -> tuple[list[int], list[float], float, int]:
    """A plan, the moments a person went on, the end, and the limit: parts take half to double their plan."""
    planned = [15 * chance.randrange(2, 20) for _ in range(chance.randrange(1, 9))]
    limit = sum(planned) + 15 * chance.randrange(0, 8)
    moments, now = [], 0.0
    for plan in planned:
        now += plan * chance.choice([chance.uniform(0.5, 1.1), chance.uniform(0.9, 2.0)])
        moments.append(now)
    return planned, moments[:-1], now, limit


def test_in_every_simulated_run_that_overruns_a_sign_stands_half_a_minute_before():
    chance = random.Random(3)
    overran = foreseen = 0
    for _ in range(1500):
        planned, changes, ended, limit = simulated(chance)
        if ended <= limit or limit <= SIGN_SECONDS:
            continue
        overran += 1
        moment = limit - SIGN_SECONDS
        clock = read_clock(planned, [c for c in changes if c <= moment], moment, limit)
        assert clock.whole_sign in (Sign.OVERRUN, Sign.ENDING)
        foreseen += clock.whole_sign is Sign.OVERRUN
    assert overran > 300
    # Most are not only near their end: the overrun itself is foretold.
    assert foreseen / overran > 0.8


def test_in_every_simulated_part_a_sign_stands_half_a_minute_before_its_end():
    chance = random.Random(5)
    for _ in range(500):
        planned, changes, _, limit = simulated(chance)
        begins = [0.0, *changes]
        for part, begun in enumerate(begins):
            moment = begun + planned[part] - SIGN_SECONDS
            if planned[part] >= SIGN_SECONDS and (part == len(changes) or changes[part] > moment):
                assert read_clock(planned, changes[:part], moment, limit).part_sign is Sign.PART_ENDING


def test_a_run_on_its_plan_shows_no_overrun():
    planned, limit = [60, 120, 120, 60], 420
    for now in range(0, 355, 5):
        changes = [float(mark) for mark in (60, 180, 300) if mark <= now]
        assert read_clock(planned, changes, float(now), limit).whole_sign is Sign.NONE


def test_plan_and_run_stand_side_by_side_and_a_part_never_reached_took_nothing():
    parts = compare(["a", "b", "c"], [60, 60, 60], [70.0], 100.0)
    assert [(p.title, p.planned, p.took, p.difference) for p in parts] == [
        ("a", 60, 70, 10),
        ("b", 60, 30, -30),
        ("c", 60, 0, -60),
    ]


@pytest.mark.parametrize(("ended", "kept"), [(600, True), (629, True), (631, False), (569, False)])
def test_time_is_kept_within_five_per_cent(ended, kept):
    assert kept_time(600, ended) is kept
