"""The dossier: every fact with source and date, from the ad as quotes, and what should still be found out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from andregang.content import load_decisions, load_own_questions, load_vocabulary
from andregang.content.company import load_company_sources, load_worksheet
from andregang.domain.company import (
    LINES,
    CompanyFact,
    FactField,
    FactSource,
    RoleHolder,
    Saying,
    State,
    Unit,
    compile_dossier,
    facts_of_ad,
    facts_of_roles,
    facts_of_unit,
    fill_worksheet,
    is_number,
    read_number,
    read_typed,
    sayings,
)
from andregang.domain.errors import InvalidInput
from andregang.domain.job_ad import parse_job_ad
from andregang.domain.source import Document, DocumentKind, stands_in
from andregang.domain.text import DocumentText, Language

DAY = dt.date(2026, 11, 23)
VOCABULARY = load_vocabulary()


def document(text: str, language: Language = Language.NB) -> Document:
    return Document("d" * 64, "om.txt", DocumentKind.COMPANY, language, DocumentText(text))


def said(text: str, employer: str = "Nordlys", language: Language = Language.NB) -> dict[str, Saying]:
    return {one.quote.words: one.saying for one in sayings(document(text, language), VOCABULARY, employer)}


@pytest.mark.parametrize(
    ("sentence", "language", "saying"),
    [
        ("Vi er 84 ansatte fordelt på tre avdelinger.", Language.NB, Saying.SIZE),
        ("Me er 84 tilsette fordelte på tre avdelingar.", Language.NN, Saying.SIZE),
        ("We are 84 employees in three countries.", Language.EN, Saying.SIZE),
        ("Sykehjemmet har 46 beboere og eget kjøkken.", Language.NB, Saying.SIZE),
        ("Omsetningen var 210 millioner kroner i 2025.", Language.NB, Saying.MONEY),
        ("Mangel på sykepleiere er den største utfordringen.", Language.NB, Saying.HARD),
        ("Mangel på lærarar er den største utfordringa.", Language.NN, Saying.HARD),
        ("Selskapet eies av to familier.", Language.NB, Saying.OWNER),
        ("Selskapet er eigd av kommunane i regionen.", Language.NN, Saying.OWNER),
        ("The company is a subsidiary of a Danish group.", Language.EN, Saying.OWNER),
        ("Butikken har ligget i Storgata siden 1954.", Language.NB, Saying.HISTORY),
        ("Vår ambisjon er å bli landets beste badeland.", Language.NB, Saying.AIM),
        ("Nordlys leverer fisk til hele Europa.", Language.NB, Saying.DOES),
    ],
)
def test_a_sentence_about_the_employer_is_known_by_what_it_says(sentence, language, saying):
    assert said(sentence, language=language) == {sentence: saying}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ring oss gjerne for en prat om stillingen.",
        "Har du lyst til å bli en av våre 84 ansatte?",
        "Send søknad til post@nordlys.example innen fredag, vi er 84 ansatte.",
        "Vi bruker informasjonskapsler.",
        "Ansatte.",
    ],
)
def test_what_tells_nothing_about_the_employer_is_left(sentence):
    assert said(sentence) == {}


def test_a_sentence_over_several_lines_is_one():
    text = "Nordlys har siden 1954 bygget båter for fiskere langs hele\nkysten, og er i dag 84 ansatte."
    assert list(said(text)) == [
        "Nordlys har siden 1954 bygget båter for fiskere langs hele kysten, og er i dag 84 ansatte."
    ]


def test_what_tells_most_comes_first_and_nothing_twice():
    text = "Nordlys selger fisk.\n\nVi er 84 ansatte her.\n\nVi er 84 ansatte her."
    assert list(said(text)) == ["Vi er 84 ansatte her.", "Nordlys selger fisk."]


@given(st.text(alphabet="Vi er 84 ansatte.\nå?!«»", max_size=400))
def test_every_saying_stands_in_its_document(text):
    page = document(text)
    assert all(stands_in(one.quote, page) for one in sayings(page, VOCABULARY, "Vi"))


AD = """Kokk

Nordlys Kro AS har 12 ansatte og holder til i Vågan. Kroa eies av en stiftelse.

Arbeidsoppgaver
- Lage middag til 60 gjester og lede 4 ansatte på kjøkkenet

Kvalifikasjoner
- Fagbrev som kokk
"""


def test_the_ad_gives_quotes_about_the_employer_and_none_of_its_demands():
    ad = parse_job_ad(document(AD), VOCABULARY)
    facts = facts_of_ad(ad, VOCABULARY, DAY)
    assert all(fact.source is FactSource.AD and fact.read_on == DAY for fact in facts)
    assert all(fact.quote is not None and stands_in(fact.quote, ad.document) for fact in facts)
    told = [fact.text for fact in facts if fact.field is FactField.SAID]
    assert "Kroa eies av en stiftelse." in told
    assert not any("middag" in one for one in told)
    assert facts_of_ad(None, VOCABULARY, DAY) == ()


def test_every_fact_of_a_register_has_source_day_and_address():
    unit = Unit(
        "914778271", "NORDLYS KRO AS", "AS", employees=12, states=(State.BANKRUPT,), founded=dt.date(1954, 5, 1)
    )
    facts = facts_of_unit(unit, "https://r.example/1", DAY)
    assert {fact.field for fact in facts} == {
        *(FactField.NAME, FactField.NUMBER, FactField.STATE, FactField.FORM, FactField.EMPLOYEES, FactField.FOUNDED)
    }
    assert all(
        (fact.source, fact.read_on, fact.address) == (FactSource.UNITS, DAY, "https://r.example/1") for fact in facts
    )
    assert compile_dossier((), facts, DAY).employees == 12


def test_employees_that_are_not_given_become_no_fact():
    facts = facts_of_unit(Unit("914778271", "X AS"), "", DAY)
    assert FactField.EMPLOYEES not in {fact.field for fact in facts}
    assert compile_dossier((), facts, DAY).employees is None


def test_those_who_lead_are_kept_before_the_rest_of_the_board():
    roles = tuple(RoleHolder("Styremedlem", f"Medlem {n}", "MEDL") for n in range(20))
    top = RoleHolder("Daglig leder", "Kari Moe", "DAGL")
    assert [fact.text for fact in facts_of_roles((*roles, top), "", DAY)] == ["Kari Moe"]
    assert len(facts_of_roles(roles, "", DAY)) == 8


def test_the_register_names_the_employer_above_the_ad():
    ad = CompanyFact(FactField.NAME, "Nordlys Kro", FactSource.AD, DAY)
    register = CompanyFact(FactField.NAME, "NORDLYS KRO AS", FactSource.UNITS, DAY)
    assert compile_dossier([ad], [register], DAY).value(FactField.NAME) == "NORDLYS KRO AS"
    assert compile_dossier([ad], [], DAY).value(FactField.NUMBER) == ""


QUESTIONS = {line.id: line.questions for line in load_worksheet()}


def test_two_filled_lines_are_enough():
    assert not fill_worksheet({"WS1": "Fisk."}, (), QUESTIONS).enough
    assert fill_worksheet({"WS1": "Fisk.", "WS4": "Folk."}, (), QUESTIONS).enough


def test_what_a_register_says_helps_but_answers_nothing():
    facts = [
        CompanyFact(FactField.INDUSTRY, "Drift av kroer", FactSource.UNITS, DAY),
        CompanyFact(FactField.SAID, "Vi er 12.", FactSource.AD, DAY, line="WS1"),
    ]
    line = fill_worksheet({}, facts, QUESTIONS).lines[0]
    assert not line.filled and set(line.material) == set(facts)


def test_a_sentence_the_person_chose_answers():
    fact = CompanyFact(FactField.SAID, "Vi mangler kokker.", FactSource.PAGE, DAY, id="7", line="WS4")
    assert fill_worksheet({}, [fact], QUESTIONS).lines[3].filled


def test_each_empty_line_proposes_a_question_no_two_the_same_and_none_already_chosen():
    lines = fill_worksheet({"WS2": "Opp."}, (), QUESTIONS, taken=["CQ56"]).lines
    proposed = [line.question for line in lines]
    assert proposed[1] == "" and all(proposed[:1] + proposed[2:])
    assert "CQ56" not in proposed and len(set(proposed)) == 8


def test_white_space_is_no_answer():
    assert fill_worksheet({"WS1": " \n"}, (), QUESTIONS).filled == 0


def test_the_content_knows_its_lines_questions_and_decisions():
    bank = {template.id for template in load_own_questions().templates}
    decisions = {decision.id for decision in load_decisions()}
    assert tuple(line.id for line in load_worksheet()) == LINES
    assert all(set(line.questions) <= bank and len(line.questions) >= 3 for line in load_worksheet())
    assert all(set(one.decisions) <= decisions and one.decisions for one in load_company_sources())
    assert all(one.link.startswith("https://") or not one.link for one in load_company_sources())


@pytest.mark.parametrize("number", ["914778271", "914 778 271", "NO 914 778 271 MVA", "no914778271mva", "914.778.271"])
def test_a_number_is_read_as_people_write_it(number):
    assert read_number(number) == "914778271"


@pytest.mark.parametrize(
    "number", ["", "914778272", "91477827", "9147782711", "org 914778271 x", "０１２３４５６７８", "123456780"]
)
def test_what_is_no_number_is_refused(number):
    with pytest.raises(InvalidInput):
        read_number(number)


@given(st.integers(0, 10**8 - 1), st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(start, place, more):
    stem = f"{start:08d}"
    number = next((stem + str(last) for last in range(10) if is_number(stem + str(last))), None)
    if number is None:
        return
    wrong = number[:place] + str((int(number[place]) + more) % 10) + number[place + 1 :]
    assert not is_number(wrong)


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("210 000", "1000", 210_000_000),
        ("210.000", "1000", 210_000_000),
        ("210,5", "1000000", 210_500_000),
        ("-6 300", "1", -6_300),
        ("(6 300)", "1", -6_300),
        ("−6300", "1", -6_300),
        ("", "1", None),
    ],
)
def test_figures_are_read_as_annual_reports_write_them(written, unit, value):
    accounts, faults = read_typed({"year": "2025", "unit": unit, "revenue": written, "equity": "1"}, DAY)
    assert (accounts.revenue, faults) == (value, [])


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"year": "", "revenue": "5"}, "year"),
        ({"year": "2027", "revenue": "5"}, "year"),
        ({"year": "2025"}, "revenue"),
        ({"year": "2025", "revenue": "mye"}, "revenue"),
        ({"year": "2025", "equity": "(5"}, "equity"),
    ],
)
def test_figures_that_are_none_are_said(fields, field):
    assert [fault.field for fault in read_typed(fields, DAY)[1]] == [field]


@given(st.dictionaries(st.sampled_from(["year", "unit", "scope", "revenue", "equity"]), st.text(max_size=30)))
def test_any_form_is_read_or_refused(fields):
    read_typed(fields, DAY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Stillingen er en del av en ny satsing, og du blir en av 40 ansatte.",
        "Vi oppfordrer alle kvalifiserte kandidater til å søke, vi har 84 ansatte.",
        "Spennende oppgaver og utfordringer i et godt miljø.",
        "Your salary is part of our budget of 3 million.",
    ],
)
def test_a_sentence_about_the_position_is_not_about_the_employer(sentence):
    assert said(sentence) == {} == said(sentence, language=Language.EN)


def test_a_point_after_a_shortened_word_ends_no_sentence():
    sentence = "Vi er en del av miljøet ved St. Hansgården og har ca. 120 ansatte."
    assert list(said(sentence)) == [sentence]
