"""A trial run through this very meeting: its minutes, its people, its questions in order."""

from andregang.domain.interview.model import OWN, Course, Part, Programme, Stage, Step
from andregang.domain.interview.programme import GROUPS, Usual, make_programme, parts_of
from andregang.domain.interview.report import Report, Said, Told, make_report

__all__ = [
    "GROUPS",
    "OWN",
    "Course",
    "Part",
    "Programme",
    "Report",
    "Said",
    "Stage",
    "Step",
    "Told",
    "Usual",
    "make_programme",
    "make_report",
    "parts_of",
]
