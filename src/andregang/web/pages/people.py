"""Folk: whom one meets, what each listens for, has heard and can be asked; and those who know the person already."""

from dataclasses import replace

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.people import person_key
from andregang.services.meeting import people_of, say_about_people
from andregang.services.people import see_people, see_person, settle_about_person, write_about_person
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint

PAGE = 50
_MET = {"yes": True, "no": False}


def show_all(visit: Visit) -> Response:
    """Everybody, fifty on a page."""
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_people(visit.uow, visit.kept, preparation, visit.context.knowledge.vocabulary)
    page = max(1, visit.number("side", 1))
    return visit.page(
        "people.html",
        preparation=preparation,
        seen=seen,
        shown=seen.people[(page - 1) * PAGE : page * PAGE],
        number=page,
        pages=-(-len(seen.people) // PAGE),
        known=seen.known[:PAGE],
        language=visit.words.language,
        told_page=_there_is(visit, "fortalt"),
        referee_page=_there_is(visit, "referanser"),
    )


def show(visit: Visit) -> Response:
    """One of those one meets."""
    return _page(visit)


def _page(visit: Visit, status: int = 200) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    vocabulary = visit.context.knowledge.vocabulary
    one = see_person(visit.uow, visit.kept, preparation, vocabulary, visit.request.path_params["id"])
    return visit.page(
        "people_one.html",
        status,
        preparation=preparation,
        one=one,
        language=visit.words.language,
        told_page=_there_is(visit, "fortalt"),
    )


def save(visit: Visit) -> Response:
    """Whether they have met and heard the story, or what is noted about them."""
    assert visit.kept is not None
    key, preparation = visit.request.path_params["id"], visit.preparation()
    address = visit.path(f"folk/{key}")
    see_person(visit.uow, visit.kept, preparation, visit.context.knowledge.vocabulary, key)
    if "met" in visit.form:
        people = people_of(visit.uow, visit.kept, preparation)
        met, heard = _MET.get(visit.text("met")), visit.text("heard") == "1"
        said = [replace(one, met=met, heard=heard) for one in people if person_key(one.name) == key]
        say_about_people(visit.uow, visit.kept, preparation, said, visit.now)
        visit.uow.commit()
        return visit.see(f"{address}?lagret=1")
    if draft := visit.text("use") or visit.text("drop"):
        settle_about_person(visit.uow, visit.kept, key, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(address)
    try:
        note = write_about_person(visit.uow, visit.kept, key, visit.text("text"), visit.version_read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _page(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    return visit.see(f"{address}?lagret=1#notat")


def _there_is(visit: Visit, page: str) -> bool:
    """Whether the site has a page of that name, so that none is promised that is not there."""
    return any(getattr(route, "path", "") == f"/s/{{slug}}/{page}" for route in visit.request.app.routes)


ROUTES = (
    Route("/s/{slug}/folk", endpoint(show_all)),
    Route("/s/{slug}/folk/{id}", endpoint(show, save), methods=["GET", "POST"]),
)
