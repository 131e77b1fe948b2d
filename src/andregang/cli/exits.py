"""How a command ends: exit codes, and errors as sentences on stderr."""

from collections.abc import Callable
from enum import IntEnum
from pathlib import Path

import click

from andregang.i18n import Words


class Exit(IntEnum):
    """What an exit code says."""

    ALL_USED = 0
    NOTHING_DONE = 1
    WRONG_USAGE = 2
    LEFT_OUT = 3
    OUR_FAULT = 70
    INTERRUPTED = 130


def end_with(error: Exception, words: Words, data_folder: Callable[[], Path]) -> int:
    """Say what happened and what to do now, and return the exit code. A fault of ours is noted in the data folder."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        click.echo(words._("Stopped. Nothing that was kept is lost."), err=True)
        return Exit.INTERRUPTED
    if isinstance(error, click.ClickException):
        error.show()
        return Exit.WRONG_USAGE if isinstance(error, click.UsageError) else Exit.NOTHING_DONE
    explained = words.explain(error)
    if explained is not None:
        what, now = explained
        click.echo(f"{what} {now}".strip(), err=True)
        return Exit.NOTHING_DONE
    import uuid

    fault = uuid.uuid4().hex[:8]
    _log(error, fault, data_folder())
    click.echo(
        words._(
            "Something went wrong here, fault {fault}. Nothing you have entered is lost. "
            "Try again, or report the number.",
            fault=fault,
        ),
        err=True,
    )
    return Exit.OUR_FAULT


def _log(error: Exception, fault: str, folder: Path) -> None:
    """Where in the code it went wrong, and nothing of what was being read."""
    import datetime as dt
    import traceback

    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "site-packages" not in frame.filename]
    places = [f"{frame.filename.rsplit('andregang', 1)[-1]}:{frame.lineno}" for frame in frames]
    when = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    line = f"{when} {fault} {type(error).__name__} {' < '.join(reversed(places))}\n"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (folder / "faults.log").open("a", encoding="utf-8") as log:
            log.write(line)
    except OSError:
        return
