"""Cards to import: one a question, the same id every time, and fields that hold their text."""

import csv
import io
from dataclasses import replace

import pytest

from andregang.i18n import use
from andregang.output.cards import anki_cards

from . import preparations
from .briefs import compare


def cards(preparation) -> list[list[str]]:
    text = anki_cards(preparation, use("nb"))
    body = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return list(csv.reader(io.StringIO(body), delimiter="\t"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_cards_are_as_expected(language: str):
    compare(f"questions.{language}.txt", anki_cards(preparations.ordinary(), use(language)))


def test_the_header_tells_how_to_read_the_file():
    head = anki_cards(preparations.nothing(), use("nb")).splitlines()
    assert head[:4] == ["#separator:tab", "#html:false", "#guid column:1", "#tags column:4"]
    assert all(line.startswith("#") for line in head)


def test_every_card_has_four_fields_and_hostile_text_stays_in_its_field():
    rows = cards(preparations.hostile())
    assert len(rows) == len(preparations.hostile().questions)
    assert {len(row) for row in rows} == {4}
    assert any('"quoted"' in row[1] for row in rows)
    assert any("=cmd|'/c calc'!A1" in row[2] for row in rows)


def test_ids_are_unique_stable_and_belong_to_one_preparation():
    here, other = preparations.ordinary(), replace(preparations.ordinary(), id="another")
    ids = [row[0] for row in cards(here)]
    assert len(set(ids)) == len(ids)
    assert ids == [row[0] for row in cards(here)]
    assert not set(ids) & {row[0] for row in cards(other)}
