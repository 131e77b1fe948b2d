"""An assignment to present, the deck that answers it, and how the two stand to each other."""

from dataclasses import dataclass
from enum import StrEnum

from andregang.domain.source import Quote, Stated


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing the assignment asks the presentation to hold, verbatim."""

    quote: Quote

    @property
    def words(self) -> str:
        return self.quote.words


@dataclass(frozen=True, slots=True)
class SlideLimit:
    """How many slides the assignment allows; 0 where that side is open."""

    least: int
    most: int


class Unclear(StrEnum):
    """What the assignment leaves open and a careful candidate asks about."""

    DEMANDS = "demands"
    TIME = "time"
    QUESTIONS_IN_TIME = "questions_in_time"
    AUDIENCE = "audience"
    FORMAT = "format"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an assignment asks for and under which conditions, all as it says itself.

    Lengths are minutes: `presentation` the time given, questions in it when `questions_included`; `talking` the part
    of it to talk, where the assignment tells them apart; `discussion` the talk after; `working` the time to prepare.
    `design` is whether the job is to make things look: only then do looks count as much as content.
    """

    demands: tuple[Demand, ...] = ()
    presentation: Stated[int] | None = None
    talking: Stated[int] | None = None
    discussion: Stated[int] | None = None
    working: Stated[int] | None = None
    questions_included: bool = False
    slides: Stated[SlideLimit] | None = None
    language: Stated[str] | None = None
    form: tuple[Quote, ...] = ()
    delivery: tuple[Quote, ...] = ()
    audience: tuple[Quote, ...] = ()
    design: bool = False
    unclear: tuple[Unclear, ...] = ()

    @property
    def minutes(self) -> int | None:
        """The time given for the presentation, as stated."""
        return self.presentation.value if self.presentation else None

    @property
    def minutes_to_talk(self) -> int | None:
        """The minutes one may talk: the assignment's own figure, else the time given."""
        return self.talking.value if self.talking else self.minutes


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of a deck: `number` from 1; `lines` what it shows without the title, `notes` what is only said."""

    number: int
    title: str
    lines: tuple[str, ...] = ()
    notes: str = ""
    hidden: bool = False

    @property
    def shown(self) -> str:
        """Title and lines as one text."""
        return "\n".join(text for text in (self.title, *self.lines) if text)

    @property
    def text(self) -> str:
        """Everything shown and said."""
        return "\n".join(text for text in (self.shown, self.notes) if text)


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides in the order they are shown."""

    slides: tuple[Slide, ...]


class SlideRole(StrEnum):
    """What a slide is there for, as its place and its title tell."""

    TITLE = "title"
    AGENDA = "agenda"
    SUMMARY = "summary"
    CONTENT = "content"
    ASSUMPTIONS = "assumptions"
    BACKGROUND = "background"
    PLAN = "plan"
    RISK = "risk"
    SELF = "self"
    PRAISE = "praise"
    OTHER_TOPIC = "other_topic"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class SlideReview:
    """How one slide stands: what it is there for, which demands it answers (their places in the list), whether it is
    off the task, its words shown and said, and how many seconds it is likely to take."""

    slide: Slide
    role: SlideRole
    covers: tuple[int, ...]
    off_task: bool
    words_shown: int
    words_said: int
    seconds: int


class CutReason(StrEnum):
    """Why a slide may go."""

    OFF_TASK = "off_task"
    NOT_ASKED = "not_asked"
    COVERED_TWICE = "covered_twice"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Cut:
    """A slide to take out, or to shorten when the reason is that it is long, and the seconds that gives back."""

    number: int
    reason: CutReason
    seconds: int


class Pressure(StrEnum):
    """How the predicted length stands to the time given (substance 6.4): within 95 %, up to 100 %, over.

    `short` when what is written takes under 60 %: the rest is said beside it, and only saying it aloud tells.
    """

    SHORT = "short"
    FITS = "fits"
    TIGHT = "tight"
    OVER = "over"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CaseReview:
    """A deck held against its assignment. `uncovered` are places in the assignment's demands, in order."""

    assignment: Assignment
    slides: tuple[SlideReview, ...]
    uncovered: tuple[int, ...]
    seconds: int
    pressure: Pressure
    cuts: tuple[Cut, ...]
    slides_over: int
    slides_advised: int

    @property
    def off_task(self) -> tuple[int, ...]:
        return tuple(review.slide.number for review in self.slides if review.off_task)

    def covering(self, demand: int) -> tuple[int, ...]:
        """The numbers of the slides that answer a demand."""
        return tuple(review.slide.number for review in self.slides if demand in review.covers)
