"""Øv: the day's questions, one at a time, what was found in the answer, and the person's own grade."""

from urllib.parse import quote

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.errors import InvalidInput
from andregang.domain.rehearsal import Element
from andregang.i18n.answers import part, remarks
from andregang.services.rehearsal import (
    MINUTES,
    answer,
    finish_day,
    grade,
    keep_draft,
    remove_attempt,
    restore_attempt,
    see_attempt,
    see_drill,
    see_practice,
    see_question,
    settle_draft,
)
from andregang.services.second_reader import chosen_model
from andregang.store import BothTexts
from andregang.web.sound import given_recording
from andregang.web.visit import Visit, endpoint

GRADES = ("again", "good", "sure")


def show(visit: Visit) -> Response:
    """What to practise now, and the rest; with `oppgave` in the address, to the drill of that line."""
    assert visit.kept is not None
    if line := visit.request.query_params.get("oppgave", ""):
        return visit.see(visit.path(f"ov/hv/{quote(line)}"))
    preparation, context = visit.preparation(), visit.context
    removed = visit.request.query_params.get("slettet", "")
    practice = see_practice(visit.uow, visit.kept, preparation, context.knowledge, context.forecast, removed)
    return visit.page("rehearsal.html", preparation=preparation, practice=practice, minutes=MINUTES)


def save(visit: Visit) -> Response:
    """A deleted answer brought back."""
    assert visit.kept is not None
    restore_attempt(visit.uow, visit.kept, visit.text("restore"))
    visit.uow.commit()
    return visit.see(f"{visit.path('ov')}?lagret=1")


def show_drill(visit: Visit) -> Response:
    """One line of the ad, seven question words."""
    assert visit.kept is not None
    key = visit.request.path_params["key"]
    drill = see_drill(visit.uow, visit.kept, visit.preparation(), visit.context.knowledge, key)
    return visit.page("rehearsal_drill.html", drill=drill, key=key)


def show_question(visit: Visit, status: int = 200, error: InvalidInput | None = None) -> Response:
    """One question, and room for the answer."""
    assert visit.kept is not None
    key = visit.request.path_params["key"]
    seen = see_question(visit.uow, visit.kept, visit.preparation(), visit.context.knowledge, key)
    words = visit.words
    said = {
        "missing": words._("Write the answer, or record it. Keywords are enough to see what is there."),
        "too_long": words._("That is more than anyone listens to. Make it shorter."),
    }
    errors = []
    if error:
        errors = [(error.field, said[error.rule])] if error.rule in said else [_about_sound(visit, error)]
    text = visit.text("answer") if error else seen.draft.text if seen.draft else ""
    guess = visit.text("guess") if error else seen.guess
    drill = _drill(visit)
    return visit.page(
        "rehearsal_question.html", status, seen=seen, errors=errors, text=text, guess=guess, drill=drill
    )  # fmt: skip


def _about_sound(visit: Visit, error: InvalidInput) -> tuple[str, str]:
    return "audio", " ".join(visit.words.explain(error) or ())


def save_question(visit: Visit) -> Response:
    """What is written so far, a choice between two texts, or the answer."""
    assert visit.kept is not None
    key = visit.request.path_params["key"]
    here = f"ov/{quote(key)}"
    try:
        if visit.is_draft:
            text, version = visit.text("answer"), visit.text("version")
            kept = keep_draft(visit.uow, visit.kept, key, text, version, visit.text("guess"), visit.now)
            visit.uow.commit()
            return visit.kept_draft(kept)
        if draft := visit.text("use") or visit.text("drop"):
            settle_draft(visit.uow, visit.kept, key, draft, visit.now, use="use" in visit.form)
            visit.uow.commit()
            return visit.see(visit.path(here))
        given = answer(
            visit.uow, visit.kept, visit.preparation(), visit.context.knowledge, key, visit.text("answer"), visit.now,
            guess=visit.text("guess"), recording=given_recording(visit, key),
        )  # fmt: skip
    except BothTexts:
        visit.uow.commit()
        return show_question(visit, 409)
    except InvalidInput as error:
        return show_question(visit, 422, error)
    visit.uow.commit()
    return visit.see(visit.path(f"ov/svar/{given.id}") + _carried(visit))


def show_answer(visit: Visit) -> Response:
    """What was found in an answer."""
    assert visit.kept is not None
    seen = see_attempt(
        visit.uow, visit.kept, visit.preparation(), visit.context.knowledge, visit.context.answers,
        visit.request.path_params["id"],
    )  # fmt: skip
    said = remarks(seen.analysis, visit.words, seen.seconds, story=seen.asked.story) if seen.analysis else []
    names = {element: part(element, visit.words) for element in Element}
    reader = chosen_model(visit.context.settings.data_folder)
    return visit.page(
        "rehearsal_answer.html", seen=seen, remarks=said, parts=names, grades=GRADES, drill=_drill(visit),
        has_reader=bool(reader and reader.on),
    )  # fmt: skip


def save_answer(visit: Visit) -> Response:
    """The person's own grade, or the answer deleted."""
    assert visit.kept is not None
    id = visit.request.path_params["id"]  # noqa: A001
    if "remove" in visit.form:
        removed = remove_attempt(visit.uow, visit.kept, id, visit.now)
        visit.uow.commit()
        return visit.see(f"{visit.path('ov')}?slettet={removed.id}")
    grade(visit.uow, visit.kept, id, visit.text("grade"))
    visit.uow.commit()
    return visit.see(_next(visit))


def _next(visit: Visit) -> str:
    """Where to go after a grade: the drill's next question, the day's next, or the list."""
    assert visit.kept is not None
    preparation, context = visit.preparation(), visit.context
    if drill := _drill(visit):
        seen = see_drill(visit.uow, visit.kept, preparation, context.knowledge, drill)
        if seen.next is None:
            return visit.path(f"ov/hv/{quote(drill)}")
        return visit.path(f"ov/{quote(seen.next.asked.key)}") + _carried(visit)
    practice = see_practice(visit.uow, visit.kept, preparation, context.knowledge, context.forecast)
    if practice.due:
        return visit.path(f"ov/{quote(practice.due[0].asked.key)}")
    finish_day(visit.uow, visit.kept, visit.now)
    visit.uow.commit()
    return visit.path("ov") + "?lagret=1"


def _drill(visit: Visit) -> str:
    """The line of the ad that is drilled, carried along in the address."""
    return visit.request.query_params.get("hv", "")


def _carried(visit: Visit) -> str:
    return f"?hv={quote(drill)}" if (drill := _drill(visit)) else ""


ROUTES = (
    Route("/s/{slug}/ov", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/ov/hv/{key}", endpoint(show_drill)),
    Route("/s/{slug}/ov/svar/{id}", endpoint(show_answer, save_answer), methods=["GET", "POST"]),
    Route("/s/{slug}/ov/{key}", endpoint(show_question, save_question), methods=["GET", "POST"]),
)
