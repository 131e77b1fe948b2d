"""A preparation on the terminal: the meeting, the hypothesis, the questions, the plan, the files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from andregang.domain.evidence import Match
from andregang.domain.plan import Plan
from andregang.domain.preparation import Preparation
from andregang.domain.readiness import Standing, standing_of
from andregang.domain.source import Document
from andregang.i18n import Words

_ICONS = {Standing.WELL: "●", Standing.THIN: "◐", Standing.NOT_FOUND: "○", Standing.NOT_ASSESSED: "·"}
_MOST_EVIDENCE = 2
_MOST_QUESTIONS = 12


def report(
    preparation: Preparation,
    plan: Plan,
    words: Words,
    *,
    taken: Sequence[Document] = (),
    written: Iterable[Path] = (),
    measures: bool = False,
) -> None:
    """Print a preparation. `taken` are documents just given, with what they were taken for; `written` are files."""
    console = _console()
    for document in taken:
        console.print(Text(words._("{name}: {kind}", name=document.name, kind=words.of(document.kind)), "dim"))
    if preparation.title or preparation.employer:
        console.print()
        console.print(Text(", ".join(part for part in (preparation.title, preparation.employer) if part), "bold"))
    _meeting(console, preparation, words)
    if preparation.matches:
        _heading(console, words._("The hypothesis: you fit"))
        _matches(console, preparation.matches, words, cv_given=preparation.cv is not None)
    _questions(console, preparation, words, measures)
    _letter(console, preparation, words)
    _plan(console, plan, words)
    files = list(written)
    if files:
        _heading(console, words._("Files"))
        for path in files:
            console.print(Text(f"  {path}"))


def hypothesis(matches: Sequence[Match], words: Words) -> None:
    """Print the lines of an ad with the CV lines that speak for them."""
    _matches(_console(), matches, words, cv_given=True)


def _console() -> Console:
    return Console(highlight=False, soft_wrap=False, markup=False, emoji=False)


def _heading(console: Console, heading: str) -> None:
    console.print()
    console.print(Text(heading, "bold"))


def _meeting(console: Console, preparation: Preparation, words: Words) -> None:
    meeting = preparation.meeting
    if preparation.start is None and meeting is None:
        return
    _heading(console, words._("The meeting"))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")

    def row(label: str, value: str | None) -> None:
        if value:
            table.add_row(f"  {label}", Text(value))

    if preparation.start:
        row(words._("When"), words.when(preparation.start, preparation.end))
    if meeting:
        row(words._("Where"), meeting.place.value if meeting.place else None)
        row(words._("Link"), meeting.video_link.value if meeting.video_link else None)
        for position, person in enumerate(meeting.participants):
            parts = [person.name, person.role, words.of(person.side) if person.side.value != "unknown" else None]
            first = words._("for the first time") if person.first_time else None
            row(words._("Who") if position == 0 else "", ", ".join(part for part in (*parts, first) if part))
        for position, item in enumerate(meeting.agenda):
            minutes = words._("{count} min", count=item.minutes) if item.minutes else ""
            row(words._("Agenda") if position == 0 else "", " ".join(part for part in (item.what, minutes) if part))
        for test in meeting.tests:
            row(words._("Tests"), f"{test.what} ({words.of(test.when)})")
        if meeting.case:
            minutes = words._("{count} min", count=meeting.case.minutes) if meeting.case.minutes else ""
            row(words._("Case"), " ".join(part for part in (meeting.case.task, minutes) if part))
        row(words._("Bring"), ", ".join(quote.words for quote in meeting.bring))
        row(words._("Answer by"), words.day(meeting.reply_by.value) if meeting.reply_by else None)
        row(words._("Still unknown"), ", ".join(words.of(gap) for gap in meeting.missing))
    console.print(table)


def _matches(console: Console, matches: Sequence[Match], words: Words, *, cv_given: bool) -> None:
    for match in matches:
        standing = standing_of(match, cv_given=cv_given)
        line = Text(f"  {_ICONS[standing]} ")
        line.append(match.item.quote.words)
        line.append(f"  {words.of(match.item.kind)}, {words.of(standing)}", "dim")
        console.print(line)
        if match.asks_for_example:
            console.print(Padding(Text(words._("Have an example ready."), "dim"), (0, 0, 0, 6)))
        for evidence in match.evidence[:_MOST_EVIDENCE]:
            place = evidence.context.words if evidence.context else words.of(evidence.section)
            text = Text(f"«{evidence.quote.words}» ")
            text.append(f"CV: {place}", "dim")
            console.print(Padding(text, (0, 0, 0, 6)))


def _questions(console: Console, preparation: Preparation, words: Words, measures: bool) -> None:
    if preparation.questions:
        _heading(console, words._("Questions most worth preparing"))
    for number, question in enumerate(preparation.questions[:_MOST_QUESTIONS], 1):
        console.print(Text(f"  {number:2}. {question.words}"))
        if measures and question.measures:
            console.print(Padding(Text(words._("Measures: {what}", what=question.measures), "dim"), (0, 0, 0, 6)))
    if preparation.own_questions:
        _heading(console, words._("Questions you can ask"))
    for own in preparation.own_questions:
        who = f"{own.person}: " if own.person else ""
        console.print(Text(f"   –  {who}{own.words}"))


def _letter(console: Console, preparation: Preparation, words: Words) -> None:
    from andregang.output.letters import letter_to_contact

    letter = letter_to_contact(preparation, words)
    if letter is None:
        return
    _heading(console, words._("Message to the contact"))
    if letter.to:
        console.print(Text(f"  {letter.to}", "dim"))
    console.print(Text(f"  {letter.subject}", "italic"))
    console.print(Padding(Text(letter.body), (0, 0, 0, 2)))
    console.print(Padding(Text(letter.mailto, "dim", overflow="fold"), (1, 0, 0, 2)))


def _plan(console: Console, plan: Plan, words: Words) -> None:
    if plan.days:
        _heading(console, words._("The plan"))
    for day in plan.days:
        console.print(Text(f"  {words.day(day.date)}"))
        for task in day.tasks:
            line = Text(f"    {words.of(task.action)}")
            if task.items:
                line.append(f": {task.items[0].quote.words}")
            line.append(f"  {words._('{count} min', count=task.minutes)}", "dim")
            console.print(line)
