"""The question bank and the candidate's own questions, as the domain's values."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.question_words import load_question_words
from andregang.content.toml_files import AUTHORED, read_table, some_wording, wording
from andregang.domain.questions import (
    Hv,
    Lexicon,
    OwnQuestionBank,
    OwnQuestionTemplate,
    QuestionBank,
    QuestionTemplate,
    When,
)
from andregang.domain.text import Language

_FILES = ("opening", "tasks", "follow_up", "people", "assessment", "terms")
_GROUP = re.compile(r"IQ-(\D+)\d+")


@cache
def load_questions() -> QuestionBank:
    """Every question an interviewer may ask (IQ-*), in the bank's order. Raises BadContent."""
    templates = (
        _template(entry, table) for name in _FILES for entry, table in read_table("questions", f"{name}.toml").items()
    )
    return QuestionBank(tuple(templates), _lexicons(), load_question_words())


@cache
def load_own_questions() -> OwnQuestionBank:
    """Every question a candidate may ask (CQ*). Raises BadContent."""
    templates = (
        OwnQuestionTemplate(
            id=entry,
            to=table["to"],
            wording=wording(entry, table),
            informs=table["informs"],
            rank=table["rank"],
            when=When(table.get("when", "")),
            answered_by=table.get("answered_by", ""),
        )
        for entry, table in read_table("own_questions.toml").items()
    )
    return OwnQuestionBank(tuple(templates), load_question_words())


def _template(entry: str, table: Mapping[str, Any]) -> QuestionTemplate:
    group = _GROUP.fullmatch(entry)
    return QuestionTemplate(
        id=entry,
        group=group[1] if group else "",
        hv=Hv(table["hv"]) if "hv" in table else None,
        wording=wording(entry, table),
        measures=wording(entry, table["measures"]),
        element=table.get("element", ""),
        verbal=some_wording(table.get("verbal", {})),
        weight=table.get("weight", 0.6),
        when=When(table.get("when", "")),
        follow_up=table.get("follow_up", False),
        quoted=table.get("quoted", False),
        demand=table.get("demand", False),
        qualities=tuple(table.get("qualities", ())),
    )


def _lexicons() -> Mapping[Language, Lexicon]:
    tables = read_table("lexicon.toml")
    shared = frozenset(tables["any"]["names"].split())
    return MappingProxyType({language: _lexicon(tables[language.value], shared) for language in AUTHORED})


def _lexicon(table: Mapping[str, str], names: frozenset[str]) -> Lexicon:
    pairs = (pair.split(":") for pair in table.get("present", "").split())
    return Lexicon(
        verbs=frozenset(table["verbs"].split()),
        either=frozenset(table["either"].split()),
        adjectives=frozenset(table.get("adjectives", "").split()),
        names=names | frozenset(table.get("names", "").split()),
        doubling=frozenset(table.get("doubling", "").split()),
        present=MappingProxyType({form: infinitive for form, infinitive in pairs}),
    )
