"""Eight own contracts: each item taken out in turn is reported missing, each said another way is found."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from andregang.content import load_vocabulary
from andregang.domain.contract import ContractReading, read_contract
from andregang.domain.text import DocumentText, fold

PHRASINGS = tomllib.loads((Path(__file__).parent / "phrasings.toml").read_text("utf-8"))
VOCABULARY = load_vocabulary()
PROSE, PLAIN, LETTER, ROW = range(4)
WHEN_SPOKEN_OF = {"KT05", "KT06", "KT15"}
OPENING = {
    ("nb", "permanent"): "Ansettelsen er fast, 100 %.",
    ("nn", "permanent"): "Tilsetjinga er fast, 100 %.",
    ("en", "permanent"): "The employment is permanent and full-time.",
    ("nb", "temporary"): "Stillingen er på heltid.",
    ("nn", "temporary"): "Stillinga er på heiltid.",
    ("en", "temporary"): "The position is full-time.",
    ("nb", "staffing"): "Bemanningsforetaket ansetter arbeidstakeren fast på heltid, for utleie.",
    ("nn", "staffing"): "Bemanningsføretaket tilset arbeidstakaren fast på heiltid, for utleige.",
    ("en", "staffing"): "The staffing agency employs the employee permanently and full-time, for hiring out.",
}


@dataclass(frozen=True)
class Contract:
    """Language, kind and way of writing; `ROW` is a form, `LETTER` speaks to the person."""

    language: str
    kind: str
    way: int

    @property
    def items(self) -> tuple[str, ...]:
        out = {"permanent": {"KT05", "KT15"}, "temporary": {"KT15"}, "staffing": {"KT05"}}[self.kind]
        return tuple(item for item in PHRASINGS if item not in out)

    def text(self, *, without: str = "", rephrased: str = "", way: int = 0) -> str:
        ways = {item: way if item == rephrased else self.way for item in self.items if item != without}
        said = {item: PHRASINGS[item][self.language][chosen] for item, chosen in ways.items()}
        heading = "EMPLOYMENT CONTRACT" if self.language == "en" else "ARBEIDSAVTALE"
        opening = OPENING[self.language, self.kind]
        if self.way == ROW:
            return "\n".join([heading, opening, *said.values()])
        rows = [text for item, text in said.items() if ways[item] == ROW]
        running = [text for item, text in said.items() if ways[item] != ROW and item != "KT01"]
        Random(f"{self}").shuffle(running)
        joint = "\n\n" if self.way == PLAIN else " "
        paragraphs = [joint.join(running[at : at + 3]) for at in range(0, len(running), 3)]
        parties = [said["KT01"]] if ways.get("KT01", ROW) != ROW else []
        return "\n\n".join([heading, *parties, opening, *paragraphs, *rows])


CONTRACTS = [
    Contract("nb", "permanent", PROSE),
    Contract("nb", "permanent", ROW),
    Contract("nb", "staffing", LETTER),
    Contract("nn", "temporary", LETTER),
    Contract("nn", "permanent", ROW),
    Contract("en", "permanent", PLAIN),
    Contract("en", "temporary", ROW),
    Contract("en", "staffing", PROSE),
]


def read(text: str) -> ContractReading:
    return read_contract(DocumentText(text), VOCABULARY)


def name(contract: Contract) -> str:
    return f"{contract.language}-{contract.kind}-{('prose', 'plain', 'letter', 'row')[contract.way]}"


@pytest.mark.parametrize("contract", CONTRACTS, ids=name)
def test_a_whole_contract_lacks_nothing_and_is_of_its_kind(contract):
    reading = read(contract.text())
    assert reading.missing == ()
    assert reading.kind.value == contract.kind


def test_each_item_taken_out_in_turn_is_reported_missing():
    lost, seen, wrong = [], 0, []
    for contract in CONTRACTS:
        for item in contract.items:
            reading = read(contract.text(without=item))
            if item not in WHEN_SPOKEN_OF or item in reading.applicable:
                seen += 1
                if item not in reading.missing:
                    lost.append(f"{name(contract)} {item}")
            wrong += [f"{name(contract)} without {item}: {other}" for other in reading.missing if other != item]
    assert seen >= 100
    assert len(lost) <= 0.02 * seen, lost
    assert len(wrong) <= 0.02 * seen, wrong


def test_each_item_said_another_way_is_found():
    lost, seen = [], 0
    for contract in CONTRACTS:
        for item in contract.items:
            for way in range(len(PHRASINGS[item][contract.language])):
                if way == contract.way:
                    continue
                text = contract.text(rephrased=item, way=way)
                reading = read(text)
                seen += 1
                found = {one.item: one.quote for one in reading.found}
                if item not in found:
                    lost.append(f"{name(contract)} {item}: {PHRASINGS[item][contract.language][way]}")
                else:
                    assert fold(text[found[item].start : found[item].end]) == found[item].words
    assert seen >= 300
    assert len(lost) <= 0.02 * seen, lost
