"""Everything that is said is said in bokmål, nynorsk and English, and in nothing in between."""

import importlib.util
import re
import string
from functools import cache
from pathlib import Path
from types import ModuleType

import polib
import pytest

from andregang.i18n import CATALOGUES

ROOT = Path(__file__).parents[2]
LANGUAGES = ("nb", "nn", "en")


@cache
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words_tool", ROOT / "tools" / "words.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def in_use() -> frozenset[object]:
    return frozenset(tool().msgids_in_use(set()))


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(CATALOGUES / language / "LC_MESSAGES" / "andregang.po"), encoding="utf-8")


def said(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def names(text: str) -> set[str]:
    """The values a text leaves room for."""
    return {
        f"{name}!{conversion or ''}" for _, name, _, conversion in string.Formatter().parse(text) if name is not None
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_msgid_in_use_has_words(language: str):
    entries = {(e.msgid, e.msgid_plural) if e.msgid_plural else e.msgid for e in catalogue(language) if all(said(e))}
    assert in_use() - entries == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_fuzzy_or_left_over(language: str):
    entries = catalogue(language)
    assert [e.msgid for e in entries if e.fuzzy or e.obsolete] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_has_room_for_the_same_values(language: str):
    for entry in catalogue(language):
        wanted = names(entry.msgid) | names(entry.msgid_plural or "")
        for text in said(entry):
            assert names(text) == wanted, entry.msgid


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_shouted_and_no_space_is_left_over(language: str):
    for entry in catalogue(language):
        for text in said(entry):
            assert "!" not in re.sub(r"\{[^}]*\}", "", text), entry.msgid
            assert text == text.strip(), entry.msgid
            assert "  " not in text, entry.msgid


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_ends_in_english_ends_in_norwegian(language: str):
    for entry in catalogue(language):
        for text in said(entry):
            if entry.msgid.endswith((".", "?", ":", "…")) and "(" not in entry.msgid:
                assert text.endswith(tuple(".?:…,")), entry.msgid


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str):
    words = tool()
    compiled = (CATALOGUES / language / "LC_MESSAGES" / "andregang.mo").read_bytes()
    assert compiled == words.compiled(words.load(language))


def test_the_three_catalogues_speak_of_the_same():
    keys = [{(e.msgid, e.msgid_plural) for e in catalogue(language)} for language in LANGUAGES]
    assert keys[0] == keys[1] == keys[2]


# Words that belong to one written standard only; a slip between the two is seen at once by whoever writes it.
ONLY_BOKMAAL = (
    "ikke|jeg|hva|hvem|hvor|hvordan|hvorfor|hvilken|hvilke|hvis|fra|noe|noen|mye|ble|være|vært|uke|uker|dere|deres|hun|"
    "hjemme|gjøre|kommer|sier|vet|bedre|flere|mer|nå|bare|samme|alltid|forberede|forberedelse|forberedelsen|"
    "forberedelsene|arbeidsgiveren|arbeidsgiver|spørsmålene|oppgavene|kravene|dager|minutter|timer|eksempel|eksempler|"
    "skrevet|åpne|slettet|lagret|skadet|virksomheten|førstegangsintervju|andregangsintervju|andregangsintervjuet"
)
ONLY_NYNORSK = (
    "ikkje|eg|kva|kven|kvar|korleis|kvifor|frå|noko|nokon|mykje|vart|vere|vore|veke|veker|dykk|dykkar|ho|gjere|kjem|"
    "seier|veit|betre|fleire|meir|òg|berre|førebu|førebuing|førebuinga|arbeidsgjevar|arbeidsgjevaren|spørsmåla|"
    "oppgåvene|krava|dagar|timar|døme|opne|sletta|lagra|skadd|verksemda"
)


@pytest.mark.parametrize(("language", "foreign"), [("nn", ONLY_BOKMAAL), ("nb", ONLY_NYNORSK)])
def test_no_word_of_the_other_norwegian(language: str, foreign: str):
    slip = re.compile(rf"\b(?:{foreign})\b", re.IGNORECASE)
    texts = [(entry.msgid, re.sub(r"\{[^}]*\}", " ", text)) for entry in catalogue(language) for text in said(entry)]
    assert {msgid: slip.findall(text) for msgid, text in texts if slip.search(text)} == {}
