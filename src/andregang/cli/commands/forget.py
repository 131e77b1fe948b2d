"""`andregang forget NAME`: a preparation, or everything, erased."""

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command(
        "forget", help=words._("Erase a preparation with its documents, or everything. It cannot be undone.")
    )
    @click.argument("name", metavar=words._("[NAME]"), required=False)
    @click.option("--all", "everything", is_flag=True, help=words._("Erase everything."))
    @click.option("--yes", is_flag=True, help=words._("Do not ask first."))
    def forget(name: str | None, everything: bool, yes: bool) -> int:
        if bool(name) == everything:
            raise click.UsageError(words._("Name one preparation, or write --all."))
        asked = words._("everything") if everything else str(name)
        if not yes and not click.confirm(words._("Erase {name} for good?", name=asked)):
            return Exit.NOTHING_DONE
        if everything:
            context.store.forget_all(OWNER)
        else:
            context.store.forget(OWNER, str(name))
        click.echo(words._("Erased: {name}. Files you wrote to other folders are still there.", name=asked))
        return Exit.ALL_USED

    return forget
