"""An assignment becomes demands, each verbatim, and conditions that are no demands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.case import SlideLimit, Unclear, correct_assignment, parse_assignment
from andregang.domain.source import Action, Correction, stands_in

from .decks import asked, assignment, brief, pairs


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.id)
def test_the_demands_and_the_minutes_of_every_pair_are_found(pair):
    found = parse_assignment(pair.document, load_vocabulary())
    assert [demand.words for demand in found.demands] == pair.demands
    assert found.minutes == pair.minutes


@pytest.mark.parametrize(
    ("text", "demands"),
    [
        ("Vi vil at du beskriver målet, og at du foreslår to veier dit.", ["beskriver målet", "foreslår to veier dit"]),
        (
            "Du må vise hvem som gjør hva og anslå hva det koster.",
            ["vise hvem som gjør hva", "anslå hva det koster"],
        ),
        ("Foreslå tre tiltak og begrunn rekkefølgen.", ["Foreslå tre tiltak og begrunn rekkefølgen"]),
        ("Hvordan ville du ha løst striden mellom lagene?", ["Hvordan ville du ha løst striden mellom lagene?"]),
        ("We would like you to explain the loss, and to propose a fix.", ["explain the loss", "propose a fix"]),
        ("Vi ønskjer at du greier ut om kostnadene.", []),
        (
            "Presentasjonen skal inneholde en analyse av markedet, et budsjett og en plan for våren.",
            ["en analyse av markedet", "et budsjett", "en plan for våren"],
        ),
        ("Lag en presentasjon på ti minutter om hvordan du vil åpne butikken.", ["hvordan du vil åpne butikken"]),
    ],
)
def test_what_a_sentence_asks_for_is_cut_where_the_next_asking_begins(text, demands):
    assert asked(text) == demands


@pytest.mark.parametrize(
    "line",
    ["Bruk inntil ti lysbilder.", "Send oss filen på mandag.", "Presentasjonen skal vare i 20 minutter.", "Du trenger ikke forklare regnestykket.", "Use PowerPoint, please.", "Ta utskrift til to."],
)  # fmt: skip
def test_a_condition_of_form_is_no_demand(line):
    assert asked(f"Vi ber deg forklare hva som gikk galt.\n{line}") == ["forklare hva som gikk galt"]


def test_a_list_of_conditions_or_facts_is_no_list_of_demands():
    text = "Fortell oss:\n- hva du ville gjort først\n- hvem du ville spurt\n\nRammer:\n- 15 minutter\n- norsk\n\nPanelet:\n- Kari\n- Ola\n"
    assert asked(text) == ["hva du ville gjort først", "hvem du ville spurt"]


@pytest.mark.parametrize(
    ("text", "minutes", "discussion", "working"),
    [
        ("Du har 15 minutter, og vi setter av like lang tid til samtale etterpå.", 15, 15, None),
        ("Innlegget varer i 12 minutter. Etterpå blir det 20 minutter med spørsmål.", 12, 20, None),
        ("Bruk ikke mer enn fire timer på oppgaven. Du får 20 minutter til å presentere.", 20, None, 240),
        ("You have 20 minutes including questions.", 20, None, None),
        ("Rammer: 15 minutter, så dialog i en halv time.", 15, 30, None),
    ],
)
def test_a_length_of_time_is_for_what_its_clause_says(text, minutes, discussion, working):
    found = assignment(text)
    assert found.minutes == minutes
    assert (found.discussion.value if found.discussion else None) == discussion
    assert (found.working.value if found.working else None) == working


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("To til seks sider holder.", SlideLimit(2, 6)),
        ("Hold deg til åtte lysbilder.", SlideLimit(0, 8)),
        ("No more than 8 slides.", SlideLimit(0, 8)),
        ("Minst fem lysbilder.", SlideLimit(5, 0)),
    ],
)
def test_slides_are_counted_as_the_assignment_says(text, limit):
    assert assignment(text).slides.value == limit


def test_what_is_not_said_becomes_a_question():
    assert assignment("Fortell oss hva du ville gjort.").unclear == (
        Unclear.TIME,
        Unclear.AUDIENCE,
        Unclear.FORMAT,
        Unclear.DELIVERY,
    )


def test_the_person_strikes_and_adds_demands_and_sets_the_time():
    found = assignment("Fortell oss:\n- hva du ville gjort først\n- hvem du ville spurt\n")
    said = [Correction("x", "hvem du ville spurt", Action.STRIKE), Correction("x", "hva det koster", Action.ADD)]
    changed = correct_assignment(found, said, 8)
    assert [demand.words for demand in changed.demands] == ["hva du ville gjort først", "hva det koster"]
    assert changed.minutes == 8
    assert Unclear.TIME not in changed.unclear


WORDS = st.lists(
    st.sampled_from(
        "Vi vil at du beskriver ; : . \n - 1. a) og , foreslår minutter 15 to lysbilder hvordan ? du har Fortell oss: send please explain \t".split(
            " "
        )
    ),
    max_size=60,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=300), WORDS))
def test_any_text_is_read_and_every_quote_stands_in_it(text):
    document = brief(f"Hei {text}")
    found = parse_assignment(document, load_vocabulary())
    quotes = [demand.quote for demand in found.demands] + [*found.form, *found.delivery, *found.audience]
    quotes += [s.quote for s in (found.presentation, found.talking, found.discussion, found.working, found.slides) if s]
    assert all(stands_in(quote, document) for quote in quotes)
