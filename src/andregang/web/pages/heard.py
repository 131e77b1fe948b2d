"""Hvem har hørt hva: the log after a round, what to tell again and to whom, and what differs between two places."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.heard import spoken_from
from andregang.domain.process import LAST_ROUND, current_number
from andregang.services.heard import SeenHeard, bring_back, see_heard, set_aside, tell, write_words
from andregang.web.visit import Visit, endpoint

PAGE = 20
"""People, and differing pairs, on one page."""


def show(visit: Visit) -> Response:
    """All of it."""
    seen = _seen(visit, _round(visit))
    page = max(1, visit.number("side", 1))
    return visit.page(
        "heard.html",
        preparation=visit.preparation(),
        seen=seen,
        shown=seen.listeners[(page - 1) * PAGE : page * PAGE],
        number=page,
        pages=-(-len(seen.listeners) // PAGE),
        differing=seen.differing[:PAGE],
        both=visit.request.query_params.get("begge"),
    )


def save(visit: Visit) -> Response:
    """Who heard what, and what was said; or that two things are not the same."""
    assert visit.kept is not None
    here = visit.path("fortalt")
    if key := visit.text("apart"):
        set_aside(visit.uow, visit.kept, key.split(), visit.now)
        visit.uow.commit()
        return visit.see(f"{here}?lagret=1#ulikt")
    if "again" in visit.form:
        bring_back(visit.uow, visit.kept, visit.now)
        visit.uow.commit()
        return visit.see(f"{here}#ulikt")
    number = _number(visit.text("round"), _round(visit))
    if "people" in visit.form:
        return _save_ticks(visit, number, here)
    given = spoken_from({name: visit.text(name) for name in visit.form})
    mark, lost = write_words(
        visit.uow, visit.kept, number, given, visit.text("letter").strip(), visit.text("version"), visit.now
    )
    visit.uow.commit()
    if visit.is_draft and not lost:
        return visit.kept_draft(mark)
    if visit.is_draft:
        return show_both(visit, number)
    return visit.see(f"{here}?runde={number}&{'begge' if lost else 'lagret'}=1#ord")


def show_both(visit: Visit, number: int) -> Response:
    """Two windows wrote: both texts stand in the fields."""
    seen = _seen(visit, number)
    return visit.page(
        "heard.html",
        409,
        preparation=visit.preparation(),
        seen=seen,
        shown=seen.listeners[:PAGE],
        number=1,
        pages=-(-len(seen.listeners) // PAGE),
        differing=seen.differing[:PAGE],
        both="1",
    )


def _save_ticks(visit: Visit, number: int, here: str) -> Response:
    assert visit.kept is not None
    names = [str(name) for name in visit.form.getlist("people")]
    ticked = [(name, str(thing)) for n, name in enumerate(names) for thing in visit.form.getlist(f"told-{n}")]
    # Those on other pages of the list keep what they have heard.
    seen = _seen(visit, number)
    ticked += [(one.name, thing) for one in seen.listeners if one.name not in names for thing in one.told]
    tell(visit.uow, visit.kept, visit.preparation(), number, ticked, visit.now)
    visit.uow.commit()
    return visit.see(f"{here}?runde={number}&lagret=1#hvem")


def _seen(visit: Visit, number: int) -> SeenHeard:
    assert visit.kept is not None
    return see_heard(visit.uow, visit.kept, visit.preparation(), visit.context.knowledge.vocabulary, number)


def _round(visit: Visit) -> int:
    """The round asked for; else the last one held."""
    preparation = visit.preparation()
    current = current_number(preparation)
    held = preparation.start is not None and preparation.start < visit.now
    return _number(visit.request.query_params.get("runde", ""), current if held else max(1, current - 1))


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text[:3]) <= LAST_ROUND else otherwise


ROUTES = (Route("/s/{slug}/fortalt", endpoint(show, save), methods=["GET", "POST"]),)
