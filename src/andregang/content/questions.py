"""The question bank and the candidate's own questions, as the domain's values."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from andregang.content.question_words import load_question_words
from andregang.content.toml_files import read_table, some_wording, wording
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
_ENDINGS = ("_endings", "prefixes")
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
        fits=tuple(table.get("fits", ())),
        qualities=tuple(table.get("qualities", ())),
    )


def _lexicons() -> Mapping[Language, Lexicon]:
    tables = read_table("lexicon.toml")
    norwegian = (tables["no"], tables["nb"])
    return MappingProxyType(
        {
            Language.NB: _lexicon(tables["any"], *norwegian),
            Language.NN: _lexicon(tables["any"], *norwegian, tables["nn"]),
            Language.EN: _lexicon(tables["any"], tables["en"]),
        }
    )


def _lexicon(*tables: Mapping[str, str]) -> Lexicon:
    """The lists of all tables together; of how a role is said, the last."""
    lists: dict[str, list[str]] = {}
    for table in tables:
        for name, words in table.items():
            lists[name] = (lists.get(name, []) if name != "role" else []) + words.split()
    present = dict(_pair(one) for one in lists.pop("present", []))
    return Lexicon(
        words=MappingProxyType({name: frozenset(words) for name, words in lists.items()}),
        endings=MappingProxyType({name: tuple(words) for name, words in lists.items() if name.endswith(_ENDINGS)}),
        present=MappingProxyType(present),
        role=" ".join(lists.get("role", ())),
    )


def _pair(form_and_infinitive: str) -> tuple[str, str]:
    form, _, infinitive = form_and_infinitive.partition(":")
    return form, infinitive
