"""Who has heard what, and what to tell again to whom."""

from andregang.domain.heard import Listener, Spoken, Thing, heard_things, spoken_from, to_retell

STORY, FIRST, SECOND = Thing("story", "", ""), Thing("example", "a", "Stålet"), Thing("example", "b", "Flommen")


def listener(name: str, *told: Thing, comes: bool = True) -> Listener:
    return Listener(name, "", None, comes, frozenset(thing.id for thing in told))


def test_the_story_is_told_to_all_who_have_not_heard_it_even_when_nobody_has():
    (one,) = to_retell([STORY, FIRST], [listener("Kari"), listener("Ola")])
    assert (one.thing, one.to) == (STORY, ("Kari", "Ola"))


def test_an_example_nobody_has_heard_is_not_told_again():
    assert to_retell([FIRST], [listener("Kari")]) == ()


def test_what_one_heard_in_round_one_is_told_to_those_who_are_new():
    found = to_retell(
        [STORY, FIRST, SECOND], [listener("Kari", STORY, FIRST, SECOND, comes=False), listener("Ola", SECOND)]
    )
    assert [(one.thing, one.to) for one in found] == [(STORY, ("Ola",)), (FIRST, ("Ola",))]


def test_those_who_do_not_come_are_told_nothing():
    assert to_retell([STORY], [listener("Kari", comes=False)]) == ()


def test_what_everybody_heard_reached_those_who_were_there_before_and_not_those_who_are_new():
    told = [("", "example-a", 1), ("7", "example-b", 1), ("", "story", 2)]
    assert heard_things("7", True, told, 2) == {"example-a", "example-b"}
    assert heard_things("8", False, told, 2) == frozenset()
    assert heard_things("8", None, told, 2) == frozenset()


def test_a_form_is_read_by_its_topics():
    assert spoken_from({"pay": " 680 ", "letter": "x", "story": "y"}) == {Spoken.PAY: "680"}
