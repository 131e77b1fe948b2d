"""Krav: the lines of the ad, worst first, and one of them with all that speaks for it."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.errors import InvalidInput
from andregang.domain.readiness import Standing
from andregang.domain.source import Action
from andregang.services.evidence import (
    add_own_words,
    find_match,
    judge,
    list_cv_lines,
    list_lines,
    see_line,
    take_back,
    write_approach,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint


def show_all(visit: Visit) -> Response:
    """The list, of one standing or all."""
    asked = visit.request.query_params.get("status", "")
    standing = Standing(asked) if asked in {one.value for one in Standing} else None
    assert visit.kept is not None
    preparation = visit.preparation()
    listing = list_lines(visit.uow, visit.kept, preparation, standing, visit.number("side", 1))
    return visit.page("evidence_list.html", preparation=preparation, listing=listing, standings=list(Standing))


def show(visit: Visit) -> Response:
    """One line of the ad."""
    return _line(visit)


def save(visit: Visit) -> Response:
    """The person's word on the evidence, words of their own, or how they would do it."""
    assert visit.kept is not None
    key = visit.request.path_params["key"]
    preparation = visit.preparation()
    action, evidence = visit.text("action"), visit.text("evidence")
    back = ""
    try:
        if action in ("confirm", "reject"):
            judge(visit.uow, preparation, key, Action(action), evidence, visit.now)
            back = "#belegg"
        elif action == "take_back":
            take_back(visit.uow, preparation, key, evidence)
            back = "#belegg"
        elif action in ("add", "remove"):
            add_own_words(visit.uow, preparation, key, visit.text("own_words"), visit.now, remove=action == "remove")
            back = "#egne-ord"
        else:
            return _write(visit, key)
    except InvalidInput as error:
        said = visit.words.explain(error)
        return _line(visit, 422, errors=[("own_words", " ".join(said or ()))], own_words=visit.text("own_words"))
    visit.uow.commit()
    return visit.see(f"{visit.path(f'krav/{key}')}?lagret=1{back}")


def _write(visit: Visit, key: str) -> Response:
    assert visit.kept is not None
    find_match(visit.preparation(), key)
    text = visit.text("approach")
    try:
        note = write_approach(visit.uow, visit.kept, key, text, visit.version_read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _line(visit, 409, written=text)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version)
    return visit.see(f"{visit.path(f'krav/{key}')}?lagret=1#slik")


def _line(
    visit: Visit,
    status: int = 200,
    *,
    errors: list[tuple[str, str]] | None = None,
    own_words: str = "",
    written: str | None = None,
) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    key = visit.request.path_params["key"]
    line = see_line(visit.uow, visit.kept, preparation, key, visit.context.knowledge.questions)
    return visit.page(
        "evidence.html",
        status,
        preparation=preparation,
        line=line,
        errors=errors or (),
        own_words=own_words,
        written=written,
    )


def show_cv_lines(visit: Visit) -> Response:
    """The lines of the CV, to point out one that speaks for a line of the ad."""
    preparation = visit.preparation()
    key = visit.request.path_params["key"]
    match = find_match(preparation, key)
    sought = visit.request.query_params.get("ord", "")[:200]
    found = list_cv_lines(preparation.cv, sought, visit.number("side", 1))
    return visit.page("evidence_cv.html", key=key, match=match, sought=sought, found=found, preparation=preparation)


ROUTES = (
    Route("/s/{slug}/krav", endpoint(show_all)),
    Route("/s/{slug}/krav/{key}", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/krav/{key}/cv", endpoint(show_cv_lines)),
)
