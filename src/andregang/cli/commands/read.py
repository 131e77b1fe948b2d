"""`andregang read --as KIND FILE`: one document, and what was found in it."""

import json
from pathlib import Path

import click

from andregang.bootstrap import AppContext
from andregang.cli.exits import Exit
from andregang.cli.notices import say_notices
from andregang.cli.progress import progress
from andregang.domain.source import RECOGNISED, Document, DocumentKind
from andregang.i18n import Words


def build(words: Words, context: AppContext) -> click.Command:
    """The command, its help in the person's language."""

    @click.command("read", help=words._("Read one document and print what was found, each value with its quote."))
    @click.argument("file", metavar=words._("FILE"), type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option(
        "--as",
        "kind",
        type=click.Choice([kind.value for kind in RECOGNISED]),
        help=words._("What the document is. Without it, it is found out."),
    )
    @click.option("--json", "as_json", is_flag=True, help=words._("Print JSON."))
    @click.option(
        "--text", "with_text", is_flag=True, help=words._("Print the text that the offsets refer to as well.")
    )
    def read(file: Path, kind: str | None, as_json: bool, with_text: bool) -> int:
        from andregang.content import load_vocabulary
        from andregang.services.documents import GivenFile, read_files

        given = GivenFile(file.name, file.read_bytes(), DocumentKind(kind) if kind else None)
        with progress(words._("Reading {name} …", name=file.name)):
            outcome = read_files([given], load_vocabulary(), as_given=True)
            found = [_reading(document, context) for document in outcome.documents]
        say_notices(outcome.notices, words)
        for document, reading in zip(outcome.documents, found, strict=True):
            if with_text:
                reading["text"] = document.content.text
            click.echo(json.dumps(reading, ensure_ascii=False, indent=None if as_json else 1))
        return Exit.ALL_USED if found else Exit.NOTHING_DONE

    return read


def _reading(document: Document, context: AppContext) -> dict[str, object]:
    from andregang.content import load_vocabulary
    from andregang.output import reading_json

    vocabulary = load_vocabulary()
    match document.kind:
        case DocumentKind.AD:
            from andregang.domain.job_ad import parse_job_ad
            from andregang.language.ad_lines import load_ad_line_classifier

            classify = load_ad_line_classifier() if context.settings.meanings else None
            return reading_json.ad_json(parse_job_ad(document, vocabulary, classify))
        case DocumentKind.CV:
            from andregang.domain.cv import parse_cv

            return reading_json.cv_json(parse_cv(document, vocabulary))
        case DocumentKind.INVITATION:
            from andregang.domain.meeting import parse_invitation

            return reading_json.meeting_json(parse_invitation(document, vocabulary, context.now()))
        case _:
            raise AssertionError(document.kind)
