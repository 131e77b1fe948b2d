"""Bidraget: three sentences on the first half-year, tied to the tasks of the ad."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.contribution import SENTENCES
from andregang.services.contribution import (
    see_contribution,
    settle_contribution,
    tie_contribution,
    write_contribution,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint


def show(visit: Visit, status: int = 200) -> Response:
    """The text, the tasks it answers, and what they may ask about it."""
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_contribution(visit.uow, visit.kept, preparation)
    return visit.page("contribution.html", status, preparation=preparation, seen=seen, sentences=SENTENCES)


def save(visit: Visit) -> Response:
    """What was written, or what it is tied to."""
    assert visit.kept is not None
    mark = ""
    if visit.text("tie") == "1":
        keys, examples = ([str(one) for one in visit.form.getlist(name)] for name in ("items", "examples"))
        tie_contribution(visit.uow, visit.kept, visit.preparation(), keys, examples, visit.now)
    elif draft := visit.text("use") or visit.text("drop"):
        settle_contribution(visit.uow, visit.kept, draft, visit.now, use="use" in visit.form)
    else:
        try:
            mark = write_contribution(visit.uow, visit.kept, visit.text("text"), visit.text("version"), visit.now)
        except BothTexts:
            visit.uow.commit()
            return show(visit, 409)
    visit.uow.commit()
    return visit.kept_draft(mark) if visit.is_draft else visit.see(f"{visit.path('bidraget')}?lagret=1")


ROUTES = (Route("/s/{slug}/bidraget", endpoint(show, save), methods=["GET", "POST"]),)
