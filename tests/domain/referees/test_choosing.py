"""The fewest referees that cover the most important claims, one who has led among them."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.domain.referees import Claim, Referee, Relation, smallest_set

from .graphs import graph, telling


def by_trying_all(referees: list[Referee], claims: list[Claim]) -> tuple[int, int, int]:
    """Size, how many have said yes and weight of the best choice, found by trying every one."""
    able = [one for one in referees if one.agreed is not False]
    needs = []
    for claim in sorted(claims, key=lambda one: -one.weight)[:6]:
        needs.append({one.id for one in able if claim.example.id in one.claims})
    needs.append({one.id for one in able if one.leads})
    needs = [need for need in needs if need]
    for size in range(len(able) + 1):
        best = None
        for some in combinations(able, size):
            ids = {one.id for one in some}
            if all(need & ids for need in needs):
                said_yes = sum(one.agreed is True for one in some)
                heavy = sum(c.weight for c in claims if any(c.example.id in one.claims for one in some))
                best = max(best or (-1, -1), (said_yes, heavy))
        if best:
            return size, *best
    raise AssertionError


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_no_smaller_and_no_better_set_is_found_by_trying_all(seed):
    referees, claims = graph(Random(seed))
    chosen = smallest_set(referees, claims)
    heavy = sum(claim.weight for claim in chosen.covered)
    said_yes = sum(one.agreed is True for one in chosen.referees)
    assert (len(chosen.referees), said_yes, heavy) == by_trying_all(referees, claims)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_what_is_told_of_the_choice_is_so(seed):
    referees, claims = graph(Random(seed))
    chosen = smallest_set(referees, claims)
    confirmed = {example for one in chosen.referees for example in one.claims}
    assert [claim for claim in claims if claim.example.id in confirmed] == list(chosen.covered)
    assert all(one.agreed is not False for one in chosen.referees)
    assert chosen.manager is any(one.leads for one in chosen.referees)
    for claim in chosen.uncovered:
        assert not any(claim.example.id in one.claims for one in referees if one.agreed is not False)


def somebody(name: str, *claims: str, leads: bool = False, agreed: bool | None = None) -> Referee:
    return Referee(name, name, "", Relation.LED_ME if leads else Relation.BESIDE, "", claims, None, agreed)


CLAIMS = [Claim(telling("a"), 6), Claim(telling("b"), 3), Claim(telling("c"), 1)]


def names(referees, claims=CLAIMS) -> list[str]:
    return [one.name for one in smallest_set(referees, claims).referees]


def test_one_who_led_and_saw_all_is_enough_for_the_claims_but_one_more_is_wished_for():
    chosen = smallest_set([somebody("Ola", "a", "b"), somebody("Kari", "a", "b", "c", leads=True)], CLAIMS)
    assert [one.name for one in chosen.referees] == ["Kari"]
    assert chosen.another


def test_one_who_has_led_is_among_them_though_others_saw_all():
    assert names([somebody("Ola", "a", "b", "c"), somebody("Kari", leads=True)]) == ["Ola", "Kari"]


def test_who_has_said_no_is_not_chosen():
    referees = [somebody("Ola", "a", "b", "c", agreed=False), somebody("Kari", "a", leads=True)]
    chosen = smallest_set(referees, CLAIMS)
    assert [one.name for one in chosen.referees] == ["Kari"]
    assert [claim.example.id for claim in chosen.uncovered] == ["b", "c"]


def test_of_two_alike_the_one_who_has_said_yes_is_chosen():
    assert names([somebody("Ola", "a", "b", "c"), somebody("Per", "a", "b", "c", agreed=True)]) == ["Per"]


@pytest.mark.parametrize("count", [30])
def test_many_referees_and_examples_are_chosen_among(count):
    referees, claims = graph(Random(count), most_referees=60, most_examples=40)
    assert len(smallest_set(referees, claims).referees) <= 7
