"""Two thousand practice tasks, each with exactly one right answer by solvers that share nothing with the generators.

The generators predict or derive; these solvers try out. A grid is completed with every option and the whole grid is
looked at; a number is found by searching for the one that makes an equation true; a claim is held against every order
and every way the groups can be filled.
"""

import json
from itertools import pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.domain.aptitude import (
    ORDER,
    Asked,
    Cell,
    Feature,
    PracticeSet,
    Rule,
    Says,
    TaskKind,
    Verdict,
    choices,
    make_set,
    make_task,
    read_set,
    write_set,
)
from andregang.domain.errors import InvalidInput

EACH = 670
MATRICES = [make_task(TaskKind.MATRIX, seed) for seed in range(EACH)]
NUMBERS = [make_task(TaskKind.NUMBERS, seed) for seed in range(EACH)]
VERBALS = [make_task(TaskKind.VERBAL, seed) for seed in range(EACH)]

FILLS, SHAPES = ("empty", "striped", "filled"), ("circle", "square", "triangle", "diamond")


def as_numbers(cell: Cell) -> tuple[int, int, int]:
    return SHAPES.index(cell.shape.value), FILLS.index(cell.fill.value), cell.count


def orderly(grid: list[int], *, counted: bool) -> bool:
    """Whether nine numbers make sense as a whole, along the rows or down the columns."""
    down = [grid[r * 3 + c] for c in range(3) for r in range(3)]
    return any(_rows_orderly([g[0:3], g[3:6], g[6:9]], counted) for g in (grid, down))


def _rows_orderly(rows: list[list[int]], counted: bool) -> bool:
    unchanged = all(max(row) == min(row) for row in rows)
    shuffled = len({tuple(sorted(row)) for row in rows}) == 1 and len(set(rows[0])) == 3
    if unchanged or shuffled or not counted:
        return unchanged or shuffled
    slopes = {(row[1] - row[0], row[2] - row[1]) for row in rows}
    rising = len(slopes) == 1 and len(set(next(iter(slopes)))) == 1 and (0, 0) not in slopes
    adding = all(row[2] - row[1] - row[0] == 0 for row in rows)
    taking = all(row[2] + row[1] - row[0] == 0 for row in rows)
    return rising or adding or taking


def test_every_grid_is_completed_by_exactly_one_option():
    for task in MATRICES:
        given_cells = [as_numbers(cell) for cell in task.cells]
        fitting = []
        for place, option in enumerate(task.options):
            grids = list(zip(*[*given_cells, as_numbers(option)], strict=True))
            if all(orderly(list(grid), counted=at == 2) for at, grid in enumerate(grids)):
                fitting.append(place)
        assert fitting == [task.answer], task


def test_no_value_beyond_the_options_would_complete_a_grid_either():
    for task in MATRICES[:200]:
        given_cells = [as_numbers(cell) for cell in task.cells]
        whole = [
            (shape, fill, count)
            for shape, fill, count in product(range(4), range(3), range(0, 13))
            if all(
                orderly(list(grid), counted=at == 2)
                for at, grid in enumerate(zip(*[*given_cells, (shape, fill, count)], strict=True))
            )
        ]
        assert whole == [as_numbers(task.options[task.answer])], task


def test_every_wrong_cell_is_explained_by_what_differs():
    for task in MATRICES:
        right = task.options[task.answer]
        assert len(set(task.options)) == 6
        for option, wrong in zip(task.options, task.wrong, strict=True):
            assert set(wrong) == {f for f in Feature if option.of(f) != right.of(f)}
            assert bool(wrong) == (option != right)


def fits(task, number) -> bool:
    """Whether a number answers the question, by putting it back into the table."""
    values, row = task.values, task.values[task.row]
    if task.asked is Asked.CHANGE:
        return row[task.first] * (100 + number) == 100 * row[task.last]
    if task.asked is Asked.SHARE:
        return 100 * row[task.last] == number * sum(values[at][task.last] for at in range(len(values)))
    if task.asked is Asked.AVERAGE:
        return sum(cell - number for cell in row) == 0
    other = values[task.other]
    return other[task.first] + other[task.last] + number == row[task.first] + row[task.last]


def test_every_question_about_a_table_is_answered_by_exactly_one_option():
    for task in NUMBERS:
        assert [place for place, number in enumerate(task.options) if fits(task, number)] == [task.answer], task
        assert len(set(task.options)) == 5


def test_every_wrong_number_is_explained_and_stands_apart():
    for task in NUMBERS:
        assert [slip is None for slip in task.slips].count(True) == 1
        assert task.slips[task.answer] is None
        ordered = sorted(task.options)
        assert all(b - a >= 1 for a, b in pairwise(ordered))
        assert all(value > 0 for line in task.values for value in line)


def held(sentence, order) -> bool:
    return order.index(sentence.first) < order.index(sentence.second)


def verdict_of(outcomes: set[bool]) -> Verdict:
    assert outcomes, "the sentences cannot all be true"
    if outcomes == {True}:
        return Verdict.FOLLOWS
    return Verdict.CONTRADICTED if outcomes == {False} else Verdict.UNKNOWN


WORLDS = [
    [region for region, lived_in in zip(product((0, 1), repeat=3), bits, strict=True) if lived_in]
    for bits in product((0, 1), repeat=8)
]


def true_in(sentence, world) -> bool:
    if sentence.says is Says.ALL:
        return all(region[sentence.second] for region in world if region[sentence.first])
    together = any(region[sentence.first] and region[sentence.second] for region in world)
    return together == (sentence.says is Says.SOME)


def test_every_claim_has_exactly_one_verdict_over_all_that_can_be():
    for task in VERBALS:
        if task.of_order:
            orders = [o for o in permutations(range(len(task.names))) if all(held(p, o) for p in task.premises)]
            outcomes = {held(task.claim, order) for order in orders}
        else:
            worlds = [
                w for w in WORLDS
                if all(any(region[g] for region in w) for g in range(3)) and all(true_in(p, w) for p in task.premises)
            ]  # fmt: skip
            outcomes = {true_in(task.claim, world) for world in worlds}
        assert verdict_of(outcomes) is task.answer, task


def test_a_chain_is_made_of_what_is_told_and_ends_where_the_claim_does():
    for task in VERBALS:
        if task.of_order and task.answer is not Verdict.UNKNOWN:
            told = {(p.first, p.second) for p in task.premises}
            assert all(pair in told for pair in pairwise(task.chain))
            assert {task.chain[0], task.chain[-1]} == {task.claim.first, task.claim.second}
            assert len(task.chain) > 2


def test_two_thousand_tasks_of_every_sort_were_tried():
    assert len(MATRICES) + len(NUMBERS) + len(VERBALS) >= 2000
    assert {rule for task in MATRICES for _, rule in task.rules} == set(Rule)
    assert {task.asked for task in NUMBERS} == set(Asked)
    assert {(task.of_order, task.answer) for task in VERBALS} == set(product((True, False), Verdict))
    for tasks, options in ((MATRICES, 6), (NUMBERS, 5), (VERBALS, 3)):
        counted = [sum(int(task.answer) == place for task in tasks) for place in range(options)]
        assert min(counted) > EACH / options * 0.6, counted


@pytest.mark.parametrize("kind", list(TaskKind))
def test_a_seed_always_gives_the_same_task(kind: TaskKind):
    assert make_task(kind, 7) == make_task(kind, 7)
    assert make_task(kind, 7) != make_task(kind, 8)


def test_a_set_has_every_kind_and_no_task_twice():
    tasks = make_set(11)
    assert [task.kind for task in tasks] == list(ORDER)
    assert len(set(map(repr, tasks))) == len(tasks)


@given(
    st.integers(0, 10**6),
    st.dictionaries(st.integers(1, 12), st.tuples(st.integers(0, 2), st.integers(0, 900)), max_size=12),
)
def test_a_set_put_down_is_taken_up_as_it_was(seed: int, answers: dict[int, tuple[int, int]]):
    practice = PracticeSet(seed)
    for number, (option, seconds) in answers.items():
        practice = practice.with_answer(number, option, seconds)
    assert read_set(write_set(practice)) == practice
    assert json.loads(write_set(practice))["practice"] is True


@given(st.text(max_size=100))
def test_what_is_no_set_is_none(text: str):
    read_set(text)


def test_the_first_answer_stands():
    practice = PracticeSet(3).with_answer(1, 2, 30).with_answer(1, 4, 5)
    assert practice.answered[1].option == 2
    assert practice.next_task == 2


@pytest.mark.parametrize(("number", "option"), [(0, 0), (13, 0), (1, 6), (1, -1), (9, 3)])
def test_what_is_no_option_is_refused(number: int, option: int):
    with pytest.raises(InvalidInput):
        PracticeSet(3).with_answer(number, option, 1)


def test_right_answers_are_counted():
    practice = PracticeSet(5)
    for number, task in enumerate(practice.tasks, 1):
        wrong = (int(task.answer) + 1) % choices(task)
        practice = practice.with_answer(number, int(task.answer) if number % 2 else wrong, 10)
    assert practice.right == 6
    assert practice.seconds == 120
    assert practice.next_task is None
