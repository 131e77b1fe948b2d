"""`andregang prepare FILE…`: documents in, a preparation out."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.domain.source import DocumentKind
from andregang.domain.text import Language
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)

    @click.command("prepare", help=words._("Turn job ad, CV and invitation into a preparation. Give the files in any order; one is enough to begin with."))
    @click.argument("files", nargs=-1, type=file)
    @click.option("--ad", "ads", multiple=True, type=file, help=words._("This file is the ad."))
    @click.option("--cv", "cvs", multiple=True, type=file, help=words._("This file is the CV."))
    @click.option("--invitation", "invitations", multiple=True, type=file, help=words._("This file is an invitation."))
    @click.option("--at", "start", metavar="2026-12-03T10:00", help=words._("When the interview is, if the invitation does not say."))
    @click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=words._("Folder for the files. Without it: named after employer and date."))
    @click.option("--into", "slug", help=words._("Add to this preparation."))
    @click.option("--full-titles", is_flag=True, help=words._("Say what it is about in the calendar. Without it the titles are discreet."))
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def prepare(  # noqa: PLR0913
        files: tuple[Path, ...],
        ads: tuple[Path, ...],
        cvs: tuple[Path, ...],
        invitations: tuple[Path, ...],
        start: str | None,
        out: Path | None,
        slug: str | None,
        full_titles: bool,
        as_json: bool,
    ) -> int:
        given: list[tuple[Path, DocumentKind | None]] = [(path, None) for path in files]
        given += [(path, DocumentKind.AD) for path in ads]
        given += [(path, DocumentKind.CV) for path in cvs]
        given += [(path, DocumentKind.INVITATION) for path in invitations]
        if not given:
            raise click.UsageError(words._("Give at least one file: the ad, the CV or the invitation."))
        return _prepare(given, _moment(start, context, words), out, slug, full_titles, as_json, words, context)

    return prepare


def _moment(start: str | None, context: AppContext, words: Words) -> dt.datetime | None:
    if start is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(start.strip())
    except ValueError:
        raise click.BadParameter(
            words._("Write the time like this: 2026-12-03T10:00."), param_hint="--at"
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=context.settings.zone)


def _prepare(  # noqa: PLR0913
    given: list[tuple[Path, DocumentKind | None]],
    start: dt.datetime | None,
    out: Path | None,
    slug: str | None,
    full_titles: bool,
    as_json: bool,
    words: Words,
    context: AppContext,
) -> int:
    from andregang.cli.files import write_files
    from andregang.services.documents import GivenFile, read_files
    from andregang.services.preparations import keep_documents, name_preparation, open_preparation

    files = [GivenFile(path.name, path.read_bytes(), kind) for path, kind in given]
    data = {file.digest: file.data for file in files}
    now = context.now()
    with progress(words._("Reading {count} files …", count=len(files))):
        knowledge = context.knowledge
        outcome = read_files(files, knowledge.vocabulary)
        if not outcome.documents:
            say_notices(outcome.notices, words)
            return Exit.NOTHING_DONE
        with context.store.unit_of_work(OWNER) as uow:
            documents = [(document, data[document.digest]) for document in outcome.documents]
            language = Language(context.language)
            kept = keep_documents(uow, documents, now, language=language, slug=slug, start=start)
            preparation = open_preparation(uow, kept, knowledge, now)
            named = name_preparation(uow, preparation)
            uow.commit()
        preparation = replace(preparation, slug=named.slug)
        written = write_files(preparation, out or Path(named.slug), words, discreet=not full_titles)
    notices = (*outcome.notices, *preparation.notices, *written.notices)
    if as_json:
        click.echo(written.json)
    else:
        from andregang.cli.report import report

        report(preparation, outcome.documents, written.paths, words)
    say_notices(notices, words)
    return Exit.LEFT_OUT if any(notice.left_out for notice in notices) else Exit.ALL_USED
