"""Ny: ad, CV and invitation given, and what was read accepted or corrected, one question a page."""

import datetime as dt
from functools import partial

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from andregang.bootstrap import OWNER, AppContext
from andregang.domain.source import DocumentKind
from andregang.domain.start import Step, next_step, progress_at, step_after_giving, step_before
from andregang.domain.text import Language
from andregang.services.documents import ReadFiles, replace_kind
from andregang.services.preparation import keep_documents, name_preparation
from andregang.services.reading import Reading, see_reading
from andregang.services.start import set_start
from andregang.store import UnitOfWork
from andregang.web.corrections import accept, reading_values
from andregang.web.taking import given_files, left_out, read_or_leave, reading_called, with_left_out
from andregang.web.visit import Visit, endpoint

_GIVEN = {Step.AD: DocumentKind.AD, Step.CV: DocumentKind.CV, Step.INVITATION: DocumentKind.INVITATION}
_CHECKS = {Step.CHECK_AD: "start_ad.html", Step.CHECK_CV: "start_cv.html", Step.CHECK_MEETING: "start_meeting.html"}
_PASTED = {Step.AD: "annonse.txt", Step.CV: "cv.txt", Step.INVITATION: "innkalling.txt"}


def show_new(visit: Visit) -> Response:
    """The first question: the ad, or all files at once."""
    return _ask(visit, Step.AD)


def show(visit: Visit) -> Response:
    """One question, or what was read."""
    step = _step(visit)
    return _check(visit, step) if step in _CHECKS else _ask(visit, step)


def save(visit: Visit) -> Response:
    """Documents given, or a reading accepted; then the next question."""
    step = Step.AD if visit.kept is None else _step(visit)
    if step in _CHECKS:
        reading = _reading(visit, step)
        misread = accept(visit, reading) if reading else ()
        if misread:
            return _check(visit, step, misread)
    elif visit.text("skip") != "1" or visit.kept is None:
        return _take(visit, step)
    visit.uow.commit()
    return _onward(visit, step)


def _take(visit: Visit, step: Step) -> Response:
    """Keep what was given; a page with what to do now when nothing could be read."""
    moment = _moment(visit, visit.text("start"))
    files = given_files(visit, _GIVEN[step] if visit.kept else None, _GIVEN[step], _PASTED[step])
    if not files and moment is not None and visit.kept is not None:
        set_start(visit.uow, visit.kept, moment)
        visit.uow.commit()
        return _onward(visit, step)
    if not files:
        field = "start" if visit.text("start").strip() else "files"
        return _ask(visit, step, [(field, visit.words._("Choose a file, or paste the text."))])
    keep = partial(_keep, visit.context, step, visit.kept.slug if visit.kept else None, moment, visit.words.language)
    outcome = read_or_leave(visit, files, keep, visit.request.url.path)
    if isinstance(outcome, str):
        return visit.see(outcome)
    if not outcome.documents:
        return _ask(visit, step, [("files", " ".join(visit.words.notice(notice))) for notice in outcome.notices])
    address = keep(visit.uow, outcome)
    visit.uow.commit()
    return visit.see(address)


def _keep(
    context: AppContext,
    step: Step,
    slug: str | None,
    start: dt.datetime | None,
    language: Language,
    uow: UnitOfWork,
    outcome: ReadFiles,
) -> str:
    """Keep what was read; the address to go on at."""
    now = context.now()
    if slug is not None:
        replace_kind(uow, uow.preparations.by_slug(slug), outcome.documents, now)
    given = [(document, outcome.originals[document.digest]) for document in outcome.documents]
    kept = keep_documents(uow, given, now, language=language, slug=slug, start=start)
    # Reading them together may take a while, and nobody else need wait for it.
    uow.commit()
    with context.store.unit_of_work(OWNER, read_only=True) as looking:
        preparation = context.preparation(looking, kept)
    kept = name_preparation(uow, preparation)
    after = (next_step(preparation, None) if slug is None else step_after_giving(preparation, step)).step
    page = f"ny/{after.value}" if after else ""
    if not page and any(notice.left_out for notice in outcome.notices):
        page = "dokumenter"
    return with_left_out(f"/s/{kept.slug}/{page}", outcome.notices)


def _ask(visit: Visit, step: Step, errors: list[tuple[str, str]] | None = None) -> Response:
    given = [one for one in visit.uow.documents.of(visit.kept.id) if one.kind == _GIVEN[step]] if visit.kept else []
    return visit.page(
        "start.html",
        422 if errors else 200,
        step=step,
        given=given,
        errors=errors or (),
        pasted=visit.text("pasted"),
        start=visit.text("start"),
        left_out=left_out(visit),
        **_way(visit, step),
    )


def _check(visit: Visit, step: Step, misread: tuple[tuple[str, str], ...] = ()) -> Response:
    reading = _reading(visit, step)
    if reading is None:
        return visit.see(visit.path(f"ny/{step_before(visit.preparation(), step) or Step.AD}"))
    values = reading_values(visit, reading, misread)
    status = 422 if misread else 200
    return visit.page(_CHECKS[step], status, step=step, left_out=left_out(visit), **values, **_way(visit, step))


def _reading(visit: Visit, step: Step) -> Reading | None:
    assert visit.kept is not None
    preparation = visit.preparation()
    read = {
        Step.CHECK_AD: preparation.ad,
        Step.CHECK_CV: preparation.cv,
        Step.CHECK_MEETING: preparation.meeting,
    }[step]
    stored = visit.uow.documents.find(preparation=visit.kept.id, digest=read.document.digest) if read else None
    return see_reading(visit.uow, stored, preparation) if stored else None


def _way(visit: Visit, step: Step) -> dict[str, object]:
    preparation = visit.preparation() if visit.kept else None
    before = step_before(preparation, step)
    home = "/" if visit.kept is None and visit.uow.preparations.in_order() else ""
    notices = preparation.notices if preparation else ()
    return {
        "progress": progress_at(step),
        "back": visit.path(f"ny/{before.value}") if before else home,
        "said": [" ".join(visit.words.notice(n)).strip() for n in notices if n.name and not n.left_out],
    }


def _onward(visit: Visit, step: Step) -> Response:
    after = next_step(visit.preparation(), step).step
    return visit.see(visit.path(f"ny/{after.value}") if after else visit.path())


def show_long_reading(visit: Visit) -> Response:
    """How the reading of big files goes; when it has ended, the way on."""
    reading = reading_called(visit.request.path_params["name"])
    if reading is None:
        return visit.see("/")
    if reading.address:
        if visit.by_script:
            return Response(headers={"HX-Redirect": reading.address})
        return visit.see(reading.address)
    if reading.ended and visit.by_script:
        # The heading changes as well, so the page is loaded anew.
        return Response(headers={"HX-Redirect": visit.request.url.path})
    if reading.error is not None and visit.words.explain(reading.error) is None:
        raise reading.error
    said = [visit.words.explain(reading.error)] if reading.error else []
    if reading.ended and reading.outcome:
        said = [visit.words.notice(notice) for notice in reading.outcome.notices]
    return visit.page("start_reading.html", reading=reading, said=[" ".join(one) for one in said if one])


def _moment(visit: Visit, value: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=visit.context.settings.zone)


def _step(visit: Visit) -> Step:
    try:
        return Step(visit.request.path_params["step"])
    except ValueError:
        raise HTTPException(404) from None


ROUTES = (
    Route("/ny", endpoint(show_new, save), methods=["GET", "POST"]),
    Route("/leser/{name}", endpoint(show_long_reading)),
    Route("/s/{slug}/ny/{step}", endpoint(show, save), methods=["GET", "POST"]),
)
