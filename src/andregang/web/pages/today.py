"""I dag: how long it is, one thing to do now, the rest of the day."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.errors import NotFound
from andregang.services.preparation import nearest_preparation
from andregang.services.today import see_today, tick
from andregang.web.visit import Visit, endpoint


def front(visit: Visit) -> Response:
    """The nearest interview, or the start when there is none."""
    try:
        kept = nearest_preparation(visit.uow, visit.now, lambda several: visit.context.starts(visit.uow, several))
    except NotFound:
        return visit.see("/ny")
    return visit.see(f"/s/{kept.slug}/")


def show(visit: Visit) -> Response:
    """The day."""
    assert visit.kept is not None
    preparation = visit.preparation()
    asked = visit.number("forslag")
    today = see_today(visit.uow, visit.kept, preparation, asked)
    if preparation.start and preparation.start < visit.now:
        return visit.page("today_after.html", preparation=preparation, today=today)
    return visit.page("today.html", preparation=preparation, today=today, asked=asked)


def save(visit: Visit) -> Response:
    """A task ticked or opened again."""
    assert visit.kept is not None
    tick(visit.uow, visit.kept, visit.text("task"), visit.now, done=visit.text("done") == "1")
    visit.uow.commit()
    return visit.see(visit.path())


ROUTES = (
    Route("/", endpoint(front)),
    Route("/s/{slug}/", endpoint(show, save), methods=["GET", "POST"]),
)
