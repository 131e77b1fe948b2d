"""Authored product text as data files with stable ids. Each loader reads only its own files, once."""

from typing import TYPE_CHECKING

from andregang.content.guidance import load_agenda, load_checklists, load_decisions, load_nervousness, load_roles
from andregang.content.model import AgendaPart, Checklist, Decision, Line, MeetingRole
from andregang.content.toml_files import BadContent
from andregang.content.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from andregang.content.questions import load_own_questions, load_questions
    from andregang.content.validation import validate

__all__ = [
    "AgendaPart",
    "BadContent",
    "Checklist",
    "Decision",
    "Line",
    "MeetingRole",
    "load_agenda",
    "load_checklists",
    "load_decisions",
    "load_nervousness",
    "load_own_questions",
    "load_questions",
    "load_roles",
    "load_vocabulary",
    "validate",
]


def __getattr__(name: str) -> object:
    """Load the question bank's types, and all the columns they rest on, when they are first asked for."""
    if name in ("load_own_questions", "load_questions"):
        from andregang.content import questions

        return getattr(questions, name)
    if name == "validate":
        from andregang.content.validation import validate

        return validate
    raise AttributeError(name)
