"""What a contract says and does not say, clause by clause."""

import datetime as dt
from random import Random

import pytest
from contracts import SAMPLES, Mutant, mutants_of
from hypothesis import given, settings
from hypothesis import strategies as st

from andregang.content import load_vocabulary
from andregang.domain.contract import Caution, ContractKind, ContractReading, Length, PayPer, Presence, read_contract
from andregang.domain.contract.phrases import Phrases
from andregang.domain.text import DocumentText, fold

VOCABULARY = load_vocabulary()
MUTANTS = [mutant for sample in SAMPLES for mutant in mutants_of(sample)]
WHEN_SPOKEN_OF = {"KT05", "KT06", "KT12", "KT15"}


def read(text: str) -> ContractReading:
    return read_contract(DocumentText(text), VOCABULARY)


def cautions(text: str) -> set[str]:
    return {str(found.caution) for found in read(text).cautions}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_is_missing_and_doubtful_in_a_contract_is_told(sample):
    reading = read(sample.text)
    assert set(reading.missing) == set(sample.head["missing"])
    assert {str(found.caution) for found in reading.cautions} == set(sample.head["warnings"])
    assert str(reading.kind) == sample.head["kind"][0]
    if "references" in sample.head:
        assert set(reading.by_reference) == set(sample.head["references"])


def test_a_clause_taken_out_is_reported_missing_and_nothing_else_is():
    assert len(MUTANTS) >= 300
    seen = told = wrong = 0
    lost: list[str] = []
    for mutant in MUTANTS:
        reading = read(mutant.text)
        expected = {item for item in mutant.gone if item not in WHEN_SPOKEN_OF or item in reading.applicable}
        expected -= {"KT12"}
        seen, told = seen + len(expected), told + len(expected & set(reading.missing))
        lost += [f"{mutant.name}: {item}" for item in expected - set(reading.missing)]
        wrong += len(set(reading.missing) & mutant.kept)
    assert told / seen >= 0.98, lost
    assert wrong <= len(MUTANTS) * 0.01


@pytest.mark.parametrize("mutant", Random(7).sample(MUTANTS, 40), ids=lambda mutant: mutant.name)
def test_found_and_missing_make_up_what_applies_and_quotes_stand_verbatim(mutant: Mutant):
    reading = read(mutant.text)
    assert {found.item for found in reading.found} | set(reading.missing) == set(reading.applicable)
    assert not {found.item for found in reading.found} & set(reading.missing)
    claims = [found.quote for found in reading.found] + [found.quote for found in reading.cautions if found.quote]
    for claim in claims:
        assert fold(mutant.text[claim.start : claim.end]) == claim.words


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prøvetiden er seks måneder.", set()),
        ("Prøvetiden er ni måneder.", {"probation_over_6_months"}),
        ("Gjensidig oppsigelsesfrist er 14 dager i prøvetiden, deretter tre måneder.", set()),
        ("Oppsigelsesfristen er tre måneder, i prøvetiden 14 dager.", set()),
        ("Oppsigelsesfristen er 14 dager, også etter prøvetiden.", {"notice_shorter_than_one_month"}),
        ("Oppsigelsesfristen er 14 dager etter avtale med tillitsvalgte i bedriften.", set()),
        ("Notice is two weeks for both parties.", {"notice_shorter_than_one_month"}),
        (
            "I 24 måneder etter fratreden kan den ansatte ikke ta stilling hos en konkurrent. "
            "Selskapet betaler full lønn i denne tiden.",
            {"non_compete_over_12_months"},
        ),
        (
            "I ett år etter fratreden kan den ansatte ikke ta stilling hos en konkurrent. "
            "Vederlag for dette inngår i lønnen.",
            {"non_compete_without_pay"},
        ),
        ("Den ansatte kan ikke i tolv måneder etter fratreden kontakte kundene.", set()),
        ("Den ansatte kan ikke arbeide for en konkurrent så lenge ansettelsen varer.", set()),
        ("Ved oppsigelse skal kursutgifter betales tilbake.", {"repayment_of_training_uncapped"}),
        ("Ved oppsigelse innen 12 måneder skal kursutgifter betales tilbake.", set()),
        ("Kursutgifter betales tilbake ved oppsigelse. Kravet nedskrives med 1/24 per måned.", set()),
        ("Er det utbetalt for mye lønn, skal det betales tilbake.", set()),
        ("Overtid er inkludert i lønnen.", {"overtime_included_for_non_leader"}),
        ("Stillingen er ledende. Overtid er inkludert i lønnen.", set()),
        ("Overtid avspaseres time for time.", set()),
    ],
)
def test_doubtful_terms_are_asked_about_and_their_neighbours_are_not(sentence, expected):
    assert cautions(f"Stillingen er fast, 100 %.\n\n{sentence}") == expected


@pytest.mark.parametrize(
    ("term", "probation", "doubtful"),
    [
        ("fra 1. januar 2026 til 31. august 2026", "fire måneder", False),
        ("fra 1. januar 2026 til 31. august 2026", "fem måneder", True),
        ("fra 1. september 2026 til 28. februar 2027", "tre måneder", False),
        ("fra 1. september 2026 til 28. februar 2027", "fire måneder", True),
        ("i ett år", "seks måneder", False),
        ("i ti måneder", "seks måneder", True),
    ],
)
def test_a_probation_may_last_half_of_a_temporary_term_and_no_longer(term, probation, doubtful):
    text = f"Hun ansettes midlertidig som vikar for en kollega {term}, i full stilling.\n\nPrøvetiden er {probation}."
    assert ("probation_over_half_of_temporary_term" in cautions(text)) is doubtful


@pytest.mark.parametrize(
    ("sentence", "grounded"),
    [
        ("Han ansettes midlertidig fra 1. mai 2026 til 31. mai 2026 i full stilling.", False),
        ("Han ansettes midlertidig til 31. mai 2026 fordi Kari har foreldrepermisjon, i full stilling.", True),
        ("Ansettelsen er midlertidig til 31. mai 2026 etter aml. § 14-9 andre ledd bokstav a.", True),
    ],
)
def test_a_temporary_employment_needs_a_ground(sentence, grounded):
    assert ("temporary_without_ground" not in cautions(sentence)) is grounded


@pytest.mark.parametrize(
    ("sentence", "item"),
    [
        ("Pensjonsopptjeningen løper i oppsigelsestiden.", "KT17"),
        ("Bonus inngår i grunnlaget for feriepenger.", "KT07"),
        ("Du skal sørge for hvile og restitusjon.", "KT11"),
        ("Tillegg på kveldstid følger overenskomsten.", "KT13"),
        ("Lønnen vurderes med virkning fra 1. januar hvert år.", "KT04"),
        ("Oppsigelse skal være skriftlig, jf. arbeidsmiljøloven § 15-4.", "KT08"),
        ("I prøvetiden er oppsigelsesfristen 14 dager.", "KT08"),
        ("I prøvetiden er oppsigelsesfristen 14 dager.", "KT06"),
        ("Personalhåndboken er en del av avtalen.", "KT07"),
        ("Arbeidstakeren må ha gyldig truckførerkurs.", "KT16"),
        ("Arbeidssted: ______", "KT02"),
        ("Avtalen er signert 3. mai 2026.", "KT04"),
        ("Bedriften er bundet av Industrioverenskomsten.", "KT07"),
    ],
)
def test_a_word_in_passing_does_not_state_an_item(sentence, item):
    assert item in read(f"{sentence}\n").missing


@pytest.mark.parametrize(
    ("line", "item", "presence"),
    [
        ("Pauser: etter avtale", "KT11", Presence.VAGUE),
        ("Ferie og pauser er omtalt i personalhåndboken.", "KT11", Presence.BY_REFERENCE),
        ("Arbeidsforholdet reguleres av Riksavtalen mellom NHO og LO.", "KT08", Presence.BY_REFERENCE),
        ("Oppsigelsestiden følger arbeidsmiljøloven § 15-3.", "KT08", Presence.STATED),
        ("Bedriften har ikke tariffavtale.", "KT13", Presence.STATED),
        ("Du velger selv hvor du arbeider.", "KT02", Presence.STATED),
        ("Arbeidstida er 30 timar i veka.", "KT10", Presence.STATED),
        ("The Employee is entitled to 25 days of annual leave.", "KT07", Presence.STATED),
    ],
)
def test_how_an_item_stands_is_told(line, item, presence):
    assert {found.item: found.presence for found in read(line).found}[item] is presence


def test_terms_are_read_with_their_quotes():
    terms = read(
        "Per Aas ansettes fast som rørlegger i 80 % stilling fra 2. mars 2026.\n"
        "Prøvetiden er et halvt år.\nUkentlig arbeidstid er 30 timer.\nTimelønnen er kr 251,50.\n"
        "Oppsigelsesfristen er to måneder, i prøvetiden tre uker.\n"
    ).terms
    assert terms.start and terms.start.value == dt.date(2026, 3, 2)
    assert terms.percentage and terms.percentage.value == 80
    assert terms.probation and terms.probation.value == Length(months=6)
    assert terms.weekly_hours and terms.weekly_hours.value == 30
    assert terms.pay and (terms.pay.value.kroner, terms.pay.value.per) == (251.5, PayPer.HOUR)
    assert terms.notice and terms.notice.value == Length(months=2)
    assert terms.notice_in_probation and terms.notice_in_probation.value == Length(days=21)
    assert terms.notice.quote.words == "Oppsigelsesfristen er to måneder, i prøvetiden tre uker."


def test_a_ticked_box_says_what_kind_it_is():
    assert read("Ansettelsesforhold: ☐ Fast ☒ Midlertidig\nStilling: Lagerarbeider").kind is ContractKind.TEMPORARY
    assert read("Ansettelsesforhold: ☒ Fast ☐ Midlertidig\nStilling: Lagerarbeider").kind is ContractKind.PERMANENT


def test_cautions_come_in_a_fixed_order_and_each_once():
    text = "\n".join(sample.text for sample in SAMPLES)
    order = [found.caution for found in read(text).cautions]
    assert order == sorted(set(order), key=list(Caution).index)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text):
    read(text.replace("\r", "\n").replace("\0", " "))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([line for sample in SAMPLES for _, line in sample.lines]), max_size=25), st.randoms())
def test_any_mixture_of_clauses_keeps_its_quotes_verbatim(lines, random):
    text = random.choice(["\n", "\n\n", " ", "\t"]).join(lines)
    reading = read(text)
    for found in (*reading.found, *reading.cautions):
        if found.quote:
            assert fold(text[found.quote.start : found.quote.end]) == found.quote.words


@pytest.mark.parametrize(
    "piece", ["betale ", "i ", "a", "14 ", "ikke ", "oppsigelse ", "1.", "kr 1 000 ", "A B ", "etter "]
)
def test_long_monotonous_text_is_read_in_time(piece):
    text = piece * (30_000 // len(piece))
    assert read(text).applicable


def test_every_phrase_list_is_a_pattern():
    phrases = Phrases(VOCABULARY)
    names = [name.removeprefix("contract.") for name in VOCABULARY.lists if name.startswith("contract.")]
    assert len(names) > 80
    for name in names:
        assert phrases[name].search("") is None, name
