"""Plan: the days as lists, ticked, moved by a select, trimmed when there is less time."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.plan import MINUTES
from andregang.services.plan import move_task, see_plan, set_minutes, tick_task
from andregang.web.visit import Visit, endpoint


def show(visit: Visit) -> Response:
    """The plan; with `flytt` in the address, one task asks where to."""
    assert visit.kept is not None
    preparation = visit.preparation()
    plan = see_plan(visit.uow, visit.kept, preparation)
    choices = sorted({*MINUTES, plan.minutes_per_day})
    moving = visit.request.query_params.get("flytt", "")
    return visit.page("plan.html", preparation=preparation, plan=plan, choices=choices, moving=moving)


def save(visit: Visit) -> Response:
    """A task ticked or moved, or another number of minutes a day."""
    assert visit.kept is not None
    task = visit.text("task")
    if "minutes" in visit.form:
        set_minutes(visit.uow, visit.kept, visit.text("minutes"))
    elif "day" in visit.form:
        move_task(visit.uow, visit.kept, visit.preparation(), task, visit.text("day"))
    elif task:
        tick_task(visit.uow, visit.kept, task, visit.now, done=visit.text("done") == "1")
    visit.uow.commit()
    return visit.see(visit.path("plan"))


ROUTES = (Route("/s/{slug}/plan", endpoint(show, save), methods=["GET", "POST"]),)
