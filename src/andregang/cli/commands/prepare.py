"""`andregang prepare FILE…`: documents in, a preparation out."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import click

from andregang.bootstrap import OWNER, AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.domain.brief import Brief
from andregang.domain.plan import Plan
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Language
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)

    @click.command(
        "prepare",
        help=words._(
            "Turn job ad, CV and invitation into a preparation. "
            "Give the files in any order; one is enough to begin with."
        ),
    )
    @click.argument("files", nargs=-1, metavar=words._("FILE …"), type=file)
    @click.option("--ad", "ads", multiple=True, type=file, help=words._("This file is the ad."))
    @click.option("--cv", "cvs", multiple=True, type=file, help=words._("This file is the CV."))
    @click.option("--invitation", "invitations", multiple=True, type=file, help=words._("This file is an invitation."))
    @click.option(
        "--at",
        "start",
        metavar="2026-12-03T10:00",
        help=words._("When the interview is, if the invitation does not say."),
    )
    @click.option(
        "--out",
        type=click.Path(file_okay=False, path_type=Path),
        help=words._("Folder for the files. Without it: named after employer and date."),
    )
    @click.option("--into", "slug", help=words._("Add to this preparation."))
    @click.option(
        "--full-titles",
        is_flag=True,
        help=words._("Say what it is about in the calendar. Without it the titles are discreet."),
    )
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def prepare(
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
        given = [
            *((path, None) for path in files),
            *((path, DocumentKind.AD) for path in ads),
            *((path, DocumentKind.CV) for path in cvs),
            *((path, DocumentKind.INVITATION) for path in invitations),
        ]
        if not given:
            raise click.UsageError(words._("Give at least one file: the ad, the CV or the invitation."))
        wish = Wish(tuple(given), _moment(start, context, words), out, slug, not full_titles, as_json)
        return _prepare(wish, words, context)

    return prepare


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: files with the kind they were given as, and how to answer."""

    given: tuple[tuple[Path, DocumentKind | None], ...]
    start: dt.datetime | None
    out: Path | None
    slug: str | None
    discreet: bool
    as_json: bool


def _moment(start: str | None, context: AppContext, words: Words) -> dt.datetime | None:
    if start is None:
        return None
    try:
        moment = dt.datetime.fromisoformat(start.strip())
    except ValueError:
        raise click.BadParameter(words._("Write the time like this: 2026-12-03T10:00."), param_hint="--at") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=context.settings.zone)


def _prepare(wish: Wish, words: Words, context: AppContext) -> int:
    from andregang.cli.files import write_files
    from andregang.content import load_vocabulary
    from andregang.services.documents import GivenFile, read_files

    files = [GivenFile(path.name, path.read_bytes(), kind) for path, kind in wish.given]
    with progress(words.n_("Reading {count} file …", "Reading {count} files …", len(files))):
        with ThreadPoolExecutor(1) as beside:
            # The files are read in other processes; what reading rests on is loaded meanwhile.
            reading = beside.submit(read_files, files, load_vocabulary())
            context.warm_up()
            outcome = reading.result()
        if not outcome.documents:
            say_notices(outcome.notices, words)
            return Exit.NOTHING_DONE
        data = {file.digest: file.data for file in files}
        brief, plan = _keep([(document, data[document.digest]) for document in outcome.documents], wish, context)
        preparation = brief.preparation
        written = write_files(brief, plan, wish.out or Path(preparation.slug), words, discreet=wish.discreet)
    notices = (*outcome.notices, *preparation.notices, *written.notices)
    if wish.as_json:
        click.echo(written.json)
    else:
        from andregang.cli.report import report

        report(preparation, plan, words, taken=outcome.documents, written=written.paths)
    say_notices(notices, words)
    return Exit.LEFT_OUT if any(notice.left_out for notice in notices) else Exit.ALL_USED


def _keep(documents: list[tuple[Document, bytes]], wish: Wish, context: AppContext) -> tuple[Brief, Plan]:
    from andregang.services.meeting import brief_of, plan_of
    from andregang.services.preparation import keep_documents, name_preparation, open_preparation

    now = context.now()
    with context.store.unit_of_work(OWNER) as uow:
        language = Language(context.language)
        kept = keep_documents(uow, documents, now, language=language, slug=wish.slug, start=wish.start)
        preparation = open_preparation(uow, kept, context.knowledge, now)
        named = name_preparation(uow, preparation)
        preparation = replace(preparation, slug=named.slug)
        brief, plan = brief_of(uow, named, preparation), plan_of(uow, named, preparation)
        uow.commit()
    return brief, plan
