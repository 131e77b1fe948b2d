"""What is said about contracts: complete, in three languages, each rule with its place, age and standing."""

import pytest

from andregang.content import BadContent
from andregang.content import contract as loading
from andregang.content.contract import load_contract
from andregang.content.rules import RuleStatus, read_rule
from andregang.content.validation import check_texts
from andregang.domain.text import Language

CONTENT = load_contract()
TEXTS = [*CONTENT.items.values(), *CONTENT.cautions.values()]


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_every_text_is_there_in_three_languages_and_asks(text):
    check_texts(text.id, text.words)
    check_texts(text.id, text.ask)
    assert "?" in text.ask[Language.NB]
    assert not any(word in text.words[Language.NB].lower() for word in ("ulovlig", "ugyldig", "brudd"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_what_is_not_verified_says_what_to_verify(text):
    assert text.rule.place
    assert text.rule.as_of.year >= 2020
    assert text.rule.status is RuleStatus.VERIFIED or text.rule.verify.startswith("VF")


def test_letters_after_m_are_not_shown_while_they_are_unverified():
    for item in ("KT14", "KT15", "KT16", "KT17"):
        assert CONTENT.items[item].rule.status is RuleStatus.TO_VERIFY
        assert CONTENT.items[item].rule.place == "aml. § 14-6 (1)"


def test_the_advice_says_it_is_no_legal_advice_and_whom_to_ask():
    assert "ikke juridisk rådgivning" in CONTENT.advice["disclaimer"].words[Language.NB]
    for advice in CONTENT.advice.values():
        check_texts(advice.id, advice.words)


@pytest.mark.parametrize(
    "broken",
    [
        {"rule": "", "source": "L01", "as_of": CONTENT.items["KT01"].rule.as_of, "status": "verified"},
        {"rule": "aml.", "source": "L01", "as_of": "2024", "status": "verified"},
        {"rule": "aml.", "source": "L01", "as_of": CONTENT.items["KT01"].rule.as_of, "status": "to_verify"},
        {"rule": "aml.", "source": "L01", "as_of": CONTENT.items["KT01"].rule.as_of, "status": "sure"},
    ],
)
def test_a_rule_without_place_date_or_standing_is_refused(broken):
    with pytest.raises(BadContent):
        read_rule("KT01", broken)


def test_an_item_nobody_knows_is_refused():
    with pytest.raises(BadContent, match="KT18"):
        loading._same_ids({"KT18": {}}, ())
