"""`andregang contract FILE`: what is in an employment contract, what is missing, and what to ask about."""

import datetime as dt
import json
from collections.abc import Iterable
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
    from andregang.content.contract import ContractContent
    from andregang.domain.contract import ContractReading

_INDENT = (0, 0, 0, 6)


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command(
        "contract", help=words._("Read an employment contract: what is there, what is missing, what to ask.")
    )
    @click.argument("file", metavar=words._("FILE"), type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option(
        "--notice-on",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help=words._("The day you would give notice; the last day is reckoned from it. Without it, today."),
    )
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def contract(file: Path, notice_on: dt.datetime | None, as_json: bool) -> int:
        from andregang.content import load_vocabulary
        from andregang.content.contract import load_contract
        from andregang.output.contract import contract_json
        from andregang.readers import UnreadableDocument
        from andregang.services.contract import GivenContract, read_contract_file

        given: GivenContract | None = None
        with progress(words._("Reading {name} …", name=file.name)):
            try:
                given = read_contract_file(file.name, file.read_bytes(), load_vocabulary())
            except UnreadableDocument as refused:
                unread = Notice(NoticeKind.UNREADABLE, refused.name, str(refused.reason))
        if given is None:
            say_notices([unread], words)
            return Exit.NOTHING_DONE
        if as_json:
            found = {"language": given.language.value, **contract_json(given.reading, load_contract())}
            click.echo(json.dumps(found, ensure_ascii=False))
        else:
            day = notice_on.date() if notice_on else context.now().date()
            _Sheet(given.reading, load_contract(), words).print(day)
        return Exit.ALL_USED

    return contract


class _Sheet:
    def __init__(self, reading: "ContractReading", content: "ContractContent", words: Words) -> None:
        self.reading, self.content, self.words = reading, content, words
        self.console = Console(highlight=False, markup=False, emoji=False)

    def print(self, day: dt.date) -> None:
        """Everything, in the order one needs it."""
        from andregang.output.contract import name_of, reply_for_contract

        self._say(Text(name_of(self.reading.kind, self.words), "bold"))
        self._missing()
        self._cautions()
        self._found()
        self._numbers(day)
        letter = reply_for_contract(self.reading, self.content, self.words)
        if letter:
            self._heading(self.words._("Message to the employer"))
            self._say(Text(f"  {letter.subject}", "italic"))
            self._say(Padding(Text(letter.body), (0, 0, 0, 2)))
        self._heading(self.words._("Whom to ask"))
        for entry in ("whom", "deadline", "disclaimer"):
            self._say(Padding(Text(self.content.advice[entry].words[self.words.language]), (0, 0, 0, 2)))

    def _missing(self) -> None:
        from andregang.output.rules import rule_words

        self._heading(self.words._("Did not find"))
        if not self.reading.missing:
            self._say(Text("  " + self.words._("Everything a contract must say was found.")))
        for item in self.reading.missing:
            text = self.content.items[item]
            self._entry("○", text.words[self.words.language], [rule_words(text.rule, self.words)])

    def _cautions(self) -> None:
        from andregang.output.rules import rule_words

        if self.reading.cautions:
            self._heading(self.words._("Ask about"))
        for found in self.reading.cautions:
            text = self.content.cautions[str(found.caution)]
            quoted = [f"«{found.quote.words}»"] if found.quote else []
            lines = [*quoted, text.ask[self.words.language], rule_words(text.rule, self.words)]
            self._entry("?", text.words[self.words.language], lines)

    def _found(self) -> None:
        from andregang.output.contract import name_of

        self._heading(self.words._("Found"))
        for found in self.reading.found:
            said = self.content.items[found.item].words[self.words.language]
            self._entry("●", f"{said}  ({name_of(found.presence, self.words)})", [f"«{found.quote.words}»"])

    def _numbers(self, day: dt.date) -> None:
        from andregang.output.contract import date_lines, notice_words

        words = self.words
        lines, notices = date_lines(self.reading, words), notice_words(self.reading, day, words)
        if lines or notices:
            self._heading(words._("Dates and numbers"))
        for label, value in lines:
            self._say(Text(f"  {label}: {value}"))
        for sentence in notices:
            self._say(Padding(Text(sentence), (0, 0, 0, 2)))
        if notices:
            self._say(Padding(Text(self.content.advice["notice"].words[words.language], "dim"), (0, 0, 0, 2)))

    def _heading(self, heading: str) -> None:
        self.console.print()
        self._say(Text(heading, "bold"))

    def _entry(self, mark: str, said: str, below: Iterable[str]) -> None:
        self._say(Padding(Text(f"{mark} {said}"), (0, 0, 0, 2)))
        for line in below:
            self._say(Padding(Text(line, "dim"), _INDENT))

    def _say(self, said: Text | Padding) -> None:
        self.console.print(said)
