"""Spørsmål: what they may ask, and what the person wants to ask."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.errors import InvalidInput
from andregang.domain.questions.choice import MOST
from andregang.services.questions import (
    by_worth,
    choose_question,
    drop_question,
    move_question,
    note_answer,
    order_chosen,
    see_answers,
    see_own_questions,
    see_questions,
    settle_answer,
    write_question,
)
from andregang.store import BothTexts
from andregang.web.visit import Visit, endpoint

FIRST = 10
"""How many questions are shown before the rest is asked for."""


def show(visit: Visit) -> Response:
    """The questions most worth preparing; with `oppgave` in the address, seven about one task."""
    assert visit.kept is not None
    preparation = visit.preparation()
    key = visit.request.query_params.get("oppgave", "")
    seen = see_questions(visit.uow, visit.kept, preparation, visit.context.knowledge, key)
    show_all = visit.request.query_params.get("vis") == "alle"
    return visit.page("questions.html", preparation=preparation, seen=seen, drilled=key, all=show_all, first=FIRST)


def show_own(visit: Visit) -> Response:
    """The questions to ask, by person or by decision."""
    return _own(visit)


def save_own(visit: Visit) -> Response:
    """One chosen, laid aside or moved."""
    assert visit.kept is not None
    back = ""
    try:
        if line := visit.text("drop"):
            drop_question(visit.uow, visit.kept, line, visit.now)
        elif line := visit.text("up") or visit.text("down"):
            move_question(visit.uow, visit.kept, line, -1 if "up" in visit.form else 1, visit.now)
        elif "order" in visit.form:
            seen = see_own_questions(visit.uow, visit.kept, visit.preparation(), visit.context.knowledge)
            order_chosen(visit.uow, visit.kept, seen, by_worth(visit.uow, visit.kept), visit.now)
        elif "own" in visit.form:
            about, person = visit.text("informs"), visit.text("person")
            write_question(visit.uow, visit.kept, visit.text("own"), about, person, visit.now)
            back = "?lagret=1"
        else:
            choose_question(visit.uow, visit.kept, visit.text("choose"), visit.now)
            back = "?lagret=1"
    except InvalidInput as error:
        return _own(visit, error)
    visit.uow.commit()
    by = visit.text("etter")
    query = f"?etter={by}" if by == "avgjorelse" else back
    return visit.see(f"{visit.path('sporsmal/egne')}{query}#valgt")


def _own(visit: Visit, error: InvalidInput | None = None) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    by_decision = "avgjorelse" in (visit.request.query_params.get("etter", ""), visit.text("etter"))
    order = by_worth(visit.uow, visit.kept)
    seen = see_own_questions(
        visit.uow, visit.kept, preparation, visit.context.knowledge, by_decision=by_decision, order=order
    )
    words = visit.words
    said = {
        "missing": words._("Write the question first."),
        "too_long": words._("Write it in fewer words."),
        "too_many": words._("Five are chosen. Lay one aside first."),
    }
    field = "valgt" if error and error.rule == "too_many" else "own"
    errors = [(field, said[error.rule])] if error else []
    return visit.page(
        "questions_own.html",
        422 if error else 200,
        preparation=preparation,
        seen=seen,
        by_decision=by_decision,
        errors=errors,
        most=MOST,
        own=visit.text("own") if error else "",
        informs=visit.text("informs") if error else "",
        person=visit.text("person") if error else "",
    )


def show_answers(visit: Visit) -> Response:
    """The questions chosen, each with room for what they answer."""
    return _answers(visit)


def _answers(visit: Visit, status: int = 200) -> Response:
    assert visit.kept is not None
    preparation = visit.preparation()
    noted = see_answers(visit.uow, visit.kept, preparation, visit.context.knowledge)
    return visit.page("questions_answers.html", status, preparation=preparation, noted=noted)


def save_answers(visit: Visit) -> Response:
    """What they answered to one question."""
    assert visit.kept is not None
    if draft := visit.text("use") or visit.text("drop"):
        settle_answer(visit.uow, visit.kept, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(visit.path("sporsmal/svar"))
    try:
        note = note_answer(
            visit.uow, visit.kept, visit.text("question"), visit.text("text"), visit.version_read, visit.now
        )
    except BothTexts:
        visit.uow.commit()
        return _answers(visit, 409)
    visit.uow.commit()
    if visit.is_draft:
        return visit.kept_draft(note.version if note else 0)
    return visit.see(f"{visit.path('sporsmal/svar')}?lagret=1")


ROUTES = (
    Route("/s/{slug}/sporsmal", endpoint(show)),
    Route("/s/{slug}/sporsmal/svar", endpoint(show_answers, save_answers), methods=["GET", "POST"]),
    Route("/s/{slug}/sporsmal/egne", endpoint(show_own, save_own), methods=["GET", "POST"]),
)
