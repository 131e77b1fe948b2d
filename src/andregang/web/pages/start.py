"""Ny: ad, CV and invitation given, and what was read accepted or corrected, one question a page."""

import datetime as dt

from starlette.datastructures import UploadFile
from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.job_ad import ItemKind
from andregang.domain.source import DocumentKind
from andregang.domain.start import Step, next_step
from andregang.domain.text import Language
from andregang.services.documents import GivenFile, read_files
from andregang.services.preparation import keep_documents, name_preparation
from andregang.services.start import accept_ad, accept_meeting, set_start, shown
from andregang.web.visit import Visit, endpoint

FILE_BYTES = 30_000_000
_GIVEN = {Step.AD: DocumentKind.AD, Step.CV: DocumentKind.CV, Step.INVITATION: DocumentKind.INVITATION}


def show_new(visit: Visit) -> Response:
    """The first question: the ad, or all files at once."""
    return visit.page("start.html", step=Step.AD, progress=None, errors=(), pasted="")


def show(visit: Visit) -> Response:
    """One question, or what was read."""
    step = _step(visit)
    if step is Step.CHECK_AD:
        return visit.page("start_ad.html", step=step, ad=visit.preparation().ad, kinds=list(ItemKind), shown=shown)
    if step is Step.CHECK_MEETING:
        meeting = visit.preparation().meeting
        return visit.page("start_meeting.html", step=step, meeting=meeting, shown=shown, errors=())
    return visit.page("start.html", step=step, progress=None, errors=(), pasted="")


def save(visit: Visit) -> Response:
    """Documents given, or a reading accepted; then the next question."""
    step = Step.AD if visit.kept is None else _step(visit)
    if step is Step.CHECK_AD:
        ad = visit.preparation().ad
        if ad is not None:
            kinds = {
                name.removeprefix("line:"): str(value) for name, value in visit.form.items() if name[:5] == "line:"
            }
            accept_ad(visit.uow, ad, kinds, _fields(visit), visit.now)
    elif step is Step.CHECK_MEETING:
        assert visit.kept is not None
        accept_meeting(visit.uow, visit.kept, visit.preparation(), _fields(visit), visit.now)
    elif visit.text("skip") != "1":
        refusal = _take(visit, step)
        if refusal is not None:
            return refusal
    visit.uow.commit()
    return _onward(visit, step)


def _take(visit: Visit, step: Step) -> Response | None:
    """Keep what was given; a page with what to do now when nothing could be read."""
    moment = _moment(visit.text("start"))
    given = _given(visit, step)
    if not given and moment is not None and visit.kept is not None:
        set_start(visit.uow, visit.kept, moment)
        return None
    if not given:
        return _ask_again(visit, step, [("", visit.words._("Choose a file, or paste the text."))])
    outcome = read_files(given, visit.context.knowledge.vocabulary)
    if not outcome.documents:
        said = [" ".join(visit.words.notice(notice)) for notice in outcome.notices]
        return _ask_again(visit, step, [("", text) for text in said])
    data = {file.digest: file.data for file in given}
    documents = [(document, data[document.digest]) for document in outcome.documents]
    slug = visit.kept.slug if visit.kept else None
    language = Language(visit.words.language)
    kept = keep_documents(visit.uow, documents, visit.now, language=language, slug=slug, start=moment)
    preparation = visit.context.preparation(visit.uow, kept)
    visit.kept = name_preparation(visit.uow, preparation)
    return None


def _ask_again(visit: Visit, step: Step, errors: list[tuple[str, str]]) -> Response:
    return visit.page("start.html", 422, step=step, progress=None, errors=errors, pasted=visit.text("pasted"))


def _onward(visit: Visit, step: Step) -> Response:
    assert visit.kept is not None
    after = next_step(visit.preparation(), step).step
    return visit.see(visit.path(f"ny/{after.value}") if after else visit.path())


def _given(visit: Visit, step: Step) -> list[GivenFile]:
    several = [value for value in visit.form.getlist("files") if isinstance(value, UploadFile) and value.filename]
    # A single file answers the question asked; several are told apart.
    kind = _GIVEN[step] if len(several) == 1 and visit.kept is not None else None
    files = [GivenFile(upload.filename or "fil", upload.file.read(FILE_BYTES + 1), kind) for upload in several]
    pasted = visit.text("pasted")
    if pasted.strip():
        files.append(GivenFile(f"{step.value}.txt", pasted.encode(), _GIVEN[step]))
    return files


def _fields(visit: Visit) -> dict[str, str]:
    prefix = "field:"
    return {name.removeprefix(prefix): str(value) for name, value in visit.form.items() if name.startswith(prefix)}


def _moment(value: str) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.astimezone()


def _step(visit: Visit) -> Step:
    from starlette.exceptions import HTTPException

    try:
        return Step(visit.request.path_params["step"])
    except ValueError:
        raise HTTPException(404) from None


ROUTES = (
    Route("/ny", endpoint(show_new, save), methods=["GET", "POST"]),
    Route("/s/{slug}/ny/{step}", endpoint(show, save), methods=["GET", "POST"]),
)
