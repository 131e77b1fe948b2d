"""Referanser: who can confirm what, whom it takes, who has been asked, and one page for each."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.content.guidance import load_referee_advice
from andregang.domain.errors import InvalidInput
from andregang.domain.referees import Relation
from andregang.services.referees import (
    add_referee,
    change_referee,
    remove_referee,
    restore_referee,
    see_referee,
    see_referees,
    settle_improve,
    settle_said,
    write_improve,
    write_said,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint

_FIELDS = ("name", "role", "relation", "contact", "call_at", "agreed", "asked")


def show_all(visit: Visit) -> Response:
    """The referees, whom it takes, and who can confirm what."""
    return _all(visit)


def save_all(visit: Visit) -> Response:
    """One more, one brought back, or what the person says they should be better at."""
    assert visit.kept is not None
    if removed := visit.text("restore"):
        restore_referee(visit.uow, visit.kept, removed)
    elif draft := visit.text("use") or visit.text("drop"):
        settle_improve(visit.uow, visit.kept, draft, visit.now, use="use" in visit.form)
    elif "improve" in visit.form:
        try:
            note = write_improve(visit.uow, visit.kept, visit.text("improve"), visit.version_read, visit.now)
        except BothTexts:
            visit.uow.commit()
            return _all(visit, 409)
        if visit.is_draft:
            visit.uow.commit()
            return visit.kept_draft(note.version if note else 0)
    else:
        try:
            name, role = visit.text("name"), visit.text("role")
            added = add_referee(visit.uow, visit.kept, visit.preparation(), name, role, visit.text("claim"))
        except InvalidInput as error:
            return _all(visit, 422, error)
        visit.uow.commit()
        return visit.see(visit.path(f"referanser/{added}"))
    visit.uow.commit()
    return visit.see(f"{visit.path('referanser')}?lagret=1")


def _all(visit: Visit, status: int = 200, error: InvalidInput | None = None) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    removed = visit.request.query_params.get("slettet", "")
    return visit.page(
        "referees.html",
        status,
        preparation=preparation,
        seen=see_referees(visit.uow, visit.kept, preparation, removed),
        advice=[line.words[visit.words.language] for line in load_referee_advice()],
        errors=_errors(visit, error),
        typed={"name": visit.text("name"), "role": visit.text("role")},
    )


def show(visit: Visit) -> Response:
    """One referee: what that one was part of, whether asked, and the message to send."""
    return _one(visit)


def save(visit: Visit) -> Response:
    """What the person says of one, or that one taken off the list."""
    assert visit.kept is not None
    id = visit.request.path_params["id"]  # noqa: A001
    if visit.text("delete") == "1":
        removed = remove_referee(visit.uow, visit.kept, id, visit.now)
        visit.uow.commit()
        return visit.see(f"{visit.path('referanser')}?slettet={removed.id}")
    if draft := visit.text("use") or visit.text("drop"):
        settle_said(visit.uow, visit.kept, id, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(visit.path(f"referanser/{id}"))
    given = {field: visit.text(field) for field in _FIELDS}
    claims = [str(claim) for claim in visit.form.getlist("claims")]
    error = None
    try:
        change_referee(visit.uow, visit.kept, id, given, claims, visit.now)
    except InvalidInput as fault:
        error = fault
    try:
        note = write_said(visit.uow, visit.kept, id, visit.text("text"), visit.version_read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _one(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    if error:
        return _one(visit, 422, error)
    return visit.see(f"{visit.path(f'referanser/{id}')}?lagret=1")


def _one(visit: Visit, status: int = 200, error: InvalidInput | None = None) -> Response:
    from andregang.output.referees import referee_letter

    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_referee(visit.uow, visit.kept, preparation, visit.request.path_params["id"])
    return visit.page(
        "referees_one.html",
        status,
        preparation=preparation,
        seen=seen,
        relations=Relation,
        name=visit.text("name") if error else seen.referee.name,
        letter=referee_letter(seen.brief, _own_name(visit), visit.words),
        errors=_errors(visit, error),
    )


def show_sheet(visit: Visit) -> Response:
    """The page for one referee, as it is printed."""
    from andregang.output.referees import referee_page

    assert visit.kept is not None
    seen = see_referee(visit.uow, visit.kept, visit.preparation(), visit.request.path_params["id"])
    return visit.page("referees_sheet.html", seen=seen, sheet=referee_page(seen.brief, _own_name(visit), visit.words))


def download(visit: Visit) -> Response:
    """The same page as PDF."""
    from andregang.output.referees import referee_page, referee_pdf

    assert visit.kept is not None
    seen = see_referee(visit.uow, visit.kept, visit.preparation(), visit.request.path_params["id"])
    made = referee_pdf(referee_page(seen.brief, _own_name(visit), visit.words), visit.now)
    headers = {"Content-Disposition": 'attachment; filename="referanse.pdf"'}
    return Response(made.data, media_type="application/pdf", headers=headers)


def _own_name(visit: Visit) -> str:
    cv = visit.preparation().cv
    return cv.name.value if cv and cv.name else ""


def _errors(visit: Visit, error: InvalidInput | None) -> list[tuple[str, str]]:
    words = visit.words
    said = {
        "missing": words._("Write the name first."),
        "too_long": words._("Write it in fewer words."),
        "too_many": words._("The list is full. Take one off first."),
    }
    return [("name", said[error.rule])] if error else []


ROUTES = (
    Route("/s/{slug}/referanser", endpoint(show_all, save_all), methods=["GET", "POST"]),
    Route("/s/{slug}/referanser/{id}", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/referanser/{id}/ark", endpoint(show_sheet)),
    Route("/s/{slug}/referanser/{id}/ark.pdf", endpoint(download)),
)
