"""Authored product text as data files with stable ids. Each loader reads only its own files, once."""

from andregang.content.guidance import load_agenda, load_checklists, load_decisions, load_nervousness, load_roles
from andregang.content.model import AgendaPart, Checklist, Decision, Line, MeetingRole
from andregang.content.questions import load_own_questions, load_questions
from andregang.content.toml_files import BadContent
from andregang.content.validation import validate
from andregang.content.vocabulary import load_vocabulary

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
