"""An assignment as given → what it asks for, under which conditions, and what it leaves open."""

from dataclasses import replace

from andregang.domain.case.conditions import find_conditions, find_unclear_of
from andregang.domain.case.demands import find_demands
from andregang.domain.case.model import Assignment
from andregang.domain.case.units import read_units
from andregang.domain.evidence.lexicon import finder
from andregang.domain.source import Document
from andregang.domain.vocabulary import Vocabulary


def parse_assignment(document: Document, vocabulary: Vocabulary) -> Assignment:
    """Read an assignment. Never raises; every quote stands verbatim in the document (CF9: keep to the task)."""
    units = read_units(document.content)
    demands = find_demands(document, units, vocabulary)
    found = find_conditions(document, units, vocabulary)
    assignment = Assignment(
        demands=demands,
        presentation=found.presentation,
        talking=found.talking,
        discussion=found.discussion,
        working=found.working,
        questions_included=found.questions_included,
        slides=found.slides,
        language=found.language,
        form=found.form,
        delivery=found.delivery,
        audience=found.audience,
        design=finder(vocabulary, "case.design").search(document.content.text[:20_000]) is not None,
    )
    return replace(assignment, unclear=find_unclear_of(assignment))
