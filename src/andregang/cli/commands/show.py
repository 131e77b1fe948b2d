"""`andregang show [NAME]`: a preparation as it stands now."""

import json

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command("show", help=words._("Show a preparation: the meeting, the hypothesis, the questions and the plan."))
    @click.argument("name", metavar=words._("[NAME]"), required=False)
    @click.option("--measures", is_flag=True, help=words._("Show what each question measures."))
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def show(name: str | None, measures: bool, as_json: bool) -> int:
        from andregang.services.meeting import plan_of
        from andregang.services.preparation import find_preparation, open_preparation

        with progress(words._("Reading …")), context.store.unit_of_work(OWNER, read_only=True) as uow:
            kept = find_preparation(uow, name)
            preparation = open_preparation(uow, kept, context.knowledge, context.now())
            plan = plan_of(uow, kept, preparation)
        if as_json:
            from andregang.output.export_json import preparation_json

            click.echo(json.dumps(preparation_json(preparation, plan), ensure_ascii=False))
        else:
            from andregang.cli.report import report

            report(preparation, plan, words, measures=measures)
        say_notices(preparation.notices, words)
        return Exit.ALL_USED

    return show
