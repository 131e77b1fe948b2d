"""Prøveintervju: the meeting in order, one question at a time on a visible clock, and what was found at the end."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.errors import InvalidInput
from andregang.domain.rehearsal import Element
from andregang.i18n.answers import part
from andregang.services.interview import answer_step, begin, end, remove_run, see_interview, see_run, write_draft
from andregang.web.sound import given_recording
from andregang.web.visit import Visit, endpoint


def show(visit: Visit) -> Response:
    """The meeting as it may go, and a way in."""
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_interview(visit.uow, visit.kept, preparation, visit.context.knowledge)
    return visit.page("interview.html", preparation=preparation, seen=seen)


def start(visit: Visit) -> Response:
    """A run begins, or goes on."""
    assert visit.kept is not None
    own = visit.words._("Do you have any questions for us?")
    try:
        run = begin(visit.uow, visit.kept, visit.preparation(), visit.context.knowledge, own, visit.now)
    except InvalidInput:
        return visit.see(visit.path("ov/prove"))
    visit.uow.commit()
    return visit.see(visit.path(f"ov/prove/{run.id}"))


def show_run(visit: Visit, status: int = 200, errors: tuple[tuple[str, str], ...] = ()) -> Response:
    """The question asked now, or the report."""
    assert visit.kept is not None
    id = visit.request.path_params["id"]  # noqa: A001
    context = visit.context
    seen = see_run(visit.uow, visit.kept, visit.preparation(), context.knowledge, context.answers, id)
    if seen.report:
        names = {element: part(element, visit.words) for element in Element}
        return visit.page("interview_report.html", seen=seen, report=seen.report, parts=names)
    text = visit.text("answer") if errors else seen.course.draft
    return visit.page("interview_step.html", status, seen=seen, course=seen.course, errors=errors, text=text)


def save_run(visit: Visit) -> Response:
    """What is written so far, an answer, a pause, or the end."""
    assert visit.kept is not None
    id = visit.request.path_params["id"]  # noqa: A001
    step, text, clock = (visit.text(name) for name in ("step", "answer", "clock"))
    here, overview = visit.path(f"ov/prove/{id}"), visit.path("ov/prove")
    if "remove" in visit.form:
        remove_run(visit.uow, visit.kept, id, visit.now)
        visit.uow.commit()
        return visit.see(overview)
    if visit.is_draft or "pause" in visit.form or "end" in visit.form:
        write_draft(visit.uow, visit.kept, id, step, text, clock, visit.now)
        if "end" in visit.form:
            end(visit.uow, visit.kept, id, visit.now)
        visit.uow.commit()
        if visit.is_draft:
            return visit.kept_draft()
        return visit.see(overview if "pause" in visit.form else here)
    context, preparation = visit.context, visit.preparation()
    try:
        skip = "skip" in visit.form
        recording = "" if skip else given_recording(visit, "")
        answer_step(
            visit.uow, visit.kept, preparation, context.knowledge, context.answers, id, step, text, clock, visit.now,
            recording=recording, skip=skip,
        )  # fmt: skip
    except InvalidInput as error:
        words = visit.words
        said = {
            "missing": words._("Write or record an answer, or go on without one."),
            "too_long": words._("That is more than anyone listens to. Make it shorter."),
        }
        told = said.get(error.rule) or " ".join(words.explain(error) or ())
        return show_run(visit, 422, (("answer" if error.rule in said else "audio", told),))
    visit.uow.commit()
    return visit.see(here)


ROUTES = (
    Route("/s/{slug}/ov/prove", endpoint(show, start), methods=["GET", "POST"]),
    Route("/s/{slug}/ov/prove/{id}", endpoint(show_run, save_run), methods=["GET", "POST"]),
)
