"""`andregang list`: the preparations there are, and where they lie."""

import json

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command("list", help=words._("List the preparations and where they lie."))
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def list_(as_json: bool) -> int:
        from andregang.services.preparation import list_preparations

        with context.store.unit_of_work(OWNER, read_only=True) as uow:
            kept = list_preparations(uow)
        folder = str(context.settings.data_folder)
        if as_json:
            rows = [{"name": p.slug, "title": p.title, "created": p.created.isoformat()} for p in kept]
            click.echo(json.dumps({"folder": folder, "preparations": rows}, ensure_ascii=False))
            return Exit.ALL_USED
        for preparation in kept:
            click.echo(f"{preparation.slug}\t{preparation.title}".rstrip())
        if not kept:
            click.echo(words._("No preparations yet. Begin with: andregang prepare FILE …"))
        click.echo(words._("They lie in {folder}", folder=folder), err=True)
        return Exit.ALL_USED

    return list_
