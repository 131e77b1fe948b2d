"""What a referee is told: only what that one was part of."""

from dataclasses import asdict
from random import Random

from andregang.domain.examples import ExamplePart, Telling
from andregang.domain.referees import (
    Differs,
    Referee,
    Relation,
    brief_for,
    claims_of,
    differences,
    figures_in,
    named_in,
)

from .graphs import graph, marked


def test_in_a_thousand_graphs_no_fact_of_an_example_the_referee_was_no_part_of_is_told():
    told = 0
    for seed in range(1000):
        referees, claims = graph(Random(seed))
        for referee in referees:
            brief = str(
                asdict(brief_for(referee, claims, position="Verksmester", employer="Fjordlys", improve="Tempo"))
            )
            for claim in claims:
                if claim.example.id not in referee.claims:
                    assert marked(claim.example.id) not in brief
            told += brief.count("mrke")
    assert told > 1000


def test_the_two_heaviest_are_told_without_what_is_for_oneself():
    _, claims = graph(Random(3), most_examples=10)
    everything = Referee("r", "Kari Lie", claims=tuple(claim.example.id for claim in claims))
    brief = brief_for(everything, claims)
    heaviest = sorted((claim.weight for claim in claims), reverse=True)[:2]
    weights = {claim.example.id: claim.weight for claim in claims}
    assert [weights[one.id] for one in brief.examples] == heaviest
    for one in brief.examples:
        assert set(one.parts) == {ExamplePart.FRAME, ExamplePart.PLANNED, ExamplePart.DID, ExamplePart.RESULT}


def example(number: str, people: str, **parts: str) -> Telling:
    return Telling(number, "Lageret", {ExamplePart.PEOPLE: people, **{ExamplePart(k): v for k, v in parts.items()}})


def test_people_are_found_under_worked_with_with_their_role_and_a_guess_at_who_led():
    named = named_in(
        [
            example("1", "Randi Lie, lagersjef, og Ola Berg (montør)"),
            example("2", "Med Randi Lie og noen til"),
            example("3", "Tor Vik – teamleder"),
        ]
    )
    assert [(one.name, one.role, one.relation, one.examples) for one in named] == [
        ("Randi Lie", "lagersjef", Relation.LED_ME, ("1", "2")),
        ("Ola Berg", "montør", Relation.UNKNOWN, ("1",)),
        ("Tor Vik", "teamleder", Relation.LED_ME, ("3",)),
    ]


def test_two_who_are_called_nearly_the_same_are_two():
    named = named_in([example("1", "Kari Moe"), example("2", "Kari Anne Moe")])
    assert [one.examples for one in named] == [("1",), ("2",)]


def test_an_example_weighs_what_the_lines_it_serves_weigh(prepared_items):
    examples = [
        Telling("a", "A", {}, ("Bestille stål",)),
        Telling("b", "B", {}, ("Bestille stål", "Førerkort")),
        Telling("c", "C", {}, ()),
    ]
    assert [(claim.example.id, claim.weight) for claim in claims_of(examples, prepared_items)] == [
        ("b", 6),
        ("a", 3),
        ("c", 1),
    ]


def test_a_figure_the_example_does_not_hold_is_told():
    one = example("1", "Randi Lie, lagersjef", result="Fra 3 timer til 2, og 1 200 kroner spart")
    referee = Referee("r", "Randi Lie", "lagersjef", claims=("1",), said="At det gikk fra 3 til 1,5 timer og 1200 kr")
    assert [(found.kind, found.told) for found in differences(referee, [one])] == [(Differs.FIGURE, "1.5")]


def test_another_role_than_in_the_example_is_told():
    one = example("1", "Randi Lie, lagersjef")
    [found] = differences(Referee("r", "Randi Lie", "kollega", claims=("1",)), [one])
    assert (found.kind, found.told, found.there, found.example) == (Differs.ROLE, "kollega", "lagersjef", "1")
    assert not differences(Referee("r", "Randi Lie", "Lagersjef, nå pensjonist", claims=("1",)), [one])


def test_examples_of_others_settle_no_difference():
    mine, other = example("1", "Randi Lie"), example("2", "Ola Berg", result="40 prosent")
    referee = Referee("r", "Randi Lie", claims=("1",), said="40 prosent")
    assert [found.told for found in differences(referee, [mine, other])] == ["40"]


def test_figures_are_the_same_however_they_are_written():
    assert figures_in("1 200, 1200 og 2,50; 2.5 og 30 %") == ("1200", "2.5", "30")
