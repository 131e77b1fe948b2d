"""A deck held against its assignment: content first, then time, then what to cut."""

from collections.abc import Sequence

from andregang.domain.case.coverage import Coverage, cover
from andregang.domain.case.model import Assignment, CaseReview, Cut, CutReason, Deck, SlideReview, SlideRole
from andregang.domain.case.pace import Pace, buffer_minutes, pressure_of, seconds_for, slides_advised, words_said
from andregang.domain.case.roles import roles_of
from andregang.domain.evidence.model import Similarity
from andregang.domain.vocabulary import Vocabulary
from andregang.domain.writing import spoken

_NOT_ASKED = (SlideRole.AGENDA, SlideRole.BACKGROUND, SlideRole.PLAN, SlideRole.RISK, SlideRole.ASSUMPTIONS)
_LONG_SHARE = 1.5


def review_deck(
    assignment: Assignment,
    deck: Deck,
    vocabulary: Vocabulary,
    pace: Pace | None = None,
    similarity: Similarity | None = None,
) -> CaseReview:
    """What each slide covers, what is not covered, what is off the task, how long it takes and what may go first."""
    pace = pace or Pace()
    roles = roles_of(deck, vocabulary)
    coverage = cover(assignment.demands, deck, roles, similarity, vocabulary)
    slides = tuple(_review(deck, place, role, coverage, pace, first=place == 0) for place, role in enumerate(roles))
    seconds = sum(review.seconds for review in slides)
    minutes = assignment.minutes_to_talk
    shown = sum(1 for slide in deck.slides if not slide.hidden)
    most = assignment.slides.value.most if assignment.slides else 0
    return CaseReview(
        assignment=assignment,
        slides=slides,
        uncovered=coverage.uncovered(len(assignment.demands)),
        seconds=seconds,
        pressure=pressure_of(seconds, minutes),
        cuts=find_cuts(slides, minutes),
        slides_over=max(0, shown - most) if most else 0,
        slides_advised=slides_advised(minutes)[0] if minutes else 0,
    )


def _review(deck: Deck, place: int, role: SlideRole, coverage: Coverage, pace: Pace, *, first: bool) -> SlideReview:
    slide = deck.slides[place]
    off = place in coverage.off_task
    kept = SlideRole.OTHER_TOPIC if off and role is SlideRole.CONTENT else role
    said = 0 if slide.hidden else words_said(slide, kept)
    seconds = 0 if slide.hidden else round(seconds_for(said, pace, 0 if first else 1))
    return SlideReview(slide, kept, coverage.covers[place], off, spoken(slide.shown).words, said, seconds)


def find_cuts(slides: Sequence[SlideReview], minutes: int | None) -> tuple[Cut, ...]:
    """What to take out first: what is off the task always; then, until the time holds with its buffer, what nobody
    asked for, what is answered twice, and at last what may be shorter."""
    cuts = [Cut(s.slide.number, CutReason.OFF_TASK, s.seconds) for s in slides if s.off_task]
    if not minutes:
        return tuple(cuts)
    over = sum(s.seconds for s in slides) - sum(cut.seconds for cut in cuts) - 60 * (minutes - buffer_minutes(minutes))
    for cut in (*_not_asked(slides), *_twice(slides), *_long(slides, minutes)):
        if over <= 0:
            break
        if all(cut.number != other.number for other in cuts):
            cuts.append(cut)
            over -= cut.seconds
    return tuple(cuts)


def _not_asked(slides: Sequence[SlideReview]) -> list[Cut]:
    extra = [s for s in slides if s.role in _NOT_ASKED and not s.covers and not s.slide.hidden]
    extra.sort(key=lambda s: (_NOT_ASKED.index(s.role), -s.seconds))
    return [Cut(s.slide.number, CutReason.NOT_ASKED, s.seconds) for s in extra]


def _twice(slides: Sequence[SlideReview]) -> list[Cut]:
    """Later slides of a demand that has one already."""
    seen: set[int] = set()
    found = []
    for review in slides:
        if review.covers and all(demand in seen for demand in review.covers):
            found.append(Cut(review.slide.number, CutReason.COVERED_TWICE, review.seconds))
        seen.update(review.covers)
    return sorted(found, key=lambda cut: -cut.seconds)


def _long(slides: Sequence[SlideReview], minutes: int) -> list[Cut]:
    """Slides that take far more than their share; what is over the share may go."""
    answers = [s for s in slides if s.covers]
    if not answers:
        return []
    share = 60 * (minutes - buffer_minutes(minutes)) / len(answers)
    most = min(share, _LONG_SHARE * sum(s.seconds for s in answers) / len(answers))
    longest = sorted((s for s in answers if s.seconds > most), key=lambda s: -s.seconds)
    return [Cut(s.slide.number, CutReason.LONG, round(s.seconds - most)) for s in longest]
