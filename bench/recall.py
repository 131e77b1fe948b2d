"""What is remembered at the interview, the same minutes for all: `python bench/recall.py [cases] [processes]`.

A simulated person has 8 to 40 questions of unequal worth, some minutes each evening, and an interview in 1, 3, 7 or 21
days. Five ways to choose what to practise are tried on the same person: ours, `fsrs` by itself (what is due first, then
new ones, then what is nearest to being forgotten), SM-2 (the same with its intervals), even spacing (round and round),
and nothing at all. Told is the worth remembered at the interview, as a share of all worth.

**The person.** FSRS-6's equations, but not the planner's numbers: each of the 21 parameters is multiplied by a
log-normal factor of its own (sigma 0.3) for each person; each question by another (sigma 0.4) on how long it lasts; it
is answered without any practice with a chance of its own (0 to 0.6). One person in three forgets exponentially and not
by a power. Whether an answer succeeds is drawn beforehand for the n-th answer to a question, so that luck is the same
for all; a success is graded "sure" when recall was above 0.95 and otherwise "good". What failed may come again in the
same sitting when minutes are left, for every way alike. Nobody's planner sees the person's numbers, only the grades.
"""

import datetime as dt
import math
import random
import statistics
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from andregang.domain.schedule import Forecast, Grade, Practised, Rehearsed, Session, make_schedule
from andregang.memory import FsrsMemory

SEED = 20261122
HORIZONS = (1, 3, 7, 21)
MINUTES = 3
FIRST_EVENING = dt.datetime(2026, 11, 2, 18, tzinfo=dt.UTC)
_RATINGS = {Grade.AGAIN: Rating.Again, Grade.GOOD: Rating.Good, Grade.SURE: Rating.Easy}


@dataclass
class Person:
    """A simulated memory: parameters of its own, and for each question how long it lasts and what is known before."""

    parameters: tuple[float, ...]
    exponential: bool
    lasting: list[float]
    known: list[float]
    luck: list[list[float]]
    state: dict[int, tuple[float, float, float]] = field(default_factory=dict)
    answers: dict[int, int] = field(default_factory=dict)

    def recall(self, question: int, day: float) -> float:
        """How likely the question is answered well on a day."""
        if question not in self.state:
            return self.known[question]
        stability, _, last = self.state[question]
        past = max(0.0, day - last) / (stability * self.lasting[question])
        if self.exponential:
            return float(0.9**past)
        decay = -self.parameters[20]
        return float((1 + (0.9 ** (1 / decay) - 1) * past) ** decay)

    def answer(self, question: int, day: float) -> Grade:
        """Practise a question; the person's own grade."""
        number = self.answers.get(question, 0)
        self.answers[question] = number + 1
        likely = self.recall(question, day)
        success = self.luck[question][number % len(self.luck[question])] < likely
        grade = Grade.AGAIN if not success else Grade.SURE if likely > 0.95 else Grade.GOOD
        self.state[question] = self._after(question, grade, likely, day)
        return grade

    def _after(self, question: int, grade: Grade, likely: float, day: float) -> tuple[float, float, float]:
        w, g = self.parameters, {Grade.AGAIN: 1, Grade.GOOD: 3, Grade.SURE: 4}[grade]
        if question not in self.state:
            return w[g - 1], min(10.0, max(1.0, w[4] - math.exp(w[5] * (g - 1)) + 1)), day
        s, d, last = self.state[question]
        if math.floor(day) == math.floor(last):
            grown = math.exp(w[17] * (g - 3 + w[18])) * s ** -w[19]
            s *= max(1.0, grown) if g > 1 else grown
        elif g == 1:
            forgotten = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * math.exp((1 - likely) * w[14])
            s = min(forgotten, s / math.exp(w[17] * w[18]))
        else:
            easy = w[16] if g == 4 else 1.0
            s *= 1 + math.exp(w[8]) * (11 - d) * s ** -w[9] * (math.exp((1 - likely) * w[10]) - 1) * easy
        d += -w[6] * (g - 3) * (10 - d) / 9
        return max(0.01, s), min(10.0, max(1.0, d)), day


@dataclass
class Case:
    """A person, what each question is worth, how many fit in an evening, and the days to the interview."""

    seed: int
    days: int

    def person(self) -> Person:
        chance = random.Random(f"{SEED} {self.seed} {self.days} person")
        bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
        parameters = tuple(
            min(high, max(low, value * math.exp(chance.gauss(0, 0.3))))
            for value, (low, high) in zip(DEFAULT_PARAMETERS, bounds, strict=True)
        )
        many = range(len(self.values()))
        return Person(
            parameters,
            chance.random() < 1 / 3,
            [math.exp(chance.gauss(0, 0.4)) for _ in many],
            [chance.uniform(0, 0.6) for _ in many],
            [[chance.random() for _ in range(40)] for _ in many],
        )

    def values(self) -> list[float]:
        """What the questions are worth, the most worth first, as ours fall from the first to the last."""
        chance = random.Random(f"{SEED} {self.seed} {self.days} worth")
        return sorted((chance.uniform(0.2, 1) for _ in range(chance.randint(8, 40))), reverse=True)

    def slots(self) -> int:
        """How many questions fit in an evening."""
        chance = random.Random(f"{SEED} {self.seed} {self.days} slots")
        return chance.randint(2, min(15, len(self.values())))


History = dict[int, list[tuple[Grade, int]]]
Way = Callable[[Case, History, int], list[int]]
"""Which questions on an evening, the first first, from the grades so far; more than there is room for is cut."""


def ours() -> Way:
    forecast = _forecast()

    def choose(case: Case, history: History, day: int) -> list[int]:
        questions = [
            Rehearsed(
                str(number), value, tuple(Practised(grade, _evening(at)) for grade, at in history.get(number, ()))
            )
            for number, value in enumerate(case.values())
        ]
        sessions = [Session(_evening(at), case.slots() * MINUTES) for at in range(day, case.days)]
        return [int(key) for key in make_schedule(questions, sessions, _interview(case), forecast).first]

    return choose


def fsrs_alone() -> Way:
    scheduler = Scheduler(enable_fuzzing=False)

    def choose(case: Case, history: History, day: int) -> list[int]:
        due: list[tuple[float, int]] = []
        later: list[tuple[float, int]] = []
        for number, answers in history.items():
            card = Card(card_id=1)
            for grade, at in answers:
                card, _ = scheduler.review_card(card, _RATINGS[grade], _evening(at))
            recall = scheduler.get_card_retrievability(card, _evening(day))
            (due if card.due <= _evening(day) else later).append((recall, number))
        return [n for _, n in sorted(due)] + _new(case, history) + [n for _, n in sorted(later)]

    return choose


def sm2() -> Way:
    def choose(case: Case, history: History, day: int) -> list[int]:
        due: list[tuple[float, int]] = []
        later: list[tuple[float, int]] = []
        for number, answers in history.items():
            ease, interval, row, last = 2.5, 1.0, 0, 0
            for grade, at in answers:
                quality = {Grade.AGAIN: 2, Grade.GOOD: 4, Grade.SURE: 5}[grade]
                ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
                row = 0 if quality < 3 else row + 1
                interval = 1.0 if row <= 1 else 6.0 if row == 2 else interval * ease
                last = at
            overdue = day - last - interval
            (due if overdue >= 0 else later).append((-overdue, number))
        return [n for _, n in sorted(due)] + _new(case, history) + [n for _, n in sorted(later)]

    return choose


def even() -> Way:
    def choose(case: Case, history: History, _day: int) -> list[int]:
        return sorted(
            range(len(case.values())), key=lambda number: (len({at for _, at in history.get(number, ())}), number)
        )

    return choose


def _new(case: Case, history: History) -> list[int]:
    return [number for number in range(len(case.values())) if number not in history]


def _evening(day: int) -> dt.datetime:
    return FIRST_EVENING + dt.timedelta(days=day)


def _interview(case: Case) -> dt.datetime:
    return _evening(case.days) - dt.timedelta(hours=8)


@cache
def _forecast() -> Forecast:
    return Forecast(FsrsMemory())


WAYS: dict[str, Callable[[], Way] | None] = {
    "ours": ours, "fsrs": fsrs_alone, "SM-2": sm2, "even spacing": even, "none": None,
}  # fmt: skip


def remembered(case: Case, make: Callable[[], Way] | None) -> float:
    """The worth remembered at the interview, as a share of all worth."""
    person, values, history = case.person(), case.values(), History()
    way = make() if make else None
    for day in range(case.days) if way else ():
        assert way is not None
        waiting, left = way(case, history, day), case.slots()
        while waiting and left:
            number, left = waiting.pop(0), left - 1
            grade = person.answer(number, day + left * 1e-3)
            history.setdefault(number, []).append((grade, day))
            if grade is Grade.AGAIN:
                waiting.append(number)
    hour = case.days - 8 / 24
    gained = sum(value * person.recall(number, hour) for number, value in enumerate(values))
    return gained / sum(values)


def run(case: Case) -> tuple[int, list[float]]:
    return case.days, [remembered(case, way) for way in WAYS.values()]


def simulate(cases: int, horizons: Sequence[int] = HORIZONS, processes: int = 1) -> dict[int, list[list[float]]]:
    """The figures of each case by the days to the interview, one for each of `WAYS` in order."""
    all_cases = [Case(seed, days) for days in horizons for seed in range(cases)]
    found: dict[int, list[list[float]]] = {days: [] for days in horizons}
    if processes == 1:
        results = list(map(run, all_cases))
    else:
        with ProcessPoolExecutor(processes) as pool:
            results = list(pool.map(run, all_cases, chunksize=20))
    for days, figures in results:
        found[days].append(figures)
    return found


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    processes = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    found = simulate(cases, processes=processes)
    print(
        f"worth remembered at the interview, {cases} persons for each number of days (± is two standard errors of the"
    )
    print("difference to ours, the same persons)")
    print(f"{'days':>5} " + " ".join(f"{name:>20}" for name in WAYS))
    for days, figures in found.items():
        first = statistics.fmean(row[0] for row in figures)
        cells = [f"{first:>20.4f}"]
        for place in range(1, len(WAYS)):
            gaps = [row[0] - row[place] for row in figures]
            error = 2 * statistics.stdev(gaps) / math.sqrt(len(gaps))
            mean = statistics.fmean(row[place] for row in figures)
            cells.append(f"{mean:.4f} ({statistics.fmean(gaps):+.4f}±{error:.4f})".rjust(20))
        print(f"{days:>5} " + " ".join(cells))


if __name__ == "__main__":
    main()
