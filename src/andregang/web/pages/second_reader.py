"""Annen leser: a model the person has set up points at words in an answer; and where it is set up."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.content.second_reader import load_remarks
from andregang.domain.second_reader import Chosen, SecondReading, read_chosen
from andregang.llm import ModelFailed
from andregang.services.second_reader import (
    PAGE,
    Shown,
    answers_of,
    choose_model,
    chosen_model,
    forget_model,
    offer,
    read_again,
    show_request,
)
from andregang.web.visit import Visit, endpoint

_FIELDS = ("address", "model", "key", "forget_key", "on")


def show(visit: Visit) -> Response:
    """The answers; or, of the one chosen, exactly what would be sent."""
    return _page(visit, visit.request.query_params.get("svar", ""), visit.request.query_params.get("krav", ""))


def _page(visit: Visit, attempt: str, line: str, status: int = 200, *, changed: bool = False) -> Response:
    assert visit.kept is not None
    chosen = _on(visit)
    if chosen is None or not attempt:
        page = max(1, visit.number("side", 1))
        answers = answers_of(visit.uow, visit.kept)
        shown = answers[(page - 1) * PAGE : page * PAGE]
        pages = -(-len(answers) // PAGE)
        return visit.page("second_reader.html", status, chosen=chosen, answers=shown, number=page, pages=pages)
    preparation = visit.preparation()
    offered = offer(visit.uow, visit.kept, preparation, attempt)
    request = show_request(offered, preparation, line, chosen)
    return visit.page(
        "second_reader_ask.html", status, chosen=chosen, offered=offered, request=request, changed=changed
    )


def ask(visit: Visit) -> Response:
    """Sent when it is what was shown, and shown at once: no page is stored that one could be sent on to."""
    assert visit.kept is not None
    chosen, attempt, line = _on(visit), visit.text("svar"), visit.text("krav")
    if chosen is None or not attempt:
        return visit.see(visit.path("annen-leser"))
    preparation = visit.preparation()
    request = show_request(offer(visit.uow, visit.kept, preparation, attempt), preparation, line, chosen)
    if request.stamp != visit.text("stamp"):
        return _page(visit, attempt, line, 409, changed=True)
    # It may take long, and nobody is to wait for the store meanwhile.
    visit.uow.close()
    try:
        reading, failed = read_again(request, chosen), None
    except ModelFailed as failure:
        reading, failed = SecondReading((), 0, understood=True), failure
    return _result(visit, request, chosen, reading, failed)


def _result(
    visit: Visit, request: Shown, chosen: Chosen, reading: SecondReading, failed: ModelFailed | None
) -> Response:
    from andregang.bootstrap import OWNER

    remarks = load_remarks()
    with visit.context.store.unit_of_work(OWNER, read_only=True) as uow:
        visit.uow = uow
        return visit.page(
            "second_reader_result.html",
            200 if failed is None else 502,
            chosen=chosen,
            request=request,
            reading=reading,
            failed=failed,
            findings=[(remarks[p.id], p.quote) for p in reading.pointed if remarks[p.id].use == "finding"][:6],
            follow_ups=[(remarks[p.id], p.quote) for p in reading.pointed if remarks[p.id].use == "follow_up"][:6],
            language=visit.words.language,
        )


def show_settings(visit: Visit) -> Response:
    """Where the model is."""
    known = chosen_model(visit.context.settings.data_folder)
    return _settings(visit, known or Chosen("", ""), known)


def _settings(
    visit: Visit, chosen: Chosen, known: Chosen | None, status: int = 200, faults: tuple[tuple[str, str], ...] = ()
) -> Response:
    say = visit.words._
    told = {
        "missing": say("Something is missing here."),
        "too_long": say("The text is too long."),
        "no_address": say("This was not understood as an address. Write it as http://localhost:11434/v1."),
        "no_key": say("A key is letters and digits without spaces."),
    }
    errors = tuple((field, told[rule]) for field, rule in faults)
    return visit.page(
        "second_reader_settings.html", status, chosen=chosen, has_key=bool(known and known.key), errors=errors
    )


def save_settings(visit: Visit) -> Response:
    """Set up, or forgotten."""
    folder = visit.context.settings.data_folder
    if visit.text("forget") == "1":
        forget_model(folder)
        return visit.see("/innstillinger/modell?lagret=1")
    known = chosen_model(folder)
    chosen, faults = read_chosen({name: visit.text(name) for name in _FIELDS}, known)
    if faults:
        return _settings(visit, chosen, known, 422, faults)
    choose_model(folder, chosen)
    return visit.see("/innstillinger/modell?lagret=1")


def _on(visit: Visit) -> Chosen | None:
    chosen = chosen_model(visit.context.settings.data_folder)
    return chosen if chosen and chosen.on else None


ROUTES = (
    Route("/s/{slug}/annen-leser", endpoint(show, ask), methods=["GET", "POST"]),
    Route("/innstillinger/modell", endpoint(show_settings, save_settings), methods=["GET", "POST"]),
)
