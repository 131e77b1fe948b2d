"""`andregang case BRIEF DECK`: what an assignment asks, what each slide answers, and whether the time holds."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from andregang.bootstrap import AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.domain.preparation import Notice, NoticeKind
from andregang.i18n import Words

if TYPE_CHECKING:
    from andregang.domain.case import CaseReview


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command(
        "case", help=words._("Hold a presentation against its assignment: what is answered, what is not, and the time.")
    )
    @click.argument(
        "brief", metavar=words._("ASSIGNMENT"), type=click.Path(exists=True, dir_okay=False, path_type=Path)
    )
    @click.argument(
        "deck", metavar=words._("PRESENTATION"), type=click.Path(exists=True, dir_okay=False, path_type=Path)
    )
    @click.option(
        "--pace",
        type=click.FloatRange(60, 260),
        metavar="N",
        help=words._("Your own pace in words a minute. Without it, 130."),
    )
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def case(brief: Path, deck: Path, pace: float | None, as_json: bool) -> int:
        from andregang.output.case import case_json
        from andregang.readers import UnreadableDocument
        from andregang.services.case import ReadCase, read_case

        read: ReadCase | None = None
        with progress(words._("Reading {name} …", name=deck.name)):
            try:
                knowledge = context.knowledge
                given = (brief.name, brief.read_bytes()), (deck.name, deck.read_bytes())
                read = read_case(*given, knowledge.vocabulary, knowledge.similarity, pace)
            except UnreadableDocument as refused:
                unread = Notice(NoticeKind.UNREADABLE, refused.name, str(refused.reason))
        if read is None:
            say_notices([unread], words)
            return Exit.NOTHING_DONE
        if as_json:
            click.echo(json.dumps(case_json(read.review, read.brief.language.value), ensure_ascii=False))
        else:
            _Sheet(read.review, words).print()
        return Exit.ALL_USED

    return case


class _Sheet:
    def __init__(self, review: "CaseReview", words: Words) -> None:
        self.review, self.words = review, words
        self.console = Console(highlight=False, markup=False, emoji=False)

    def print(self) -> None:
        """Content first, then time, then what to cut."""
        self._demands()
        self._slides()
        self._time()
        self._open()

    def _demands(self) -> None:
        words, demands = self.words, self.review.assignment.demands
        self._heading(words._("What the assignment asks for"), first=True)
        if not demands:
            self._line(words._("Found nothing it asks for."))
        for place, demand in enumerate(demands):
            numbers = self.review.covering(place)
            where = words._("slide {numbers}", numbers=words.join([str(n) for n in numbers])) if numbers else ""
            self._line(f"{'●' if numbers else '○'} {demand.words}")
            self._below(where or words._("Found no slide that answers it."))

    def _slides(self) -> None:
        words = self.words
        self._heading(words._("The slides"))
        for one in self.review.slides:
            self._line(f"{one.slide.number}  {one.slide.title}")
            covers = [self.review.assignment.demands[place].words for place in one.covers]
            state = "; ".join(covers) or words.of(one.role)
            self._below(
                words._(
                    "{state}. {count} words, about {time}.",
                    state=state,
                    count=one.words_shown,
                    time=words.seconds(one.seconds),
                )
            )

    def _time(self) -> None:
        words, review = self.words, self.review
        self._heading(words._("The time"))
        said = words._("About {time} aloud.", time=words.seconds(review.seconds))
        minutes = review.assignment.minutes_to_talk
        if minutes:
            said += " " + words._("You have {minutes} minutes.", minutes=minutes) + " " + words.of(review.pressure)
        self._line(said)
        if review.slides_over:
            self._line(
                words.n_(
                    "{count} slide more than the assignment allows.",
                    "{count} slides more than the assignment allows.",
                    review.slides_over,
                )
            )
        for cut in review.cuts:
            self._line(
                words._(
                    "Slide {number}: {reason} ({time})",
                    number=cut.number,
                    reason=words.of(cut.reason),
                    time=words.seconds(cut.seconds),
                )
            )

    def _open(self) -> None:
        from andregang.output.case import question_about

        unclear = self.review.assignment.unclear
        if unclear:
            self._heading(self.words._("To ask the contact"))
        for one in unclear:
            self._line(f"? {question_about(one, self.words)}")

    def _heading(self, heading: str, *, first: bool = False) -> None:
        if not first:
            self.console.print()
        self.console.print(Text(heading, "bold"))

    def _line(self, said: str) -> None:
        self.console.print(Padding(Text(said), (0, 0, 0, 2)))

    def _below(self, said: str) -> None:
        self.console.print(Padding(Text(said, "dim"), (0, 0, 0, 6)))
