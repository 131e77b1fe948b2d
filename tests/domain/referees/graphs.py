"""Random referees and examples, each example full of words that stand in no other."""

from random import Random

from andregang.domain.examples import ExamplePart, Telling
from andregang.domain.referees import Claim, Referee, Relation


def marked(example: str) -> str:
    """A word that tells which example a fact comes from."""
    return f"mrk{example}mrk"


def telling(example: str) -> Telling:
    parts = {part: f"{part.value} {marked(example)}" for part in ExamplePart}
    return Telling(example, f"Gang {marked(example)}", parts, (f"linje {marked(example)}",))


def graph(chance: Random, most_referees: int = 12, most_examples: int = 10) -> tuple[list[Referee], list[Claim]]:
    """Somebody's referees and claims; some were part of much, some of nothing, some have said no."""
    claims = [Claim(telling(f"e{n}"), chance.randint(1, 6)) for n in range(chance.randint(0, most_examples))]
    density = chance.choice((0.1, 0.25, 0.5))
    referees = [
        Referee(
            f"r{n}",
            f"Navn {n}",
            "rolle",
            chance.choice(list(Relation)),
            "",
            tuple(claim.example.id for claim in claims if chance.random() < density),
            None,
            chance.choice((None, True, False)),
        )
        for n in range(chance.randint(0, most_referees))
    ]
    return referees, claims
