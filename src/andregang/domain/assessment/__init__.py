"""Test results: what a score means, how sure it is, what a report says, and what the person says to it."""

from andregang.domain.assessment.disagreement import DissentStep, Recognised, steps_of, with_step
from andregang.domain.assessment.error import (
    CAUTIOUS,
    AssessmentKind,
    Interval,
    Level,
    read_reliability,
    standard_error,
    sure_difference,
    true_score,
    with_error,
)
from andregang.domain.assessment.instruments import Form, Instrument, Sure, find_instruments
from andregang.domain.assessment.profile import Placed, likely_questions, place_result, surely_differ
from andregang.domain.assessment.report import read_report
from andregang.domain.assessment.reported import Question, ReportedScore, ReportReading
from andregang.domain.assessment.scales import RawBand, Scale, Score, Stretch, bands, convert, from_z, read_score, to_z
from andregang.domain.assessment.traits import Trait, demands_touched, trait_called

__all__ = [
    "CAUTIOUS",
    "AssessmentKind",
    "DissentStep",
    "Form",
    "Instrument",
    "Interval",
    "Level",
    "Placed",
    "Question",
    "RawBand",
    "Recognised",
    "ReportReading",
    "ReportedScore",
    "Scale",
    "Score",
    "Stretch",
    "Sure",
    "Trait",
    "bands",
    "convert",
    "demands_touched",
    "find_instruments",
    "from_z",
    "likely_questions",
    "place_result",
    "read_reliability",
    "read_report",
    "read_score",
    "standard_error",
    "steps_of",
    "sure_difference",
    "surely_differ",
    "to_z",
    "trait_called",
    "true_score",
    "with_error",
    "with_step",
]
