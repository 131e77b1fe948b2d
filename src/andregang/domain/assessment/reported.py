"""What a test report says, as values."""

from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.assessment.instruments import Instrument
from andregang.domain.assessment.scales import Scale
from andregang.domain.source import Document, Quote, Stated


class Question(StrEnum):
    """Why a score that was read has to be asked about."""

    NO_SCALE = "no_scale"
    OUTSIDE = "outside_scale"
    COLUMNS = "columns_differ"
    AXIS = "axis_differs"


@dataclass(frozen=True, slots=True)
class ReportedScore:
    """One score. `scale` is None when the report does not say it; `question` tells why the person must look."""

    trait: Stated[str]
    score: Stated[str]
    scale: Stated[Scale] | None
    line: Quote
    instrument: Instrument | None = None
    reliability: Stated[str] | None = None
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class ReportReading:
    """What a report says. `unread` are lines with numbers that were not understood."""

    document: Document
    instruments: tuple[Stated[Instrument], ...] = ()
    norm: Stated[str] | None = None
    reliability: Stated[str] | None = None
    scores: tuple[ReportedScore, ...] = ()
    unread: tuple[Quote, ...] = ()
