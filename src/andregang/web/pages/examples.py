"""Belegg: examples built one part at a time, saved while written, tied to the lines of the ad."""

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.examples import ExamplePart
from andregang.services.examples import (
    begin_example,
    choose_lines,
    lines_to_choose,
    remove_example,
    restore_example,
    see_example,
    see_examples,
    see_line,
    see_part,
    settle_part,
    write_part,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint

STEPS = {
    "tittel": "title",
    "ramme": ExamplePart.FRAME.value,
    "planla": ExamplePart.PLANNED.value,
    "gjorde": ExamplePart.DID.value,
    "resultat": ExamplePart.RESULT.value,
    "medhvem": ExamplePart.PEOPLE.value,
    "laerte": ExamplePart.LEARNED.value,
    "bro": ExamplePart.BRIDGE.value,
}
"""The steps by what their address says."""

_ORDER = [*STEPS, ""]


def show_all(visit: Visit) -> Response:
    """The examples, and which lines of the ad have one."""
    assert visit.kept is not None
    preparation = visit.preparation()
    shelf = see_examples(
        visit.uow,
        visit.kept,
        preparation,
        examples_page=visit.number("side", 1),
        lines_page=visit.number("krav", 1),
        removed=visit.request.query_params.get("slettet", ""),
    )
    return visit.page("examples.html", preparation=preparation, shelf=shelf, steps=STEPS)


def save_all(visit: Visit) -> Response:
    """A deleted example brought back."""
    assert visit.kept is not None
    example = restore_example(visit.uow, visit.kept, visit.text("restore"))
    visit.uow.commit()
    return visit.see(visit.path(f"belegg/{example}"))


def show_new(visit: Visit) -> Response:
    """What it was, and for which line of the ad."""
    return _new(visit)


def save_new(visit: Visit) -> Response:
    """A new example; then its first part."""
    assert visit.kept is not None
    title, keys = visit.text("title"), [str(key) for key in visit.form.getlist("items")]
    if not title.strip():
        return _new(visit, 422, [("title", visit.words._("Write a few words, so that you know it again."))])
    example = begin_example(visit.uow, visit.kept, visit.preparation(), title, keys, visit.now)
    visit.uow.commit()
    return visit.see(visit.path(f"belegg/{example.id}/ramme"))


def _new(visit: Visit, status: int = 200, errors: list[tuple[str, str]] | None = None) -> Response:
    assert visit.kept is not None
    key = visit.request.query_params.get("krav", "")
    line, others = see_line(visit.uow, visit.kept, visit.preparation(), key)
    asked = visit.number("minne")
    return visit.page(
        "example_new.html",
        status,
        line=line,
        others=others,
        asked=asked,
        errors=errors or (),
        title_written=visit.text("title"),
    )


def show(visit: Visit) -> Response:
    """One example, whole."""
    assert visit.kept is not None
    preparation = visit.preparation()
    one = see_example(visit.uow, visit.kept, preparation, visit.request.path_params["id"])
    return visit.page("example.html", one=one, steps=STEPS, preparation=preparation)


def change(visit: Visit) -> Response:
    """The example deleted."""
    assert visit.kept is not None
    example = visit.request.path_params["id"]
    if visit.text("delete") == "1":
        removed = remove_example(visit.uow, visit.kept, example, visit.now)
        visit.uow.commit()
        return visit.see(f"{visit.path('belegg')}?slettet={removed.id}")
    return visit.see(visit.path(f"belegg/{example}"))


def show_step(visit: Visit) -> Response:
    """One part, one field."""
    return _step(visit)


def save_step(visit: Visit) -> Response:
    """What was written; then the next part, the one before, or the whole."""
    assert visit.kept is not None
    example, step = visit.request.path_params["id"], visit.request.path_params["step"]
    part = _part(visit)
    if draft := visit.text("use") or visit.text("drop"):
        settle_part(visit.uow, visit.kept, example, part, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(visit.path(f"belegg/{example}/{step}"))
    try:
        mark = write_part(visit.uow, visit.kept, example, part, visit.text("text"), visit.text("version"), visit.now)
    except BothTexts:
        visit.uow.commit()
        return _step(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(mark)
    place = _ORDER.index(step) + {"back": -1, "next": 1}.get(visit.text("go"), 0)
    onward = "" if visit.text("go") not in ("back", "next") or place < 0 else _ORDER[place]
    return visit.see(visit.path(f"belegg/{example}/{onward}" if onward else f"belegg/{example}"))


def _step(visit: Visit, status: int = 200) -> Response:
    assert visit.kept is not None
    example, step = visit.request.path_params["id"], visit.request.path_params["step"]
    preparation = visit.preparation()
    written = see_part(visit.uow, visit.kept, example, _part(visit))
    one = see_example(visit.uow, visit.kept, preparation, example)
    number = _ORDER.index(step)
    values = {"one": one, "written": written, "step": step, "part": _part(visit), "number": number, "steps": STEPS}
    return visit.page("example_step.html", status, preparation=preparation, **values)


def show_lines(visit: Visit) -> Response:
    """Which lines of the ad the example serves."""
    assert visit.kept is not None
    preparation = visit.preparation()
    one = see_example(visit.uow, visit.kept, preparation, visit.request.path_params["id"])
    choices = lines_to_choose(preparation, visit.number("side", 1))
    return visit.page("example_lines.html", one=one, choices=choices)


def save_lines(visit: Visit) -> Response:
    """The lines chosen among those on the page; then the next page of them, or the example."""
    assert visit.kept is not None
    example, number = visit.request.path_params["id"], visit.number("side", 1)
    keys = [str(key) for key in visit.form.getlist("items")]
    choose_lines(visit.uow, visit.kept, visit.preparation(), example, keys, visit.now, page=number)
    visit.uow.commit()
    if visit.text("go") == "next":
        return visit.see(f"{visit.path(f'belegg/{example}/krav')}?side={number + 1}")
    return visit.see(f"{visit.path(f'belegg/{example}')}?lagret=1")


def _part(visit: Visit) -> str:
    part = STEPS.get(visit.request.path_params["step"])
    if part is None:
        raise HTTPException(404)
    return part


ROUTES = (
    Route("/s/{slug}/belegg", endpoint(show_all, save_all), methods=["GET", "POST"]),
    Route("/s/{slug}/belegg/ny", endpoint(show_new, save_new), methods=["GET", "POST"]),
    Route("/s/{slug}/belegg/{id}", endpoint(show, change), methods=["GET", "POST"]),
    Route("/s/{slug}/belegg/{id}/krav", endpoint(show_lines, save_lines), methods=["GET", "POST"]),
    Route("/s/{slug}/belegg/{id}/{step}", endpoint(show_step, save_step), methods=["GET", "POST"]),
)
