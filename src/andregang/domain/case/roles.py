"""What each slide is there for, told by its place and its words."""

import re

from andregang.domain.case.model import Deck, Slide, SlideRole
from andregang.domain.dates.words import MONTHS, alternatives
from andregang.domain.evidence.lexicon import finder
from andregang.domain.evidence.words import kinship, stems
from andregang.domain.vocabulary import Vocabulary

_SHORT = 14
_LIST_WORDS = 7
_SELF = re.compile(r"\b(?:jeg|eg|meg|min|mitt|mine|mi|i|my|me|i've|i'm)\b", re.IGNORECASE)
_TIMED = re.compile(
    r"(?:(?:uke|veke|dag|måned|månad|week|day|month|fase|phase|q|kvartal|kv\.?|steg|step)\s?\d|\d{1,3}\s?[–-]\s?\d{1,3}\b|\d{1,2}\. ?kvartal"  # noqa: E501
    rf"|(?:{alternatives(MONTHS)})\b)",
    re.IGNORECASE,
)
_TIME_COLUMN = re.compile(
    r"(?:uker?|veker?|dag(?:er|ar)?|måned(?:er)?|månad(?:er|ar)?|når|tid|weeks?|days?|months?|when|period|periode|dato)\s+\S",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")


def roles_of(deck: Deck, vocabulary: Vocabulary) -> tuple[SlideRole, ...]:
    """A role for each slide."""
    teller = _Teller(deck, vocabulary)
    return tuple(teller.role(slide) for slide in deck.slides)


class _Teller:
    def __init__(self, deck: Deck, vocabulary: Vocabulary) -> None:
        self._slides = deck.slides
        self._vocabulary = vocabulary

    def _says(self, name: str, text: str) -> bool:
        return finder(self._vocabulary, f"case.{name}").search(text) is not None

    def _opens(self, name: str, title: str) -> bool:
        """Whether a title is one of the list's phrases, with little more."""
        found = finder(self._vocabulary, f"case.role.{name}").search(title)
        return found is not None and len(title.split()) - len(found.group().split()) <= 3

    def role(self, slide: Slide) -> SlideRole:
        words = len(slide.shown.split())
        last = slide.number >= len(self._slides)
        if slide.number == 1 and not self._is_argued(slide):
            return SlideRole.TITLE
        if last and (words <= _SHORT or self._opens("closing", slide.title)):
            return SlideRole.CLOSING
        if slide.number >= len(self._slides) - 2 and self._opens("closing", slide.title) and words <= 3 * _SHORT:
            return SlideRole.CLOSING
        if self._is_agenda(slide):
            return SlideRole.AGENDA
        off = self._off(slide)
        if off:
            return off
        if self._is_plan(slide):
            return SlideRole.PLAN
        for role in (SlideRole.SUMMARY, SlideRole.ASSUMPTIONS, SlideRole.RISK, SlideRole.PLAN, SlideRole.BACKGROUND):
            if self._opens(str(role), slide.title):
                return role
        return SlideRole.CONTENT

    def _is_argued(self, slide: Slide) -> bool:
        """Whether a first slide says more than a title page does."""
        return len(slide.lines) >= 3 and len(" ".join(slide.lines).split()) >= 25

    def _is_agenda(self, slide: Slide) -> bool:
        """A list of short points early on, named so, or that names the slides to come."""
        if slide.number > 4 or not slide.lines:
            return False
        short = sum(1 for line in slide.lines if len(line.split()) <= _LIST_WORDS) >= 0.8 * len(slide.lines)
        if self._opens("agenda", slide.title) and (short or len(slide.lines) == 1):
            return not any(_FIGURE.search(line) and len(line.split()) > _LIST_WORDS for line in slide.lines)
        if not short or len(slide.lines) < 3:
            return False
        later = [stems(other.title) for other in self._slides if other.number > slide.number]
        named = sum(1 for line in slide.lines if _names_one(stems(line), later))
        return named >= max(2, len(slide.lines) // 2 + 1)

    def _is_plan(self, slide: Slide) -> bool:
        """Lines that each begin with a time, or a table whose first column is one."""
        timed = sum(1 for line in slide.lines if _TIMED.match(line))
        return (timed >= 3 and timed * 3 >= 2 * (len(slide.lines) - 1)) or bool(
            slide.lines and _TIME_COLUMN.match(slide.lines[0])
        )

    def _off(self, slide: Slide) -> SlideRole | None:
        """About oneself, about how fine the employer is, or a byway: by the title, or by what most lines say."""
        title, body = slide.title, "\n".join(slide.lines)
        lines = max(1, len(slide.lines))
        about_me = sum(1 for line in slide.lines if self._says("off.self", line))
        praise = sum(1 for line in (title, *slide.lines) if self._says("off.praise", line))
        if self._says("off.self", title) or about_me * 2 > lines:
            return SlideRole.SELF
        if praise >= 2 or (self._says("off.praise", title) and _SELF.search(body)):
            return SlideRole.PRAISE
        topic = sum(1 for line in (title, *slide.lines) if self._says("off.topic", line))
        if topic >= 2 or self._says("off.topic", title):
            return SlideRole.OTHER_TOPIC
        return None


def _names_one(line: tuple[str, ...], titles: list[tuple[str, ...]]) -> bool:
    return any(kinship(word, other) >= 0.7 for title in titles for other in title for word in line)
