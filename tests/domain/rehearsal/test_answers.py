"""What is found in an answer by rules alone, typed and spoken, in bokmål, nynorsk and English."""

import pytest

from andregang.content import load_questions, load_vocabulary
from andregang.domain.rehearsal import (
    AnswerAnalysis,
    CheckKind,
    Clause,
    Element,
    analyse_answer,
    choose_follow_up,
    follow_up_group,
    split_answer,
)
from andregang.domain.text import Language

VOCABULARY = load_vocabulary()
STORY = (
    "Det var på sentrallageret i mars i fjor. Jeg laget en liste over varene som ble forvekslet, og tok de verste først. "
    "Så flyttet jeg seks varer og merket hyllene. Kollegaen min, Farid, tok nattskiftet. "
    "Feilene gikk ned fra 40 til 11 i uka. Jeg lærte at jeg må se på hylla før jeg ser på folka. "
    "Hos dere er det to lagre, så der ville jeg begynt med en runde om natta."
)


def told(answer: str, language: Language = Language.NB, question: str = "") -> AnswerAnalysis:
    return analyse_answer(question, answer, language, VOCABULARY)


def test_a_whole_story_has_all_seven_parts() -> None:
    analysis = told(STORY)
    assert all(analysis.elements.values())
    assert analysis.missing == ()
    assert analysis.own_part_visible and analysis.specific_event and analysis.quantified_result
    assert not analysis.hypothetical


def test_the_same_story_without_punctuation_keeps_the_five() -> None:
    spoken = STORY.replace(".", "").replace(",", "").lower()
    assert told(spoken).missing == ()


@pytest.mark.parametrize(
    ("answer", "language", "element"),
    [
        ("i fjor haust fekk vi storm på anlegget", Language.NN, Element.CONTEXT),
        ("Eg sette opp ei liste og tok dei vanskelege først.", Language.NN, Element.PLANNED),
        ("eg ringde leverandøren og henta delane sjølv", Language.NN, Element.DID),
        ("Klagene sank fra ni til to.", Language.NB, Element.RESULT),
        ("Ingrid på lønn tok halvparten av samtalene.", Language.NB, Element.PEOPLE),
        ("and then i called my colleague maria and she took the night shift", Language.EN, Element.PEOPLE),
        ("Since then I always check the labels twice.", Language.EN, Element.LEARNED),
        ("Neste gong spør eg før eg bestiller.", Language.NN, Element.LEARNED),
        ("You have three depots, so I would start with the smallest one.", Language.EN, Element.BRIDGE),
    ],
)
def test_each_part_is_found_with_the_words_that_carry_it(answer: str, language: Language, element: Element) -> None:
    found = told(answer, language).elements[element]
    assert found
    assert all(stretch.words in answer for stretch in found)


@pytest.mark.parametrize(
    ("answer", "element"),
    [
        ("Det gikk bra til slutt.", Element.RESULT),
        ("Det ble aldri målt.", Element.RESULT),
        ("Jeg fulgte prosedyren.", Element.DID),
        ("Jeg hadde ikke noen plan, og uten plan går det også.", Element.PLANNED),
        ("Hele teamet sto på.", Element.PEOPLE),
        ("Jeg lærte faget på skolen.", Element.LEARNED),
        ("Dere virker spennende, og jeg tror vi vil passe godt sammen.", Element.BRIDGE),
    ],
)
def test_what_only_sounds_like_a_part_is_not_found(answer: str, element: Element) -> None:
    assert not told(answer).elements[element]


@pytest.mark.parametrize(
    ("answer", "language"),
    [
        ("Hvis noen ikke leverte, ville jeg først ringt dem og så laget en plan.", Language.NB),
        ("I would talk to both of them and then I would write a plan.", Language.EN),
        ("Eg ville ha snakka med sjefen, og eg ville ha skrive avvik.", Language.NN),
    ],
)
def test_what_one_would_do_was_neither_planned_nor_done(answer: str, language: Language) -> None:
    analysis = told(answer, language)
    assert analysis.hypothetical
    assert not analysis.elements[Element.PLANNED] and not analysis.elements[Element.DID]
    assert analysis.check(CheckKind.HYPOTHETICAL).worth_a_look


def test_an_answer_asked_for_a_figure_may_be_the_figure_alone() -> None:
    analysis = told("Fra 9 til 5 prosent.", question="Hva var tallet før, og hva var det etterpå?")
    assert analysis.elements[Element.RESULT] and analysis.quantified_result
    assert not told("Fra 9 til 5 prosent.", question="Hvem er du?").own_part_visible


def test_only_we_leaves_ones_own_part_unseen() -> None:
    analysis = told("I fjor flyttet vi hele butikken. Vi bygde nye hyller og vi ringte kundene.")
    assert not analysis.own_part_visible
    assert analysis.check(CheckKind.OWN_PART).worth_a_look
    follow_up = choose_follow_up(analysis, load_questions())
    assert follow_up is not None and follow_up.id == "IQ-G02"


def test_the_follow_up_asks_for_the_first_part_not_found() -> None:
    analysis = told("I mars 2021 flyttet jeg seks varer på lageret. Feilene gikk ned fra 40 til 11.")
    assert follow_up_group(analysis) == "P"
    bank = load_questions()
    first = choose_follow_up(analysis, bank)
    assert first is not None
    second = choose_follow_up(analysis, bank, asked={first.id})
    assert second is not None and second.id != first.id and second.group == first.group


def test_nothing_is_asked_when_nothing_is_missing() -> None:
    assert choose_follow_up(told(STORY), load_questions()) is None


def test_length_is_told_in_words_and_seconds_at_a_pace() -> None:
    analysis = analyse_answer("", "ord " * 130, Language.NB, VOCABULARY, pace=130)
    assert analysis.words == 130
    assert analysis.seconds == 60
    assert not analysis.check(CheckKind.LENGTH).worth_a_look
    assert told("ord " * 500).check(CheckKind.LENGTH).worth_a_look


def test_a_trait_without_an_event_is_pointed_at() -> None:
    alone = told("Jeg er strukturert og løsningsorientert. Det sier alle.")
    assert [f.words for f in alone.check(CheckKind.SELF_DESCRIPTION).found] == ["strukturert", "løsningsorientert"]
    shown = told("Jeg er strukturert. I fjor flyttet jeg seks hyller og merket dem.")
    assert not shown.check(CheckKind.SELF_DESCRIPTION).worth_a_look


def test_filler_words_are_counted() -> None:
    check = told("eh altså jeg liksom ringte eh sjefen").check(CheckKind.FILLERS)
    assert check.worth_a_look and check.value == 4


def test_confidential_words_are_found_wherever_they_stand() -> None:
    analysis = analyse_answer("", "Jeg ringte Berg Bygg.", Language.NB, VOCABULARY, confidential=["berg bygg"])
    assert [f.words for f in analysis.check(CheckKind.CONFIDENTIAL).found] == ["Berg Bygg"]
    assert not told("Jeg ringte Bergheim.").check(CheckKind.CONFIDENTIAL).worth_a_look


def test_speech_without_punctuation_is_cut_where_something_new_is_said() -> None:
    spoken = "vi hadde kø hver mandag og så tok jeg en runde med nattskiftet og da fant vi feilen"
    assert [c.words for c in split_answer(spoken, Language.NB, VOCABULARY)] == [
        "vi hadde kø hver mandag", "og så tok jeg en runde med nattskiftet", "og da fant vi feilen",
    ]  # fmt: skip


def test_an_abbreviation_ends_no_sentence() -> None:
    (clause,) = split_answer("Jeg møtte kl. 12 den dagen.", Language.NB, VOCABULARY)
    assert clause.words == "Jeg møtte kl. 12 den dagen"


def test_the_head_and_the_rules_decide_together() -> None:
    def sure_of_a_plan(clauses: list[Clause]) -> list[dict[Element, float]]:
        return [{element: 0.9 if element is Element.PLANNED else 0.0 for element in Element} for _ in clauses]

    quiet = "Været var fint den dagen."
    assert not told(quiet).elements[Element.PLANNED]
    assert analyse_answer("", quiet, Language.NB, VOCABULARY, sure_of_a_plan).elements[Element.PLANNED]  # type: ignore[arg-type]


def test_an_empty_answer_has_no_part() -> None:
    analysis = told("")
    assert not any(analysis.elements.values()) and analysis.words == 0
