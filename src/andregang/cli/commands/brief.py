"""`andregang brief [NAME]`: the files of a preparation, written again."""

from pathlib import Path

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command(
        "brief", help=words._("Write the files of a preparation again: two pages, phone sheet, calendar, cards.")
    )
    @click.argument("name", metavar=words._("[NAME]"), required=False)
    @click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        help=words._("Folder for the files. Without it: named after employer and date."),
    )
    @click.option(
        "--full-titles",
        is_flag=True,
        help=words._("Say what it is about in the calendar. Without it the titles are discreet."),
    )
    def brief(name: str | None, out: Path | None, full_titles: bool) -> int:
        from andregang.cli.files import write_files
        from andregang.services.meeting import brief_of, plan_of
        from andregang.services.preparation import find_preparation, open_preparation

        with progress(words._("Writing …")):
            with context.store.unit_of_work(OWNER, read_only=True) as uow:
                kept = find_preparation(uow, name)
                preparation = open_preparation(uow, kept, context.knowledge, context.now())
                made, plan = brief_of(uow, kept, preparation), plan_of(uow, kept, preparation)
            written = write_files(made, plan, out or Path(kept.slug), words, discreet=not full_titles)
        for path in written.paths:
            click.echo(str(path))
        say_notices((*preparation.notices, *written.notices), words)
        return Exit.ALL_USED

    return brief
