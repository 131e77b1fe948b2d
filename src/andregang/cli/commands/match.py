"""`andregang match AD CV`: which CV lines speak for each line of the ad."""

import json
from pathlib import Path

import click

from andregang.bootstrap import AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.domain.source import DocumentKind
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)

    @click.command("match", help=words._("Find the CV lines that speak for each task, demand and wish of an ad."))
    @click.argument("ad", metavar=words._("AD"), type=file)
    @click.argument("cv", metavar="CV", type=file)
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    def match(ad: Path, cv: Path, as_json: bool) -> int:
        from concurrent.futures import ThreadPoolExecutor

        from andregang.content import load_vocabulary
        from andregang.services.documents import GivenFile, read_files

        given = [
            GivenFile(ad.name, ad.read_bytes(), DocumentKind.AD),
            GivenFile(cv.name, cv.read_bytes(), DocumentKind.CV),
        ]
        with progress(words._("Reading and matching …")):
            with ThreadPoolExecutor(1) as beside:
                # The files are read in other processes; what matching rests on is loaded meanwhile.
                reading = beside.submit(read_files, given, load_vocabulary(), as_given=True)
                from andregang.domain.cv import parse_cv
                from andregang.domain.evidence import match_evidence
                from andregang.domain.job_ad import parse_job_ad

                knowledge = context.knowledge
                outcome = reading.result()
            if len(outcome.documents) < len(given):
                say_notices(outcome.notices, words)
                return Exit.NOTHING_DONE
            job_ad = parse_job_ad(outcome.documents[0], knowledge.vocabulary, knowledge.classify)
            curriculum = parse_cv(outcome.documents[1], knowledge.vocabulary)
            today = context.now().date()
            matches = match_evidence(
                job_ad, curriculum, knowledge.similarity, knowledge.vocabulary, today, knowledge.ranker
            )
        say_notices(outcome.notices, words)
        if as_json:
            from andregang.output import reading_json

            click.echo(json.dumps(reading_json.match_json(matches), ensure_ascii=False))
        else:
            from andregang.cli.report import hypothesis

            hypothesis(matches, words)
        return Exit.ALL_USED

    return match
