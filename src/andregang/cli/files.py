"""The files of a preparation, written into a folder."""

import json
from dataclasses import dataclass
from pathlib import Path

from andregang.domain.brief import Brief
from andregang.domain.plan import Plan
from andregang.domain.preparation import Notice, NoticeKind
from andregang.i18n import Words


@dataclass(frozen=True, slots=True)
class Written:
    """The files written, in order; the preparation as JSON text; and what could not be written as meant."""

    paths: tuple[Path, ...]
    json: str
    notices: tuple[Notice, ...] = ()


def write_files(brief: Brief, plan: Plan, folder: Path, words: Words, *, discreet: bool) -> Written:
    """Write brief, phone sheet, calendars, cards and JSON into `folder`, each whole or not at all."""
    from andregang.output.calendar import interview_ics, plan_ics
    from andregang.output.cards import anki_cards
    from andregang.output.export_json import preparation_json
    from andregang.output.phone import brief_html

    preparation = brief.preparation
    as_json = json.dumps(preparation_json(preparation, plan), ensure_ascii=False, indent=1)
    contents: list[tuple[str, bytes | None]] = [
        ("brief.html", brief_html(brief, words).encode()),
        ("interview.ics", interview_ics(brief, words, full=not discreet)),
        ("plan.ics", plan_ics(brief, words, full=not discreet)),
        ("questions.txt", anki_cards(preparation, words).encode()),
        ("preparation.json", as_json.encode()),
    ]
    pdf, notices = _pdf(brief, words)
    contents.insert(0, ("brief.pdf", pdf))
    folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(_write(folder / name, data) for name, data in contents if data)
    return Written(paths, as_json, notices)


def _pdf(brief: Brief, words: Words) -> tuple[bytes | None, tuple[Notice, ...]]:
    from andregang.output.pdf import brief_pdf

    try:
        made = brief_pdf(brief, words)
    except ImportError:
        return None, (Notice(NoticeKind.NO_TYPESETTER),)
    return made.data, () if made.accessible else (Notice(NoticeKind.GLYPH_MISSING, detail=made.missing),)


def _write(path: Path, data: bytes) -> Path:
    """A file that is there is replaced only when the new one is whole."""
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(data)
    draft.replace(path)
    return path
