"""`andregang practise [NAME]`: the day's questions, answered in the terminal; the same as the page Øv."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.cli.progress import progress
from andregang.i18n import Words

if TYPE_CHECKING:
    from andregang.services.rehearsal import SeenAttempt

_ENDS = ("", ".")
_GRADES = {"1": "again", "2": "good", "3": "sure"}


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command(
        "practise",
        help=words._(
            "Answer the day's questions and see what is found in the answers. An empty line or a full stop alone ends "
            "an answer; ending it at once leaves the question."
        ),
    )
    @click.argument("name", metavar=words._("[NAME]"), required=False)
    @click.option("--minutes", type=click.IntRange(3, 240), help=words._("How many minutes there are now."))
    @click.option("--question", "key", default="", help=words._("One question, by its id."))
    def practise(name: str | None, minutes: int | None, key: str) -> int:
        from andregang.services.rehearsal import MINUTES

        practice = Practising(words, context, name)
        with progress(words._("Reading …")):
            waiting = practice.due(key, minutes)
        if not waiting:
            click.echo(words._("Nothing has to be practised today."))
            return Exit.ALL_USED
        if not key:
            total = words.duration(len(waiting) * MINUTES)
            click.echo(f"{words.n_('{count} question', '{count} questions', len(waiting))}, {total}.", err=True)
        answered = sum(practice.ask(one) for one in _until_end(waiting, practice))
        return Exit.ALL_USED if answered else Exit.NOTHING_DONE

    return practise


def _until_end(waiting: list[str], practice: "Practising") -> Iterator[str]:
    for key in waiting:
        if practice.ended:
            return
        yield key


class Practising:
    """A session at the terminal. `ended`: there is nothing more to read."""

    def __init__(self, words: Words, context: AppContext, name: str | None) -> None:
        self.words, self.context, self.name, self.ended = words, context, name, False

    def due(self, key: str, minutes: int | None) -> list[str]:
        """The keys of the day's questions, or the one asked for. Raises NotFound."""
        from andregang.services.preparation import find_preparation
        from andregang.services.rehearsal import MINUTES, see_practice, see_question

        context = self.context
        with context.store.unit_of_work(OWNER, read_only=True) as uow:
            kept = find_preparation(uow, self.name)
            preparation = context.preparation(uow, kept)
            if key:
                return [see_question(uow, kept, preparation, context.knowledge, key).asked.key]
            practice = see_practice(uow, kept, preparation, context.knowledge, context.forecast, minutes=minutes)
            keys = [row.asked.key for row in practice.due]
            return keys if minutes is None else keys[: minutes // MINUTES]

    def ask(self, key: str) -> bool:
        """One question; whether it was answered. The answer is kept before anything is shown."""
        from andregang.services.preparation import find_preparation
        from andregang.services.rehearsal import answer, see_attempt, see_question

        context, words = self.context, self.words
        with context.store.unit_of_work(OWNER) as uow:
            kept = find_preparation(uow, self.name)
            preparation = context.preparation(uow, kept)
            seen = see_question(uow, kept, preparation, context.knowledge, key)
            click.echo()
            click.secho(seen.asked.words, bold=True)
            guess = self._line(words._("What do you think they measure? One word, before you answer."))
            text = self._answer()
            if not text:
                return False
            given = answer(uow, kept, preparation, context.knowledge, key, text, context.now(), guess=guess)
            uow.commit()
            found = see_attempt(uow, kept, preparation, context.knowledge, context.answers, given.id)
        self._show(found)
        self._grade(given.id)
        return True

    def _show(self, found: "SeenAttempt") -> None:
        from andregang.cli.found import say_found

        click.echo()
        if found.asked.measures:
            click.echo(self.words._("The question measures {what}.", what=found.asked.measures))
            click.echo()
        if found.analysis:
            follow_up = found.follow_up.words if found.follow_up else ""
            say_found(found.analysis, self.words, follow_up, story=found.asked.story)

    def _grade(self, attempt: str) -> None:
        from andregang.services.preparation import find_preparation
        from andregang.services.rehearsal import grade

        words = self.words
        choices = words._("1 Again, 2 Good enough, 3 It sits, Enter: no grade")
        click.echo()
        word = self._line(f"{words._('How did it go, in your own eyes?')} {choices}")
        if word.strip() in _GRADES:
            with self.context.store.unit_of_work(OWNER) as uow:
                grade(uow, find_preparation(uow, self.name), attempt, _GRADES[word.strip()])
                uow.commit()

    def _answer(self) -> str:
        click.echo(self.words._("The answer, as you say it"), err=True)
        lines = []
        while not self.ended and (line := self._read()).strip() not in _ENDS:
            lines.append(line)
        return "\n".join(lines).strip()

    def _line(self, prompt: str) -> str:
        click.echo(prompt, err=True)
        return self._read().strip()

    def _read(self) -> str:
        """The next line; "" at the end, typed or piped in, in whatever encoding."""
        if self.ended:
            return ""
        line = sys.stdin.buffer.readline()
        if not line:
            self.ended = True
        return line.decode("utf-8", "replace").rstrip("\r\n")
