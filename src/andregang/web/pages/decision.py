"""Beslutningen: the twelve decisions, what each side still needs, what to ask first, and offers side by side."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.decision import LONGEST_NAME, TERMS, Answer, Known
from andregang.domain.errors import InvalidInput, NotFound
from andregang.services.decision import (
    THIS,
    keep_offer,
    keep_view,
    remove_offer,
    restore_offer,
    see_decision,
    see_offers,
    see_one,
    settle_why,
    write_why,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint


def show(visit: Visit) -> Response:
    """What is known, what follows, and what each side still needs."""
    assert visit.kept is not None
    preparation = visit.preparation()
    seen = see_decision(visit.uow, visit.kept, preparation, visit.context.knowledge, visit.words.language)
    return visit.page("decision.html", preparation=preparation, seen=seen)


def show_one(visit: Visit) -> Response:
    """One of the twelve."""
    return _one(visit)


def save_one(visit: Visit) -> Response:
    """What the person knows of it, how it stands and weighs, and what that rests on."""
    assert visit.kept is not None
    decision, offer = visit.request.path_params["decision"], visit.request.query_params.get("tilbud", "")
    back = visit.path(f"beslutning/{decision}") + (f"?tilbud={offer}" if offer else "")
    if draft := visit.text("use") or visit.text("drop"):
        settle_why(visit.uow, visit.kept, decision, offer, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(back)
    given = {name: visit.text(name) for name in ("known", "answer", "weight")}
    keep_view(visit.uow, visit.kept, decision, offer, given, visit.now)
    try:
        note = write_why(visit.uow, visit.kept, decision, offer, visit.text("text"), visit.version_read, visit.now)
    except BothTexts:
        visit.uow.commit()
        return _one(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    onward = visit.text("go")
    if onward:
        return visit.see(visit.path(f"beslutning/{onward}") + (f"?tilbud={offer}" if offer else ""))
    page = "beslutning/tilbud" if offer else "beslutning"
    return visit.see(f"{visit.path(page)}?lagret=1#{decision}")


def _one(visit: Visit, status: int = 200) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    decision, offer = visit.request.path_params["decision"], visit.request.query_params.get("tilbud", "")
    language = visit.words.language
    seen = see_one(visit.uow, visit.kept, preparation, visit.context.knowledge, decision, offer, language)
    return visit.page("decision_one.html", status, preparation=preparation, seen=seen, knowns=Known, answers=Answer)


def show_offers(visit: Visit) -> Response:
    """This job and other offers side by side."""
    assert visit.kept is not None
    preparation = visit.preparation()
    removed = visit.request.query_params.get("slettet", "")
    seen = see_offers(visit.uow, visit.kept, preparation, visit.words.language, removed)
    return visit.page("decision_offers.html", preparation=preparation, seen=seen, this=THIS)


def save_offers(visit: Visit) -> Response:
    """An offer laid aside is brought back."""
    assert visit.kept is not None
    restore_offer(visit.uow, visit.kept, visit.text("restore"))
    visit.uow.commit()
    return visit.see(visit.path("beslutning/tilbud"))


def show_offer(visit: Visit) -> Response:
    """What one offer holds."""
    return _offer(visit)


def save_offer(visit: Visit) -> Response:
    """An offer written, or laid aside."""
    assert visit.kept is not None
    offer = visit.request.path_params["offer"]
    if visit.text("delete") == "1":
        removed = remove_offer(visit.uow, visit.kept, offer, visit.now)
        visit.uow.commit()
        return visit.see(f"{visit.path('beslutning/tilbud')}?slettet={removed.id}")
    given = {term: visit.text(term) for term in TERMS}
    try:
        keep_offer(visit.uow, visit.kept, "" if offer == "nytt" else offer, visit.text("name"), given, visit.now)
    except InvalidInput as error:
        return _offer(visit, error)
    visit.uow.commit()
    return visit.see(f"{visit.path('beslutning/tilbud')}?lagret=1")


def _offer(visit: Visit, error: InvalidInput | None = None) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    offer = visit.request.path_params["offer"]
    seen = see_offers(visit.uow, visit.kept, preparation, visit.words.language)
    column = next((one for one in seen.columns if one.id == ("" if offer == THIS else offer)), None)
    said = {
        "missing": visit.words._("Say whose offer it is."),
        "too_long": visit.words._("Write it in fewer words."),
        "too_many": visit.words._("Five offers are here. Lay one aside first."),
    }
    fields = {"name": column.name if column else "", **(column.terms if column else {})}
    if error:
        fields = {"name": visit.text("name"), **{term: visit.text(term) for term in TERMS}}
    if column is None and offer != "nytt":
        raise NotFound("offer", offer)
    return visit.page(
        "decision_offer.html",
        422 if error else 200,
        preparation=preparation,
        column=column,
        own=offer == THIS,
        terms=TERMS,
        fields={name: fields.get(name, "") for name in ("name", *TERMS)},
        longest=LONGEST_NAME,
        errors=[("name", said[error.rule])] if error else [],
    )


ROUTES = (
    Route("/s/{slug}/beslutning", endpoint(show)),
    Route("/s/{slug}/beslutning/tilbud", endpoint(show_offers, save_offers), methods=["GET", "POST"]),
    Route("/s/{slug}/beslutning/tilbud/{offer}", endpoint(show_offer, save_offer), methods=["GET", "POST"]),
    Route("/s/{slug}/beslutning/{decision}", endpoint(show_one, save_one), methods=["GET", "POST"]),
)
