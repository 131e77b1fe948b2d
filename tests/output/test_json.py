"""What is printed as JSON: the shapes that are documented, and quotes that stand where they say."""

import json
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from andregang.domain.source import Document
from andregang.domain.text import fold
from andregang.output.export_json import preparation_json
from andregang.output.reading_json import ad_json, cv_json, match_json, meeting_json

from . import preparations
from .briefs import compare

CASES = (
    "ordinary",
    "crowded",
    "single",
    "ad_only",
    "invitation_only",
    "nothing",
    "hostile",
    "sami",
    "wordy",
    "bare_ad",
)
SCHEMA = json.loads((resources.files("andregang.output") / "data" / "preparation.schema.json").read_text("utf-8"))


def valid(made: object, name: str = "") -> object:
    """What was made, as it comes back from a file, if it has the documented shape."""
    schema = {"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]} if name else SCHEMA
    read_back = json.loads(json.dumps(made, ensure_ascii=False, allow_nan=False))
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(read_back)
    return read_back


def whole(case: str) -> Any:
    preparation = getattr(preparations, case)()
    return preparation_json(preparation, preparations.a_plan(preparation.ad))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("case", CASES)
def test_a_preparation_has_the_documented_shape(case: str):
    valid(whole(case))


def test_an_ordinary_preparation_is_as_expected():
    compare("preparation.json", json.dumps(whole("ordinary"), ensure_ascii=False, indent=1) + "\n")


@pytest.mark.parametrize("case", CASES)
def test_every_quote_stands_in_its_document(case: str):
    preparation = getattr(preparations, case)()
    sources = (preparation.ad, preparation.cv, preparation.meeting)
    documents: dict[str, Document] = {s.document.digest: s.document for s in sources if s}
    quotes = list(_quotes(whole(case)))
    for claim in quotes:
        text = documents[claim["document"]].content.text
        assert fold(text[claim["start"] : claim["end"]]) == claim["quote"]
    assert bool(quotes) == bool(documents)


def _quotes(value: Any):
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for part in value.values():
            yield from _quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _quotes(part)


def test_each_reading_has_its_shape():
    preparation = preparations.ordinary()
    valid(ad_json(preparation.ad), "ad")
    valid(cv_json(preparation.cv), "cv")
    valid(meeting_json(preparation.meeting), "meeting")
    valid(match_json(preparation.matches), "matches")


def test_an_ad_is_told_by_its_plain_values():
    ad = ad_json(preparations.ordinary().ad)
    assert (ad["language"], ad["title"], ad["employer"]) == ("nb", "Prosjektleder nettutbygging", "Fjellvann Energi")
    assert ad["deadline"] == "2026-10-30"
    assert ad["contacts"][0]["name"] == "Terje Bakkane"
    assert [item["kind"] for item in ad["items"]].count("offer") == 1


def test_a_cv_is_a_json_resume():
    cv = cv_json(preparations.ordinary().cv)
    job, school = cv["work"][0], cv["education"][0]
    assert cv["basics"]["name"] == "Ingrid Solvik"
    assert (job["name"], job["position"]) == ("Skagerak Linjebygg", "Prosjektleder")
    assert (job["startDate"], job["endDate"], len(job["highlights"])) == ("2017", None, 3)
    assert (school["startDate"], school["endDate"]) == ("2008", "2010-06")
    assert cv["references"] == [cv["references"][0] | {"name": "Liv Aasen"}]


def test_a_meeting_carries_its_offset_and_what_is_missing():
    meeting = meeting_json(preparations.ordinary().meeting)
    assert meeting["start"] == "2026-11-26T10:00:00+01:00"
    assert (meeting["round"], meeting["kind"], meeting["missing"]) == (2, "invitation", ["next_steps"])
    assert meeting["reply_by"] == "2026-11-24"
    assert meeting["bring"] == ["Vitnemål og attester", "Navn på to referanser"]


def test_a_match_leaves_out_what_is_not_compared():
    items = match_json(preparations.ordinary().matches)["items"]
    assert {item["kind"] for item in items} == {"task", "must", "should"}
    assert all(item["evidence"] for item in items if item["strength"] != "none")
