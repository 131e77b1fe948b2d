"""Case: what the assignment asks, how the presentation answers it, the plan of the talk, and running through it."""

from starlette.responses import Response
from starlette.routing import Route

from andregang.domain.errors import InvalidInput
from andregang.domain.source import Document, DocumentKind
from andregang.domain.text import Language
from andregang.output.case import letter_about_case
from andregang.output.letters import address_of
from andregang.readers import UnreadableDocument
from andregang.services.case import (
    SeenCase,
    add_demand,
    newest,
    see_case,
    set_lengths,
    set_minutes,
    settle_feared,
    strike_demand,
    write_feared,
)
from andregang.services.case_run import (
    CRITERIA,
    begin_run,
    end_run,
    next_part,
    remove_run,
    restore_run,
    score_run,
    see_run,
)
from andregang.services.preparation import document_of
from andregang.store import BothTexts, StoredDocument
from andregang.web.taking import left_out, take_one
from andregang.web.visit import Visit, endpoint

Errors = list[tuple[str, str]]
_PASTED = {DocumentKind.CASE: "oppgave.txt", DocumentKind.DECK: "presentasjon.md"}


def _document(visit: Visit, stored: StoredDocument | None) -> Document | None:
    """A document as it reads; None when there is none, or it can no longer be read."""
    try:
        return document_of(visit.uow, stored) if stored else None
    except UnreadableDocument:
        return None


def _seen(visit: Visit, *, with_deck: bool = True) -> SeenCase:
    assert visit.kept is not None
    stored = newest(visit.uow, visit.kept)
    brief, deck = _document(visit, stored[0]), _document(visit, stored[1]) if with_deck else None
    knowledge = visit.context.knowledge
    return see_case(
        visit.uow, visit.kept, visit.preparation(), knowledge.vocabulary, knowledge.similarity, stored, brief, deck,
        visit.now.date(),
    )  # fmt: skip


def show(visit: Visit, status: int = 200, errors: Errors | None = None) -> Response:
    """The case as it stands."""
    preparation, seen = visit.preparation(), _seen(visit)
    letter = letter_about_case(seen.assignment, address_of(preparation), visit.words) if seen.assignment else None
    return visit.page(
        "case.html", 422 if errors else status, preparation=preparation, seen=seen, letter=letter, errors=errors or (),
        pasted=visit.text("pasted"), typed=visit.form, left=left_out(visit), language=_said_in(visit),
    )  # fmt: skip


def _said_in(visit: Visit) -> Language:
    spoken = visit.preparation().language
    return spoken if spoken in (Language.NB, Language.NN, Language.EN) else Language.NB


def save(visit: Visit) -> Response:
    """A document given, a demand struck or added, minutes set, or a question one fears written."""
    assert visit.kept is not None
    uow, kept, now = visit.uow, visit.kept, visit.now
    if kind := next((k for k in _PASTED if visit.text("give") == k.value), None):
        return _take(visit, kind)
    place = "case"
    try:
        if feared := visit.text("feared"):
            return _write(visit, feared)
        if "minutes" in visit.form:
            set_minutes(uow, kept, visit.text("minutes"), now)
        elif "demand" in visit.form:
            add_demand(uow, kept, visit.text("digest"), visit.text("demand"), now)
        elif "outline" in visit.form:
            keys = [str(key) for key in visit.form.getlist("key")]
            lengths = [str(length) for length in visit.form.getlist("length")]
            set_lengths(uow, kept, dict(zip(keys, lengths, strict=False)), now)
            place = "case?lagret=1#disposisjon"
        elif words := visit.text("strike") or visit.text("back"):
            strike_demand(uow, kept, visit.text("digest"), words, now, back="back" in visit.form)
            place = "case#krav"
    except InvalidInput as wrong:
        return show(visit, errors=[_said(visit, wrong)])
    uow.commit()
    return visit.see(visit.path(place))


def _said(visit: Visit, wrong: InvalidInput) -> tuple[str, str]:
    words = visit.words
    if wrong.rule == "out_of_range":
        anchor = "minutes" if wrong.field == "minutes" else "disposisjon"
        return anchor, words._("Write the minutes as a number, 180 at most.")
    if wrong.rule == "missing":
        return wrong.field, words._("Write what the assignment asks for.")
    return wrong.field, words._("That is too long. Make it shorter.")


def _write(visit: Visit, number: str) -> Response:
    assert visit.kept is not None
    here = visit.path(f"case#frykt-{number}")
    if draft := visit.text("use") or visit.text("drop"):
        settle_feared(visit.uow, visit.kept, number, draft, visit.now, use="use" in visit.form)
        visit.uow.commit()
        return visit.see(here)
    try:
        version = write_feared(visit.uow, visit.kept, number, visit.text("text"), visit.text("version"), visit.now)
    except BothTexts:
        visit.uow.commit()
        return show(visit, 409)
    visit.uow.commit()
    return visit.kept_draft(version) if visit.is_draft else visit.see(here)


def _take(visit: Visit, kind: DocumentKind) -> Response:
    assert visit.kept is not None
    taken = take_one(visit, kind, _PASTED[kind], "case")
    return (
        visit.see(taken)
        if isinstance(taken, str)
        else show(visit, errors=[(f"files-{kind.value}", said) for said in taken])
    )


def show_runs(visit: Visit, status: int = 200) -> Response:
    """The talk as a timed list, and a way to start the clock."""
    removed = visit.request.query_params.get("slettet", "")
    return visit.page("case_runs.html", status, seen=_seen(visit, with_deck=False), removed=removed)


def start_run(visit: Visit) -> Response:
    """A run begins, or a deleted one comes back."""
    assert visit.kept is not None
    if removed := visit.text("restore"):
        restore_run(visit.uow, visit.kept, removed)
        visit.uow.commit()
        return visit.see(visit.path("case/gjennomforing"))
    try:
        run = begin_run(visit.uow, visit.kept, _seen(visit, with_deck=False).outline, visit.now)
    except InvalidInput:
        return visit.see(visit.path("case"))
    visit.uow.commit()
    return visit.see(visit.path(f"case/gjennomforing/{run.id}"))


def show_run(visit: Visit) -> Response:
    """The clock, or plan and run side by side."""
    assert visit.kept is not None
    seen = see_run(visit.uow, visit.kept, visit.request.path_params["id"])
    if seen.run.ended is not None:
        return visit.page("case_report.html", seen=seen, criteria=CRITERIA)
    elapsed = max((visit.now - seen.run.begun).total_seconds(), *(seen.changes or (0.0,)))
    return visit.page("case_run.html", seen=seen, elapsed=round(elapsed, 1))


def save_run(visit: Visit) -> Response:
    """The next part, the end, the marks on the form, or the run deleted."""
    assert visit.kept is not None
    uow, kept, now = visit.uow, visit.kept, visit.now
    id, clock = visit.request.path_params["id"], visit.text("clock")  # noqa: A001
    if "remove" in visit.form:
        gone = remove_run(uow, kept, id, now)
        uow.commit()
        return visit.see(visit.path(f"case/gjennomforing?slettet={gone}"))
    if "score" in visit.form:
        score_run(uow, kept, id, {name: visit.text(name) for name in CRITERIA}, now)
    elif "end" in visit.form:
        end_run(uow, kept, id, clock, now)
    else:
        next_part(uow, kept, id, visit.text("part"), clock, now)
    uow.commit()
    if visit.is_draft:
        return visit.kept_draft()
    return visit.see(visit.path(f"case/gjennomforing/{id}") + ("?lagret=1" if "score" in visit.form else ""))


ROUTES = (
    Route("/s/{slug}/case", endpoint(show, save), methods=["GET", "POST"]),
    Route("/s/{slug}/case/gjennomforing", endpoint(show_runs, start_run), methods=["GET", "POST"]),
    Route("/s/{slug}/case/gjennomforing/{id}", endpoint(show_run, save_run), methods=["GET", "POST"]),
)
