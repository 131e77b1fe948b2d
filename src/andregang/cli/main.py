"""The `andregang` command: which commands there are, in which language, and how it ends."""

import gettext
import os
from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

import click

from andregang import __version__
from andregang.cli.exits import Exit, end_with
from andregang.i18n import CATALOGUES, Words, use
from andregang.settings import LANGUAGES, Settings, language_of

if TYPE_CHECKING:
    from andregang.bootstrap import AppContext

COMMANDS: dict[str, Callable[[Words], str]] = {
    "serve": lambda words: words._("Open Andregang in the browser"),
    "prepare": lambda words: words._("Turn job ad, CV and invitation into a preparation"),
    "show": lambda words: words._("Show a preparation as it stands now"),
    "correct": lambda words: words._("Correct what was read, and say what is evidence"),
    "brief": lambda words: words._("Write the files of a preparation again"),
    "list": lambda words: words._("List the preparations and where they lie"),
    "forget": lambda words: words._("Erase a preparation, or everything"),
    "read": lambda words: words._("Read one document and print what was found"),
    "match": lambda words: words._("Find the CV lines that speak for each line of an ad"),
    "case": lambda words: words._("Hold a presentation against its assignment"),
    "contract": lambda words: words._("Read an employment contract before you sign it"),
    "practise": lambda words: words._("Practise the day's questions in the terminal"),
    "transcribe": lambda words: words._("Turn a recording into text, with a model of your own"),
    "feedback": lambda words: words._("Say what was found in an answer, and what was not"),
}


class CommandGroup(click.Group):
    """A group that imports a command only when it is called, so that help is fast."""

    def __init__(self, words: Words, language: str) -> None:
        super().__init__(
            name="andregang",
            help=words._("Prepares you for the second interview. Everything stays on this machine."),
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        )
        self._words = words
        self._language = language
        self.params.append(_language_option(words))
        self.params.append(_version_option(words))

    @cached_property
    def context(self) -> "AppContext":
        """What the command works with; help needs none of it."""
        from andregang.bootstrap import open_context

        return open_context(Settings.from_environment(), self._language)

    def close(self) -> None:
        """Let go of what was opened."""
        if "context" in self.__dict__:
            self.context.close()

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"andregang.cli.commands.{cmd_name}").build(self._words, self.context)
        command.context_settings.setdefault("help_option_names", ["-h", "--help"])
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(self._words._("Commands")):
            formatter.write_dl([(name, about(self._words)) for name, about in COMMANDS.items()])


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code. No traceback reaches a person."""
    language = _asked_language(arguments) or language_of(os.environ)
    words = use(language)
    _let_click_speak(language)
    group = CommandGroup(words, language)
    try:
        result = group.main(args=_language_first(arguments), prog_name="andregang", standalone_mode=False)
        return int(result) if isinstance(result, int) else Exit.ALL_USED
    except Exception as error:  # noqa: BLE001 - the last line of defence: said in words, never as a traceback
        return end_with(error, words, lambda: group.context.settings.data_folder)
    finally:
        group.close()


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The language of `--lang`, needed before the commands exist; a wrong one is told by the option itself."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
        elif argument == "--lang" and position + 1 < len(arguments):
            asked = arguments[position + 1]
        else:
            continue
        return asked if asked in LANGUAGES else None
    return None


def _language_first(arguments: Sequence[str]) -> list[str]:
    """The same arguments with `--lang` in front, wherever it was written."""
    given, rest = list(arguments), list[str]()
    found: list[str] = []
    while given:
        argument = given.pop(0)
        if argument == "--":
            return [*found, *rest, argument, *given]
        if argument == "--lang" and given:
            found = [argument, given.pop(0)]
        elif argument.startswith("--lang="):
            found = [argument]
        else:
            rest.append(argument)
    return [*found, *rest]


def _let_click_speak(language: str) -> None:
    """Click looks its own sentences up in the process-wide catalogue."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("andregang", str(CATALOGUES))
    gettext.textdomain("andregang")


def _language_option(words: Words) -> click.Option:
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=words._("Language of all that is said: bokmål, nynorsk or English."),
    )


def _version_option(words: Words) -> click.Option:
    def tell(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(f"andregang {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=tell,
        help=words._("Print the version."),
    )
