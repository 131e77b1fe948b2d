"""The stages of `prepare` one after the other in a fresh process: [seconds, busy seconds] of each as JSON, for run.py.

The command itself lets some of them overlap, so that their sum is more than what it takes.
"""

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

NOW = dt.datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Oslo"))
SECONDS: dict[str, tuple[float, float]] = {}


def stage(name: str, work: Callable[[], Any]) -> Any:
    """Do it, and note how long it took."""
    began, busy = time.perf_counter(), _busy()
    result = work()
    SECONDS[name] = time.perf_counter() - began, _busy() - busy
    return result


def _busy() -> float:
    """Processor seconds so far, those of ended children with them."""
    return sum(os.times()[:4])


def main() -> None:
    folder, examples = Path(sys.argv[1]), Path(sys.argv[2])
    stage("load the readings", _load_readings)
    stage("load the database", _load_store)
    from andregang.bootstrap import open_context
    from andregang.domain.source import DocumentKind
    from andregang.domain.text import Language
    from andregang.services.documents import GivenFile, read_files
    from andregang.services.meeting import brief_of, plan_of
    from andregang.services.preparation import keep_documents
    from andregang.settings import Settings

    context = open_context(Settings.from_environment(), "nb", lambda: NOW)
    knowledge = stage("word lists, questions, model", lambda: context.knowledge)
    files = [GivenFile(name, (examples / name).read_bytes()) for name in ("annonse.html", "cv.pdf", "innkalling.eml")]
    read = stage("read three files in children", lambda: read_files(files, knowledge.vocabulary))
    store = stage("open a new store", lambda: context.store)
    with store.unit_of_work("local") as uow:
        given = [(document, read.originals[document.digest]) for document in read.documents]
        kept = stage("keep the documents", lambda: keep_documents(uow, given, NOW, language=Language.NB))
        _understand({d.kind: d for d in read.documents}, DocumentKind, knowledge)
        preparation = context.preparation(uow, kept)
        plan = stage("plan", lambda: plan_of(uow, kept, preparation))
        _write(stage("brief", lambda: brief_of(uow, kept, preparation)), plan, folder)
        uow.commit()
    context.close()
    print(json.dumps(SECONDS))


def _load_readings() -> None:
    import andregang.domain.preparation.assemble  # noqa: F401


def _load_store() -> None:
    import andregang.store.opening  # noqa: F401


def _understand(by_kind: Any, kinds: Any, knowledge: Any) -> None:
    from andregang.domain.cv import parse_cv
    from andregang.domain.evidence import match_evidence
    from andregang.domain.job_ad import parse_job_ad
    from andregang.domain.meeting import parse_invitation
    from andregang.domain.questions import compose_questions
    from andregang.domain.text import Language

    words = knowledge.vocabulary
    ad = stage("understand the ad", lambda: parse_job_ad(by_kind[kinds.AD], words, knowledge.classify))
    cv = stage("understand the CV", lambda: parse_cv(by_kind[kinds.CV], words))
    meeting = stage("understand the invitation", lambda: parse_invitation(by_kind[kinds.INVITATION], words, NOW))
    learned = knowledge.similarity, knowledge.ranker
    matches = stage("find evidence", lambda: match_evidence(ad, cv, learned[0], words, NOW.date(), learned[1]))
    stage("compose questions", lambda: compose_questions(ad, matches, meeting, knowledge.questions, Language.NB))


def _write(brief: Any, plan: Any, folder: Path) -> None:
    from andregang.cli.files import write_files
    from andregang.i18n import use
    from andregang.output.pdf import brief_pdf
    from andregang.output.phone import brief_html

    words = use("nb")
    stage("brief as PDF", lambda: brief_pdf(brief, words))
    stage("brief as HTML", lambda: brief_html(brief, words))
    stage("all six files again", lambda: write_files(brief, plan, folder / "staged", words, discreet=True))


if __name__ == "__main__":
    main()
