"""The rules one should know before the interview: each with place, source, date and standing, and its exception."""

from dataclasses import replace

import pytest

from andregang.content import BadContent, validate
from andregang.content.law import check_item, load_law
from andregang.content.rules import RuleStatus, read_rule
from andregang.content.validation import check_texts
from andregang.domain.openness import GROUPS
from andregang.domain.text import Language

LAW = load_law()


@pytest.mark.parametrize("item", LAW.items.values(), ids=lambda item: item.id)
def test_a_rule_has_a_place_a_source_an_age_and_somebody_to_ask(item):
    assert item.stands.place
    assert item.stands.source
    assert 2017 <= item.stands.as_of.year <= 2026
    assert item.whom
    check_texts(item.id, item.rule)


def test_everything_of_the_law_that_was_gathered_is_there():
    named = [f"LA{n}" for n in range(1, 14)] + [f"LD{n}" for n in range(1, 6)] + [f"LK{n}" for n in range(1, 6)]
    assert set(named) <= set(LAW.items)
    assert all(LAW.group(group) for group in GROUPS)


@pytest.mark.parametrize("law", ["LA1", "LA2", "LA3", "LA4", "LA10", "LK1", "LK5", "GD7"])
def test_what_must_be_verified_is_not_called_verified(law):
    item = LAW.items[law]
    assert item.stands.status is RuleStatus.TO_VERIFY
    assert LAW.points[item.stands.verify].words[Language.NB]


def test_no_rule_calls_a_question_illegal():
    for item in LAW.items.values():
        assert not any(word in item.rule[Language.NB].casefold() for word in ("ulovlig", "straffbart å spørre"))


def test_nothing_is_promised_about_consent_to_call_referees():
    words = LAW.items["RF8"].rule[Language.NB]
    assert "be om og avtale" in words
    assert "forbudt" not in words


@pytest.mark.parametrize(
    "broken",
    [
        {"group": "secrets"},
        {"unless": None},
        {"whom": ()},
        {"whom": ("nobody",)},
        {"replies": ("LS99",)},
        {"stands": replace(LAW.items["LA1"].stands, verify="VF77")},
    ],
)
def test_a_rule_that_is_not_whole_is_refused(broken):
    with pytest.raises(BadContent, match="LA1"):
        check_item(replace(LAW.items["LA1"], **broken), LAW.replies, LAW.bodies, LAW.points)


def test_a_rule_without_a_date_is_refused():
    with pytest.raises(BadContent):
        read_rule("LA1", {"place": "ldl. § 30", "source": "L17", "status": "verified"}, "place")


def test_all_authored_text_passes_with_the_law_in_it():
    validate()
