"""All authored text: read, complete in three languages, and fit to be shown."""

import re

import pytest

from andregang import content
from andregang.content.validation import PLACEHOLDERS, check_texts
from andregang.domain.questions import Hv
from andregang.domain.text import Language

AUTHORED = (Language.NB, Language.NN, Language.EN)
BANK = content.load_questions()
OWN = content.load_own_questions()
BOKMAAL_ONLY = re.compile(
    r"\b(jeg|ikke|hva|hvem|hvor|hvorfor|hvordan|hvilken|hvilke|noen|noe|fra|være|dere|mye|uke|uken|selv|nå|også|bare|"
    r"kommer|gjør|gjøre|måneder|leder|lederen|oppgaver|oppgavene|spørre|samarbeide|hjemme|sammen|mellom|uenig|øyeblikk)\b",
    re.I,
)
SHARED = {"mellom", "leder"}


def test_all_content_passes_its_own_check() -> None:
    content.validate()


def test_every_group_of_the_bank_is_there_in_full() -> None:
    counts = {}
    for template in BANK.templates:
        counts[template.group] = counts.get(template.group, 0) + 1
    assert counts == {
        "FØ": 6, "K": 28, "P": 8, "G": 8, "R": 8, "M": 8, "L": 8, "B": 10, "MO": 10, "SA": 10, "LE": 10, "KO": 8,
        "SI": 8, "PT": 12, "ET": 8, "CA": 12, "LØ": 10, "RE": 8, "AV": 6, "KR": 5,
    }  # fmt: skip
    assert [own.id for own in OWN.templates] == [f"CQ{number:02}" for number in range(1, 73)]


def test_each_hv_word_has_four_questions_per_task() -> None:
    for hv in Hv:
        assert sum(template.hv is hv for template in BANK.templates if template.group == "K") == 4


def test_a_question_begins_with_the_hv_word_it_is_filed_under() -> None:
    for template in BANK.templates:
        words = template.wording[Language.NB].lower()
        if template.group == "K" and template.hv:
            assert words.startswith(template.hv.value[:6]), template.id


def test_each_element_of_an_answer_has_eight_probes() -> None:
    probes = {}
    for template in BANK.templates:
        if template.element:
            probes[template.element] = probes.get(template.element, 0) + 1
            assert template.follow_up
    assert probes == {"planned": 8, "did": 8, "result": 8, "people": 8, "learned": 8}


@pytest.mark.parametrize("template", BANK.templates, ids=lambda t: t.id)
def test_a_question_is_said_in_all_languages_and_says_what_it_measures(template) -> None:
    for language in AUTHORED:
        words = template.wording[language]
        assert words[0].isupper()
        assert words[-1] in "?."
        assert template.measures[language]
        assert "!" not in words
        assert set(re.findall(r"\{(\w+)\}", words)) <= PLACEHOLDERS
    assert template.wording[Language.NB] != template.wording[Language.EN]


def nynorsk_texts():
    for template in BANK.templates:
        yield template.id, template.wording[Language.NN]
        yield template.id, template.measures[Language.NN]
        if Language.NN in template.verbal:
            yield template.id, template.verbal[Language.NN]
    for own in OWN.templates:
        yield own.id, own.wording[Language.NN]
    for checklist in content.load_checklists():
        yield from ((line.id, line.words[Language.NN]) for line in checklist.lines)
    for role in content.load_roles():
        yield role.id, role.listens_for[Language.NN]
    for calming in content.load_nervousness():
        yield calming.id, calming.words[Language.NN]
    for part in content.load_agenda():
        yield part.id, part.label[Language.NN]
    for decision in content.load_decisions():
        yield decision.id, decision.words[Language.NN]


def test_nynorsk_holds_no_bokmaal_words() -> None:
    found = {
        (entry, word.lower())
        for entry, words in nynorsk_texts()
        for word in BOKMAAL_ONLY.findall(words)
        if word.lower() not in SHARED
    }
    assert not found


def test_the_minutes_of_an_agenda_add_up_to_the_meeting() -> None:
    agenda = content.load_agenda()
    for whole in (60, 75, 90, 120):
        assert sum(part.minutes[whole] for part in agenda) == whole


def test_checklists_and_roles_and_decisions_are_complete() -> None:
    assert {c.id: len(c.lines) for c in content.load_checklists()} == {"CLA": 7, "CLB": 8, "CLC": 12, "CLD": 5, "TQ": 8}
    assert len(content.load_roles()) == 6
    assert [d.id for d in content.load_decisions() if d.required] == ["D1", "D2", "D6", "D10"]
    assert len(content.load_nervousness()) == 6


def test_every_own_question_is_for_a_known_role_and_informs_a_known_decision() -> None:
    roles = {role.id for role in content.load_roles()}
    decisions = {decision.id for decision in content.load_decisions()}
    for own in OWN.templates:
        assert own.to in roles
        assert own.informs in decisions


def test_every_quality_a_question_brings_out_has_words_that_tell_it() -> None:
    for template in BANK.templates:
        for group in template.qualities:
            assert BANK.vocabulary.entries(f"questions.quality.{group}")


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        ({"nb": "Hva?", "nn": "Kva?"}, "no text"),
        ({"nb": "Hva er {ting}?", "nn": "Kva er {ting}?", "en": "What is {ting}?"}, "unknown placeholder"),
        ({"nb": "Hva er {task}?", "nn": "Kva er {task}?", "en": "What is it?"}, "differ"),
        ({"nb": "Hva nå!", "nn": "Kva no!", "en": "What now!"}, "exclamation"),
        ({"nb": "Hva  nå?", "nn": "Kva no?", "en": "What now?"}, "stray space"),
    ],
)
def test_a_text_that_cannot_be_shown_is_refused(texts: dict[str, str], fault: str) -> None:
    with pytest.raises(content.BadContent, match=fault):
        check_texts("X1", {Language(key): words for key, words in texts.items()})
