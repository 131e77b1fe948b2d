"""Opptak: speak, hear it, see what was measured, and let it go."""

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from andregang.bootstrap import OWNER
from andregang.domain.errors import InvalidInput
from andregang.services.recording import (
    PAGE,
    begin,
    bring_back,
    finish,
    keep_to,
    measures_from,
    recording_of,
    remove,
    removed_id,
    see_one,
    see_recordings,
    sound_of,
)
from andregang.web.sound import ended, given_recording, going_on, heard_now, played, take_piece
from andregang.web.visit import Visit, endpoint


def show(visit: Visit, status: int = 200, errors: tuple[tuple[str, str], ...] = ()) -> Response:
    """The recordings, those that were broken off first, and a place to make one."""
    assert visit.kept is not None
    preparation = visit.preparation()
    page = visit.number("side")
    seen = see_recordings(
        visit.uow,
        visit.kept,
        visit.now.date(),
        interview=preparation.start.date() if preparation.start else None,
        asked={question.id: question.words for question in preparation.questions},
        going_on=going_on(visit.request),
        page=page,
    )
    gone = visit.request.query_params.get("slettet", "")
    pages = (page, -(-seen.total // PAGE))
    gone = gone if gone and removed_id(visit.uow, gone) else ""
    return visit.page("recording.html", status, seen=seen, pages=pages, gone=gone, errors=errors)


def save(visit: Visit) -> Response:
    """A file that was recorded elsewhere, or a deleted recording brought back or erased for good."""
    assert visit.kept is not None
    back = visit.path("opptak")
    if gone := visit.text("restore"):
        bring_back(visit.uow, gone)
        visit.uow.commit()
    elif gone := visit.text("erase"):
        if removed_id(visit.uow, gone):
            visit.uow.close()
            visit.context.store.forget_recordings(OWNER, frozenset({gone}))
    else:
        try:
            made = given_recording(visit, "")
        except InvalidInput as refusal:
            return _refused(visit, refusal)
        if not made:
            return _refused(visit, InvalidInput("audio", "missing"))
        visit.uow.commit()
        back += f"?lagret=1#opptak-{made}"
    return visit.see(back)


def _refused(visit: Visit, refusal: InvalidInput) -> Response:
    return show(visit, 422, (("audio", " ".join(visit.words.explain(refusal) or ())),))


def start(visit: Visit) -> Response:
    """A recording the script begins; 201 with its id."""
    assert visit.kept is not None
    interview = visit.preparation().start
    day = interview.date() if interview else None
    try:
        made = begin(visit.uow, visit.kept, visit.text("question"), visit.text("mime"), visit.now, day)
    except InvalidInput:
        return Response(status_code=415)
    visit.uow.commit()
    heard_now(visit.request, made.id)
    return JSONResponse({"id": made.id}, status_code=201)


def end(visit: Visit) -> Response:
    """A recording that was stopped, or broken off and now kept: measured, and shown to the script that asks."""
    assert visit.kept is not None
    kept, id_ = visit.kept, visit.request.path_params["id"]
    _, sound = sound_of(visit.uow, kept, id_)
    # Measuring takes a while; others may write meanwhile.
    visit.uow.close()
    measures = measures_from(sound, visit.text("levels"))
    with visit.context.store.unit_of_work(OWNER) as uow:
        finish(uow, kept, id_, measures)
        uow.commit()
        ended(visit.request, id_)
        if visit.request.headers.get("X-Recorder") != "1":
            return visit.see(f"{visit.path('opptak')}#opptak-{id_}")
        visit.uow = uow
        return visit.page("recording_made.html", one=see_one(uow, kept, id_, visit.now.date()))


def play(visit: Visit) -> Response:
    """The sound."""
    assert visit.kept is not None
    kept, id_ = visit.kept, visit.request.path_params["id"]
    mime, sound = sound_of(visit.uow, kept, id_)
    begun = recording_of(visit.uow, kept, id_).begun.astimezone(visit.now.tzinfo)
    return played(visit, mime, sound, f"{visit.words._('recording')}-{begun:%Y-%m-%d-%H%M}")


def change(visit: Visit) -> Response:
    """A recording deleted, or kept to another day."""
    assert visit.kept is not None
    id_ = visit.request.path_params["id"]
    if "remove" in visit.form:
        remove(visit.uow, visit.kept, id_, visit.now)
        visit.uow.commit()
        back = f"?slettet={id_}"
        return Response(status_code=204) if visit.request.headers.get("X-Recorder") == "1" else _see(visit, back)
    try:
        keep_to(visit.uow, visit.kept, id_, visit.text("until"))
    except InvalidInput as refusal:
        return show(visit, 422, ((f"until-{id_}", " ".join(visit.words.explain(refusal) or ())),))
    visit.uow.commit()
    return _see(visit, f"?lagret=1#opptak-{id_}")


def _see(visit: Visit, back: str) -> Response:
    return visit.see(visit.path("opptak") + back)


ROUTES = (
    Route("/s/{slug}/opptak", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/opptak/ny", endpoint(start, start), methods=["POST"]),
    Route("/s/{slug}/opptak/{id}", endpoint(play, change), methods=["GET", "POST"]),
    Route("/s/{slug}/opptak/{id}/slutt", endpoint(end, end), methods=["POST"]),
    Route("/s/{slug}/opptak/{id}/{number:int}", take_piece(), methods=["POST"]),
)
