"""The practice inventory: ten statements a page, put down and taken up again, shown as bands and as practice."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.content.assessment import load_assessment_phrases
from andregang.domain.errors import InvalidInput, NotFound
from andregang.domain.inventory import PAGES, ComparedWith
from andregang.domain.text import Language
from andregang.services.inventory import (
    answer_page,
    begin_inventory,
    remove_inventory,
    restore_inventory,
    see_inventory,
    see_items,
)
from andregang.web.bands import draw
from andregang.web.visit import Visit, endpoint


def show(visit: Visit) -> Response:
    """What it is, how far one has come, or the bands."""
    return _show(visit)


def save(visit: Visit) -> Response:
    """A sitting begun, deleted or brought back."""
    assert visit.kept is not None
    if visit.text("delete") == "1":
        removed = remove_inventory(visit.uow, visit.kept, visit.now)
        visit.uow.commit()
        return visit.see(f"{visit.path('test/ipip')}?slettet={removed.id}")
    if removed_id := visit.text("restore"):
        restore_inventory(visit.uow, visit.kept, removed_id)
        visit.uow.commit()
        return visit.see(visit.path("test/ipip"))
    try:
        begin_inventory(visit.uow, visit.kept, visit.text("age"), visit.text("compared"), visit.now)
    except InvalidInput as wrong:
        return _show(visit, wrong)
    visit.uow.commit()
    return visit.see(visit.path("test/ipip/1"))


def _show(visit: Visit, wrong: InvalidInput | None = None) -> Response:
    assert visit.kept is not None
    language = visit.words.language
    return visit.page(
        "inventory.html",
        422 if wrong else 200,
        seen=see_inventory(visit.uow, visit.kept, visit.request.query_params.get("slettet", "")),
        errors=[(wrong.field, " ".join(visit.words.explain(wrong) or ()))] if wrong else [],
        age=visit.text("age"),
        compared=list(ComparedWith),
        chosen=visit.text("compared") or ComparedWith.BOTH.value,
        pages=PAGES,
        say={key: texts[language] for key, texts in load_assessment_phrases().items()},
        draw=draw,
        has_items=language is not Language.NN,
    )


def show_items(visit: Visit) -> Response:
    """Ten statements."""
    assert visit.kept is not None
    page = _page(visit)
    sitting, items = see_items(visit.uow, visit.kept, page)
    language = Language.EN if visit.words.language is Language.EN else Language.NB
    values = {"sitting": sitting, "items": items, "page": page, "pages": PAGES, "language": language}
    return visit.page("inventory_items.html", **values)  # type: ignore[arg-type]


def save_items(visit: Visit) -> Response:
    """What was ticked; then the next page, or a break."""
    assert visit.kept is not None
    page = _page(visit)
    ticked = {n: visit.text(f"item-{n}") for n in range((page - 1) * 10 + 1, page * 10 + 1)}
    sitting = answer_page(visit.uow, visit.kept, page, ticked, visit.now)
    visit.uow.commit()
    if visit.text("go") == "break" or sitting.complete:
        return visit.see(visit.path("test/ipip"))
    onward = page + 1 if page < PAGES else sitting.next_page
    return visit.see(visit.path(f"test/ipip/{onward}"))


def _page(visit: Visit) -> int:
    given = visit.request.path_params["page"]
    if not (given.isascii() and given.isdigit() and len(given) < 3):
        raise NotFound("page", given)
    return int(given)


ROUTES = (
    Route("/s/{slug}/test/ipip", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/test/ipip/{page}", endpoint(show_items, save_items), methods=["GET", "POST"]),
)
