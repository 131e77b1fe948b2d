"""The checks authored text must pass before any of it is shown."""

import re
from collections.abc import Iterator, Mapping

from andregang.content.assessment import (
    load_assessment_phrases,
    load_assessment_rights,
    load_instruments,
    load_traits,
)
from andregang.content.company import load_company_sources, load_worksheet
from andregang.content.contract import load_contract
from andregang.content.guidance import (
    load_agenda,
    load_checklists,
    load_decisions,
    load_nervousness,
    load_referee_advice,
    load_roles,
)
from andregang.content.law import load_law
from andregang.content.questions import load_own_questions, load_questions
from andregang.content.second_reader import load_remarks
from andregang.content.toml_files import AUTHORED, BadContent
from andregang.domain.text import Language

PLACEHOLDERS = frozenset(
    {"task", "position", "company", "tool", "person", "trait", "score", "month", "amount"},
)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def validate() -> None:
    """Read all authored text. Raises BadContent for an id used twice, a text missing in a language, a placeholder
    that is not known or not the same in all languages, an exclamation mark, or white space at the ends."""
    seen: set[str] = set()
    for entry, texts in _entries():
        if entry in seen:
            raise BadContent(entry, "used twice")
        seen.add(entry)
        for words in texts:
            check_texts(entry, words)


def check_texts(entry: str, texts: Mapping[Language, str]) -> None:
    """Check one text in all its languages. Raises BadContent."""
    held = {language: frozenset(_PLACEHOLDER.findall(words)) for language, words in texts.items()}
    if missing := [language for language in AUTHORED if not texts.get(language)]:
        raise BadContent(entry, f"no text in {', '.join(missing)}")
    if unknown := frozenset().union(*held.values()) - PLACEHOLDERS:
        raise BadContent(entry, f"unknown placeholder {', '.join(sorted(unknown))}")
    if len(set(held.values())) > 1:
        raise BadContent(entry, "placeholders differ between languages")
    for words in texts.values():
        if "!" in words or words != " ".join(words.split()):
            raise BadContent(entry, f"exclamation mark or stray space in {words!r}")


def _entries() -> Iterator[tuple[str, tuple[Mapping[Language, str], ...]]]:
    for question in load_questions().templates:
        yield question.id, (question.wording, {**question.wording, **question.verbal}, question.measures)
    for own in load_own_questions().templates:
        yield own.id, (own.wording,)
    for checklist in load_checklists():
        yield checklist.id, (checklist.title,)
        for line in checklist.lines:
            yield line.id, (line.words,)
    for role in load_roles():
        yield role.id, (role.label, role.because, role.listens_for)
    for part in load_agenda():
        yield part.id, (part.label,)
    for decision in load_decisions():
        yield decision.id, (decision.words,)
    for advice in (*load_nervousness(), *load_referee_advice()):
        yield advice.id, (advice.words,)
    for sheet_line in load_worksheet():
        yield sheet_line.id, (sheet_line.words,)
    for source in load_company_sources():
        yield source.id, (source.name, source.tells)
    for remark in load_remarks().values():
        yield remark.id, (remark.words,)
    yield from _law_entries()
    yield from _assessment_entries()


def _law_entries() -> Iterator[tuple[str, tuple[Mapping[Language, str], ...]]]:
    """The rules; their loaders also refuse one without place, source, date and standing."""
    contract, law = load_contract(), load_law()
    for text in (*contract.items.values(), *contract.cautions.values()):
        yield text.id, (text.words, text.ask)
    for advice in (*contract.advice.values(), *contract.conditions.values()):
        yield f"contract.{advice.id}", (advice.words,)
    for item in law.items.values():
        yield item.id, (item.words, item.rule, *((item.unless,) if item.unless else ()))
    for reply in law.replies.values():
        yield reply.id, (reply.words,)
    for topic in law.topics.values():
        yield topic.id, (topic.words, topic.help)
    for line in (*law.bodies.values(), *law.points.values()):
        yield f"law.{line.id}", (line.words,)


def _assessment_entries() -> Iterator[tuple[str, tuple[Mapping[Language, str], ...]]]:
    """What may be said of a test score, and of the tests themselves."""
    for key, texts in load_assessment_phrases().items():
        yield key, (texts,)
    for right in load_assessment_rights():
        yield right.id, (right.words,)
    for instrument in load_instruments():
        yield instrument.id, (instrument.model,)
    for trait in load_traits():
        yield f"trait {trait.id}", (trait.about,)
