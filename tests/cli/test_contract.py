"""`andregang contract`: what a person and a program get."""

import json

import pytest

CONTRACT = """ARBEIDSAVTALE

Arbeidsgiver: Kvernfoss Mølle AS, org.nr. 912 345 678
Arbeidstaker: Nora Eide, født 01.02.1990
Stilling: Møller, fast, 100 %
Arbeidssted: Møllevegen 3, Kvernfoss
Ansatt fra: 01.03.2026
Prøvetid: 6 måneder
Arbeidstid: 37,5 timer per uke
Lønn: Kr 500 000 per år
Oppsigelsesfrist: 14 dager
Pensjon: OTP hos Kvern Liv
"""


@pytest.fixture
def contract(tmp_path):
    path = tmp_path / "avtale.txt"
    path.write_text(CONTRACT, encoding="utf-8")
    return path


def test_a_program_gets_what_is_missing_and_doubtful_with_quotes(run, contract):
    ended = run("contract", "--json", contract)
    found = json.loads(ended.out)
    assert ended.code == 0
    assert found["kind"] == "permanent"
    assert found["missing"] == ["KT07", "KT11", "KT13", "KT14", "KT16"]
    assert found["warnings"] == ["notice_shorter_than_one_month"]
    assert found["quotes"]["KT09"] == "Kr 500 000 per år"
    span = found["spans"]["KT09"]
    assert CONTRACT[span["start"] : span["end"]] == "Kr 500 000 per år"
    assert found["rules"]["KT16"]["status"] == "to_verify"
    assert found["terms"]["start"]["value"] == "2026-03-01"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            [
                "Fant ikke",
                "Hvor lange er pausene",
                "Melding til arbeidsgiver",
                "ikke juridisk rådgivning",
                "bokstavene etter m",
            ],
        ),
        ("nn", ["Fann ikkje", "Kor lange er pausane", "Melding til arbeidsgjevaren", "ikkje juridisk rådgjeving"]),
        ("en", ["Did not find", "How long are the breaks", "Message to the employer", "not legal advice"]),
    ],
)
def test_a_person_gets_quotes_gaps_questions_and_a_message(run, contract, language, said):
    ended = run("--lang", language, "contract", contract)
    folded = " ".join(ended.out.split())
    assert ended.code == 0
    for sentence in said:
        assert sentence in folded
    assert "«Kr 500 000 per år»" in folded


def test_the_last_day_is_reckoned_from_the_day_notice_is_given(run, tmp_path):
    path = tmp_path / "avtale.txt"
    path.write_text(CONTRACT.replace("14 dager", "3 måneder"), encoding="utf-8")
    folded = " ".join(run("contract", path, "--notice-on", "2026-12-10").out.split())
    assert "fredag 1. januar" in folded
    assert "31. mars 2027" in folded


def test_a_file_that_is_no_document_is_said_to_be_none(run, tmp_path):
    path = tmp_path / "avtale.pdf"
    path.write_bytes(b"%PDF-1.4 nothing here")
    ended = run("contract", path)
    assert ended.code == 1
    assert ended.err
